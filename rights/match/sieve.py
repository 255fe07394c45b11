"""A sieve before a segment: most k-grams that it does not hold are told by one look into a small table.

A page shares nothing with any work, as a rule, and an index of a million works answers "no" to each of its k-grams with
several reads at far places.  The sieve answers most of them with one: a Bloom filter (Bloom 1970) whose two bits of a
hash stand in one 64-bit number ("blocked", Putze, Sanders and Singler 2007).  It never says no to a hash that is held.

It is a file beside its segment, made by what looks through archives (`Index`, ``sifted``) and good for as long as the segment is:
segments never change.  Checks of single pages do without it.
"""

from __future__ import annotations

import mmap
import os
import zlib
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from rights.match.fingerprint import U64
from rights.match.parts import Part
from rights.match.segments import HASH_BITS, Segment

SUFFIX = ".sieve"
#: Bits of the table for one posting, at least; at most twice as many.  With 8 one hash in 21 passes that should not, with
#: 16 one in 72.
_BITS_EACH = 8
_MAGIC, _HEADER = b"RIGHTSIV", 4096
_PLACE = np.uint64(63)
_ONE = np.uint64(1)
_SIX = np.uint64(6)
#: Buckets of a segment that are read at a time: some million postings.
_AT_A_TIME = 1 << 18


class Sieve:
    """Stored hashes of which most can be told not to be there."""

    def __init__(self, table: U64) -> None:
        self._table = table
        self._shift = np.uint64(HASH_BITS - (len(table).bit_length() - 1))

    @classmethod
    def over(cls, keys: U64) -> Self:
        """A sieve over stored hashes in rising order, in memory."""
        sieve = cls(np.zeros(1 << _width(len(keys)), np.uint64))
        sieve._take_in(keys)
        return sieve

    @classmethod
    def beside(cls, segment: Segment) -> Self:
        """The sieve beside a segment, made where there is none or a damaged one; `OSError` where it cannot be written."""
        path = segment.path.with_suffix(SUFFIX)
        found = cls._opened(path, segment)
        if found is None:
            cls._write(path, segment)
            found = cls._opened(path, segment)
        if found is None:
            raise OSError(5, "the sieve just written cannot be read", str(path))
        return found

    def may_hold(self, keys: U64) -> NDArray[np.bool_]:
        """For each stored hash: False only where it is not there."""
        bits = _bits(keys)
        passed: NDArray[np.bool_] = (self._table[(keys >> self._shift).astype(np.int64)] & bits) == bits
        return passed

    def _take_in(self, keys: U64) -> None:
        if not len(keys):
            return
        rows = (keys >> self._shift).astype(np.int64)
        first = np.flatnonzero(np.diff(rows, prepend=-1))
        self._table[rows[first]] |= np.bitwise_or.reduceat(_bits(keys), first)

    @classmethod
    def _opened(cls, path: Path, segment: Segment) -> Self | None:
        try:
            with path.open("rb") as file:
                raw = file.read(_HEADER)
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):
            return None
        width = _width(segment.head.postings)
        if len(mapped) != _HEADER + (8 << width):
            return None
        table = np.frombuffer(mapped, "<u8", 1 << width, _HEADER)
        if raw[: len(_MAGIC) + 16] != _header(segment, zlib.crc32(table.data)):
            return None
        return cls(table)

    @classmethod
    def _write(cls, path: Path, segment: Segment) -> None:
        sieve = cls(np.zeros(1 << _width(segment.head.postings), "<u8"))
        buckets = 1 << segment.head.bits
        for bucket in range(0, buckets, _AT_A_TIME):
            sieve._take_in(segment.keys(bucket, min(_AT_A_TIME, buckets - bucket)))
        segment.release()
        half = path.with_name(f".{path.name}.{os.getpid()}")
        with half.open("wb") as file:
            file.write(_header(segment, zlib.crc32(sieve._table.data)).ljust(_HEADER, b"\0"))
            file.write(sieve._table.data)
        half.replace(path)


class Sifted:
    """A part of the index behind its sieve, asked as the part is."""

    def __init__(self, part: Part, sieve: Sieve) -> None:
        self.find, self.works_at, self.may_hold = part.find, part.works_at, sieve.may_hold


def _width(postings: int) -> int:
    """The bits of a hash that name a number of the table."""
    return max(0, (_BITS_EACH * postings).bit_length() - 6)


def _bits(keys: U64) -> U64:
    """The two bits of each hash within its number of the table; the hash's low bits, which do not name the number."""
    bits: U64 = (_ONE << (keys & _PLACE)) | (_ONE << ((keys >> _SIX) & _PLACE))
    return bits


def _header(segment: Segment, crc: int) -> bytes:
    return (
        _MAGIC
        + segment.head.postings.to_bytes(8, "little")
        + segment.checksum.to_bytes(4, "little")
        + crc.to_bytes(4, "little")
    )
