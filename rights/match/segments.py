"""Segments: sorted tables (hash, work) in files that never change once written.

A file is a header, the postings, a directory and checksums.  A posting is one 64-bit number: the low 32 bits of a
48-bit hash above the 32-bit number of a work.  The directory gives, for each value of the hash's remaining high bits,
where its postings begin.  Every 16 kB has a checksum that is verified when the block is first read, so that opening
costs nothing and no damaged number is ever believed.
"""

from __future__ import annotations

import json
import mmap
import os
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rights.errors import IndexFormatError
from rights.match.fingerprint import U64, Ints

#: Bits of a hash that are stored; two different k-grams agree in them once in 2.8e14.
HASH_BITS = 48
FORMAT = 1
MAGIC = b"RIGHTSEG"
HEADER = 4096
BLOCK = 16384
DOC_BITS = np.uint64(32)
DOCS = np.uint64(0xFFFFFFFF)
MEND = "run `rights works reindex` to build it anew from the database of works"


@dataclass(frozen=True, slots=True)
class Head:
    """What a segment says about itself; ``first`` and ``last`` are the numbers of its works, inclusive."""

    k: int
    w: int
    words: int
    hashes: int
    first: int
    last: int
    works: int
    postings: int
    bits: int
    size: int
    format: int = FORMAT


def damaged(path: Path, what: str) -> IndexFormatError:
    """The error for an index file that cannot be believed: what, where and how to mend it."""
    return IndexFormatError(f"{path}: {what}; {MEND}")


def stored(hashes: U64) -> U64:
    """The part of 64-bit hashes that segments keep."""
    return hashes >> np.uint64(64 - HASH_BITS)


