"""What one pass over a page saw of money (`take_census`): addresses loaded, scripts, names, links, lines of text.

The detectors beside this file ask the census, never the tree: so a page is walked once, and every search is a look-up
in a table or a literal search before a pattern runs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

from rights import urls
from rights.extract import regions
from rights.extract.blocks import Anchor, TextBlock
from rights.extract.container import article_container, within
from rights.extract.dom import Document
from rights.literals import Literals, LiteralsInText
from rights.model import Signal

#: How often a literal is looked at in code, how many lines around needles, and what line is too long to read whole.
_OCCURRENCES, _PLACES, _LONG_LINE = 30, 120, 2_000
_NOT_FRAME = (regions.CAPTION, regions.FIGURE, regions.RELATED, regions.AD)
_IN_HREFS, _IN_LINK_TEXTS, _IN_LINES, _IN_NAMES, _IN_CODE = (Literals() for _ in range(5))
_ORNAMENT = " »›→>|*!♥❤…:–-"


class Resource(NamedTuple):
    """Something the page loads: its address in lower case, its host, the element, whether it is one pixel wide."""

    url: str
    host: str
    element: HtmlElement
    tag: str
    tiny: bool


class LinkSeen(NamedTuple):
    """A link: address, host, lower-case text, and where it stands."""

    href: str
    host: str
    text: str
    anchor: Anchor
    number: int

    @property
    def own_words(self) -> bool:
        """False for links in comments and in teasers of other stories, whose text is anybody's."""
        block = self.anchor.block
        return block is None or not block.within(regions.COMMENTS)

    @property
    def path(self) -> str:
        """The path and what follows, in lower case, else ""; a saved page of no known address has paths alone: its own."""
        href = self.href.lower()
        if self.host:
            return "/" + href[href.find("//") + 2 :].partition("/")[2]
        return "" if href.startswith("#") or ":" in href.split("/", 1)[0] else "/" + href.lstrip("./")


