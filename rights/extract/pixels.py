"""Tracking pixels that publishers ask republishers to keep, with the article's id that they carry.

A pixel is found in whatever form an editor or a plugin left it: as written, with ``&amp;`` doubled, moved to a
lazy-loading attribute, in a noscript, in escaped source that readers would see as text, or as a bare address.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from lxml.html import HtmlElement

from rights import urls
from rights.extract.dom import Document
from rights.model import Pixel
from rights.patterns import late

_ADDRESSES = ("src", "href", "data", "srcset")
_MAX_FOUND = 100


@dataclass(frozen=True, slots=True)
class Signature:
    """One publisher's pixel: a literal that stands in every form of it, what its address matches, where the id is."""

    kind: str
    literal: str
    pattern: re.Pattern[str]
    article_id: Callable[[str], str | None]


def _in_path(pattern: str) -> Callable[[str], str | None]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def read(src: str) -> str | None:
        found = compiled.search(src)
        return found.group(1) if found else None

    return read


def _in_query(*names: str) -> Callable[[str], str | None]:
    def read(src: str) -> str | None:
        try:
            query = parse_qs(urlsplit(src).query)
        except ValueError:
            return None
        return next((query[name][0] for name in names if query.get(name)), None)

    return read


def _signature(kind: str, literal: str, pattern: str, article_id: Callable[[str], str | None]) -> Signature:
    return Signature(kind, literal, re.compile(pattern, re.IGNORECASE), article_id)


SIGNATURES: tuple[Signature, ...] = (
    _signature(
        "the-conversation", "counter.theconversation.", r"counter\.theconversation\.(?:com|edu\.au|org\.au)(?:/|$)",
        _in_path(r"/content/(\d{1,12})(?:/|$)"),
    ),
    _signature("propublica", "pixel.propublica.org", r"pixel\.propublica\.org/", _in_query("url", "id")),
    _signature(
        "republication-tracker", "republication-pixel", r"[?&]republication-pixel=", _in_query("post", "post_id", "p")
    ),
    _signature("prnewswire", "rt.prnewswire.com", r"rt\.prnewswire\.com/", _in_query("NewsItemId", "newsitemid", "id")),
    _signature("matomo", "rec=1", r"(?:matomo|piwik)\.php\?|/js/\?", _in_query("url", "action_name")),
    _signature("parsely", "cdn.parsely.com", r"cdn\.parsely\.com/keys/", _in_path(r"/keys/([\w.-]+)/")),
    _signature("pixel-ping", "/pixel.gif?key=", r"/pixel\.gif\?key=", _in_query("key")),
    _signature("vgwort", "vgwort.de", r"\.vgwort\.de/na/", _in_path(r"/na/(?:vgzm\.)?([\w.-]+)")),
)  # fmt: skip

#: Analytics that a site uses for itself, too: a publisher's pixel only where they report to another site.
_SHARED = frozenset(("matomo", "parsely"))
_EDGE = late(r"[\s\"'<>()\\`|{}]")
_LOADERS = frozenset("img script iframe link source amp-pixel amp-img object embed input".split())

#: The id that the tracker tool gives its image; without an address it is a stripped pixel.
_TRACKER_ID = "republication-tracker-tool-source"
_TRACK_VIEW = late(r"trackPageView\(\s*\{[^}]{0,400}?\burl\s*:\s*[\"']([^\"']{4,400})[\"']")