class Segment:
    """One segment file, open for reading."""

    def __init__(self, path: Path, expected: Head | None = None) -> None:
        self.path = path
        with path.open("rb") as file:
            self.head = _read_head(path, file.read(HEADER))
            size = os.fstat(file.fileno()).st_size
            if size != self.head.size:
                raise damaged(path, f"it holds {size} bytes of {self.head.size}")
            if expected is not None and expected != self.head:
                raise damaged(path, "it is not the segment that the catalogue names")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if hasattr(mmap, "MADV_RANDOM"):
            self._map.madvise(mmap.MADV_RANDOM)
        head = self.head
        self.postings: U64 = np.frombuffer(self._map, "<u8", head.postings, HEADER)
        self.directory: NDArray[np.uint32] = np.frombuffer(
            self._map, "<u4", (1 << head.bits) + 1, HEADER + 8 * head.postings
        )
        blocks = -(-(8 * head.postings + 4 * ((1 << head.bits) + 1)) // BLOCK)
        self._sums = np.frombuffer(self._map, "<u4", blocks, head.size - 4 * blocks)
        self._good = np.zeros(blocks, np.bool_)
        self._all_good = False
        self._low = np.uint64(HASH_BITS - head.bits)

    @property
    def checksum(self) -> int:
        """A number that tells what the file holds."""
        return zlib.crc32(self._sums.data)

    def may_hold(self, keys: U64) -> NDArray[np.bool_]:
        """For each stored hash: False only where it is not there; all True, for asking is as dear as `find`."""
        return np.ones(len(keys), np.bool_)

    def find(self, keys: U64) -> tuple[Ints, Ints]:
        """For each stored hash, where its postings begin and how many there are."""
        bucket = (keys >> self._low).astype(np.int64)
        self._verify(8 * self.head.postings + 4 * bucket, 8 * self.head.postings + 4 * bucket + 7)
        low, high = self.directory[bucket].astype(np.int64), self.directory[bucket + 1].astype(np.int64)
        if (low > high).any() or (high > self.head.postings).any():
            raise damaged(self.path, "its directory contradicts itself")
        self._verify(8 * low, 8 * np.maximum(high, low + 1) - 1)
        return _within(self.postings, low, high, keys & np.uint64((1 << int(self._low)) - 1))

    def works_at(self, places: Ints) -> Ints:
        """The numbers of the works of postings."""
        return (self.postings[places] & DOCS).astype(np.int64)

    def read(self, bucket: int, buckets: int) -> U64:
        """The postings of a range of buckets as they stand, verified."""
        base = 8 * self.head.postings
        self._verify(np.array([base + 4 * bucket]), np.array([base + 4 * (bucket + buckets) + 3]))
        start, end = int(self.directory[bucket]), int(self.directory[bucket + buckets])
        if start < end:
            self._verify(np.array([8 * start]), np.array([8 * end - 1]))
        return self.postings[start:end]

    def works_in(self, bucket: int, buckets: int) -> Ints:
        """The numbers of the works of a range of buckets, one for each posting."""
        return (self.read(bucket, buckets) & DOCS).astype(np.int64)

    def keys(self, bucket: int, buckets: int) -> U64:
        """The stored hashes of a range of buckets, one for each posting."""
        edges = self.directory[bucket : bucket + buckets + 1].astype(np.int64)
        sizes = edges[1:] - edges[:-1]
        high = np.repeat(np.arange(bucket, bucket + buckets, dtype=np.uint64), sizes) << self._low
        return high | (self.read(bucket, buckets) >> DOC_BITS)

    def verify(self) -> None:
        """Check every block; raises `IndexFormatError` for the first damaged one."""
        body = self.head.size - HEADER - 4 * len(self._sums)
        self._verify(np.array([0]), np.array([body - 1]))

    def release(self) -> None:
        """Give the memory of the pages read so far back to the system; they stay in its cache."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def _verify(self, first: Ints, last: Ints) -> None:
        if self._all_good:
            return
        low, high = first // BLOCK, last // BLOCK
        if self._good[low].all() and self._good[high].all() and (high - low).max(initial=0) < 2:
            return
        wanted = np.unique(np.concatenate((low, high)))
        for wide in np.flatnonzero(high - low > 1):
            wanted = np.union1d(wanted, np.arange(low[wide], high[wide]))
        body = self.head.size - 4 * len(self._sums)
        wanted = wanted[wanted < len(self._sums)]
        for block in wanted[~self._good[wanted]].tolist():
            start = HEADER + block * BLOCK
            if zlib.crc32(self._map[start : min(start + BLOCK, body)]) != self._sums[block]:
                raise damaged(self.path, f"its bytes from {start} on are damaged")
            self._good[block] = True
        self._all_good = bool(self._good.all())


#: Buckets of more postings (one k-gram in very many works) are searched by halves; the others are read whole.
_WIDE = 64


def _within(table: U64, low: Ints, high: Ints, wanted: U64) -> tuple[Ints, Ints]:
    """Where, in each range [low, high), the numbers begin whose high bits are ``wanted``, and how many there are."""
    sizes = high - low
    wide = np.flatnonzero(sizes > _WIDE)
    if len(wide):
        sizes[wide] = 0
    ends = np.cumsum(sizes)
    shifts = low - ends + sizes
    # Three passes over some ten numbers a range: halving would take four steps of ten passes each.
    places = np.arange(int(ends[-1]) if len(ends) else 0)
    places += np.repeat(shifts, sizes)
    hits = np.flatnonzero(table[places] >> DOC_BITS == np.repeat(wanted, sizes))
    owners = np.searchsorted(ends, hits, "right")
    count = np.bincount(owners, minlength=len(low))
    start = low.copy()
    start[owners[::-1]] = places[hits[::-1]]  # of several in one range the first is written last
    if len(wide):
        start[wide] = _bisect(table, low[wide], high[wide], wanted[wide], np.less)
        count[wide] = _bisect(table, start[wide], high[wide], wanted[wide], np.less_equal) - start[wide]
    return start, count


def _bisect(table: U64, low: Ints, high: Ints, wanted: U64, before: np.ufunc) -> Ints:
    """The first place in [low, high) whose high bits do not come ``before`` the wanted ones, for many ranges at once."""
    last = len(table) - 1
    for _ in range(int((high - low).max(initial=0)).bit_length()):
        middle = (low + high) >> 1
        below = before(table[np.minimum(middle, last)] >> DOC_BITS, wanted) & (low < high)
        low, high = np.where(below, middle + 1, low), np.where(below, high, np.maximum(low, middle))
    return low


def _read_head(path: Path, raw: bytes) -> Head:
    if len(raw) < HEADER:
        raise damaged(path, "it is cut short")
    if raw[:8] != MAGIC:
        raise damaged(path, "it is not a segment of the index of works")
    length, crc = int.from_bytes(raw[8:12], "little"), int.from_bytes(raw[12:16], "little")
    body = raw[16 : 16 + length]
    if len(body) != length or zlib.crc32(body) != crc or any(raw[16 + length :]):
        raise damaged(path, "its header is damaged")
    fields = json.loads(body)
    if fields.get("format") != FORMAT:
        raise damaged(path, f"it is of format {fields.get('format')}, this program reads {FORMAT}")
    return Head(**fields)
