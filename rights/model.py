"""The nouns of the republishing-rights checker: read this file first.

Everything that flows through the program is one of these frozen dataclasses.  The flow is

    url -fetch-> Page -extract-> Article -identify/match-> Republication -evaluate(Policy)-> Assessment

and nothing flows back.  Times are timezone-aware; a date taken from a page is an ISO 8601 string that is only as
precise as the page gave it.  Unknown is ``None`` or an empty tuple, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from functools import total_ordering
from typing import NamedTuple, Protocol, Self


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


class Position(StrEnum):
    """Where something stands relative to the article; ``OUTSIDE`` is navigation, sidebar, comments, site footer."""

    TITLE = "title"
    TOP = "top"
    BYLINE = "byline"
    BODY = "body"
    BOTTOM = "bottom"
    OUTSIDE = "outside"


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


# --- what was fetched -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Tls:
    """How the connection was secured; ``certificate`` is the sha256 of the server's certificate in DER form."""

    version: str
    cipher: str
    certificate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One request and its answer on the way to a page, as much as a WARC record needs.

    ``peer`` is the IP address that was connected to.  ``request`` and ``response`` are the bytes as they went over the
    wire; of the response only the head (to its blank line) unless the fetcher was told to record.  ``seconds`` is the
    time from connecting to the last byte.
    """

    url: str
    status: int
    location: str | None = None
    peer: str | None = None
    tls: Tls | None = None
    request: bytes = field(default=b"", repr=False)
    response: bytes = field(default=b"", repr=False)
    started_at: datetime | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes and headers of one answer, as they came.

    ``url`` is what was asked for and ``final_url`` where it ended; both are None for a file whose address is not
    known.  Header names are lower-case.  ``cut`` names the limit that cut the body short, if one did.  ``chain`` holds
    every request that was made, redirects first, this page's own last; empty for a file.  ``rendered`` says that the
    body is what a browser made of the answer by running its scripts.
    """

    body: bytes
    url: str | None = None
    final_url: str | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched_at: datetime | None = None
    sha256: str = ""
    cut: str | None = None
    chain: tuple[Hop, ...] = ()
    rendered: bool = False

    @property
    def peer(self) -> str | None:
        """The IP address that served this page."""
        return self.chain[-1].peer if self.chain else None

    @property
    def tls(self) -> Tls | None:
        """How the connection that served this page was secured; None for plain http and files."""
        return self.chain[-1].tls if self.chain else None

    @property
    def media_type(self) -> str | None:
        """The Content-Type without its parameters, lower-case."""
        value = self.headers.get("content-type", "").split(";")[0].strip().lower()
        return value or None


# --- what a page says -------------------------------------------------------------------------------------------


