"""Exact runs that two texts share, found on their diagonals, and those of them that can be trusted."""

from __future__ import annotations

import numpy as np

from rights.match.sides import SEED, SEED_CAP, Ints, Side

#: More runs than this (hostile repetition) are cut to the best supported.
MAX_RUNS = 20_000
#: A run that no neighbour supports counts from so many letters or words on.
LONE_LETTERS, LONE_WORDS = 24, 6
#: Fewer words than this in runs are chance whatever stands between them; a work of one line is copied with fewer.
LEAST = 2 * SEED
_SLANT, _REACH = 16, 64


def shared_runs(work: Side, copy: Side) -> tuple[Ints, Ints, Ints]:
    """All longest runs of at least `SEED` tokens: starts in the work, starts in the copy, lengths."""
    none = np.empty(0, np.int64)
    if len(work) < SEED or len(copy) < SEED:
        return none, none, none
    table, grams = copy.sorted_grams, work.grams
    low = np.searchsorted(table, grams)
    low[low == len(table)] = 0
    at = np.flatnonzero(table[low] == grams)
    if not len(at):
        return none, none, none
    low = low[at]
    count = np.searchsorted(table, grams[at], "right") - low
    rare = count <= SEED_CAP
    at, low, count = at[rare], low[rare], count[rare]
    if not len(at):
        return none, none, none
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    i = np.repeat(at, count)
    j = copy.gram_order[np.repeat(low, count) + within]
    wide = len(work) + 1
    key = np.sort((j - i + len(work)) * wide + i)
    breaks = np.flatnonzero(key[1:] != key[:-1] + 1) + 1
    first = np.concatenate(([0], breaks))
    length = np.concatenate((breaks, [len(key)])) - first + SEED - 1
    start = key[first] % wide
    return start, start + key[first] // wide - len(work), length


def support(i: Ints, j: Ints, length: Ints) -> Ints:
    """Tokens in runs near each run: on nearly its diagonal and not far along it, itself included."""
    if len(i) <= 256:
        diagonal = j - i
        near = (np.abs(diagonal[:, None] - diagonal) <= _SLANT) & (np.abs(i[:, None] - i) <= _REACH)
        return np.asarray(near @ length, np.int64)
    slant = (j - i) // _SLANT
    slant -= slant.min() - 1
    along = i // _REACH + 1
    wide = int(along.max()) + 2
    cells, inverse = np.unique(slant * wide + along, return_inverse=True)
    weight = np.bincount(inverse, weights=length).astype(np.int64)
    total = np.zeros(len(cells), np.int64)
    for step in (-wide - 1, -wide, -wide + 1, -1, 0, 1, wide - 1, wide, wide + 1):
        place = np.searchsorted(cells, cells + step)
        place[place == len(cells)] = 0
        total += np.where(cells[place] == cells + step, weight[place], 0)
    return total[inverse]


def trusted_runs(work: Side, copy: Side) -> list[tuple[int, int, int]]:
    """Runs (work start, copy start, length) that overlap on neither side, in the copy's order.

    The best supported and longest take their place first; what a run loses to a better one is cut off.  Runs that
    nothing supports are chance: they stay only when they are long themselves.
    """
    i, j, length = shared_runs(work, copy)
    if length.sum() < LEAST:
        return []
    near = support(i, j, length)
    letters = work.letters[i + length] - work.letters[i]
    kept = np.flatnonzero((letters >= LONE_LETTERS) | (length >= LONE_WORDS) | (near >= length + 2 * SEED))
    rank = kept[np.argsort(-(length[kept] + near[kept] // 4), kind="stable")][:MAX_RUNS]
    used_work, used_copy = bytearray(len(work)), bytearray(len(copy))
    taken: list[tuple[int, int, int]] = []
    for a, b, n in zip(i[rank].tolist(), j[rank].tolist(), length[rank].tolist(), strict=True):
        free = _longest_free(used_work, used_copy, a, b, n)
        if free is None:
            continue
        offset, n = free
        a, b = a + offset, b + offset
        used_work[a : a + n] = used_copy[b : b + n] = b"\x01" * n
        taken.append((a, b, n))
    taken.sort(key=lambda run: run[1])
    return taken


def _longest_free(used_work: bytearray, used_copy: bytearray, i: int, j: int, n: int) -> tuple[int, int] | None:
    """Offset and length of the longest part of a run that is free on both sides, if it is still a seed."""
    if used_work.find(1, i, i + n) < 0 and used_copy.find(1, j, j + n) < 0:
        return 0, n
    best, start = (0, 0), 0
    for offset in range(n + 1):
        if offset == n or used_work[i + offset] or used_copy[j + offset]:
            if offset - start > best[1]:
                best = (start, offset - start)
            start = offset + 1
    return best if best[1] >= SEED else None
