"""One credit in every place of a page, hidden in every way, and sources that no visible sentence names."""

from __future__ import annotations

import pytest

from rights.model import Position
from tests.extract.credit_pages import page, read

ORIGINAL = "https://tideline.example/2021/eels"
SENTENCE = f'<p>This article was originally published on <a href="{ORIGINAL}">Tideline</a>.</p>'
STYLED = (
    "<style>.gone{display:none}.far{position:absolute;left:-5000px}.clip{position:absolute;clip:rect(0,0,0,0)}</style>"
)

HIDDEN = {
    "class of the style sheet": "<div class='gone'>{}</div>",
    "class off the screen": "<div class='far'>{}</div>",
    "clipped by a class": "<div class='clip'>{}</div>",
    "visibility": "<div style='visibility:hidden'>{}</div>",
    "opacity": "<div style='opacity:0'>{}</div>",
    "no height": "<div style='height:0;overflow:hidden'>{}</div>",
    "no size at all": "<div style='width:0;height:0;overflow:hidden'>{}</div>",
    "one pixel letters": "<div style='font-size:1px'>{}</div>",
    "indented away": "<div style='text-indent:-9999px'>{}</div>",
    "above the screen": "<div style='position:absolute;top:-9999px'>{}</div>",
    "white on white": "<div style='background-color:white;color:#fff'>{}</div>",
    "transparent": "<div style='color:transparent'>{}</div>",
    "hidden attribute": "<div hidden>{}</div>",
    "template": "<template>{}</template>",
    "comment within": "<div><!-- {} --></div>",
    "noscript": "<noscript>{}</noscript>",
}


@pytest.mark.parametrize("way", HIDDEN)
def test_a_credit_that_no_reader_sees_is_never_taken_for_a_visible_one(way: str) -> None:
    found = read(page(bottom=HIDDEN[way].format(SENTENCE), head=STYLED)).credits
    assert not any(credit.visible for credit in found), way


@pytest.mark.parametrize("way", [way for way in HIDDEN if way != "template"])
def test_a_hidden_credit_is_listed_all_the_same(way: str) -> None:
    found = read(page(bottom=HIDDEN[way].format(SENTENCE), head=STYLED)).credits
    assert [credit.source_name for credit in found] == ["Tideline"], way


@pytest.mark.parametrize(
    "shown",
    [
        "<div style='color:#777;background:#fff'>{}</div>",
        "<div style='font-size:11px'>{}</div>",
        "<div class='footnote'><small>{}</small></div>",
        "<details open><summary>About</summary>{}</details>",
        "<div style='display:block;opacity:.9'>{}</div>",
        "<div style='position:relative;left:-5px'>{}</div>",
    ],
)
def test_a_small_or_pale_credit_is_visible(shown: str) -> None:
    (credit,) = read(page(bottom=shown.format(SENTENCE))).credits
    assert credit.visible


@pytest.mark.parametrize(
    ("part", "positions"),
    [
        ("top", {Position.TOP}),
        ("byline", {Position.BYLINE}),
        ("middle", {Position.BODY}),
        ("bottom", {Position.BOTTOM}),
        ("aside", {Position.BOTTOM, Position.BODY}),
        ("footer", {Position.BOTTOM}),
    ],
)
def test_a_sentence_about_this_article_counts_wherever_it_stands(part: str, positions: set[Position]) -> None:
    (credit,) = read(page(**{part: SENTENCE})).credits
    assert credit.position in positions
    assert (credit.source_name, credit.href) == ("Tideline", ORIGINAL)


@pytest.mark.parametrize(
    "parts",
    [
        {"aside": "<p>Source: Tideline</p>"},
        {"footer": "<p>Originally published in Tideline</p>"},
        {"top": "<figure><img src='e.jpg'><figcaption>Originally published in Tideline</figcaption></figure>"},
        {"related": f"<p>{SENTENCE}</p>"},
        {"comment": SENTENCE},
        {"middle": "<blockquote><p>By Ana Roe, Tideline</p></blockquote>"},
        {"footer": "<p>News from our partners: Tideline, Gullwing</p>"},
        {"aside": "<p>By Ana Roe, The Mossbank Post</p>"},
    ],
    ids=str,
)
def test_where_a_line_does_not_speak_of_the_article_it_is_none(parts: dict[str, str]) -> None:
    assert read(page(**parts)).credits == ()


@pytest.mark.parametrize(
    "rel", ["", " rel='nofollow'", " rel='noopener noreferrer'", " rel='ugc nofollow'", " rel='sponsored'"]
)
def test_rel_is_kept(rel: str) -> None:
    (credit,) = read(page(bottom=SENTENCE.replace("<a ", f"<a{rel} "))).credits
    assert credit.rel == tuple(rel.removeprefix(" rel='").removesuffix("'").split())


@pytest.mark.parametrize(
    ("head", "top", "where"),
    [
        (f'<link rel="canonical" href="{ORIGINAL}">', "", "canonical"),
        (f'<script type="application/ld+json">{{"@type":"NewsArticle","isBasedOn":"{ORIGINAL}"}}</script>', "", "jsonld"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","sourceOrganization":{"@type":"Organization","name":"Tideline"}}</script>', "", "jsonld"),
        ("", '<a href="https://tideline.example/"><img src="/l.png" alt="Tideline" class="source-logo"></a>', "logo"),
    ],
)  # fmt: skip
def test_a_source_that_no_text_names_is_named_and_no_credit(head: str, top: str, where: str) -> None:
    article = read(page(head=head, top=top))
    assert article.credits == ()
    assert where in {named.where for named in article.named}


@pytest.mark.parametrize(
    ("line", "lang", "name"),
    [
        (f"<p>Traduit de <a href='{ORIGINAL}'>Tideline</a> par Anne Roy.</p>", "fr", "Tideline"),
        (f"<p>译自：<a href='{ORIGINAL}'>Tideline</a></p>", "zh", "Tideline"),
        (f"<p><a href='{ORIGINAL}'>Tideline</a>の記事の日本語訳です。</p>", "ja", "Tideline"),
        (f"<p>Übersetzung eines Artikels von <a href='{ORIGINAL}'>Tideline</a></p>", "de", "Tideline"),
    ],
)
def test_translations_name_the_work_they_are_made_from(line: str, lang: str, name: str) -> None:
    (credit,) = read(page(bottom=line, lang=lang)).credits
    assert (credit.kind.value, credit.source_name, credit.href) == ("translation", name, ORIGINAL)
