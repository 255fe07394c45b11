"""A line of text with its links, read from plain text, Markdown or HTML source, as a reader would see it.

The credit classifier works on a `Line`: visible text plus the spans of that text that are links.  A page's block
becomes one directly; a bare line from a file is stripped of its markup here first.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rights.patterns import late

#: Characters of a line that are looked at; a credit line that starts later than this is none.
MAX_LINE = 2400


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link inside a line: the half-open span of its visible text, where it leads, and its rel tokens."""

    start: int
    end: int
    href: str
    rel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Visible text and the links in it, in reading order."""

    text: str
    anchors: tuple[Anchor, ...] = ()

    def anchor_text(self, anchor: Anchor) -> str:
        """The visible words of a link."""
        return self.text[anchor.start : anchor.end]

    def cut(self, start: int, end: int) -> Line:
        """The part between two offsets, with the links that lie in it."""
        inside = tuple(
            Anchor(max(a.start, start) - start, min(a.end, end) - start, a.href, a.rel)
            for a in self.anchors
            if a.start < end and a.end > start
        )
        return Line(self.text[start:end], inside)


_LINK = late(
    r"<a\b(?P<attrs>[^>]{0,2000})>(?P<html_text>.{0,600}?)</a>"
    r"|!\[[^\]\n]{0,300}\]\([^)\n]{0,800}\)"
    r"|\[(?P<md_text>(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,600})\](?:\((?P<md_href>[^()\n]{0,800}(?:\([^()\n]{0,200}\)[^()\n]{0,400})?)(?:\)|$)"
    r"|\[(?P<md_ref>[^\]\n]{0,60})\])"
    r"|<(?P<auto>https?://[^<>\n]{1,800})>"
    r"|(?P<bare>https?://[^\s<>()\[\]「」（），。]{1,800})",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = late(r"https?://[^\s<>()\[\]「」（），。]{1,800}", re.IGNORECASE)
_HREF = late(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_REL = late(r"""rel\s*=\s*["']?([\w \-]+)""", re.IGNORECASE)
_TAG = late(r"<!--.{0,400}?-->|</?[a-zA-Z][^<>]{0,1500}>", re.DOTALL)
_LEAD = late(r"^(?:\s|>|#{1,6}\s|[-*+]\s|:::\s?\w*|\d+\.\s(?=\S*[\[(]))+")
_EMPHASIS = late(r"\*{1,3}|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|`+|\\(?=[_*\[\]()#.-])|:::|~~")
_INNER_QUOTE = late(r"(?<=\s)>\s(?=\S)")
_SPACES = late(r"[^\S\n]+")
_BREAKS = late(r"\s*\n\s*|\s*\\n\s*|_x000D_")
_URL_TAIL = late(r"[.,;:!?'\"*_»”]+$")


def is_source(text: str) -> bool:
    """True for visible text that still holds markup or escapes: a line of source shown as it is."""
    return text[:1] in ("_", "*") or "](" in text or "<a " in text or "][" in text or "\\n" in text


def with_addresses(line: Line) -> Line:
    """The line with the web addresses that are written out in it as links as well."""
    known = {at for anchor in line.anchors for at in (anchor.start, anchor.end - 1)}
    added = [
        Anchor(found.start(), found.start() + len(url), url)
        for found in _ADDRESS.finditer(line.text)
        if (url := _URL_TAIL.sub("", found.group())) and not any(found.start() <= at < found.end() for at in known)
    ]
    return Line(line.text, tuple(sorted((*line.anchors, *added), key=lambda a: a.start))) if added else line


def read_line(source: str) -> Line:
    """Read a line from plain text, Markdown or HTML source; at most `MAX_LINE` visible characters of it."""
    source = source[: MAX_LINE * 3]
    pieces: list[str] = []
    anchors: list[Anchor] = []
    length = 0

    def add(text: str) -> None:
        nonlocal length
        if pieces and pieces[-1][-1:] in (" ", "\n", "") and text[:1] == " ":
            text = text[1:]
        if text:
            pieces.append(text)
            length += len(text)

    for text, href, rel, is_link in _links(_LEAD.sub("", source)):
        if not is_link:
            add(text)
            continue
        start = length
        add(text)
        lead = len(text) - len(text.lstrip())
        anchors.append(Anchor(start + lead, start + len(text.rstrip()) if text else start, href, rel))
    whole = "".join(pieces)
    return Line(whole[:MAX_LINE], tuple(a for a in anchors if a.start < MAX_LINE))


def _links(source: str) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    at = 0
    for found in _LINK.finditer(source):
        yield _plain(source[at : found.start()]), "", (), False
        at = found.end()
        if found["attrs"] is not None:
            href = _HREF.search(found["attrs"])
            rel = _REL.search(found["attrs"])
            target = html.unescape(next((g for g in href.groups() if g is not None), "")) if href else ""
            rels = tuple(rel.group(1).lower().split()) if rel else ()
            yield _plain(found["html_text"]), target.strip(), rels, href is not None
        elif found["md_text"] is not None:
            target = (found["md_href"] or "").strip()
            if found["md_ref"] is not None:
                target = "" if re.fullmatch(r"[\w\-.]*", found["md_ref"]) else found["md_ref"]
            yield _plain(found["md_text"]), target.strip("<>").split(' "')[0], (), True
        elif found["auto"]:
            yield found["auto"], found["auto"], (), True
        elif found["bare"]:
            tail = _URL_TAIL.search(found["bare"])
            url = found["bare"][: tail.start()] if tail else found["bare"]
            yield url, url, (), True
            yield found["bare"][len(url) :], "", (), False
    yield _plain(source[at:]), "", (), False


def _plain(source: str) -> str:
    """Source between links without tags, entities and emphasis; one space for many, line breaks kept as one."""
    if "<" in source:
        source = _TAG.sub(lambda tag: "\n" if tag.group()[:3].lower() in ("<br", "</p") else "", source)
    if "&" in source:
        source = html.unescape(source)
    source = _BREAKS.sub("\n", source.replace("\xa0", " "))
    source = _INNER_QUOTE.sub("\n", _EMPHASIS.sub("", source))
    return _SPACES.sub(" ", source)
