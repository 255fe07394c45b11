"""The records of a split: what was fetched, from where, when, and where it stands in the archive."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rights import urls
from rights.errors import MissingExtra
from rights.model import Page
from rights.scan.splits import Split, first_record

#: A body beyond this is cut: no article is longer.
MAX_BYTES = 4 << 20
_PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain", ""))


@dataclass(frozen=True, slots=True)
class Record:
    """One page or text of an archive; ``is_text`` for a text that the archive's maker extracted (WET)."""

    page: Page
    is_text: bool
    file: str
    offset: int
    length: int
    id: str
    date: str | None


@dataclass(slots=True)
class Seen:
    """What a split held: records in all, those that are no pages, and those that could not be read."""

    records: int = 0
    others: int = 0
    broken: int = 0


def read(split: Split, seen: Seen) -> Iterator[Record]:
    """The pages and texts of a split, in order; a broken record is counted and passed over.

    Raises `OSError` where the file cannot be read, `MissingExtra` without the library that reads archives.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise MissingExtra("reading web archives", "warc") from None
    with open(split.file, "rb") as file:
        at = first_record(file, split.start, split.end)
        while at is not None and at < split.end:
            file.seek(at)
            records = ArchiveIterator(file)
            try:
                for record in records:
                    at = records.offset  # get_record_offset would read the record to its end
                    if at >= split.end:
                        return
                    seen.records += 1
                    found = _record(record, split.file, at)
                    if found is None:
                        seen.others += 1
                        continue
                    yield Record(**found, length=records.get_record_length())
                return
            except (ArchiveLoadFailed, EOFError, ValueError, KeyError, AttributeError):
                seen.broken += 1
                at = first_record(file, records.offset + 1, split.end)


def _record(record: Any, file: str, offset: int) -> dict[str, Any] | None:
    about = record.rec_headers
    url = about.get_header("WARC-Target-URI") or ""
    is_text = record.rec_type == "conversion"
    if not (is_text or record.rec_type == "response") or not urls.is_web(url):
        return None
    headers = {"content-type": "text/plain; charset=utf-8"} if is_text else {}
    status = 200
    if not is_text:
        if record.http_headers is None:
            return None
        headers = {name.lower(): value for name, value in record.http_headers.headers}
        code = record.http_headers.get_statuscode() or ""
        status = int(code) if code.isdigit() else 0
    if status != 200 or headers.get("content-type", "").split(";")[0].strip().lower() not in _PAGES:
        return None
    body = record.content_stream().read(MAX_BYTES + 1)
    page = Page(
        body=body[:MAX_BYTES],
        url=url,
        final_url=url,
        status=status,
        headers=headers,
        sha256=hashlib.sha256(body[:MAX_BYTES]).hexdigest(),
        cut=f"only the first {MAX_BYTES} bytes were read" if len(body) > MAX_BYTES else None,
    )
    return {
        "page": page,
        "is_text": is_text,
        "file": file,
        "offset": offset,
        "id": about.get_header("WARC-Record-ID") or "",
        "date": about.get_header("WARC-Date"),
    }
