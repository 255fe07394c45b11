"""Google's Custom Search JSON API, and others that answer in its form.

Limits: 100 queries a day without payment, 10 results an answer, 100 results a query.
"""

from __future__ import annotations

from collections.abc import Iterator

from rights.discover.api import ask, objects, read_json, read_object, text
from rights.discover.lead import Budget, Lead
from rights.errors import SourceError
from rights.fetch import Fetcher
from rights.fetch.pace import retry_after_seconds
from rights.model import Page

HOME = "https://customsearch.googleapis.com/customsearch/v1"
PAGES = 3
_DAY = 24 * 3600.0


class GoogleJson:
    """One search engine id (``engine``) with its ``key``."""

    name = "google"

    def __init__(self, fetcher: Fetcher, key: str, engine: str, *, home: str = HOME) -> None:
        self._fetcher = fetcher
        self._key = key
        self._engine = engine
        self._home = home

    def search(self, phrase: str, budget: Budget) -> Iterator[Lead]:
        """The results of the first pages."""
        start: object = 1
        for _ in range(PAGES):
            if not isinstance(start, int) or start > 91:
                return
            parameters = {
                "key": self._key, "cx": self._engine, "q": f'"{phrase}"', "exactTerms": phrase, "num": 10, "start": start, "filter": 0,
            }  # fmt: skip
            page = ask(self._fetcher, self.name, self._home, parameters, budget)
            if page.status != 200:
                raise _error(self.name, page)
            found = read_object(self.name, page, "items", "queries", "searchInformation")
            for item in objects(found.get("items")):
                if url := text(item.get("link")):
                    yield Lead(url=url, source=self.name, title=text(item.get("title")))
            queries = found.get("queries")
            following = objects(queries.get("nextPage") if isinstance(queries, dict) else None)
            if not following:
                return
            start = following[0].get("startIndex")


def _error(source: str, page: Page) -> SourceError:
    """What an error object says: a spent quota comes back tomorrow, a wrong key never."""
    try:
        answer = read_json(source, page)
    except SourceError:
        answer = None
    error = answer.get("error") if isinstance(answer, dict) else None
    message = text(error.get("message")) if isinstance(error, dict) else None
    reasons = {str(one.get("reason")) for one in objects(error.get("errors") if isinstance(error, dict) else None)}
    return SourceError(source, f"answered {page.status}: {message or 'without a word'}", _after(page, reasons))


def _after(page: Page, reasons: set[str]) -> float | None:
    told = retry_after_seconds(page.headers.get("retry-after"))
    if told is not None:
        return told
    if page.status >= 500 or "rateLimitExceeded" in reasons:
        return 120.0
    return _DAY if page.status == 429 or reasons & {"dailyLimitExceeded", "quotaExceeded"} else None
