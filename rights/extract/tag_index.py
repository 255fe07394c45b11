"""The elements of a page that are asked for by their tags, found in one walk: each walk of its own costs as much."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from lxml.etree import Comment
from lxml.html import HtmlElement

#: What the readers of a page ask for.
_KEPT = (
    "amp-ad", "amp-auto-ads", "amp-embed", "amp-iframe", "amp-img", "amp-sticky-ad", "article", "atom:rights", "base", "cc:license",
    "creativecommons:license", "dc:rights", "dcterms:license", "embed", "form", "frameset", "h1", "iframe", "img", "input", "ins", "link",
    "main", "meta", "noscript", "object", "rights", "script", "source", "style", "time", "title",
)  # fmt: skip


class TagIndex:
    """The elements under one root by tag, in document order; made when it is first asked."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._given: dict[tuple[object, ...], Sequence[HtmlElement]] = {}

    @cached_property
    def _found(self) -> list[HtmlElement]:
        return list(self._root.iter(*_KEPT, Comment))

    @cached_property
    def _by_tag(self) -> dict[object, list[HtmlElement]]:
        found: dict[object, list[HtmlElement]] = {tag: [] for tag in (*_KEPT, Comment)}
        for element in self._found:
            found[element.tag].append(element)
        return found

    def of(self, *tags: object) -> Sequence[HtmlElement]:
        """The elements with one of these tags in document order; `lxml.etree.Comment` stands for comments."""
        if len(tags) == 1 and tags[0] in self._by_tag:
            return self._by_tag[tags[0]]
        if tags not in self._given:
            known = all(tag in self._by_tag for tag in tags)
            chosen = [self._by_tag[tag] for tag in tags if known and self._by_tag[tag]]
            if known and len(chosen) < 2:
                self._given[tags] = chosen[0] if chosen else ()
            elif known:
                wanted = frozenset(tags)
                self._given[tags] = [element for element in self._found if element.tag in wanted]
            else:
                self._given[tags] = list(self._root.iter(*tags))
        return self._given[tags]
