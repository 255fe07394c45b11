"""Search engines behind one interface, asked for distinctive phrases of a work in quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf
from time import monotonic
from typing import Protocol

from rights import urls
from rights.discover.api import Spent
from rights.discover.lead import Budget, Lead
from rights.errors import SourceError

#: Failures after which an engine that does not say when to come again is asked no more: a wrong key stays wrong.
ENOUGH = 3


class Engine(Protocol):
    """One search engine; ``name`` is the source that its leads carry."""

    @property
    def name(self) -> str: ...

    def search(self, phrase: str, budget: Budget) -> Iterator[Lead]:
        """The pages that the engine gives for the exact phrase; raises `SourceError`, and `Spent` without budget."""
        ...


class Search:
    """Leads for works from any number of engines; one that says when to come again is left alone until then."""

    def __init__(self, engines: Sequence[Engine], *, clock: Callable[[], float] = monotonic) -> None:
        self._engines = engines
        self._clock = clock
        self._rests_until: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        #: The last error of each engine that failed; an engine that fails does not stop the others.
        self.failed: dict[str, SourceError] = {}

    def leads(self, work: str, phrases: Sequence[str], budget: Budget) -> Iterator[Lead]:
        """The pages that any engine gives for any phrase, each once, with the work they may copy.

        Raises `SourceError` only where every engine failed or rests: no lead then says nothing about copies.
        """
        seen: set[str] = set()
        answered = False
        for engine in self._engines:
            if self._clock() < self._rests_until.get(engine.name, 0.0):
                continue
            for phrase in phrases:
                try:
                    for lead in engine.search(phrase, budget):
                        if urls.is_web(lead.url) and (key := urls.page_key(lead.url)) not in seen:
                            seen.add(key)
                            if not budget.lead():
                                return
                            yield _of(lead, work, phrase)
                    answered = True
                    self._failures.pop(engine.name, None)
                except Spent:
                    return
                except SourceError as failed:
                    self._rest(engine.name, failed)
                    break
        if self.failed and not answered:
            raise next(iter(self.failed.values()))

    def _rest(self, name: str, failed: SourceError) -> None:
        self.failed[name] = failed
        self._failures[name] = self._failures.get(name, 0) + 1
        if failed.after is not None:
            self._rests_until[name] = self._clock() + failed.after
        elif self._failures[name] >= ENOUGH:
            self._rests_until[name] = inf


def _of(lead: Lead, work: str, phrase: str) -> Lead:
    return Lead(
        url=lead.url, source=lead.source, found_at=f'"{phrase}"', note=lead.note, title=lead.title, work=work,
        published=lead.published,
    )  # fmt: skip


def quoted(phrase: str) -> str:
    """The phrase as an exact-match query."""
    return '"' + phrase.replace('"', " ").strip() + '"'
