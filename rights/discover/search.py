"""Search engines behind one interface, asked for distinctive phrases of a work in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from rights import urls
from rights.discover.api import Spent
from rights.discover.lead import Budget, Lead
from rights.errors import SourceError


class Engine(Protocol):
    """One search engine; ``name`` is the source that its leads carry."""

    @property
    def name(self) -> str: ...

    def search(self, phrase: str, budget: Budget) -> Iterator[Lead]:
        """The pages that the engine gives for the exact phrase; raises `SourceError`, and `Spent` without budget."""
        ...


class Search:
    """Leads for one work from any number of engines."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._engines = engines
        #: The last error of each engine that failed; an engine that fails does not stop the others.
        self.failed: dict[str, SourceError] = {}

    def leads(self, work: str, phrases: Sequence[str], budget: Budget) -> Iterator[Lead]:
        """The pages that any engine gives for any phrase, each once, with the work they may copy.

        Raises `SourceError` only where every engine failed: no lead then says nothing about copies.
        """
        seen: set[str] = set()
        answered = False
        for engine in self._engines:
            for phrase in phrases:
                try:
                    for lead in engine.search(phrase, budget):
                        if urls.is_web(lead.url) and (key := urls.page_key(lead.url)) not in seen:
                            seen.add(key)
                            if not budget.lead():
                                return
                            yield _of(lead, work, phrase)
                    answered = True
                except Spent:
                    return
                except SourceError as failed:
                    self.failed[engine.name] = failed
                    break
        if self.failed and not answered:
            raise next(iter(self.failed.values()))


def _of(lead: Lead, work: str, phrase: str) -> Lead:
    return Lead(
        url=lead.url, source=lead.source, found_at=f'"{phrase}"', note=lead.note, title=lead.title, work=work,
        published=lead.published,
    )  # fmt: skip


def quoted(phrase: str) -> str:
    """The phrase as an exact-match query."""
    return '"' + phrase.replace('"', " ").strip() + '"'
