"""Which works of the index contain one another: an archive is full of versions, reruns and near-duplicates.

Works are paired by the fingerprints they share; the share of a work's fingerprints that another has is, within a few
points, the share of its text that the other holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rights.match.fingerprint import U64, Ints, Scheme, hash_words, winnow
from rights.match.index import Index
from rights.match.parts import COMMON, FreshPart
from rights.match.segments import HASH_BITS, stored

#: Share of a work that another must hold for the two to be near.
LEAST = 0.5
_RANGES = 1 << 8
_GO = 128


@dataclass(frozen=True, slots=True, order=True)
class Contained:
    """So much of one work stands in another; both by number."""

    work: int
    other: int
    share: float


def contained(index: Index, least: float = LEAST) -> list[Contained]:
    """Every work of which another holds at least the share ``least``, with that other."""
    pairs, shared, sizes = _shared(index)
    one, other = (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    alive = ~(np.isin(one, index.state.dead) | np.isin(other, index.state.dead))
    found = []
    for work, holder in ((one, other), (other, one)):
        share = shared / np.maximum(sizes[work], 1)
        for at in np.flatnonzero(alive & (share >= least)).tolist():
            found.append(Contained(int(work[at]), int(holder[at]), min(1.0, round(float(share[at]), 4))))
    return sorted(found)


def groups(found: list[Contained]) -> list[list[int]]:
    """The works that are near one another, directly or through others: largest group first."""
    parent: dict[int, int] = {}

    def root(work: int) -> int:
        while parent.setdefault(work, work) != work:
            parent[work] = work = parent[parent[work]]
        return work

    for one in found:
        parent[root(one.work)] = root(one.other)
    members: dict[int, list[int]] = {}
    for work in sorted(parent):
        members.setdefault(root(work), []).append(work)
    return sorted(members.values(), key=lambda group: (-len(group), group[0]))


def _shared(index: Index) -> tuple[U64, Ints, Ints]:
    """Pairs of works as one number, how many fingerprints each pair shares, and how many each work has."""
    sizes = np.zeros(index.catalogue.meta("next") + 1, np.int64)
    pairs, shared = np.empty(0, np.uint64), np.empty(0, np.int64)
    waiting: list[U64] = []
    held = 0
    for keys, works in _tables(index):
        found = np.bincount(works, minlength=len(sizes))
        sizes += found[: len(sizes)]
        waiting.append(_pairs(keys, works))
        held += len(waiting[-1])
        if held * 32 > index.memory:
            pairs, shared = _counted(pairs, shared, waiting)
            waiting, held = [], 0
    waiting.extend(_across(index))
    return *_counted(pairs, shared, waiting), sizes


def _counted(pairs: U64, shared: Ints, more: list[U64]) -> tuple[U64, Ints]:
    joined = np.concatenate([pairs, *more])
    weight = np.concatenate([shared, np.ones(len(joined) - len(pairs), np.int64)])
    if not len(joined):
        return joined, weight
    order = np.argsort(joined)
    joined, weight = joined[order], weight[order]
    first = np.flatnonzero(np.concatenate(([True], joined[1:] != joined[:-1])))
    return joined[first], np.add.reduceat(weight, first)


def _tables(index: Index) -> Iterator[tuple[U64, Ints]]:
    """All postings, range of hashes by range, sorted by hash and work; those of one scheme after another."""
    width = np.uint64(HASH_BITS - 8)
    for k in sorted({k for k, _ in index.parts}):
        fresh = [part for size, part in index.parts if size == k and isinstance(part, FreshPart)]
        for piece in range(_RANGES):
            keys, works = [], []
            for segment in index.segments():
                if segment.head.k == k:
                    share = (1 << segment.head.bits) // _RANGES
                    keys.append(segment.keys(piece * share, share))
                    works.append(segment.works_in(piece * share, share))
            for part in fresh:
                inside = part.keys >> width == piece
                keys.append(part.keys[inside])
                works.append(part.works[inside])
            key, work = np.concatenate(keys), np.concatenate(works)
            order = np.lexsort((work, key))
            yield key[order], work[order]


def _pairs(keys: U64, works: Ints) -> U64:
    """Every two works that share a hash, once a hash; of a common one each work with the next only."""
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
    counts = np.diff(np.append(starts, len(keys)))
    left = np.repeat(counts, counts) - (np.arange(len(keys)) - np.repeat(starts, counts)) - 1  # works behind this one
    reach = np.where(np.repeat(counts, counts) > COMMON, np.minimum(left, 1), left)
    one = np.repeat(np.arange(len(keys)), reach)
    step = np.arange(len(one)) - np.repeat(np.cumsum(reach) - reach, reach) + 1
    return _packed(works[one], works[one + step])


def _packed(one: Ints, other: Ints) -> U64:
    return (np.minimum(one, other).astype(np.uint64) << np.uint64(32)) | np.maximum(one, other).astype(np.uint64)


def _across(index: Index) -> Iterator[U64]:
    """Pairs between works of the shorter and of the longer k-gram, which have no hash in common."""
    sizes = sorted({k for k, _ in index.parts})
    for k in sizes[:-1]:
        later = min(segment.head.first for segment in index.segments() if segment.head.k > k)
        batch: list[tuple[int, str]] = []
        for doc, work in index.catalogue.all_works(later - 1):
            batch.append((doc, work.text))
            if len(batch) == _GO:
                yield _looked_up(index, k, batch)
                batch = []
        yield _looked_up(index, k, batch)


def _looked_up(index: Index, k: int, batch: list[tuple[int, str]]) -> U64:
    if not batch:
        return np.empty(0, np.uint64)
    hashes, owners = winnow(*hash_words([text for _, text in batch]), Scheme(k, 8))
    docs = np.array([doc for doc, _ in batch])
    found = [np.empty(0, np.uint64)]
    for size, part in index.parts:
        if size == k:
            start, count = part.find(stored(hashes))
            count = np.where(count > COMMON, 0, count)
            at = np.repeat(start, count) + np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
            found.append(_packed(np.repeat(docs[owners], count), part.works_at(at)))
    return np.concatenate(found)
