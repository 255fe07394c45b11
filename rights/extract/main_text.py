"""Which blocks of a page are the article's text.

Where the text is plain to see (`text_runs`) nothing else is asked.  On all other pages trafilatura says what it is;
its answer is carried back to the blocks of the shared document, so that the text keeps its places, links and
neighbours.  Then the blocks are judged once more by what the document knows about them: a paragraph of the same
container that was dropped comes back, a caption or teaser that slipped in goes.
"""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from copy import copy

from lxml.etree import _Element, strip_elements
from lxml.html import HtmlElement

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.dom import LIBRARY_ERRORS, Document, MainText
from rights.extract.edges import without_edges
from rights.extract.text_blocks import is_no_sentence, is_prose, may_be_text, total_length
from rights.extract.text_runs import plain_text

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

#: Elements, blocks and characters beyond which trafilatura takes too long; such a page is read by its containers alone.
#: Its time grows with the square of the paragraphs (12 s for 10,000); the largest of 530 labelled pages has 1,200 blocks.
_MAX_ELEMENTS, _MAX_BLOCKS, _MAX_CHARS = 30_000, 4_000, 4_000_000
#: What is no text of an article wherever it stands; scripts that hold JSON are read for it.
_DROPPED = (
    "style", "svg", "noscript", "iframe", "template", "link", "button", "select", "canvas", "input", "object", "embed",
    "textarea", "video", "audio", "map", "math", "nav", "footer", "aside", "menu",
)  # fmt: skip
_PROSE_TAGS = frozenset(("p", "h2", "h3", "h4", "li", "blockquote"))


def choose(document: Document, title_block: int | None = None) -> MainText | None:
    """Mark the blocks of the main text in ``document`` and say where it begins and ends; None where there is none.

    ``title_block`` is the block that shows the title: it is no text, and what stands under it may be a lead.
    """
    blocks = document.blocks
    plain = plain_text(blocks, title_block)
    if plain is not None:
        return _mark(document, _refined(blocks, plain, title_block))
    small = document.elements <= _MAX_ELEMENTS and len(document.source) <= _MAX_CHARS and len(blocks) <= _MAX_BLOCKS
    marked = _marked(blocks, _by_trafilatura(document)) if small else set()
    if _prose_share(blocks, marked) < 0.5:
        contained = _by_container(blocks)
        if _prose(blocks, contained) > 1.5 * _prose(blocks, marked):
            marked = contained
    return _mark(document, _refined(blocks, marked, title_block))


def _mark(document: Document, marked: set[int]) -> MainText | None:
    for block in document.blocks:
        block.in_main = block.index in marked
    document.main = MainText(min(marked), max(marked), frozenset(marked)) if marked else None
    return document.main


def letters(text: str) -> str:
    """The letters and digits alone, lower-case: what two readings of one text have in common."""
    return "".join(filter(str.isalnum, text)).lower()


def _by_trafilatura(document: Document) -> list[str]:
    """The pieces of text that trafilatura takes for the article, in its order."""
    from trafilatura import bare_extraction  # 0.3 s, and half of all pages do without

    try:
        found = bare_extraction(_lean_copy(document.root), fast=True, include_comments=False)
    except LIBRARY_ERRORS:
        return []
    body = getattr(found, "body", None)
    if not isinstance(body, _Element):
        return []
    return [key for text in body.itertext() if (key := letters(str(text)))]


def _lean_copy(root: HtmlElement) -> HtmlElement:
    """The tree without what trafilatura drops after it has searched it with many patterns: a fourth of its time."""
    lean = copy(root)
    strip_elements(lean, *_DROPPED, with_tail=False)
    for script in list(lean.iter("script")):
        if "json" not in (script.get("type") or ""):
            script.drop_tree()
    return lean


