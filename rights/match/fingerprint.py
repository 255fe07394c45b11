"""Fingerprints: rolling k-grams of words as 64-bit numbers, of which winnowing keeps a few.

Winnowing (Schleimer, Wilkerson and Aiken 2003) keeps the smallest hash of every ``w`` consecutive k-grams.  Where a
work and a page share a run of at least ``k + w - 1`` words, the run holds ``w`` whole k-grams; the smallest of them was
kept when the work was indexed, and the page is asked with every k-gram it has: the run is found, always.  About
``2 / (w + 1)`` of the k-grams are kept.

The numbers are the same on every machine and in every process; they depend on the words alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rights.match.words import simple, words_of
from rights.patterns import late

U64: TypeAlias = NDArray[np.uint64]
Ints: TypeAlias = NDArray[np.int64]

#: Bumped when the numbers change: an index of another version must be rebuilt.
VERSION = 1
#: So many works are indexed with the shorter k-gram; those beyond with the longer, which chance meets less often.
FEW = 100_000


@dataclass(frozen=True, slots=True)
class Scheme:
    """Words in a k-gram and k-grams in a window; every shared run of ``guarantee`` words is found."""

    k: int
    w: int

    @property
    def guarantee(self) -> int:
        """Words that a shared run must have to be found for certain."""
        return self.k + self.w - 1


def scheme_for(works: int) -> Scheme:
    """The scheme by which the next work is indexed: runs of 13 words up to `FEW` works, of 15 beyond."""
    return Scheme(6, 8) if works < FEW else Scheme(8, 8)


# --- words to numbers -------------------------------------------------------------------------------------------

_LETTERS = b"abcdefghijklmnopqrstuvwxyz0123456789"
_APART, _JOINED, _NEXT = 0, 1, 2  # byte values: between words, inside a word but not part of it, between texts
_KEPT = bytes(c if c in _LETTERS or c in b"'-.," or c >= 128 else _APART for c in range(256))
_KIND = np.zeros(256, np.uint8)
_KIND[[*_LETTERS, *range(128, 256)]], _KIND[[*b"'-.,"]] = 1, 2
_IS_DIGIT = np.zeros(256, np.bool_)
_IS_DIGIT[[*b"0123456789"]] = True
_LINE_END = late(r"-[ \t]*\r?\n[ \t]*")
#: Of a longer word only so many bytes (and its length) count: no real word is, and hostile ones must cost little.
_WORD_BYTES = 64
_MASKS = np.array([(1 << (8 * n)) - 1 for n in range(9)], np.uint64)
_STEP = np.uint64(0x9E3779B97F4A7C15)
_ONE, _TWO = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31 = np.uint64(30), np.uint64(27), np.uint64(31)


def _mix(z: U64) -> U64:
    """Finish a hash in place: splitmix64 (Steele, Lea and Flood 2014)."""
    z ^= z >> _S30
    z *= _ONE
    z ^= z >> _S27
    z *= _TWO
    z ^= z >> _S31
    return z


def hash_words(texts: Sequence[str]) -> tuple[U64, Ints]:
    """The comparable words of many texts as numbers, one text after the other, and how many each text has."""
    buffer = _buffer(texts)
    data = np.frombuffer(buffer, np.uint8)
    edges = np.flatnonzero((data[1:] > _NEXT) != (data[:-1] > _NEXT)) + 1
    starts, ends = edges[0::2], edges[1::2]
    stops = np.flatnonzero(data == _NEXT)
    counts = np.diff(np.searchsorted(starts, stops), prepend=0)
    return _hashes(buffer, starts, ends), counts.astype(np.int64)


def _buffer(texts: Sequence[str]) -> bytes:
    """All texts as bytes in which only words, gaps and ends of texts are left."""
    parts = []
    for text in texts:
        plain = simple(text)
        if plain is None:
            plain = " ".join(words_of(text))
        elif "-" in plain and "\n" in plain:
            plain = _LINE_END.sub("-", plain)
        parts.append(plain.encode().translate(_KEPT) + b"\0\0\2")
    raw = bytearray(b"\0\0" + b"\0\0".join(parts))
    data = np.frombuffer(raw, np.uint8)
    kind = _KIND[data]
    at = np.flatnonzero(kind == 2)
    if len(at):
        data[at] = np.where(_joins(data, kind, at), _JOINED, _APART)
    return bytes(raw).translate(None, bytes([_JOINED])) + b"\0" * _WORD_BYTES


def _joins(data: NDArray[np.uint8], kind: NDArray[np.uint8], at: Ints) -> NDArray[np.bool_]:
    """Which of the apostrophes, hyphens, dots and commas stand inside a word: the rules of `words.tokenise`."""
    before, after = data[at - 1], data[at + 1]
    inside = (kind[at - 1] == 1) & (kind[at + 1] == 1)
    digits = _IS_DIGIT[before], _IS_DIGIT[after]
    alone = (kind[at - 2] != 1) & (kind[at + 2] != 1) & ~digits[0] & ~digits[1] & (data[at] == ord("."))
    free = (data[at] == ord("'")) | (data[at] == ord("-"))
    joins: NDArray[np.bool_] = inside & (free | (digits[0] & digits[1]) | alone)
    return joins


def _hashes(buffer: bytes, starts: Ints, ends: Ints) -> U64:
    chunks = np.ndarray((len(buffer) - 7,), "<u8", buffer, strides=(1,))
    sizes = ends - starts
    hashes = _mix((chunks[starts] & _MASKS[np.minimum(sizes, 8)]) + sizes.astype(np.uint64) * _STEP)
    long = np.flatnonzero(sizes > 8)
    for done in range(8, _WORD_BYTES, 8):
        if not len(long):
            break
        more = chunks[starts[long] + done] & _MASKS[np.minimum(sizes[long] - done, 8)]
        hashes[long] = _mix(hashes[long] * _STEP + more)
        long = long[sizes[long] > done + 8]
    return hashes


# --- numbers to fingerprints ------------------------------------------------------------------------------------


def grams(words: U64, k: int) -> U64:
    """The hash of every ``k`` consecutive words, by the place of the first."""
    count = max(0, len(words) - k + 1)
    rolled = words[:count].copy()
    for ahead in range(1, k):
        rolled *= _STEP
        rolled += words[ahead : ahead + count]
    return _mix(rolled)


def _least(hashes: U64, w: int) -> U64:
    """The smallest of every ``w`` consecutive hashes."""
    count, reach = len(hashes), 1
    while reach * 2 <= w:
        hashes = np.minimum(hashes[:-reach], hashes[reach:])
        reach *= 2
    return hashes if reach == w else np.minimum(hashes[: count - w + 1], hashes[w - reach : count - reach + 1])


def winnow(words: U64, counts: Ints, scheme: Scheme) -> tuple[U64, Ints]:
    """The fingerprints of many texts, given as by `hash_words`: the numbers and the place of the text of each.

    A text too short for a whole window keeps the smallest of its k-grams; one shorter than ``k`` words has none.
    A number may stand twice for one text.
    """
    hashes = grams(words, scheme.k)
    first = np.cumsum(counts) - counts
    windows = np.maximum(counts - scheme.guarantee + 1, 0)
    owners = np.repeat(np.arange(len(counts)), windows)
    chosen = np.empty(0, np.uint64)
    if len(owners):
        at = np.arange(len(owners)) + np.repeat(first - (np.cumsum(windows) - windows), windows)
        least = _least(hashes, scheme.w)[at]
        new = np.ones(len(least), np.bool_)
        new[1:] = (least[1:] != least[:-1]) | (owners[1:] != owners[:-1])
        chosen, owners = least[new], owners[new]
    short = np.flatnonzero((windows == 0) & (counts >= scheme.k))
    if len(short):
        bounds = np.stack((first[short], first[short] + counts[short] - scheme.k + 1), axis=1).ravel()
        padded = np.append(hashes, np.uint64(0))  # the last bound may be the end
        chosen = np.concatenate((chosen, np.minimum.reduceat(padded, bounds)[::2]))
        owners = np.concatenate((owners, short))
    return chosen, owners
