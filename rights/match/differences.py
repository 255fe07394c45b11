"""Where two aligned texts differ, in words as their readers count them: before anything is said about the kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rights.match.align import Alignment, Run
from rights.match.sides import Side
from rights.match.wording.spelling import plain
from rights.match.wording.style import amounts
from rights.patterns import late

#: A passage out of order that is shorter than this is a phrase met again, not a paragraph moved.
MOVED_WORDS = 12
#: Beside a difference of so many words a lone word in common is chance.
LARGE = 6
#: A cut or an addition is moved by at most so many words to where a sentence begins.
SLID_WORDS = 12

Span = tuple[int, int]


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
    holes = sorted(move.work for move in moves), sorted(move.copy for move in moves)
    pieces = [piece for one in differences for piece in _without(one, *holes)]
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
    to_copy = {i + step: j + step for i, j, n in runs for step in range(n)}
    work_unit, work_end, in_work = found.work.unit_lists
    copy_unit, copy_end, in_copy = found.copy.unit_lists
    out: list[Same] = []
    for start, other in to_copy.items():
        unit, target = work_unit[start], copy_unit[other]
        if (start and work_unit[start - 1] == unit) or (other and copy_unit[other - 1] == target):
            continue
        size = in_work[unit]
        whole = size == in_copy[target] and work_end[start] == unit + 1 and copy_end[other] == target + 1
        straight = all(to_copy.get(start + step) == other + step for step in range(1, size))
        if whole and straight and _same_amount(found, unit, target):
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


def _without(one: Difference, work_holes: list[Span], copy_holes: list[Span]) -> Iterator[Difference]:
    """A difference less what moved: several where that parts it."""
    work, copy = _pieces(one.work, work_holes), _pieces(one.copy, copy_holes)
    if work == [one.work] and copy == [one.copy]:
        yield one
        return
    if len(work) == len(copy) == 1:
        yield Difference(work[0], copy[0], one.edge)
        return
    yield from (Difference(span, (one.copy[0], one.copy[0]), one.edge) for span in work)
    yield from (Difference((one.work[0], one.work[0]), span, one.edge) for span in copy)


def _pieces(span: Span, holes: list[Span]) -> list[Span]:
    """What is left of a span without the holes, which ascend and do not overlap."""
    start, end = span
    out = []
    for low, high in holes[max(0, bisect_left(holes, (start, start)) - 1) : bisect_left(holes, (end, end))]:
        if high <= start:
            continue
        if low > start:
            out.append((start, low))
        start = max(start, high)
    if start < end:
        out.append((start, end))
    return out


_CLOSED = late(r"[.!?…:。！？][\"'”’»)\]]*$")


def begins_sentence(side: Side, unit: int) -> bool:
    """True where a sentence or paragraph begins at a word."""
    return side.begins_line(unit) or bool(_CLOSED.search(side.written(unit - 1)))


def slid(one: Difference, side: Side, other: Side) -> Difference:
    """The same cut or addition from where a line or sentence begins: "the [sea. The] boat" is "[The sea.] The boat".

    Its words stand in ``side``; in ``other`` it has a place and no words.
    """
    span, place = (one.work, one.copy[0]) if one.copy[0] == one.copy[1] else (one.copy, one.work[0])
    steps = [0, *_steps(side, span, other, place, -1), *_steps(side, span, other, place, 1)]
    for begins in (side.begins_line, lambda unit: begins_sentence(side, unit)):
        for step in steps:
            if begins(span[0] + step) and begins(span[1] + step):
                (first, last), (start, end) = ((low + step, high + step) for low, high in (one.work, one.copy))
                return Difference((first, last), (start, end), one.edge)
    return one


def _steps(side: Side, span: Span, other: Side, place: int, way: int) -> Iterator[int]:
    """By how many words a span may be moved, one way, and both texts still have the same words beside it."""
    for step in range(1, min(span[1] - span[0], SLID_WORDS) + 1):
        left, right, beside = (at - step if way < 0 else at + step - 1 for at in (*span, place))
        if min(left, beside) < 0 or right >= len(side.units) or beside >= len(other.units):
            return
        if len({plain(side.written(left)), plain(side.written(right)), plain(other.written(beside))}) > 1:
            return
        yield way * step
