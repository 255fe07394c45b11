"""One pass over a page for everything that shows money: addresses loaded, scripts, names, links, lines of text.

The detectors beside this file ask the census, never the tree: so a page is walked once, and every search is a look-up
in a table or a literal search before a pattern runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

from rights import urls
from rights.extract import regions
from rights.extract.blocks import Anchor, TextBlock
from rights.extract.container import article_container, within
from rights.extract.dom import Document
from rights.model import Signal

#: Characters of inline script that are read, of one and of all; news pages carry 100,000 to 900,000.
_ONE_SCRIPT, _ALL_SCRIPTS = 150_000, 600_000
_MAX_RESOURCES, _MAX_LINKS = 1_500, 4_000
_HOST = re.compile(r"(?:https?:)?//([^/?#:\s]+)")
_SRC = ("src", "data-src", "data-lazy-src", "data-original", "data-cmp-src", "data-suppressedsrc", "data-cookieblock-src", "data-borlabs-script-blocker-src",
        "data-borlabs-cookie-src", "data-usercentrics-src", "data-cookiefirst-src", "data-rocket-src", "data-litespeed-src", "data-uc-src", "data-consent-src",
        "data-ezsrc", "data-iframe-src", "data-url", "data-href")  # fmt: skip
_ONE = re.compile(r"\s*[01](?:\.0+)?(?:px)?\s*$")


class Resource(NamedTuple):
    """Something the page loads: its address in lower case, its host, the element, whether it is one pixel wide."""

    url: str
    host: str
    element: HtmlElement
    tag: str
    tiny: bool


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """A link: address, host, lower-case text, and where it stands."""

    href: str
    host: str
    text: str
    anchor: Anchor

    @property
    def own_words(self) -> bool:
        """False for links in comments and in teasers of other stories, whose text is anybody's."""
        block = self.anchor.block
        return block is None or not block.within(regions.COMMENTS)


@dataclass(eq=False)
class Census:
    """What was seen; ``container`` is the article's element where one is known."""

    document: Document
    url: str | None
    site: str | None
    resources: list[Resource] = field(default_factory=list)
    scripts: list[tuple[str, HtmlElement]] = field(default_factory=list)
    code: str = ""
    names: frozenset[str] = frozenset()
    links: list[LinkSeen] = field(default_factory=list)

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
    def text(self) -> str:
        """The visible lines in lower case, one a line."""
        return "\n".join(block.text for block in self.lines).lower()

    @cached_property
    def frame_text(self) -> str:
        """The lower-case text outside the article: header, footer, sidebars, imprint lines."""
        return "\n".join(b.text for b in self.lines if not b.in_main and len(b.text) < 1_500).lower()

    def in_article(self, element: HtmlElement) -> bool:
        """True when the element stands inside the article's container and that is not the whole page."""
        container = self.container
        return container is not None and container.tag not in ("body", "html") and within(element, container)

    def selector(self, element: HtmlElement) -> str:
        return self.document.selector(element)

    def named(self, name: str) -> HtmlElement | None:
        """The first element with this class or id."""
        found = self.document.root.xpath(
            "(//*[@id=$n or contains(concat(' ', normalize-space(@class), ' '), concat(' ', $n, ' '))])[1]", n=name
        )
        return found[0] if found else None

    def script_with(self, literal: str) -> HtmlElement | None:
        """The first inline script that holds a lower-case literal."""
        return next((element for text, element in self.scripts if literal in text), None)

    def find(self, pattern: re.Pattern[str], needles: Iterable[str]) -> tuple[TextBlock, str] | None:
        """The first visible line that a pattern finds, looked at only where one of the lower-case needles stands."""
        if not any(needle in self.text for needle in needles):
            return None
        for block in self.lines:
            if len(block.text) <= 3_000:
                found = pattern.search(block.text)
                if found:
                    return block, excerpt(block.text, found.start(), found.end())
        return None

    def signal(
        self, kind: str, detail: str, level: str, element: HtmlElement | None = None, scope: str = "page"
    ) -> Signal:
        selector = self.selector(element) if element is not None else ""
        return Signal(kind=kind, detail=" ".join(detail.split())[:300], level=level, scope=scope, selector=selector)


def excerpt(text: str, start: int, end: int, around: int = 60) -> str:
    """The match with some of its surroundings, in one line."""
    return " ".join(text[max(0, start - around) : end + around].split())


def take_census(document: Document) -> Census:
    """Walk the page once; sizes are capped so that no page costs more than a large newspaper's."""
    url = document.url
    census = Census(document, url, urls.site(url))
    left = _ALL_SCRIPTS
    for element in document.root.iter(
        "script",
        "iframe",
        "img",
        "embed",
        "object",
        "ins",
        "amp-ad",
        "amp-embed",
        "amp-iframe",
        "amp-img",
        "noscript",
        "source",
    ):
        tag = element.tag
        attributes = element.attrib
        if tag == "script" and "src" not in attributes:
            text = element.text
            if text and left > 0 and "json" not in attributes.get("type", ""):
                text = text[: min(_ONE_SCRIPT, left)].lower()
                left -= len(text)
                census.scripts.append((text, element))
            elif text and left > 0 and "ld+json" not in attributes.get("type", "") and len(text) < _ONE_SCRIPT:
                text = text[:left].lower()
                left -= len(text)
                census.scripts.append((text, element))
            if len(attributes) < 2:
                continue
        if len(census.resources) < _MAX_RESOURCES:
            _add_resource(census, element, str(tag), attributes)
    census.code = "\n".join(text for text, _ in census.scripts)
    census.names = _names(document)
    for anchor in document.links[:_MAX_LINKS]:
        href = anchor.href
        found = _HOST.match(href)
        text = (anchor.text or anchor.alt)[:120]
        census.links.append(
            LinkSeen(href, found.group(1).lower() if found else "", " ".join(text.lower().split()), anchor)
        )
    return census


def _add_resource(census: Census, element: HtmlElement, tag: str, attributes: Mapping[str, str]) -> None:
    url = attributes.get("src")
    if url is None or url.startswith(("data:", "about:")) or not url:
        url = next((attributes[name] for name in _SRC[1:] if attributes.get(name)), None) or attributes.get("data")
        if not url:
            return
    url = url.strip()[:600].lower()
    found = _HOST.match(url)
    host = found.group(1) if found else ""
    if tag == "img" and not host:
        return
    tiny = tag in ("img", "iframe") and (
        _ONE.match(attributes.get("width", "x")) is not None or _ONE.match(attributes.get("height", "x")) is not None
        or "display:none" in attributes.get("style", "").replace(" ", "").lower()
        or (tag == "img" and (parent := element.getparent()) is not None and parent.tag == "noscript")
    )  # fmt: skip
    census.resources.append(Resource(url, host, element, tag, tiny))


def _names(document: Document) -> frozenset[str]:
    found: set[str] = set()
    for value in set(document.root.xpath("//body//@class | //body//@id", smart_strings=False)):
        if len(value) < 2_000:
            found.update(value.split())
    return frozenset(found)


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