def _marked(blocks: Sequence[TextBlock], pieces: list[str]) -> set[int]:
    """The blocks whose text stands in the pieces, in order where it is short."""
    whole = "".join(pieces)
    edges: list[int] = [0]
    for piece in pieces:
        edges.append(edges[-1] + len(piece))
    marked: set[int] = set()
    at = 0
    for block in blocks if whole else ():
        key = letters(block.text) if block.hidden_by is None else ""
        if not key:
            continue
        if len(key) >= 25:
            place = whole.find(key, at)
            if place < 0:
                place = whole.find(key)
            if place < 0 and len(key) > 120:
                key = key[20:80]
                place = whole.find(key, at)
        else:
            place = whole.find(key, at, at + 400)
            while place >= 0 and not (_is_edge(edges, place) and _is_edge(edges, place + len(key))):
                place = whole.find(key, place + 1, at + 400)
        if place >= 0:
            marked.add(block.index)
            at = max(at, place + len(key))
    return marked


def _is_edge(edges: list[int], place: int) -> bool:
    at = bisect_left(edges, place)
    return at < len(edges) and edges[at] == place


def _refined(blocks: Sequence[TextBlock], marked: set[int], title_block: int | None) -> set[int]:
    kept = {index for index in marked if index != title_block and not is_no_sentence(blocks[index])}
    if title_block is not None and blocks[title_block].tag == "h1":
        before = {index for index in kept if index < title_block}
        if total_length(blocks, before) * 4 < total_length(blocks, kept):
            kept -= before
    if _linked(blocks, kept) > 0.75:
        return set()
    if kept:
        kept |= _dropped_within(blocks, kept)
        kept |= _lead(blocks, min(kept), title_block)
    return without_edges(blocks, _without_afterword(blocks, kept))


def _without_afterword(blocks: Sequence[TextBlock], kept: set[int]) -> set[int]:
    """The text without the site's own words behind the article, where nearly all of the text stands in one."""
    inside = {index for index in kept if blocks[index].within(regions.ARTICLE, regions.BODY)}
    if total_length(blocks, inside) < 0.9 * total_length(blocks, kept):
        return kept
    last = max(inside, default=-1)
    return {index for index in kept if index in inside or index < last}


def _dropped_within(blocks: Sequence[TextBlock], kept: set[int]) -> set[int]:
    """Blocks between the first and the last that stand beside kept ones in the same container."""
    parents = Counter(blocks[index].element.getparent() for index in kept)
    texts = {blocks[index].text for index in kept}
    back = set()
    for block in blocks[min(kept) : max(kept)]:
        if block.index in kept or block.text in texts or not may_be_text(block):
            continue
        parent = block.element.getparent()
        around = parent.getparent() if parent is not None and block.tag == "li" else None
        tag_fits = block.tag in _PROSE_TAGS or (block.tag == "div" and block.words >= 10)
        if tag_fits and max(parents.get(parent, 0), parents.get(around, 0)) >= 3:
            back.add(block.index)
    return back


def _lead(blocks: Sequence[TextBlock], first: int, title_block: int | None) -> set[int]:
    """The lead between the title and the text."""
    if title_block is None or first <= title_block:
        return set()
    return {
        block.index
        for block in blocks[max(title_block + 1, first - 11) : first]
        if block.tag in ("p", "h2", "h3", "div")
        and block.words >= 8
        and block.link_density < 0.3
        and may_be_text(block)
        and not block.within(regions.BYLINE, regions.FIGURE)
        and not is_no_sentence(block)
    }


def _by_container(blocks: Sequence[TextBlock]) -> set[int]:
    """The paragraphs of the parent element that holds most paragraph text."""
    weights: Counter[object] = Counter()
    for block in blocks:
        if is_prose(block):
            weights[block.element.getparent()] += len(block.text)
    if not weights:
        return set()
    best = weights.most_common(1)[0][0]
    return {block.index for block in blocks if is_prose(block) and block.element.getparent() is best}


def _prose(blocks: Sequence[TextBlock], indexes: set[int]) -> int:
    return sum(len(blocks[index].text) for index in indexes if is_prose(blocks[index]))


def _prose_share(blocks: Sequence[TextBlock], indexes: set[int]) -> float:
    return _prose(blocks, indexes) / max(1, total_length(blocks, indexes))


def _linked(blocks: Sequence[TextBlock], indexes: set[int]) -> float:
    """The share of link text: a list of links is no article."""
    linked = sum(blocks[index].link_density * len(blocks[index].text) for index in indexes)
    return linked / max(1, total_length(blocks, indexes))