def find_pixels(document: Document) -> tuple[Pixel, ...]:
    """Every publisher's pixel of the page, in document order, each address once.

    ``lazy`` is True where the address stands in an attribute that only a script moves to ``src``, in an element that
    a browser does not load, or as mere text.
    """
    source = document.source
    present = [signature for signature in SIGNATURES if _stands_in(source, signature)]
    if "trackPageView" not in source:
        present = [signature for signature in present if signature.kind != "parsely"]
    tracker = _TRACKER_ID in source
    if not present and not tracker:
        return ()
    found: dict[tuple[str, str], Pixel] = {}
    for element, text, lazy in () if not present else _places(document, [signature.literal for signature in present]):
        for signature in present:
            for src in _addresses(signature, text):
                key = (signature.kind, re.sub(r"^https?:", "", src))
                if key in found and (lazy or not found[key].lazy):
                    continue
                if signature.kind in _SHARED and not _reports_elsewhere(document, src, text):
                    continue
                identity = _viewed(text) if signature.kind == "parsely" else signature.article_id(src)
                found[key] = Pixel(
                    kind=signature.kind, src=src, article_id=identity, selector=document.selector(element), lazy=lazy
                )
        if len(found) >= _MAX_FOUND:
            break
    if tracker and not any(kind == "republication-tracker" for kind, _ in found):
        for element in document.root.xpath("//*[@id=$id]", id=_TRACKER_ID):
            found["republication-tracker", ""] = Pixel(
                kind="republication-tracker",
                src=element.get("src") or "",
                selector=document.selector(element),
                lazy=True,
            )
    return tuple(found.values())


def _stands_in(source: str, signature: Signature) -> bool:
    """A quick look at the source: is there an address of this signature at all?"""
    at = source.find(signature.literal)
    for _ in range(_MAX_FOUND):
        if at < 0:
            return False
        if signature.pattern.search(_plain(source[max(0, at - 200) : at + 300])):
            return True
        at = source.find(signature.literal, at + 300)
    return False


def _addresses(signature: Signature, text: str) -> Iterator[str]:
    """The addresses around each place where the signature's literal stands."""
    at = text.find(signature.literal)
    while at >= 0:
        window = text[max(0, at - 300) : at]
        edges = [edge.end() for edge in _EDGE.finditer(window)]
        start = at - len(window) + (edges[-1] if edges else 0)
        end = _EDGE.search(text, at, at + 500)
        stop = end.start() if end else min(len(text), at + 500)
        src = text[start:stop].rstrip(",;&.")
        if signature.pattern.search(src):
            yield src
        at = text.find(signature.literal, max(stop, at + 1))


def _reports_elsewhere(document: Document, src: str, text: str) -> bool:
    if "cdn.parsely.com" in src:
        return _viewed(text) is not None and not urls.same_site(_viewed(text), document.url)
    host = urls.host(document.resolve(src))
    own = urls.host(document.url)
    return bool(host and own) and not urls.same_site(document.resolve(src), document.url)


def _viewed(text: str) -> str | None:
    viewed = _TRACK_VIEW.search(text)
    return viewed.group(1) if viewed else None


def _places(document: Document, stems: list[str]) -> Iterator[tuple[HtmlElement, str, bool]]:
    """Where an address with one of the stems stands: attributes of any element, inline scripts, text, comments."""
    condition = " or ".join(f"contains(., $s{number})" for number in range(len(stems)))
    named = {f"s{number}": stem for number, stem in enumerate(stems)}
    for value in document.root.xpath(f"//@*[{condition}]", **named):
        element, name = value.getparent(), value.attrname
        loaded = name in _ADDRESSES and element.tag in _LOADERS
        yield element, _plain(str(value)), not loaded or _unloaded(element)
    for text in document.root.xpath(f"//text()[{condition}]", **named):
        element = text.getparent()
        script = element.tag == "script" and not text.is_tail and "template" not in (element.get("type") or "")
        yield (element.getparent() if text.is_tail else element), _plain(str(text)), not script


def _unloaded(element: HtmlElement) -> bool:
    return any(around.tag in ("template", "textarea", "noscript") for around in element.iterancestors())


def _plain(text: str) -> str:
    """An address as the browser would ask for it, however often its ampersands were escaped."""
    for _ in range(3):
        if "&amp;" not in text and "&#" not in text and "&quot;" not in text:
            break
        text = html.unescape(text)
    text = text.replace("\\/", "/").replace("\\u0026", "&")
    return unquote(text) if "%2F" in text or "%2f" in text else text
