"""The nouns of the republishing-rights checker: read this file first.

Everything that flows through the program is one of these frozen dataclasses.  The flow is

    url -fetch-> Page -extract-> Article -identify/match-> Republication -evaluate(Policy)-> Assessment

and nothing flows back.  Times are timezone-aware; a date taken from a page is an ISO 8601 string that is only as
precise as the page gave it.  Unknown is ``None`` or an empty tuple, never a guess.

The nouns of a page alone stand in `rights.page_model`; whoever uses them takes them from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from functools import total_ordering
from typing import NamedTuple, Self

from rights.page_model import (
    Article,
    Block,
    BlockKind,
    Commercial,
    CommercialLevel,
    Copyright,
    Credit,
    CreditKind,
    Dom,
    Element,
    Embed,
    Grant,
    Hop,
    Image,
    Licence,
    Link,
    Named,
    Page,
    PageState,
    Pixel,
    Position,
    Relation,
    Robots,
    Signal,
    Tls,
)

__all__ = [
    "Article", "Assessment", "Block", "BlockKind", "Change", "ChangeKind", "Commercial", "CommercialLevel",
    "Copyright", "Credit", "CreditKind", "Dom", "Element", "Embed", "Evidence", "Finding", "Grant", "History",
    "Hop", "Image", "Licence", "Link", "Match", "Message", "Named", "Page", "PageState", "Passage", "Permission",
    "Pixel", "Place", "PolicyRef", "Position", "Reason", "Relation", "Republication", "Republisher", "Result",
    "Robots", "Signal", "Strength", "Tls", "Verdict", "Work", "message",
]  # fmt: skip


@total_ordering
class Verdict(Enum):
    """What one clause, or the whole, comes to; ordered so that the whole is its worst part."""

    INAPPLICABLE = "inapplicable"
    PASS = "pass"
    ADVICE = "advice"
    INCOMPLETE = "incomplete"
    VIOLATION = "violation"

    @property
    def severity(self) -> int:
        """Rank from 0 (inapplicable) to 4 (violation)."""
        return _SEVERITY[self]

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Verdict):
            return NotImplemented
        return self.severity < other.severity


_SEVERITY = {verdict: rank for rank, verdict in enumerate(Verdict)}


class Reason(StrEnum):
    """Why a verdict is ``incomplete`` or ``inapplicable``: the closed list that the JSON Schema repeats."""

    NEEDS_STATEMENT = "needs-statement"
    UNDECIDABLE = "undecidable"
    UNREACHABLE = "unreachable"
    UNKNOWN_WORK = "unknown-work"
    NO_KNOWN_WORK = "no-known-work"
    OWN_PAGE = "own-page"
    TERMS_UNKNOWN = "terms-unknown"
    NO_POLICY = "no-policy"
    NO_ORIGINAL = "no-original"
    NEEDS_FETCH = "needs-fetch"
    NEEDS_BROWSER = "needs-browser"
    PAGE_CUT = "page-cut"
    TRANSLATION = "translation"
    TIME_UNKNOWN = "time-unknown"
    NEEDS_HISTORY = "needs-history"
    LAWFUL_QUOTE = "lawful-quote"
    NOT_TRIGGERED = "not-triggered"
    OTHER_MEDIUM = "other-medium"
    PERMITTED = "permitted"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for a person: an English template with named slots, translated when it is rendered, never before.

    ``template`` is the gettext msgid; ``values`` fill its ``{slots}`` and may be messages themselves.  ``str()`` gives
    the English sentence.
    """

    template: str
    values: Mapping[str, str | Message] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(dict(self.values)) if self.values else self.template


def message(template: str, **values: object) -> Message:
    """Make a `Message`; the values are turned into text here so that a finding stays comparable and storable."""
    kept = {name: value if isinstance(value, Message) else str(value) for name, value in values.items()}
    return Message(template, kept)


# --- what it copies ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The creation the rights are in, as its original page gives it.

    ``article`` is the original page where it could be read; ``text`` is empty where only its name is known.
    """

    id: str
    url: str | None = None
    title: str | None = None
    text: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    publisher: str | None = None  # the publisher's id
    article: Article | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A shared run: half-open word offsets into the texts of the work and of the copy."""

    work: tuple[int, int]
    copy: tuple[int, int]


