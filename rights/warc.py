"""WARC files as pages: every answer in them that holds a page, with the address, status and time it was fetched at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

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
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise MissingExtra("reading WARC files", "warc") from None
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                if record.rec_type != "response" or record.http_headers is None:
                    continue
                headers = {name.lower(): value for name, value in record.http_headers.headers}
                if headers.get("content-type", "").split(";")[0].strip().lower() not in _PAGES:
                    continue
                body = record.content_stream().read(max_bytes + 1)
                yield _page(record, headers, body, max_bytes)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as wrong:
        raise InputError(f"{path}: not a readable WARC file: {wrong}") from wrong


def _page(record: object, headers: dict[str, str], body: bytes, max_bytes: int) -> Page:
    about = record.rec_headers  # type: ignore[attr-defined]  # warcio has no types
    status = str(record.http_headers.get_statuscode() or "")  # type: ignore[attr-defined]  # warcio has no types
    url = about.get_header("WARC-Target-URI")
    whole = body[:max_bytes]
    return Page(
        body=whole,
        url=url if urls.is_web(url) else None,
        final_url=url if urls.is_web(url) else None,
        status=int(status) if status.isdigit() else 200,
        headers=headers,
        fetched_at=_time(about.get_header("WARC-Date")),
        sha256=hashlib.sha256(whole).hexdigest(),
        cut=f"only the first {max_bytes} bytes were read" if len(body) > max_bytes else None,
    )


def _time(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat((text or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
