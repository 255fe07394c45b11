"""Which known works may a page be a translation of: a table of what survives translation, beside the index.

One SQLite file (feature, number of the work), made from the catalogue and the works' own pages and made anew whenever it
is missing, of another version or unreadable.  It only nominates: what is proposed has been compared by the texts.
"""

from __future__ import annotations

import math
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from rights.errors import IndexFormatError
from rights.match.fingerprint import U64
from rights.match.index import Index
from rights.match.segments import damaged
from rights.match.translation import (
    LEAST_WEIGHT,
    TELLING,
    Proposal,
    features,
    likeness,
    other_language,
    signature,
    weight,
    work_signature,
)
from rights.model import Article, Work

VERSION = 1
#: Works compared with a page by their texts.
COMPARED = 20
#: Features of a page that are looked up, links and pictures first: no article has more, hostile pages do.
LOOKED_UP = 500
#: A feature that more of N works have than N to this power says nothing, nor one in more works than can be looked at.
_COMMON, _MOST = 0.8, 1_000
#: What a weak feature (a year, two digits), which the table leaves out, is worth beside a rare one.
_WEAK = 0.3
#: Works whose features are made in one go, rows handed to SQLite in one go, and what a row takes until then.
_BATCH, _TOGETHER, _ROW = 2_000, 50_000, 24
_DOC_BITS, _DOC = np.uint64(32), np.uint64(0xFFFFFFFF)
_SCHEMA = f"""
CREATE TABLE signs (feature INTEGER, doc INTEGER, PRIMARY KEY (feature, doc)) WITHOUT ROWID;
CREATE TABLE seen (last INTEGER NOT NULL, works INTEGER NOT NULL);
INSERT INTO seen VALUES (0, 0);
PRAGMA user_version = {VERSION};
"""

#: The pages of works, where they are at hand, by the works' ids.
Articles = Callable[[Sequence[Work]], Mapping[str, Article]]
Progress = Callable[[int], None]


class SignatureTable:
    """The table of one index; opened anew for each use, so that it follows the index from generation to generation."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @property
    def path(self) -> Path:
        """The table's file."""
        return self._index.place / "signatures.sqlite"

    def catch_up(self, articles: Articles = lambda works: {}, progress: Progress | None = None) -> None:
        """Take in the works that were added to the index since; what is killed half-way goes on where it stopped."""
        if self._outdated():
            for path in self.path.parent.glob("signatures.sqlite*"):
                path.unlink(missing_ok=True)
        with self._open(write=True) as table:
            source = self._index.catalogue.all_works(table.execute("SELECT last FROM seen").fetchone()[0])
            # The table is in the order of its features: each transaction touches all of it, so they are few and large.
            rows, works, last = np.empty(0, np.uint64), 0, 0
            while some := list(islice(source, _BATCH)):
                pages = articles([work for _, work in some])
                rows = np.concatenate([rows, *(_rows(doc, work, pages.get(work.id)) for doc, work in some)])
                works, last = works + len(some), some[-1][0]
                if len(rows) * _ROW > self._index.memory // 8:
                    _put(table, rows, works, last)
                    rows, works = np.empty(0, np.uint64), 0
                if progress is not None:
                    progress(len(some))
            if works:
                _put(table, rows, works, last)

    def propose(self, article: Article, limit: int = 5) -> list[Proposal]:
        """Works in another language that the page may translate, the likeliest first; [] where none convinces."""
        if not self.path.exists():
            return []
        page = signature(article.text, article)
        with self._open() as table:
            held, rarity = self._look_up(table, {*page.sequence, *page.marks})
        votes: Counter[int] = Counter()
        for feature, docs in held.items():
            for doc in docs:
                votes[doc] += rarity[feature] * weight(feature)  # type: ignore[assignment]  # they weigh, not count
        works = self._index.catalogue.works(
            [doc for doc, told in votes.most_common(COMPARED) if told >= LEAST_WEIGHT / 2]
        )
        found = []
        for doc, work in works.items():
            ours = work_signature(work)
            marks = {one for one in page.marks if doc in held.get(one, ())}
            ours = replace(ours, marks=ours.marks | marks)
            like = likeness(ours, page, rarity)
            if like.convincing and other_language(ours, page):
                found.append(Proposal(work, like))
        return sorted(found, key=lambda one: -one.likeness.weight * one.likeness.in_order)[:limit]

    def _look_up(
        self, table: sqlite3.Connection, wanted: Iterable[str]
    ) -> tuple[dict[str, frozenset[int]], dict[str, float]]:
        """Which works have each feature that is rare enough, and how rare each is: 1 in one work, 0 in all."""
        total = len(self._index) + 2
        most = min(_MOST, math.ceil(total**_COMMON))
        held: dict[str, frozenset[int]] = {}
        rarity: dict[str, float] = {}
        for at, feature in enumerate(sorted(wanted, key=lambda one: (-weight(one), one))):
            if at >= LOOKED_UP or weight(feature) < TELLING:
                rarity[feature] = _WEAK
                continue
            rows = table.execute("SELECT doc FROM signs WHERE feature = ? LIMIT ?", (_number(feature), most + 1))
            docs = frozenset(doc for (doc,) in rows)
            if docs:
                rarity[feature] = max(0.0, 1.0 - math.log(len(docs)) / math.log(total))
            if len(docs) > most:  # how many more there are is not counted
                rarity[feature] = min(rarity[feature], _WEAK)
            elif docs:
                held[feature] = docs
        return held, rarity

    # --- the file -----------------------------------------------------------------------------------------------

    def _outdated(self) -> bool:
        """True where the file must be made anew: of another version, unreadable, or full of works that are gone."""
        if not self.path.exists():
            return False
        try:
            with self._open() as table:
                works = table.execute("SELECT works FROM seen").fetchone()[0]
                version = table.execute("PRAGMA user_version").fetchone()[0]
        except (IndexFormatError, TypeError):
            return True
        return bool(version != VERSION or works > 2 * len(self._index) + 10_000)

    @contextmanager
    def _open(self, *, write: bool = False) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=120, isolation_level=None)) as table:
                if write:
                    table.execute(f"PRAGMA cache_size = -{self._index.memory >> 13}")  # an eighth, in kB
                    table.execute("PRAGMA journal_mode = WAL")
                    table.execute("PRAGMA synchronous = NORMAL")
                    if not table.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                        table.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
                yield table
        except sqlite3.DatabaseError as wrong:
            raise damaged(self.path, str(wrong)) from wrong


def _rows(doc: int, work: Work, article: Article | None) -> U64:
    """The rows of a work, each as one number: the feature above the number of the work."""
    found = np.array([_number(one) for one in features(work.text, article)], np.uint64)
    return (np.unique(found) << _DOC_BITS) | np.uint64(doc)


def _put(table: sqlite3.Connection, rows: U64, works: int, last: int) -> None:
    """Add rows of so many works up to a number in one transaction."""
    rows.sort()
    table.execute("BEGIN IMMEDIATE")
    for start in range(0, len(rows), _TOGETHER):
        some = rows[start : start + _TOGETHER]
        pairs = zip((some >> _DOC_BITS).tolist(), (some & _DOC).tolist(), strict=True)
        table.executemany("INSERT OR IGNORE INTO signs VALUES (?, ?)", pairs)
    table.execute("UPDATE seen SET last = max(last, ?), works = works + ?", (last, works))
    table.execute("COMMIT")


def _number(feature: str) -> int:
    return zlib.crc32(feature.encode("utf-8", "replace"))
