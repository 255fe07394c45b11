"""Lines put into an HTML page at their places: every byte that was there stays, in the page's own encoding.

The markup is read as Latin-1, one character a byte: every tag is ASCII in nearly every encoding, so that an offset in the
text is the offset in the bytes.  The others (UTF-16) are read as text, where that gives the same bytes back.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from rights.extract.decode import decode
from rights.fix.encoding import Exact, is_opaque, read_exactly
from rights.fix.plan import Plan
from rights.model import message

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_TEXTS = frozenset("p li blockquote h2 h3 h4 h5 h6 pre div dd dt td section span".split())
#: A credit is no item of these: it goes before or after the whole.
_WHOLES = frozenset("ul ol dl blockquote figure table".split())
_ENDS_P = frozenset("p ul ol dl div section article blockquote pre table figure h1 h2 h3 h4 h5 h6 footer aside".split())


@dataclass(slots=True, eq=False)
class _Element:
    tag: str
    start: int
    inner: int
    parent: _Element | None = None
    end: int = -1
    pieces: list[str] = field(default_factory=list)

    def text(self, encoding: str | None) -> str:
        """What it holds; ``encoding`` is that of the bytes that the pieces stand for, None where they are text."""
        raw = "".join(self.pieces)
        if encoding:
            raw = raw.encode("latin-1", "ignore").decode(encoding, "replace")
        return " ".join(html.unescape(raw).split())


class _Places(HTMLParser):
    """Where each element of a page starts and ends."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.all: list[_Element] = []
        self._open: list[_Element] = []
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self.feed(text)
        self.close()
        self._close_to(0, len(text))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._at()
        if tag in _ENDS_P and self._open and self._open[-1].tag == "p":
            self._close_to(len(self._open) - 1, start)
        element = _Element(tag, start, start + len(self.get_starttag_text() or ""))
        element.parent = self._open[-1] if self._open else None
        self.all.append(element)
        if tag in _VOID:
            element.end = element.inner
        else:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._close_to(len(self._open) - 1, self.all[-1].inner)

    def handle_endtag(self, tag: str) -> None:
        start = self._at()
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                self._close_to(depth + 1, start)
                self._close_to(depth, self.text.find(">", start) + 1 or len(self.text))
                return

    def _close_to(self, depth: int, at: int) -> None:
        while len(self._open) > depth:
            closed = self._open.pop()
            closed.end = at
            if self._open and len(closed.pieces) < 10_000:
                self._open[-1].pieces += closed.pieces

    def _add(self, raw: str) -> None:
        if self._open:
            self._open[-1].pieces.append(raw)

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};")


def insert_html(body: bytes, asked: Plan, blocks: Sequence[str]) -> bytes | None:
    """The page with what is asked for put in; ``blocks`` are the texts of its article, by which its ends are found.

    None where the places cannot be found: another encoding than one that holds ASCII, or no block of the article.  A
    canonical address that has no head to stand in is moved from ``asked.done`` to ``asked.left``.
    """
    encoding: str | None = decode(body)[1]
    if encoding and is_opaque(encoding):
        page, encoding = read_exactly(body), None
    else:
        page = Exact(body.decode("latin-1"), "latin-1")
    if page is None:
        return None
    text = page.text
    places = _Places(text)
    first = _block(places, blocks[:4], encoding, last=False)
    last = _block(places, tuple(reversed(blocks))[:4], encoding, last=True)
    if first is None or last is None:
        return None
    edits: list[tuple[int, int, str]] = []
    title = next((e for e in reversed(places.all) if e.tag == "h1" and e.end <= first.start), None)
    if asked.byline:
        line = f'<p class="byline">{asked.byline}</p>'
        edits.append(_after(text, title, [line]) if title else _before(text, first, [line]))
    if asked.top:
        edits.append(_before(text, first, [f'<p class="credit">{line}</p>' for line in asked.top]))
    end = [*(f'<p class="credit">{line}</p>' for line in asked.bottom), *asked.pixels]
    if end:
        edits.append(_after(text, last, end))
    if asked.canonical:
        edits += _canonical(text, places, asked)
    for start, stop, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        raw = new.encode(encoding, "xmlcharrefreplace").decode("latin-1") if encoding else page.fitted(new)
        text = text[:start] + raw + text[stop:]
    return page.written(text)


def _block(places: _Places, texts: Sequence[str], encoding: str | None, *, last: bool) -> _Element | None:
    """The element that holds the first of the texts that any element holds."""
    known = [(element, element.text(encoding)) for element in places.all if element.tag in _TEXTS]
    for text in texts:
        wanted = " ".join(text.split())
        found = [element for element, inner in known if inner == wanted]
        if not found and len(wanted) > 60:
            found = [e for e, inner in known if wanted in inner and len(inner) < 1.2 * len(wanted)]
        if not found and len(wanted) > 60:
            # paragraphs that only line breaks part: within the innermost that holds them
            around = [e for e, inner in known if (inner.endswith(wanted) if last else inner.startswith(wanted))]
            if around:
                return _content(places.text, around[-1])
        if found:
            return _whole(found[-1] if last else found[0])
    return None


def _content(text: str, element: _Element) -> _Element:
    """What stands between an element's tags."""
    end = text.rfind("</", element.inner, element.end)
    return _Element("#text", element.inner, element.inner, element.parent, end if end > 0 else element.end)


def _whole(element: _Element) -> _Element:
    outer = element.parent
    while outer is not None:
        if outer.tag in _WHOLES or (element.tag == "span" and outer.tag in _TEXTS):
            element = outer
        outer = outer.parent
    return element


def _indent(text: str, at: int) -> str | None:
    """The line break and white space before an element that begins its line; None for one that does not."""
    start = max(text.rfind("\n", 0, at), -1) + 1
    blank = text[start:at]
    if blank.strip():
        return None
    return ("\r\n" if "\r\n" in text else "\n") + blank


def _before(text: str, element: _Element, lines: Sequence[str]) -> tuple[int, int, str]:
    indent = _indent(text, element.start) or ""
    return element.start, element.start, "".join(line + indent for line in lines)


def _after(text: str, element: _Element, lines: Sequence[str]) -> tuple[int, int, str]:
    indent = _indent(text, element.start) or ""
    end = element.end
    if element.tag == "p" and not text[:end].endswith(">"):
        end = len(text[:end].rstrip())
    return end, end, "".join(indent + line for line in lines)


def _canonical(text: str, places: _Places, asked: Plan) -> list[tuple[int, int, str]]:
    """The canonical address set in the head: one link there is rewritten, any other is taken out."""
    head = next((element for element in places.all if element.tag == "head"), None)
    old = [
        element
        for element in places.all
        if element.tag == "link"
        and re.search(r"\brel\s*=\s*[\"']?[^\"'>]*\bcanonical\b", text[element.start : element.inner], re.IGNORECASE)
    ]
    link = f'<link rel="canonical" href="{html.escape(asked.canonical or "")}"/>'
    edits = [(element.start, element.inner, "") for element in old]
    inside = [number for number, element in enumerate(old) if head and head.inner <= element.start < head.end]
    if inside:
        edits[inside[0]] = (*edits[inside[0]][:2], link)
        return edits
    if head is None:
        asked.leave_canonical(
            message("the draft has no head: give your editor the canonical address {url}", url=asked.canonical)
        )
        return []
    title = next((e for e in places.all if e.tag == "title" and e.parent is head), None)
    if title:
        return [*edits, _after(text, title, [link])]
    return [*edits, (head.inner, head.inner, link)]
