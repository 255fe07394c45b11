"""What an element hands down to everything it holds: the kind of its text, the parts of the page, what hides it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

from rights.extract import visibility
from rights.extract.regions import BESIDE, NAV, numberless, region_of
from rights.model import BlockKind

_KINDS = {
    "p": BlockKind.PARAGRAPH, "li": BlockKind.ITEM, "dd": BlockKind.ITEM, "dt": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTE, "q": BlockKind.QUOTE, "pre": BlockKind.PRE, "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION, "h1": BlockKind.HEADING, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING,
    "h4": BlockKind.HEADING, "h5": BlockKind.HEADING, "h6": BlockKind.HEADING,
}  # fmt: skip
#: Elements whose text is of the kind of what is around them.
_SAME_KIND = frozenset(("div", "span", "section", "a", "font", "b", "strong", "em", "i", "small"))
_TAG_HIDDEN = {"noscript": visibility.NOSCRIPT, "template": visibility.TEMPLATE, "dialog": "display:none"}


class Inherited(NamedTuple):
    """What an element hands down; most elements hand on the very object that they were given.

    ``hard`` is why styles and attributes hide it, ``front`` and ``back`` its colours where they are known, and
    ``hidden_by`` what follows from the three.
    """

    kind: BlockKind
    regions: tuple[str, ...]
    hard: str | None
    front: str | None
    back: str | None
    hidden_by: str | None


class _Own(NamedTuple):
    """What an element's own tag and attributes say, whatever is around it."""

    region: str | None
    hard: str | None
    front: str | None
    back: str | None
    shows: str


#: Attributes besides class and id that say something.
_LOOKED_AT = frozenset(("role", "style", "hidden", "bgcolor", "color"))
#: Most elements' own: nothing.
_NOTHING = _Own(None, None, None, None, "")


class Inheritance:
    """What each element of one body adds to what it inherits."""

    def __init__(self, body: HtmlElement, back: str | None) -> None:
        self.root = Inherited(BlockKind.PARAGRAPH, (), None, None, back, None)
        found = list(body.iter("h1", "article", "main"))
        self._heading_holders = _holders(element for element in found if element.tag == "h1")
        self._article_holders = _holders(element for element in found if element.tag != "h1")

    def of(self, element: HtmlElement, tag: str, outer: Inherited) -> Inherited:
        """What a block element hands down."""
        own = _own_of(element, tag)
        if tag in _SAME_KIND or (tag == "p" and outer.kind is BlockKind.QUOTE):
            kind = outer.kind
        else:
            kind = _KINDS.get(tag, BlockKind.PARAGRAPH)
        if own is _NOTHING:
            return outer if kind is outer.kind else Inherited(kind, *outer[1:])
        region, hard, front, back, shows = own
        if region is not None and self._names_too_much(element, tag, region):
            region = None
        if hard is None and outer.hard is not None:
            hard = visibility.still_hidden(outer.hard, shows) if shows else outer.hard
        if tag == "dialog" and element.get("open") is not None:
            hard = outer.hard
        regions = outer.regions if region is None else _deeper(outer.regions, region)
        front, back = front or outer.front, back or outer.back
        return Inherited(kind, regions, hard, front, back, hard or _by_colour(front, back))

    def of_inline(self, element: HtmlElement, tag: str, outer: Inherited) -> Inherited:
        """What an inline element hands down: what is around it, unless it bears a class or style of weight."""
        if _own_of(element, tag) is _NOTHING:
            return outer
        get = element.get
        if tag == "font" or get("class") is not None or get("style") is not None or get("hidden") is not None:
            return self.of(element, tag, outer)
        return outer

    def _names_too_much(self, element: HtmlElement, tag: str, region: str) -> bool:
        """True where a name that stands for a part beside the article is on an element that holds the article itself."""
        if region in BESIDE:
            return element in self._heading_holders
        return region == NAV and tag != "nav" and element in self._article_holders


def _by_colour(front: str | None, back: str | None) -> str | None:
    return "colour" if front is not None and back is not None and visibility.near(front, back) else None


def _own_of(element: HtmlElement, tag: str) -> _Own:
    names = identity = ""
    others: tuple[tuple[str, str], ...] = ()
    for name, value in element.items():
        if name == "class":
            names = value
        elif name == "id":
            identity = numberless(value)
        elif name in _LOOKED_AT:
            others = (*others, (name, value))
    return _own(tag, names, identity, others)


@lru_cache(maxsize=16384)
def _own(tag: str, names: str, identity: str, others: tuple[tuple[str, str], ...]) -> _Own:
    given = dict(others)
    role, hidden, style = given.get("role"), given.get("hidden"), given.get("style", "")
    ground, ink = given.get("bgcolor"), given.get("color")
    region = region_of(tag, role, f"{names} {identity}" if names or identity else "")
    if tag in ("html", "body"):
        own = _Own(region, None, None, visibility.colour(ground) if ground else None, "")
        return _NOTHING if own == _NOTHING else own
    hard = visibility.hidden_by_own(style, names, hidden) or _TAG_HIDDEN.get(tag)
    front, back = visibility.colours(style) if "color" in style or "background" in style else (None, None)
    back = back or (visibility.colour(ground) if ground else None)
    front = front or (visibility.colour(ink) if ink and tag == "font" else None)
    shows = style if "visib" in style.lower() or "font" in style.lower() else ""
    own = _Own(region, hard, front, back, shows)
    return _NOTHING if own == _NOTHING else own


def _holders(elements: Iterable[HtmlElement]) -> frozenset[HtmlElement]:
    """These elements and all that hold one."""
    found: set[HtmlElement] = set()
    for element in elements:
        around: HtmlElement | None = element
        while around is not None and around not in found:
            found.add(around)
            around = around.getparent()
    return frozenset(found)


@lru_cache(maxsize=4096)
def _deeper(regions: tuple[str, ...], region: str) -> tuple[str, ...]:
    return regions if region in regions[-1:] else (*regions, region)
