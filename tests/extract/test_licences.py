"""Licence labels in every place where pages put them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.extract.creative_commons import by_address, by_wording
from rights.extract.licences import find_licences
from rights.extract.rsl import parse_rsl
from rights.extract.tdmrep import covers, reservation
from tests.extract.pages import document

CC = "https://creativecommons.org"


@pytest.mark.parametrize(
    ("href", "spdx", "label"),
    [
        (f"{CC}/licenses/by-nc-nd/4.0/", "CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0"),
        ("http://creativecommons.org/licenses/by/3.0/us/", "CC-BY-3.0-US", "CC BY 3.0 US"),
        ("http://creativecommons.org/licenses/by-nc-sa/2.0/uk/", "CC-BY-NC-SA-2.0-UK", "CC BY-NC-SA 2.0 UK"),
        ("http://creativecommons.org/licenses/by/2.5/au/deed.en", "CC-BY-2.5-AU", "CC BY 2.5 AU"),
        ("//creativecommons.org/licenses/by-sa/3.0/deed.de", "CC-BY-SA-3.0", "CC BY-SA 3.0"),
        (f"{CC}/licenses/by-nd-nc/1.0/", "CC-BY-NC-ND-1.0", "CC BY-NC-ND 1.0"),
        (f"{CC}/licenses/by-sa/3.0/fr/", None, "CC BY-SA 3.0 FR"),
        (f"{CC}/licenses/by/3.0/igo/", "CC-BY-3.0-IGO", "CC BY 3.0 IGO"),
        (f"{CC}/publicdomain/zero/1.0/", "CC0-1.0", "CC0 1.0"),
        (f"{CC}/publicdomain/mark/1.0/deed.fr", "CC-PDM-1.0", "Public Domain Mark 1.0"),
        ("https://i.creativecommons.org/l/by-nc/4.0/88x31.png", "CC-BY-NC-4.0", "CC BY-NC 4.0"),
        ("https://licensebuttons.net/l/by-sa/2.5/80x15.png", "CC-BY-SA-2.5", "CC BY-SA 2.5"),
    ],
)
def test_addresses_of_the_family(href: str, spdx: str | None, label: str) -> None:
    found = by_address(href)
    assert found is not None
    assert (found.spdx, found.label) == (spdx, label)


@pytest.mark.parametrize(
    "href",
    [
        f"{CC}/",
        f"{CC}/licenses/",
        f"{CC}/licenses/nd-sa/9.0/",
        f"{CC}/licenses/by-nd-sa/4.0/",
        f"{CC}/about/cclicenses/",
    ],
)
def test_addresses_that_name_no_licence(href: str) -> None:
    assert by_address(href) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Published under CC BY-NC-ND 4.0.", "CC BY-NC-ND 4.0"),
        ("Lizenz: CC-BY-SA 3.0 DE", "CC BY-SA 3.0 DE"),
        ("Text: CC BY 4.0", "CC BY 4.0"),
        ("released as CC0 1.0", "CC0 1.0"),
        ("a Creative Commons Attribution-NonCommercial-NoDerivs 3.0 United States License", "CC BY-NC-ND 3.0 US"),
        ("Licensed as Creative Commons – attribution, no derivatives.", "CC BY-ND"),
        (
            "Creative Commons Namensnennung - Nicht kommerziell - Keine Bearbeitungen 4.0 International",
            "CC BY-NC-ND 4.0",
        ),
        (
            "Creative Commons Namensnennung-Nicht-kommerziell-Weitergabe unter gleichen Bedingungen 3.0 Deutschland",
            "CC BY-NC-SA 3.0 DE",
        ),
        (
            "licence Creative Commons Attribution - Pas d’Utilisation Commerciale - Pas de Modification 2.0 France",
            "CC BY-NC-ND 2.0 FR",
        ),
        ("Creative Commons Atribución-NoComercial-SinDerivadas 4.0", "CC BY-NC-ND 4.0"),
        (
            "Creative Commons Attribuzione - Non commerciale - Condividi allo stesso modo 2.5 Italia",
            "CC BY-NC-SA 2.5 IT",
        ),
        ("Creative Commons Atribuição-NãoComercial-SemDerivações 4.0", "CC BY-NC-ND 4.0"),
        (
            "Creative Commons Uznanie autorstwa-Użycie niekomercyjne-Bez utworów zależnych 3.0 Polska",
            "CC BY-NC-ND 3.0 PL",
        ),
        ("Creative Commons Naamsvermelding-NietCommercieel-GelijkDelen 4.0", "CC BY-NC-SA 4.0"),
        ("知识共享署名-非商业性使用 4.0 国际许可协议", "CC BY-NC 4.0"),
        ("クリエイティブ・コモンズ 表示-継承 4.0 国際 ライセンス", "CC BY-SA 4.0"),
        ("رخصة المشاع الإبداعي نسب المصنف - غير تجاري 4.0", "CC BY-NC 4.0"),
        ("רישיון קריאייטיב קומונס ייחוס-שיתוף זהה 4.0", "CC BY-SA 4.0"),
    ],
)
def test_wordings_of_the_family(text: str, label: str) -> None:
    found = by_wording(text)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    "text",
    ["知识共享是一个组织", "Please cc by mail", "Creative Commons is a foundation", "ISO/CC 4.0", "The CC BYOD policy"],
)
def test_wordings_that_name_no_licence(text: str) -> None:
    assert by_wording(text) is None


def test_links_tell_article_from_footer_and_image() -> None:
    found = find_licences(
        document(
            f"<article><p>Story text.</p><p>Under a <a rel=license href='{CC}/licenses/by-nd/4.0/'>licence</a>.</p>"
            f"<figure><img src=a.jpg><figcaption>Photo: A. Person, <a href='{CC}/licenses/by/2.0/'>CC BY 2.0</a></figcaption></figure>"
            f"</article><footer><a href='{CC}/licenses/by-nc/3.0/'>CC BY-NC 3.0</a></footer>"
        )
    )
    assert {(x.spdx, x.where, x.of) for x in found} == {
        ("CC-BY-ND-4.0", "rel", "article"),
        ("CC-BY-2.0", "link", "image"),
        ("CC-BY-NC-3.0", "link", "site"),
    }
    assert [x.in_article for x in found if x.of == "article"] == [True]


def test_markup_in_the_head_and_json_ld() -> None:
    found = find_licences(
        document(
            "<p>Text</p>",
            head=f"<link rel=license href='{CC}/licenses/by-sa/4.0/'>"
            f"<meta name='DC.rights' content='CC BY-SA 4.0'>"
            f"<script type='application/ld+json'>{{'@type':'x'}}</script>"
            f'<script type="application/ld+json">{{"@type":"NewsArticle","license":"{CC}/licenses/by-sa/4.0/",'
            f'"sdLicense":"{CC}/licenses/by/4.0/","image":{{"@type":"ImageObject","license":"{CC}/licenses/by-nc/2.0/"}}}}</script>',
        )
    )
    assert {(x.spdx, x.where, x.of) for x in found} == {
        ("CC-BY-SA-4.0", "rel", "article"),
        ("CC-BY-SA-4.0", "meta", "article"),
        ("CC-BY-SA-4.0", "jsonld", "article"),
        ("CC-BY-NC-2.0", "jsonld", "image"),
    }


def test_a_copyright_field_counts_where_it_names_a_licence() -> None:
    [told] = find_licences(document("<p>Text</p>", head="<meta name=copyright content='Nell Harrow, CC BY 4.0'>"))
    assert (told.spdx, told.where) == ("CC-BY-4.0", "meta")
    assert find_licences(document("<p>Text</p>", head="<meta name=copyright content='https://reed.example/'>")) == ()


def test_plain_wording_in_the_article_and_rights_of_a_feed() -> None:
    [told] = find_licences(document("<article><p>This text is under CC BY-NC 4.0.</p></article>"))
    assert (told.spdx, told.where) == ("CC-BY-NC-4.0", "text")
    [rights] = find_licences(
        document("<entry><rights>Licensed as Creative Commons – attribution, no derivatives.</rights></entry>")
    )
    assert (rights.text, rights.where) == ("CC BY-ND", "atom")


def test_a_page_without_a_licence_has_none() -> None:
    page = document(
        "<p>We wrote about Creative Commons and <a href='https://creativecommons.org/'>its site</a>.</p><footer>© 2024 Site</footer>"
    )
    assert find_licences(page) == ()


RSL = """<rsl xmlns="https://rslstandard.org/rsl"><content url="/" server="https://s.example/"><license>
<permits type="usage">search, train-ai</permits><prohibits type="user">commercial</prohibits>
<payment type="attribution"><standard>https://creativecommons.org/licenses/by-nc/4.0/</standard></payment>
</license><terms>https://e.example/terms</terms></content></rsl>"""


