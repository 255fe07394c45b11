"""Where two aligned texts differ, in words as their readers count them: before anything is said about the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rights.match.align import Alignment, Run
from rights.match.wording.style import amounts

#: A passage out of order that is shorter than this is a phrase met again, not a paragraph moved.
MOVED_WORDS = 12
#: Beside a difference of so many words a lone word in common is chance.
LARGE = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the work from ``work[0]`` to ``work[1]`` stand as those of ``copy``; either side may be empty.

    ``edge`` says that nothing shared stands before it (or after it) in the copy.
    """

    work: tuple[int, int]
    copy: tuple[int, int]
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """One word, the same on both sides but perhaps for how it is written."""

    work: int
    copy: int


@dataclass(frozen=True, slots=True)
class Layout:
    """An alignment told apart: words that are the same, where the texts differ, passages that moved."""

    same: tuple[Same, ...]
    differences: tuple[Difference, ...]
    moved: tuple[Difference, ...]


def layout(found: Alignment) -> Layout:
    """Tell apart what stayed, differs and moved; both texts are covered from end to end."""
    straight, moved = _in_order(found)
    chain = _dissolved(_same_units(found, [run for block in straight for run in block]))
    aside = [(block, _dissolved(_same_units(found, list(block)))) for block in moved]
    aside = [(block, same) for block, same in aside if same and len(same) >= MOVED_WORDS]
    differences = list(_between(chain, len(found.work.units), len(found.copy.units)))
    for _, same in aside:
        differences += [one for one in _between(same, 0, 0) if not one.edge]
    moves = tuple(Difference((same[0].work, same[-1].work + 1), (same[0].copy, same[-1].copy + 1)) for _, same in aside)
    pieces = [piece for one in differences for piece in _without(one, moves)]
    same_words = [*chain, *(one for _, same in aside for one in same)]
    return Layout(tuple(same_words), tuple(sorted(pieces, key=lambda one: (one.copy, one.work))), moves)


def _in_order(found: Alignment) -> tuple[list[tuple[Run, ...]], list[tuple[Run, ...]]]:
    """The blocks that rise on both sides and hold most words together; and the others."""
    blocks = found.blocks
    weight = [sum(n for _, _, n in block) for block in blocks]
    best = weight[:]
    before = [-1] * len(blocks)
    for at, block in enumerate(blocks):
        for earlier in range(max(0, at - 400), at):
            end = blocks[earlier][-1]
            if end[0] + end[2] <= block[0][0] and best[earlier] + weight[at] > best[at]:
                best[at], before[at] = best[earlier] + weight[at], earlier
    chosen: set[int] = set()
    at = max(range(len(blocks)), key=best.__getitem__, default=-1)
    while at >= 0:
        chosen.add(at)
        at = before[at]
    return [b for at, b in enumerate(blocks) if at in chosen], [b for at, b in enumerate(blocks) if at not in chosen]


def _same_units(found: Alignment, runs: list[Run]) -> list[Same]:
    """Words of which every token is shared with one word of the other side."""
    to_copy = np.full(len(found.work) + 1, -1, np.int64)
    for i, j, n in runs:
        to_copy[i : i + n] = np.arange(j, j + n)
    (work_unit, work_end), (copy_unit, copy_end) = found.work.token_units, found.copy.token_units
    in_work, in_copy = found.work.tokens_in_unit.tolist(), found.copy.tokens_in_unit.tolist()
    out: list[Same] = []
    for start in np.flatnonzero(to_copy[:-1] >= 0).tolist():
        unit = int(work_unit[start])
        if start and work_unit[start - 1] == unit:
            continue
        size, other = in_work[unit], int(to_copy[start])
        target = int(copy_unit[other])
        one_to_one = size == in_copy[target] and (other == 0 or copy_unit[other - 1] != target)
        whole = work_end[start] == unit + 1 and copy_end[other] == target + 1
        one_to_one = one_to_one and _same_amount(found, unit, target)
        if (
            one_to_one
            and whole
            and (size == 1 or (to_copy[start : start + size] == np.arange(other, other + size)).all())
        ):
            out.append(Same(unit, target))
    return out


def _same_amount(found: Alignment, unit: int, target: int) -> bool:
    """False where figures or signs that no token holds make one word mean another thing than the other."""
    ours, theirs = found.work.written(unit), found.copy.written(target)
    return ours == theirs or amounts([ours]) == amounts([theirs])


def _dissolved(same: list[Same]) -> list[Same]:
    """Without the one or two words between larger differences that happen to be the same."""
    out: list[Same] = []
    runs: list[list[Same]] = []
    for one in same:
        if runs and (runs[-1][-1].work + 1, runs[-1][-1].copy + 1) == (one.work, one.copy):
            runs[-1].append(one)
        else:
            runs.append([one])
    for at, run in enumerate(runs):
        if len(run) <= 2 and 0 < at < len(runs) - 1:
            before, after = (out or runs[at - 1])[-1], runs[at + 1][0]
            gap_before = max(run[0].work - before.work, run[0].copy - before.copy) - 1
            gap_after = max(after.work - run[-1].work, after.copy - run[-1].copy) - 1
            if len(run) < min(gap_before, gap_after) and max(gap_before, gap_after) >= LARGE:
                continue
        out += run
    return out


def _between(same: list[Same], work_end: int, copy_end: int) -> Iterator[Difference]:
    work = copy = 0
    for one in same:
        if one.work > work or one.copy > copy:
            yield Difference((work, one.work), (copy, one.copy), edge=one is same[0])
        work, copy = one.work + 1, one.copy + 1
    if work < work_end or copy < copy_end:
        yield Difference((work, work_end), (copy, copy_end), edge=True)


def _without(one: Difference, moves: tuple[Difference, ...]) -> Iterator[Difference]:
    """A difference less what moved: several where that parts it."""
    work = _pieces(one.work, [move.work for move in moves])
    copy = _pieces(one.copy, [move.copy for move in moves])
    if work == [one.work] and copy == [one.copy]:
        yield one
        return
    if len(work) == len(copy) == 1:
        yield Difference(work[0], copy[0], one.edge)
        return
    yield from (Difference(span, (one.copy[0], one.copy[0]), one.edge) for span in work)
    yield from (Difference((one.work[0], one.work[0]), span, one.edge) for span in copy)


def _pieces(span: tuple[int, int], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    start, end = span
    out = []
    for low, high in sorted(holes):
        if high <= start or low >= end:
            continue
        if low > start:
            out.append((start, low))
        start = max(start, high)
    if start < end:
        out.append((start, end))
    return out


_CLOSED = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")


def begins_sentence(text: str, units: list[tuple[int, int]], at: int) -> bool:
    """True where a sentence or line begins at a word."""
    if at <= 0:
        return True
    before = text[units[at - 1][0] : units[at - 1][1]]
    gap = text[units[at - 1][1] : units[at][0]] if at < len(units) else "\n"
    return bool(_CLOSED.search(before)) or "\n" in gap
