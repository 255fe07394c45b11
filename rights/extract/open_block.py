"""A block while it is read: the pieces of its text joined, white space folded, and the links that stand in it."""

from __future__ import annotations

from weakref import ref

from lxml.html import HtmlElement

from rights.extract.blocks import Anchor, TextBlock, count_words
from rights.extract.inheritance import Inherited
from rights.patterns import late

_SPACE = late(r"\s+")
#: Characters that no reader sees, which content systems set within words to say where a line may end.
_UNSEEN = late(r"[\u200b\ufeff\u2060\u00ad]+")


class OpenBlock:
    """The text that a reader has met since the last edge; ``since`` is where the open link begins in it."""

    __slots__ = ("anchors", "breaks", "element", "emphasised", "inherited", "inline", "length", "parts", "since")

    def __init__(self, element: HtmlElement, inherited: Inherited) -> None:
        self.element = element
        self.inherited = inherited
        self.parts: list[str] = []
        self.length = 0
        self.breaks = 0
        self.anchors: list[Anchor] = []
        self.since = 0
        self.emphasised = 0
        self.inline: dict[str, int] | None = None

    def add(self, text: str) -> int:
        """Append a text with its white space folded; the number of characters that came."""
        # What is printable has no white space but single blanks, and that is most texts of a page: a tenth of the time.
        if "  " in text or not text.isprintable():
            text = " " if text.isspace() else _SPACE.sub(" ", text if text.isascii() else _UNSEEN.sub("", text))
        parts = self.parts
        if not parts or parts[-1][-1] in " \n":
            text = text.lstrip(" ")
        if not text:
            return 0
        parts.append(text)
        self.length += len(text)
        if text != " ":
            self.breaks = 0
        return len(text)

    def add_pre(self, text: str) -> int:
        """Append preformatted text, its line ends kept."""
        self.parts.append(text.replace("\r", ""))
        self.length += len(self.parts[-1])
        return len(text)

    def add_inline(self, region: str, length: int) -> None:
        """Count characters that stand in an inline element of a region of its own."""
        if self.inline is None:
            self.inline = {}
        self.inline[region] = self.inline.get(region, 0) + length

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

    def close(self, index: int) -> TextBlock | None:
        """The block of what was read, number ``index`` of its page; None where no text was. This one is empty again."""
        self.since = 0
        if not self.parts:
            return None
        joined = "".join(self.parts)
        text = joined.strip()
        self.parts = []
        self.length = 0
        if not text:
            return None
        inherited = self.inherited
        regions = inherited.regions
        if self.inline is not None:
            for region, length in self.inline.items():
                if length * 5 >= len(text) * 3:
                    regions = (*regions, region)
        block = TextBlock(index, self.element, text, inherited.kind, regions, inherited.hidden_by)
        block.emphasised = self.emphasised * 5 >= len(text) * 4
        block.words = count_words(text)
        if self.anchors:
            self._hand_over(block, len(joined) - len(joined.lstrip()))
        return block

    def _hand_over(self, block: TextBlock, lead: int) -> None:
        """Give the links to the block; ``lead`` is the white space that was cut off before its text."""
        held, text = ref(block), block.text
        linked = 0
        for anchor in self.anchors:
            anchor.holder = held
            anchor.start = max(0, anchor.start - lead)
            anchor.end = min(len(text), anchor.end - lead)
            anchor.text = text[anchor.start : anchor.end].strip()
            linked += len(anchor.text)
        block.anchors = tuple([anchor for anchor in self.anchors if anchor.text])
        block.link_density = linked / len(text)
        self.anchors = []
