"""One parsed page, shared by everything that reads it.

    document = parse(page)              # of `parse.py`; never fails on hostile input; `document.cut` names a limit that changed it
    document.blocks                     # every text block of the body in reading order (`blocks.TextBlock`)
    document.links                      # every <a href> in document order (`blocks.Anchor`), also those without text
    document.comments                   # text of HTML comments, as blocks with hidden_by "comment"
    document.root, .body, .head         # the lxml tree; read it, never change it
    document.meta["og:title"]           # contents of meta tags by lower-case name, property, itemprop or http-equiv
    document.jsonld.nodes               # every JSON-LD object (`jsonld.JsonLd`)
    document.visible(block)             # may a reader see it?  also asks embedded style sheets
    document.selector(element)          # a CSS selector that finds exactly this element again
    document.select("a[rel~=license]")  # the read-only view for clauses (`model.Dom`)
    document.resolve(href)              # absolute address; dead targets ("#", "", "javascript:…") stay as written

A block knows its ``text`` (a newline for each <br>), ``element``, ``kind``, ``regions`` (article, header, footer,
nav, aside, comments, caption, figure, byline, related, bio … of `regions.py`; outermost first), ``hidden_by`` (why no
reader sees it: "display:none", "visibility:hidden", "hidden", "zero size", "colour", "off-screen", "noscript",
"template", "comment"; None for what is shown), and ``anchors`` (the links in it with start and end within ``text``).
After `main_text.choose` each block also tells ``in_main``, and `document.main` holds the first and last such index:
what precedes `main.first` is top or byline, what follows `main.last` is bottom.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from rights import urls
from rights.errors import InputError
from rights.extract import visibility
from rights.extract.blocks import Anchor, TextBlock
from rights.extract.jsonld import JsonLd, read_jsonld
from rights.extract.selectors import Selectors
from rights.extract.source import Source
from rights.extract.tag_index import TagIndex
from rights.extract.walk import read_blocks
from rights.literals import Literals, LiteralsInText
from rights.model import BlockKind, Page
from rights.patterns import late

if TYPE_CHECKING:
    from lxml.cssselect import CSSSelector

#: What a library may raise on a hostile page; the page is then read without its help.
LIBRARY_ERRORS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError,
    etree.LxmlError,
)  # fmt: skip
_SPACE = late(r"\s+")
_CLASSES, _IDS = etree.XPath("//@class", smart_strings=False), etree.XPath("//@id", smart_strings=False)
_LONGEST_CLASS = 2_000
_IN_BLOCKS = Literals()
#: A selector that only names elements: what most clauses ask.
_TAGS = late(r"[a-z]+(?:, [a-z]+)*")


@dataclass(frozen=True, slots=True)
class MainText:
    """Which blocks are the article's text: the index of the first and of the last, and all of them."""

    first: int
    last: int
    indexes: frozenset[int]


