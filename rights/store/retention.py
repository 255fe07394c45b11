"""What is dropped when it has grown old: history that nothing stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Subquery, Table, delete, select, union_all

from rights.store.beside_tables import beside
from rights.store.engine import Database, batches
from rights.store.tables import assessment, check, due, finding, metadata, sweep, violation, violation_event

#: Checks dropped in one transaction: a crawl that goes on meanwhile waits no longer than that takes.
BATCH = 500
#: Checks sought at a time: what is needed is gathered anew for each search, a second at a million addresses.
SOUGHT = 20_000


@dataclass(frozen=True, slots=True)
class Dropped:
    """How many checks, with their assessments and findings, and how many sweeps were dropped."""

    checks: int = 0
    sweeps: int = 0


def drop_history(database: Database, before: datetime) -> Dropped:
    """Drop checks, with what belongs to them alone, and sweeps from before a time.

    Kept whatever their age: each address's last check, the checks and findings that a violation was opened by, last
    seen in or stands on, those that a step of its life names, and sweeps that are unfinished or have a check left.
    """
    checks = 0
    while numbers := _unneeded(database, before):
        for batch in batches(numbers, BATCH):
            with database.write() as connection:
                _drop(connection, batch)
            checks += len(batch)
    with database.write() as connection:
        used = select(check.c.number).where(check.c.sweep == sweep.c.number).exists()
        old_sweeps = delete(sweep).where(sweep.c.finished_at < before, ~used)
        newest = select(sweep.c.number).order_by(sweep.c.number.desc()).limit(1).scalar_subquery()
        sweeps = connection.execute(old_sweeps.where(sweep.c.number != newest)).rowcount
    return Dropped(checks, sweeps)


def _unneeded(database: Database, before: datetime) -> list[int]:
    """Some old checks that nothing refers to; nothing will, for new rows refer to new checks.

    A join, since PostgreSQL compares each check with all that is needed where NOT IN asks for more than its memory holds.
    """
    needed = _needed()
    query = select(check.c.number).outerjoin(needed, needed.c[0] == check.c.number)
    query = query.where(check.c.at < before, needed.c[0].is_(None)).limit(SOUGHT)
    with database.read() as connection:
        return list(connection.execute(query).scalars())


def _needed() -> Subquery:
    """The numbers of the checks that are kept: all that any row outside a check's own refers to."""
    stands = select(assessment.c.check_number).join(finding, finding.c.assessment == assessment.c.number)
    return union_all(
        select(due.c.last_check).where(due.c.last_check.is_not(None)),
        select(violation.c.opened_check),
        select(violation.c.last_check),
        select(violation_event.c.check_number).where(violation_event.c.check_number.is_not(None)),
        stands.join(violation, violation.c.finding == finding.c.number),
        *(select(table.c[column]).where(table.c[column].is_not(None)) for table, column in _others()),
    ).subquery()


def _others() -> list[tuple[Table, str]]:
    """Tables beyond those above that refer to a check."""
    known = {assessment, beside, violation, violation_event}
    return [
        (table, key.parent.name)
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is check and table not in known
    ]


def _drop(connection: Connection, numbers: list[int]) -> None:
    of = select(assessment.c.number).where(assessment.c.check_number.in_(numbers))
    connection.execute(delete(finding).where(finding.c.assessment.in_(of)))
    connection.execute(delete(assessment).where(assessment.c.check_number.in_(numbers)))
    connection.execute(delete(beside).where(beside.c.check_number.in_(numbers)))
    connection.execute(delete(check).where(check.c.number.in_(numbers)))
