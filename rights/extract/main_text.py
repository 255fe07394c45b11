"""Which blocks of a page are the article's text.

trafilatura says what the main text is; its answer is carried back to the blocks of the shared document, so that the
text keeps its places, links and neighbours.  Then the blocks around it are judged once more: a paragraph of the same
container that was dropped comes back, a caption, byline or teaser that slipped in goes.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections.abc import Sequence

from lxml.etree import _Element
from trafilatura import bare_extraction

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.dom import LIBRARY_ERRORS, Document, MainText
from rights.model import BlockKind

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

#: Blocks beyond this number cost trafilatura too long; such a page is read by its containers alone.
_MAX_BLOCKS = 12_000
_LETTERS = re.compile(r"[\W_]+")
#: Regions that are never part of an article's text, whatever an extractor says.
_NEVER = (regions.CONSENT, regions.COMMENTS, regions.NAV, regions.AD, regions.NEWSLETTER)


def choose(document: Document) -> MainText | None:
    """Mark the blocks of the main text in ``document`` and say where it begins and ends; None where there is none."""
    found = _by_trafilatura(document) if len(document.blocks) <= _MAX_BLOCKS else None
    marked = _marked(document.blocks, found) if found else set()
    if not marked:
        marked = _by_container(document.blocks)
    for block in document.blocks:
        block.in_main = block.index in marked
    document.main = MainText(min(marked), max(marked), frozenset(marked)) if marked else None
    return document.main


def letters(text: str) -> str:
    """The letters and digits alone, lower-case: what two readings of one text have in common."""
    return _LETTERS.sub("", text).lower()


def _by_trafilatura(document: Document) -> list[str]:
    """The pieces of text that trafilatura takes for the article, in its order."""
    try:
        found = bare_extraction(document.root, fast=True, include_comments=False, favor_precision=True)
    except LIBRARY_ERRORS:
        return []
    body = getattr(found, "body", None)
    return _pieces(body) if isinstance(body, _Element) else []


def _pieces(body: _Element) -> list[str]:
    return [key for text in body.itertext() if (key := letters(str(text)))]


def _marked(blocks: Sequence[TextBlock], pieces: list[str]) -> set[int]:
    """The blocks whose text stands in the pieces, in order where it is short."""
    whole = "".join(pieces)
    edges: list[int] = [0]
    for piece in pieces:
        edges.append(edges[-1] + len(piece))
    marked: set[int] = set()
    at = 0
    for block in blocks:
        if block.hidden_by is not None:
            continue
        key = letters(block.text)
        if not key:
            continue
        if len(key) >= 25:
            place = whole.find(key, at)
            if place < 0:
                place = whole.find(key)
            if place < 0 and len(key) > 120:
                half = key[20:80]
                place = whole.find(half, at)
                if place >= 0:
                    key = half
        else:
            place = whole.find(key, at, at + 400)
            while place >= 0 and not (_is_edge(edges, place) and _is_edge(edges, place + len(key))):
                place = whole.find(key, place + 1, at + 400)
        if place >= 0:
            marked.add(block.index)
            if place >= at:
                at = place + len(key)
    return marked


def _is_edge(edges: list[int], place: int) -> bool:
    at = bisect_left(edges, place)
    return at < len(edges) and edges[at] == place


def _by_container(blocks: Sequence[TextBlock]) -> set[int]:
    """The paragraphs of the parent element that holds most paragraph text."""
    weights: dict[object, int] = {}
    for block in blocks:
        if _is_prose(block):
            parent = block.element.getparent()
            weights[parent] = weights.get(parent, 0) + len(block.text)
    if not weights:
        return set()
    best = max(weights, key=lambda parent: weights[parent])
    return {block.index for block in blocks if _is_prose(block) and block.element.getparent() is best}


def _is_prose(block: TextBlock) -> bool:
    return (
        block.hidden_by is None
        and len(block.text) >= 40
        and block.link_density < 0.4
        and block.kind is not BlockKind.CAPTION
        and not block.within(*_NEVER, regions.FOOTER, regions.RELATED)
    )
