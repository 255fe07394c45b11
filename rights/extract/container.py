"""The element that holds the article, for everything that must know what stands in it and what beside it."""

from __future__ import annotations

from functools import lru_cache

from lxml.html import HtmlElement

from rights.extract import regions
from rights.extract.dom import Document

_NOT_ARTICLE = (regions.FOOTER, regions.NAV, regions.ASIDE, regions.COMMENTS, regions.RELATED, regions.CONSENT)


@lru_cache(maxsize=2)
def article_container(document: Document) -> HtmlElement | None:
    """The smallest element that holds at least four fifths of the main text, or None where there is none."""
    blocks = [block for block in document.blocks if block.in_main]
    if not blocks:
        return _declared(document)
    total = sum(len(block.text) for block in blocks)
    weights: dict[HtmlElement, int] = {}
    for block in blocks:
        around: HtmlElement | None = block.element.getparent() if block.element is not document.body else block.element
        while around is not None:
            weights[around] = weights.get(around, 0) + len(block.text)
            around = around.getparent()
    holding = [element for element, weight in weights.items() if weight * 5 >= total * 4]
    return max(holding, key=_depth, default=None)


def _declared(document: Document) -> HtmlElement | None:
    articles = [article for article in document.tagged_in_body("article") if article.getparent() is not None]
    return articles[0] if len(articles) == 1 else None


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def within(element: HtmlElement | None, container: HtmlElement | None) -> bool:
    """True when the element is the container or lies in it."""
    if container is None:
        return False
    around = element
    while around is not None:
        if around is container:
            return True
        around = around.getparent()
    return False
