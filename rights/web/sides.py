"""Both texts side by side: the work, and the copy as it was fetched, each in pieces that the other has or has not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rights.errors import ExtractError, StoreError
from rights.extract.article import extract
from rights.governing import allowed_in
from rights.library import Library
from rights.match.later import compare
from rights.model import Change, ChangeKind, Match
from rights.store import Store
from rights.store.records import Violation

#: Words of each side that are shown.
WORDS = 4_000
#: Changes listed.
CHANGES = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; ``shared`` where the other side has it, ``allowed`` where it has not and the terms do not mind."""

    text: str
    shared: bool
    allowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both texts, and how they match."""

    work: tuple[Piece, ...]
    copy: tuple[Piece, ...]
    match: Match
    cut: bool
    allowed: frozenset[ChangeKind] = frozenset()

    @property
    def changes(self) -> tuple[Change, ...]:
        """The first changes."""
        return self.match.changes[:CHANGES]


class Texts:
    """Both texts of violations, the last few kept: reading and aligning a page takes some tens of milliseconds."""

    def __init__(self, store: Store, library: Library, kept: int = 64) -> None:
        self._store = store
        self._library = library
        self._read = lru_cache(maxsize=kept)(self._load)

    def of(self, one: Violation) -> Sides | str:
        """Both texts, or why they cannot be shown."""
        return self._read(one.last_check, one.work, allowed_in(self._store, self._library, one))

    def _load(self, check: int, work_id: str, allowed: frozenset[ChangeKind]) -> Sides | str:
        work = self._store.works.get(work_id)
        if work is None or not work.text:
            return "The work's text is not on file: only its name or address is known."
        try:
            page = self._store.checks.page(check)
            if page is None:
                return "The page as it was fetched is no longer on file."
            article = extract(page)
        except (ExtractError, StoreError) as wrong:
            return f"The page as it was fetched cannot be read: {wrong}"
        if not article.text:
            return "The page as it was fetched holds no readable text."
        match = compare(work, article)
        changes = [(one, one.kind in allowed) for one in match.changes]
        return Sides(
            work=pieces(
                work.text, [one.work for one in match.passages], [(one.work_span, mild) for one, mild in changes]
            ),
            copy=pieces(
                article.text, [one.copy for one in match.passages], [(one.copy_span, mild) for one, mild in changes]
            ),
            match=match,
            allowed=allowed,
            cut=max(len(work.text.split()), len(article.text.split())) > WORDS,
        )


Span = tuple[int, int]


def pieces(text: str, shared: Sequence[Span], changed: Sequence[tuple[Span, bool]] = ()) -> tuple[Piece, ...]:
    """A text in runs of words, by half-open spans of words: those that are shared, but for changes, which may be allowed.

    A shared passage goes on over small changes: these are taken out of it.
    """
    from rights.match.sides import unit_bounds  # needs numpy, which whoever shows no texts must not wait for

    starts, ends = unit_bounds(text)
    looks = [(False, False)] * min(len(starts), WORDS)
    for begin, end in shared:
        looks[begin:end] = [(True, False)] * len(looks[begin:end])
    for (begin, end), allowed in changed:
        looks[begin:end] = [(False, allowed)] * len(looks[begin:end])
    borders = [at for at in range(len(looks)) if at == 0 or looks[at] != looks[at - 1]]
    found = []
    for begin, end in pairwise([*borders, len(looks)]):
        first = int(starts[begin])
        before = int(ends[begin - 1]) if begin else first
        if "\n" in text[before:first]:
            first = before  # a new paragraph begins with the run
        found.append(Piece(text[first : int(ends[end - 1])], *looks[begin]))
    return tuple(found)
