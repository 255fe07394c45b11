"""The known works: the database that holds them and the index that finds them, kept in step.

Who only looks opens the index alone, which is quick.  Who changes works goes through `Known`: the database first, then
the index.  A note beside the index says that a change is under way, so that whoever comes after a killed process mends
what it left undone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rights.extract.article import extract
from rights.match.copied import Matcher
from rights.match.growing import Added, keep_in_step, rebuild
from rights.match.index import Index
from rights.match.signatures import SignatureTable
from rights.model import Article, Page, Work
from rights.settings import Settings

if TYPE_CHECKING:
    from rights.store import Store

Progress = Callable[[int], None]
#: Told the name of each step of a long change; gives what counts its works.
Step = Callable[[str], Progress]


def look(settings: Settings) -> Matcher | None:
    """The known works for asking, None where there are none; takes in what a killed process left undone.

    Raises `IndexFormatError` for an index that cannot be read.
    """
    folder = settings.index
    if not _exists(folder):
        if not settings.has_works:
            return None
        with Known(settings) as known:
            if not known.store.works.revision():
                return None
            known.catch_up()
    elif _unfinished(folder) or not settings.database.startswith("sqlite"):
        with Known(settings) as known:
            known.catch_up()
    return Matcher(Index(folder, memory=settings.index_memory << 20), min_words=settings.min_words)


def _exists(folder: Path) -> bool:
    return (folder / "current").exists() or any(folder.glob("g*/works.sqlite"))


class Known:
    """The database of works and its index, open for changing."""

    def __init__(self, settings: Settings) -> None:
        # Importing the database costs a second: whoever only looks must not pay for it.
        from rights.store import open_store

        self.folder = settings.index
        self.memory = settings.index_memory << 20
        self.translations = settings.translations
        self.store: Store = open_store(settings)
        self._index: Index | None = None

    @property
    def index(self) -> Index:
        """The index, made empty where there is none."""
        if self._index is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._index = Index.create(self.folder, memory=self.memory)
        return self._index

    def add(self, works: Iterable[Work], step: Step | None = None) -> Added:
        """Add works, or replace those with the same ids, in the database and then in the index."""
        index = self.index
        given = 0

        def counted() -> Iterator[Work]:
            nonlocal given
            for work in works:
                given += 1
                yield work

        with _Note(self.folder):
            self.store.works.add(counted())
            added = self._in_step(index, step)
        return replace(added, same=max(0, given - added.new - added.changed))

    def add_pages(self, pages: Iterable[tuple[Work, Page]]) -> Added:
        """Add works together with the pages that they were read from, which are kept as snapshots."""
        index = self.index
        with _Note(self.folder):
            for work, page in pages:
                self.store.works.add_page(work, page)
            return self._in_step(index)

    def remove(self, refs: Sequence[str]) -> int:
        """Take works out by their ids; gives how many were known."""
        index = self.index
        with _Note(self.folder):
            count = self.store.works.remove(refs)
            keep_in_step(index, self.store.works)
        return count

    def catch_up(self) -> Added:
        """Take into the index what others have changed in the database."""
        added = self._in_step(self.index)
        _finish(self.folder)
        return added

    def rebuild(self, step: Step | None = None) -> Added:
        """Build the index anew from the database, whatever state it is in."""
        self.close_index()
        self.folder.mkdir(parents=True, exist_ok=True)
        added = rebuild(self.folder, self.store.works, memory=self.memory, progress=_counted(step, _INDEXED))
        self._sign(self.index, step)
        _finish(self.folder)
        return added

    def _in_step(self, index: Index, step: Step | None = None) -> Added:
        added = keep_in_step(index, self.store.works, _counted(step, _INDEXED))
        self._sign(index, step)
        return added

    def _sign(self, index: Index, step: Step | None = None) -> None:
        """Let originals of translations be found too, unless the operator has no use for them."""
        if self.translations:
            SignatureTable(index).catch_up(self._articles, _counted(step, "works made findable by their translations"))

    def _articles(self, works: Sequence[Work]) -> dict[str, Article]:
        """The pages that works were read from, where there are any, by the works' ids."""
        pages = ((ref, self.store.works.page(ref)) for ref in self.store.works.with_pages([work.id for work in works]))
        return {ref: extract(page) for ref, page in pages if page}

    def close_index(self) -> None:
        """Close the index alone."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def close(self) -> None:
        """Close both."""
        self.close_index()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_INDEXED = "works indexed"


def _counted(step: Step | None, what: str) -> Progress | None:
    return step(what) if step else None


class _Note:
    """Says beside the index that the database may be ahead of it; stays where a change was not finished."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"behind.{os.getpid()}"

    def __enter__(self) -> None:
        self._path.touch()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._path.unlink(missing_ok=True)


def _unfinished(folder: Path) -> bool:
    return any(not _alive(path) for path in folder.glob("behind.*"))


def _finish(folder: Path) -> None:
    for path in folder.glob("behind.*"):
        if not _alive(path):
            path.unlink(missing_ok=True)


def _alive(note: Path) -> bool:
    """True while the process that left the note may still be at it."""
    if sys.platform == "win32":  # where to ask about a process by a signal is to end it
        return False
    try:
        os.kill(int(note.suffix[1:]), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True
    return int(note.suffix[1:]) != os.getpid()
