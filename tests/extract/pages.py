"""Pages for the tests of extraction: a document from a few lines of HTML."""

from __future__ import annotations

from rights.extract.dom import Document
from rights.extract.parse import parse
from rights.model import Page


def document(
    body: str, head: str = "", url: str | None = "https://site.example/2024/story", **headers: str
) -> Document:
    """The document of a page with this head and body; header names may be written with underscores."""
    html = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named.setdefault("content-type", "text/html; charset=utf-8")
    return parse(Page(body=html.encode(), url=url, final_url=url, headers=named))
