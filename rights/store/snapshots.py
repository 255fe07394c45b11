"""Bodies as fetched: addressed by sha256, compressed with zstd, each kept once.

They stand in the database itself, so that a check and its evidence are written, backed up and restored together; with
an object store (``RIGHTS_SNAPSHOTS``) the database keeps their names and sizes alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, or_, select, union_all, update

from rights.errors import InputError, StoreError
from rights.model import Page
from rights.store.beside_tables import beside
from rights.store.codec import compress, decompress
from rights.store.engine import Database, batches
from rights.store.tables import check, due, snapshot, violation, violation_event, work

#: A body seen within this time is in the object store and stays: nothing that young is dropped.
RECENT = timedelta(days=7)
#: Bodies moved at a time.
SETTLED = 100
#: Snapshots to be dropped that are sought at a time.
SOUGHT = 20_000


def _stood_on(number: ColumnElement[int], sha256: ColumnElement[str]) -> tuple[Select[Any], ...]:
    named = select(sha256).where(sha256.is_not(None))
    return (
        named.join(violation, or_(number == violation.c.opened_check, number == violation.c.last_check)),
        named.join(violation_event, violation_event.c.check_number == number),
    )


#: The snapshots that violations stand on, with the columns that name them: those of the checks that opened or changed one and
#: of the last one that showed it, and what these checks looked at beside their pages.
_STOOD_ON = {
    check.c.sha256: _stood_on(check.c.number, check.c.sha256),
    beside.c.sha256: _stood_on(beside.c.check_number, beside.c.sha256),
}


class Snapshots:
    """The snapshots of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def upload(self, pages: Sequence[Page], at: datetime) -> None:
        """Write bodies to the object store, where there is one; call it before the transaction that says `put`.

        Those seen within a week are there: what is dropped is older (`drop`).
        """
        objects = self._database.objects
        if objects is None or not pages:
            return
        bodies = _by_name(pages)
        recent = snapshot.c.sha256.in_(bodies) & (snapshot.c.last_at > at - RECENT) & (snapshot.c.stored > 0)
        with self._database.read() as connection:
            known = set(connection.execute(select(snapshot.c.sha256).where(recent)).scalars())
        objects.put({name: compress(body) for name, body in bodies.items() if name not in known})

    def put(self, connection: Connection, pages: Sequence[Page], at: datetime) -> list[str]:
        """Keep the bodies of pages; gives their sha256 in order.  A body known already is not stored again."""
        bodies = _by_name(pages)
        if not bodies:
            return []
        # locked, so that none that is known here is dropped as too old before the row below says that it was seen again
        held = select(snapshot.c.sha256).where(snapshot.c.sha256.in_(bodies)).order_by(snapshot.c.sha256)
        known = set(connection.execute(held.with_for_update()).scalars())
        rows = []
        for name in sorted(bodies):
            body = b"" if name in known else compress(bodies[name])
            kept = body if self._database.objects is None else b""
            row = {"sha256": name, "size": len(bodies[name]), "stored": len(body), "body": kept}
            rows.append(row | {"first_at": at, "last_at": at})
        insert = self._database.insert(snapshot)
        again = {"last_at": insert.excluded.last_at}
        connection.execute(insert.on_conflict_do_update(index_elements=[snapshot.c.sha256], set_=again), rows)
        return [name_of(page) for page in pages]

    def get(self, sha256: str) -> bytes | None:
        """The bytes of a snapshot, None where it is not kept; raises `StoreError` where they are not what the sha256 says.

        Call it with no transaction open: an object store may take its time.
        """
        packed = self._packed(sha256)
        try:
            packed = self._elsewhere(sha256) if packed == b"" else packed
        except StoreError as wrong:
            if wrong.passing or self._packed(sha256) is not None:
                raise
            return None  # dropped in between
        if packed is None:
            return None
        try:
            body = decompress(packed)
        except StoreError as wrong:
            raise StoreError(f"snapshot {sha256} is damaged: {wrong}; restore it from a backup") from wrong
        if hashlib.sha256(body).hexdigest() != sha256:
            raise StoreError(f"snapshot {sha256} is damaged: its bytes have another sha256; restore it from a backup")
        return body

    def _packed(self, sha256: str) -> bytes | None:
        """What the database holds of a snapshot: nothing but its name where the body stands in an object store."""
        with self._database.read() as connection:
            return connection.execute(select(snapshot.c.body).where(snapshot.c.sha256 == sha256)).scalar()

    def _elsewhere(self, sha256: str) -> bytes:
        if self._database.objects is None:
            raise StoreError(f"snapshot {sha256} stands in an object store: name it in RIGHTS_SNAPSHOTS")
        return self._database.objects.get(sha256)

    def drop(self, before: datetime) -> tuple[int, int]:
        """Forget snapshots last seen before a time; gives how many and their stored bytes.

        Never one that a violation stands on (the checks that opened or changed it, the last one that showed it), that a
        work was read from, that the next conditional request needs, or without which an address's last check cannot be judged
        anew.
        """
        count = size = 0
        while names := self._unneeded(before):
            for batch in batches(names):
                old = (snapshot.c.last_at < before) & snapshot.c.sha256.in_(batch)
                with self._database.write() as connection:
                    query = delete(snapshot).where(old).returning(snapshot.c.sha256, snapshot.c.stored)
                    gone = connection.execute(query).all()
                self.forget([name for name, _ in gone])
                count += len(gone)
                size += sum(stored for _, stored in gone)
        return count, size

    def _unneeded(self, before: datetime) -> list[str]:
        """Some old snapshots that nothing needs: a join, as for checks (`retention`)."""
        kept = union_all(
            *(one for those in _STOOD_ON.values() for one in those),
            select(work.c.sha256).where(work.c.sha256.is_not(None)),
            select(due.c.sha256).where(due.c.sha256.is_not(None)),
            select(beside.c.sha256)
            .join(due, due.c.last_check == beside.c.check_number)
            .where(beside.c.sha256.is_not(None)),
        ).subquery()
        query = select(snapshot.c.sha256).outerjoin(kept, kept.c.sha256 == snapshot.c.sha256)
        query = query.where(snapshot.c.last_at < before, kept.c.sha256.is_(None)).limit(SOUGHT)
        with self._database.read() as connection:
            return list(connection.execute(query).scalars())

    def is_stood_on(self, connection: Connection, sha256: str) -> bool:
        """True where a violation stands on the snapshot, whatever has become of it since."""
        queries = (one.where(column == sha256).limit(1) for column, those in _STOOD_ON.items() for one in those)
        return any(connection.execute(query).first() for query in queries)

    def forget(self, names: Sequence[str]) -> None:
        """Delete from the object store, where there is one, what the database no longer names."""
        if self._database.objects is None or not names:
            return
        with self._database.read() as connection:
            back = set(connection.execute(select(snapshot.c.sha256).where(snapshot.c.sha256.in_(names))).scalars())
        self._database.objects.delete([name for name in names if name not in back])

    def send_away(self) -> Iterator[int]:
        """Move bodies from the database to the object store, some at a time; gives how many each time.

        Each is read back and compared before it is let go.
        """
        objects = self._database.objects
        if objects is None:
            raise InputError("RIGHTS_SNAPSHOTS names no object store to move bodies to, expected s3://bucket/prefix")
        query = select(snapshot.c.sha256, snapshot.c.body).where(func.length(snapshot.c.body) > 0)
        while True:
            with self._database.read() as connection:
                found = dict(connection.execute(query.order_by(snapshot.c.sha256).limit(SETTLED)).all())
            if not found:
                return
            objects.put(found)
            for name, body in found.items():
                if objects.get(name) != body:
                    raise StoreError(f"snapshot {name} came back from the object store as something else")
            with self._database.write() as connection:
                connection.execute(update(snapshot).where(snapshot.c.sha256.in_(found)).values(body=b""))
            yield len(found)

    def take_back(self) -> Iterator[int]:
        """Move bodies from the object store into the database, some at a time; gives how many each time."""
        query = select(snapshot.c.sha256).where(func.length(snapshot.c.body) == 0).order_by(snapshot.c.sha256)
        while True:
            with self._database.read() as connection:
                names = list(connection.execute(query.limit(SETTLED)).scalars())
            if not names:
                return
            bodies = {name: self._elsewhere(name) for name in names}
            with self._database.write() as connection:
                for name, body in bodies.items():
                    connection.execute(update(snapshot).where(snapshot.c.sha256 == name).values(body=body))
            yield len(names)


def name_of(page: Page) -> str:
    """The sha256 of the page's body."""
    return page.sha256 or hashlib.sha256(page.body).hexdigest()


def _by_name(pages: Sequence[Page]) -> dict[str, bytes]:
    return {name_of(page): page.body for page in pages}
