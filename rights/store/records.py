"""What the store gives and takes, beyond the nouns of `rights.model`: frozen dataclasses, never rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from rights.beside import Beside
from rights.model import Assessment, Finding, Page, PageState, Work


class State(StrEnum):
    """The life of a violation."""

    OPENED = "opened"
    NOTIFIED = "notified"
    ANSWERED = "answered"
    CURED = "cured"
    REOPENED = "reopened"
    DISMISSED = "dismissed"
    WAIVED = "waived"

    @property
    def is_open(self) -> bool:
        """True while the republisher still has something to mend."""
        return self in OPEN


OPEN = (State.OPENED, State.NOTIFIED, State.ANSWERED, State.REOPENED)


class Standing(StrEnum):
    """What an address of the due table turned out to be."""

    LEAD = "lead"  # not yet looked at
    COPY = "copy"  # holds a known work
    OTHER = "other"  # holds none
    OWN = "own"  # a publisher's own page: never looked at again
    ALIAS = "alias"  # another address of a page that has its own row
    SOURCE = "source"  # a feed, sitemap or list of a watched site


class Outcome(StrEnum):
    """How one check ended."""

    JUDGED = "judged"
    LISTED = "listed"  # a feed, sitemap or list was read
    GONE = "gone"  # 404 or 410
    UNREACHABLE = "unreachable"  # no answer, or one that does not hold the page: neither opens nor cures
    REFUSED = "refused"  # robots.txt, the opt-out list or the address rules forbid it
    FOLDED = "folded"  # the page is judged under its other address
    BROKEN = "broken"  # a defect of ours on this page


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """An address where a copy may be: which source found it, and why there.

    ``priority`` brings the first look forward by so many seconds, before what else waits on that host.  ``kind`` is ``page``, or ``feed``, ``sitemap`` or ``list`` for what names further pages; ``work`` is the id of
    the work that the source looked for, where it looked for one.
    """

    address: str
    source: str
    kind: str = "page"
    detail: str | None = None
    work: str | None = None
    priority: int = 0
    found_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An address whose time to be looked at has come; ``etag`` and ``last_modified`` make the request conditional.

    ``tries`` counts the workers that took it and never recorded what they saw.
    """

    number: int
    address: str
    kind: str
    host: str
    site: str
    standing: Standing
    next_at: datetime | None = None
    copy: int | None = None
    failures: int = 0
    interval: float | None = None
    last_at: datetime | None = None
    last_check: int | None = None
    sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A page elsewhere that holds a work's text."""

    number: int
    address: str
    site: str
    title: str | None
    first_seen_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One finished look at a due address, ready to be recorded.

    ``address`` is the page's identity: the final address or a canonical of the same site.  ``beside`` is what it was judged
    with besides ``page``.  ``stored`` marks a page judged
    anew from its snapshot: it proves nothing about what stands there now and changes no schedule.  ``wait_until`` is when the
    host may be asked again; ``retry_at`` overrides the next look at this address.
    """

    due: Due
    at: datetime
    outcome: Outcome
    page: Page | None = None
    state: PageState | None = None
    address: str | None = None
    title: str | None = None
    cut: bool = False
    own: bool = False
    stored: bool = False
    assessments: tuple[Assessment, ...] = ()
    beside: tuple[Beside, ...] = ()
    leads: tuple[Lead, ...] = ()
    error: str | None = None
    seconds: float | None = None
    wait_until: datetime | None = None
    retry_at: datetime | None = None

    @property
    def bodies(self) -> tuple[Page, ...]:
        """The pages of which a body came: the one that was looked at, and those beside it."""
        return tuple(page for page in (self.page, *(one.page for one in self.beside)) if page and page.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A finished check as it stands in the database, newest facts first for a reader of `rights trace`."""

    number: int
    at: datetime
    outcome: Outcome
    address: str
    verdict: str | None = None
    reason: str | None = None
    error: str | None = None
    status: int | None = None
    state: str | None = None
    sha256: str | None = None
    sweep: int | None = None
    copy: int | None = None
    due: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step of a violation's life."""

    at: datetime
    state: State
    by: str
    note: str | None = None
    until: datetime | None = None
    check: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A violation as it stands, with the work, the copy and the finding that it rests on."""

    number: int
    publisher: str
    clause: str
    type: str
    state: State
    work: str
    work_url: str | None
    work_title: str | None
    copy: int
    copy_url: str
    copy_title: str | None
    site: str
    opened_at: datetime
    last_seen_at: datetime
    changed_at: datetime
    hop: int = 0
    policy: str | None = None
    policy_sha256: str | None = None
    missed_at: datetime | None = None
    how: str | None = None
    reason: str | None = None
    until: datetime | None = None
    opened_check: int = 0
    last_check: int = 0
    snapshot: str | None = None
    finding: Finding | None = None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one recording did to a violation: for progress, notifications and tests."""

    violation: int
    publisher: str
    clause: str
    state: State
    before: State | None
    copy_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What `Checks.record` did: finished checks, looks dropped because another worker had them, changes."""

    checks: tuple[int, ...] = ()
    dropped: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site: watched or not, what was declared about it, and its figures."""

    name: str
    watched: bool = False
    paused: bool = False
    opted_out: bool = False
    facts: dict[str, str] = field(default_factory=dict)
    note: str | None = None
    addresses: tuple[str, ...] = ()
    pages: int = 0
    copies: int = 0
    open_violations: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A publisher's dated exception for a site; empty ``clauses`` or ``works`` mean all.  Dates are ISO days."""

    publisher: str
    site: str
    clauses: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    reference: str | None = None
    by: str = ""
    number: int = 0
    at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """One crawler pass."""

    number: int
    kind: str
    started_at: datetime
    finished_at: datetime | None = None
    checked: int = 0
    failed: int = 0


def work_of(assessment: Assessment) -> Work | None:
    """The work that an assessment is about; a page without a known work has one with an empty id."""
    seen = assessment.republication
    return seen.work if seen and seen.work.id else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One assessment of a check as it stands in the database, with the figures of its match."""

    publisher: str | None
    policy: str | None
    sha256: str | None
    hop: int
    verdict: str
    reason: str | None
    work: str | None
    match: dict[str, object] | None
    findings: tuple[Finding, ...] = ()
