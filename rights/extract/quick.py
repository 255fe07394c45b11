"""All words of a page, fast and without judgement: enough to ask whether it is worth a look."""

from __future__ import annotations

from lxml import etree

from rights.extract.decode import decode
from rights.model import Page

#: More markup than this is not parsed; such a page is worth a look or it is none.
_MAX_CHARS = 3_000_000
_SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "select")


def quick_text(page: Page) -> str:
    """The text of a page with its furniture, blocks apart; empty where there is no text. Never fails on content."""
    text, _ = decode(page.body, page.headers.get("content-type"))
    text = text[:_MAX_CHARS]
    if page.media_type == "text/plain" or "<" not in text[:5_000]:
        return text
    try:
        root = etree.fromstring(
            text.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
        )
    except (etree.LxmlError, ValueError):
        return ""
    if root is None:
        return ""
    etree.strip_elements(root, *_SILENT, with_tail=False)
    return "\n".join(str(piece).strip() for piece in root.itertext() if not str(piece).isspace())
