"""Violations as reports, letters and the desk read them: with work, copy, finding and events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from rights.store.codec import read_finding
from rights.store.engine import Database
from rights.store.records import OPEN, Event, State, Violation
from rights.store.tables import assessment, check, copy, finding, violation, violation_event, work
from rights.store.tally_tables import violation_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which violations; what is None or empty does not narrow.

    ``changed_since`` asks for those that were opened, moved or cured since then; ``sites`` limits to these sites.
    """

    publishers: Sequence[str] = ()
    sites: Sequence[str] = ()
    states: Sequence[State] = ()
    clause: str | None = None
    work: str | None = None
    copy: int | None = None
    changed_since: datetime | None = None
    numbers: Sequence[int] = ()


class Reading:
    """Queries over violations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(
        self, wanted: Wanted | None = None, *, limit: int | None = None, offset: int = 0, newest: bool = False
    ) -> list[Violation]:
        """Violations by number, or the last changed first; each with its finding, without its events."""
        order = (violation.c.changed_at.desc(), violation.c.number.desc()) if newest else (violation.c.number,)
        query = _narrow(_query(), wanted or Wanted()).order_by(*order).limit(limit).offset(offset)
        with self._database.read() as connection:
            return [_read(row) for row in connection.execute(query).mappings()]

    def open(self, publisher: str | None = None) -> list[Violation]:
        """Those that the republisher still has to mend."""
        return self.listed(Wanted(publishers=(publisher,) if publisher else (), states=OPEN))

    def get(self, number: int) -> Violation | None:
        """One violation with its events, oldest first."""
        with self._database.read() as connection:
            row = connection.execute(_query().where(violation.c.number == number)).mappings().first()
            if row is None:
                return None
            query = select(violation_event).where(violation_event.c.violation == number)
            events = connection.execute(query.order_by(violation_event.c.number)).all()
        told = tuple(
            Event(at=e.at, state=State(e.state), by=e.by, note=e.note, until=e.until, check=e.check_number)
            for e in events
        )
        return replace(_read(row), events=told)

    def count(self, wanted: Wanted | None = None) -> int:
        """How many."""
        return sum(self.by_state(wanted).values())

    def by_state(self, wanted: Wanted | None = None) -> dict[State, int]:
        """How many in each state that any is in."""
        wanted = wanted or Wanted()
        query = _figures(wanted) if _kept(wanted) else _counted(wanted)
        with self._database.read() as connection:
            return {State(state): int(number) for state, number in connection.execute(query) if number}


def _kept(wanted: Wanted) -> bool:
    """Whether the figures that are kept tell how many these are."""
    return replace(wanted, publishers=(), states=(), clause=None) == Wanted()


def _figures(wanted: Wanted) -> Select[Any]:
    of = violation_count.c
    query = select(of.state, func.sum(of.number)).group_by(of.state)
    if wanted.publishers:
        query = query.where(of.publisher.in_(wanted.publishers))
    if wanted.states:
        query = query.where(of.state.in_([state.value for state in wanted.states]))
    return query.where(of.clause == wanted.clause) if wanted.clause else query


def _counted(wanted: Wanted) -> Select[Any]:
    counted = select(violation.c.state, func.count()).select_from(_joined() if wanted.work else violation)
    if wanted.states:
        counted = counted.where(state_among(wanted.states))
    return _narrow(counted, replace(wanted, states=())).group_by(violation.c.state)


def state_among(states: Sequence[State]) -> ColumnElement[bool]:
    """Which states, said so that no index by state is chosen for it."""
    return violation.c.state.concat("").in_([state.value for state in states])


def _joined() -> Any:
    return violation.join(work, work.c.number == violation.c.work).join(copy, copy.c.number == violation.c.copy_number)


def _query() -> Select[Any]:
    joined = (
        _joined()
        .join(finding, finding.c.number == violation.c.finding)
        .join(assessment, assessment.c.number == finding.c.assessment)
        .join(check, check.c.number == violation.c.last_check)
    )
    return select(
        violation,
        work.c.ref,
        work.c.url.label("work_url"),
        work.c.title.label("work_title"),
        copy.c.address,
        copy.c.title.label("copy_title"),
        finding.c.strength,
        finding.c.verdict,
        finding.c.waived,
        finding.c.reason.label("finding_reason"),
        finding.c.body,
        assessment.c.sha256.label("policy_sha256"),
        check.c.sha256.label("snapshot"),
    ).select_from(joined)


def _narrow(query: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.publishers:
        query = query.where(violation.c.publisher.in_(wanted.publishers))
    if wanted.numbers:
        query = query.where(violation.c.number.in_(wanted.numbers))
    if wanted.sites:
        query = query.where(violation.c.site.in_(wanted.sites))
    if wanted.states:
        query = query.where(violation.c.state.in_([state.value for state in wanted.states]))
    if wanted.clause:
        query = query.where(violation.c.clause == wanted.clause)
    if wanted.work:
        query = query.where(work.c.ref == wanted.work)
    if wanted.copy is not None:
        query = query.where(violation.c.copy_number == wanted.copy)
    if wanted.changed_since is not None:
        query = query.where(violation.c.changed_at >= wanted.changed_since)
    return query


def _read(row: Any) -> Violation:
    return Violation(
        number=row["number"], publisher=row["publisher"], clause=row["clause"], type=row["type"],
        state=State(row["state"]), work=row["ref"], work_url=row["work_url"], work_title=row["work_title"],
        copy=row["copy_number"], copy_url=row["address"], copy_title=row["copy_title"], site=row["site"],
        opened_at=row["opened_at"], last_seen_at=row["last_seen_at"], changed_at=row["changed_at"], hop=row["hop"],
        policy=row["policy"], policy_sha256=row["policy_sha256"], missed_at=row["missed_at"], how=row["how"],
        reason=row["reason"], until=row["until"], opened_check=row["opened_check"], last_check=row["last_check"],
        snapshot=row["snapshot"], finding=read_finding({**row, "reason": row["finding_reason"]}),
    )  # fmt: skip
