"""Sources that only markup names."""

from __future__ import annotations

import pytest

from tests.extract.credit_pages import page, read

ORIGINAL = "https://tideline.example/2021/eels"


def where(html: str) -> list[tuple[str, str | None, str | None]]:
    return [(named.where, named.source_name, named.href) for named in read(html).named]


def test_canonical_on_another_site() -> None:
    html = page(head=f'<link rel="canonical" href="{ORIGINAL}">')
    assert where(html) == [("canonical", "tideline.example", ORIGINAL)]
    assert read(html).credits == ()


def test_canonical_on_this_site_names_nobody() -> None:
    assert where(page(head='<link rel="canonical" href="https://www.reedmark.example/2021/water">')) == []


@pytest.mark.parametrize("key", ["isBasedOn", "sourceOrganization", "provider", "publisher"])
def test_jsonld(key: str) -> None:
    value = f'{{"@type":"Organization","name":"Tideline","url":"{ORIGINAL}"}}'
    html = page(
        head=f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"x","{key}":{value}}}</script>'
    )
    assert ("jsonld", "Tideline", ORIGINAL) in where(html)


def test_jsonld_of_this_site_names_nobody() -> None:
    html = page(head='<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Reedmark Weekly"}}</script>')  # fmt: skip
    assert where(html) == []


def test_logo_at_the_head_of_the_article() -> None:
    html = page(
        byline='<a class="source-logo" href="https://tideline.example/"><img src="l.png" alt="Tideline logo"></a>'
    )
    assert where(html) == [("logo", "Tideline", "https://tideline.example/")]


def test_logo_beside_the_author_that_leads_elsewhere() -> None:
    html = page(byline=f'By Ida Crane <a href="{ORIGINAL}"><img src="/t.png" alt="Tideline"></a>')
    assert ("logo", "Tideline", ORIGINAL) in where(html)
    own = '<a href="https://reedmark.example/ida"><img src="/i.png" alt="Ida Crane"></a>'
    assert where(page(byline=own)) == []


def test_credit_text_of_the_article_is_a_source_and_of_a_person_none() -> None:
    markup = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","creditText":"%s"}</script>'
    assert where(page(head=markup % "Tideline")) == [("jsonld", "Tideline", None)]
    assert where(page(head=markup % "Ida Crane")) == []


def test_script_field() -> None:
    html = page(head='<script>window.page = {"sourceName": "Tideline", "provider": "default"};</script>')
    assert where(html) == [("script", "Tideline", None)]


def test_what_a_credit_names_is_not_named_again() -> None:
    html = page(
        head='<script>var a = {"sourceName": "Tideline"};</script>',
        bottom=f'<p>This article was originally published on <a href="{ORIGINAL}">Tideline</a>.</p>',
    )
    article = read(html)
    assert len(article.credits) == 1
    assert article.named == ()
