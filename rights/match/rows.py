"""A work as a row of the catalogue: its text compressed, everything under a checksum."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass

import numpy as np
import zstandard

from rights.match.fingerprint import U64
from rights.model import Work
from rights.urls import page_key

COLUMNS = "doc, id, url, title, published, about, text, crc"
Row = tuple[int, str, str | None, str | None, str | None, str, bytes, int]


class Damaged(ValueError):
    """A row does not agree with its checksum."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """The fingerprints of a work that no segment holds yet."""

    doc: int
    k: int
    marks: U64


def packed(doc: int, work: Work, k: int, marks: U64 | None) -> tuple[object, ...]:
    """The row of a work under a number, in the order of the table, with its fingerprints if no segment has them."""
    about = _about(work)
    text = zstandard.ZstdCompressor(level=3).compress(work.text.encode("utf-8", "replace"))
    kept = None
    if marks is not None:
        raw = marks.astype("<u8").tobytes()
        kept = zlib.crc32(raw, k).to_bytes(4, "little") + raw
    page = page_key(work.url) if work.url else None
    crc = _crc(text, doc, work.id, work.url, work.title, work.published, about)
    return doc, work.id, work.url, page, work.title, work.published, about, digest(work), text, k, kept, crc


def unpacked(row: Row) -> Work:
    """The work of a row; raises `Damaged`."""
    doc, ref, url, title, published, about, text, crc = row
    if _crc(text, doc, ref, url, title, published, about) != crc:
        raise Damaged(f"the row of work {doc} is damaged")
    rest = json.loads(about)
    return Work(
        id=ref,
        url=url,
        title=title,
        published=published,
        text=zstandard.ZstdDecompressor().decompress(text).decode(),
        authors=tuple(rest.get("authors", ())),
        modified=rest.get("modified"),
        language=rest.get("language"),
        publisher=rest.get("publisher"),
    )


def fresh(doc: int, k: int, marks: bytes) -> Fresh:
    """The fingerprints of a row; raises `Damaged`."""
    if zlib.crc32(marks[4:], k) != int.from_bytes(marks[:4], "little"):
        raise Damaged(f"the fingerprints of work {doc} are damaged")
    return Fresh(doc, k, np.frombuffer(marks, "<u8", offset=4))


def digest(work: Work) -> int:
    """A number that changes when anything about the work does that the catalogue keeps."""
    fields = (work.id, work.url, work.title, work.published, _about(work), work.text)
    text = "\0".join(map(str, fields)).encode("utf-8", "replace")
    return (zlib.crc32(text) << 31) | (zlib.adler32(text) & 0x7FFFFFFF)


def _about(work: Work) -> str:
    fields = {
        "authors": work.authors,
        "modified": work.modified,
        "language": work.language,
        "publisher": work.publisher,
    }
    return json.dumps({name: value for name, value in fields.items() if value})


def _crc(text: bytes, *fields: object) -> int:
    return zlib.crc32(text, zlib.crc32("\0".join(map(str, fields)).encode("utf-8", "replace")))
