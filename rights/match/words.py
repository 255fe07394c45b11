"""Words normalised for comparison, each with its place in the text.

Case, punctuation, typography, compatibility forms, invisible characters and look-alike letters do not count; scripts
written without spaces (Han, kana, Thai, Lao, Khmer, Myanmar) and Hangul give one word a character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

#: Bumped when `tokenise` changes: an index of another version must be rebuilt.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Words:
    """Comparable words and, for each, the half-open character span in the text it came from."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.words)


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def tokenise(text: str) -> Words:
    """Split a text into comparable words."""
    found = [(m.group(), m.span()) for m in _WORD.finditer(text)]
    return Words(
        tuple(unicodedata.normalize("NFKC", word).casefold().replace("’", "'") for word, _ in found),
        tuple(span for _, span in found),
    )


def words_of(text: str) -> Sequence[str]:
    """The comparable words alone."""
    return tokenise(text).words
