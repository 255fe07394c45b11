"""One text made ready for alignment: its comparable words, their codes, and the outside world's word offsets.

Two kinds of words meet here.  A *token* is a comparable word of `rights.match.words`; "state-of-the-art" has four.  A
*unit* is a word as readers of the JSON count: white-space separated (``text.split()``), save that in scripts written
without spaces every character is one, with the punctuation after it.  Alignment works on tokens, answers are in units.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from rights.match.words import Words, tokenise
from rights.patterns import late

Ints = npt.NDArray[np.int64]

#: Words in a seed: 3 survive an edit of every fifth word in half of all places, 2 meet by chance everywhere.
SEED = 3
#: A seed that stands more often than this on one side says nothing about where it came from.
SEED_CAP = 8

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
#: Where evidence is weighed, a word weighs this much; a letter of Thai, Lao, Khmer or Burmese, three of which make a word at
#: least, and a Chinese or Japanese character or Korean syllable, two of which do, weigh their part of it.
WORD = 6
_LETTER, _SIGN = WORD // 3, WORD // 2
_LETTERS = late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SIGNS = late(
    "[\u3005-\u3007\u3021-\u30ff\u3100-\u318f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
    "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]"
)
_HAS_UNSPACED = late(f"[{_UNSPACED}]")
_ANY_UNIT = late(rf"[^\w\s]*(?:[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w])+)(?:(?![{_UNSPACED}])\S)*|\S+")
#: Code points above ASCII that part words: those that ``str.split`` parts at.
_SPACES = np.array([0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000], np.uint32)


def _weight(word: str) -> int:
    if len(word) > 1 or word.isascii():
        return WORD
    return _LETTER if _LETTERS.match(word) else _SIGN if _SIGNS.match(word) else WORD


def is_telling(word: str) -> bool:
    """False for numbers and single letters: rows of them, a calendar or an alphabet, are alike in unrelated texts."""
    return not word.isdigit() and (len(word) > 1 or _weight(word) < WORD)


def unit_bounds(text: str) -> tuple[Ints, Ints]:
    """Where a text's words begin and end, in characters, as its readers count them (see the module)."""
    if not text.isascii() and _HAS_UNSPACED.search(text):
        spans = np.array([found.span() for found in _ANY_UNIT.finditer(text)], np.int64).reshape(-1, 2)
        return spans[:, 0], spans[:, 1]
    if text.isascii():
        codes = np.frombuffer(text.encode("ascii"), np.uint8)
        space = (codes == 32) | ((codes >= 9) & (codes <= 13)) | ((codes >= 28) & (codes <= 31))
    else:
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        space = (wide == 32) | ((wide >= 9) & (wide <= 13)) | ((wide >= 28) & (wide <= 31)) | np.isin(wide, _SPACES)
    edges = np.diff(np.concatenate(([1], space, [1])).astype(np.int8))
    return np.flatnonzero(edges == -1), np.flatnonzero(edges == 1)


_LINE, _BLANK_LINE, _NO_LINE = late(r"\n"), late(r"\n[ \t\r]*\n"), late(r"(?!)")


def _paragraph_break(text: str) -> re.Pattern[str]:
    """What parts a text's paragraphs: blank lines where it has any, else line ends, unless its lines are wrapped."""
    if _BLANK_LINE.search(text):
        return _BLANK_LINE
    lines = text.strip().split("\n")[:200]
    wrapped = sum(40 <= len(line) <= 120 and line.rstrip()[-1:] not in set(".!?…:。！？\"'”’»)") for line in lines)
    return _NO_LINE if len(lines) > 3 and wrapped > len(lines) / 2 else _LINE


