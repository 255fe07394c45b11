"""Webmention and pingback: a site tells us that it links to a work.

Limits: anybody can send one; the claim is checked by fetching the source, later and through the crawler, never while
the sender waits.  The endpoint answers 202 for a claim in good form and 400 otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from rights import urls
from rights.discover.lead import Lead
from rights.discover.markup import elements
from rights.discover.xml import plain
from rights.errors import InputError, SourceError
from rights.model import Page

_ADDRESS = 2_048
_BODY = 64 * 1024


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim that the page ``source`` links to ``target``."""

    source: str
    target: str

    def lead(self, at: datetime, kind: str = "webmention") -> Lead:
        """The lead that the claim is worth."""
        return Lead(url=self.source, source=kind, found_at=self.target, work=self.target, seen=at)


def read_webmention(form: Mapping[str, str], own: Iterable[str]) -> Mention:
    """The claim of a form with ``source`` and ``target``.

    Raises `InputError`, to be answered with 400, where one is no address, both are the same, the target is not on one
    of our ``own`` domains or the source is.
    """
    return _checked(form.get("source", ""), form.get("target", ""), tuple(own))


def read_pingback(body: bytes, own: Iterable[str]) -> Mention:
    """The claim of an XML-RPC call ``pingback.ping(source, target)``; raises `InputError` for any other body."""
    if len(body) > _BODY:
        raise InputError(f"pingback: longer than {_BODY} bytes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        call = etree.fromstring(plain(body, "pingback"), parser)
    except (etree.XMLSyntaxError, SourceError, ValueError) as wrong:
        raise InputError(f"pingback: not an XML-RPC call: {wrong}") from wrong
    if call.tag != "methodCall" or (call.findtext("methodName") or "").strip() != "pingback.ping":
        raise InputError("pingback: not a call of pingback.ping")
    values = ["".join(map(str, value.itertext())).strip() for value in call.iterfind("params/param/value")]
    if len(values) != 2:
        raise InputError(f"pingback: {len(values)} parameters, expected source and target")
    return _checked(values[0], values[1], tuple(own))


def _checked(source: str, target: str, own: tuple[str, ...]) -> Mention:
    for name, url in (("source", source), ("target", target)):
        if len(url) > _ADDRESS or not urls.is_web(url):
            raise InputError(f"{name}: not an http(s) address")
    if urls.same_page(source, target):
        raise InputError("source and target are the same page")
    if not urls.under(target, own):
        raise InputError("target: not a page of ours")
    if urls.under(source, own):
        raise InputError("source: a page of our own")
    return Mention(urls.normalise(source), urls.normalise(target))


def mentions(page: Page, target: str) -> bool:
    """True when the page really holds the target's address: as a link or source in HTML, in a JSON value, or in text."""
    kind = page.media_type or ""
    if page.status != 200 or not page.body.strip():
        return False
    if "html" in kind or "xml" in kind:
        found = (element.get(name) for element in elements(page) for name in ("href", "src", "cite"))
        return any(urls.same_page(urls.absolute(page.final_url, value), target) for value in found if value)
    said = page.body.decode("utf-8", "replace")
    if "json" in kind:
        try:
            return _in_json(json.loads(said), target)
        except (ValueError, RecursionError):
            return False
    return target in said


def _in_json(value: object, target: str, depth: int = 0) -> bool:
    if isinstance(value, str):
        return urls.same_page(value, target)
    inner: Iterable[object] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return depth < 50 and any(_in_json(one, target, depth + 1) for one in inner)
