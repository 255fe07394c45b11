"""Credits on whole pages: seen wherever they stand, and nothing taken for one that is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from rights.extract.credit_context import same_name
from rights.model import Credit, CreditKind, Position
from tests.extract.credit_pages import page, read

ORIGINAL = "https://tideline.example/2021/eels"
SENTENCE = f'<p>This article was originally published on <a href="{ORIGINAL}">Tideline</a>.</p>'


def only(html: str, url: str | None = "https://reedmark.example/2021/water") -> Credit:
    found = read(html, url).credits
    assert len(found) == 1, [credit.text for credit in found]
    return found[0]


def test_a_credit_says_everything_about_itself() -> None:
    credit = only(page(bottom=SENTENCE.replace("<a ", '<a rel="nofollow noopener" ')))
    assert credit.kind is CreditKind.ORIGINAL_PUBLICATION
    assert credit.text == "This article was originally published on Tideline."
    assert (credit.source_name, credit.href) == ("Tideline", ORIGINAL)
    assert credit.rel == ("nofollow", "noopener")
    assert credit.visible
    article = read(page(bottom=SENTENCE))
    assert article.dom is not None
    [element] = article.dom.select(article.credits[0].selector)
    assert element.text == credit.text


@pytest.mark.parametrize(
    ("part", "position"),
    [("top", Position.TOP), ("byline", Position.BYLINE), ("middle", Position.BODY), ("bottom", Position.BOTTOM)],
)
def test_position(part: str, position: Position) -> None:
    assert only(page(**{part: SENTENCE})).position is position


def test_the_passage_is_not_in_the_main_text() -> None:
    article = read(page(bottom=SENTENCE))
    assert article.credits
    assert "Tideline" not in article.text
    assert "gravel barge" in article.text


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">{}</div>',
        '<div style="font-size:0">{}</div>',
        "<div hidden>{}</div>",
        '<div style="position:absolute;left:-9999px">{}</div>',
        '<div style="background:#fff"><div style="color:#ffffff">{}</div></div>',
        "<noscript>{}</noscript>",
        "<!-- {} -->",
    ],
)
def test_a_hidden_credit_is_listed_as_not_visible(hidden: str) -> None:
    credit = only(page(bottom=hidden.format(SENTENCE)))
    assert credit.source_name == "Tideline"
    assert not credit.visible


@pytest.mark.parametrize("href", ["#", "", "javascript:void(0)"])
def test_a_dead_link_is_kept_as_written(href: str) -> None:
    credit = only(page(bottom=SENTENCE.replace(ORIGINAL, href)))
    assert (credit.source_name, credit.href) == ("Tideline", href)


def test_a_relative_link_is_resolved() -> None:
    assert only(page(bottom=SENTENCE.replace(ORIGINAL, "//tideline.example/e"))).href == "https://tideline.example/e"


def test_a_licence_block_gives_the_link_to_the_article_not_the_front_page() -> None:
    block = (
        '<p>This article is republished from <a href="https://tideline.example">Tideline</a> under a Creative Commons licence. '
        f'Read the <a href="{ORIGINAL}">original article</a>.</p>'
    )
    credit = only(page(bottom=block))
    assert credit.kind is CreditKind.REPUBLISHED
    assert (credit.source_name, credit.href) == ("Tideline", ORIGINAL)
    assert credit.text.endswith("Read the original article.")


def test_the_name_comes_from_the_pages_own_links_where_the_credit_only_points() -> None:
    text = f'<p>Source: <a href="{ORIGINAL}">The eels are back, and so are the men who sold them</a></p>'
    credit = only(page(bottom=text, top='<p>More from <a href="https://tideline.example/">Tideline</a></p>'))
    assert (credit.source_name, credit.href) == ("Tideline", ORIGINAL)


CREDITED: list[tuple[dict[str, str], str | None, CreditKind]] = [
    ({"byline": "<p>By Greta Lindholm, The Mossbank Post</p>"}, "The Mossbank Post", CreditKind.SOURCE_LINE),
    ({"byline": "<span>Von dpa 30.04.2021, 18:58</span>"}, "dpa", CreditKind.SOURCE_LINE),
    ({"byline": "<p>By Reuters</p>"}, "Reuters", CreditKind.SOURCE_LINE),
    ({"byline": "<p>By Amara Nwosu / Saltmarsh Herald – 2018-02-11</p>"}, "Saltmarsh Herald", CreditKind.SOURCE_LINE),
    ({"top": "<p>NAIROBI (Reuters) – The lake rose again.</p>"}, "Reuters", CreditKind.SYNDICATED),
    ({"bottom": "<p>© 2020 Reuters</p>"}, "Reuters", CreditKind.COPYRIGHT_LINE),
    ({"bottom": "<p>Copyright 2020 The Associated Press. All rights reserved.</p>"}, "Associated Press", CreditKind.COPYRIGHT_LINE),
    ({"bottom": "<p>Quelle: Heidekurier</p>"}, "Heidekurier", CreditKind.SOURCE_LINE),
    ({"bottom": "<p>Materials provided by <strong>University of Eastmere</strong>.</p>"}, "University of Eastmere", CreditKind.REPUBLISHED),
    ({"bottom": "<p>Provided by Eastmere Institute of Tides</p>"}, "Eastmere Institute of Tides", CreditKind.SOURCE_LINE),
    ({"bottom": "<p>The post <a href='https://paddock.example/x'>Feed</a> appeared first on <a href='https://paddock.example'>Paddock Notes</a>.</p>"}, "Paddock Notes", CreditKind.SYNDICATED),
    ({"bottom": "<p>Reprinted by permission of Fenland University Press.</p>"}, "Fenland University Press", CreditKind.REPRINTED),
    ({"bottom": "<p>(Jutta Sommer, Heidekurier 12.3.2017)</p>", "lang": "de"}, "Heidekurier", CreditKind.SOURCE_LINE),
    ({"bottom": "<p>本文转载自<a href='https://hekou.example/5'>河口周报</a></p>"}, "河口周报", CreditKind.REPUBLISHED),
    ({"bottom": "<p>Traduit de l'anglais par Hélène Roux</p>"}, None, CreditKind.TRANSLATION),
    ({"bottom": "<footer><p>Source: Tideline</p></footer>"}, "Tideline", CreditKind.SOURCE_LINE),
    ({"aside": "<p>This story was originally published by Gullwing.</p>"}, "Gullwing", CreditKind.ORIGINAL_PUBLICATION),
    ({"bottom": "<p><em>Originally published in Ferry Road Review, May 2019.</em></p>"}, "Ferry Road Review", CreditKind.ORIGINAL_PUBLICATION),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "name", "kind"), CREDITED, ids=lambda value: str(value)[:60])
def test_forms_and_places(parts: dict[str, str], name: str | None, kind: CreditKind) -> None:
    credit = only(page(**parts))
    assert (credit.source_name, credit.kind) == (name, kind)


TRAPS: dict[str, dict[str, str]] = {
    "the outlet is this site": {"bottom": "<p>This article was originally published in Reedmark Weekly.</p>"},
    "the outlet is this site, by its host": {"bottom": "<p>This post first appeared on reedmark.example.</p>"},
    "own magazine": {"bottom": "<p>This story appeared in the June 2019 issue of Reedmark Weekly Magazine.</p>"},
    "own print edition": {"bottom": "<p>This article appeared in the Opinion section of the print edition.</p>"},
    "own dateline": {"top": "<p>Reedmark Weekly, June 11, 2021</p>"},
    "own newsletter": {"top": "<p>This story first appeared in <a href='/letters'>The Ebb</a>, our newsletter.</p>"},
    "source links to this site": {"bottom": "<p>Source: <a href='https://reedmark.example/'>RW</a></p>"},
    "own rerun": {"bottom": "<p>This article was first published in June 2016.</p>"},
    "rerun in a time line": {"byline": "<span>Fri 22 Dec 2021 18.08 CETFirst published on Thu 21 Dec 2021</span>"},
    "study": {"middle": "<p>The study was originally published in the Journal of Coastal Works in 2018.</p>"},
    "book": {"middle": "<p>Her second novel, first published by Kelpwater Press, sold slowly.</p>"},
    "reported elsewhere": {"middle": "<p>First reported by The Mossbank Post, the letter names two officials.</p>"},
    "photo in a caption": {"top": "<figure><img src='a.jpg'><figcaption>Source: Moorland Wire</figcaption></figure>"},
    "photo courtesy": {"middle": "<p>Photo courtesy of the Eastmere Harbour Trust.</p>"},
    "image agency": {"top": "<figure><figcaption>Dana Holt/Reuters</figcaption></figure>"},
    "author bio": {"bottom": "<div class='author-bio'><p>Jon Rask writes a column for The Mossbank Post. His work has appeared in Tideline.</p></div>"},
    "outbound": {"bottom": "<p>This article was reprinted on Pebble.com. It was also cross-posted on Medium.</p>"},
    "comment": {"comment": "<p>This article was originally published on Tideline, you know.</p>"},
    "teaser": {"related": "<p>By Amara Nwosu, Saltmarsh Herald</p>"},
    "ban": {"footer": "<p>©2021 Marsh Lane Media. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.</p>"},
    "own republishing rules": {"bottom": "<p>Please include this text: “This story was originally published by Gullwing.”</p>"},
    "correction": {"bottom": "<p>Correction: An earlier version of this article misstated the date.</p>"},
    "plain byline": {"byline": "<p>By Greta Lindholm, senior reporter</p><p>June 11, 2021</p>"},
    "long name": {"byline": "<p>By Juan Carlos Ortega Ruiz June 11, 2021</p>"},
    "place in a byline": {"byline": "<p>By Greta Lindholm, London</p>"},
    "according to": {"middle": "<p>According to The Mossbank Post, the bridge stays closed.</p>"},
    "via mail": {"bottom": "<p>Follow the blog via e-mail</p>"},
    "embedded post": {"middle": "<blockquote>A post shared by Lena Ostby (@lena) on Feb 16, 2020</blockquote>"},
    "website credit in a comment of the source": {"bottom": "<!-- Website developed by Graphek GmbH - http://graphek.example -->"},
    "chart": {"middle": "<p>Rates for consumer loans, new contracts of 2017, source: Central Bank of Eastmere, 5 March</p>"},
    "contact": {"bottom": "<p>Prof. Jutta Sommer<br>Institute of Tides</p><p>Felix Losada<br>E-Mail: f@x.example</p>"},
    "politician": {"top": "<p>Sen. Joe Marlow (D-W.Va.) opposed the plan.</p>"},
    "stress": {"middle": "<p>Sie sagte es mit Nachdruck und verließ den Saal der Zeitung.</p>"},
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap: str) -> None:
    assert read(page(**TRAPS[trap])).credits == ()


def test_a_byline_that_repeats_a_sentence_is_listed_once() -> None:
    article = read(page(byline="<p>By Ana Roe, Moorland Wire</p>", bottom="<p>This story was originally published by Moorland Wire.</p>"))  # fmt: skip
    assert [credit.kind for credit in article.credits] == [CreditKind.ORIGINAL_PUBLICATION]


def test_two_hops_are_both_named() -> None:
    article = read(page(bottom="<p>This article was originally published by Gullwing. Reprinted with permission from Tideline.</p>"))  # fmt: skip
    assert [credit.source_name for credit in article.credits] == ["Gullwing", "Tideline"]


LINES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "credit_lines.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("media", ["text/markdown", "text/plain", "text/html"])
def test_a_page_of_one_line_is_read_like_the_line(media: str) -> None:
    wrong = []
    for line in LINES if media == "text/markdown" else LINES[::3]:
        text = line["text"]
        if media == "text/plain" and ("](" in text or "<a " in text):
            continue
        if media == "text/html":
            text = f"<html><body><p>{text}</p></body></html>"
        found = read(text, None, media).credits
        if bool(found) != ("kind" in line):
            wrong.append((line["text"], [credit.text for credit in found]))
    assert len(wrong) <= len(LINES) // 50, wrong


FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "credit_floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def golden() -> list[tuple[dict[str, Any], tuple[Credit, ...]]]:
    """Every line at the end of a full article page in its language, as Markdown or HTML would have it there."""
    read_all = []
    for line in LINES:
        shown = MarkdownIt("commonmark").render(line["text"])
        read_all.append((line, read(page(bottom=shown, lang=line["lang"])).credits))
    return read_all


def test_golden_pages_in_fourteen_languages(golden: list[tuple[dict[str, Any], tuple[Credit, ...]]]) -> None:
    assert len(golden) >= 150
    assert len({line["lang"] for line, _ in golden}) >= 13
    false = [line["text"] for line, found in golden if "none" in line and found]
    missed = [line["text"] for line, found in golden if "kind" in line and not found]
    wanted = [(line["name"], found) for line, found in golden if line.get("name") and found]
    wrong = [name for name, found in wanted if not any(same_name(name, credit.source_name or "") for credit in found)]
    hits = sum("kind" in line for line, found in golden if found)
    assert hits / (hits + len(false)) >= FLOORS["precision"], false
    assert hits / (hits + len(missed)) >= FLOORS["recall"], missed
    assert 1 - len(wrong) / len(wanted) >= FLOORS["right name"], wrong


@pytest.mark.parametrize("kind", ["precision", "recall", "right name"])
def test_no_floor_is_below_what_is_asked(kind: str) -> None:
    assert FLOORS[kind] >= {"precision": 0.95, "recall": 0.85, "right name": 0.9}[kind]


def test_a_long_block_is_read_at_both_ends() -> None:
    prose = "The water rose for nine days before the council agreed to open the gates. " * 60
    credit = only(f"<html><body><article><p>{prose}</p><p>{prose}This story was originally published by Gullwing.</p></article></body></html>")  # fmt: skip
    assert credit.source_name == "Gullwing"


def test_a_page_full_of_credit_words_ends() -> None:
    words = "originally published on source: by the in von quelle: republished from " * 12
    body = "".join(f"<p>{words}</p>" for _ in range(150))
    assert len(read(f"<html><body><article>{body}</article></body></html>").credits) <= 60
