"""What differs between a work and its copy, as rows of two sides with a few words around each change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights.model import ChangeKind, Match

#: Words shown before and after a change, and the longest change that is shown whole.
AROUND, LONGEST = 8, 80


@dataclass(frozen=True, slots=True)
class Part:
    """One side of a change: what changed, and the words around it, which both sides share."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """One change; ``firm`` is False where the page's furniture may have made it, ``allowed`` True where the terms allow it."""

    kind: str
    firm: bool
    work: Part
    copy: Part
    allowed: bool = False


def rows_of(match: Match, work: str, copy: str, allowed: frozenset[ChangeKind] = frozenset()) -> tuple[Row, ...]:
    """The changes of a match as rows, those that count first, otherwise in the copy's order; both texts as they were compared.

    ``allowed`` are the classes of changes that the terms do not mind.
    """
    from rights.match.sides import unit_bounds  # needs numpy, for which no other part of a report waits

    ours, theirs = ([text[b:e] for b, e in zip(*unit_bounds(text), strict=True)] for text in (work, copy))
    made = [
        Row(
            kind=change.kind.value,
            firm=change.firm,
            work=_part(ours, change.work, change.work_span),
            copy=_part(theirs, change.copy, change.copy_span),
            allowed=change.kind in allowed,
        )
        for change in sorted(match.changes, key=lambda change: (change.kind in allowed, not change.firm))
    ]
    return tuple(made)


def _part(words: Sequence[str], changed: str, span: tuple[int, int]) -> Part:
    start, end = span
    placed = 0 <= start <= end <= len(words) and (start, end) != (0, 0)
    if changed and placed and changed.split()[:1] != list(words[start : start + 1]):
        placed = False  # the offsets are of another reading of the text: better no surroundings than wrong ones
    shown = changed.split()
    cut = " ".join(shown[:LONGEST]) + (f" … ({len(shown) - LONGEST} more words)" if len(shown) > LONGEST else "")
    if not placed:
        return Part("", cut, "")
    before, after = words[max(0, start - AROUND) : start], words[end : end + AROUND]
    return Part(" ".join(before), cut, " ".join(after))
