"""CSS selectors that find exactly one element of a page again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxml import etree
from lxml.html import HtmlElement

from rights.patterns import late

_ALL_IDS = etree.XPath("//@id", smart_strings=False)
_IDENT = late(r"[A-Za-z][A-Za-z0-9_-]*\Z")
#: Tags that can stand in a selector as they are; any other might be a name that CSS reads otherwise.
_PLAIN_TAGS = frozenset(
    (
        "a abbr address article aside b blockquote button center cite code dd details div dl dt em fieldset "
        "figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img ins label li main nav noscript "
        "ol p pre q s section small span strong sub sup table tbody td tfoot th thead time tr u ul video audio "
        "script style link meta"
    ).split()
)


class Selectors:
    """The selectors of one page, by the nearest id that only one element bears; each is named once."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._known: dict[HtmlElement, str] = {}

    def of(self, element: HtmlElement) -> str:
        """The selector of an element."""
        known = self._known.get(element)
        if known is not None:
            return known
        chain: list[HtmlElement] = []
        around: HtmlElement | None = element
        prefix = ""
        while around is not None:
            if around in self._known:
                prefix = self._known[around]
                break
            if around.tag in ("body", "html") or self._unique_id(around):
                prefix = str(around.tag) if around.tag in ("body", "html") else f"#{around.get('id')}"
                self._known[around] = prefix
                break
            chain.append(around)
            around = around.getparent()
        for step in reversed(chain):
            self._name_children(step.getparent(), prefix)
            prefix = self._known.setdefault(step, prefix)
        return prefix

    def _name_children(self, parent: HtmlElement | None, prefix: str) -> None:
        """Name all children of an element at once, so that a page's links are named in linear time."""
        if parent is None:
            return
        counts: dict[str, int] = {}
        known = self._known
        start = f"{prefix} > " if prefix else ""
        if len(parent) == 1 and parent[0].tag in _PLAIN_TAGS:
            known.setdefault(parent[0], f"{start}{parent[0].tag}:nth-of-type(1)")
            return
        for place, child in enumerate(parent.iterchildren("*"), 1):
            tag = child.tag
            counts[tag] = counts.get(tag, 0) + 1
            if child not in known:
                step = f"{tag}:nth-of-type({counts[tag]})" if tag in _PLAIN_TAGS else f"*:nth-child({place})"
                known[child] = start + step

    @cached_property
    def _ids(self) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        values = _ALL_IDS(self._root)
        for value in values if isinstance(values, list) else ():
            counts[str(value)] = counts.get(str(value), 0) + 1
        return counts

    def _unique_id(self, element: HtmlElement) -> bool:
        value = element.get("id")
        return bool(value and _IDENT.match(value)) and self._ids.get(value, 0) == 1
