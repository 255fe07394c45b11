"""Whatever a page's bytes are, turned into HTML: HTML itself, XHTML, Markdown, plain text, PDF, e-mail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from rights.extract.decode import decode, mended
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
_FRONT_MATTER = late(r"\A\ufeff?\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
#: Front-matter keys and the meta names that they become.
_FRONT_META = {
    "author": "author", "authors": "author", "date": "article:published_time", "published": "article:published_time",
    "publish_date": "article:published_time", "pubdate": "article:published_time",
    "updated": "article:modified_time", "modified": "article:modified_time", "lastmod": "article:modified_time",
    "last_modified_at": "article:modified_time", "description": "description", "site": "og:site_name",
    "license": "dc.rights", "licence": "dc.rights", "copyright": "dc.rights", "tags": "keywords", "title": "og:title",
}  # fmt: skip
#: Markdown beyond this many characters is cut before it is rendered.
_MAX_MARKDOWN = 3_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """The page as HTML text; ``media`` is html, markdown or text; ``cut`` names a limit that shortened it."""

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
    return Source(f"<html><head>{mail_head(body)}</head>{html}", "mail")


def _looks_like_html(text: str) -> bool:
    return bool(re.search(r"<(?:!doctype html|html|head|body)\b", text[:2000], re.IGNORECASE))


def _looks_like_markdown(text: str) -> bool:
    """For text whose name tells nothing, such as standard input: a heading or links in Markdown, and no tags."""
    start = text[:4000]
    return not re.search(r"<[a-zA-Z!/]", start) and bool(
        re.search(r"^#{1,3} \S|^\[?[^\n]*\]\([^)\n]*\)", start, re.MULTILINE) or _FRONT_MATTER.match(text)
    )


def _from_markdown(text: str, encoding: str) -> Source:
    cut = "size" if len(text) > _MAX_MARKDOWN else None
    text = text[:_MAX_MARKDOWN]
    head = ""
    front = _FRONT_MATTER.match(text)
    if front:
        head = _head(front.group(1))
        text = text[front.end() :]
    from markdown_it import MarkdownIt  # only Markdown needs it

    body = MarkdownIt("commonmark").enable("table").render(text)
    return Source(f"<html><head>{head}</head><body>{body}</body></html>", "markdown", encoding, cut)


def _head(front: str) -> str:
    import yaml  # only front matter needs it

    try:
        values = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError):
        return ""
    if not isinstance(values, Mapping):
        return ""
    parts = []
    for key, value in values.items():
        name = str(key).lower()
        if name in ("canonical_url", "canonical", "original_url"):
            parts.append(f'<link rel="canonical" href="{escape(str(value))}">')
        elif name in ("lang", "language"):
            parts.append(f'<meta http-equiv="content-language" content="{escape(str(value))}">')
        elif name in _FRONT_META:
            parts += [
                f'<meta name="{_FRONT_META[name]}" content="{escape(one)}">' for one in _words(value) if one.strip()
            ]
    return "".join(parts)


def _words(value: Any) -> list[str]:
    if isinstance(value, list):
        return [word for item in value for word in _words(item)]
    if isinstance(value, Mapping):
        return _words(value.get("name", ""))
    return ["" if value is None else str(value)]


def _from_plain(text: str) -> str:
    paragraphs = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    body = "\n".join(f"<p>{_lines(part)}</p>" for part in paragraphs if part.strip())
    return f"<html><body>{body}</body></html>"


def _lines(paragraph: str) -> str:
    """Lines filled to a width are one paragraph; short lines stay lines."""
    lines = paragraph.strip("\n").split("\n")
    filled = len(lines) > 1 and sum(len(line) > 50 for line in lines[:-1]) * 10 >= len(lines[:-1]) * 7
    return (" " if filled else "<br>\n").join(escape(line.strip()) for line in lines)
