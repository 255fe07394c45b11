"""Pages put together, and text that hides in pictures."""

from __future__ import annotations

from rights.match.compare import compare
from rights.match.pages import joined
from rights.model import Article, Block, Image, Link, Work
from tests.match.test_align import prose

PARAGRAPHS = [" ".join(prose(seed, 70)) for seed in range(40, 46)]


def page(paragraphs: list[str], **fields: object) -> Article:
    return Article(text="\n\n".join(paragraphs), blocks=tuple(Block(text=text) for text in paragraphs), **fields)  # type: ignore[arg-type]


def test_a_paginated_copy_is_one_copy() -> None:
    work = Work(id="w", text="\n\n".join(PARAGRAPHS))
    first = page(PARAGRAPHS[:3], title="One", links=(Link(href="https://x.example/1", paragraph=2),))
    second = page(
        [PARAGRAPHS[0], *PARAGRAPHS[3:]],
        title="One, page 2",
        links=(Link(href="https://x.example/2", paragraph=1), Link(href="https://x.example/0", paragraph=0)),
    )
    whole = joined([first, second])
    assert whole.title == "One"
    assert whole.text == work.text
    assert [(link.href, link.paragraph) for link in whole.links] == [
        ("https://x.example/1", 2),
        ("https://x.example/2", 3),
    ]
    match = compare(work, whole)
    assert (match.containment, match.changes) == (1.0, ())


def test_a_single_page_stays_as_it_is() -> None:
    assert joined([page(PARAGRAPHS)]) == page(PARAGRAPHS)


def test_an_article_shown_as_pictures_is_read_from_their_descriptions() -> None:
    copy = Article(
        text="Look at this.", images=tuple(Image(src=f"{at}.png", alt=text) for at, text in enumerate(PARAGRAPHS))
    )
    assert compare(Work(id="w", text="\n\n".join(PARAGRAPHS)), copy).containment == 1.0
