"""Whatever a page's bytes are, turned into HTML: HTML itself, XHTML, Markdown, plain text, PDF, e-mail, web archive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from rights.extract import webarchive
from rights.extract.decode import decode, mended
from rights.extract.front_matter import find_front_matter, head_of
from rights.extract.mail import mail_head, read_mail
from rights.extract.portable import read_pdf
from rights.model import Page
from rights.patterns import late

_MARKDOWN = frozenset(("text/markdown", "text/x-markdown"))
_PLAIN = frozenset(("text/plain",))
#: A page declared as one of these is never taken for a PDF, whatever its first bytes say.
_TEXTS = _MARKDOWN | _PLAIN | {"text/html", "application/xhtml+xml"}
_EMPTY_TAG = late(
    r"<(script|style|title|textarea|iframe|div|span|p|a|i|b|em|strong|td|ul|ol|li|section|article|noscript)\b"
    r"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)/>",
    re.IGNORECASE,
)
#: Markdown beyond this many characters is cut before it is rendered.
_MAX_MARKDOWN = 3_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """The page as HTML text; ``media`` is html, markdown, mail, pdf or text; ``cut`` names a limit that shortened it."""

    html: str
    media: str
    encoding: str = "utf-8"
    cut: str | None = None


def read_source(page: Page) -> Source:
    """The HTML of a page by its media type; without one, by what its first characters look like.

    Raises `ExtractError` for a PDF or an e-mail that cannot be read, `MissingExtra` for a PDF without its library.
    """
    media = page.media_type
    if media == "application/pdf" or (media not in _TEXTS and page.body[:5] == b"%PDF-"):
        html, cut = read_pdf(page.body)
        return Source(html, "pdf", cut=cut)
    if media == "message/rfc822":
        return _from_mail(page.body)
    if media == webarchive.MEDIA_TYPE:
        return Source(webarchive.read_webarchive(page.body), "html")
    text, encoding = decode(page.body, page.headers.get("content-type"))
    if media in _MARKDOWN:
        return _from_markdown(mended(text), encoding)
    if media is None and _looks_like_markdown(text):
        return _from_markdown(mended(text), encoding)
    if (media in _PLAIN or (media is None and "<" not in text)) and not _looks_like_html(text):
        return Source(_from_plain(mended(text)), "text", encoding)
    if media == "application/xhtml+xml" or text.lstrip("\ufeff \r\n\t").startswith("<?xml"):
        text = _EMPTY_TAG.sub(r"<\1\2></\1>", text)
        text = re.sub(r"<!\[CDATA\[|\]\]>", "", text)
    return Source(mended(text), "html", encoding)


def _from_mail(body: bytes) -> Source:
    content, is_html = read_mail(body)
    html = content if is_html else _from_plain(content)
    return Source(f"<html><head>{mail_head(body)}</head>{html}", "mail" if is_html else "text")


def _looks_like_html(text: str) -> bool:
    return bool(re.search(r"<(?:!doctype html|html|head|body)\b", text[:2000], re.IGNORECASE))


def _looks_like_markdown(text: str) -> bool:
    """For text whose name tells nothing, such as standard input: a heading or links in Markdown, and no tags."""
    start = text[:4000]
    return not re.search(r"<[a-zA-Z!/]", start) and bool(
        re.search(r"^#{1,3} \S|^\[?[^\n]*\]\([^)\n]*\)", start, re.MULTILINE) or find_front_matter(text)
    )


def _from_markdown(text: str, encoding: str) -> Source:
    cut = "size" if len(text) > _MAX_MARKDOWN else None
    text = text[:_MAX_MARKDOWN]
    head = ""
    front = find_front_matter(text)
    if front:
        head = head_of(front)
        text = text[front.after :]
    from markdown_it import MarkdownIt  # only Markdown needs it

    body = MarkdownIt("commonmark").enable("table").render(text)
    return Source(f"<html><head>{head}</head><body>{body}</body></html>", "markdown", encoding, cut)


def _from_plain(text: str) -> str:
    paragraphs = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    body = "\n".join(f"<p>{_lines(part)}</p>" for part in paragraphs if part.strip())
    return f"<html><body>{body}</body></html>"


def _lines(paragraph: str) -> str:
    """Lines filled to a width are one paragraph; short lines stay lines."""
    lines = paragraph.strip("\n").split("\n")
    filled = len(lines) > 1 and sum(len(line) > 50 for line in lines[:-1]) * 10 >= len(lines[:-1]) * 7
    return (" " if filled else "<br>\n").join(escape(line.strip()) for line in lines)
