"""Finished checks: recorded in one transaction with all that follows from them, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from rights.beside import Beside
from rights.model import Assessment, Finding, Page
from rights.store import beside
from rights.store.codec import clean, finding_body, match_body, pack_chain, read_finding, unpack_chain
from rights.store.copies import Copies
from rights.store.due import DueTable
from rights.store.engine import Database
from rights.store.records import Assessed, Check, Look, Outcome, Recorded, Standing, Sweep, work_of
from rights.store.revisit import Showed, after
from rights.store.snapshots import Snapshots, name_of
from rights.store.tables import assessment, check, due, finding, host, work
from rights.store.tables import sweep as sweep_table
from rights.store.violations import Judged, Violations
from rights.store.works import Works

NOTHING: Mapping[str, datetime | None] = MappingProxyType({})
_FAILED = (Outcome.UNREACHABLE, Outcome.BROKEN)
_PAGE_COLUMNS = ("url", "final_url", "status", "fetched_at", "cut")


class _Undone(Exception):
    """Rolls a transaction back that was only tried."""


class Checks:
    """The checks of one database."""

    def __init__(
        self, database: Database, snapshots: Snapshots, works: Works, due_table: DueTable, violations: Violations
    ) -> None:
        self._database = database
        self._snapshots = snapshots
        self._works = works
        self._due = due_table
        self._violations = violations
        self._copies = Copies(database)

    def record(
        self, looks: Sequence[Look], *, sweep: Sweep | None = None, owner: str | None = None,
        release: Mapping[str, datetime | None] = NOTHING,
    ) -> Recorded:  # fmt: skip
        """Record finished looks: all of it or, where the process dies first, nothing.

        With an ``owner``, looks at hosts whose lease went to another are dropped, as is a look at an address that was
        checked since it was leased: so nothing is judged twice.  What the looks lead to is due within the same sweep.
        ``release`` are the owner's hosts to give back, each with the time until which it is to be left alone.
        """
        if looks:
            self._snapshots.upload([page for look in looks for page in look.bodies], looks[0].at)
        with self._database.write() as connection:
            recorded = self._record(connection, looks, sweep, owner) if looks else Recorded()
            self._free_hosts(connection, looks, owner, release)
        return recorded

    def preview(self, looks: Sequence[Look]) -> Recorded:
        """What recording these looks would do to violations; nothing is kept, and new violations have no lasting number."""
        recorded = Recorded()
        with suppress(_Undone), self._database.write() as connection:
            recorded = self._record(connection, looks, None, None) if looks else recorded
            raise _Undone
        return recorded

    def _record(
        self, connection: Connection, looks: Sequence[Look], sweep: Sweep | None, owner: str | None
    ) -> Recorded:
        ours = self._still_ours(connection, looks, owner)
        looks, dropped = [look for look in looks if look.due.number in ours], len(looks) - len(ours)
        if not looks:
            return Recorded(dropped=dropped)
        looks = [self._copies.fold(connection, look, ours[look.due.number]) for look in looks]
        copies = self._copies.settle(connection, looks)
        names = self._keep_bodies(connection, looks)
        numbers = self._insert(connection, looks, copies, names, sweep.number if sweep else None)
        beside.insert(connection, zip(looks, numbers, strict=True), chains=set(copies))
        judged = self._insert_findings(connection, looks, copies, numbers)
        changes = self._violations.follow(connection, judged)
        for look in looks:
            if look.leads:
                self._due.put(connection, look.leads, look.at, due_at=sweep.started_at if sweep else None)
        self._plan(connection, looks, copies, names, numbers)
        if sweep is not None:
            failed = sum(look.outcome in _FAILED for look in looks)
            count = {"checked": sweep_table.c.checked + len(looks), "failed": sweep_table.c.failed + failed}
            connection.execute(update(sweep_table).where(sweep_table.c.number == sweep.number).values(count))
        return Recorded(checks=tuple(numbers), dropped=dropped, changes=tuple(changes))

    def _still_ours(self, connection: Connection, looks: Sequence[Look], owner: str | None) -> dict[int, str]:
        """The due numbers that are still ours to record, with their page keys."""
        numbers = {look.due.number: look.due.last_check for look in looks}
        columns = (due.c.number, due.c.page_key, due.c.last_check, host.c.lease_owner)
        query = select(*columns).join(host, host.c.name == due.c.host).where(due.c.number.in_(numbers))
        rows = connection.execute(query.order_by(due.c.number).with_for_update())
        return {n: key for n, key, last, holder in rows if last == numbers[n] and (owner is None or holder == owner)}

    def _keep_bodies(self, connection: Connection, looks: Sequence[Look]) -> dict[int, str]:
        self._snapshots.put(connection, [page for look in looks for page in look.bodies], looks[0].at)
        return {look.due.number: name_of(look.page) for look in looks if look.page and look.page.body}

    def _insert(
        self, connection: Connection, looks: Sequence[Look], copies: dict[int, int], names: dict[int, str],
        sweep_number: int | None,
    ) -> list[int]:  # fmt: skip
        rows = []
        for look in looks:
            page = look.page
            worst = max((a.verdict for a in look.assessments), default=None)
            reasons = [a.reason for a in look.assessments if a.reason and a.verdict is worst]
            row = {
                "due": look.due.number,
                "copy_number": copies.get(look.due.number),
                "sweep": sweep_number,
                "at": look.at,
                "outcome": look.outcome.value,
                "verdict": worst.value if worst else None,
                "reason": reasons[0].value if reasons else None,
                "error": clean(look.error),
                "state": look.state.value if look.state else None,
                "headers": clean(dict(page.headers)) if page else None,
                "sha256": names.get(look.due.number),
                "seconds": look.seconds,
                "chain": pack_chain(page.chain) if page and look.due.number in copies else None,
            }
            rows.append(row | {name: clean(getattr(page, name)) if page else None for name in _PAGE_COLUMNS})
        return self._database.insert_ids(connection, check, rows)

    def _insert_findings(
        self, connection: Connection, looks: Sequence[Look], copies: dict[int, int], numbers: Sequence[int]
    ) -> list[Judged]:
        works = [work for look in looks for a in look.assessments if (work := work_of(a))]
        known = self._works.ensure(connection, works, looks[0].at) if works else {}
        rows, flat = [], []
        for look, number in zip(looks, numbers, strict=True):
            for one in look.assessments:
                rows.append(_assessment_row(one, number, known))
                flat.append(one)
        parents = self._database.insert_ids(connection, assessment, rows)
        findings = [
            {"assessment": parent, "clause": f.clause, "type": f.type, "strength": f.strength.value,
             "verdict": f.verdict.value, "waived": f.waived, "reason": f.reason.value if f.reason else None,
             "body": finding_body(f)}
            for parent, one in zip(parents, flat, strict=True) for f in one.findings
        ]  # fmt: skip
        ids = iter(self._database.insert_ids(connection, finding, findings))
        judged = []
        for look, number in zip(looks, numbers, strict=True):
            with_ids = tuple((one, tuple((f, next(ids)) for f in one.findings)) for one in look.assessments)
            judged.append(
                Judged(look=look, check=number, copy=copies.get(look.due.number), assessments=with_ids, works=known)
            )
        return judged

    def _plan(
        self, connection: Connection, looks: Sequence[Look], copies: dict[int, int], names: dict[int, str],
        numbers: Sequence[int],
    ) -> None:  # fmt: skip
        """Write to each due row what the look showed and when the next one is."""
        still = self._violations.open_by_copy(connection, set(copies.values()))
        kept, whole, stored = [], [], []
        for look, number in zip(looks, numbers, strict=True):
            if look.stored:
                stored.append({"which": look.due.number, "v_last_check": number})
                continue
            copy_number = copies.get(look.due.number)
            name = names.get(look.due.number) or look.due.sha256
            opened, missing = still.get(copy_number, (0, False)) if copy_number else (0, False)
            plan = _planned(look, number, copy_number, opened, missing, name)
            if look.page is None or look.outcome in _FAILED or look.outcome is Outcome.FOLDED:
                kept.append(plan)
                continue
            headers = look.page.headers
            tags = {"v_etag": clean(headers.get("etag")), "v_last_modified": clean(headers.get("last-modified"))}
            whole.append(plan | tags | {"v_sha256": name})
        for rows in (kept, whole, stored):
            if rows:
                columns: dict[str, Any] = {key.removeprefix("v_"): bindparam(key) for key in rows[0] if key != "which"}
                connection.execute(update(due).where(due.c.number == bindparam("which")).values(columns), rows)

    def _free_hosts(
        self, connection: Connection, looks: Sequence[Look], owner: str | None, release: Mapping[str, datetime | None]
    ) -> None:
        """Set the hosts' next turns, and give back those that are released."""
        turns = {name: until for name, until in release.items() if until}
        for look in looks:
            if look.wait_until:
                turns[look.due.host] = max(look.wait_until, turns.get(look.due.host, look.wait_until))
        if turns:
            query = update(host).where(host.c.name == bindparam("which")).values(next_at=bindparam("turn"))
            connection.execute(query, [{"which": name, "turn": turn} for name, turn in sorted(turns.items())])
        if release and owner is not None:
            query = update(host).where(host.c.name.in_(list(release)), host.c.lease_owner == owner)
            connection.execute(query.values(lease_owner=None, lease_until=None))

    def page(self, number: int) -> Page | None:
        """The page of a check as it was fetched, from its snapshot; None where it is no longer kept."""
        with self._database.read() as connection:
            row = connection.execute(select(check).where(check.c.number == number)).first()
        body = self._snapshots.get(row.sha256) if row is not None and row.sha256 else None
        if row is None or body is None:
            return None
        return Page(
            body=body, url=row.url, final_url=row.final_url, status=row.status or 200, headers=row.headers or {},
            fetched_at=row.fetched_at, sha256=row.sha256, cut=row.cut, chain=unpack_chain(row.chain),
        )  # fmt: skip

    def beside(self, number: int) -> tuple[Beside, ...]:
        """What a check looked at beside its page, in order; empty for checks of before that was noted."""
        return beside.read(self._database, self._snapshots, number)

    def of(self, address_numbers: Sequence[int], *, limit: int = 50) -> list[Check]:
        """The checks of due rows, newest first."""
        query = select(check, due.c.address).join(due, due.c.number == check.c.due)
        query = query.where(check.c.due.in_(address_numbers)).order_by(check.c.number.desc()).limit(limit)
        with self._database.read() as connection:
            return [_read(row) for row in connection.execute(query)]

    def since(self, moment: datetime) -> dict[str, int]:
        """How many checks each site saw since a moment: what its daily budget has spent already."""
        query = select(due.c.site, func.count()).join(check, check.c.due == due.c.number)
        with self._database.read() as connection:
            return dict(connection.execute(query.where(check.c.at >= moment).group_by(due.c.site)).all())

    def assessments(self, number: int) -> list[Assessed]:
        """What a check came to, by each policy, nearest hop first."""
        query = select(assessment, work.c.ref).join(work, work.c.number == assessment.c.work, isouter=True)
        query = query.where(assessment.c.check_number == number).order_by(assessment.c.number)
        with self._database.read() as connection:
            rows = connection.execute(query).all()
            of = select(finding).where(finding.c.assessment.in_([row.number for row in rows]))
            findings: dict[int, list[Finding]] = {}
            for one in connection.execute(of.order_by(finding.c.number)).mappings():
                findings.setdefault(one["assessment"], []).append(read_finding({**one}))
        return [
            Assessed(
                publisher=row.publisher, policy=row.policy, sha256=row.sha256, hop=row.hop, verdict=row.verdict,
                reason=row.reason, work=row.ref, match=row.match, findings=tuple(findings.get(row.number, ())),
            )
            for row in rows
        ]  # fmt: skip


