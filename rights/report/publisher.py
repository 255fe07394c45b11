"""What a publisher is told: violations with their lives, questions for a person, and who republishes in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from rights.model import Finding
from rights.publisher import Publisher
from rights.report.differences import Row
from rights.report.language import Say

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
class Case:
    """One page with all that is held against it: what its republisher has to mend in one go."""

    site: str
    copy_url: str
    copy_title: str | None
    violations: tuple[Violation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """What the publisher's terms, read at ``url`` on ``at``, no longer say: ``words`` are the anchors that were gone.

    ``clauses`` are the pairs of policy and clause that stand on them.
    """

    url: str
    at: datetime
    clauses: tuple[tuple[str, str], ...]
    words: tuple[str, ...] = ()

    def about(self, violation: Violation) -> bool:
        """Whether a violation's clause is among them."""
        return (violation.policy or "", violation.clause) in self.clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherReport:
    """Everything that the formats of ``rights report`` show; ``sides`` are differences by a violation's number."""

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
    sides: Mapping[int, tuple[Row, ...]] = field(default_factory=dict)
    doubts: Doubts | None = None

    def is_doubted(self, violation: Violation) -> bool:
        """Judged by a clause whose words were no longer found in the terms."""
        return self.doubts is not None and self.doubts.about(violation)

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

    def cases(self) -> list[Case]:
        """Pages with open violations, site by site, those with the most first."""
        pages: dict[tuple[str, str], list[Violation]] = {}
        for violation in self.violations:
            if violation.state.is_open:
                pages.setdefault((violation.site, violation.copy_url), []).append(violation)
        of_site = Counter(site for site, _ in pages)
        order = sorted(pages, key=lambda page: (-of_site[page[0]], page[0], -len(pages[page]), page[1]))
        return [
            Case(site=site, copy_url=url, copy_title=pages[site, url][0].copy_title, violations=tuple(pages[site, url]))
            for site, url in order
        ]

    def closed(self) -> list[Violation]:
        """Violations that are cured, dismissed or waived, the last changed first."""
        found = [violation for violation in self.violations if not violation.state.is_open]
        return sorted(found, key=lambda violation: (violation.changed_at, violation.number), reverse=True)

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


def violation_object(violation: Violation, rows: Sequence[Row] = (), say: Say | None = None) -> dict[str, Any]:
    """One violation as plain data, as ``rights report`` prints it; ``rows`` are the differences of its text."""
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
        "until": violation.until.isoformat() if violation.until else None,
        "snapshot": violation.snapshot,
        "finding": finding_object(violation.finding, say) if violation.finding else None,
        "changes": [
            {
                "kind": row.kind,
                "work": row.work.words,
                "copy": row.copy.words,
                "firm": row.firm,
                "allowed": row.allowed,
            }
            for row in rows
        ],
        "events": [
            {"at": event.at.isoformat(), "state": event.state.value, "by": event.by, "note": event.note}
            for event in violation.events
        ],
    }
