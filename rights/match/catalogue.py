"""The catalogue of an index: one SQLite file with the works, the newest fingerprints and the list of segments.

Whatever it says was committed as a whole: a process killed at any moment leaves the state before or after.  Rows carry
checksums, because SQLite has none.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import zstandard

from rights.errors import StoreError
from rights.match import fingerprint, rows, words
from rights.match.fingerprint import U64, Ints
from rights.match.rows import Fresh
from rights.match.segments import Head, damaged
from rights.model import Work

FORMAT = 1
_APPLICATION = 0x52474854
_WAIT = 120.0  # seconds that a writer waits for another
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE works (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT, page TEXT, title TEXT, published TEXT,
  about TEXT NOT NULL, digest INTEGER NOT NULL, text BLOB NOT NULL, k INTEGER NOT NULL, marks BLOB, crc INTEGER NOT NULL);
CREATE INDEX works_page ON works (page) WHERE page IS NOT NULL;
CREATE INDEX works_fresh ON works (doc) WHERE marks IS NOT NULL;
CREATE TABLE dead (doc INTEGER PRIMARY KEY);
CREATE TABLE segments (name TEXT PRIMARY KEY, head TEXT NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class State:
    """What the catalogue lists at one moment: segments by name, works that segments hold though they are gone."""

    segments: tuple[tuple[str, Head], ...]
    dead: Ints
    fresh: tuple[Fresh, ...]
    works: int


def create(folder: Path) -> None:
    """Make an empty catalogue in a folder that has none."""
    path = folder / "works.sqlite"
    rough = folder / f"new-{os.getpid()}.sqlite"
    rough.unlink(missing_ok=True)
    connection = sqlite3.connect(rough)
    try:
        connection.executescript(_SCHEMA)
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [
                ("words", words.VERSION),
                ("hashes", fingerprint.VERSION),
                ("next", 1),
                ("next_segment", 1),
                ("works", 0),
                ("revision", 0),
            ],
        )
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.commit()
    finally:
        connection.close()
    rough.replace(path)


_UNREADABLE = (sqlite3.DatabaseError, rows.Damaged, UnicodeDecodeError, json.JSONDecodeError, zstandard.ZstdError)


class Catalogue:
    """An open catalogue; one connection, used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "works.sqlite"
        self._lock = threading.RLock()
        with self._guarded():
            self._connection = self._open()
            self._check()

    def _open(self) -> sqlite3.Connection:
        with self.path.open("rb") as file:
            start = file.read(18)
            size = os.fstat(file.fileno()).st_size
        if start[:16] != b"SQLite format 3\0":
            raise damaged(self.path, "it is cut short or no catalogue of works")
        page = int.from_bytes(start[16:18], "big")
        if size % (65536 if page == 1 else page or 1):
            raise damaged(self.path, "it is cut short")
        uri = self.path.absolute().as_uri()
        connection = _connect(f"{uri}?mode=rw")
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError:
            connection.close()  # a folder that we may only read
            connection = _connect(f"{uri}?mode=ro&immutable=1")
        for pragma in ("synchronous = FULL", "cell_size_check = ON", "cache_size = -16000", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _check(self) -> None:
        if self._connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
            raise damaged(self.path, "it is no catalogue of works")
        for what, found, expected in (
            ("format", self._connection.execute("PRAGMA user_version").fetchone()[0], FORMAT),
            ("words of version", self.meta("words"), words.VERSION),
            ("fingerprints of version", self.meta("hashes"), fingerprint.VERSION),
        ):
            if found != expected:
                raise damaged(self.path, f"{what} {found}, this program reads {expected}")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn what SQLite says about a file that it cannot use into an error of ours."""
        with self._lock:
            try:
                yield
            except sqlite3.OperationalError as wrong:
                if "locked" in str(wrong) or "busy" in str(wrong):
                    raise StoreError(f"{self.path}: another process has been writing for too long") from wrong
                if "readonly" in str(wrong):
                    raise StoreError(f"{self.path}: may only be read") from wrong
                raise damaged(self.path, str(wrong)) from wrong
            except _UNREADABLE as wrong:
                raise damaged(self.path, str(wrong)) from wrong

    def close(self) -> None:
        """Close the connection; the last one to close folds SQLite's log into the file."""
        with self._guarded():
            self._connection.close()

    # --- reading ------------------------------------------------------------------------------------------------

    def version(self) -> int:
        """A number that changes when another connection has committed."""
        with self._guarded():
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def meta(self, name: str) -> int:
        """One of the catalogue's own numbers."""
        with self._guarded():
            row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
            if row is None or not isinstance(row[0], int):
                raise damaged(self.path, f"it does not say {name}")
            return row[0]

    def state(self) -> State:
        """What is listed now, as one consistent view."""
        with self._guarded():
            opened = not self._connection.in_transaction
            if opened:
                self._connection.execute("BEGIN")
            try:
                return self._state()
            finally:
                if opened:
                    self._connection.execute("COMMIT")

    def _state(self) -> State:
        segments = []
        for name, head, crc in self._connection.execute("SELECT name, head, crc FROM segments"):
            if zlib.crc32(f"{name}{head}".encode()) != crc:
                raise damaged(self.path, "its list of segments is damaged")
            segments.append((name, Head(**json.loads(head))))
        dead = [doc for (doc,) in self._connection.execute("SELECT doc FROM dead ORDER BY doc")]
        newest = self._connection.execute("SELECT doc, k, marks FROM works WHERE marks IS NOT NULL ORDER BY doc")
        fresh = tuple(rows.fresh(*row) for row in newest)
        segments.sort(key=lambda segment: segment[1].first)
        return State(tuple(segments), np.array(dead, np.int64), fresh, self.meta("works"))

    def works(self, docs: Sequence[int]) -> dict[int, Work]:
        """The works with these numbers; one that is gone is left out."""
        found: dict[int, Work] = {}
        with self._guarded():
            for start in range(0, len(docs), 500):
                some = [int(doc) for doc in docs[start : start + 500]]
                marks = ",".join("?" * len(some))
                query = f"SELECT {rows.COLUMNS} FROM works WHERE doc IN ({marks})"
                for row in self._connection.execute(query, some):
                    found[row[0]] = rows.unpacked(row)
        return found

    def all_works(self, after: int = 0) -> Iterator[tuple[int, Work]]:
        """Every work with its number, in the order in which they were added."""
        while True:
            with self._guarded():
                query = f"SELECT {rows.COLUMNS} FROM works WHERE doc > ? ORDER BY doc LIMIT 500"
                some = [(row[0], rows.unpacked(row)) for row in self._connection.execute(query, (after,))]
            if not some:
                return
            yield from some
            after = some[-1][0]

    def languages(self) -> frozenset[str] | None:
        """The languages that works name; None where any work names none."""
        query = "SELECT {} json_extract(about, '$.language') FROM works {}"
        with self._guarded():
            if self._connection.execute(query.format("", "WHERE about NOT LIKE '%\"language\"%' LIMIT 1")).fetchone():
                return None
            return frozenset(found for (found,) in self._connection.execute(query.format("DISTINCT", "")) if found)

    def docs(self, column: str, values: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Number and digest of the works whose ``id`` or ``page`` is one of these."""
        assert column in ("id", "page")
        found: dict[str, tuple[int, int]] = {}
        wanted = list(values)
        with self._guarded():
            for start in range(0, len(wanted), 500):
                some = wanted[start : start + 500]
                marks = ",".join("?" * len(some))
                query = f"SELECT {column}, doc, digest FROM works WHERE {column} IN ({marks}) ORDER BY doc"
                found.update({key: (doc, digest) for key, doc, digest in self._connection.execute(query, some)})
        return found

    # --- writing ------------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, the only one that writes; waits for other writers, undone by any error."""
        with self._guarded():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def set_meta(self, name: str, value: int) -> None:
        """Change one of the catalogue's own numbers."""
        self._connection.execute("UPDATE meta SET value = ? WHERE name = ?", (value, name))

    def insert(self, docs: Sequence[int], works: Sequence[Work], k: int, marks: Sequence[U64] | None) -> None:
        """Add works under new numbers, with their fingerprints where no segment holds them."""
        packed = [
            rows.packed(doc, work, k, marks[at] if marks is not None else None)
            for at, (doc, work) in enumerate(zip(docs, works, strict=True))
        ]
        self._connection.executemany(f"INSERT INTO works VALUES ({','.join('?' * 12)})", packed)

    def delete(self, docs: Sequence[int]) -> None:
        """Take works out; those that a segment holds are noted as dead."""
        keys = [(doc,) for doc in docs]
        self._connection.executemany("INSERT INTO dead SELECT doc FROM works WHERE doc = ? AND marks IS NULL", keys)
        self._connection.executemany("DELETE FROM works WHERE doc = ?", keys)

    def set_segments(self, gone: Iterable[str], new: tuple[str, Head] | None, settled: tuple[int, int]) -> None:
        """Replace segments by one; works and dead within the range of numbers ``settled`` are dealt with by it."""
        self._connection.executemany("DELETE FROM segments WHERE name = ?", [(name,) for name in gone])
        if new is not None:
            name, head = new[0], json.dumps(asdict(new[1]))
            crc = zlib.crc32(f"{name}{head}".encode())
            self._connection.execute("INSERT INTO segments VALUES (?, ?, ?)", (name, head, crc))
        self._connection.execute("DELETE FROM dead WHERE doc BETWEEN ? AND ?", settled)
        self._connection.execute(
            "UPDATE works SET marks = NULL WHERE marks IS NOT NULL AND doc BETWEEN ? AND ?", settled
        )


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)
