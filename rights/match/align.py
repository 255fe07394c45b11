"""Align a copy with a work: which words stand where, through edits, cuts, moved paragraphs and foreign text.

Exact runs on the diagonals of the two texts are the anchors (so that what was moved is found as well as what stayed);
neighbouring anchors are joined and the gaps between them filled by the longest common subsequence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import LCSseq

from rights.match.seeds import trusted_runs
from rights.match.sides import SEED, WORD, Side, side
from rights.model import Match, Passage

#: Anchors with at most so many words between them, on either side, belong to one passage; more where both sides
#: have nearly as many, which is what words changed one by one leave behind.
JOIN, PARALLEL, SLACK = 24, 64, 4
#: A page shares something with a work when one passage shares so many words (or most of a shorter work).
PASSAGE_WORDS = 15
#: Without such a passage, scattered runs count when they are so many words and so much of the shorter text.
SCATTERED_WORDS, SCATTERED_SHARE = 25, 0.15
#: Beside such evidence, short passages count from so many letters on.
SHORT_LETTERS = 16
#: A passage of joined anchors must share this part of its words, unless one run alone is long.
DENSITY, LONG_RUN = 0.4, 10

#: In a gap wider than this a single equal word counts only about where an edit would have left it.
SMALL_GAP = 8

#: Words passed on the work's and the copy's side, in the order tried, where a block is grown.
_SHIFTS = ((0, 0), (1, 1), (1, 0), (0, 1), (2, 2), (2, 1), (1, 2), (2, 0), (0, 2), (3, 3))

Run = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Alignment:
    """Which tokens of a work stand where in a copy.

    ``blocks`` are in the copy's order; each is a tuple of exact runs (work start, copy start, length) that rise on both
    sides and overlap nowhere.
    """

    work: Side
    copy: Side
    blocks: tuple[tuple[Run, ...], ...]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All runs in the copy's order."""
        return tuple(run for block in self.blocks for run in block)

    @cached_property
    def tokens(self) -> int:
        """Number of shared tokens."""
        return sum(length for _, _, length in self.runs)

    @cached_property
    def longest(self) -> int:
        """The longest unbroken run, in words of the work."""
        spans = (self.work.span_of(i, i + n) for i, _, n in self.runs)
        return max((end - start for start, end in spans), default=0)

    def passages(self) -> tuple[Passage, ...]:
        """The blocks as word offsets of both sides."""
        return tuple(
            Passage(
                self.work.span_of(block[0][0], block[-1][0] + block[-1][2]),
                self.copy.span_of(block[0][1], block[-1][1] + block[-1][2]),
            )
            for block in self.blocks
        )

    def match(self) -> Match:
        """What the alignment amounts to, without changes."""
        if not self.blocks:
            return Match(containment=0.0, resemblance=0.0, words=0)
        work_words = _whole_units(self.work, ((i, n) for i, _, n in self.runs))
        copy_words = _whole_units(self.copy, ((j, n) for _, j, n in self.runs))
        in_work, in_copy = self.work.worded_units, self.copy.worded_units
        return Match(
            containment=work_words / in_work,
            resemblance=work_words / max(1, in_work + in_copy - copy_words),
            words=work_words,
            longest=self.longest,
            passages=self.passages(),
            copy_share=copy_words / in_copy,
        )


def _whole_units(text: Side, runs: Iterable[tuple[int, int]]) -> int:
    """Number of units all of whose tokens stand in the runs."""
    seen = np.zeros(len(text), np.bool_)
    for start, length in runs:
        seen[start : start + length] = True
    counts = np.bincount(text.token_units[0][seen], minlength=len(text.unit_bounds[0]))
    return int(np.count_nonzero((counts == text.tokens_in_unit) & (counts > 0)))


def align_sides(work: Side, copy: Side) -> Alignment:
    """Align two prepared texts; no block at all where nothing convincing is shared."""
    blocks = [_filled(work, copy, block) for block in _joined(trusted_runs(work, copy))]
    dense = [block for block in blocks if _is_dense(block)]
    if not _is_evidence(dense, work, copy):
        return Alignment(work, copy, ())
    kept = [block for block in dense if _letters(work, block) >= SHORT_LETTERS]
    return Alignment(work, copy, tuple(_extended(work, copy, kept)))


def align(work_text: str, copy_text: str) -> Match:
    """How much of a work a text holds, and where.

    Passages are half-open word offsets into ``text.split()`` of each side (in scripts without spaces every character
    is a word).  ``containment`` is the share of the work's words that stand in the copy in order, in passages that
    cannot be chance: the share kept, however it was cut, moved or edited.  Changes are left to `compare`.
    """
    return align_sides(side(work_text), side(copy_text)).match()


def _shared(block: tuple[Run, ...]) -> int:
    return sum(length for _, _, length in block)


def _letters(work: Side, block: tuple[Run, ...]) -> int:
    return sum(int(work.letters[i + n] - work.letters[i]) for i, _, n in block)


def _is_dense(block: tuple[Run, ...]) -> bool:
    if max(length for _, _, length in block) >= LONG_RUN:
        return True
    (i0, j0, _), (i1, j1, n1) = block[0], block[-1]
    return _shared(block) >= DENSITY * max(i1 + n1 - i0, j1 + n1 - j0)


