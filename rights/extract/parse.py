"""A page's bytes to its document, whatever they are: guarded, parsed, and mended where the parser differs from browsers."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction, document_fromstring

from rights.extract.dom import Document
from rights.extract.guard import MAX_DEPTH, flatten, guard
from rights.extract.source import read_source
from rights.model import Page

#: Control characters that no tree may hold become spaces.
_NO_CONTROL = bytes(32 if byte < 32 and byte not in (9, 10, 12, 13) else byte for byte in range(256))
#: One class for every element: asking which each has (`lxml.html`'s way) took a twentieth of the time of a page.
_CLASSES = etree.ElementDefaultClassLookup(
    element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
)


def parse(page: Page) -> Document:
    """The document of a page, whatever its bytes are; media types other than HTML are turned into HTML first."""
    source = read_source(page)
    html, cut = guard(source.html)
    cut = page.cut or source.cut or cut
    root, lost = _tree(html)
    document = None if lost else Document(page, source, root, cut)
    if document is None or document.depth > MAX_DEPTH + 20:
        root, _ = _tree(flatten(html))
        document = Document(page, source, root, cut or "nesting")
    return document


def _tree(html: str) -> tuple[HtmlElement, bool]:
    """The tree, and whether it was nested so deeply that the parser lost something."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    parser.set_element_class_lookup(_CLASSES)
    body = html.encode("utf-8", "replace").translate(_NO_CONTROL)
    if not body.strip():
        body = b"<html><body></body></html>"
    try:
        root = document_fromstring(body, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = document_fromstring(b"<html><body></body></html>", ensure_head_body=True)
    _end_head(root)
    if "shadowrootmode" in html:
        _show_shadows(root)
    return root, any("Excessive depth" in (entry.message or "") for entry in parser.error_log)


def _show_shadows(root: HtmlElement) -> None:
    """Turn declarative shadow roots, templates whose content browsers show in their host's place, into plain parts."""
    for template in list(root.iter("template")):
        if template.get("shadowrootmode") in ("open", "closed"):
            template.tag = "div"


#: What may stand in a head (HTML standard, 13.2.6.4.4).
_HEAD_TAGS = frozenset(
    ("base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template", "title")
)


def _end_head(root: HtmlElement) -> None:
    """Move what no head can hold, and all after it, to the body.

    Where a page leaves out its body tag, browsers end the head there; libxml2 does so only at elements of HTML 4, and
    takes an article, main, section or header for a part of the head.
    """
    head, body = root.find("head"), root.find("body")
    if head is None or body is None:
        return
    first = next(
        (at for at, child in enumerate(head) if isinstance(child.tag, str) and child.tag not in _HEAD_TAGS), None
    )
    if first is None:
        return
    moved = list(head)[first:]
    moved[-1].tail = (moved[-1].tail or "") + (body.text or "")
    body.text = None
    body[0:0] = moved
