"""An original's own markup gives terms where no policy file does, and only where they are surely the article's."""

from __future__ import annotations

import pytest

from rights.check import check_page
from rights.extract.article import extract
from rights.given import Given, Tools
from rights.library import Library
from rights.model import Assessment, Page, Reason, Verdict
from rights.which_works import work_of
from tests.check import pages

CC = "https://creativecommons.org"
BY_ND = f"{CC}/licenses/by-nd/4.0/"
LIBRARY = Library.load()
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in pages.PARAGRAPHS)


def judged(*, head: str = "", inside: str = "", outside: str = "", headers: dict[str, str] | None = None) -> Assessment:
    """A bare copy, judged by what the markup of an original of an unknown publisher says."""
    original = extract(
        Page(
            body=(
                f"<html lang=en><head><title>{pages.TITLE}</title>{head}</head><body><article><h1>{pages.TITLE}</h1><p>By Lucas Leiroz</p>"
                f"{TEXT}{inside}</article>{outside}</body></html>"
            ).encode(),
            url="https://harbour.example/2024/icebreakers",
            headers=headers or {},
        )
    )
    copy = Page(body=pages.copy().encode(), url="https://valley.example/icebreakers")
    (found, *_) = check_page(copy, Tools(library=LIBRARY), Given(original=work_of(original, LIBRARY)))
    return found


def licence_of(found: Assessment) -> str | None:
    return found.policy.publisher if found.policy else None


@pytest.mark.parametrize(
    "marks",
    [
        {"head": f"<link rel=license href='{BY_ND}'>"},
        {"head": f"<meta name='dcterms.license' content='{BY_ND}'>"},
        {"head": f'<script type="application/ld+json">{{"@type":"NewsArticle","license":"{BY_ND}"}}</script>'},
        {"inside": f"<p>This article is under a <a rel=license href='{BY_ND}'>Creative Commons licence</a>.</p>"},
        {"inside": f"<p>This story is published under <a href='{BY_ND}'>CC BY-ND 4.0</a> and may be republished.</p>"},
        {"inside": f"<p><a href='{BY_ND}'>CC BY-ND 4.0</a></p>"},
        {"inside": "<p>Dieser Artikel steht unter der Lizenz CC BY-ND 4.0.</p>"},
        {"inside": "<p>Este artículo se publica bajo licencia CC BY-ND 4.0.</p>"},
        {"headers": {"link": f'<{BY_ND}>; rel="license"'}},
    ],
    ids=lambda marks: next(iter(marks)) + str(next(iter(marks.values())))[:40],
)
def test_the_articles_own_licence_gives_terms(marks: dict[str, str]) -> None:
    found = judged(**marks)  # type: ignore[arg-type]
    assert found.policy
    assert found.policy.inferred
    assert found.policy.publisher == "cc-by-nd-4.0"
    assert found.verdict is Verdict.VIOLATION
    assert any(finding.type == "licence.notice" and finding.verdict is Verdict.VIOLATION for finding in found.findings)


@pytest.mark.parametrize(
    "marks",
    [
        {"outside": f"<footer><p>This site is under <a href='{BY_ND}'>CC BY-ND 4.0</a></p></footer>"},
        {"outside": f"<footer><a rel=license href='{BY_ND}'>Creative Commons</a></footer>"},
        {"inside": f"<p>Unless otherwise noted, content on this site is under <a href='{BY_ND}'>CC BY-ND 4.0</a>.</p>"},
        {"inside": f"<p>The study was published under a <a href='{BY_ND}'>Creative Commons licence</a> last year.</p>"},
        {
            "inside": "<p>The ministry put its data set online under CC BY-ND 4.0, and the harbour gazette took it up.</p>"
        },
        {
            "head": f'<script type="application/ld+json">[{{"@type":"NewsArticle","license":"{BY_ND}"}},'
            f'{{"@type":"NewsArticle","headline":"Related","license":"{CC}/licenses/by/4.0/"}}]</script>'
        },
    ],
    ids=lambda marks: str(next(iter(marks.values())))[:60],
)
def test_a_label_that_may_be_of_something_else_accuses_nobody(marks: dict[str, str]) -> None:
    found = judged(**marks)
    assert found.verdict is Verdict.INCOMPLETE
    assert found.reason in (Reason.TERMS_UNKNOWN, Reason.NO_POLICY)
    assert all(finding.verdict is not Verdict.PASS for finding in found.findings)


