"""Copies of known make: each word of a made page knows which word of which work it is."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Word = tuple[str, int]  # the word as written, and its place in the work or -1

FRAME_TOP = [
    "Skip",
    "to",
    "content",
    "Home",
    "News",
    "Sport",
    "Business",
    "Culture",
    "Subscribe",
    "Sign",
    "in",
    "We",
    "use",
    "cookies",
    "to",
    "improve",
    "your",
    "experience",
    "Accept",
    "all",
]
FRAME_END = [
    "Share",
    "this",
    "on",
    "Facebook",
    "Tweet",
    "Email",
    "Print",
    "Related",
    "stories",
    "Leave",
    "a",
    "comment",
    "Your",
    "address",
    "will",
    "not",
    "be",
    "shown",
    "All",
    "rights",
    "reserved",
    "Privacy",
    "Terms",
    "of",
    "use",
    "Contact",
    "us",
    "Advertise",
    "with",
    "us",
    "About",
]


@dataclass(frozen=True)
class Copy:
    """A made page: its text, and for each of its words the place in the work or -1."""

    kind: str
    text: str
    origin: tuple[int, ...]
    kept: frozenset[int]  # places of the work that stand in the page unchanged


def words(text: str) -> list[Word]:
    return [(word, place) for place, word in enumerate(text.split())]


def sentences(text: str) -> list[list[Word]]:
    """Sentences as runs of numbered words."""
    out: list[list[Word]] = [[]]
    for word in words(text):
        out[-1].append(word)
        if re.search(r"[.!?]['\"”]?$", word[0]):
            out.append([])
    return [one for one in out if one]


def edited(source: Sequence[Word], rate: float, vocabulary: Sequence[str], rng: random.Random) -> list[Word]:
    """Each word replaced, dropped or followed by a new one with the rate, a third each."""
    out: list[Word] = []
    for word in source:
        if rng.random() >= rate:
            out.append(word)
            continue
        choice = rng.randrange(3)
        if choice == 0:
            out.append((rng.choice(vocabulary), -1))
        elif choice == 2:
            out += [word, (rng.choice(vocabulary), -1)]
    return out


def replaced(source: Sequence[Word], rate: float, vocabulary: Sequence[str], rng: random.Random) -> list[Word]:
    """Each word replaced with the rate."""
    return [(rng.choice(vocabulary), -1) if rng.random() < rate else word for word in source]


def misread(source: Sequence[Word], rate: float, rng: random.Random) -> list[Word]:
    """Each letter misread with the rate, as scanners do."""
    swaps = {
        "e": "c",
        "l": "1",
        "o": "0",
        "m": "rn",
        "h": "b",
        "i": "l",
        "s": "5",
        "n": "u",
        "c": "e",
        "t": "f",
        "a": "o",
    }
    out: list[Word] = []
    for word, place in source:
        read = "".join(swaps.get(c, c) if rng.random() < rate else c for c in word)
        out.append((read, place if read == word else -1))
    return out


def part(source: Sequence[Word], share: float, rng: random.Random) -> list[Word]:
    length = max(1, round(len(source) * share))
    start = rng.randrange(len(source) - length + 1)
    return list(source[start : start + length])


def kinds(text: str, vocabulary: Sequence[str], rng: random.Random) -> dict[str, Callable[[], list[Word]]]:
    """How a work is copied, by name."""
    whole = words(text)

    def shuffled() -> list[Word]:
        groups = sentences(text)
        rng.shuffle(groups)
        return [word for group in groups for word in group]

    def paragraphs_moved() -> list[Word]:
        groups = sentences(text)
        blocks = [groups[at : at + 3] for at in range(0, len(groups), 3)]
        rng.shuffle(blocks)
        return [word for block in blocks for group in block for word in group]

    return {
        "full": lambda: whole,
        "half": lambda: part(whole, 0.5, rng),
        "fifth": lambda: part(whole, 0.2, rng),
        "two paragraphs": lambda: part(whole, min(1.0, 90 / len(whole)), rng),
        "25 words": lambda: part(whole, min(1.0, 25 / len(whole)), rng),
        "edited 5 %": lambda: edited(whole, 0.05, vocabulary, rng),
        "edited 20 %": lambda: edited(whole, 0.20, vocabulary, rng),
        "replaced 20 %": lambda: replaced(whole, 0.20, vocabulary, rng),
        "replaced 40 %": lambda: replaced(whole, 0.40, vocabulary, rng),
        "paragraphs moved": paragraphs_moved,
        "sentences shuffled": shuffled,
        "misread 3 %": lambda: misread(whole, 0.03, rng),
    }


def page(kind: str, body: Sequence[Word], filler: Sequence[str], rng: random.Random) -> Copy:
    """The body between a site's furniture and text that has nothing to do with the work."""
    cut = rng.randrange(len(filler) + 1)
    outside = [(word, -1) for word in [*FRAME_TOP, *filler[:cut]]], [(word, -1) for word in [*filler[cut:], *FRAME_END]]
    whole = [*outside[0], *body, *outside[1]]
    return Copy(
        kind,
        " ".join(word for word, _ in whole),
        tuple(place for _, place in whole),
        frozenset(place for _, place in body if place >= 0),
    )
