"""Common Crawl's URL index: which pages of a site its last crawls met.

Limits: one request a second and never two at once; 404 means none, 503 and 429 mean slower.  It cannot search text: it
lists the pages of a site that has no feed or sitemap.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from rights import urls
from rights.discover.api import Spent, ask, objects, read_json, refused, text
from rights.discover.lead import Budget, Lead
from rights.errors import SourceError
from rights.fetch import Fetcher
from rights.model import Page

HOME = "https://index.commoncrawl.org/collinfo.json"
GAP = 1.5


class CommonCrawl:
    """The index; ``crawls`` is how many of the newest crawls are asked."""

    name = "common-crawl"

    def __init__(self, fetcher: Fetcher, *, home: str = HOME, crawls: int = 1) -> None:
        self._fetcher = fetcher
        self._home = home
        self._crawls = crawls

    def leads(self, host: str, budget: Budget) -> Iterator[Lead]:
        """The HTML pages of a host, each once."""
        seen: set[str] = set()
        try:
            listed = objects(read_json(self.name, self._answer(self._home, {}, budget)))
            for crawl in listed[: self._crawls]:
                index = text(crawl.get("cdx-api"))
                for url in self._pages(index, host, budget) if index else ():
                    if (key := urls.page_key(url)) not in seen:
                        seen.add(key)
                        if not budget.lead():
                            return
                        yield Lead(url=url, source=self.name, found_at=str(crawl.get("id") or index))
        except Spent:
            return

    def _pages(self, index: str, host: str, budget: Budget) -> Iterator[str]:
        query: dict[str, object] = {"url": f"{host}/*", "output": "json"}
        query |= {"filter": "=status:200", "fl": "url,mime-detected"}
        counted = self._answer(index, {**query, "showNumPages": "true"}, budget)
        if counted.status == 404:
            return
        count = read_json(self.name, counted)
        pages = count.get("pages") if isinstance(count, dict) else count
        for number in range(pages if isinstance(pages, int) else 0):
            page = self._answer(index, {**query, "page": number}, budget)
            if page.status in (400, 404):  # past the end, or none
                return
            yield from self._lines(page)

    def _lines(self, page: Page) -> Iterator[str]:
        for line in page.body.splitlines():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                continue
            url = text(record.get("url")) if isinstance(record, dict) else None
            if url and record.get("mime-detected", "text/html") in ("text/html", "application/xhtml+xml"):
                yield url

    def _answer(self, url: str, parameters: dict[str, object], budget: Budget) -> Page:
        page = ask(self._fetcher, self.name, url, parameters, budget)
        self._fetcher.hold(url, GAP)
        if page.status not in (200, 400, 404):
            raise refused(self.name, page)
        if page.status == 404 and url == self._home:
            raise SourceError(self.name, f"{url} answered 404")
        return page
