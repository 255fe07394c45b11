"""Violations and their lives: one row for (publisher, clause, work, copy), one event for every step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, select, update

from rights.errors import InputError
from rights.model import Assessment, Finding, Reason, Verdict
from rights.store.codec import clean
from rights.store.life import Now, Seen, may, step
from rights.store.reading import Reading
from rights.store.records import OPEN, Change, Look, Outcome, State, work_of
from rights.store.subscriptions import queue
from rights.store.tables import copy, violation, violation_event
from rights.store.tally import Tally

#: Who takes the steps that a sweep takes.
CRAWLER = "rights"

#: Reasons for which a work that was not found on a page may stand there all the same.
_DOUBTFUL = (Reason.NEEDS_BROWSER, Reason.PAGE_CUT, Reason.TRANSLATION, Reason.UNREACHABLE)

Key = tuple[str, str, int]  # publisher, clause, the work's number


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A recorded look, with the numbers that its check and findings got."""

    look: Look
    check: int
    copy: int | None
    assessments: tuple[tuple[Assessment, tuple[tuple[Finding, int], ...]], ...]
    works: dict[str, int]


class Violations(Reading):
    """The violations of one database: reading them is `Reading`'s, their lives are here."""

    def follow(self, connection: Connection, judged: Sequence[Judged]) -> list[Change]:
        """Open, move on and cure what the looks showed."""
        copies = {one.copy for one in judged if one.copy is not None}
        if not copies:
            return []
        standing: dict[int, dict[Key, Any]] = {}
        query = select(violation).where(violation.c.copy_number.in_(copies)).order_by(violation.c.number)
        for row in connection.execute(query.with_for_update()):
            standing.setdefault(row.copy_number, {})[(row.publisher, row.clause, row.work)] = row
        places = select(copy.c.number, copy.c.address, copy.c.site).where(copy.c.number.in_(copies))
        where = {number: (address, site) for number, address, site in connection.execute(places)}
        steps = _Steps()
        for one in judged:
            if one.copy is not None and one.look.outcome in (Outcome.JUDGED, Outcome.GONE, Outcome.FOLDED):
                _follow_one(one, standing.get(one.copy, {}), *where[one.copy], steps)
        return self._write(connection, steps)

    def _write(self, connection: Connection, steps: _Steps) -> list[Change]:
        for columns, rows in steps.updates.items():
            values: dict[str, Any] = {name: bindparam(f"v_{name}") for name in columns}
            connection.execute(update(violation).where(violation.c.number == bindparam("which")).values(values), rows)
        numbers = self._database.insert_ids(connection, violation, steps.opened)
        opened = [replace(change, violation=n) for change, n in zip(steps.opening, numbers, strict=True)]
        events = steps.events + [
            _event(n, row["opened_at"], State.OPENED, CRAWLER, None, row["opened_check"])
            for n, row in zip(numbers, steps.opened, strict=True)
        ]
        ids = self._database.insert_ids(connection, violation_event, events)
        changes = {change.violation: change for change in (*steps.changes, *opened)}
        about = ((n, event["at"], changes[event["violation"]]) for n, event in zip(ids, events, strict=True))
        queue(connection, [(n, at, one.publisher, one.clause, one.state) for n, at, one in about])
        steps.tally.write(self._database, connection)
        return steps.changes + opened

    def move(
        self, numbers: Sequence[int], state: State, *, by: str, at: datetime, note: str | None = None,
        until: datetime | None = None,
    ) -> int:  # fmt: skip
        """A person's step on violations: dismiss, waive, reopen, notify, answer; gives how many moved.

        All of them move or none.  Dismissing and waiving need a ``note`` that says why; raises `InputError` for a number
        that is not known and for a step that does not follow from the state, such as notifying of a cured violation.
        """
        if state in (State.DISMISSED, State.WAIVED) and not (note or "").strip():
            raise InputError(f"a violation is {state.value} for a reason: give one")
        if until is not None and until <= at:
            raise InputError("the end date must lie ahead")
        with self._database.write() as connection:
            found = select(violation).where(violation.c.number.in_(numbers)).order_by(violation.c.number)
            rows = connection.execute(found.with_for_update()).all()
            if unknown := set(numbers) - {row.number for row in rows}:
                raise InputError(f"no violation has the number {min(unknown)}; see  rights violations list")
            tally = Tally()
            for row in rows:
                if not may(State(row.state), state):
                    raise InputError(f"violation {row.number} is {row.state}: it cannot be {state.value} from there")
                values = {"state": state.value, "changed_at": at, "how": by, "reason": clean(note), "until": until}
                connection.execute(update(violation).where(violation.c.number == row.number).values(values))
                event = _event(row.number, at, state, by, note, until=until)
                (step_number,) = self._database.insert_ids(connection, violation_event, [event])
                queue(connection, [(step_number, at, row.publisher, row.clause, state)])
                tally.moved(row.publisher, row.clause, row.site, State(row.state), state)
            tally.write(self._database, connection)
        return len(rows)

    def open_by_copy(self, connection: Connection, copies: set[int]) -> dict[int, tuple[int, bool]]:
        """For each copy how many violations are open and whether one waits for a second look at missing text."""
        missing = func.max(case((violation.c.missed_at.is_not(None), 1), else_=0))
        query = (
            select(violation.c.copy_number, func.count(), missing)
            .where(violation.c.copy_number.in_(copies), violation.c.state.in_(OPEN))
            .group_by(violation.c.copy_number)
        )
        return {number: (count, bool(waits)) for number, count, waits in connection.execute(query)}


