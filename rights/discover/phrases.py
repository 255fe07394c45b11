"""The phrases of a work by which copies of it are searched: 8 to 12 words that hardly any other text holds.

Taken from every region of the text, so that a copy of a part is found too; from whole sentences' insides, so that a
search engine finds them as one phrase; never from passages that several works of the index share.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rights.match.fingerprint import hash_words
from rights.match.index import Index
from rights.match.words import tokenise, words_of
from rights.patterns import late

SHORTEST, LONGEST = 8, 12
#: Works whose words are counted to tell rare ones: more change the order of phrases hardly at all.
SAMPLE = 2_000

#: Where a phrase must not run across: sentence ends, paragraphs, quotation marks and brackets.
_BREAK = late(r"[.!?。！？…][\"”’»)]*\s|\n|[\"“”«»„()\[\]{}|•:;]")


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of ``works`` texts each word occurs."""

    counts: Counter[str]
    works: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> Rarity:
        """Count the words of the first `SAMPLE` texts."""
        counts: Counter[str] = Counter()
        works = 0
        for text in texts:
            counts.update(set(words_of(text)))
            works += 1
            if works >= SAMPLE:
                break
        return cls(counts, works)

    def weight(self, word: str) -> float:
        """Inverse document frequency; where nothing has been counted, longer words pass for rarer."""
        if self.works < 20:
            return min(len(word), 10) / 2
        return math.log((self.works + 1) / (self.counts[word] + 1))


def shared_words(index: Index) -> Callable[[str], set[int]]:
    """Asks the index which words of a text (their numbers) stand in passages that more than one work holds."""

    def ask(text: str) -> set[int]:
        hits = index.hits(hash_words([text])[0])
        shared: set[int] = set()
        for place, weight in zip(hits.places.tolist(), hits.weights.tolist(), strict=True):
            if weight < 1.0:
                shared.update(range(place, place + 6))
        for place, reach in zip(hits.common.tolist(), hits.reach.tolist(), strict=True):
            shared.update(range(place, place + reach))
        return shared

    return ask


def distinctive(
    text: str, rarity: Rarity, *, count: int = 3, shared: Callable[[str], set[int]] = lambda text: set()
) -> list[str]:
    """At most ``count`` phrases, one from each of so many equal regions, rarest first; fewer where a region has none."""
    tokens = tokenise(text)
    candidates = _candidates(text, tokens.words, tokens.spans, rarity, shared(text))
    best: dict[int, tuple[float, str]] = {}
    for score, place, phrase in candidates:
        region = min(place * count // max(len(tokens), 1), count - 1)
        if region not in best or score > best[region][0]:
            best[region] = (score, phrase)
    return [phrase for _, phrase in sorted(best.values(), reverse=True)]


def _candidates(
    text: str, words: Sequence[str], spans: Sequence[tuple[int, int]], rarity: Rarity, shared: set[int]
) -> Iterable[tuple[float, int, str]]:
    """Every phrase between two breaks, with its score and the number of its first word."""
    ends = [match.start() for match in _BREAK.finditer(text)]
    sentence = 0
    sentences: list[int] = []  # for each word, the number of the piece it stands in
    for start, _ in spans:
        while sentence < len(ends) and ends[sentence] < start:
            sentence += 1
        sentences.append(sentence)
    for first in range(len(words) - SHORTEST + 1):
        last = first + SHORTEST
        if sentences[first] != sentences[last - 1]:
            continue
        while last < len(words) and last - first < LONGEST and sentences[last] == sentences[first]:
            last += 1
        if any(place in shared for place in range(first, last)):
            continue
        inside = words[first:last]
        if len(set(inside)) < len(inside) - 2 or sum(any(map(str.isdigit, word)) for word in inside) > 2:
            continue
        score = sum(rarity.weight(word) for word in inside) / len(inside)
        yield score, first, " ".join(text[spans[first][0] : spans[last - 1][1]].split())
