"""The pages of one site as last fetched, in one file: what a sweep that was cut off goes on from."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from rights.model import Page

#: A sweep that was cut off is taken up within this time since its last page; after it, every page is asked for again.
_FRESH = timedelta(days=1)
#: Bytes of one page that are kept; a larger one is fetched again.
_LARGEST = 8 * 1024 * 1024


class KeptPages:
    """Pages by address.  One process at a time; a file that is no such file, or of another version, is begun anew."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._open(file)
        except sqlite3.DatabaseError:
            file.unlink(missing_ok=True)
            self._open(file)

    def _open(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        self._db.execute("pragma journal_mode=wal")
        self._db.execute("pragma synchronous=normal")
        self._db.execute(
            "create table if not exists page (url text primary key, sweep integer, head text not null, body blob not null)"
        )
        self._db.execute("create table if not exists sweep (id integer primary key, began text, finished text)")
        row = self._db.execute("select id, began, finished from sweep order by id desc limit 1").fetchone()
        began = datetime.fromisoformat(row[1]) if row else None
        if row and row[2] is None and began and datetime.now(UTC) - began < _FRESH:
            self._sweep = int(row[0])
        else:
            with closing(self._db.execute("insert into sweep (began) values (?)", [_now()])) as made:
                self._sweep = int(made.lastrowid or 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def this_sweep(self, url: str) -> Page | None:
        """The page as this sweep had it before it was cut off."""
        return self._read("select head, body from page where url = ? and sweep = ?", [url, self._sweep])

    def earlier(self, url: str) -> Page | None:
        """The page as an earlier sweep had it: its validators ask whether it has changed."""
        return self._read("select head, body from page where url = ?", [url])

    def add(self, url: str, page: Page) -> None:
        """Keep a page that was answered well."""
        if page.status != 200 or page.cut or len(page.body) > _LARGEST:
            return
        head = {
            "url": page.url,
            "final_url": page.final_url,
            "headers": dict(page.headers),
            "fetched_at": page.fetched_at.isoformat() if page.fetched_at else None,
        }
        row = [url, self._sweep, json.dumps(head), zlib.compress(page.body)]
        self._db.execute("insert or replace into page values (?, ?, ?, ?)", row)
        self._db.execute("update sweep set began = ? where id = ?", [_now(), self._sweep])

    def finish(self) -> None:
        """The sweep is whole; pages that it did not meet are forgotten."""
        self._db.execute("delete from page where sweep <> ?", [self._sweep])
        self._db.execute("update sweep set finished = ? where id = ?", [_now(), self._sweep])

    def _read(self, query: str, values: list[object]) -> Page | None:
        row = self._db.execute(query, values).fetchone()
        if row is None:
            return None
        try:
            head, body = json.loads(row[0]), zlib.decompress(row[1])
        except (ValueError, zlib.error):
            return None
        return Page(
            body=body,
            url=head["url"],
            final_url=head["final_url"],
            headers=head["headers"],
            fetched_at=datetime.fromisoformat(head["fetched_at"]) if head["fetched_at"] else None,
            sha256=hashlib.sha256(body).hexdigest(),
        )


def _now() -> str:
    return datetime.now(UTC).isoformat()
