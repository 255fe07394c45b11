"""Text blocks: the page cut into the paragraphs, headings, items and lines that a reader meets, in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple
from weakref import ref

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from rights.extract import visibility
from rights.extract.regions import ARTICLE, BESIDE, BODY, NAV, region_of
from rights.model import BlockKind
from rights.patterns import late

#: Elements whose edges end a line of text.
BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "noscript",
        "template",
        "iframe",
        "frame",
        "frameset",
        "noframes",
        "marquee",
        "amp-sidebar",
    ]
)
#: Elements whose content is no text of the page.
SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "object",
        "select",
        "option",
        "optgroup",
        "textarea",
        "datalist",
        "map",
        "iframe",
        "input",
        "button-group",
        "amp-ad",
        "amp-script",
    ]
)
_KINDS = {
    "p": BlockKind.PARAGRAPH, "li": BlockKind.ITEM, "dd": BlockKind.ITEM, "dt": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTE, "q": BlockKind.QUOTE, "pre": BlockKind.PRE, "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION, "h1": BlockKind.HEADING, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING,
    "h4": BlockKind.HEADING, "h5": BlockKind.HEADING, "h6": BlockKind.HEADING,
}  # fmt: skip
_DENSE_SCRIPT = late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uff00-\uff60]")
_SPACE = late(r"[\s\u200b\ufeff\u2060\u00ad]+")
#: Blocks beyond this number are not read: the page is cut.
MAX_BLOCKS = 60_000
#: Links beyond this number are text and no more.
MAX_LINKS = 20_000
#: Characters of one block; a longer text becomes several.
MAX_BLOCK_CHARS = 100_000


@dataclass(slots=True, eq=False)
class Anchor:
    """A link: where it leads as written and resolved, and the half-open span of its text in its block.

    ``href`` is absolute where a base is known; dead targets (``#``, empty, ``javascript:``) stay as written.  A link
    around several blocks has one anchor a block: the first, and the rest in ``more``.
    """

    element: HtmlElement
    raw: str
    href: str
    text: str
    rel: tuple[str, ...]
    start: int = 0
    end: int = 0
    hidden_by: str | None = None
    holder: Callable[[], TextBlock | None] | None = field(default=None, repr=False)
    more: list[Anchor] = field(default_factory=list, repr=False)

    @property
    def block(self) -> TextBlock | None:
        """The block that its text stands in; held weakly, so that a page's memory is free when its document is."""
        return self.holder() if self.holder is not None else None

    @property
    def alt(self) -> str:
        """What a link without text says: its label or its image's alternative text."""
        return _alternative(self.element)


@dataclass(slots=True, eq=False, weakref_slot=True)
class TextBlock:
    """One block of text of the page.

    ``text`` has single spaces and a newline for each line break; ``element`` is the nearest block-level element (a
    piece cut off by two line breaks shares it); ``regions`` are all parts of the page that it lies in, outermost
    first, ``region`` the innermost; ``hidden_by`` says why no reader sees it.  ``in_main`` is set by the main-text
    chooser: this block is part of the article's text.  ``link_density`` is the share of its characters that are links.
    """

    index: int
    element: HtmlElement
    text: str
    kind: BlockKind
    regions: tuple[str, ...]
    hidden_by: str | None
    anchors: tuple[Anchor, ...] = ()
    emphasised: bool = False
    in_main: bool = False
    words: int = 0
    link_density: float = 0.0

    @property
    def region(self) -> str | None:
        return self.regions[-1] if self.regions else None

    @property
    def tag(self) -> str:
        return str(self.element.tag)

    def within(self, *regions: str) -> bool:
        """True when the block lies in one of these regions, at whatever depth."""
        for region in self.regions:  # noqa: SIM110 - asked 1,000 times a page; a generator takes three times as long
            if region in regions:
                return True
        return False

    @property
    def inner(self) -> frozenset[str]:
        """The parts that the block lies in within the article, or within the page where no article is told."""
        return _inner(self.regions)


@lru_cache(maxsize=4096)
def _inner(found: tuple[str, ...]) -> frozenset[str]:
    article = max((at for at, region in enumerate(found) if region in (ARTICLE, BODY)), default=-1)
    return frozenset(found[article + 1 :])


def _alternative(element: HtmlElement) -> str:
    """What a link without text says: its label or the alternative text of its image."""
    for name in ("aria-label", "title", "alt"):
        if element.get(name):
            return str(element.get(name)).strip()
    image = element.find(".//img")
    return str(image.get("alt") or "").strip() if image is not None else ""


def count_words(text: str) -> int:
    """About how many words a text has, also in scripts that put no space between them and where it is one long run."""
    spaces = text.count(" ") + text.count("\n") + 1
    if len(text) < 12 * spaces:
        return spaces
    dense = _DENSE_SCRIPT.match(text[len(text) // 2]) or _DENSE_SCRIPT.match(text[len(text) // 3])
    return max(spaces, len(text) // (2 if dense else 12))


def _is_folded(text: str) -> bool:
    """True for a text that `_SPACE` would leave as it is; most words of a page are, and it is told in a tenth of the time."""
    return (
        text.isascii()
        and "\n" not in text
        and "  " not in text
        and "\t" not in text
        and "\r" not in text
        and text.isprintable()
    )


class _Place(NamedTuple):
    """What an element hands down to what it holds."""

    block: HtmlElement
    kind: BlockKind
    regions: tuple[str, ...]
    hard: str | None
    front: str | None
    back: str | None

    @property
    def hidden_by(self) -> str | None:
        if self.hard:
            return self.hard
        seen = self.front is None or self.back is None or not visibility.near(self.front, self.back)
        return None if seen else "colour"


class _Line:
    """The block that is being read."""

    __slots__ = ("anchors", "breaks", "emphasised", "inline", "length", "parts", "place", "since")

    def __init__(self, place: _Place) -> None:
        self.place = place
        self.parts: list[str] = []
        self.length = 0
        self.breaks = 0
        self.anchors: list[Anchor] = []
        self.since = 0
        self.emphasised = 0
        self.inline: dict[str, int] = {}

    def add(self, text: str) -> int:
        """Append a text with its white space folded; the number of characters that came."""
        if not _is_folded(text):
            text = _SPACE.sub(" ", text)
        if not self.parts or self.parts[-1][-1] in " \n":
            text = text.lstrip(" ")
        if not text:
            return 0
        self.parts.append(text)
        self.length += len(text)
        if text != " ":
            self.breaks = 0
        return len(text)

    def add_pre(self, text: str) -> int:
        """Append preformatted text, its line ends kept."""
        self.parts.append(text.replace("\r", ""))
        self.length += len(self.parts[-1])
        return len(text) if text else 0

    def line_break(self) -> None:
        self.breaks += 1
        while self.parts and self.parts[-1].endswith(" "):
            self.length -= 1
            self.parts[-1] = self.parts[-1][:-1]
            if not self.parts[-1]:
                self.parts.pop()
        if self.parts and self.parts[-1][-1] != "\n":
            self.parts.append("\n")
            self.length += 1


class _Full(Exception):
    """`MAX_BLOCKS` is reached."""


Resolver = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Reading:
    """All blocks and links of a body in reading order, its depth and number of elements, and the limit that cut it."""

    blocks: list[TextBlock]
    links: list[Anchor]
    depth: int
    elements: int
    cut: str | None


def read_blocks(body: HtmlElement, resolve: Resolver, white: bool = False) -> Reading:
    """Read a body once; ``resolve`` makes an href absolute.

    ``white`` says that no style sheet can have set another ground than white.
    """
    reader = _Reader(body, resolve, "ffffff" if white else None)
    try:
        reader.read()
    except _Full:
        reader.give_up()
    return Reading(reader.blocks, reader.links, reader.depth, reader.elements, reader.cut)


class _Reader:
    """Walks the body once; ``places`` and ``line`` follow the open elements."""

    def __init__(self, body: HtmlElement, resolve: Resolver, back: str | None) -> None:
        self.body = body
        self.resolve = resolve
        self.blocks: list[TextBlock] = []
        self.links: list[Anchor] = []
        self.depth = self.elements = 0
        self.cut: str | None = None
        self.places: list[_Place] = [_Place(body, BlockKind.PARAGRAPH, (), None, None, back)]
        self.line = _Line(self.places[0])
        self.outer: list[tuple[HtmlElement, _Line]] = []
        self.inline: list[tuple[HtmlElement, str]] = []
        self.anchor: Anchor | None = None
        self.emphasis = 0
        self.pre = 0
        self.heading_holders = _holders(body, "h1")
        self.article_holders = _holders(body, "article", "main")

    def read(self) -> None:
        walk = iterwalk(self.body, events=("start", "end", "comment", "pi"))
        depth = 0
        for event, element in walk:
            if event == "start":
                depth += 1
                self.elements += 1
                if depth > self.depth:
                    self.depth = depth
                tag = element.tag
                if tag in SKIPPED:
                    walk.skip_subtree()
                    if tag == "iframe":
                        self._end_line()
                    continue
                self._start(element, tag)
                if element.text:
                    self._text(element.text)
                continue
            if event == "end":
                depth -= 1
                if element.tag not in SKIPPED:
                    self._end(element, element.tag)
            if element is not self.body and element.tail:
                self._text(element.tail)
        self._end_line()

    def give_up(self) -> None:
        """Keep what the open lines hold when `MAX_BLOCKS` is reached."""
        self.cut = "blocks"
        for line in (*(line for _, line in self.outer), self.line):
            self._close(line)

    def _text(self, text: str) -> None:
        if len(text) > MAX_BLOCK_CHARS or self.line.length > MAX_BLOCK_CHARS:
            self._long_text(text)
            return
        line = self.line
        if text.isspace() and not line.parts:
            return
        came = line.add_pre(text) if self.pre else line.add(text)
        if self.emphasis:
            line.emphasised += came
        if self.inline:
            region = self.inline[-1][1]
            line.inline[region] = line.inline.get(region, 0) + came

    def _long_text(self, text: str) -> None:
        """Read a text of unusual length as several blocks, cut between words where there are any."""
        at = 0
        while at < len(text):
            end = at + MAX_BLOCK_CHARS // 2
            space = text.find(" ", end, end + 200)
            end = space if space >= 0 else end
            if self.line.length > MAX_BLOCK_CHARS // 2:
                place = self.line.place
                self._end_line()
                self.line = _Line(place)
            self._text(text[at:end])
            at = end

    def _start(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            self._break()
            return
        if tag in BLOCK_TAGS or "-" in tag:
            self.places.append(self._place(element, tag, self.places[-1]))
            self._next_line()
            self.pre += tag == "pre"
            return
        if tag == "a" or tag == "area":
            self._open_anchor(element)
        elif tag == "em" or tag == "i":
            self.emphasis += 1
        attributes = element.attrib
        if attributes and ("class" in attributes or "style" in attributes or "hidden" in attributes or tag == "font"):
            inherited = self.places[-1]
            place = self._place(element, tag, inherited)
            if place.hidden_by != inherited.hidden_by and len(self.blocks) < MAX_BLOCKS // 2:
                self.outer.append((element, self.line))
                self.places.append(place._replace(block=element))
                self.line = _Line(self.places[-1])
            elif len(place.regions) > len(inherited.regions):
                self.inline.append((element, place.regions[-1]))

    def _end(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            return
        if tag in BLOCK_TAGS or "-" in tag:
            self.places.pop()
            self._next_line()
            self.pre -= tag == "pre"
            return
        if self.outer and self.outer[-1][0] is element:
            self._end_line()
            self.places.pop()
            self.line = self.outer.pop()[1]
        elif self.inline and self.inline[-1][0] is element:
            self.inline.pop()
        if tag == "a" or tag == "area":
            self._close_anchor()
        elif tag == "em" or tag == "i":
            self.emphasis -= 1

    def _next_line(self) -> None:
        """End the line and go on in the innermost place; a line that is still empty is used again."""
        line = self.line
        if line.parts:
            self._end_line()
            self.line = _Line(self.places[-1])
        else:
            line.place = self.places[-1]
            line.since = line.length = line.breaks = 0

    def _break(self) -> None:
        if self.line.breaks and not self.pre:
            place = self.line.place
            self._end_line()
            self.line = _Line(place)
        else:
            self.line.line_break()

    def _open_anchor(self, element: HtmlElement) -> None:
        self._close_anchor()
        raw = element.get("href")
        if raw is None:
            return
        if len(self.links) >= MAX_LINKS:
            self.cut = "links"
            return
        rel = tuple((element.get("rel") or "").lower().split())
        self.anchor = Anchor(element, raw.strip(), self.resolve(raw), "", rel)
        self.links.append(self.anchor)
        self.line.since = self.line.length

    def _close_anchor(self) -> None:
        if self.anchor is not None:
            self._segment()
            if self.anchor.hidden_by is None and self.anchor.block is None:
                self.anchor.hidden_by = self.line.place.hidden_by
            self.anchor = None

    def _segment(self) -> None:
        """Give the line that ends the part of the open link that stands in it."""
        line, anchor = self.line, self.anchor
        if anchor is None or line.length <= line.since:
            return
        if anchor.block is None and anchor.start == anchor.end:
            part = anchor
            anchor.hidden_by = line.place.hidden_by
        else:
            part = replace(anchor, holder=None)
        part.start, part.end = line.since, line.length
        line.anchors.append(part)
        if part is not anchor:
            anchor.more.append(part)

    def _end_line(self) -> None:
        if len(self.blocks) >= MAX_BLOCKS and self.line.parts:
            raise _Full
        self._segment()
        self._close(self.line)

    def _close(self, line: _Line) -> None:
        line.since = 0
        if not line.parts:
            return
        joined = "".join(line.parts)
        text = joined.strip()
        line.parts = []
        if not text:
            line.length = 0
            return
        lead = len(joined) - len(joined.lstrip())
        regions = line.place.regions
        for region, length in line.inline.items():
            if length * 5 >= len(text) * 3:
                regions = (*regions, region)
        block = TextBlock(
            index=len(self.blocks),
            element=line.place.block,
            text=text,
            kind=line.place.kind,
            regions=regions,
            hidden_by=line.place.hidden_by,
            emphasised=line.emphasised * 5 >= len(text) * 4,
            words=count_words(text),
        )
        held = ref(block) if line.anchors else None
        for anchor in line.anchors:
            anchor.holder = held
            anchor.start = max(0, anchor.start - lead)
            anchor.end = min(len(text), anchor.end - lead)
            anchor.text = text[anchor.start : anchor.end].strip()
        if line.anchors:
            block.anchors = tuple(anchor for anchor in line.anchors if anchor.text)
            block.link_density = sum(len(anchor.text) for anchor in block.anchors) / len(text)
        line.anchors = []
        line.length = 0
        self.blocks.append(block)

    def _place(self, element: HtmlElement, tag: str, outer: _Place) -> _Place:
        quoted = tag == "p" and outer.kind is BlockKind.QUOTE
        kind = outer.kind if quoted or tag in _INHERITS else _KINDS.get(tag, BlockKind.PARAGRAPH)
        get = element.get
        own = (
            _plain(tag)
            if not element.keys()
            else _own(
                tag,
                get("class") or "",
                get("id") or "",
                get("role"),
                get("style") or "",
                get("hidden"),
                get("bgcolor"),
                get("color"),
            )
        )
        region = own.region
        if region is not None and self._names_too_much(element, tag, region):
            region = None
        hard = own.hard
        if hard is None and outer.hard is not None:
            hard = visibility.still_hidden(outer.hard, own.shows) if own.shows else outer.hard
        if tag == "dialog" and get("open") is not None:
            hard = outer.hard
        return _Place(
            element,
            kind,
            outer.regions if region is None else _deeper(outer.regions, region),
            hard,
            own.front or outer.front,
            own.back or outer.back,
        )

    def _names_too_much(self, element: HtmlElement, tag: str, region: str) -> bool:
        """True where a name that stands for a part beside the article is on an element that holds the article itself."""
        if region in BESIDE:
            return element in self.heading_holders
        return region == NAV and tag != "nav" and element in self.article_holders


class _Own(NamedTuple):
    """What an element's own tag and attributes say, whatever is around it."""

    region: str | None
    hard: str | None
    front: str | None
    back: str | None
    shows: str


@lru_cache(maxsize=16384)
def _own(
    tag: str,
    names: str,
    identity: str,
    role: str | None,
    style: str,
    hidden: str | None,
    ground: str | None,
    ink: str | None,
) -> _Own:
    region = region_of(tag, role, f"{names} {identity}" if names or identity else "")
    if tag in ("html", "body"):
        return _Own(region, None, None, visibility.colour(ground) if ground else None, "")
    hard = visibility.hidden_by_own(style, names, hidden) or _TAG_HIDDEN.get(tag)
    front, back = visibility.colours(style) if "color" in style or "background" in style else (None, None)
    back = back or (visibility.colour(ground) if ground else None)
    front = front or (visibility.colour(ink) if ink and tag == "font" else None)
    return _Own(region, hard, front, back, style)


@lru_cache(maxsize=1024)
def _plain(tag: str) -> _Own:
    """What an element without attributes says."""
    return _own(tag, "", "", None, "", None, None, None)


def _holders(body: HtmlElement, *tags: str) -> frozenset[HtmlElement]:
    """The elements with these tags and all that hold one."""
    found: set[HtmlElement] = set()
    for element in body.iter(*tags):
        around: HtmlElement | None = element
        while around is not None and around not in found:
            found.add(around)
            around = around.getparent()
    return frozenset(found)


_INHERITS = frozenset(("div", "span", "section", "a", "font", "b", "strong", "em", "i", "small"))
_TAG_HIDDEN = {"noscript": visibility.NOSCRIPT, "template": visibility.TEMPLATE, "dialog": "display:none"}


@lru_cache(maxsize=4096)
def _deeper(regions: tuple[str, ...], region: str) -> tuple[str, ...]:
    return regions if region in regions[-1:] else (*regions, region)