def _is_evidence(blocks: list[tuple[Run, ...]], work: Side, copy: Side) -> bool:
    """One passage that cannot be chance, or many small ones that are much of the shorter text.

    Texts on one subject that share nothing reach an excess (words of runs beyond the fourth) of 5 on the answers of
    Clough and Stevenson and 4 on reports of one event; lightly rewritten answers begin at 7.
    """
    weights = [[int(work.weights[i + n] - work.weights[i]) for i, _, n in block] for block in blocks]
    whole, shorter = int(work.weights[-1]), min(int(work.weights[-1]), int(copy.weights[-1]))
    if max(map(sum, weights), default=0) >= min(PASSAGE_WORDS * WORD, max(SEED * WORD, whole * 6 // 10)):
        return True
    excess = sum(max(0, run - 4 * WORD) for block in weights for run in block)
    return excess >= 6 * WORD and sum(map(sum, weights)) >= max(SCATTERED_WORDS * WORD, SCATTERED_SHARE * shorter)


def _joined(runs: list[Run]) -> list[list[Run]]:
    """Runs in the copy's order, grouped where the work goes on in the same order and near."""
    blocks: list[list[Run]] = []
    for run in runs:
        if blocks:
            i, j, n = blocks[-1][-1]
            wide, high = run[0] - i - n, run[1] - j - n
            reach = PARALLEL if abs(wide - high) <= SLACK else JOIN
            if 0 <= wide <= reach and 0 <= high <= reach:
                blocks[-1].append(run)
                continue
        blocks.append([run])
    return blocks


def _filled(work: Side, copy: Side, block: list[Run]) -> tuple[Run, ...]:
    """The block with the words that its gaps share, too short to be seeds."""
    full = [block[0]]
    for run in block[1:]:
        i, j, n = full[-1]
        full.extend(_between(work, copy, (i + n, run[0]), (j + n, run[1])))
        full.append(run)
    return tuple(full)


def _between(work: Side, copy: Side, in_work: tuple[int, int], in_copy: tuple[int, int]) -> list[Run]:
    wide, high = in_work[1] - in_work[0], in_copy[1] - in_copy[0]
    if not wide or not high or wide == high == 1:
        return []
    ours, theirs = work.tokens.words[slice(*in_work)], copy.tokens.words[slice(*in_copy)]
    found = LCSseq.editops(ours, theirs).as_matching_blocks()
    if max(wide, high) > SMALL_GAP:
        slack = abs(wide - high) + 1
        found = [one for one in found if one.size > 1 or abs(one.a - one.b) <= slack]
    return [(in_work[0] + one.a, in_copy[0] + one.b, one.size) for one in found if one.size]


def _extended(work: Side, copy: Side, blocks: list[tuple[Run, ...]]) -> list[tuple[Run, ...]]:
    """Blocks grown outwards over words changed, left out or put in, into what is free on both sides."""
    used_work, used_copy = bytearray(len(work)), bytearray(len(copy))
    for block in blocks:
        for i, j, n in block:
            used_work[i : i + n] = used_copy[j : j + n] = b"\x01" * n
    grown: list[tuple[Run, ...]] = []
    for block in blocks:
        pieces = list(block)
        for step in (-1, 1):
            i, j, n = pieces[0] if step < 0 else pieces[-1]
            i, j = (i - 1, j - 1) if step < 0 else (i + n, j + n)
            hits: list[tuple[int, int]] = []
            best = score = 0
            kept = 0
            while score > best - 4:
                ahead = _ahead(work, copy, used_work, used_copy, (i, j), step)
                if ahead is None:
                    break
                wide, high = ahead
                score += 1 - max(wide, high)
                i, j = i + step * wide, j + step * high
                hits.append((i, j))
                if score > best:
                    best, kept = score, len(hits)
                i, j = i + step, j + step
            for a, b in hits[:kept]:
                used_work[a] = used_copy[b] = 1
                _attach(pieces, a, b, step)
        grown.append(tuple(pieces))
    return grown


def _ahead(
    work: Side, copy: Side, used_work: bytearray, used_copy: bytearray, at: tuple[int, int], step: int
) -> tuple[int, int] | None:
    """How many words to pass on either side until both go on alike; None where that is not near.

    One equal word suffices where as many are passed on both sides.  Elsewhere it takes two in a row, and a paragraph that
    does not end there on both sides: what stands under two articles has words in common by custom.
    """
    ours, theirs = work.tokens.words, copy.tokens.words

    def alike(i: int, j: int) -> bool:
        inside = 0 <= i < len(ours) and 0 <= j < len(theirs)
        return inside and ours[i] == theirs[j] and not used_work[i] and not used_copy[j]

    for wide, high in _SHIFTS:
        i, j = at[0] + step * wide, at[1] + step * high
        if not alike(i, j) or (wide != high and not alike(i + step, j + step)):
            continue
        passed = [used_work[at[0] + step * n] for n in range(wide)] + [used_copy[at[1] + step * n] for n in range(high)]
        parted = (
            wide != high and _line(work, at[0] - step) != _line(work, i) and _line(copy, at[1] - step) != _line(copy, j)
        )
        return None if any(passed) or parted else (wide, high)
    return None


def _line(text: Side, token: int) -> int:
    """The number of the paragraph that a token stands in."""
    return bisect_right(text.line_starts, int(text.token_units[0][token]))


def _attach(pieces: list[Run], i: int, j: int, step: int) -> None:
    if step < 0:
        a, b, n = pieces[0]
        if (i + 1, j + 1) == (a, b):
            pieces[0] = (i, j, n + 1)
        else:
            pieces.insert(0, (i, j, 1))
    else:
        a, b, n = pieces[-1]
        if (i, j) == (a + n, b + n):
            pieces[-1] = (a, b, n + 1)
        else:
            pieces.append((i, j, 1))
