"""The records of a split: what was fetched, from where, when, and where it stands in the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rights.errors import InputError, MissingExtra
from rights.model import Page
from rights.scan.archives import opened
from rights.scan.splits import Split, first_record
from rights.warc import page_of, text_of

#: A body beyond this is cut: no article is longer.
MAX_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Record:
    """One page or text of an archive; ``is_text`` for a text that the archive's maker extracted (WET).

    ``languages``: those that the archive's maker found in it, ISO 639-3 codes with commas between.
    """

    page: Page
    is_text: bool
    file: str
    offset: int
    length: int
    id: str
    date: str | None
    languages: str | None = None


@dataclass(slots=True)
class Seen:
    """What a split held: records in all, those that are no pages, and those that could not be read."""

    records: int = 0
    others: int = 0
    broken: int = 0


def read(split: Split, seen: Seen) -> Iterator[Record]:
    """The pages and texts of a split, in order; a broken record, or one that breaks off, is counted and passed over.

    Raises `OSError` where the file cannot be read, `InputError` where its records cannot be told apart, `MissingExtra` without
    the library that reads archives.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise MissingExtra("reading web archives", "warc") from None
    with opened(split.file) as file:
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
                    text = text_of(record, MAX_BYTES)
                    page = text or page_of(record, MAX_BYTES)
                    if page is None or page.url is None or page.status != 200 or page.media_type == "application/pdf":
                        seen.others += 1
                        continue
                    length, about = records.get_record_length(), record.rec_headers
                    if record.raw_stream.limit:  # it breaks off
                        seen.broken += 1
                        continue
                    yield Record(
                        page=page,
                        is_text=text is not None,
                        file=split.file,
                        offset=at,
                        length=length,
                        id=about.get_header("WARC-Record-ID") or "",
                        date=about.get_header("WARC-Date"),
                        languages=about.get_header("WARC-Identified-Content-Language"),
                    )
                return
            except (
                ArchiveLoadFailed,
                AttributeError,
                EOFError,
                KeyError,
                ValueError,
            ) as wrong:  # what warcio raises on broken heads
                if at == 0 and "non-chunked gzip" in str(wrong):
                    raise InputError(
                        f"{split.file}: its records are not compressed each by itself, so that none is found by its place; "
                        "write it anew with  warcio recompress OLD NEW"
                    ) from wrong
                seen.broken += 1
                at = first_record(file, max(at, records.offset) + 1, split.end)
