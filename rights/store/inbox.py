"""The desk's queries over violations: a page of an inbox, its figures, and which of many may be moved.

The rows of a page are chosen on the violations alone, by an index where there is one, and joined with work, copy and
finding only then: a page far down a hundred thousand answers as the first does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select, true, tuple_

from rights.store.engine import Database
from rights.store.life import STEPS
from rights.store.reading import Wanted, _narrow, _query, _read, state_among
from rights.store.records import OPEN, State, Violation
from rights.store.tables import copy, violation, violation_event, work
from rights.store.tally_tables import site_count, violation_count


class Sort(StrEnum):
    """In which order an inbox stands."""

    CHANGED = "changed"
    OLDEST = "oldest"
    SITE = "site"
    CLAUSE = "clause"


_ORDER: dict[Sort, tuple[Any, ...]] = {
    Sort.CHANGED: (violation.c.changed_at.desc(), violation.c.number.desc()),
    Sort.OLDEST: (violation.c.opened_at, violation.c.number),
    Sort.SITE: (violation.c.site, violation.c.number),
    Sort.CLAUSE: (violation.c.clause, violation.c.number),
}


#: Steps among which those of some publishers are looked for.
RECENT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a violation's life as the overview tells it."""

    violation: int
    at: datetime
    state: State
    by: str
    note: str | None
    publisher: str
    clause: str
    site: str
    copy_title: str | None
    copy_url: str


class Inbox:
    """Violations as the desk lists and counts them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, wanted: Wanted, sort: Sort = Sort.CHANGED, *, limit: int = 50, offset: int = 0) -> list[Violation]:
        """Some violations in order, each with its finding, without its events."""
        with self._database.read() as connection:
            numbers = list(connection.execute(_chosen(wanted, sort).limit(limit).offset(offset)).scalars())
            query = _query().where(violation.c.number.in_(numbers))
            rows = {row["number"]: row for row in connection.execute(query).mappings()}
        return [_read(rows[number]) for number in numbers if number in rows]

    def numbers(self, wanted: Wanted, sort: Sort = Sort.CHANGED, *, limit: int = 5_000) -> list[int]:
        """The numbers of those that a page would show, were it so long."""
        with self._database.read() as connection:
            return list(connection.execute(_chosen(wanted, sort).limit(limit)).scalars())

    def beside(self, number: int, wanted: Wanted) -> tuple[int | None, int | None]:
        """The numbers before and after one in an inbox by last change."""
        with self._database.read() as connection:
            at = connection.execute(select(violation.c.changed_at).where(violation.c.number == number)).scalar()
            if at is None:
                return None, None
            place = tuple_(violation.c.changed_at, violation.c.number)
            here = tuple_(literal(at, violation.c.changed_at.type), literal(number))
            newer, older = place > here, place < here
            up = _walked(select(violation.c.number), wanted).where(newer)
            down = _walked(select(violation.c.number), wanted).where(older)
            before = connection.execute(up.order_by(violation.c.changed_at, violation.c.number).limit(1)).scalar()
            after = connection.execute(down.order_by(*_ORDER[Sort.CHANGED]).limit(1)).scalar()
        return before, after

    def movable(self, numbers: Sequence[int], state: State, publishers: Sequence[str] = ()) -> list[int]:
        """Those of some violations that belong to the publishers and may be moved to a state by a person."""
        query = select(violation.c.number).where(
            violation.c.number.in_(numbers), violation.c.state.in_([one.value for one in STEPS.get(state, ())])
        )
        with self._database.read() as connection:
            return list(connection.execute(_narrow(query, Wanted(publishers=publishers))).scalars())

    def open_by_clause(self, publishers: Sequence[str] = (), *, limit: int = 12) -> list[tuple[str, int]]:
        """How many are open by clause, most first."""
        of = violation_count.c
        return self._most(of.clause, of.number, of.publisher, publishers, limit, of.state.in_(OPEN))

    def open_by_site(self, publishers: Sequence[str] = (), *, limit: int = 12) -> list[tuple[str, int]]:
        """How many are open by site, most first."""
        of = site_count.c
        return self._most(of.site, of.open, of.publisher, publishers, limit, true())

    def _most(
        self, name: Any, number: Any, publisher: Any, publishers: Sequence[str], limit: int, where: ColumnElement[bool]
    ) -> list[tuple[str, int]]:
        query = select(name, func.sum(number)).where(where).group_by(name).having(func.sum(number) > 0)
        if publishers:
            query = query.where(publisher.in_(publishers))
        with self._database.read() as connection:
            found = connection.execute(query.order_by(func.sum(number).desc(), name).limit(limit))
            return [(of, int(count)) for of, count in found]

    def publishers(self) -> list[str]:
        """Publishers that any violation names."""
        with self._database.read() as connection:
            return list(connection.execute(select(violation_count.c.publisher).distinct()).scalars())

    def steps_since(self, moment: datetime, publishers: Sequence[str] = ()) -> dict[State, int]:
        """How many steps were taken since a moment, by where they led."""
        query = select(violation_event.c.state, func.count()).where(violation_event.c.at >= moment)
        if publishers:
            of = select(violation.c.number).where(violation.c.publisher.in_(publishers))
            query = query.where(violation_event.c.violation.in_(of))
        with self._database.read() as connection:
            found = connection.execute(query.group_by(violation_event.c.state))
            return {State(state): int(count) for state, count in found}

    def last_steps(self, publishers: Sequence[str] = (), *, limit: int = 12) -> list[Step]:
        """The last steps that were taken, newest first; some publishers' among the last few thousand of all."""
        recent = select(violation_event).order_by(violation_event.c.number.desc()).limit(RECENT).subquery()
        query = select(
            recent.c.violation, recent.c.at, recent.c.state, recent.c.by,
            recent.c.note, violation.c.publisher, violation.c.clause, violation.c.site, copy.c.title,
            copy.c.address,
        )  # fmt: skip
        query = query.join(violation, violation.c.number == recent.c.violation)
        query = query.join(copy, copy.c.number == violation.c.copy_number).limit(limit)
        query = _narrow(query, Wanted(publishers=publishers)).order_by(recent.c.number.desc())
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return [
            Step(
                violation=row.violation, at=row.at, state=State(row.state), by=row.by, note=row.note,
                publisher=row.publisher, clause=row.clause, site=row.site, copy_title=row.title, copy_url=row.address,
            )
            for row in rows
        ]  # fmt: skip


def _chosen(wanted: Wanted, sort: Sort) -> Select[Any]:
    query = select(violation.c.number)
    if wanted.work:
        query = query.join(work, work.c.number == violation.c.work)
    query = _walked(query, wanted) if sort is Sort.CHANGED else _narrow(query, wanted)
    return query.order_by(*_ORDER[sort])


def _walked(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """Narrowed so that the violations are walked by their last change where several states are asked for.

    SQLite's planner would rather collect all of those states' and sort them, which takes a hundred times as long.
    """
    if len(wanted.states) <= 1 or wanted.publishers or wanted.sites or wanted.work or wanted.copy is not None:
        return _narrow(query, wanted)
    return _narrow(query, replace(wanted, states=())).where(state_among(wanted.states))
