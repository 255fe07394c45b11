"""PDF files as pages: text in lines, paragraphs by their gaps, links by where they lie, the document's own title, author and date."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import Any

from rights import urls
from rights.errors import ExtractError, MissingExtra

#: Pages that are read, and links of one page; a report is longer than an article.
MAX_PAGES, _MAX_LINKS = 60, 500

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

#: Programs that print web pages: the file's date is the day of printing.
_BROWSERS = re.compile(
    r"skia|chrom|firefox|mozilla|quartz pdfcontext|wkhtml|webkit|safari|print to pdf|cairo|\bqt\b", re.IGNORECASE
)
#: A gap between lines beyond so many usual ones parts paragraphs, as an indent of so many letter sizes does.
_GAP, _INDENT = 1.25, 0.8


@dataclass(slots=True)
class _Line:
    """A line: pieces of text with the address that each leads to, the point where it begins, and its letters' size."""

    x: float
    y: float
    size: float
    pieces: list[tuple[str, str | None]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass(slots=True)
class _Area:
    """Where a link lies on a page, in points."""

    left: float
    bottom: float
    right: float
    top: float
    href: str
    placed: bool = False

    def holds(self, x: float, y: float) -> bool:
        return self.left - 2 <= x < self.right and self.bottom - 2 <= y <= self.top + 2


def read_pdf(body: bytes) -> tuple[str, str | None]:
    """The HTML of a PDF and the limit that cut it; raises `ExtractError` for one that cannot be read."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise MissingExtra("reading PDF files", "pdf") from None
    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted:
            raise ExtractError("an encrypted PDF")
        pages = [_lines(page) for page in reader.pages[:MAX_PAGES]]
        cut = f"pages beyond {MAX_PAGES}" if len(reader.pages) > MAX_PAGES else None
        about = reader.metadata
        printed = about is not None and _BROWSERS.search(f"{about.creator or ''} {about.producer or ''}") is not None
        head = _head(
            str(about.title or "") if about else "",
            str(about.author or "") if about else "",
            about.creation_date_raw or "" if about and not printed else "",
        )
    except ExtractError:
        raise
    except Exception as wrong:  # a broken file brings up what any part of the library raises: zlib, struct, filters
        raise ExtractError(f"not a readable PDF: {wrong}") from wrong
    paragraphs = "".join(f"<p>{paragraph}</p>" for lines in pages for paragraph in _paragraphs(lines, printed))
    return f"<html><head>{head}</head><body>{paragraphs}</body></html>", cut


def _lines(page: Any) -> list[_Line]:
    """The lines of one page of `pypdf`, in its order, with the links that lie on them."""
    areas = list(_areas(page))
    lines: list[_Line] = []
    open_line: list[_Line] = []

    def visit(text: str, matrix: Sequence[float], place: Sequence[float], font: Any, size: float) -> None:
        del font
        if text.strip("\n"):
            x = matrix[0] * place[4] + matrix[2] * place[5] + matrix[4]
            y = matrix[1] * place[4] + matrix[3] * place[5] + matrix[5]
            height = abs(size * (place[3] or place[1]) * (matrix[3] or matrix[1])) or 1.0
            if open_line and abs(open_line[0].y - y) > 0.6 * height:
                open_line.clear()
            if not open_line:
                open_line.append(_Line(x, y, height))
                lines.append(open_line[0])
            area = next((area for area in areas if area.holds(x, y)), None)
            if area is not None:
                area.placed = True
            open_line[0].pieces.append((text.replace("\n", " "), area.href if area else None))
        if text.endswith("\n"):
            open_line.clear()

    page.extract_text(visitor_text=visit)
    for area in areas:
        if not area.placed:
            _put(area, lines)
    return [line for line in lines if line.text.strip()]


def _put(area: _Area, lines: Sequence[_Line]) -> None:
    """Give a link that begins within a piece of text to the whole of its line."""
    on = [line for line in lines if area.bottom - 2 <= line.y <= area.top + 2 and line.x <= area.right]
    if on:
        line = max(on, key=lambda line: line.x)
        line.pieces = [(text, href or area.href) for text, href in line.pieces]


def _areas(page: Any) -> Iterator[_Area]:
    """The links of one page of `pypdf` that lead out of the file; a broken one is passed over."""
    for reference in list(page.annotations or ())[:_MAX_LINKS]:
        try:
            note = reference.get_object()
            href = str(note["/A"].get_object()["/URI"]).strip()
            one, two, three, four = (float(number) for number in note["/Rect"])
        except (AttributeError, LookupError, TypeError, ValueError):
            continue
        if urls.is_web(href) or href.startswith(("mailto:", "file:")):
            yield _Area(min(one, three), min(two, four), max(one, three), max(two, four), href)


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


def _paragraphs(lines: Sequence[_Line], printed: bool) -> list[str]:
    """The page's paragraphs as HTML: a wide gap, an indent, letters of another size or a short last line end one.

    ``printed`` by a browser, a hyphen at a line's end is the word's own.
    """
    widest = max((len(line.text) for line in lines), default=0)
    gaps = Counter(round((above.y - line.y) / line.size, 1) for above, line in pairwise(lines) if above.y > line.y)
    usual = max(gaps, key=lambda gap: gaps[gap]) if gaps else 0.0
    found: list[list[_Line]] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above is None or _parts(above, line, usual, widest):
            found.append([])
        found[-1].append(line)
    return [_joined(paragraph, printed) for paragraph in found]


def _parts(above: _Line, line: _Line, usual: float, widest: int) -> bool:
    """True where a paragraph ends between two lines; ``usual`` is the gap between lines in sizes of their letters."""
    text, gap = above.text.strip(), above.y - line.y
    if usual and gap > _GAP * usual * line.size:
        return True
    if abs(above.size - line.size) > 0.15 * max(above.size, line.size):
        return True
    if gap > 0 and line.x - above.x > _INDENT * line.size:
        return True
    return (len(text) < 0.7 * widest and re.search(r"[.!?:”\"]$|^\W*$", text) is not None) or len(text) < 0.4 * widest


def _joined(lines: Sequence[_Line], printed: bool) -> str:
    """Lines as one text with its links; a word that a hyphen parts is whole again."""
    pieces: list[tuple[str, str | None]] = []
    for line in lines:
        if pieces:
            last, href = pieces[-1]
            if last.rstrip().endswith("-") and line.text[:1].islower():
                pieces[-1] = (last.rstrip() if printed else last.rstrip()[:-1], href)
            else:
                pieces.append((" ", href if href == line.pieces[0][1] else None))
        pieces += line.pieces
    merged: list[tuple[str, str | None]] = []
    for text, href in pieces:
        if merged and merged[-1][1] == href:
            merged[-1] = (merged[-1][0] + text, href)
        else:
            merged.append((text, href))
    return "".join(
        f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text) for text, href in merged
    ).strip()
