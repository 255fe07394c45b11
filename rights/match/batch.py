"""Many pages looked up at once by DuckDB: one join of the pages' k-grams with the table (hash, work).

The same table, the same hits, hence the same answers as page by page; the join is also the form in which a distributed
engine asks.  Needs the extra ``duckdb``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rights.errors import MissingExtra
from rights.match.fingerprint import U64, Ints, grams
from rights.match.index import Index
from rights.match.parts import FreshPart, Hits
from rights.match.segments import stored

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: One row for each k-gram of a page that any work has: of boilerplate without the work, else one for each work.  Where
#: a k-gram stands twice in a page its works are told at the first place.
JOIN = """
WITH met AS (SELECT hash, work FROM postings SEMI JOIN grams USING (hash)),
     shared AS (SELECT hash, count(*) AS sharers FROM met GROUP BY hash)
SELECT grams.page, grams.place, shared.sharers, met.work
FROM grams JOIN shared USING (hash)
LEFT JOIN met ON met.hash = grams.hash AND shared.sharers <= $common AND grams.first
WHERE shared.sharers > $common OR grams.first
ORDER BY grams.page, grams.place
"""


class Batch:
    """The table of an index as DuckDB holds it, as it was when this was made."""

    def __init__(self, index: Index) -> None:
        try:
            import duckdb
        except ImportError:
            raise MissingExtra("matching batches by DuckDB", "duckdb") from None
        self._common = index.common
        self._tables: dict[int, DuckDBPyConnection] = {}
        for k in sorted({k for k, _ in index.parts}):
            table = duckdb.connect(config={"memory_limit": f"{max(256, index.memory >> 20)}MB"})
            table.execute("CREATE TABLE postings (hash UBIGINT, work BIGINT)")
            for keys, works in _postings(index, k):
                table.register("piece", {"hash": keys, "work": works})
                table.execute("INSERT INTO postings SELECT hash, work FROM piece")
                table.unregister("piece")
            self._tables[k] = table

    def hits(self, pages: Sequence[U64]) -> list[Hits]:
        """For each page, given as the numbers of its words, what `Index.hits` says of it."""
        rows = [self._rows(k, table, pages) for k, table in self._tables.items()]
        return [_hits([(k, *_of(page, *columns)) for k, columns in rows], self._common) for page in range(len(pages))]

    def _rows(self, k: int, table: DuckDBPyConnection, pages: Sequence[U64]) -> tuple[int, tuple[Any, ...]]:
        keys = [stored(grams(words, k)) for words in pages]
        first = [np.zeros(len(one), np.bool_) for one in keys]
        for one, marks in zip(keys, first, strict=True):
            marks[np.unique(one, return_index=True)[1]] = True
        table.register(
            "grams",
            {
                "page": np.repeat(np.arange(len(pages)), [len(one) for one in keys]),
                "place": np.concatenate([np.arange(len(one)) for one in keys]),
                "hash": np.concatenate(keys),
                "first": np.concatenate(first),
            },
        )
        found = table.execute(JOIN, {"common": self._common}).fetchnumpy()
        table.unregister("grams")
        work = np.ma.filled(np.ma.asarray(found["work"]), -1)
        return k, (found["page"], found["place"], found["sharers"], work)


def _postings(index: Index, k: int) -> Iterator[tuple[U64, Ints]]:
    for segment in index.segments():
        if segment.head.k == k:
            step = max(1, (1 << segment.head.bits) >> 6)
            for bucket in range(0, 1 << segment.head.bits, step):
                yield segment.keys(bucket, step), segment.works_in(bucket, step)
    for size, part in index.parts:
        if size == k and isinstance(part, FreshPart):
            yield part.keys, part.works


def _of(page: int, pages: Ints, places: Ints, sharers: Ints, works: Ints) -> tuple[Ints, Ints, Ints]:
    start, end = np.searchsorted(pages, (page, page + 1))
    return places[start:end], sharers[start:end], works[start:end]


def _hits(found: list[tuple[int, Ints, Ints, Ints]], common: int) -> Hits:
    """Put together what the tables of each ``k`` say of one page."""
    none = np.empty(0, np.int64)
    places, works, shares, often, sharers, reach = [none], [none], [none], [none], [none], [none]
    for k, place, shared, work in found:
        rare = shared <= common
        places.append(place[rare])
        works.append(work[rare])
        shares.append(shared[rare])
        often.append(place[~rare])
        sharers.append(shared[~rare])
        reach.append(np.full(int((~rare).sum()), k))
    return Hits(
        np.concatenate(places),
        np.concatenate(works),
        1.0 / np.maximum(np.concatenate(shares), 1),
        np.concatenate(often),
        np.concatenate(sharers),
        np.concatenate(reach),
    )
