"""What several of the found works share with a page although they are different texts: a notice, a line about an author, what
everybody quotes.  It names none of them, in an archive of ten works as in one of a million.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rights.match.boilerplate import Boilerplate, Mask
from rights.match.sides import Side

#: So many different texts that share a passage of a page make it widespread.
TEXTS = 3
#: Part of the grams of the shorter that two versions of one text share, and that different texts never do.
_ALIKE = 0.5
#: Part of what one work explains of a page that another must explain to share it.
_MOST = 0.8


def alike(one: Side, other: Side) -> bool:
    """True for versions of one text, whole or much of it."""
    ours, theirs = one.distinct_grams, other.distinct_grams
    return len(np.intersect1d(ours, theirs, assume_unique=True)) >= _ALIKE * min(len(ours), len(theirs))


class Sharing:
    """Which tokens of a page each of the found works explains, and which of the works are different texts."""

    def __init__(self, covered: Sequence[Mask], works: Sequence[Side]) -> None:
        self._covered, self._works = covered, works
        self._alike: dict[tuple[int, int], bool] = {}

    def of(self, at: int) -> tuple[Mask, list[int]]:
        """The tokens that a work shares with at least two others, and those works, itself among them."""
        mine = self._covered[at]
        least = _MOST * np.count_nonzero(mine)
        sharers = [n for n, other in enumerate(self._covered) if np.count_nonzero(other & mine) >= least]
        times = np.sum([self._covered[n] for n in sharers], axis=0)
        many: Mask = mine & (times >= TEXTS)
        return many, sharers

    def are_different(self, works: Sequence[int]) -> bool:
        """True where so many of the works are different texts that what all share is widespread."""
        texts: list[int] = []
        for work in works:
            if not any(self._same(text, work) for text in texts):
                texts.append(work)
                if len(texts) == TEXTS:
                    return True
        return False

    def _same(self, one: int, other: int) -> bool:
        pair = (min(one, other), max(one, other))
        if pair not in self._alike:
            self._alike[pair] = alike(self._works[one], self._works[other])
        return self._alike[pair]


def told(page: Side, tokens: Mask, works: Sequence[Mask]) -> tuple[Boilerplate, ...]:
    """The passages that these tokens make, in the page's own words, with how many of the works share each."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], tokens, [False])).astype(np.int8)))
    out = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        span = page.span_of(start, end)
        sharing = sum(bool(one[start:end].mean() >= _MOST) for one in works)
        out.append(Boilerplate(page.words_between(*span), span, sharing))
    return tuple(out)
