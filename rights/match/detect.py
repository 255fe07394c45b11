"""Text reused in other words: shuffled, with synonyms, rewritten by hand.

Alignment (`rights.match.align`) proves a copy by its unbroken runs; this proposes reuse that has few of them.  A seed
is two words near each other, in either order; seeds that lie close on both sides gather into fragments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from rights.match.sides import Ints, Side, side

#: A seed's two words stand at most so far apart.
APART = 3
#: A seed that stands more often than this on either side is a phrase of everyday.
RARE = 4
#: Seeds belong together with at most so many words between them, on either side.
GAP = 25
#: A fragment has seeds at so many places of both sides.
PLACES = 12
#: Fragments are one where at most so many words part them on both sides.
MERGE = 80
#: Of the longer words of the shorter fragment this share must stand in the other.
COMMON = 0.3
_MIX = np.int64(-7046029254386353131)


@dataclass(frozen=True, slots=True)
class Reuse:
    """A fragment of the work and the one of the copy that says the same: half-open character spans.

    ``common`` is the share of longer words that both have: 1 for a shuffled copy, about 0.4 for one with synonyms.
    """

    work: tuple[int, int]
    copy: tuple[int, int]
    common: float


@dataclass(frozen=True, eq=False)
class Paired:
    """A prepared text with its seeds; make it once for a text that is compared with many."""

    side: Side

    @cached_property
    def seeds(self) -> tuple[Ints, Ints]:
        """Codes of the word pairs and their places."""
        codes = self.side.codes
        made, places = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for apart in range(1, min(APART, len(codes) - 1) + 1):
            first, second = codes[:-apart], codes[apart:]
            made.append(np.where(first == second, 0, np.minimum(first, second) * _MIX + np.maximum(first, second)))
            places.append(np.arange(len(first)))
        return np.concatenate(made), np.concatenate(places)

    @cached_property
    def table(self) -> tuple[Ints, Ints]:
        """The seeds in the order of their codes."""
        made, places = self.seeds
        order = np.argsort(made, kind="stable")
        return made[order], places[order]


def paired(text: str) -> Paired:
    """Make a text ready for `detect_paired`."""
    return Paired(side(text))


def detect(work_text: str, copy_text: str) -> tuple[Reuse, ...]:
    """Fragments of a copy that reuse the work's text, in the copy's order; leads for a person, not proof."""
    return detect_paired(paired(work_text), paired(copy_text))


def detect_paired(work: Paired, copy: Paired) -> tuple[Reuse, ...]:
    """`detect` for texts made ready."""
    i, j = _shared(work, copy)
    if len(i) < PLACES:
        return ()
    boxes = []
    for a, b in _gathered(i, j):
        if min(len(np.unique(a)), len(np.unique(b))) >= PLACES:
            boxes.append([int(a.min()), int(a.max()) + 1, int(b.min()), int(b.max()) + 1])
    found = []
    for a0, a1, b0, b1 in _merged(boxes):
        common = _common(work.side.tokens.words[a0:a1], copy.side.tokens.words[b0:b1])
        if common >= COMMON:
            ours, theirs = work.side.tokens.spans, copy.side.tokens.spans
            found.append(Reuse((ours[a0][0], ours[a1 - 1][1]), (theirs[b0][0], theirs[b1 - 1][1]), common))
    return tuple(found)


def _shared(work: Paired, copy: Paired) -> tuple[Ints, Ints]:
    """Places in work and copy where both have a rare seed."""
    table, places = copy.table
    made, where = work.seeds
    none = np.empty(0, np.int64)
    if not len(table) or not len(made):
        return none, none
    low = np.searchsorted(table, made)
    low[low == len(table)] = 0
    at = np.flatnonzero((table[low] == made) & (made != 0))
    low, made = low[at], made[at]
    count = np.searchsorted(table, made, "right") - low
    ours = np.searchsorted(work.table[0], made, "right") - np.searchsorted(work.table[0], made)
    rare = (count <= RARE) & (ours <= RARE)
    at, low, count = at[rare], low[rare], count[rare]
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    i = where[np.repeat(at, count)]
    j = places[np.repeat(low, count) + within]
    once = np.unique(i * (len(copy.side) + 1) + j)
    return once // (len(copy.side) + 1), once % (len(copy.side) + 1)


def _gathered(i: Ints, j: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Groups of seeds without a gap on either side: parted along one side, then the other, until nothing parts."""
    waiting = [(i, j)]
    while waiting:
        i, j = waiting.pop()
        for along in (j, i):
            order = np.argsort(along, kind="stable")
            breaks = np.flatnonzero(np.diff(along[order]) > GAP) + 1
            if len(breaks):
                parts = np.split(order, breaks)
                waiting += [(i[part], j[part]) for part in parts if len(part) >= PLACES]
                break
        else:
            yield i, j


def _merged(boxes: list[list[int]]) -> list[list[int]]:
    out: list[list[int]] = []
    for box in sorted(boxes, key=lambda one: one[2]):
        for other in out:
            near_copy = box[2] - other[3] <= MERGE and other[2] - box[3] <= MERGE
            if near_copy and box[0] - other[1] <= MERGE and other[0] - box[1] <= MERGE:
                other[0::2] = [min(other[0], box[0]), min(other[2], box[2])]
                other[1::2] = [max(other[1], box[1]), max(other[3], box[3])]
                break
        else:
            out.append(list(box))
    return out


def _common(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """The share of longer words of the shorter side that the other has; single characters count in scripts of such."""
    least = 4 if max(map(len, ours)) > 1 else 1
    one, other = ({word for word in side if len(word) >= least} for side in (ours, theirs))
    return len(one & other) / max(1, min(len(one), len(other)))
