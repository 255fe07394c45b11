"""Works and the pages that copy them, made from real articles: what the benchmark of matching measures on.

Works beyond the real ones are written by a word chain (which word follows which) learnt from them, so that common words
are common, phrases recur, and no two texts share a long run by accident.  Pages that copy nothing, and what stands
around every copy, come from a chain learnt from other texts.
"""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

#: Kinds of copies; each is made from one work, ``merged`` from two.
KINDS = ("full", "half", "fifth", "paragraphs", "quote", "edit5", "edit20", "edit40", "reordered", "merged")


def read(path: Path) -> list[tuple[str, str]]:
    """Identifier and text of every document of a folder of the data."""
    with gzip.open(path / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [(str(one["id"]), one["text"]) for one in map(json.loads, lines)]


class Chain:
    """Writes texts in which each word follows the last as it did somewhere in the texts it has learnt from."""

    def __init__(self, texts: list[str]) -> None:
        self.words: list[str] = []
        numbers: dict[str, int] = {}
        stream = []
        for text in texts:
            for word in text.split():
                stream.append(numbers.setdefault(word, len(numbers)))
        self.words = list(numbers)
        tokens = np.array(stream)
        order = np.argsort(tokens[:-1], kind="stable")
        self._next = tokens[1:][order]
        counts = np.bincount(tokens[:-1], minlength=len(self.words))
        self._first = np.cumsum(counts) - counts
        self._count = np.maximum(counts, 1)
        self._tokens = tokens

    def write(self, texts: int, words: int, seed: int) -> list[str]:
        """So many texts of about so many words."""
        source = np.random.default_rng(seed)
        state = source.choice(self._tokens, texts)
        columns = []
        for step in range(int(words * 1.5)):
            columns.append(state)
            at = self._first[state] + source.integers(0, 1 << 30, texts) % self._count[state]
            state = self._next[np.minimum(at, len(self._next) - 1)]
            if step % 7 == 6:  # else rare words would lead every text down the same path
                jump = source.random(texts) < 0.5
                state = np.where(jump, source.choice(self._tokens, texts), state)
        table = np.stack(columns, axis=1)
        lengths = source.integers(words // 2, int(words * 1.5), texts)
        found = []
        for row, length in zip(table, lengths.tolist(), strict=True):
            picked = [self.words[number] for number in row[:length].tolist()]
            cuts = [picked[start : start + 60] for start in range(0, length, 60)]
            found.append("\n".join(" ".join(cut) for cut in cuts))
        return found


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text and the works that stand in it; none where it copies nothing."""

    kind: str
    text: str
    works: tuple[str, ...] = ()
    quoted: str = field(default="", repr=False)


def edited(words: list[str], share: float, source: random.Random, others: list[str]) -> list[str]:
    """The words with so many of them replaced, left out or added."""
    found = []
    for word in words:
        if source.random() >= share:
            found.append(word)
            continue
        how = source.random()
        if how < 0.6:
            found.append(source.choice(others))
        elif how < 0.8:
            found += [word, source.choice(others)]
    return found


def taken(kind: str, text: str, source: random.Random, others: list[str], other: str = "") -> str:
    """What a copy of that kind holds of a work (and of another, where it merges two)."""
    words = text.split()
    if kind == "full":
        return text
    if kind in ("half", "fifth"):
        size = len(words) // (2 if kind == "half" else 5)
        start = source.randint(0, len(words) - size)
        return " ".join(words[start : start + size])
    if kind == "paragraphs":
        start = source.randint(0, max(0, len(words) - 120))
        return " ".join(words[start : start + 120])
    if kind == "quote":
        start = source.randint(0, max(0, len(words) - 25))
        return " ".join(words[start : start + 25])
    if kind.startswith("edit"):
        return " ".join(edited(words, int(kind[4:]) / 100, source, others))
    if kind == "reordered":
        pieces = [" ".join(words[start : start + 25]) for start in range(0, len(words), 25)]
        source.shuffle(pieces)
        return " ".join(pieces)
    return text + "\n" + other


NAVIGATION = "Home News Sport Business Culture Opinion Video Podcasts Newsletters Sign in Subscribe My account Search"
COOKIES = "We and our partners store and access information on your device. Accept all Reject all Manage your choices"
FOOTER = (
    "Follow us for more stories like this one.", "Sign up for our newsletter and never miss a story again.",
    "All rights of this site are reserved by its owners.", "Contact the newsroom About us Careers Terms of use Privacy",
    "Share this on your favourite network or print it for later.", "More from this section you may want to read next",
)  # fmt: skip


def dressed(body: str, teasers: list[str], comments: str) -> str:
    """A page's visible text: navigation, the body, footer, teasers of other articles and readers' comments."""
    return "\n".join([NAVIGATION, COOKIES, body, *FOOTER, *teasers, "Comments", comments])


def pages(
    works: list[tuple[str, str]], filler: Chain, each: int, nothing: int, seed: int, least: int = 200
) -> list[Page]:
    """``each`` pages of every kind, and ``nothing`` pages that copy no work; all with 12-word teasers of three works."""
    source = random.Random(seed)
    long = [(ref, text) for ref, text in works if len(text.split()) >= least]
    fillings = filler.write(each * len(KINDS) + nothing, 350, seed)
    comments = filler.write(each * len(KINDS) + nothing, 60, seed + 1)
    others = filler.words
    found = []

    def teasers() -> list[str]:
        texts = [source.choice(long)[1].split() for _ in range(3)]
        return [" ".join(words[at : at + 12]) for words in texts for at in [source.randint(0, len(words) - 12)]]

    for kind in KINDS:
        for _ in range(each):
            (ref, text), (second, other) = source.sample(long, 2)
            body = taken(kind, text, source, others, other)
            if kind in ("fifth", "paragraphs", "quote"):
                cut = fillings.pop().split("\n")
                middle = len(cut) // 2
                page = "\n".join([*cut[:middle], body, *cut[middle:]])
            else:
                page = body
            refs = (ref, second) if kind == "merged" else (ref,)
            found.append(Page(kind, dressed(page, teasers(), comments.pop()), refs, body))
    found += [Page("nothing", dressed(fillings.pop(), teasers(), comments.pop())) for _ in range(nothing)]
    return found
