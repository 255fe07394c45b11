"""Whole pages that look as if they broke the terms, and do not, or not surely: nobody is accused of what a page cannot show."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rights.check import Given, Tools, check_page
from rights.extract.article import extract
from rights.library import Library
from rights.model import Finding, Page, Verdict
from rights.which_works import work_of
from tests.check.pages import PARAGRAPHS, TITLE

POLICY = """
publisher: {id: harbour, name: Harbour Gazette, domains: [harbour.example]}
terms: {url: "https://harbour.example/republish", checked_on: 2026-01-01, evidence: own-words}
policies:
  - id: default
    licence: CC-BY-ND-4.0
    clauses:
      - {type: attr.source}
      - {type: attr.byline}
      - {type: attr.copyright}
      - {type: attr.boilerplate, text: "The Harbour Gazette is a newsroom that reports on ports and the people who work in them."}
      - {type: link.original, target: article}
      - {type: link.keep_inline}
      - {type: licence.notice, link: required}
      - {type: edit.none, exceptions: [time, place, style]}
      - {type: edit.headline, value: keep}
      - {type: whole.only}
      - {type: track.pixel, address: "pixel.harbour.example/count.gif"}
      - {type: nc.use}
      - {type: nc.site, commercial: deny}
      - {type: nc.sell}
      - {type: nc.paywall, value: forbidden}
      - {type: time.embargo, hours: 24}
      - {type: who.contact_page}
