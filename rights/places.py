"""Where in a page's source a finding's passage stands: lines and columns, for editors and code hosts.

Passages are quoted as readers see them; the source has markup between their words.  Both are read as runs of words:
tags, comments, scripts and the addresses of Markdown's links are no words, and character references are what they stand for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from rights.extract.decode import decode
from rights.extract.source import read_source
from rights.model import Article, Assessment, Evidence, Page, Place, Verdict

#: Sources longer than this, in characters, are not searched.
_LONGEST = 8_000_000
_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)|<[a-zA-Z/!?][^<>]*>|(?P<text>&#?\w{1,31};|[^<&]+|.)",
    re.DOTALL | re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|<[a-zA-Z/][^<>]*>|\]\([^)\n]*\)|(?P<text>&#?\w{1,31};|[^<&\]]+|.)", re.DOTALL
)
_WORD = re.compile(r"\w+")


def places_of(page: Page, found: Assessment) -> Mapping[str, Place]:
    """The place of each finding that is more than a pass, by its clause.

    A finding about something that is missing stands where the article begins.
    """
    wanted = [finding for finding in found.findings if finding.verdict > Verdict.PASS]
    seen = found.republication
    if not wanted or seen is None:
        return {}
    read = read_source(page)
    if read.media not in ("html", "markdown", "text"):
        return {}
    source = Words(decode(page.body, page.headers.get("content-type"))[0], markdown=read.media == "markdown")
    start = source.beginning(seen.copy)
    placed: dict[str, Place] = {}
    for finding in wanted:
        shown = (source.find(one) for one in finding.evidence if one.exact)
        place = next((place for place in shown if place), start)
        if place:
            placed[finding.clause] = place
    return placed


class Words:
    """A source as a run of words, each with where it begins and ends."""

    def __init__(self, source: str, *, markdown: bool = False) -> None:
        self._source = source if len(source) <= _LONGEST else ""
        self._lines = [0, *(found.end() for found in re.finditer("\n", self._source))]
        self._spans: list[tuple[int, int]] = []
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for word, start, end in _words(self._source, _MARKDOWN if markdown else _HTML):
            self._spans.append((start, end))
            self._starts.append(length)
            parts.append(word)
            length += len(word) + 1
        self._run = " ".join(parts)

    def find(self, passage: Evidence) -> Place | None:
        """Where a passage stands, told from its likes by what is around it; None where it is not in the source."""
        exact = _run(passage.exact)
        before, after = _run(passage.prefix)[1:], _run(passage.suffix)[:-1]  # their outer words may be cut
        for skip, words in ((before, (*before, *exact, *after)), (before, (*before, *exact)), ((), exact)):
            at = self._index(words)
            if at is not None and exact:
                return self._place(at + len(skip), at + len(skip) + len(exact) - 1)
        return self._literally(passage.exact)

    def beginning(self, copy: Article) -> Place | None:
        """Where the article begins: its headline, else the first of its paragraphs that is found."""
        for text in (copy.title or "", *(block.text for block in copy.blocks[:3])):
            words = _run(text)[:30]
            at = self._last(words) if text == copy.title else self._index(words)
            if words and at is not None:
                return self._place(at, at + len(words) - 1)
        return None

    def _index(self, words: Sequence[str]) -> int | None:
        return self._number(f" {self._run} ".find(f" {' '.join(words)} ")) if words else None

    def _last(self, words: Sequence[str]) -> int | None:
        """The last time: a headline stands in the page's title too, before it."""
        return self._number(f" {self._run} ".rfind(f" {' '.join(words)} ")) if words else None

    def _number(self, offset: int) -> int | None:
        return None if offset < 0 else bisect_right(self._starts, offset) - 1

    def _place(self, first: int, last: int) -> Place:
        return self._between(self._spans[first][0], self._spans[last][1])

    def _literally(self, text: str) -> Place | None:
        """What stands in the markup itself: an address, a piece of code."""
        for form in (text, text.replace("&", "&amp;")):
            at = self._source.find(form) if len(form) > 3 else -1
            if at >= 0:
                return self._between(at, at + len(form))
        return None

    def _between(self, start: int, end: int) -> Place:
        first, last = bisect_right(self._lines, start) - 1, bisect_right(self._lines, end - 1) - 1
        return Place(first + 1, start - self._lines[first] + 1, last + 1, end - self._lines[last] + 1)


def _words(source: str, pieces: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Each word in lower case, with where it begins and ends; a word goes on over character references."""
    word, began, ended = "", 0, 0
    for piece in pieces.finditer(source):
        text = piece["text"]
        if text is None:
            continue
        at = piece.start()
        reference = text[0] == "&" and len(text) > 1
        shown = unescape(text) if reference else text
        for found in _WORD.finditer(shown):
            start, end = (at, at + len(text)) if reference else (at + found.start(), at + found.end())
            if word and start == ended:
                word, ended = word + found[0].casefold(), end
                continue
            if word:
                yield word, began, ended
            word, began, ended = found[0].casefold(), start, end
    if word:
        yield word, began, ended


def _run(text: str) -> tuple[str, ...]:
    return tuple(found[0].casefold() for found in _WORD.finditer(text))
