"""What a publisher is told: violations with their lives, questions for a person, and who republishes in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from rights.model import Finding, Match
from rights.publisher import Publisher

if TYPE_CHECKING:
    from rights.store.records import Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What only a person can settle, asked once a site and clause; ``copies`` are the pages it stands for."""

    site: str
    clause: str
    reason: str | None
    finding: Finding
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodCopies:
    """A site that republishes in order: how many copies, since when, seen until when."""

    site: str
    copies: int
    works: int
    since: datetime
    last_seen: datetime
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of the trend: violations opened or reopened, and cured, from ``start`` (a Monday) on."""

    start: date
    opened: int
    cured: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherReport:
    """Everything that the formats of ``rights report`` show."""

    publisher: Publisher
    made_at: datetime
    since: datetime | None
    violations: tuple[Violation, ...]
    questions: tuple[Question, ...] = ()
    good: tuple[GoodCopies, ...] = ()
    checks: int = 0
    pages: int = 0
    works: int = 0
    last_sweep: datetime | None = None
    matches: tuple[tuple[int, Match], ...] = ()

    def is_new(self, violation: Violation) -> bool:
        """Opened or reopened within the reported time."""
        return self.since is None or _first(violation) >= self.since

    @property
    def counts(self) -> dict[str, int]:
        """Violations by what became of them; ``new`` are open ones that began within the reported time."""
        states = Counter(violation.state.value for violation in self.violations)
        still = [violation for violation in self.violations if violation.state.is_open]
        return {
            "open": len(still),
            "new": sum(self.is_new(violation) for violation in still),
            "cured": states["cured"],
            "reopened": states["reopened"],
            "dismissed": states["dismissed"],
            "waived": states["waived"],
        }

    def by(self, key: str) -> list[tuple[str, int, int]]:
        """Rows of (value, open, all) for ``site``, ``clause`` or ``work_url``, most open first."""
        open_, all_ = Counter[str](), Counter[str]()
        for violation in self.violations:
            value = str(getattr(violation, key) or "")
            all_[value] += 1
            open_[value] += violation.state.is_open
        return sorted(((v, open_[v], n) for v, n in all_.items()), key=lambda row: (-row[1], -row[2], row[0]))

    def trend(self, weeks: int = 12) -> list[Week]:
        """The last weeks, oldest first."""
        monday = self.made_at.date() - timedelta(days=self.made_at.weekday())
        starts = [monday - timedelta(weeks=back) for back in reversed(range(weeks))]
        opened, cured = Counter[date](), Counter[date]()
        for violation in self.violations:
            for event in violation.events:
                day = event.at.astimezone(UTC).date()
                week = day - timedelta(days=day.weekday())
                if event.state.value in ("opened", "reopened"):
                    opened[week] += 1
                elif event.state.value == "cured":
                    cured[week] += 1
        return [Week(start=start, opened=opened[start], cured=cured[start]) for start in starts]


def _first(violation: Violation) -> datetime:
    begun = [event.at for event in violation.events if event.state.value in ("opened", "reopened")]
    return max(begun, default=violation.opened_at)


def violation_object(violation: Violation) -> dict[str, Any]:
    """One violation as plain data, as ``rights violations`` and ``rights report`` print it."""
    from rights.report.json_ import finding_object

    return {
        "number": violation.number,
        "state": violation.state.value,
        "publisher": violation.publisher,
        "clause": violation.clause,
        "type": violation.type,
        "site": violation.site,
        "work": {"id": violation.work, "url": violation.work_url, "title": violation.work_title},
        "copy": {"url": violation.copy_url, "title": violation.copy_title},
        "hop": violation.hop,
        "policy": {"policy": violation.policy, "sha256": violation.policy_sha256},
        "opened_at": violation.opened_at.isoformat(),
        "last_seen_at": violation.last_seen_at.isoformat(),
        "changed_at": violation.changed_at.isoformat(),
        "how": violation.how,
        "reason": violation.reason,
        "snapshot": violation.snapshot,
        "finding": finding_object(violation.finding) if violation.finding else None,
        "events": [
            {"at": event.at.isoformat(), "state": event.state.value, "by": event.by, "note": event.note}
            for event in violation.events
        ],
    }


def bars(weeks: Sequence[Week], height: int = 60, width: int = 24) -> list[dict[str, float]]:
    """The trend as rectangles of a chart: x, heights of opened and cured, in pixels."""
    top = max([1, *(max(week.opened, week.cured) for week in weeks)])
    return [
        {"x": number * width, "opened": week.opened / top * height, "cured": week.cured / top * height}
        for number, week in enumerate(weeks)
    ]