"""
URL = "https://harbour.example/2024/05/icebreakers"
SOURCE = "https://tromso.example/gazette"
NOTE = "The Harbour Gazette is a newsroom that reports on ports and the people who work in them."
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS).replace(
    "harbour gazette of Tromsø", f"<a href='{SOURCE}'>harbour office of Tromsø</a>"
)
CREDIT = (
    f"<p>This article was originally published by the <a href='{URL}'>Harbour Gazette</a> under a "
    "<a href='https://creativecommons.org/licenses/by-nd/4.0/'>CC BY-ND 4.0</a> licence. © Harbour Gazette.</p>"
)
PIXEL = "<img src='https://pixel.harbour.example/count.gif?id=1' width=1 height=1>"
WHOLE = CREDIT + f"<p>{NOTE}</p>" + PIXEL
LIBRARY = Library([("harbour.yaml", POLICY)])
WORK = work_of(
    extract(
        Page(
            body=(
                f"<html lang=en><head><title>{TITLE} - Harbour Gazette</title><meta name=author content='Ingrid Solheim'>"
                "<meta property='article:published_time' content='2024-05-21T08:00:00+02:00'></head><body><article>"
                f"<h1>{TITLE}</h1><p class=byline>By Ingrid Solheim</p>{TEXT}<p>{NOTE}</p></article></body></html>"
            ).encode(),
            url=URL,
        )
    ),
    LIBRARY,
)


def judged(
    *,
    text: str = TEXT,
    after: str = WHOLE,
    title: str = TITLE,
    byline: str = "<p class=byline>By Ingrid Solheim</p>",
    head: str = "",
    outside: str = "",
    footer: str = "<footer><a href='/archive'>Archive</a> <a href='/contact'>Contact</a></footer>",
    lang: str = "en",
    published: str = "2024-06-01T09:00:00Z",
    cut: str | None = None,
) -> dict[str, Finding]:
    page = Page(
        body=(
            f"<!doctype html><html lang={lang}><head><title>{title} | Valley Commons</title>{head}"
            f"<meta property='article:published_time' content='{published}'></head><body><header><a href='/'>Valley Commons</a></header>"
            f"<main><article><h1>{title}</h1>{byline}{text}{after}</article></main>{outside}{footer}</body></html>"
        ).encode(),
        url="https://valley.example/icebreakers",
        fetched_at=datetime(2024, 7, 1, tzinfo=UTC),
        cut=cut,
    )
    (found,) = check_page(page, Tools(library=LIBRARY), Given(original=WORK))
    return {finding.clause: finding for finding in found.findings}


def accused(found: dict[str, Finding]) -> set[str]:
    return {name for name, finding in found.items() if finding.verdict is Verdict.VIOLATION}


def test_a_bare_copy_is_accused_of_all_that_it_shows() -> None:
    """The traps below mean something only because this page falls."""
    assert accused(judged(after="", byline="", title="Three ports quarrel", footer="<footer><a href='/archive'>Archive</a></footer>")) == {
        "attr.source", "attr.byline", "attr.copyright", "attr.boilerplate", "link.original", "licence.notice", "edit.headline", "track.pixel",
        "who.contact_page",
    }  # fmt: skip


def put(old: str, new: str, within: str = WHOLE) -> str:
    assert old in within
    return within.replace(old, new)


RELATED = (
    '<script type="application/ld+json">{"@type":"WebPage","mainEntity":{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle",'
    '"headline":"Ten things about another port","isAccessibleForFree":false}]}}</script>'
)
RELATED_BY_ADDRESS = '<script type="application/ld+json">[{"@type":"NewsArticle","url":"https://valley.example/other","isAccessibleForFree":"False"}]</script>'
FAIR: dict[str, dict[str, str]] = {
    "in order": {},
    "a link by script": {"after": put(f"<a href='{URL}'>Harbour Gazette</a>", f"<span data-href='{URL}'>Harbour Gazette</span>")},
    "a shortener": {"after": put(f"'{URL}'", "'https://bit.ly/3xYz'")},
    "a redirect that names its target": {"after": put(f"'{URL}'", f"'/out?url={URL}'")},
    "a redirect that does not": {"after": put(f"'{URL}'", "'https://valley.example/go/12345'")},
    "a redirect by a script's name": {"after": put(f"'{URL}'", "'/out.php?id=77'")},
    "an address of the publisher that the title fits": {"after": put(f"'{URL}'", "'https://harbour.example/norway-hesitates-send-icebreakers-strait'")},
    "credits that fold out": {"after": f"<details><summary>Credits</summary>{WHOLE}</details>"},
    "the name in capitals": {"byline": "<p>BY INGRID SOLHEIM</p>"},
    "the name turned round": {"byline": "<p>Text: Solheim, Ingrid</p>"},
    "the name in two elements": {"byline": "<p><span>Ingrid</span><span> Solheim</span></p>"},
    "the first name by its initial": {"byline": "<p>I. Solheim</p>"},
    "the name below a portrait": {"byline": "<a rel=author href='/author/ingrid-solheim'><img alt='Ingrid Solheim' src='/a.png'></a>"},
    "the name in markup alone": {"byline": "", "head": "<meta name=author content='Ingrid Solheim'>"},
    "the name in the credit": {"byline": "", "after": put("originally published", "written by Ingrid Solheim and originally published")},
    "a headline in capitals": {"title": TITLE.upper()},
    "a headline behind a label": {"title": f"Analysis: {TITLE}"},
    "a headline with the outlet": {"title": f"{TITLE} – Harbour Gazette"},
    "a box of other stories": {"text": TEXT.replace("</p><p>", "</p><div class=related><h3>Read also</h3><a href='/x'>Ten things about ports that you never knew</a></div><p>", 1)},
    "a call to sign up": {"text": TEXT.replace("</p><p>", "</p><p>Sign up for our newsletter and get the latest stories from the valley every morning.</p><p>", 1)},
    "links with a tracker's parameters": {"text": TEXT.replace(SOURCE, "http://www.tromso.example/gazette/?utm_source=valley")},
    "links to archived copies": {"text": TEXT.replace(SOURCE, f"https://web.archive.org/web/2024/{SOURCE}")},
    "the licence in German": {"after": put("CC BY-ND 4.0", "Creative Commons Namensnennung – Keine Bearbeitungen 4.0")},
    "a pixel that loads late": {"after": put("src='https://pixel", "data-src='https://pixel")},
    "a pixel without scripts": {"after": put(PIXEL, f"<noscript>{PIXEL}</noscript>")},
    "a day alone for the wait": {"published": "2024-05-22"},
    "a date from long before": {"published": "2014-05-22T10:00:00Z"},
    "no date": {"published": ""},
    "advertisements alone": {"outside": "<ins class=adsbygoogle data-ad-client=ca-pub-1234567890123456></ins><script src='https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js'></script>"},
    "a related story that is not free": {"head": RELATED},
    "another address that is not free": {"head": RELATED_BY_ADDRESS},
    "an offer to subscribe": {"outside": "<aside>Subscribe for full access from $4 a month</aside>"},
    "a profile instead of a contact": {"footer": "<footer><a href='/archive'>Archive</a> <a href='https://toots.example/@valley'>Toots</a></footer>"},
    "a footer that a script fills": {"footer": "<div id=footer></div><script src='/footer.js'></script>"},
}  # fmt: skip


@pytest.mark.parametrize("page", FAIR.values(), ids=FAIR)
def test_nobody_is_accused(page: dict[str, str]) -> None:
    assert accused(judged(**page)) == set()


def test_a_page_that_was_cut_proves_no_absence() -> None:
    found = judged(text="".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3]), after="", byline="", footer="", cut="size")
    assert accused(found) == set()


@pytest.mark.parametrize(
    ("after", "byline", "lang"),
    [
        (
            f"<p>Dieser Artikel erschien zuerst bei der <a href='{URL}'>Harbour Gazette</a>. Lizenz: "
            f"<a href='https://creativecommons.org/licenses/by-nd/4.0/deed.de'>CC BY-ND 4.0</a>. © Harbour Gazette</p>{PIXEL}",
            "<p>Von Ingrid Solheim</p>",
            "de",
        ),
        (
            f"<p>Источник: <a href='{URL}'>Harbour Gazette</a>. "
            f"<a href='https://creativecommons.org/licenses/by-nd/4.0/'>CC BY-ND 4.0</a>. © Harbour Gazette</p>{PIXEL}",
            "<p>Ингрид Сульхейм</p>",
            "ru",
        ),
    ],
    ids=["German", "Russian"],
)
def test_a_page_in_another_language_may_say_it_in_its_own_words(after: str, byline: str, lang: str) -> None:
    assert accused(judged(after=after, byline=byline, lang=lang)) == set()


@pytest.mark.parametrize(
    "picture",
    [
        "<img src='/credit.png' alt='Originally published by Harbour Gazette'>",
        f"<a href='{URL}'><img src='/img/harbour-gazette-logo.png'></a>",
    ],
)
def test_a_name_in_a_picture_is_for_a_person_to_see(picture: str) -> None:
    assert judged(after=picture)["attr.source"].verdict is Verdict.INCOMPLETE


def test_a_note_at_the_end_that_is_left_out_is_no_cut() -> None:
    found = judged(after=CREDIT + PIXEL)
    assert accused(found) == {"attr.boilerplate"}
    assert found["whole.only"].verdict is Verdict.INCOMPLETE
    assert "whole.only" in accused(judged(text="".join(f"<p>{p}</p>" for p in PARAGRAPHS[:5])))


def test_what_is_hidden_from_readers_is_no_credit() -> None:
    found = accused(judged(after=f"<div style='display:none'>{WHOLE}</div>"))
    assert {"attr.source", "attr.copyright", "attr.boilerplate", "link.original", "licence.notice"} <= found


def test_a_teaser_that_leads_to_the_original_owes_little() -> None:
    found = judged(
        text=f"<p>{PARAGRAPHS[0]}</p>",
        after=f"<p><a href='{URL}'>Read the full story at Harbour Gazette</a></p>",
        byline="",
    )
    assert accused(found) == {"whole.only"}


def test_one_kind_of_money_makes_no_commercial_site() -> None:
    markup = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","isAccessibleForFree":false}}</script>'
    found = judged(head=markup)
    assert found["nc.paywall"].verdict is Verdict.VIOLATION
    assert found["nc.site"].verdict is Verdict.INCOMPLETE
