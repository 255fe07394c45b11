"""The elements of a stranger's HTML, as far as finding addresses needs them."""

from __future__ import annotations

from lxml import etree, html

from rights.model import Page


def elements(page: Page, *tags: str) -> list[etree._Element]:
    """The elements with these names (all without names) in order; empty for bytes that are no HTML."""
    if not page.body.strip():
        return []
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        root = html.document_fromstring(page.body, parser=parser)
    except (ValueError, etree.LxmlError):
        return []
    return list(root.iter(*(tags or ("*",))))


def words_in(element: etree._Element) -> str:
    """The text of an element and all that it holds, white space collapsed."""
    return " ".join(" ".join(str(part) for part in element.itertext()).split())
