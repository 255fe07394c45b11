"""What several of the found works share with a page although they are different texts: a notice, a line about an author, what
everybody quotes.  It names none of them, in an archive of ten works as in one of a million.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rights.match.align import Alignment
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
    ours, theirs = np.unique(one.grams), np.unique(other.grams)
    return len(np.intersect1d(ours, theirs, assume_unique=True)) >= _ALIKE * min(len(ours), len(theirs))


def widespread(covered: Sequence[Mask], found: Sequence[Alignment], at: int) -> Mask | None:
    """The tokens of the page that one of the found works shares with others, different texts; None where there are none."""
    mine = covered[at]
    least = _MOST * np.count_nonzero(mine)
    sharers = [other for other in range(len(found)) if np.count_nonzero(covered[other] & mine) >= least]
    if len(sharers) < TEXTS:
        return None
    texts: list[Side] = []
    for other in sharers:
        if not any(alike(found[other].work, text) for text in texts):
            texts.append(found[other].work)
    if len(texts) < TEXTS:
        return None
    times = np.sum([covered[other] for other in sharers], axis=0)
    many: Mask = mine & (times >= TEXTS)
    return many


def told(page: Side, tokens: Mask, works: Sequence[Mask]) -> tuple[Boilerplate, ...]:
    """The passages that these tokens make, in the page's own words, with how many of the works share each."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], tokens, [False])).astype(np.int8)))
    out = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        span = page.span_of(start, end)
        sharing = sum(bool(one[start:end].mean() >= _MOST) for one in works)
        out.append(Boilerplate(page.words_between(*span), span, sharing))
    return tuple(out)