def test_rsl_in_the_page_by_link_and_by_header() -> None:
    page = document(
        "<p>x</p>",
        head=f"<script type='application/rsl+xml'>{RSL}</script><link rel=license type='application/rsl+xml' href=/license.xml>",
        link='</other.xml>; rel="license"; type="application/rsl+xml"',
    )
    found = [x for x in find_licences(page) if x.where == "rsl"]
    assert [x.href for x in found] == [
        f"{CC}/licenses/by-nc/4.0/",
        "https://site.example/license.xml",
        "https://site.example/other.xml",
    ]
    assert found[0].spdx == "CC-BY-NC-4.0"
    assert (
        found[0].text
        == "RSL /; permits usage=search; permits usage=ai-train; prohibits user=commercial; payment attribution; server"
    )


@pytest.mark.parametrize(
    "text",
    ["", "<rsl>", "<html></html>", "<!DOCTYPE rsl [<!ENTITY a 'b'>]><rsl>&a;</rsl>", "<a>" * 5_000, "x" * 600_000],
)
def test_what_is_no_rsl_is_none(text: str) -> None:
    assert parse_rsl(text) == ()


def test_tdm_reservation_of_meta_header_and_file() -> None:
    file = '[{"location": "/free/*", "tdm-reservation": 0}, {"location": "/*.pdf$", "tdm-reservation": 1}, {"location": "/", "tdm-reservation": "1", "tdm-policy": "https://e.example/p.json"}]'
    assert reservation({}, {}, file, "https://e.example/free/a").reserved is False
    assert reservation({}, {}, file, "https://e.example/x").policy == "https://e.example/p.json"
    later = reservation({"tdm-reservation": ("1",)}, {"tdm-reservation": "0"}, file, "https://e.example/free/a")
    assert (later.reserved, later.policy, later.where) == (True, None, "meta")
    assert reservation({"tdm-reservation": ("yes",)}, {}).reserved is None
    assert reservation({"tdm-reservation": ("0",), "tdm-policy": ("p",)}, {}).policy is None
    [licence] = find_licences(
        document("<p>x</p>", head="<meta name=tdm-reservation content=1><meta name=tdm-policy content=/p.json>")
    )
    assert (licence.where, licence.href, licence.text) == (
        "tdmrep",
        "https://site.example/p.json",
        "tdm-reservation: 1 (meta)",
    )


@pytest.mark.parametrize("file", ["", "{}", "[1]", '[{"location": 5}]', "[" * 9_000, "<html>"])
def test_a_broken_tdm_file_says_nothing(file: str) -> None:
    assert reservation({}, {}, file, "https://e.example/x").reserved is None


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/", "/a", True), ("/a", "/ab", True), ("/a$", "/ab", False), ("/*.pdf$", "/x/y.pdf", True), ("/*.pdf$", "/y.pdf?z", False),
        ("/a*b", "/axxb/c", True), ("/a*b", "/axx", False), ("*", "/", True), ("/b", "/a", False), ("/a*a$", "/a", False),
    ],
)  # fmt: skip
def test_path_patterns(pattern: str, path: str, fits: bool) -> None:
    assert covers(pattern, path) is fits


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_may_be_asked_for_a_licence(text: str) -> None:
    by_address(text)
    by_wording(text)
    by_wording("creative commons " + text)
    parse_rsl(text)