class Document:
    """The page as a tree, read once; everything lazily computed is kept."""

    def __init__(self, page: Page, source: Source, root: HtmlElement, cut: str | None) -> None:
        self.page = page
        self.source = source.html
        self.media = source.media
        self.root = root
        self.cut = cut
        self.main: MainText | None = None
        self.url = page.final_url or page.url or saved_from(source.html)
        self._tags = TagIndex(root)
        self.base = self._base()
        self._selectors = Selectors(root)
        self._sheet_hides: dict[HtmlElement, bool] = {}
        self._class_hides: dict[str, str | None] = {}
        body = root.find("body")
        self.body: HtmlElement = root if body is None else body
        self.head: HtmlElement | None = root.find("head")
        white = not self.head_has_style
        reading = read_blocks(self.body, self.resolve, white)
        self.blocks, self.links = reading.blocks, reading.links
        self.depth, self.elements = reading.depth, reading.elements
        self.cut = self.cut or reading.cut

    def tagged(self, *tags: object) -> Sequence[HtmlElement]:
        """The elements of the page with one of these tags, in document order."""
        return self._tags.of(*tags)

    def tagged_in_body(self, *tags: object) -> Sequence[HtmlElement]:
        """As `tagged`, of the body alone."""
        if self.head is None or len(self.root) > 2 or self.body is self.root:
            return list(self.body.iter(*tags))
        above = frozenset(self.head.iter(*tags))
        found = self.tagged(*tags)
        return [element for element in found if element not in above] if above else found

    def _base(self) -> str | None:
        element = next((base for base in self._tags.of("base") if base.get("href") is not None), None)
        if element is None:
            return self.url
        return urls.absolute(self.url, element.get("href") or "") or self.url

    @property
    def head_has_style(self) -> bool:
        """True where a style sheet may set colours that are not known here."""
        for element in self.tagged("style", "link"):
            if element.tag == "style" or "stylesheet" in (element.get("rel") or "").lower():
                return True
        return False

    def resolve(self, href: str) -> str:
        """The absolute address of an href; a target that leads nowhere comes back as it was written."""
        href = href.strip()
        if "\n" in href or "\t" in href or "\r" in href:
            if urls.is_dead(href):
                return href
            href = re.sub(r"[\t\r\n]", "", href)
        if href.startswith(("https://", "http://", "mailto:")):
            return href
        if href[:1] == "/" and href[1:2] != "/" and "/." not in href and self._origin:
            return self._origin + href
        if urls.is_dead(href):
            return href
        return urls.absolute(self.base, href)

    @cached_property
    def _origin(self) -> str:
        if not self.base or not urls.is_web(self.base):
            return ""
        parts = urlsplit(self.base)
        return f"{parts.scheme}://{parts.netloc}"

    @cached_property
    def meta(self) -> Mapping[str, tuple[str, ...]]:
        """Contents of meta tags by lower-case name, in order."""
        found: dict[str, list[str]] = {}
        for element in self.tagged("meta"):
            content = element.get("content")
            if content is None or not content.strip():
                continue
            for attribute in ("name", "property", "itemprop", "http-equiv"):
                for name in (element.get(attribute) or "").lower().split():
                    found.setdefault(name, []).append(content.strip())
        return {name: tuple(values) for name, values in found.items()}

    def first_meta(self, *names: str) -> str | None:
        """The first content among these meta names, in the order of the names."""
        for name in names:
            for value in self.meta.get(name, ()):
                return value
        return None

    @cached_property
    def jsonld(self) -> JsonLd:
        """Every JSON-LD object of the page."""
        scripts = (s for s in self.tagged("script") if "ld+json" in (s.get("type") or "").lower())
        return read_jsonld(script.text or "" for script in scripts)

    @cached_property
    def _lowered(self) -> tuple[LiteralsInText, list[int]]:
        """The text of all blocks in lower case, one after another, and the offset where each begins."""
        lowered = [block.text.lower() for block in self.blocks]
        return _IN_BLOCKS.in_text("\x00".join(lowered)), [0, *accumulate(len(text) + 1 for text in lowered)]

    def blocks_with(self, literals: Iterable[str]) -> list[TextBlock]:
        """The blocks in which one of these lower-case literals stands, whatever its case there, in reading order."""
        text, starts = self._lowered
        found: set[int] = set()
        for literal in literals:
            at = text.find(literal)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                found.add(index)
                at = text.find(literal, starts[index + 1])
        return [self.blocks[index] for index in sorted(found)]

    @cached_property
    def comments(self) -> tuple[TextBlock, ...]:
        """The text of HTML comments, one block each; conditional comments and markers of tools left out."""
        found = []
        for comment in self.tagged(etree.Comment):
            text = comment.text or ""
            if len(text) < 12 or len(text) > 200_000 or " " not in text.strip() or text.lstrip().startswith("[if"):
                continue
            text = _SPACE.sub(" ", re.sub(r"<[^>]*>", " ", text)).strip()
            parent = comment.getparent()
            if text:
                element = self.body if parent is None else parent
                found.append(TextBlock(-1, element, text, BlockKind.PARAGRAPH, (), visibility.COMMENT))
        return tuple(found)

    @cached_property
    def _hidden_names(self) -> dict[str, str]:
        sheets = [style.text for style in self.tagged("style") if style.text and style.get("media") != "print"]
        named = visibility.hidden_names(sheets) if sheets else {}
        return {name: why for name, why in named.items() if name[1:] in (self.classes if name[0] == "." else self.ids)}

    @cached_property
    def classes(self) -> frozenset[str]:
        """Every class that an element bears; attributes of absurd length left out."""
        found: set[str] = set()
        for value in set(cast(list[str], _CLASSES(self.root))):
            if len(value) < _LONGEST_CLASS:
                found.update(value.split())
        return frozenset(found)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that an element bears."""
        return frozenset(cast(list[str], _IDS(self.root)))

    def hidden_by(self, element: HtmlElement) -> str | None:
        """Why no reader sees this element, from it and everything around it; None where it is shown."""
        around = element
        while around is not None and around.tag not in ("body", "html"):
            if isinstance(around.tag, str):
                why = visibility.hidden_by_attributes(around) or self._hidden_by_sheet(around)
                if why or around.tag in ("noscript", "template"):
                    return why or str(around.tag)
            around = around.getparent()
        return None

    def _hidden_by_sheet(self, element: HtmlElement) -> str | None:
        names = self._hidden_names
        if not names:
            return None
        given = element.get("class")
        if given:
            if given not in self._class_hides:
                hiding = (f".{name}" for name in given.split())
                self._class_hides[given] = next((names[name] for name in hiding if name in names), None)
            if (why := self._class_hides[given]) is not None:
                return why
        return names.get(f"#{element.get('id')}") if self._hides_ids else None

    @cached_property
    def _hides_ids(self) -> bool:
        return any(name[0] == "#" for name in self._hidden_names)

    def visible(self, block: TextBlock | Anchor) -> bool:
        """True where a reader can see the block or link, embedded style sheets included."""
        if block.hidden_by is not None:
            return False
        return not self._hidden_names or not self._under_hidden(block.element)

    def _under_hidden(self, element: HtmlElement) -> bool:
        """True where an embedded style sheet hides the element or one around it; every answer is kept."""
        known = self._sheet_hides
        chain: list[HtmlElement] = []
        around: HtmlElement | None = element
        hidden = False
        while around is not None and around.tag not in ("body", "html"):
            if around in known:
                hidden = known[around]
                break
            chain.append(around)
            around = around.getparent()
        for step in reversed(chain):
            hidden = hidden or self._hidden_by_sheet(step) is not None
            known[step] = hidden
        return hidden

    def selector(self, element: HtmlElement) -> str:
        """A CSS selector that finds exactly this element in this page."""
        return self._selectors.of(element)

    def select(self, css: str) -> Sequence[PageElement]:
        """The elements that a CSS selector finds, in document order; a wrong selector is an `InputError`."""
        return [PageElement(self, element) for element in self.selected(css)]

    def selected(self, css: str) -> list[HtmlElement]:
        """As `select`, the tree's own elements."""
        if _TAGS.fullmatch(css):
            return list(self.tagged(*css.split(", ")))
        from lxml.cssselect import SelectorError  # only what queries the page needs it

        try:
            found = _compiled(css)(self.root)
        except (SelectorError, etree.XPathError, ValueError) as wrong:
            raise InputError(f"selector {css!r}: {wrong}, expected a CSS selector such as 'article p'") from wrong
        return [element for element in found if isinstance(element, HtmlElement)] if isinstance(found, list) else []


