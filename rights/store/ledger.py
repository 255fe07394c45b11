"""What a publisher's report needs beyond violations: copies in order, and what a person is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from rights.model import Verdict
from rights.report.publisher import GoodCopies, Question
from rights.store.codec import read_finding
from rights.store.engine import Database
from rights.store.records import Event, Outcome, State
from rights.store.tables import assessment, check, copy, finding, violation, violation_event

_IN_ORDER = (Verdict.PASS.value, Verdict.ADVICE.value)


class Ledger:
    """Queries for reports, over the latest judged check of each copy."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def good(self, publisher: str) -> list[GoodCopies]:
        """Sites whose copies kept the publisher's terms when last judged, most copies first."""
        query = self._latest(assessment.c.work).where(
            assessment.c.publisher == publisher, assessment.c.verdict.in_(_IN_ORDER)
        )
        sites: dict[str, list[Any]] = defaultdict(list)
        with self._database.read() as connection:
            for row in connection.execute(query):
                sites[row.site].append(row)
        found = [
            GoodCopies(
                site=site,
                copies=len({row.number for row in rows}),
                works=len({row.work for row in rows}),
                since=min(row.first_seen_at for row in rows),
                last_seen=max(row.last_seen_at for row in rows),
                examples=tuple(sorted({row.address for row in rows})[:5]),
            )
            for site, rows in sites.items()
        ]
        return sorted(found, key=lambda good: (-good.copies, good.site))

    def questions(self, publisher: str) -> list[Question]:
        """What could not be told when each copy was last judged, once a site and clause."""
        columns = (
            finding.c.clause, finding.c.type, finding.c.strength, finding.c.verdict, finding.c.waived, finding.c.reason,
            finding.c.body,
        )  # fmt: skip
        query = (
            self._latest(*columns)
            .join(finding, finding.c.assessment == assessment.c.number)
            .where(assessment.c.publisher == publisher, finding.c.verdict == Verdict.INCOMPLETE.value)
            .order_by(copy.c.site, finding.c.clause, copy.c.number)
        )
        groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
        with self._database.read() as connection:
            for row in connection.execute(query).mappings():
                groups[row["site"], row["clause"]].append(row)
        return [
            Question(
                site=site,
                clause=clause,
                reason=rows[0]["reason"],
                finding=read_finding(rows[0]),
                copies=tuple(dict.fromkeys(row["address"] for row in rows)),
            )
            for (site, clause), rows in groups.items()
        ]

    def checks(self, publisher: str, since: datetime | None = None) -> int:
        """How many finished checks judged anything by the publisher's terms."""
        query = (
            select(func.count(func.distinct(assessment.c.check_number)))
            .select_from(assessment.join(check, check.c.number == assessment.c.check_number))
            .where(assessment.c.publisher == publisher)
        )
        if since:
            query = query.where(check.c.at >= since)
        with self._database.read() as connection:
            return int(connection.execute(query).scalar_one())

    def events(self, numbers: Iterable[int]) -> dict[int, tuple[Event, ...]]:
        """The steps of many violations' lives, oldest first."""
        wanted = sorted(numbers)
        found: dict[int, list[Event]] = defaultdict(list)
        with self._database.read() as connection:
            for start in range(0, len(wanted), 500):
                part = wanted[start : start + 500]
                query = select(violation_event).where(violation_event.c.violation.in_(part))
                for row in connection.execute(query.order_by(violation_event.c.number)):
                    told = Event(at=row.at, state=State(row.state), by=row.by, note=row.note, until=row.until)
                    found[row.violation].append(told)
        return {number: tuple(events) for number, events in found.items()}

    def publishers(self) -> list[str]:
        """Publishers that any violation or assessment names."""
        query = select(assessment.c.publisher).union(select(violation.c.publisher))
        with self._database.read() as connection:
            return sorted(name for (name,) in connection.execute(query) if name)

    def _latest(self, *columns: Any) -> Select[Any]:
        last = (
            select(func.max(check.c.number).label("number"))
            .where(check.c.outcome == Outcome.JUDGED.value, check.c.copy_number.is_not(None))
            .group_by(check.c.copy_number)
            .subquery()
        )
        joined = (
            copy.join(check, check.c.copy_number == copy.c.number)
            .join(last, last.c.number == check.c.number)
            .join(assessment, assessment.c.check_number == check.c.number)
        )
        base = (copy.c.number, copy.c.site, copy.c.address, copy.c.first_seen_at, copy.c.last_seen_at)
        return select(*base, *columns).select_from(joined)
