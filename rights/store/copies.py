"""Copies: one page elsewhere is one copy, under however many addresses it is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from rights.model import Assessment, History
from rights.store.codec import LONGEST_ADDRESS, clean
from rights.store.due import host_key
from rights.store.engine import Database
from rights.store.records import Copy, Look, Outcome, Standing, State, work_of
from rights.store.tables import copy, due, host, site, violation, violation_event
from rights.urls import normalise, page_key
from rights.urls import site as site_of

_FOLDS = (Outcome.JUDGED,)


class Copies:
    """The copies of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def fold(self, connection: Connection, look: Look, mine: str) -> Look:
        """The look, or a `FOLDED` one where the page has a due row under its own address.

        Where it has none, the looked-at row takes the page's identity over and leaves an alias behind, so that the old
        address is not looked at again on its own.  A page that was found to hold no work folds nothing into it.
        ``mine`` is the row's page key.
        """
        if look.outcome not in _FOLDS or not look.address:
            return look
        key = page_key(clean(look.address))[:LONGEST_ADDRESS]
        if key == mine:
            return look
        other = connection.execute(select(due).where(due.c.page_key == key)).first()
        if other is None:
            self._take_over(connection, look, mine, key)
            return look
        if other.standing in (Standing.OTHER, Standing.ALIAS, Standing.SOURCE):
            return replace(look, address=None)
        return replace(look, outcome=Outcome.FOLDED, assessments=(), error=f"the same page as {other.address}")

    def _take_over(self, connection: Connection, look: Look, mine: str, key: str) -> None:
        reached = clean(normalise((look.page.final_url if look.page else None) or look.due.address))[:LONGEST_ADDRESS]
        row = connection.execute(select(due).where(due.c.number == look.due.number)).one()
        connection.execute(update(due).where(due.c.number == look.due.number).values(page_key=key, address=reached))
        alias: dict[str, Any] = {
            "address": row.address, "page_key": mine, "kind": row.kind, "host": row.host, "site": row.site,
            "standing": Standing.ALIAS.value, "failures": 0, "added_at": row.added_at, "next_at": None,
        }  # fmt: skip
        connection.execute(due.insert().values(alias))
        new_site = site_of(reached)
        if new_site and host_key(reached) != row.host:
            insert = self._database.insert(host).on_conflict_do_nothing(index_elements=[host.c.name])
            new = {"name": host_key(reached), "site": new_site, "next_at": look.at, "failures": 0, "fetched_today": 0}
            connection.execute(insert, [new])
            moved = {"host": host_key(reached), "site": new_site}
            connection.execute(update(due).where(due.c.number == look.due.number).values(moved))

    def settle(self, connection: Connection, looks: Sequence[Look]) -> dict[int, int]:
        """The copy's number by due number, for looks at pages that hold a work or did so before."""
        found = {look.due.number: look.due.copy for look in looks if look.due.copy is not None}
        new, again = {}, []
        for look in looks:
            holds = any(work_of(one) and (one.findings or _shares(one)) for one in look.assessments)
            if look.outcome is not Outcome.JUDGED or look.own or not holds:
                continue
            known = found.get(look.due.number)
            if known is None:
                new[look.due.number] = _row(look)
            else:
                again.append({"which": known, "seen": look.at, "called": clean(look.title)})
        if again:
            query = update(copy).where(copy.c.number == bindparam("which"))
            connection.execute(query.values(last_seen_at=bindparam("seen"), title=bindparam("called")), again)
        return found | self._insert(connection, new)

    def _insert(self, connection: Connection, rows: dict[int, dict[str, Any]]) -> dict[int, int]:
        """The numbers of new copies by due number."""
        if not rows:
            return {}
        insert = self._database.insert(copy)
        again = {"last_seen_at": insert.excluded.last_seen_at, "title": insert.excluded.title}
        insert = insert.on_conflict_do_update(index_elements=[copy.c.page_key], set_=again)
        connection.execute(insert, sorted(rows.values(), key=lambda row: str(row["page_key"])))
        self._know({str(row["site"]): row["first_seen_at"] for row in rows.values()}, connection)
        keys = {row["page_key"] for row in rows.values()}
        query = select(copy.c.page_key, copy.c.number).where(copy.c.page_key.in_(keys))
        numbers: dict[str, int] = dict(connection.execute(query).all())
        return {due_number: numbers[row["page_key"]] for due_number, row in rows.items()}

    def _know(self, sites: dict[str, datetime], connection: Connection) -> None:
        """Put sites on file: whatever holds a copy stands in the list of sites."""
        known = set(connection.execute(select(site.c.name).where(site.c.name.in_(sites))).scalars())
        marks = {"watched": False, "paused": False, "opted_out": False}
        new = [{"name": name, "added_at": at, **marks} for name, at in sorted(sites.items()) if name not in known]
        if new:
            insert = self._database.insert(site).on_conflict_do_nothing(index_elements=[site.c.name])
            connection.execute(insert, new)

    def get(self, number: int) -> Copy | None:
        """One copy."""
        with self._database.read() as connection:
            row = connection.execute(select(copy).where(copy.c.number == number)).first()
        return None if row is None else _read(row)

    def history(self, number: int) -> History:
        """What earlier sweeps saw of a copy."""
        asked = select(func.min(violation_event.c.at)).join(
            violation, violation.c.number == violation_event.c.violation
        )
        asked = asked.where(violation.c.copy_number == number, violation_event.c.state == State.NOTIFIED.value)
        with self._database.read() as connection:
            first = connection.execute(select(copy.c.first_seen_at).where(copy.c.number == number)).scalar()
            notified = connection.execute(asked).scalar()
        return History(first_seen=first, takedown_requested_at=notified)

    def listed(self, of: str | None = None, *, limit: int | None = None) -> list[Copy]:
        """Copies, oldest first, of one site where it is named."""
        query = select(copy).order_by(copy.c.number).limit(limit)
        if of:
            query = query.where(copy.c.site == of)
        with self._database.read() as connection:
            return [_read(row) for row in connection.execute(query)]


def _row(look: Look) -> dict[str, Any]:
    address = clean(normalise(look.address or look.due.address))[:LONGEST_ADDRESS]
    return {
        "address": address,
        "page_key": page_key(address)[:LONGEST_ADDRESS],
        "site": site_of(address) or look.due.site,
        "title": clean(look.title),
        "first_seen_at": look.at,
        "last_seen_at": look.at,
    }


def _shares(one: Assessment) -> bool:
    match = one.republication.match if one.republication else None
    return bool(match and match.words)


def _read(row: Any) -> Copy:
    return Copy(
        number=row.number, address=row.address, site=row.site, title=row.title, first_seen_at=row.first_seen_at,
        last_seen_at=row.last_seen_at,
    )  # fmt: skip
