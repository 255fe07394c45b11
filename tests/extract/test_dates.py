"""The days of publication and of the last change, as lines and fields give them."""

from __future__ import annotations

import pytest

from rights.extract.article import extract
from rights.model import Page

_TEXT = (
    "<p>The committee met on the first day to review the budget and heard from eleven residents about the roads.</p>"
    * 6
)


def days(line: str, head: str = "", lang: str = "en") -> tuple[str | None, str | None]:
    html = f"<html lang={lang}><head><title>Minutes</title>{head}</head><body><h1>Minutes</h1><p>{line}</p>{_TEXT}</body></html>"
    article = extract(Page(body=html.encode(), headers={"content-type": "text/html; charset=utf-8"}))
    return article.published, article.modified


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Published: March 4, 2024 | Updated: May 1, 2024", "2024-03-04", "2024-05-01"),
        ("Veröffentlicht am 4. März 2024, aktualisiert am 1. Mai 2024", "2024-03-04", "2024-05-01"),
        ("March 4, 2024", "2024-03-04", None),
    ],
)
def test_the_day_of_the_last_change_stands_behind_its_word(line: str, published: str, modified: str | None) -> None:
    assert days(line) == (published, modified)


@pytest.mark.parametrize(("lang", "published"), [("es", "2024-03-04"), ("de", "2024-03-04"), ("en", None)])
def test_day_and_month_are_told_apart_where_the_language_settles_it(lang: str, published: str | None) -> None:
    assert days("04/03/2024", lang=lang)[0] == published


@pytest.mark.parametrize("written", ["Mon, 04 Mar 2024 08:00:00 GMT", "March 4, 2024", "4 March 2024"])
def test_a_field_for_machines_that_a_person_filled_is_read(written: str) -> None:
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{written}"}}</script>'
    assert days("Minutes of the day", data)[0] == "2024-03-04"