@pytest.mark.parametrize(
    "marks",
    [
        {
            "inside": f"<figure><img src=a.jpg><figcaption>Photo: A. Person, <a href='{BY_ND}'>CC BY-ND 4.0</a></figcaption></figure>"
        },
        {"inside": f"<p>Photo by A. Person, <a href='{BY_ND}'>CC BY-ND 4.0</a></p>"},
        {"head": f'<script type="application/ld+json">{{"@type":"ImageObject","license":"{BY_ND}"}}</script>'},
        {"head": f'<script type="application/ld+json">{{"@type":"NewsArticle","sdLicense":"{BY_ND}"}}</script>'},
        {
            "head": "<meta name=tdm-reservation content=1><meta name=tdm-policy content='https://harbour.example/tdm.json'>"
        },
        {"headers": {"tdm-reservation": "1"}},
        {"head": "<meta name=tdm-reservation content=0>"},
        {"outside": "<footer>© 2024 Harbour Gazette. All rights reserved.</footer>"},
    ],
    ids=lambda marks: str(next(iter(marks.values())))[:60],
)
def test_what_is_not_about_the_article_says_nothing(marks: dict[str, str]) -> None:
    found = judged(**marks)
    assert (found.policy, found.verdict, found.reason) == (None, Verdict.INCOMPLETE, Reason.NO_POLICY)
    assert found.findings == ()


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ('"usageInfo":"https://harbour.example/reuse"', "https://harbour.example/reuse"),
        ('"acquireLicensePage":"https://harbour.example/buy"', "https://harbour.example/buy"),
        ('"license":"https://harbour.example/licence"', "https://harbour.example/licence"),
        ('"isAccessibleForFree":false', "not free to read"),
    ],
)
def test_a_pointer_to_terms_is_told_and_judges_nothing(head: str, told: str) -> None:
    found = judged(head=f'<script type="application/ld+json">{{"@type":"NewsArticle",{head}}}</script>')
    assert (found.policy, found.verdict, found.reason) == (None, Verdict.INCOMPLETE, Reason.NO_POLICY)
    (finding,) = found.findings
    assert finding.reason is Reason.TERMS_UNKNOWN
    assert told in str(finding.message)


RSL = (
    "<script type='application/rsl+xml'><rsl xmlns='https://rslstandard.org/rsl'><content url='{place}'><license>"
    "<prohibits type='user'>commercial</prohibits><payment type='attribution'/></license></content></rsl></script>"
)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("/", True),
        ("/2024/*", True),
        ("https://harbour.example/2024/", True),
        ("/images/", False),
        ("https://other.example/", False),
    ],
)
def test_rsl_speaks_of_automated_use_and_only_of_its_paths(place: str, told: bool) -> None:
    found = judged(head=RSL.format(place=place))
    assert (found.policy, found.verdict) == (None, Verdict.INCOMPLETE)
    assert ["automated use" in str(finding.message) for finding in found.findings] == [True] * told


def test_a_licence_without_a_version_is_not_held_to_one() -> None:
    found = judged(inside="<p>This article is under CC BY-ND.</p>")
    assert licence_of(found) == "cc-by-nd-4.0"
    notice = next(finding for finding in found.findings if finding.type == "licence.notice")
    assert "CC BY-ND is not named" in str(notice.message)


def test_a_port_is_its_family() -> None:
    assert licence_of(judged(head=f"<link rel=license href='{CC}/licenses/by-nc/3.0/it/'>")) == "cc-by-nc-3.0"


def test_what_was_given_up_asks_nothing() -> None:
    found = judged(head=f"<link rel=license href='{CC}/publicdomain/zero/1.0/'>")
    assert (licence_of(found), found.verdict) == ("cc0-1.0", Verdict.PASS)


def test_the_articles_licence_wins_over_the_footers() -> None:
    found = judged(
        inside=f"<p>This article is under <a href='{BY_ND}'>CC BY-ND 4.0</a>.</p>",
        outside=f"<footer><a href='{CC}/licenses/by-nc/4.0/'>CC BY-NC 4.0</a></footer>",
    )
    assert (licence_of(found), found.verdict) == ("cc-by-nd-4.0", Verdict.VIOLATION)


def test_what_an_original_is_based_on_is_a_hop_where_its_terms_are_known() -> None:
    based = '<script type="application/ld+json">{"@type":"NewsArticle","isBasedOn":"%s"}</script>'
    original = extract(
        Page(
            body=f"<title>{pages.TITLE}</title>{based % pages.ADDRESS}<article><h1>{pages.TITLE}</h1>{TEXT}</article>".encode(),
            url="https://harbour.example/2024/icebreakers",
        )
    )
    copy = Page(body=pages.copy().encode(), url="https://valley.example/icebreakers")
    found = check_page(copy, Tools(library=LIBRARY), Given(original=work_of(original, LIBRARY)))
    assert [(a.hop, licence_of(a)) for a in found] == [(0, None), (1, "globalresearch")]


@pytest.mark.parametrize(
    ("byline", "hops"), [("Ann Lee, State University", [0]), ("By Ann Lee, OneWorld, June 3, 2024", [0, 1])]
)
def test_the_authors_university_is_no_hop_and_an_outlet_is(byline: str, hops: list[int]) -> None:
    head = f"<title>{pages.TITLE}</title><article><h1>{pages.TITLE}</h1><p class=byline>{byline}</p>"
    original = extract(
        Page(body=f"{head}{TEXT}</article>".encode(), url="https://www.globalresearch.ca/icebreakers/5859")
    )
    copy = Page(body=pages.copy().encode(), url="https://valley.example/icebreakers")
    found = check_page(copy, Tools(library=LIBRARY), Given(original=work_of(original, LIBRARY)))
    assert [one.hop for one in found] == hops
    seen = found[-1].republication
    assert seen
    assert len(hops) == 1 or seen.work.id.startswith("OneWorld:")
