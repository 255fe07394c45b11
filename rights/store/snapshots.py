"""Bodies as fetched: addressed by sha256, compressed with zstd, each kept once.

They stand in the database itself, so that a check and its evidence are written, backed up and restored together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, or_, select, union

from rights.errors import StoreError
from rights.model import Page
from rights.store.codec import compress, decompress
from rights.store.engine import Database
from rights.store.tables import check, due, snapshot, violation, violation_event, work


class Snapshots:
    """The snapshots of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, connection: Connection, pages: Sequence[Page], at: datetime) -> list[str]:
        """Keep the bodies of pages; gives their sha256 in order.  A body known already is not stored again."""
        names = [page.sha256 or hashlib.sha256(page.body).hexdigest() for page in pages]
        bodies = dict(zip(names, (page.body for page in pages), strict=True))
        if not bodies:
            return []
        known = set(connection.execute(select(snapshot.c.sha256).where(snapshot.c.sha256.in_(bodies))).scalars())
        rows = []
        for name in sorted(bodies):
            body = b"" if name in known else compress(bodies[name])
            row = {"sha256": name, "size": len(bodies[name]), "stored": len(body), "body": body}
            rows.append(row | {"first_at": at, "last_at": at})
        insert = self._database.insert(snapshot)
        again = {"last_at": insert.excluded.last_at}
        connection.execute(insert.on_conflict_do_update(index_elements=[snapshot.c.sha256], set_=again), rows)
        return names

    def body(self, connection: Connection, sha256: str) -> bytes | None:
        """The bytes of a snapshot; raises `StoreError` where they are no longer what the sha256 says."""
        found = connection.execute(select(snapshot.c.body).where(snapshot.c.sha256 == sha256)).scalar()
        if found is None:
            return None
        body = decompress(found)
        if hashlib.sha256(body).hexdigest() != sha256:
            raise StoreError(f"snapshot {sha256} is damaged: its bytes have another sha256; restore it from a backup")
        return body

    def get(self, sha256: str) -> bytes | None:
        """`body` in a transaction of its own."""
        with self._database.read() as connection:
            return self.body(connection, sha256)

    def drop(self, before: datetime) -> tuple[int, int]:
        """Forget snapshots last seen before a time; gives how many and their stored bytes.

        Never one that a violation stands on (the checks that opened or changed it, the last one that showed it), that a
        work was read from, or that the next conditional request needs.
        """
        with self._database.write() as connection:
            stands = or_(check.c.number == violation.c.opened_check, check.c.number == violation.c.last_check)
            kept = union(
                select(check.c.sha256).join(violation, stands).where(check.c.sha256.is_not(None)),
                select(check.c.sha256)
                .join(violation_event, violation_event.c.check_number == check.c.number)
                .where(check.c.sha256.is_not(None)),
                select(work.c.sha256).where(work.c.sha256.is_not(None)),
                select(due.c.sha256).where(due.c.sha256.is_not(None)),
            ).subquery()
            old = (snapshot.c.last_at < before) & snapshot.c.sha256.not_in(select(kept.c.sha256))
            size = connection.execute(select(func.coalesce(func.sum(snapshot.c.stored), 0)).where(old)).scalar_one()
            count = connection.execute(delete(snapshot).where(old)).rowcount
        return count, int(size)
