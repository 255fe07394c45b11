"""Page after page, or many by one join: who answers which works a stream of pages copies, in the stream's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from rights.match.batch import Batch
from rights.match.copied import Answer, Matcher
from rights.match.fingerprint import hash_words
from rights.match.pages import with_picture_texts
from rights.model import Article

#: Pages whose k-grams go into one join: some hundred thousand rows.
_TOGETHER = 256
T = TypeVar("T")

#: A page under whatever name the caller knows it by; no article where it could not be read.
Named = tuple[T, Article | None]


def page_by_page(matcher: Matcher, pages: Iterable[Named[T]]) -> Iterator[tuple[T, Article | None, Answer]]:
    """Each page with the works that it copies."""
    for name, article in pages:
        yield name, article, matcher.match_article(article) if article else Answer()


def by_duckdb(matcher: Matcher, pages: Iterable[Named[T]]) -> Iterator[tuple[T, Article | None, Answer]]:
    """The same answers from joins of many pages with the index as it is now; raises `MissingExtra` without DuckDB."""
    table = Batch(matcher.index)
    source = iter(pages)
    while some := list(islice(source, _TOGETHER)):
        texts = [with_picture_texts(article).text if article else "" for _, article in some]
        words = [hash_words([text])[0] for text in texts]
        for (name, article), text, numbers, hits in zip(some, texts, words, table.hits(words), strict=True):
            yield name, article, matcher.answer(text, numbers, hits)
