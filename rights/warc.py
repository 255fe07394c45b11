"""WARC files as pages: every answer in them that holds a page, with the address, status and time it was fetched at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rights import urls
from rights.errors import InputError, MissingExtra
from rights.model import Page

#: Media types of answers that may be pages.
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")


def is_warc(path: Path) -> bool:
    """True for a file whose name says that it is a WARC, compressed or not."""
    return path.name.lower().endswith((".warc", ".warc.gz"))


def read_warc(path: Path, max_bytes: int) -> Iterator[Page]:
    """The pages of a WARC in order; a body beyond ``max_bytes`` is cut, and the page says so.

    Raises `InputError` for a file that is no WARC or breaks off, `MissingExtra` without the library that reads it.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise MissingExtra("reading WARC files", "warc") from None
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                page = page_of(record, max_bytes)
                if page is not None:
                    yield page
    except Exception as wrong:  # warcio raises what its parts do: a record without an address is an AttributeError
        raise InputError(f"{path}: not a readable WARC file: {wrong}") from wrong


def page_of(record: Any, max_bytes: int) -> Page | None:
    """The page that a record of warcio's holds, its body cut at ``max_bytes``; None for an answer that is no page."""
    if record.rec_type != "response" or record.http_headers is None:
        return None
    headers = {name.lower(): value for name, value in record.http_headers.headers}
    if headers.get("content-type", "").split(";")[0].strip().lower() not in _PAGES:
        return None
    status = str(record.http_headers.get_statuscode() or "")
    return _page(record, headers, int(status) if status.isdigit() else 200, max_bytes)


def text_of(record: Any, max_bytes: int) -> Page | None:
    """The text that an archive's maker extracted from a page (a conversion record, as in WET files), as a page."""
    if record.rec_type != "conversion":
        return None
    return _page(record, {"content-type": "text/plain; charset=utf-8"}, 200, max_bytes)


def _page(record: Any, headers: dict[str, str], status: int, max_bytes: int) -> Page:
    body = record.content_stream().read(max_bytes + 1)
    url = record.rec_headers.get_header("WARC-Target-URI")
    whole = body[:max_bytes]
    return Page(
        body=whole,
        url=url if urls.is_web(url) else None,
        final_url=url if urls.is_web(url) else None,
        status=status,
        headers=headers,
        fetched_at=_time(record.rec_headers.get_header("WARC-Date")),
        sha256=hashlib.sha256(whole).hexdigest(),
        cut=f"only the first {max_bytes} bytes were read" if len(body) > max_bytes else None,
    )


def _time(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat((text or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