def _planned(
    look: Look, number: int, copy_number: int | None, opened: int, missing: bool, name: str | None
) -> dict[str, Any]:
    """What the due row becomes, as parameters of an UPDATE: ``v_`` and the column's name."""
    standing, failed = _standing(look, copy_number), look.outcome in _FAILED
    showed = Showed(
        outcome=look.outcome, standing=standing, open_violations=opened, missing=missing,
        changed=bool(look.due.last_at and name != look.due.sha256) or (standing is Standing.SOURCE and bool(look.leads)),
        failures=look.due.failures + 1 if failed else 0, interval=look.due.interval,
    )  # fmt: skip
    next_at, interval = after(showed, look.at, look.due.address)
    if look.retry_at and next_at:
        next_at = max(next_at, look.retry_at)
    return {
        "which": look.due.number, "v_next_at": next_at, "v_interval": look.due.interval if failed else interval,
        "v_standing": standing.value, "v_failures": showed.failures, "v_last_at": look.at, "v_last_check": number,
        "v_copy_number": copy_number, "v_tries": 0,
    }  # fmt: skip


def _standing(look: Look, copy_number: int | None) -> Standing:
    if look.outcome is Outcome.FOLDED:
        return Standing.ALIAS
    if look.own:
        return Standing.OWN
    if look.due.standing is Standing.SOURCE:
        return Standing.SOURCE
    if copy_number is not None:
        return Standing.COPY
    return Standing.OTHER if look.outcome is Outcome.JUDGED else look.due.standing


def _assessment_row(one: Assessment, number: int, works: dict[str, int]) -> dict[str, Any]:
    republication, policy, work = one.republication, one.policy, work_of(one)
    return {
        "check_number": number,
        "work": works.get(work.id) if work else None,
        "publisher": policy.publisher if policy else None,
        "policy": policy.policy if policy else None,
        "sha256": policy.sha256 if policy else None,
        "file": policy.file if policy else None,
        "inferred": policy.inferred if policy else False,
        "hop": one.hop,
        "verdict": one.verdict.value,
        "reason": one.reason.value if one.reason else None,
        "match": match_body(republication.match) if republication else None,
    }


def _read(row: Any) -> Check:
    return Check(
        number=row.number, at=row.at, outcome=Outcome(row.outcome), address=row.address, verdict=row.verdict,
        reason=row.reason, error=row.error, status=row.status, state=row.state, sha256=row.sha256, sweep=row.sweep,
        copy=row.copy_number, due=row.due,
    )  # fmt: skip
