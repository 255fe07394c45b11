"""Sweeps, and the named locks that keep two of them apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update

from rights.store.due import DueTable
from rights.store.engine import Database
from rights.store.records import Sweep
from rights.store.tables import lock, sweep

#: A lock whose owner says nothing for so long is anyone's.
HELD = timedelta(minutes=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """All sweeps together: how many, pages looked at, looks that failed, and when the last one was finished."""

    sweeps: int
    checked: int
    failed: int
    last_finished: datetime | None


class Sweeps:
    """The sweeps of one database."""

    def __init__(self, database: Database, due_table: DueTable) -> None:
        self._database = database
        self._due = due_table

    def begin(self, at: datetime, *, everything: bool = False) -> Sweep:
        """Begin a sweep, or take up one that was killed: same number, and what it finished is not due any more.

        ``started_at`` of what comes back is ``at``: the moment up to which things are due.  With ``everything`` every
        address is brought forward to the sweep's time, once.
        """
        kind = "all" if everything else "due"
        with self._database.write() as connection:
            query = select(sweep).where(sweep.c.finished_at.is_(None), sweep.c.kind == kind)
            row: Any = connection.execute(query.order_by(sweep.c.number.desc()).with_for_update()).first()
            if row is not None and self._due.any_due(connection, at):
                return replace(_read(row), started_at=at)
            if row is not None:
                connection.execute(update(sweep).where(sweep.c.number == row.number).values(finished_at=at))
            new = {"kind": kind, "started_at": at, "checked": 0, "failed": 0}
            number = self._database.insert_ids(connection, sweep, [new])[0]
            if everything:
                self._due.make_all_due(connection, at)
            return Sweep(number=number, kind=kind, started_at=at)

    def finish(self, number: int, at: datetime) -> None:
        """Say that nothing is left to do in a sweep."""
        with self._database.write() as connection:
            connection.execute(update(sweep).where(sweep.c.number == number).values(finished_at=at))

    def get(self, number: int) -> Sweep | None:
        """One sweep."""
        with self._database.read() as connection:
            row = connection.execute(select(sweep).where(sweep.c.number == number)).first()
        return None if row is None else _read(row)

    def last(self, limit: int = 20) -> list[Sweep]:
        """The last sweeps, newest first."""
        with self._database.read() as connection:
            rows = connection.execute(select(sweep).order_by(sweep.c.number.desc()).limit(limit)).all()
        return [_read(row) for row in rows]

    def totals(self) -> Totals:
        """Figures of all sweeps together."""
        sums = (func.count(), func.coalesce(func.sum(sweep.c.checked), 0), func.coalesce(func.sum(sweep.c.failed), 0))
        with self._database.read() as connection:
            count, checked, failed = connection.execute(select(*sums).select_from(sweep)).one()
            last: datetime | None = connection.execute(select(func.max(sweep.c.finished_at))).scalar()
        return Totals(sweeps=int(count), checked=int(checked), failed=int(failed), last_finished=last)

    def acquire(self, name: str, owner: str, now: datetime) -> bool:
        """Take or renew a named lock for two minutes; False while another holds it."""
        insert = self._database.insert(lock)
        free = (lock.c.owner == owner) | (lock.c.until <= now)
        values = {"owner": owner, "until": now + HELD}
        insert = insert.on_conflict_do_update(index_elements=[lock.c.name], set_=values, where=free)
        with self._database.write() as connection:
            connection.execute(insert.values(name=name, **values))
            return connection.execute(select(lock.c.owner).where(lock.c.name == name)).scalar() == owner

    def give_back(self, name: str, owner: str) -> None:
        """Give a lock back."""
        with self._database.write() as connection:
            connection.execute(delete(lock).where(lock.c.name == name, lock.c.owner == owner))


def _read(row: Any) -> Sweep:
    return Sweep(
        number=row.number, kind=row.kind, started_at=row.started_at, finished_at=row.finished_at, checked=row.checked,
        failed=row.failed,
    )  # fmt: skip