class ChangeKind(StrEnum):
    """Classes of differences between a work and its copy."""

    HEADLINE = "headline"
    TIME = "time"
    PLACE = "place"
    STYLE = "style"
    LINK = "link"
    CUT = "cut"
    ADDITION = "addition"
    MOVED = "moved"
    SUBSTANTIVE = "substantive"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, with the words on both sides ('' where there are none) and their word offsets.

    ``firm`` is False where the page's furniture or the extraction, rather than the republisher, may have made it: text
    added before or after the shared passages, short lines of their own, a dateline.  No violation rests on it.  Of a
    link, ``work`` and ``copy`` are its addresses and the spans are (0, 0).
    """

    kind: ChangeKind
    work: str
    copy: str
    work_span: tuple[int, int] = (0, 0)
    copy_span: tuple[int, int] = (0, 0)
    firm: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How much of the work the copy holds.

    ``containment`` is the share of the work's shingles found in the copy and ``resemblance`` the Jaccard coefficient
    of both (Broder 1997); ``words`` counts the work's words that stand in shared passages, ``longest`` the longest
    unbroken run.  ``quoted`` is True where all shared text stands in quotation marks or blockquotes and is a small
    share of both sides; ``language_independent`` where no shared words support it but names, numbers and links do.
    """

    containment: float
    resemblance: float
    words: int
    longest: int = 0
    passages: tuple[Passage, ...] = ()
    changes: tuple[Change, ...] = ()
    copy_share: float = 0.0
    quoted: bool = False
    language_independent: bool = False
    boilerplate_words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """A permission on file: who granted it, for which clauses and works, from when until when (ISO dates)."""

    publisher: str
    clauses: tuple[str, ...] = ()  # empty: all
    works: tuple[str, ...] = ()  # addresses or ids; empty: all
    since: str | None = None
    until: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Republisher:
    """What is declared about the site that carries the copy, never what a page merely looks like.

    ``facts`` holds declared answers by name, such as ``kind=nonprofit`` or ``country=CA``; ``source`` says where they
    were declared (a statement file, the command line, the database).
    """

    site: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    permissions: tuple[Permission, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What earlier sweeps saw; all None when the copy is seen for the first time or checked alone.

    ``share_30d`` is the part of the publisher's works of the last 30 days found on the site, ``works_30d`` their
    number there, ``latency`` the median seconds from original to copy.
    """

    first_seen: datetime | None = None
    works_30d: int | None = None
    share_30d: float | None = None
    per_day: float | None = None
    latency: float | None = None
    takedown_requested_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Republication:
    """One copy of one work as observed once: work, copy, match and time.

    ``resolved`` says where links of the copy were found to lead, by their href: the final address, or None where the
    answer was an error; a link that nobody followed is not in it.  ``unreached`` holds those that were tried in vain.
    """

    work: Work
    copy: Article
    match: Match | None
    observed_at: datetime | None = None
    republisher: Republisher = field(default_factory=Republisher)
    history: History = History()
    medium: str = "web"
    resolved: Mapping[str, str | None] = field(default_factory=dict)
    unreached: frozenset[str] = frozenset()


# --- what is found ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact passage with its surroundings and selector (W3C Web Annotation); for absence, what was searched."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    selector: str = ""


class Strength(StrEnum):
    """How the terms say it: demanded, asked for, or expressly permitted."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One clause on one republication.

    ``clause`` is the clause's id in its policy and ``type`` names the clause type.  ``question`` is set where a
    statement would settle it: ``fact`` names the declaration that answers it.  ``option`` is the type of the alternative
    that the remedy of a combination is of.
    """

    clause: str
    type: str
    verdict: Verdict
    message: Message
    strength: Strength = Strength.MUST
    evidence: tuple[Evidence, ...] = ()
    remedy: Message | None = None
    reason: Reason | None = None
    waived: bool = False
    question: Message | None = None
    fact: str | None = None
    option: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRef:
    """Which terms judged: the publisher, the policy within its file, and the file's sha256."""

    publisher: str
    policy: str
    file: str | None
    sha256: str
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All findings of one policy on one republication; ``hop`` 0 is the nearest publisher, 1 the one before it.

    ``allowed`` are the classes of changes to the text that the policy does not mind.
    """

    policy: PolicyRef | None
    republication: Republication | None
    findings: tuple[Finding, ...] = ()
    hop: int = 0
    reason: Reason | None = None
    fallback: Verdict = Verdict.INAPPLICABLE
    allowed: frozenset[ChangeKind] = frozenset()

    @property
    def verdict(self) -> Verdict:
        """The worst finding, or the fallback where no clause was evaluated."""
        return max((finding.verdict for finding in self.findings), default=self.fallback)

    @classmethod
    def without_clauses(cls, verdict: Verdict, reason: Reason, **kwargs: object) -> Self:
        """An assessment that ends before any clause could be asked, with the reason why."""
        return cls(fallback=verdict, reason=reason, **{"policy": None, "republication": None, **kwargs})  # type: ignore[arg-type]


class Place(NamedTuple):
    """A passage in a source: lines and columns count from 1, the end column is that after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a report loops over: one assessment of one target, or the error that kept it from being read."""

    target: str
    url: str | None = None
    error: str | None = None
    assessment: Assessment | None = None
    #: Where findings stand in the target's source, by clause.
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict | None:
        """The assessment's verdict; None where the target could not be read."""
        return self.assessment.verdict if self.assessment else None