@lru_cache(maxsize=256)
def _compiled(css: str) -> CSSSelector:
    """A selector made ready once: clauses ask the same of every page."""
    from lxml.cssselect import CSSSelector  # only what queries the page needs it

    return CSSSelector(css, translator="html")


class PageElement:
    """A read-only element for clauses (`model.Element`)."""

    __slots__ = ("_document", "_element")

    def __init__(self, document: Document, element: HtmlElement) -> None:
        self._document = document
        self._element = element

    @property
    def tag(self) -> str:
        return str(self._element.tag)

    @property
    def text(self) -> str:
        """All text in it with its white space folded."""
        return _text(self._element)

    @property
    def html(self) -> str:
        return str(etree.tostring(self._element, encoding="unicode", method="html", with_tail=False))

    @property
    def selector(self) -> str:
        return self._document.selector(self._element)

    @property
    def visible(self) -> bool:
        return self._document.hidden_by(self._element) is None

    def get(self, name: str) -> str | None:
        value = self._element.get(name)
        return None if value is None else str(value)


def _text(element: HtmlElement) -> str:
    return _SPACE.sub(" ", "".join(element.xpath(".//text()[not(parent::script or parent::style)]"))).strip()


_SAVED_FROM = (
    late(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE),
    late(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE),
)


def saved_from(html: str) -> str | None:
    """The address that a browser wrote into a page that it saved."""
    for pattern in _SAVED_FROM:
        found = pattern.search(html, 0, 4_000)
        if found and urls.is_web(found.group(1)):
            return found.group(1)
    return None
