"""Which works are worth aligning with a page: those with most hits, and those that explain what no other does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rights.match.fingerprint import Ints
from rights.match.parts import Hits

#: Of works with a single hit so many are looked at: a run of 25 words has two hits wherever it stands.
SINGLE = 4
#: Works among which those are sought that cover what the best leave uncovered.
_POOL = 400


def candidates(hits: Hits, dead: Ints, limit: int) -> list[int]:
    """Numbers of at most ``limit`` works, most promising first.

    Half go to the works with the most hits, each hit weighed by how few works share it.  The rest go one by one to the
    work that explains most of the page's hits that nothing chosen before explains, so that the second and third source
    of a page is not crowded out by twenty versions of the first.
    """
    works, places, weights = hits.works, hits.places, hits.weights
    if len(dead):
        alive = ~np.isin(works, dead)
        works, places, weights = works[alive], places[alive], weights[alive]
    docs, row = np.unique(works, return_inverse=True)
    count, weight = np.bincount(row), np.bincount(row, weights=weights)
    order = np.lexsort((-weight, count < 2))
    several = int(np.count_nonzero(count >= 2))
    order = order[: min(len(order), several + SINGLE)]
    if len(order) <= limit:
        return [int(doc) for doc in docs[order]]
    best = order[: limit // 2]
    return [int(doc) for doc in docs[[*best, *_covering(order[:_POOL], best, row, places, limit - len(best))]]]


def _covering(pool: Ints, best: Ints, row: Ints, places: Ints, wanted: int) -> list[int]:
    """Rows of the pool that explain places which neither the best nor one another do, then the next best."""
    rank = np.full(int(row.max()) + 1, -1)
    rank[pool] = np.arange(len(pool))
    inside = rank[row] >= 0
    _, place = np.unique(places[inside], return_inverse=True)
    table: NDArray[np.bool_] = np.zeros((len(pool), int(place.max()) + 1), np.bool_)
    table[rank[row[inside]], place] = True
    covered = table[: len(best)].any(axis=0)
    left = list(range(len(best), len(pool)))
    chosen: list[int] = []
    gain = (table & ~covered).sum(axis=1)
    while len(chosen) < wanted and left:
        one = max(left, key=lambda at: (gain[at] >= 2, gain[at] if gain[at] >= 2 else 0, -at))
        left.remove(one)
        chosen.append(int(pool[one]))
        fresh = table[one] & ~covered
        if fresh.any():
            covered |= fresh
            gain = (table & ~covered).sum(axis=1)
    return chosen
