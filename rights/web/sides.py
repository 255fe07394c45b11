"""Both texts side by side: the work, and the copy as it was fetched, each in pieces that the other has or has not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rights.errors import ExtractError, StoreError
from rights.extract.article import extract
from rights.match.later import compare
from rights.model import Change, Match
from rights.store import Store
from rights.store.records import Violation

#: Words of each side that are shown.
WORDS = 4_000
#: Changes listed.
CHANGES = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; ``shared`` where the other side has it."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both texts, and how they match."""

    work: tuple[Piece, ...]
    copy: tuple[Piece, ...]
    match: Match
    cut: bool

    @property
    def changes(self) -> tuple[Change, ...]:
        """The first changes."""
        return self.match.changes[:CHANGES]


class Texts:
    """Both texts of violations, the last few kept: reading and aligning a page takes some tens of milliseconds."""

    def __init__(self, store: Store, kept: int = 64) -> None:
        self._store = store
        self._read = lru_cache(maxsize=kept)(self._load)

    def of(self, one: Violation) -> Sides | str:
        """Both texts, or why they cannot be shown."""
        return self._read(one.last_check, one.work)

    def _load(self, check: int, work_id: str) -> Sides | str:
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
        return Sides(
            work=pieces(work.text, [passage.work for passage in match.passages]),
            copy=pieces(article.text, [passage.copy for passage in match.passages]),
            match=match,
            cut=max(len(work.text.split()), len(article.text.split())) > WORDS,
        )


def pieces(text: str, shared: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """A text in runs of words, by the half-open spans of words that are shared."""
    from rights.match.sides import unit_bounds  # needs numpy, which whoever shows no texts must not wait for

    starts, ends = unit_bounds(text)
    count = min(len(starts), WORDS)
    found: list[Piece] = []
    at = 0

    def add(to: int, is_shared: bool) -> None:
        nonlocal at
        if to > at:
            found.append(Piece(text[int(starts[at]) : int(ends[to - 1])], is_shared))
            at = to

    for begin, end in sorted(shared):
        add(min(begin, count), False)
        add(min(end, count), True)
    add(count, False)
    return tuple(found)
