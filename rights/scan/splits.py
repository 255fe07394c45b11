"""Parts of archives that can be read on their own: ranges of bytes, each with the records that begin in it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rights.errors import InputError
from rights.scan.archives import opened, size_of

#: Bytes of one split, compressed: a quarter of a minute's work, so that a stopped scan repeats little.
SPLIT_BYTES = 32 << 20
_CHUNK = 1 << 20
_GZIP, _PLAIN = b"\x1f\x8b\x08", b"\r\n\r\nWARC/1."


@dataclass(frozen=True, slots=True, order=True)
class Split:
    """The records of a file that begin at ``start`` or later and before ``end`` (byte offsets)."""

    file: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """A file name for what comes of it, the same on every run and another for another archive of the same name."""
        which = hashlib.sha256(self.file.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return f"{Path(self.file).name[-150:]}.{which}.{self.start:014d}"


def splits(files: Sequence[Path | str], size: int = SPLIT_BYTES) -> list[Split]:
    """All splits of the archives, in order, each archive once; raises `InputError` for a file that cannot be read."""
    found: list[Split] = []
    for file in dict.fromkeys(files):
        try:
            whole = size_of(str(file))
            with opened(str(file)) as archive:
                start = archive.read(_CHUNK)
        except OSError as wrong:
            raise InputError(f"{file}: {wrong.strerror}, expected a WARC or WET file") from wrong
        if not (start.startswith(b"WARC/") or _begins_record(start)):
            raise InputError(f"{file}: does not begin as an archive does, expected a WARC or WET file")
        found += [Split(str(file), start, min(start + size, whole)) for start in range(0, whole, size)]
    return found


def first_record(file: BinaryIO, start: int, end: int) -> int | None:
    """The offset of the first record that begins in a range; None where none does.

    In a compressed archive every record is a gzip member of its own (WARC 1.1, annex D); a magic number counts only if
    what is compressed there begins as a record does.
    """
    if start == 0:
        return 0
    file.seek(0)
    compressed = file.read(3) == _GZIP
    magic, shift = (_GZIP, 0) if compressed else (_PLAIN, 4)
    base = start if compressed else max(0, start - 4)
    while base < end:
        file.seek(base)
        chunk = file.read(_CHUNK + 64_000)
        for at in _places(chunk, magic, _CHUNK):
            offset = base + at + shift
            if offset >= end:
                return None
            if offset >= start and (not compressed or _begins_record(chunk[at:])):
                return offset
        base += _CHUNK
    return None


def _places(chunk: bytes, magic: bytes, until: int) -> Iterator[int]:
    at = chunk.find(magic)
    while 0 <= at < until:
        yield at
        at = chunk.find(magic, at + 1)


def _begins_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data, 16).startswith(b"WARC/")
    except zlib.error:
        return False
