"""The one walk over a page that fills the census of money; how much is looked at is capped here."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

from rights import urls
from rights.extract.commercial_census import Census, LinkSeen, Resource
from rights.extract.dom import Document
from rights.patterns import late

#: Characters of inline script that are read, of one (its head and its tail) and of all: news pages carry 100,000 to
#: 900,000, nearly all of it state and program, not calls.
_ONE_SCRIPT, _ALL_SCRIPTS = 40_000, 320_000
_MAX_RESOURCES, _MAX_LINKS = 1_500, 4_000
_HOST = late(r"(?:https?:)?//([^/?#:\s]+)")
_SRC = ("src", "data-src", "data-lazy-src", "data-original", "data-cmp-src", "data-suppressedsrc", "data-cookieblock-src", "data-borlabs-script-blocker-src",
        "data-borlabs-cookie-src", "data-usercentrics-src", "data-cookiefirst-src", "data-rocket-src", "data-litespeed-src", "data-uc-src", "data-consent-src",
        "data-ezsrc", "data-iframe-src", "data-url", "data-href")  # fmt: skip
_ONE = late(r"\s*[01](?:\.0+)?(?:px)?\s*$")


def take_census(document: Document, url: str | None = None) -> Census:
    """Walk the page once; sizes are capped so that no page costs more than a large newspaper's.

    ``url`` is where the page says that it stands, for a file whose address is not known.
    """
    url = document.url or url
    census = Census(document, url, urls.site(url))
    left = _ALL_SCRIPTS
    for element in document.tagged(
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
            if text and left > 0 and "ld+json" not in attributes.get("type", ""):
                if len(text) > _ONE_SCRIPT:
                    text = text[: _ONE_SCRIPT * 3 // 4] + "\n" + text[-_ONE_SCRIPT // 4 :]
                text = text[:left].lower().encode("ascii", "ignore").decode()
                left -= len(text)
                census.scripts.append((text, element))
            if len(attributes) < 2:
                continue
        if len(census.resources) < _MAX_RESOURCES:
            _add_resource(census, element, str(tag), attributes)
    census.code = "\n".join(text for text, _ in census.scripts)
    at = 0
    for text, _ in census.scripts:
        census.code_starts.append(at)
        at += len(text) + 1
    census.names = document.classes
    census.ids = frozenset(value for value in document.ids if len(value) < 200)
    for number, anchor in enumerate(document.links[:_MAX_LINKS]):
        href = anchor.href[:600]
        found = _HOST.match(href)
        text = (anchor.text or anchor.alt)[:120]
        census.links.append(
            LinkSeen(href, found.group(1).lower() if found else "", " ".join(text.lower().split()), anchor, number)
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
