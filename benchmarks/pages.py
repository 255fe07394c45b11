"""Works and the pages that copy them, made from real articles: what the benchmark of matching measures on.

Works beyond the real ones are written by a word chain (which word follows which) learnt from them, so that common words
are common, phrases recur, and no two texts share a long run by accident.  Pages that copy nothing, and what stands
around every copy, come from a chain learnt from other texts.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.copies import FRAME_END, FRAME_TOP, Word, kinds, words

#: A work and its text.
Text = tuple[str, str]
NOTHING, MERGED, QUOTE = "copies nothing", "two merged", "25 words"
#: What ends the pages of many sites: the same on every page, in no work.
FOOTER = (
    "Follow us for more stories like this one.", "Sign up for our newsletter and never miss a story again.",
    "All rights of this site are reserved by its owners.", "Contact the newsroom about us careers terms of use privacy",
    "Share this on your favourite network or print it for later.", "More from this section you may want to read next",
)  # fmt: skip


def read(path: Path) -> list[Text]:
    """Identifier and text of every document of a folder of the data."""
    with gzip.open(path / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [(f"{path.name}/{one['id']}", one["text"]) for one in map(json.loads, lines)]


class Chain:
    """Writes texts in which each word follows the last as it did somewhere in the texts it has learnt from."""

    def __init__(self, texts: list[str]) -> None:
        numbers: dict[str, int] = {}
        self._tokens = np.array([numbers.setdefault(word, len(numbers)) for text in texts for word in text.split()])
        self.words = list(numbers)
        self._next = self._tokens[1:][np.argsort(self._tokens[:-1], kind="stable")]
        counts = np.bincount(self._tokens[:-1], minlength=len(self.words))
        self._first, self._count = np.cumsum(counts) - counts, np.maximum(counts, 1)

    def write(self, texts: int, length: int, seed: int) -> list[str]:
        """So many texts of about so many words, in paragraphs of sixty."""
        source = np.random.default_rng(seed)
        state = source.choice(self._tokens, texts)
        columns = []
        for step in range(int(length * 1.5)):
            columns.append(state)
            at = self._first[state] + source.integers(0, 1 << 30, texts) % self._count[state]
            state = self._next[np.minimum(at, len(self._next) - 1)]
            if step % 7 == 6:  # else rare words would lead every text down the same path
                state = np.where(source.random(texts) < 0.5, source.choice(self._tokens, texts), state)
        lengths = source.integers(length // 2, int(length * 1.5), texts).tolist()
        return [self._text(row[:size].tolist()) for row, size in zip(np.stack(columns, axis=1), lengths, strict=True)]

    def _text(self, numbers: list[int]) -> str:
        picked = [self.words[number] for number in numbers]
        return "\n".join(" ".join(picked[start : start + 60]) for start in range(0, len(picked), 60))


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, the works that stand in it, and what of them does."""

    kind: str
    text: str
    works: tuple[str, ...] = ()
    taken: str = ""


def pages(works: list[Text], filler: Chain, each: int, nothing: int, seed: int) -> Iterator[Page]:
    """``each`` pages of every kind and ``nothing`` that copy no work, all with 12-word teasers of three works.

    Copies are made of works of 200 words and more.
    """
    source = random.Random(seed)
    long = [work for work in works if len(work[1].split()) >= 200]
    vocabulary = filler.words
    names = [*kinds("a b", vocabulary, source), MERGED]
    around = iter(filler.write(each * len(names) + nothing, 350, seed))
    comments = iter(filler.write(each * len(names) + nothing, 60, seed + 1))

    def dressed(kind: str, body: str, refs: tuple[str, ...]) -> Page:
        filling = next(around).split("\n")
        small = len(body.split()) < 150
        middle = len(filling) // 2 if small else 0
        teasers = [
            " ".join(text.split()[at : at + 12]) for _, text in source.sample(long, 3) for at in [source.randrange(180)]
        ]
        parts = [
            " ".join(FRAME_TOP), *filling[:middle], body, *(filling[middle:] if small else ()), *FOOTER, *teasers,
            "Comments", next(comments), " ".join(FRAME_END),
        ]  # fmt: skip
        return Page(kind, "\n".join(parts), refs, body)

    def text(body: list[Word]) -> str:
        return " ".join(word for word, _ in body)

    for name in names:
        for _ in range(each):
            (ref, whole), (second, other) = source.sample(long, 2)
            if name == MERGED:
                yield dressed(name, text(words(whole)) + "\n" + text(words(other)), (ref, second))
            else:
                yield dressed(name, text(kinds(whole, vocabulary, source)[name]()), (ref,))
    for _ in range(nothing):
        page = dressed(NOTHING, "", ())
        yield Page(NOTHING, page.text)