@dataclass(slots=True)
class _Steps:
    """What a batch of looks writes: updates by the columns they set, new rows, events, and what to tell of it."""

    updates: dict[tuple[str, ...], list[dict[str, Any]]] = field(default_factory=dict)
    opened: list[dict[str, Any]] = field(default_factory=list)
    opening: list[Change] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)


def _follow_one(one: Judged, standing: dict[Key, Any], address: str, site: str, steps: _Steps) -> None:
    """The steps that one look takes on the violations of its copy."""
    found, at = _found(one), one.look.at
    for key, row in standing.items():
        seen = _seen(one, key, row.hop, found)
        now = Now(State(row.state), row.missed_at, row.until, row.how)
        then = step(now, seen, at)
        if then is None:
            continue
        values: dict[str, Any] = {}
        if seen is Seen.VIOLATED:
            finding, number, assessment = found[key]
            values = {"last_seen_at": at, "last_check": one.check, "finding": number, "missed_at": None,
                      "type": finding.type, "policy": _policy(assessment)}  # fmt: skip
        if then.missed_at != now.missed_at:
            values["missed_at"] = then.missed_at
        if then.state is not now.state:
            values |= {"state": then.state.value, "changed_at": at, "how": then.how, "reason": None,
                       "until": then.until, "missed_at": then.missed_at}  # fmt: skip
            steps.events.append(_event(row.number, at, then.state, CRAWLER, then.how, one.check))
            steps.changes.append(_change(row.number, key, then.state, now.state, address))
            steps.tally.moved(row.publisher, row.clause, row.site, now.state, then.state)
        if values:
            parameters = {"which": row.number} | {f"v_{name}": value for name, value in values.items()}
            steps.updates.setdefault(tuple(values), []).append(parameters)
    for key, (finding, number, assessment) in found.items():
        if key not in standing and _violates(finding):
            publisher, clause, work_number = key
            steps.opened.append({
                "publisher": publisher, "clause": clause, "work": work_number, "copy_number": one.copy, "site": site,
                "type": finding.type, "policy": _policy(assessment), "hop": assessment.hop,
                "state": State.OPENED.value, "opened_at": at, "last_seen_at": at, "changed_at": at,
                "opened_check": one.check, "last_check": one.check, "finding": number,
            })  # fmt: skip
            steps.opening.append(_change(0, key, State.OPENED, None, address))
            steps.tally.moved(publisher, clause, site, None, State.OPENED)


def _event(
    number: int, at: datetime, state: State, by: str, note: str | None, check: int | None = None,
    until: datetime | None = None,
) -> dict[str, Any]:  # fmt: skip
    return {
        "violation": number, "at": at, "state": state.value, "by": clean(by), "note": clean(note),
        "check_number": check, "until": until,
    }  # fmt: skip


def _change(number: int, key: Key, state: State, before: State | None, address: str) -> Change:
    return Change(violation=number, publisher=key[0], clause=key[1], state=state, before=before, copy_url=address)


def _policy(assessment: Assessment) -> str | None:
    return assessment.policy.policy if assessment.policy else None


def _violates(finding: Finding) -> bool:
    return finding.verdict is Verdict.VIOLATION and not finding.waived


def _found(one: Judged) -> dict[Key, tuple[Finding, int, Assessment]]:
    """The findings of a look by the identity that a violation of them has; the worst where two share it."""
    found: dict[Key, tuple[Finding, int, Assessment]] = {}
    for assessment, findings in one.assessments:
        work = work_of(assessment)
        if work is None or assessment.policy is None:
            continue
        for finding, number in findings:
            key = (assessment.policy.publisher, finding.clause, one.works[work.id])
            if key not in found or found[key][0].verdict < finding.verdict:
                found[key] = (finding, number, assessment)
    return found


def _seen(one: Judged, key: Key, hop: int, found: dict[Key, tuple[Finding, int, Assessment]]) -> Seen:
    """What the look showed about a known violation."""
    if one.look.outcome is Outcome.FOLDED:
        return Seen.FOLDED
    if one.look.outcome is Outcome.GONE:
        return Seen.REMOVED if one.look.page is not None and one.look.page.status == 410 else Seen.NOT_FOUND
    if key in found:
        return _of_finding(found[key][0])
    publisher, _, work_number = key
    same_work = [a for a, _ in one.assessments if (w := work_of(a)) and one.works[w.id] == work_number]
    if any(a.policy and a.policy.publisher == publisher and a.findings for a in same_work):
        return Seen.MENDED  # the policy has this clause no more
    doubtful = one.look.cut or any(a.reason in _DOUBTFUL for a, _ in one.assessments)
    if same_work or doubtful or one.look.stored or (hop > 0 and one.assessments):
        return Seen.UNSURE
    return Seen.TEXT_GONE


def _of_finding(finding: Finding) -> Seen:
    if finding.waived or finding.reason is Reason.WAIVED:
        return Seen.WAIVED
    if finding.verdict is Verdict.VIOLATION:
        return Seen.VIOLATED
    return Seen.UNSURE if finding.verdict is Verdict.INCOMPLETE else Seen.MENDED
