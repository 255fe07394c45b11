"""Finding words on a page and quoting them as evidence: what clauses use to look at an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rights.match.words import tokenise
from rights.model import Article, Evidence

#: Characters of context on each side of a quotation (W3C Web Annotation asks for enough to be unique).
CONTEXT = 40


def quote(text: str, start: int, end: int, selector: str = "") -> Evidence:
    """Evidence for the characters ``start:end`` of a text, with what stands around them."""
    return Evidence(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        selector=selector,
    )


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str] | None:
    words = tokenise(name).words
    if not words:
        return None
    joined = r"[\W_]*".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![^\W_]){joined}(?![^\W_])", re.IGNORECASE)


def find_names(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The half-open character spans at which one of the names stands, as whole words, whatever its punctuation."""
    for name in names:
        pattern = _pattern(name)
        if pattern:
            yield from (found.span() for found in pattern.finditer(text))


def visible(article: Article) -> str:
    """The text that a reader of the page can see; the main text where the page gave nothing else."""
    return article.visible_text or article.text
