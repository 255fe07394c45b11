"""Finding words on a page and quoting them as evidence: what clauses use to look at an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rights.match.words import words_of
from rights.model import Article, Element, Evidence
from rights.patterns import late

#: Characters of context on each side of a quotation (W3C Web Annotation asks for enough to be unique).
CONTEXT = 40
#: Lines of the page that count as near the article, before its text and after it.
NEAR = 12


_ENDS = late(r"(?<=[.!?…。！？][\"'”’)\]])\s+|(?<=[.!?…。！？])\s+|\n+")


def quote(text: str, start: int, end: int, selector: str = "") -> Evidence:
    """Evidence for the characters ``start:end`` of a text, with what stands around them."""
    return Evidence(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        selector=selector,
    )


def plain(text: str) -> str:
    """The same text without diacritics, character for character, so that offsets stay."""
    if text.isascii():
        return text
    table = {ord(c): unicodedata.normalize("NFKD", c)[0] for c in set(text) if not c.isascii()}
    return text.translate({code: to for code, to in table.items() if to.isalnum()})


#: Between two words that lost the space or line break between them: "By Jim WalshStaff Writer".
_GLUE = r"(?<=(?-i:[a-z\d]))(?=(?-i:[A-Z]))"


def raw_words(text: str) -> list[str]:
    """The runs of letters and digits as they stand, without diacritics: what patterns are built of."""
    return re.findall(r"[^\W_]+", plain(text))


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str] | None:
    words = raw_words(name)
    if not words:
        return None
    joined = r"[\W_]*".join(re.escape(word) for word in words)
    glue = _GLUE if len(words) > 1 else "(?!)"
    return re.compile(rf"(?:(?<![^\W_])|{glue}){joined}(?:(?![^\W_])|{glue})", re.IGNORECASE)


def find_names(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The half-open character spans at which one of the names stands, as whole words.

    Punctuation, spaces and diacritics do not count: ``GlobalResearch`` is ``Global Research``.
    """
    folded = plain(text)
    for name in names:
        pattern = _pattern(name)
        if pattern:
            yield from (found.span() for found in pattern.finditer(folded))


def names_any(text: str | None, names: Iterable[str]) -> bool:
    """True when one of the names stands in the text."""
    return bool(text) and next(find_names(text or "", names), None) is not None


def visible(article: Article) -> str:
    """The text that a reader of the page can see; the main text where the page gave nothing else."""
    return article.visible_text or article.text


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """The comparable words of a text between single spaces, with one at either end: ``" a b "``."""
    return f" {' '.join(words_of(text))} "


@lru_cache(maxsize=4096)
def word_set(text: str) -> frozenset[str]:
    """The different comparable words of a text."""
    return frozenset(words_of(text))


def holds_words(text: str, passage: str) -> bool:
    """True when the passage's words stand in the text, in order and without a gap."""
    wanted = folded(passage)
    return wanted.strip() != "" and wanted in folded(text)


def near_lines(article: Article) -> list[str]:
    """The visible lines around the article: its own, and `NEAR` of them before its text and after it.

    Navigation, sidebars and the site's footer of a long page are left out; a page without main text is all near.
    """
    lines = [line.strip() for line in visible(article).splitlines() if line.strip()]
    texts = {block.text.strip() for block in article.blocks if block.text.strip()}
    at = [index for index, line in enumerate(lines) if line in texts]
    if not at:
        return lines
    return lines[max(0, at[0] - NEAR) : at[-1] + 1 + NEAR]


def edge_lines(article: Article) -> list[str]:
    """The lines near the article that are not its main text: where credits, bylines and notes stand."""
    texts = {block.text.strip() for block in article.blocks}
    return [line for line in near_lines(article) if line not in texts]


def margins(article: Article, blocks: int = 3) -> list[str]:
    """The lines beside the main text with its first and last blocks: where an original prints its notes."""
    texts = [block.text for block in article.blocks]
    ends = texts if len(texts) <= 2 * blocks else [*texts[:blocks], *texts[-blocks:]]
    return list(dict.fromkeys([*edge_lines(article), *ends]))


def is_caption(article: Article, line: str) -> bool:
    """True when a line is what stands beside an image: it speaks of the image, not of the article."""
    beside = [text for image in article.images for text in (image.caption, image.credit) if text]
    return any(line in text or text in line for text in beside)


def select(article: Article, css: str) -> list[Element]:
    """The page's elements for a selector; none where the page's structure is not at hand."""
    return list(article.dom.select(css)) if article.dom is not None else []


def sentences(text: str) -> list[str]:
    """A text cut into sentences, roughly: at line breaks and after closing punctuation."""
    return [part.strip() for part in _ENDS.split(text) if part.strip()]
