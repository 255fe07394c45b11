"""The page's links and where each stands relative to the article."""

from __future__ import annotations

from collections.abc import Mapping

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.dom import Document
from rights.extract.facts import Facts
from rights.model import Link, Position

#: Blocks before and after the article's text that still belong to it, unless their region says otherwise.
REACH = 20
_OUTSIDE = (
    regions.NAV,
    regions.COMMENTS,
    regions.RELATED,
    regions.CONSENT,
    regions.AD,
    regions.NEWSLETTER,
    regions.ASIDE,
)
_LIMIT = 5_000


def position_of(document: Document, facts: Facts, block: TextBlock | None) -> Position:
    """Where a block stands relative to the article."""
    if block is None or block.index < 0:
        return Position.OUTSIDE
    if block.index == facts.title_block:
        return Position.TITLE
    if block.index in facts.byline_blocks:
        return Position.BYLINE
    if block.in_main:
        return Position.BODY
    main = document.main
    if main is None or block.within(*_OUTSIDE):
        return Position.OUTSIDE
    inside = block.within(regions.ARTICLE, regions.BODY)
    if main.first < block.index < main.last:
        return Position.BODY
    if block.index < main.first:
        near = main.first - block.index <= REACH
        return Position.TOP if near and (inside or not block.within(regions.HEADER)) else Position.OUTSIDE
    near = block.index - main.last <= REACH
    return Position.BOTTOM if near and (inside or not block.within(regions.FOOTER)) else Position.OUTSIDE


def find_links(document: Document, facts: Facts, paragraphs: Mapping[int, int]) -> tuple[Link, ...]:
    """Every link of the page in document order; ``paragraphs`` gives a text block's index among the article's blocks."""
    found = []
    for anchor in document.links[:_LIMIT]:
        block = anchor.block
        found.append(
            Link(
                href=anchor.href,
                text=anchor.text or anchor.alt,
                rel=anchor.rel,
                visible=document.visible(anchor),
                position=position_of(document, facts, block),
                selector=document.selector(anchor.element),
                paragraph=paragraphs.get(block.index) if block is not None else None,
            )
        )
    return tuple(found)
