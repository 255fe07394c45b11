"""JSON-LD as it stands on real pages: read leniently, bounded in size, depth and number of nodes.

What is met in the wild and read all the same: HTML comments and CDATA around the block, trailing commas and
semicolons, raw line breaks inside strings, entities instead of quotation marks, several objects in a row.  What
cannot be read is skipped: markup that is broken says nothing.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from rights.patterns import late

Node: TypeAlias = Mapping[str, Any]

#: Limits a page: characters of one block, blocks, nodes in all, and levels of nesting.
MAX_CHARS, MAX_BLOCKS, MAX_NODES, MAX_DEPTH = 1_000_000, 60, 5_000, 24

_OPENING = late(r"(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)")
_CLOSING = late(r"(?:-->|(?://|/\*)?\s?\]\]>(?:\s?\*/)?)$")
_TRAILING_COMMA = late(r",(?=\s*[}\]])")
_BLANK = " \t\r\n\f\v;\ufeff\xa0"
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class JsonLd:
    """All nodes of a page's JSON-LD in document order, nested ones included; ``top`` are those not inside another."""

    nodes: tuple[Node, ...] = ()
    top: tuple[Node, ...] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)

    def of_type(self, *types: str) -> tuple[Node, ...]:
        """The nodes that have one of the types, whatever the case of the name and the vocabulary's prefix."""
        wanted = {name.lower() for name in types}
        return tuple(node for node in self.nodes if wanted.intersection(types_of(node)))

    def values(self, node: Node, key: str) -> tuple[Any, ...]:
        """The values of a property as a flat tuple, references to other nodes of the page resolved."""
        return tuple(self._resolved(value) for value in _flat(property_of(node, key)))

    def texts(self, node: Node, key: str) -> tuple[str, ...]:
        """The values of a property as text: strings, numbers, or the name of a node."""
        found = (text_of(value) for value in self.values(node, key))
        return tuple(text for text in found if text)

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, Mapping) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value


def property_of(node: Node, key: str) -> Any:
    """The property's value, also where it is written with the vocabulary's prefix."""
    for name in (key, f"schema:{key}", f"http://schema.org/{key}", f"https://schema.org/{key}"):
        if name in node:
            return node[name]
    return None


def types_of(node: Node) -> frozenset[str]:
    """The node's types in lower case without their vocabulary."""
    given = node.get("@type")
    if isinstance(given, str):
        return _type_names((given,))
    return _type_names(tuple([kind for kind in _flat(given) if isinstance(kind, str)]))


@lru_cache(maxsize=4096)
def _type_names(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset(re.split(r"[/#:]", kind)[-1].strip().lower() for kind in kinds)


def text_of(value: Any) -> str | None:
    """A value as a reader would say it: the text itself, or a node's name."""
    if isinstance(value, Mapping):
        value = next((value[k] for k in ("name", "@value") if isinstance(value.get(k), str)), None)
    if isinstance(value, bool) or value is None:
        return None
    if not isinstance(value, str | int | float):
        return None
    return html.unescape(str(value)).strip() or None


def href_of(value: Any) -> str | None:
    """A value as an address: a string, or a node's url, else its id."""
    if isinstance(value, Mapping):
        candidates = (value.get("url"), value.get("@id"), value.get("sameAs"))
        value = next((c for candidate in candidates for c in _flat(candidate) if isinstance(c, str)), None)
    return value.strip() or None if isinstance(value, str) else None


def read_jsonld(blocks: Iterable[str]) -> JsonLd:
    """Read the texts of a page's ``application/ld+json`` blocks; never raises."""
    top: list[Node] = []
    nodes: list[Node] = []
    for number, block in enumerate(blocks):
        if number >= MAX_BLOCKS or len(nodes) >= MAX_NODES:
            break
        for value in parse_lenient(block):
            top.extend(_tops(value))
            for node in _walk(value, 0):
                nodes.append(node)
                if len(nodes) >= MAX_NODES:
                    break
    by_id: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(by_id.get(name, ())):
            by_id[name] = node
    return JsonLd(tuple(nodes), tuple(top), by_id)


def parse_lenient(text: str) -> list[Any]:
    """The JSON values that stand in ``text``, mended where the mistake is a common one; [] where none can be read."""
    if not text or len(text) > MAX_CHARS:
        return []
    text = text.strip(_BLANK)
    if opening := _OPENING.match(text):
        text = _CLOSING.sub("", text[opening.end() :].rstrip(_BLANK))
    values: list[Any] = []
    for mended in _mended(text):
        values, whole = _decoded(mended)
        if whole:
            return values
    return values


def _mended(text: str) -> Iterator[str]:
    yield text
    yield _TRAILING_COMMA.sub("", text)
    yield _TRAILING_COMMA.sub("", html.unescape(text))


def _decoded(text: str) -> tuple[list[Any], bool]:
    """Values that stand one after another, and whether all of the text was read."""
    values: list[Any] = []
    at = 0
    while len(values) < MAX_BLOCKS:
        while at < len(text) and (text[at] in _BLANK or text[at] == ","):
            at += 1
        if at >= len(text):
            return values, True
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values, False
        values.append(value)
    return values, True


def _tops(value: Any) -> Iterator[Node]:
    for item in _flat(value):
        if isinstance(item, Mapping):
            graph = item.get("@graph")
            if graph is not None and "@type" not in item:
                yield from (node for node in _flat(graph) if isinstance(node, Mapping))
            else:
                yield item


def _walk(value: Any, depth: int) -> Iterator[Node]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            if isinstance(inner, Mapping | list):
                yield from _walk(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, Mapping | list):
                yield from _walk(inner, depth + 1)


def _flat(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(value[:500])
    return (value,)
