"""One walk over a page's body: its text cut into blocks and its links, in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from rights.extract.blocks import Anchor, TextBlock
from rights.extract.inheritance import Inheritance, Inherited
from rights.extract.open_block import OpenBlock

#: Elements whose edges end a line of text.
BLOCK_TAGS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary "
        "table tbody td tfoot th thead tr ul noscript template iframe frame frameset noframes marquee amp-sidebar"
    ).split()
)
#: Elements whose content is no text of the page.
SKIPPED = frozenset(
    (
        "script style head svg math canvas audio video object select option optgroup textarea datalist map iframe "
        "input button-group amp-ad amp-script"
    ).split()
)
#: Blocks beyond this number are not read: the page is cut.
MAX_BLOCKS = 60_000
#: Links beyond this number are text and no more.
MAX_LINKS = 20_000
#: Characters of one block; a longer text becomes several.
MAX_BLOCK_CHARS = 100_000


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
    """Walks the body once; ``around`` holds the open block elements and what each hands down, ``line`` the open text.

    An inline element that a reader sees otherwise than what is around it has a line of its own; ``outer`` keeps the
    lines that go on behind it.  ``inline`` holds the inline elements that are a part of the page of their own.
    """

    def __init__(self, body: HtmlElement, resolve: Resolver, back: str | None) -> None:
        self.body = body
        self.resolve = resolve
        self.blocks: list[TextBlock] = []
        self.links: list[Anchor] = []
        self.depth = self.elements = 0
        self.cut: str | None = None
        self.inheritance = Inheritance(body, back)
        self.around: list[tuple[HtmlElement, Inherited]] = [(body, self.inheritance.root)]
        self.line = OpenBlock(*self.around[0])
        self.outer: list[tuple[HtmlElement, OpenBlock]] = []
        self.inline: list[tuple[HtmlElement, str]] = []
        self.anchor: Anchor | None = None
        self.emphasis = 0
        self.pre = 0

    def read(self) -> None:
        walk = iterwalk(self.body, events=("start", "end", "comment", "pi"))
        body, start, end, on_text = self.body, self._start, self._end, self._text
        depth = deepest = elements = 0
        try:
            for event, element in walk:
                if event == "start":
                    depth += 1
                    elements += 1
                    if depth > deepest:
                        self.depth = deepest = depth
                    tag = element.tag
                    if tag in SKIPPED:
                        walk.skip_subtree()
                        if tag == "iframe":
                            self._end_line()
                        continue
                    start(element, tag)
                    text = element.text
                elif event == "end":
                    depth -= 1
                    tag = element.tag
                    if tag not in SKIPPED:
                        end(element, tag)
                    if element is body:
                        break
                    text = element.tail
                else:
                    text = element.tail
                if text and (self.line.parts or not text.isspace()):
                    on_text(text)
        finally:
            self.elements = elements
        self._end_line()

    def give_up(self) -> None:
        """Keep what the open lines hold when `MAX_BLOCKS` is reached."""
        self.cut = "blocks"
        for line in (*(line for _, line in self.outer), self.line):
            self._keep(line)

    def _text(self, text: str) -> None:
        line = self.line
        if len(text) > MAX_BLOCK_CHARS or line.length > MAX_BLOCK_CHARS:
            self._long_text(text)
            return
        came = line.add_pre(text) if self.pre else line.add(text)
        if self.emphasis:
            line.emphasised += came
        if self.inline:
            line.add_inline(self.inline[-1][1], came)

    def _long_text(self, text: str) -> None:
        """Read a text of unusual length as several blocks, cut between words where there are any."""
        at = 0
        while at < len(text):
            end = at + MAX_BLOCK_CHARS // 2
            space = text.find(" ", end, end + 200)
            end = space if space >= 0 else end
            if self.line.length > MAX_BLOCK_CHARS // 2:
                self._new_line()
            piece = text[at:end]
            if self.line.parts or not piece.isspace():
                self._text(piece)
            at = end

    def _start(self, element: HtmlElement, tag: str) -> None:
        if tag in BLOCK_TAGS or "-" in tag:
            self.around.append((element, self.inheritance.of(element, tag, self.around[-1][1])))
            self._next_line()
            if tag == "pre":
                self.pre += 1
            return
        if tag == "br":
            self._break()
            return
        if tag == "img":
            return
        if tag == "a" or tag == "area":
            self._open_anchor(element)
        elif tag == "em" or tag == "i":
            self.emphasis += 1
        outer = self.around[-1][1]
        inherited = self.inheritance.of_inline(element, tag, outer)
        if inherited is outer:
            return
        if inherited.hidden_by != outer.hidden_by and len(self.blocks) < MAX_BLOCKS // 2:
            self.outer.append((element, self.line))
            self.around.append((element, inherited))
            self.line = OpenBlock(element, inherited)
        elif len(inherited.regions) > len(outer.regions):
            self.inline.append((element, inherited.regions[-1]))

    def _end(self, element: HtmlElement, tag: str) -> None:
        if tag in BLOCK_TAGS or "-" in tag:
            self.around.pop()
            self._next_line()
            if tag == "pre":
                self.pre -= 1
            return
        if self.outer and self.outer[-1][0] is element:
            self._end_line()
            self.around.pop()
            self.line = self.outer.pop()[1]
        elif self.inline and self.inline[-1][0] is element:
            self.inline.pop()
        if tag == "a" or tag == "area":
            self._close_anchor()
        elif tag == "em" or tag == "i":
            self.emphasis -= 1

    def _next_line(self) -> None:
        """End the line and go on in the innermost element; a line that is still empty is used again."""
        line = self.line
        if line.parts:
            self._end_line()
            element, inherited = self.around[-1]
            self.line = OpenBlock(element, inherited)
        else:
            line.element, line.inherited = self.around[-1]
            line.since = line.length = line.breaks = 0

    def _new_line(self) -> None:
        """End the line and go on in the same element."""
        line = self.line
        self._end_line()
        self.line = OpenBlock(line.element, line.inherited)

    def _break(self) -> None:
        if self.line.breaks and not self.pre:
            self._new_line()
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
        rel = element.get("rel")
        raw = raw.strip()
        self.anchor = Anchor(element, raw, self.resolve(raw), "", tuple(rel.lower().split()) if rel else ())
        self.links.append(self.anchor)
        self.line.since = self.line.length

    def _close_anchor(self) -> None:
        if self.anchor is not None:
            self._segment()
            if self.anchor.hidden_by is None and self.anchor.holder is None:
                self.anchor.hidden_by = self.line.inherited.hidden_by
            self.anchor = None

    def _segment(self) -> None:
        """Give the line that ends the part of the open link that stands in it."""
        line, anchor = self.line, self.anchor
        if anchor is None or line.length <= line.since:
            return
        if anchor.holder is None and anchor.start == anchor.end:
            part = anchor
            anchor.hidden_by = line.inherited.hidden_by
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
        self._keep(self.line)

    def _keep(self, line: OpenBlock) -> None:
        block = line.close(len(self.blocks))
        if block is not None:
            self.blocks.append(block)
