"""SearXNG: a metasearch engine that one runs oneself.

Limits: none of its own; the engines behind it block hosts that ask often.  JSON must be switched on in its settings.
A SearXNG on a private address needs that network in RIGHTS_ALLOW_NETWORKS.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from rights.discover.api import ask, objects, read_object, refused, text
from rights.discover.lead import Budget, Lead
from rights.discover.search import quoted
from rights.errors import SourceError
from rights.fetch import Fetcher

PAGES = 2


class SearXNG:
    """One instance; ``engines`` and ``language`` narrow its search as its own parameters of those names do."""

    name = "searxng"

    def __init__(self, fetcher: Fetcher, home: str, *, engines: str | None = None, language: str | None = None) -> None:
        self._fetcher = fetcher
        self._url = urljoin(home if home.endswith("/") else home + "/", "search")
        self._engines = engines
        self._language = language

    def search(self, phrase: str, budget: Budget) -> Iterator[Lead]:
        """The results of the first pages."""
        for number in range(1, PAGES + 1):
            parameters = {
                "q": quoted(phrase), "format": "json", "pageno": number, "engines": self._engines, "language": self._language,
            }  # fmt: skip
            page = ask(self._fetcher, self.name, self._url, parameters, budget)
            if page.status == 403:
                raise refused(self.name, page, "this instance does not give JSON (settings.yml: search.formats)")
            if page.status != 200:
                raise refused(self.name, page)
            answer = read_object(self.name, page, "results")
            results = objects(answer.get("results"))
            if not results:
                silent = answer.get("unresponsive_engines") or []
                if number == 1 and silent:
                    names = ", ".join(
                        ": ".join(map(str, one)) if isinstance(one, list) else str(one) for one in silent[:9]
                    )
                    raise SourceError(self.name, f"no engine behind it answered ({names})", 3600)
                return
            for result in results:
                if url := text(result.get("url")):
                    yield Lead(
                        url=url,
                        source=self.name,
                        title=text(result.get("title")),
                        note=", ".join(map(str, result.get("engines") or [])),
                        published=text(result.get("publishedDate")),
                    )
