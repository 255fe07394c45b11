"""PDF files as pages: text in lines, paragraphs by their gaps, the document's own title, author and dates."""

from __future__ import annotations

import io
import logging
import re
from html import escape

from rights.errors import ExtractError, MissingExtra

#: Pages that are read; a report is longer than an article.
MAX_PAGES = 60

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(body: bytes) -> tuple[str, str | None]:
    """The HTML of a PDF and the limit that cut it; raises `ExtractError` for one that cannot be read."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise MissingExtra("reading PDF files", "pdf") from None
    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted:
            raise ExtractError("an encrypted PDF")
        texts = [page.extract_text() for page in reader.pages[:MAX_PAGES]]
        cut = f"pages beyond {MAX_PAGES}" if len(reader.pages) > MAX_PAGES else None
        about = reader.metadata
        head = _head(
            str(about.title or "") if about else "",
            str(about.author or "") if about else "",
            about.creation_date_raw or "" if about else "",
        )
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RecursionError,
        TypeError,
        ValueError,
    ) as wrong:
        raise ExtractError(f"not a readable PDF: {wrong}") from wrong
    paragraphs = "".join(f"<p>{escape(text)}</p>" for page in texts for text in _paragraphs(page))
    return f"<html><head>{head}</head><body>{paragraphs}</body></html>", cut


def _head(title: str, author: str, created: str) -> str:
    tags = []
    if title.strip():
        tags.append(f'<meta property="og:title" content="{escape(title.strip())}">')
    if author.strip():
        tags.append(f'<meta name="author" content="{escape(author.strip())}">')
    date = re.match(r"D:(\d{4})(\d{2})(\d{2})", created)
    if date:
        tags.append(f'<meta property="article:published_time" content="{"-".join(date.groups())}">')
    return "".join(tags)


def _paragraphs(page: str) -> list[str]:
    """Lines joined where a sentence goes on; a blank line or a short last line ends a paragraph."""
    found: list[str] = []
    current: list[str] = []
    widest = max((len(line) for line in page.splitlines()), default=0)
    for line in [*(line.strip() for line in page.splitlines()), ""]:
        if line:
            joined = current and current[-1].endswith("-") and line[:1].islower()
            if joined:
                current[-1] = current[-1][:-1] + line
            else:
                current.append(line)
        if current and (
            not line or (len(line) < 0.7 * widest and re.search(r"[.!?:”\"]$|^\W*$", line)) or len(line) < 0.4 * widest
        ):
            found.append(" ".join(current))
            current = []
    return found
