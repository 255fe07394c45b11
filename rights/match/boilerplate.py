"""What of a page so many works share that it names none of them; and when it is so much that it is a copy after all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rights.match.fingerprint import Ints
from rights.match.parts import Hits
from rights.match.sides import Side

Mask = NDArray[np.bool_]

#: Boilerplate fingerprints with fewer words between them belong to one passage.
_GAP = 8
#: So many words in a row that very many works share may be a whole text: an agency's, a press release.
LONG = 60
#: Places of a long passage at which is asked who shares it.
_ASKED = 12


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A passage that many works share: its text, its half-open word offsets in the page, and how many works share it."""

    text: str
    place: tuple[int, int]
    works: int


@dataclass(frozen=True, slots=True)
class Common:
    """The passages of a page that many works share, by token (start, end, works), and which tokens they cover."""

    passages: tuple[tuple[int, int, int], ...]
    tokens: Mask
    places: Ints

    def told(self, page: Side) -> tuple[Boilerplate, ...]:
        """The passages in the page's own words."""
        spans = [(page.span_of(start, end), works) for start, end, works in self.passages]
        return tuple(Boilerplate(page.words_between(*span), span, works) for span, works in spans)

    def long(self, explained: Mask) -> Iterator[Ints]:
        """For each long passage that nothing explains, places at which to ask who shares it."""
        for start, end, _ in self.passages:
            if end - start >= LONG and explained[start:end].mean() < 0.5:
                yield self._asked(start, end)

    def longest(self, most: int) -> Iterator[Ints]:
        """For each of the longest passages, places at which to ask who shares it."""
        for start, end, _ in sorted(self.passages, key=lambda one: one[0] - one[1])[:most]:
            yield self._asked(start, end)

    def _asked(self, start: int, end: int) -> Ints:
        inside = self.places[(self.places >= start) & (self.places < end)]
        return spread(inside, _ASKED)

    def grown(self, also: Mask) -> Common:
        """The same with each passage grown, on both sides, over tokens that those who share it have ``also``."""
        passages: list[tuple[int, int, int]] = []
        for start, end, works in self.passages:
            before, after = np.flatnonzero(~also[:start]), np.flatnonzero(~also[end:])
            start = int(before[-1]) + 1 if len(before) else 0
            end = end + int(after[0]) if len(after) else len(also)
            if passages and start <= passages[-1][1] + _GAP:
                first, last, most = passages.pop()
                start, end, works = first, max(last, end), max(most, works)
            passages.append((start, end, works))
        return Common(tuple(passages), _covering(passages, len(also)), self.places)


def common(hits: Hits, tokens: int) -> Common:
    """The passages that the common k-grams of a page of so many tokens make."""
    order = np.argsort(hits.common, kind="stable")
    passages: list[tuple[int, int, int]] = []
    for start, reach, works in zip(
        hits.common[order].tolist(), hits.reach[order].tolist(), hits.sharers[order].tolist(), strict=True
    ):
        end = min(start + reach, tokens)
        if passages and start <= passages[-1][1] + _GAP:
            first, last, most = passages[-1]
            passages[-1] = (first, max(last, end), max(most, works))
        else:
            passages.append((start, end, works))
    return Common(tuple(passages), _covering(passages, tokens), np.unique(hits.common))


def spread(numbers: Ints, most: int) -> Ints:
    """At most so many of the numbers, from the first to the last."""
    return numbers[np.linspace(0, len(numbers) - 1, min(most, len(numbers))).astype(np.int64)]


def _covering(passages: Iterable[tuple[int, int, int]], tokens: int) -> Mask:
    covered = np.zeros(tokens, np.bool_)
    for start, end, _ in passages:
        covered[start:end] = True
    return covered
