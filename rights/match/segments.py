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
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rights.errors import IndexFormatError
from rights.match.fingerprint import U64, Ints

#: Bits of a hash that are stored; two different k-grams agree in them once in 2.8e14.
HASH_BITS = 48
FORMAT = 1
_MAGIC = b"RIGHTSEG"
_HEADER = 4096
_BLOCK = 16384
_DOC_BITS = np.uint64(32)
_DOCS = np.uint64(0xFFFFFFFF)
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
            self.head = _read_head(path, file.read(_HEADER))
            size = os.fstat(file.fileno()).st_size
            if size != self.head.size:
                raise damaged(path, f"it holds {size} bytes of {self.head.size}")
            if expected is not None and expected != self.head:
                raise damaged(path, "it is not the segment that the catalogue names")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if hasattr(mmap, "MADV_RANDOM"):
            self._map.madvise(mmap.MADV_RANDOM)
        head = self.head
        self.postings: U64 = np.frombuffer(self._map, "<u8", head.postings, _HEADER)
        self.directory: NDArray[np.uint32] = np.frombuffer(
            self._map, "<u4", (1 << head.bits) + 1, _HEADER + 8 * head.postings
        )
        blocks = -(-(8 * head.postings + 4 * ((1 << head.bits) + 1)) // _BLOCK)
        self._sums = np.frombuffer(self._map, "<u4", blocks, head.size - 4 * blocks)
        self._good = np.zeros(blocks, np.bool_)
        self._all_good = False
        self._low = np.uint64(HASH_BITS - head.bits)

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
        return (self.postings[places] & _DOCS).astype(np.int64)

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
        return (self.read(bucket, buckets) & _DOCS).astype(np.int64)

    def keys(self, bucket: int, buckets: int) -> U64:
        """The stored hashes of a range of buckets, one for each posting."""
        edges = self.directory[bucket : bucket + buckets + 1].astype(np.int64)
        sizes = edges[1:] - edges[:-1]
        high = np.repeat(np.arange(bucket, bucket + buckets, dtype=np.uint64), sizes) << self._low
        return high | (self.read(bucket, buckets) >> _DOC_BITS)

    def verify(self) -> None:
        """Check every block; raises `IndexFormatError` for the first damaged one."""
        body = self.head.size - _HEADER - 4 * len(self._sums)
        self._verify(np.array([0]), np.array([body - 1]))

    def release(self) -> None:
        """Give the memory of the pages read so far back to the system; they stay in its cache."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def _verify(self, first: Ints, last: Ints) -> None:
        if self._all_good:
            return
        low, high = first // _BLOCK, last // _BLOCK
        if self._good[low].all() and self._good[high].all() and (high - low).max(initial=0) < 2:
            return
        wanted = np.unique(np.concatenate((low, high)))
        for wide in np.flatnonzero(high - low > 1):
            wanted = np.union1d(wanted, np.arange(low[wide], high[wide]))
        body = self.head.size - 4 * len(self._sums)
        wanted = wanted[wanted < len(self._sums)]
        for block in wanted[~self._good[wanted]].tolist():
            start = _HEADER + block * _BLOCK
            if zlib.crc32(self._map[start : min(start + _BLOCK, body)]) != self._sums[block]:
                raise damaged(self.path, f"its bytes from {start} on are damaged")
            self._good[block] = True
        self._all_good = bool(self._good.all())


#: A bucket of more postings (one k-gram in very many works) is searched by halving, the others are read whole.
_WIDE = 128


def _within(table: U64, low: Ints, high: Ints, wanted: U64) -> tuple[Ints, Ints]:
    """Where, in each range [low, high), the numbers begin whose high bits are ``wanted``, and how many there are."""
    size = np.where(high - low > _WIDE, 0, high - low)
    ends = np.cumsum(size)
    inside = np.repeat(low - (ends - size), size) + np.arange(int(ends[-1]) if len(ends) else 0)
    equal = np.flatnonzero(table[inside] >> _DOC_BITS == np.repeat(wanted, size))
    asked = np.searchsorted(ends, equal, "right")
    start, count = low.copy(), np.bincount(asked, minlength=len(low))
    first = np.flatnonzero(np.diff(asked, prepend=-1))
    start[asked[first]] = inside[equal[first]]
    wide = np.flatnonzero(high - low > _WIDE)
    if len(wide):
        least = wanted[wide] << _DOC_BITS
        start[wide] = _bisect(table, low[wide], high[wide], least)
        count[wide] = _bisect(table, start[wide], high[wide], least + _DOCS + np.uint64(1)) - start[wide]
    return start, count


def _bisect(table: U64, low: Ints, high: Ints, wanted: U64) -> Ints:
    """The first place in [low, high) whose number is not below ``wanted``, for many ranges at once."""
    for _ in range(int((high - low).max(initial=0)).bit_length()):
        middle = (low + high) >> 1
        below = (low < high) & (table[np.minimum(middle, len(table) - 1)] < wanted)
        low, high = np.where(below, middle + 1, low), np.where(below | (low >= high), high, middle)
    return low


def _read_head(path: Path, raw: bytes) -> Head:
    if len(raw) < _HEADER:
        raise damaged(path, "it is cut short")
    if raw[:8] != _MAGIC:
        raise damaged(path, "it is not a segment of the index of works")
    length, crc = int.from_bytes(raw[8:12], "little"), int.from_bytes(raw[12:16], "little")
    body = raw[16 : 16 + length]
    if len(body) != length or zlib.crc32(body) != crc or any(raw[16 + length :]):
        raise damaged(path, "its header is damaged")
    fields = json.loads(body)
    if fields.get("format") != FORMAT:
        raise damaged(path, f"it is of format {fields.get('format')}, this program reads {FORMAT}")
    return Head(**fields)


# --- writing ----------------------------------------------------------------------------------------------------


def directory_bits(postings: int) -> int:
    """High bits of the hash that the directory resolves: buckets of 12 to 24 postings."""
    return min(24, max(HASH_BITS - 32, (postings // 12).bit_length() - 1))


def write(path: Path, head: Head, pieces: Iterable[tuple[U64, U64]]) -> Head:
    """Write a segment from (stored hashes, work numbers) in the order of the hashes; synced before it returns.

    ``pieces`` come range by range: no hash of a later piece is smaller than one of an earlier.  Numbers of postings,
    works and bytes in ``head`` are filled in.
    """
    low = np.uint64(HASH_BITS - head.bits)
    counts = np.zeros((1 << head.bits) + 1, np.int64)
    total = 0
    with path.open("wb") as file:
        file.write(b"\0" * _HEADER)
        for hashes, works in pieces:
            total += len(hashes)
            bucket = (hashes >> low).astype(np.int64)
            if len(bucket):
                base = int(bucket[0])
                found = np.bincount(bucket - base)
                counts[base + 1 : base + 1 + len(found)] += found
            rest = hashes & np.uint64((1 << int(low)) - 1)
            file.write(((rest << _DOC_BITS) | works).astype("<u8").tobytes())
        file.write(np.cumsum(counts).astype("<u4").tobytes())
        file.flush()
        body = file.tell() - _HEADER
        sums = _block_sums(path, body)
        file.write(np.fromiter(sums, "<u4").tobytes())
        head = Head(**{**asdict(head), "postings": total, "size": file.tell()})
        raw = json.dumps(asdict(head)).encode()
        file.seek(0)
        file.write(_MAGIC + len(raw).to_bytes(4, "little") + zlib.crc32(raw).to_bytes(4, "little") + raw)
        file.flush()
        os.fsync(file.fileno())
    return head


def _block_sums(path: Path, body: int) -> Iterator[int]:
    with path.open("rb") as file:
        file.seek(_HEADER)
        while body > 0:
            block = file.read(min(_BLOCK, body))
            body -= len(block)
            yield zlib.crc32(block)


def in_order(hashes: U64, owners: Ints, first: int) -> tuple[U64, U64]:
    """Stored hashes and numbers of works sorted by both, each pair once; at most 65,536 works, the first is ``first``."""
    packed = (stored(hashes) << np.uint64(16)) | owners.astype(np.uint64)
    packed.sort()  # np.unique would hash: fifty times slower
    new = np.ones(len(packed), np.bool_)
    new[1:] = packed[1:] != packed[:-1]
    packed = packed[new]
    return packed >> np.uint64(16), (packed & np.uint64(0xFFFF)) + np.uint64(first)


def merged(segments: list[Segment], dead: Ints, memory: int) -> Iterator[tuple[U64, U64]]:
    """The postings of several segments as one, without those of dead works, in pieces that fit into ``memory`` bytes."""
    total = sum(segment.head.postings for segment in segments)
    fewest = min(segment.head.bits for segment in segments)
    pieces = 1 << min(fewest, max(0, (total * 64 // max(1, memory)).bit_length()))
    for piece in range(pieces):
        hashes, works = [], []
        for segment in segments:
            share = (1 << segment.head.bits) // pieces
            hashes.append(segment.keys(piece * share, share))
            works.append(segment.read(piece * share, share) & _DOCS)
        key, work = np.concatenate(hashes), np.concatenate(works)
        if len(dead):
            alive = ~np.isin(work, dead.astype(np.uint64))
            key, work = key[alive], work[alive]
        order = np.argsort(key, kind="stable")  # segments hold rising work numbers: equal hashes stay in that order
        yield key[order], work[order]
        for segment in segments:
            segment.release()
