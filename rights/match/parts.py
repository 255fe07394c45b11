"""What is asked when a page is looked up: the segments and, beside them, the newest fingerprints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rights.match.fingerprint import U64, Ints, grams
from rights.match.rows import Fresh
from rights.match.segments import stored

#: A k-gram that more works than this share is boilerplate: it names no work, but what it covers is reported.
COMMON = 50


class Part(Protocol):
    """A sorted table (hash, work)."""

    def may_hold(self, keys: U64) -> NDArray[np.bool_]: ...
    def find(self, keys: U64) -> tuple[Ints, Ints]: ...
    def works_at(self, places: Ints) -> Ints: ...


class FreshPart:
    """The fingerprints that no segment holds yet, sorted in memory."""

    def __init__(self, rows: Iterable[Fresh]) -> None:
        kept = list(rows)
        keys = np.concatenate([row.marks for row in kept])
        works = np.repeat(np.array([row.doc for row in kept], np.int64), [len(row.marks) for row in kept])
        order = np.argsort(keys, kind="stable")
        self.keys, self.works = keys[order], works[order]

    def may_hold(self, keys: U64) -> NDArray[np.bool_]:
        """For each stored hash: False only where it is not there; all True, for asking is as dear as `find`."""
        return np.ones(len(keys), np.bool_)

    def find(self, keys: U64) -> tuple[Ints, Ints]:
        """For each stored hash, where its postings begin and how many there are."""
        start = np.searchsorted(self.keys, keys)
        return start, np.searchsorted(self.keys, keys, "right") - start

    def works_at(self, places: Ints) -> Ints:
        """The numbers of the works of postings."""
        return self.works[places]


@dataclass(frozen=True, slots=True)
class Hits:
    """Where a page's k-grams stand in works.

    ``places`` (word offsets in the page), ``works`` (numbers) and ``weights`` (one over the number of works that share
    the k-gram) go together.  ``common`` are the places of k-grams that are boilerplate, ``sharers`` how many works
    share each, ``reach`` how many words it covers.
    """

    places: Ints
    works: Ints
    weights: NDArray[np.float64]
    common: Ints
    sharers: Ints
    reach: Ints


def sharers(words: U64, parts: Sequence[tuple[int, Part]], places: Ints, most: int) -> Ints:
    """Numbers of works that hold the k-grams at these places of a page, however many share them: the first ``most``."""
    found = [np.empty(0, np.int64)]
    for k, part in parts:
        keys = np.unique(stored(grams(words, k)[places[places <= len(words) - k]]))
        start, count = part.find(keys)
        for first, many in zip(start.tolist(), np.minimum(count, most).tolist(), strict=True):
            found.append(part.works_at(np.arange(first, first + many)))
    return np.concatenate(found)


def look_up(words: U64, parts: Sequence[tuple[int, Part]], common: int = COMMON) -> Hits:
    """Ask every part, given with its ``k``, for every k-gram of a page."""
    none = np.empty(0, np.int64)
    found: list[tuple[Ints, Ints, Ints]] = []
    frequent: list[tuple[Ints, Ints, Ints]] = []
    for k in sorted({k for k, _ in parts}):
        hashes, asked = stored(grams(words, k)), [part for size, part in parts if size == k]
        maybe = np.flatnonzero(np.any([part.may_hold(hashes) for part in asked], axis=0))
        keys, first, again = np.unique(hashes[maybe], return_index=True, return_inverse=True)
        if not len(keys):
            continue
        first = maybe[first]
        answers = [(part, *part.find(keys)) for part in asked]
        shared = np.sum([count for _, _, count in answers], axis=0)
        often = np.flatnonzero(shared[again] > common)
        frequent.append((maybe[often], shared[again][often], np.full(len(often), k)))
        for part, start, count in answers:
            at = np.flatnonzero((count > 0) & (shared <= common))
            works = part.works_at(_places(start[at], count[at]))
            found.append((np.repeat(first[at], count[at]), works, np.repeat(shared[at], count[at])))
    places, works, shares = (
        (np.concatenate([none, *column]) for column in zip(*found, strict=True)) if found else (none,) * 3
    )
    common_at, sharers, reach = (
        (np.concatenate([none, *column]) for column in zip(*frequent, strict=True)) if frequent else (none,) * 3
    )
    return Hits(places, works, 1.0 / np.maximum(shares, 1), common_at, sharers, reach)


#: k-grams that are looked up at a time where the first few may be enough.
_SOME = 256


def one_holds(words: U64, parts: Sequence[tuple[int, Part]], least: int, common: int = COMMON) -> bool:
    """Whether any one work holds ``least`` of a page's k-grams that are no boilerplate; looks up no more than it must."""
    found = np.empty(0, np.int64)
    for k in sorted({k for k, _ in parts}):
        hashes, asked = stored(grams(words, k)), [part for size, part in parts if size == k]
        keys = _once(hashes[np.any([part.may_hold(hashes) for part in asked], axis=0)])
        for first in range(0, len(keys), _SOME):
            found = np.sort(np.concatenate((found, _holders(keys[first : first + _SOME], asked, common))))
            if (found[least - 1 :] == found[: max(0, len(found) - least + 1)]).any():
                return True
    return False


def _once(keys: U64) -> U64:
    """Numbers sorted, each once; np.unique first asks whether they are masked, and hashes."""
    keys = np.sort(keys)
    new = np.ones(len(keys), np.bool_)
    new[1:] = keys[1:] != keys[:-1]
    return keys[new]


def _holders(keys: U64, parts: Sequence[Part], common: int) -> Ints:
    """Numbers of the works that hold hashes, once for each hash, without those of hashes that more than ``common`` share."""
    answers = [(part, *part.find(keys)) for part in parts]
    shared = np.sum([count for _, _, count in answers], axis=0)
    found = [np.empty(0, np.int64)]
    for part, start, count in answers:
        at = np.flatnonzero((count > 0) & (shared <= common))
        if len(at):
            found.append(part.works_at(_places(start[at], count[at])))
    return np.concatenate(found)


def _places(start: Ints, count: Ints) -> Ints:
    """All places of ranges, one after the other."""
    return np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count - start, count)
