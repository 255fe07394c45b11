"""Segment files written: sorted, checked, synced, and several made one."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np

from rights.match.fingerprint import U64, Ints
from rights.match.segments import BLOCK, DOC_BITS, DOCS, HASH_BITS, HEADER, MAGIC, Head, Segment, stored


def directory_bits(postings: int) -> int:
    """High bits of the hash that the directory resolves: buckets of 8 to 16 postings."""
    return min(24, max(HASH_BITS - 32, (postings // 8).bit_length() - 1))


def write(path: Path, head: Head, pieces: Iterable[tuple[U64, U64]]) -> Head:
    """Write a segment from (stored hashes, work numbers) in the order of the hashes; synced before it returns.

    ``pieces`` come range by range: no hash of a later piece is smaller than one of an earlier.  Numbers of postings,
    works and bytes in ``head`` are filled in.
    """
    low = np.uint64(HASH_BITS - head.bits)
    counts = np.zeros((1 << head.bits) + 1, "<u4")
    total = 0
    with path.open("wb") as file:
        file.write(b"\0" * HEADER)
        for hashes, works in pieces:
            total += len(hashes)
            bucket = (hashes >> low).astype(np.int64)
            if len(bucket):
                base = int(bucket[0])
                found = np.bincount(bucket - base)
                counts[base + 1 : base + 1 + len(found)] += found.astype(np.uint32)
            rest = hashes & np.uint64((1 << int(low)) - 1)
            file.write(((rest << DOC_BITS) | works).astype("<u8", copy=False).data)
        file.write(np.cumsum(counts, out=counts, dtype="<u4").data)
        file.flush()
        body = file.tell() - HEADER
        sums = _block_sums(path, body)
        file.write(np.fromiter(sums, "<u4").tobytes())
        head = Head(**{**asdict(head), "postings": total, "size": file.tell()})
        raw = json.dumps(asdict(head)).encode()
        file.seek(0)
        file.write(MAGIC + len(raw).to_bytes(4, "little") + zlib.crc32(raw).to_bytes(4, "little") + raw)
        file.flush()
        os.fsync(file.fileno())
    return head


def _block_sums(path: Path, body: int) -> Iterator[int]:
    with path.open("rb") as file:
        file.seek(HEADER)
        while body > 0:
            block = file.read(min(BLOCK, body))
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
            works.append(segment.read(piece * share, share) & DOCS)
        key, work = np.concatenate(hashes), np.concatenate(works)
        if len(dead):
            alive = ~np.isin(work, dead.astype(np.uint64))
            key, work = key[alive], work[alive]
        order = np.argsort(key, kind="stable")  # segments hold rising work numbers: equal hashes stay in that order
        yield key[order], work[order]
        for segment in segments:
            segment.release()
