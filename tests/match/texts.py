"""Texts for the tests of matching: made of invented words, so that what two of them share was put there."""

from __future__ import annotations

import random
from collections.abc import Iterator

from rights.model import Work

_SYLLABLES = [
    f"{a}{b}" for a in ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z") for b in "aeiou"
]


def words(seed: object, count: int) -> list[str]:
    """Words of a made-up language; another seed gives other words in another order."""
    source = random.Random(f"words {seed}")
    return ["".join(source.choices(_SYLLABLES, k=source.randint(2, 4))) for _ in range(count)]


def text(seed: object, count: int = 200) -> str:
    """A text in sentences and paragraphs."""
    found = words(seed, count)
    sentences = [" ".join(found[start : start + 12]).capitalize() + "." for start in range(0, count, 12)]
    return "\n\n".join(" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5))


def work(number: int, count: int = 200, **more: str) -> Work:
    """The work of that number."""
    fields = {"url": f"https://paper.example/{number}", "title": f"Title {number}", "text": text(number, count), **more}
    return Work(id=f"w{number}", **fields)


def works(first: int, last: int, count: int = 200) -> Iterator[Work]:
    """The works from one number up to another."""
    return (work(number, count) for number in range(first, last))
