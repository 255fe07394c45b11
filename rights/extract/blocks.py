"""Text blocks: the paragraphs, headings, items and lines of a page that a reader meets, with their links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.html import HtmlElement

from rights.extract.regions import ARTICLE, BODY
from rights.model import BlockKind
from rights.patterns import late

_DENSE_SCRIPT = late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uff00-\uff60]")


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
    _alt: str | None = field(default=None, repr=False)

    @property
    def block(self) -> TextBlock | None:
        """The block that its text stands in; held weakly, so that a page's memory is free when its document is."""
        return self.holder() if self.holder is not None else None

    @property
    def alt(self) -> str:
        """What a link without text says: its label or its image's alternative text."""
        if self._alt is None:
            self._alt = _alternative(self.element)
        return self._alt


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
