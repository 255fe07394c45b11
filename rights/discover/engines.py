"""The search engines that the operator has set up, and which works they are asked for today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rights.discover.brave import Brave
from rights.discover.gdelt import Gdelt
from rights.discover.google_json import GoogleJson
from rights.discover.lead import Budget, Lead
from rights.discover.media_cloud import MediaCloud
from rights.discover.phrases import Rarity, distinctive, shared_words
from rights.discover.search import Engine, Search
from rights.discover.searxng import SearXNG
from rights.errors import InputError
from rights.fetch import Fetcher
from rights.match.index import Index
from rights.model import Work
from rights.settings import Settings

#: Media Cloud is asked about so many days back.
_DAYS = 30


def engines_of(settings: Settings, fetcher: Fetcher, today: date) -> list[Engine]:
    """Every engine whose address or key is set, cheapest first; raises `InputError` for settings that are half done."""
    engines: list[Engine] = []
    if settings.searxng:
        engines.append(SearXNG(fetcher, settings.searxng))
    if settings.brave_key:
        engines.append(Brave(fetcher, settings.brave_key))
    if settings.google_key or settings.google_engine:
        if not (settings.google_key and settings.google_engine):
            raise InputError("RIGHTS_GOOGLE_KEY and RIGHTS_GOOGLE_ENGINE go together: one of them is not set")
        engines.append(GoogleJson(fetcher, settings.google_key, settings.google_engine))
    if settings.gdelt:
        engines.append(Gdelt(fetcher))
    if settings.media_cloud_token:
        try:
            collections = [int(number) for number in settings.media_cloud_collections]
        except ValueError as wrong:
            raise InputError(f"RIGHTS_MEDIA_CLOUD_COLLECTIONS: expected numbers: {wrong}") from wrong
        since = today - timedelta(days=_DAYS)
        engines.append(
            MediaCloud(fetcher, settings.media_cloud_token, since=since, until=today, collections=collections)
        )
    return engines


def chosen(works: Sequence[Work], count: int, today: date) -> list[Work]:
    """The works to search for on a day: half are the newest, the other half go round all others day by day.

    Copies mostly appear within days of the original, but old works are copied too.
    """
    ordered = sorted(works, key=lambda work: work.published or "", reverse=True)
    newest, others = ordered[: (count + 1) // 2], ordered[(count + 1) // 2 :]
    turn = count // 2
    start = today.toordinal() * turn % len(others) if others else 0
    return newest + (others[start:] + others[:start])[:turn]


class WorkSearch:
    """Leads for works by their distinctive phrases; ``failed`` says which engines gave no answer."""

    def __init__(self, engines: Sequence[Engine], index: Index, *, phrases: int = 3) -> None:
        self._search = Search(engines)
        self._rarity = Rarity.of(work.text for work in index.all_works())
        self._shared = shared_words(index)
        self._phrases = phrases

    @property
    def failed(self) -> dict[str, str]:
        """Why engines failed, by name."""
        return {name: error.why for name, error in self._search.failed.items()}

    def leads(self, work: Work, budget: Budget) -> Iterator[Lead]:
        """The pages that hold a phrase of the work; raises `SourceError` where no engine answered."""
        phrases = distinctive(work.text, self._rarity, count=self._phrases, shared=self._shared)
        yield from self._search.leads(work.id, phrases, budget)
