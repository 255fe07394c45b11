"""The nouns of a page, half of `rights.model` and reached through it: what was fetched, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Position(StrEnum):
    """Where something stands relative to the article; ``OUTSIDE`` is navigation, sidebar, comments, site footer."""

    TITLE = "title"
    TOP = "top"
    BYLINE = "byline"
    BODY = "body"
    BOTTOM = "bottom"
    OUTSIDE = "outside"


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
    the same text in pieces.  ``cut`` names the limit that cut the page short: absence then proves nothing.  ``plain``
    says that the page is plain text, or a PDF without any link: it carries no links, pictures or code, whatever the
    page that it was made from had.
    """

    url: str | None = None
    final_url: str | None = None
    status: int = 200
    fetched_at: datetime | None = None
    sha256: str = ""
    state: PageState = PageState.ARTICLE
    state_reason: str | None = None
    cut: str | None = None
    plain: bool = False
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
