"""Forget a site or a person on request: what the law may demand although nothing else is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, Text, cast, delete, func, select, update

from rights.errors import InputError
from rights.store.beside_tables import beside
from rights.store.engine import Database, batches
from rights.store.records import State
from rights.store.snapshots import Snapshots
from rights.store.subscription_tables import telling
from rights.store.tables import (
    assessment,
    check,
    copy,
    due,
    finding,
    host,
    lead,
    site,
    snapshot,
    violation,
    violation_event,
    waiver,
    work,
)
from rights.store.tally import Tally
from rights.store.tally_tables import site_count

#: What stands where a person's name stood.
REMOVED = "[name removed]"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Rows deleted or changed by table, and snapshots that hold the name but that a violation stands on."""

    rows: dict[str, int]
    held: tuple[str, ...] = ()


def forget_site(database: Database, name: str, at: datetime) -> Forgotten:
    """Delete all that was seen on a site and opt it out of further visits; raises `InputError` for an unknown one."""
    rows: dict[str, int] = {}
    with database.write() as connection:
        copies = select(copy.c.number).where(copy.c.site == name)
        dues = select(due.c.number).where(due.c.site == name)
        checks = select(check.c.number).where(check.c.due.in_(dues) | check.c.copy_number.in_(copies))
        violations = select(violation.c.number).where(violation.c.copy_number.in_(copies))
        assessments = select(assessment.c.number).where(assessment.c.check_number.in_(checks))
        # what others' checks saw of this site behind a link is forgotten, too
        seen_beside = (beside.c.site == name) | beside.c.check_number.in_(checks)
        bodies = set(connection.execute(select(check.c.sha256).where(check.c.number.in_(checks))).scalars())
        bodies |= set(connection.execute(select(beside.c.sha256).where(seen_beside)).scalars())
        events = select(violation_event.c.number).where(violation_event.c.violation.in_(violations))
        tally = Tally()
        kept = (
            select(violation).where(violation.c.copy_number.in_(copies)).order_by(violation.c.number).with_for_update()
        )
        for row in connection.execute(kept):
            tally.moved(row.publisher, row.clause, row.site, State(row.state), None)
        for table, which in (
            (telling, telling.c.event.in_(events)),
            (violation_event, violation_event.c.violation.in_(violations)),
            (violation, violation.c.copy_number.in_(copies)),
            (finding, finding.c.assessment.in_(assessments)),
            (assessment, assessment.c.check_number.in_(checks)),
            (beside, seen_beside),
            (check, check.c.number.in_(checks)),
            (lead, lead.c.due.in_(dues)),
            (due, due.c.site == name),
            (copy, copy.c.site == name),
            (host, host.c.site == name),
            (waiver, waiver.c.site == name),
        ):
            rows[table.name] = connection.execute(delete(table).where(which)).rowcount
        known = connection.execute(select(site.c.number).where(site.c.name == name)).first()
        if known is None and not any(rows.values()):
            raise InputError(f"nothing is known of the site {name}; see  rights sites list --all")
        dropped = _drop_unused(connection, bodies)
        rows["snapshot"] = len(dropped)
        wish = {"name": name, "watched": False, "paused": False, "opted_out": True, "added_at": at}
        changed = {"watched": False, "opted_out": True, "facts": None, "facts_from": None, "note": None}
        insert = database.insert(site).values(wish)
        connection.execute(insert.on_conflict_do_update(index_elements=[site.c.name], set_=changed))
        tally.write(database, connection)
        connection.execute(delete(site_count).where(site_count.c.site == name))
    Snapshots(database).forget(dropped)
    return Forgotten({table: count for table, count in rows.items() if count})


def _drop_unused(connection: Connection, names: set[str | None]) -> list[str]:
    """Delete those of the snapshots that nothing refers to any more; gives which."""
    dropped: list[str] = []
    for some in batches(sorted(name for name in names if name)):
        unused = set(some)
        for table in (check, beside, due, work):
            unused.difference_update(
                connection.execute(select(table.c.sha256).where(table.c.sha256.in_(some))).scalars()
            )
        connection.execute(delete(snapshot).where(snapshot.c.sha256.in_(unused)))
        dropped += sorted(unused)
    return dropped


def forget_person(database: Database, snapshots: Snapshots, name: str) -> Forgotten:
    """Take a name out of what was noted, and drop snapshots that hold it and that no violation stands on.

    Raises `InputError` for a name so short that it would be found everywhere.
    """
    if len(name.strip()) < 4:
        raise InputError(f"{name!r} is too short to be found for certain; give the full name")
    rows: dict[str, int] = {}
    with database.write() as connection:
        for table, columns in _NOTED.items():
            for column in columns:
                changed = _redact(connection, table, column, name)
                rows[table.name] = rows.get(table.name, 0) + changed
        pages = list(connection.execute(select(snapshot.c.sha256)).scalars())
    held = []
    for sha256 in pages:
        body = snapshots.get(sha256)
        if body is None or name.casefold() not in body.decode("utf-8", "replace").casefold():
            continue
        with database.write() as connection:
            if snapshots.is_stood_on(connection, sha256):
                held.append(sha256)
                continue
            for table in (due, work):
                connection.execute(update(table).where(table.c.sha256 == sha256).values(sha256=None))
            connection.execute(delete(snapshot).where(snapshot.c.sha256 == sha256))
            rows["snapshot"] = rows.get("snapshot", 0) + 1
        snapshots.forget([sha256])
    return Forgotten({table: count for table, count in rows.items() if count}, tuple(held))


_NOTED: dict[Table, tuple[str, ...]] = {
    violation_event: ("by", "note"),
    violation: ("how", "reason"),
    waiver: ("by", "reference"),
    site: ("note",),
    copy: ("title",),
    check: ("error",),
    finding: ("body",),
}


def _redact(connection: Connection, table: Table, column: str, name: str) -> int:
    """Replace the name in a text or JSON column, however it is spelled in capitals."""
    key = next(iter(table.primary_key))
    holds = func.lower(cast(table.c[column], Text)).contains(name.lower(), autoescape=True)
    found = connection.execute(select(key, table.c[column]).where(holds)).all()
    for number, value in found:
        query = update(table).where(key == number).values({column: _without(value, name)})
        connection.execute(query)
    return len(found)


def _without(value: Any, name: str) -> Any:
    if isinstance(value, str):
        start = value.casefold().find(name.casefold())
        while start >= 0:
            value = value[:start] + REMOVED + value[start + len(name) :]
            start = value.casefold().find(name.casefold(), start + len(REMOVED))
        return value
    if isinstance(value, dict):
        return {key: _without(item, name) for key, item in value.items()}
    return [_without(item, name) for item in value] if isinstance(value, list) else value