@dataclass(eq=False)
class Census:
    """What was seen; ``container`` is the article's element where one is known."""

    document: Document
    url: str | None
    site: str | None
    resources: list[Resource] = field(default_factory=list)
    scripts: list[tuple[str, HtmlElement]] = field(default_factory=list)
    code: str = ""
    code_starts: list[int] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    links: list[LinkSeen] = field(default_factory=list)

    @cached_property
    def _href_lines(self) -> tuple[LiteralsInText, list[int]]:
        starts: list[int] = []
        lines: list[str] = []
        at = 0
        origin = f"//{urls.host(self.url)}" if self.url else "//\n"
        for link in self.links:
            starts.append(at)
            href = link.href[:240]
            own = href.find(origin, 0, 8)
            lines.append(href[own + len(origin) :] if own >= 0 else href)
            at += len(lines[-1]) + 1
        return _IN_HREFS.in_text("\n".join(lines).lower()), starts

    @cached_property
    def container(self) -> HtmlElement | None:
        return article_container(self.document)

    @cached_property
    def lines(self) -> tuple[TextBlock, ...]:
        """The blocks a reader sees, comments of readers left out."""
        return tuple(
            b for b in self.document.blocks if b.hidden_by in (None, "display:none") and not b.within(regions.COMMENTS)
        )

    @cached_property
    def main_words(self) -> int:
        """Words of the main text."""
        return sum(len(block.text.split()) for block in self.document.blocks if block.in_main)

    @cached_property
    def _lowered(self) -> tuple[LiteralsInText, list[int]]:
        """The visible lines in lower case, one a line, and the offset where each begins."""
        starts: list[int] = []
        parts: list[str] = []
        at = 0
        for block in self.lines:
            lowered = block.text.lower()
            starts.append(at)
            parts.append(lowered)
            at += len(lowered) + 1
        return _IN_LINES.in_text("\n".join(parts)), starts

    @property
    def text(self) -> str:
        """The visible lines in lower case, one a line."""
        return self._lowered[0].text

    @cached_property
    def _by_text(self) -> dict[str, list[LinkSeen]]:
        found: dict[str, list[LinkSeen]] = {}
        for link in self.links:
            text = link.text.strip(_ORNAMENT)
            if text and len(text) <= 60:
                found.setdefault(text, []).append(link)
        return found

    @cached_property
    def _texts(self) -> LiteralsInText:
        return _IN_LINK_TEXTS.in_text("\n" + "\n".join(self._by_text) + "\n")

    def links_with(self, hints: Iterable[str], texts: frozenset[str], words: tuple[str, ...] = ()) -> list[LinkSeen]:
        """The links whose address holds one of the lower-case literals, whose whole text is one of ``texts`` or holds
        one of ``words``, in document order.
        """
        places: dict[int, LinkSeen] = {}
        by_text = self._by_text
        for text in by_text.keys() & texts:
            for link in by_text[text]:
                places[link.number] = link
        for text in _holding(self._texts, words) if words else ():
            for link in by_text[text]:
                places[link.number] = link
        hrefs, starts = self._href_lines
        for hint in hints:
            at = hrefs.find(hint)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                places[index] = self.links[index]
                at = hrefs.find(hint, starts[index + 1]) if index + 1 < len(starts) else -1
        return [places[index] for index in sorted(places)]

    def links_to(self, table: frozenset[str]) -> list[LinkSeen]:
        """The links to hosts that are, or lie under, one of a table of domains."""
        hosts = {host for host in self._hosts if domain_in(host, table)}
        return [link for link in self.links if link.host in hosts] if hosts else []

    @cached_property
    def _hosts(self) -> frozenset[str]:
        return frozenset(link.host for link in self.links if link.host)

    def owns(self, host: str) -> bool:
        """True for a host of this page's own site."""
        return not host or bool(self.site and (host == self.site or host.endswith("." + self.site)))

    def akin(self, host: str) -> bool:
        """True for a host that bears this site's name: shop-example.org or exampleshop.net for example.com."""
        brand = (self.site or "").split(".")[0].split(":")[0].replace("-", "")
        return len(brand) >= 3 and brand in host.replace("-", "").replace(".", " ")

    def in_article(self, element: HtmlElement) -> bool:
        """True when the element stands inside the article's container and that is not the whole page."""
        container = self.container
        return container is not None and container.tag not in ("body", "html") and within(element, container)

    def selector(self, element: HtmlElement) -> str:
        return self.document.selector(element)

    def named(self, name: str) -> HtmlElement | None:
        """The first element with this id, else with this class."""
        if name in self.ids:
            return next((element for element in self.document.root.iter("*") if element.get("id") == name), None)
        for element in self.document.root.iter("*"):
            names = element.get("class")
            if names and name in names and name in names.split():
                return element
        return None

    @cached_property
    def _named_lines(self) -> tuple[LiteralsInText, str]:
        """The names in lower case and as they are written, one a line."""
        lines = "\n" + "\n".join(sorted(self.names | self.ids)) + "\n"
        lowered = lines.lower()
        return _IN_NAMES.in_text(lowered), lines if len(lowered) == len(lines) else lowered

    @cached_property
    def _code(self) -> LiteralsInText:
        return _IN_CODE.in_text(self.code)

    def names_with(self, hints: Iterable[str]) -> list[str]:
        """The names in which one of the lower-case literals stands; a line break in a literal is the name's edge."""
        lowered, lines = self._named_lines
        return sorted(_holding(lowered, hints, lines))

    def called(self, literal: str, pattern: re.Pattern[str] | None) -> tuple[str, HtmlElement | None] | None:
        """Where inline code holds a lower-case literal and, near it, what a pattern asks for: an excerpt, its script."""
        code = self.code
        at = self._code.find(literal)
        for _ in range(_OCCURRENCES):
            if at < 0:
                return None
            start, end = at, at + len(literal)
            if pattern is not None:
                found = pattern.search(code, max(0, at - 100), at + 240)
                if found is None:
                    at = code.find(literal, at + 40)
                    continue
                start, end = found.span()
            element = self.scripts[bisect_right(self.code_starts, at) - 1][1] if self.scripts else None
            return excerpt(code, start, end, 30), element
        return None

    def says(
        self,
        pattern: re.Pattern[str],
        needles: Iterable[str],
        frame: bool = False,
        unless: Callable[[TextBlock], bool] = lambda block: False,
    ) -> tuple[TextBlock, str] | None:
        """The first visible line that a pattern finds, looked at only around the lower-case needles.

        ``frame`` leaves out the article's text and long lines, ``unless`` the lines of which it is true.
        """
        text, starts = self._lowered
        places: dict[int, int] = {}
        for needle in needles:
            at = text.find(needle)
            while at >= 0 and len(places) < _PLACES:
                index = bisect_right(starts, at) - 1
                places.setdefault(index, at - starts[index])
                at = text.find(needle, starts[index + 1]) if index + 1 < len(starts) else -1
        for index in sorted(places):
            block = self.lines[index]
            if frame and (block.in_main or len(block.text) > 800 or block.within(*_NOT_FRAME)):
                continue
            if unless(block):
                continue
            whole = len(block.text) <= _LONG_LINE
            start, end = (0, len(block.text)) if whole else (max(0, places[index] - 400), places[index] + 600)
            found = pattern.search(block.text, start, end)
            if found:
                return block, excerpt(block.text, found.start(), found.end())
        return None

    def signal(
        self, kind: str, detail: str, level: str, element: HtmlElement | None = None, scope: str = "page"
    ) -> Signal:
        selector = self.selector(element) if element is not None else ""
        return Signal(kind=kind, detail=" ".join(detail.split())[:300], level=level, scope=scope, selector=selector)


def _holding(lines: LiteralsInText, literals: Iterable[str], shown: str | None = None) -> set[str]:
    """The lines, each between two line breaks, in which one of the literals stands; as they stand in ``shown``.

    A line break at a literal's end is the line's edge.
    """
    shown = lines.text if shown is None else shown
    found: set[str] = set()
    for literal in literals:
        at = lines.find(literal)
        while at >= 0:
            inside = at + (literal[0] == "\n")
            start, end = shown.rfind("\n", 0, inside) + 1, shown.find("\n", inside)
            found.add(shown[start:end])
            at = lines.find(literal, end)
    return found


def excerpt(text: str, start: int, end: int, around: int = 60) -> str:
    """The match with some of its surroundings, in one line."""
    return " ".join(text[max(0, start - around) : end + around].split())


@lru_cache(maxsize=16384)
def domain_in(host: str, table: frozenset[str]) -> str | None:
    """The entry of a table of domains that a host is or lies under, or None."""
    while host:
        if host in table:
            return host
        _, _, host = host.partition(".")
        if "." not in host:
            return None
    return None