@dataclass(frozen=True, eq=False)
class Side:
    """A text with everything that aligning it needs, each computed once and only when asked for."""

    text: str
    tokens: Words

    def __len__(self) -> int:
        return len(self.tokens.words)

    @cached_property
    def codes(self) -> Ints:
        """One 64-bit code a token; equal words have equal codes within this run of the program."""
        return np.fromiter(map(hash, self.tokens.words), np.int64, len(self))

    @cached_property
    def letters(self) -> Ints:
        """Characters of the first n tokens, for n from 0: the length of any run is one subtraction."""
        lengths = np.fromiter(map(len, self.tokens.words), np.int64, len(self))
        return np.concatenate(([0], np.cumsum(lengths)))

    @cached_property
    def weights(self) -> Ints:
        """What the first n tokens weigh, for n from 0; one in six is a word (see `WORD`)."""
        if self.text.isascii():
            return np.arange(len(self) + 1) * WORD
        return np.concatenate(([0], np.cumsum(np.fromiter(map(_weight, self.tokens.words), np.int64, len(self)))))

    @cached_property
    def unit_weights(self) -> Ints:
        """What each unit weighs: all of a word but in scripts without spaces."""
        if self.text.isascii() or not _HAS_UNSPACED.search(self.text):
            return np.full(len(self.unit_bounds[0]), WORD)
        found = (_HAS_UNSPACED.search(self.text, *span) for span in self.units)
        return np.array([_weight(one.group()) if one else WORD for one in found], np.int64)

    @cached_property
    def grams(self) -> Ints:
        """One code for each run of `SEED` tokens."""
        codes = self.codes
        if len(codes) < SEED:
            return np.empty(0, np.int64)
        mixed = codes[: len(codes) - SEED + 1].copy()
        for offset in range(1, SEED):
            mixed = mixed * np.int64(-7046029254386353131) + codes[offset : len(codes) - SEED + 1 + offset]
        return mixed

    @cached_property
    def gram_order(self) -> Ints:
        """Positions of the grams in the order of their codes."""
        return np.argsort(self.grams, kind="stable")

    @cached_property
    def sorted_grams(self) -> Ints:
        """The gram codes, ascending."""
        return self.grams[self.gram_order]

    @cached_property
    def distinct_grams(self) -> Ints:
        """The gram codes, ascending, each once."""
        return np.unique(self.grams)

    @cached_property
    def unit_bounds(self) -> tuple[Ints, Ints]:
        """Where the units begin and end, in characters."""
        return unit_bounds(self.text)

    @cached_property
    def units(self) -> list[tuple[int, int]]:
        """Half-open character spans of the units."""
        starts, ends = self.unit_bounds
        return list(zip(starts.tolist(), ends.tolist(), strict=True))

    @cached_property
    def line_starts(self) -> list[int]:
        """The units that paragraphs begin with, ascending; the first is 0."""
        starts, ends = self.unit_bounds
        breaks = np.fromiter((found.start() for found in _paragraph_break(self.text).finditer(self.text)), np.int64)
        after = np.searchsorted(starts, breaks)
        inner = after[(after > 0) & (after < len(ends))]
        return [0, *np.unique(inner).tolist()]

    def begins_line(self, unit: int) -> bool:
        """True where a paragraph begins at a unit, or the text has ended."""
        at = bisect_left(self.line_starts, unit)
        return unit >= len(self.unit_bounds[0]) or (at < len(self.line_starts) and self.line_starts[at] == unit)

    @cached_property
    def token_units(self) -> tuple[Ints, Ints]:
        """For each token its first unit, and the unit after its last."""
        starts = self.unit_bounds[0]
        flat = np.fromiter(chain.from_iterable(self.tokens.spans), np.int64, 2 * len(self))
        first = np.searchsorted(starts, flat[0::2], "right") - 1
        last = np.searchsorted(starts, flat[1::2] - 1, "right")
        return first, last

    @cached_property
    def tokens_in_unit(self) -> Ints:
        """How many tokens each unit holds; a lone dash holds none."""
        return np.bincount(self.token_units[0], minlength=len(self.unit_bounds[0]))

    @cached_property
    def unit_lists(self) -> tuple[list[int], list[int], list[int]]:
        """`token_units` and `tokens_in_unit` as lists, which are quicker to read one by one."""
        first, last = self.token_units
        return first.tolist(), last.tolist(), self.tokens_in_unit.tolist()

    @cached_property
    def worded_units(self) -> int:
        """Number of units that hold a comparable word."""
        return int(np.count_nonzero(self.tokens_in_unit))

    def units_of(self, tokens: Iterable[int]) -> int:
        """In how many units tokens stand: figures for readers count words as they do."""
        return len(np.unique(self.token_units[0][np.fromiter(tokens, np.int64)]))

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """The half-open unit span of the half-open token span; an empty one stands between its neighbours."""
        first, last = self.token_units
        if start >= end:
            at = int(last[start - 1]) if start else 0
            return at, at
        return int(first[start]), int(last[end - 1])

    def written(self, unit: int) -> str:
        """A word as it is written, with its punctuation."""
        start, end = self.units[unit]
        return self.text[start:end]

    def words_between(self, start: int, end: int) -> str:
        """The text of the units ``start`` to ``end``, as written."""
        if start >= end:
            return ""
        return self.text[self.units[start][0] : self.units[end - 1][1]]


def side(text: str) -> Side:
    """Make a text ready: do it once for a page that is aligned with many works."""
    return Side(text, tokenise(text))
