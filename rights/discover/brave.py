"""Brave Search API.

Limits: by plan, told in ``X-RateLimit-*`` as comma lists (per second, per month); 20 results a page, pages 0 to 9;
queries of at most 400 characters and 50 words.
"""

from __future__ import annotations

from collections.abc import Iterator

from rights.discover.api import ask, objects, read_object, refused, text
from rights.discover.lead import Budget, Lead
from rights.discover.search import quoted
from rights.errors import SourceError
from rights.fetch import Fetcher
from rights.fetch.pace import retry_after_seconds
from rights.model import Page

HOME = "https://api.search.brave.com/res/v1/web/search"
PAGES = 2
_COUNT = 20


class Brave:
    """The web search; ``key`` is the subscription token, ``freshness`` one of its values such as ``pm``."""

    name = "brave"

    def __init__(self, fetcher: Fetcher, key: str, *, home: str = HOME, freshness: str | None = None) -> None:
        self._fetcher = fetcher
        self._key = key
        self._home = home
        self._freshness = freshness

    def search(self, phrase: str, budget: Budget) -> Iterator[Lead]:
        """The results of the first pages; offset counts pages, and pages may overlap."""
        query = quoted(" ".join(phrase.split()[:48])[:390])
        for number in range(PAGES):
            parameters = {"q": query, "count": _COUNT, "offset": number, "freshness": self._freshness}
            page = ask(
                self._fetcher, self.name, self._home, parameters, budget, headers={"X-Subscription-Token": self._key}
            )
            if page.status == 429:
                raise SourceError(self.name, "its rate limit or the month's quota is spent", _reset(page))
            if page.status != 200:
                raise refused(self.name, page)
            self._keep_pace(page)
            found = read_object(self.name, page, "query", "web")
            web, query_facts = found.get("web"), found.get("query")
            for result in objects(web.get("results") if isinstance(web, dict) else None):
                if url := text(result.get("url")):
                    yield Lead(
                        url=url,
                        source=self.name,
                        title=text(result.get("title")),
                        published=text(result.get("page_age")),
                    )
            if not (isinstance(query_facts, dict) and query_facts.get("more_results_available")):
                return

    def _keep_pace(self, page: Page) -> None:
        if _numbers(page.headers.get("x-ratelimit-remaining"))[:1] == [0]:
            self._fetcher.hold(self._home, min(_numbers(page.headers.get("x-ratelimit-reset"))[:1] or [1]))


def _reset(page: Page) -> float:
    """Seconds until the window that is spent begins anew; an hour where no header says."""
    told = retry_after_seconds(page.headers.get("retry-after"))
    if told is not None:
        return told
    left = _numbers(page.headers.get("x-ratelimit-remaining"))
    resets = _numbers(page.headers.get("x-ratelimit-reset"))
    spent = [reset for remaining, reset in zip(left, resets, strict=False) if remaining == 0]
    return float(max(spent, default=3600))


def _numbers(value: str | None) -> list[int]:
    return [int(part) for part in (value or "").replace(" ", "").split(",") if part.isascii() and part.isdigit()]