class Element(Protocol):
    """A read-only element of the page, as much as a clause may ask for."""

    @property
    def tag(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def html(self) -> str: ...
    @property
    def selector(self) -> str: ...
    @property
    def visible(self) -> bool: ...
    def get(self, name: str) -> str | None: ...


class Dom(Protocol):
    """The read-only page that clauses may query; implemented in ``extract/``."""

    def select(self, css: str) -> Sequence[Element]: ...


class BlockKind(StrEnum):
    """What a block of the main text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    CAPTION = "caption"
    PRE = "pre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or quotation of the main text, in reading order."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    selector: str = ""


class CreditKind(StrEnum):
    """The forms of naming another source for this very article."""

    ORIGINAL_PUBLICATION = "original_publication"
    REPUBLISHED = "republished"
    REPRINTED = "reprinted"
    CROSSPOST = "crosspost"
    SOURCE_LINE = "source_line"
    COPYRIGHT_LINE = "copyright_line"
    VIA = "via"
    TRANSLATION = "translation"
    SYNDICATED = "syndicated"
    COURTESY = "courtesy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A passage of the page that names a source other than this site for this article.

    ``href`` is absolute where a base is known; ``"#"``, empty and ``javascript:`` targets are kept as written because
    a dead link is a fact.  ``rel`` are the link's rel tokens.
    """

    kind: CreditKind
    text: str
    source_name: str | None = None
    author: str | None = None
    href: str | None = None
    position: Position = Position.BODY
    visible: bool = True
    selector: str = ""
    rel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A source that no visible text names: only a canonical, JSON-LD, a logo or a script field does."""

    source_name: str | None
    href: str | None
    where: str  # canonical | jsonld | logo | script


@dataclass(frozen=True, slots=True, kw_only=True)
class Copyright:
    """A copyright line and whose it is: the article's, the site's or an image's."""

    text: str
    holder: str | None = None
    year: int | None = None
    of: str = "site"  # article | site | image
    selector: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A passage in which this page grants others the right to reuse its articles."""

    text: str
    href: str | None = None
    selector: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence label; ``spdx`` is None where the licence has no identifier.

    ``where`` is one of link, rel, text, meta, jsonld, atom, rsl, tdmrep.  ``of`` tells whose licence it seems to be:
    the article's, the site's or an image's; ``said`` is the passage that a reader sees it in.
    """

    spdx: str | None
    href: str | None
    where: str
    text: str | None = None
    in_article: bool = False
    selector: str = ""
    of: str = "article"  # article | site | image
    said: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink as a reader meets it; ``paragraph`` is the index into `Article.blocks` or None outside the text."""

    href: str
    text: str = ""
    rel: tuple[str, ...] = ()
    visible: bool = True
    position: Position = Position.OUTSIDE
    selector: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image of the article with what is said beside it."""

    src: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    selector: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """A frame, player or embedded post; ``kind`` is iframe, video, audio, post or object."""

    kind: str
    src: str
    selector: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A machine-readable relation to another page, such as schema.org isBasedOn or sourceOrganization."""

    kind: str
    href: str | None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixel:
    """A tracking pixel of a publisher and the article id that it carries; ``kind`` names the signature."""

    kind: str
    src: str
    article_id: str | None = None
    selector: str = ""
    lazy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One piece of evidence for or against commercial use, with its level on the ladder C3, C2, C1, N2, N1, H.

    ``scope`` is ``page`` or ``site``; ``kind`` is what counts once however often it is seen.
    """

    kind: str
    detail: str
    level: str
    scope: str = "page"
    selector: str = ""


class CommercialLevel(StrEnum):
    """How sure the page makes us that money is made with it."""

    NONE = "none"
    POSSIBLE = "possible"
    LIKELY = "likely"
    CERTAIN = "certain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commercial:
    """What the page shows about money: proof (C3, C2, donation), hints (C1) and contrary evidence (N1, N2, H)."""

    level: CommercialLevel = CommercialLevel.NONE
    signals: tuple[Signal, ...] = ()
    hints: tuple[Signal, ...] = ()
    contrary: tuple[Signal, ...] = ()


class PageState(StrEnum):
    """Whether the bytes hold the page that was asked for; everything but ``ARTICLE`` and ``OTHER`` is unreachable.

    ``GONE`` is a 404 or 410 answer; ``OTHER`` a good page without an article (a list, a home page).
    """

    ARTICLE = "article"
    OTHER = "other"
    GONE = "gone"
    ERROR = "error"
    SOFT_404 = "soft-404"
    CHALLENGE = "challenge"
    CONSENT_WALL = "consent-wall"
    LOGIN_WALL = "login-wall"
    PARKED = "parked"
    SCRIPT_SHELL = "script-shell"

    @property
    def judgeable(self) -> bool:
        """True where the text can be evaluated; otherwise the page neither opens nor cures anything."""
        return self in (PageState.ARTICLE, PageState.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What the page tells crawlers about itself, from meta tags and X-Robots-Tag alike."""

    noindex: bool = False
    nofollow: bool = False
    noarchive: bool = False
    directives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """All that the checker sees on one page, before any verdict.

    ``text`` is the main text without title, byline, captions and the passages listed in ``credits``; ``blocks`` are
    the same text in pieces.  ``cut`` names the limit that cut the page short: absence then proves nothing.
    """

    url: str | None = None
    final_url: str | None = None
    status: int = 200
    fetched_at: datetime | None = None
    sha256: str = ""
    state: PageState = PageState.ARTICLE
    state_reason: str | None = None
    cut: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    publisher: str | None = None
    site_name: str | None = None
    canonical: str | None = None
    canonical_in: str | None = None  # head | body
    text: str = ""
    blocks: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    credits: tuple[Credit, ...] = ()
    named: tuple[Named, ...] = ()
    copyrights: tuple[Copyright, ...] = ()
    grants: tuple[Grant, ...] = ()
    licences: tuple[Licence, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    embeds: tuple[Embed, ...] = ()
    relations: tuple[Relation, ...] = ()
    commercial: Commercial = Commercial()
    pixels: tuple[Pixel, ...] = ()
    robots: Robots = Robots()
    visible_text: str = field(default="", repr=False)
    dom: Dom | None = field(default=None, repr=False, compare=False)

    @property
    def words(self) -> int:
        """Number of white-space separated words of the main text."""
        return len(self.text.split())

    @property
    def address(self) -> str | None:
        """Where the page really is: its final address, else the one asked for, else its own canonical."""
        return self.final_url or self.url or (self.canonical if self.canonical_in == "head" else None)


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
