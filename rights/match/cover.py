"""Several originals in one page: which works explain which part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights.match.align import Alignment, align_sides
from rights.match.sides import Side, side
from rights.model import Match

#: A work is an original of its own when it alone explains so many words of the page.
OWN_WORDS = 15
#: Two works are told as one group when the one explains this part of what the other does.
SAME_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Original:
    """A work that a page shares passages with.

    ``index`` is its place in the list given; ``own`` counts the page's words, as `Match.words` counts, that no better work
    explains, and ``beside`` is the index of the better work that explains nearly all of the same words (None for an original of its
    own): an archive is full of near-duplicates, so an answer names the group.
    """

    index: int
    match: Match
    own: int
    beside: int | None = None


def align_many(copy_text: str, works: Sequence[str]) -> tuple[Original, ...]:
    """Every work that a page copies, those that explain most of it first; each near-duplicate after its better."""
    page = side(copy_text)
    return cover([align_sides(side(work), page) for work in works])


def align_sides_many(copy: Side, works: Sequence[Side]) -> tuple[Original, ...]:
    """`align_many` for texts made ready."""
    return cover([align_sides(work, copy) for work in works])


def cover(found: Sequence[Alignment]) -> tuple[Original, ...]:
    """Order alignments of one page so that each explains most of what those before it leave (greedy set cover).

    A score per work would rank ten versions of one report before a second source; a cover reports both sources.
    """
    words = {at: _copy_words(one) for at, one in enumerate(found) if one.blocks}
    left = dict(words)
    taken: set[int] = set()
    out: list[Original] = []
    while left:
        best = max(left, key=lambda at: (len(left[at] - taken), found[at].match().containment, -at))
        own = left[best] - taken
        if len(own) < OWN_WORDS and taken:
            break
        out.append(Original(best, found[best].match(), found[best].copy.units_of(own)))
        taken |= left.pop(best)
    for at in sorted(left, key=lambda at: -len(left[at])):
        beside = max(out, key=lambda one: len(words[one.index] & words[at]))
        own = words[at] - taken
        out.append(Original(at, found[at].match(), found[at].copy.units_of(own), beside.index))
    return tuple(_grouped(out, words))


def _grouped(found: list[Original], words: dict[int, set[int]]) -> list[Original]:
    """The same with works named beside a better one where they share nearly all words with it."""
    out: list[Original] = []
    for one in found:
        if one.beside is None:
            better = [
                other
                for other in out
                if len(words[other.index] & words[one.index]) >= SAME_SHARE * len(words[one.index])
            ]
            one = Original(one.index, one.match, one.own, better[0].index if better else None)
        out.append(one)
    return out


def _copy_words(found: Alignment) -> set[int]:
    return {at for _, j, n in found.runs for at in range(j, j + n)}
