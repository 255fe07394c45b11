"""A site's home -> its pages: what its sitemaps name, or what its feeds name and its own links lead to.

Pages are fetched in threads, at the pace that the fetcher keeps for the host.  What was fetched is kept in one file a
site, so that a sweep that was cut off goes on where it was, and a later one asks only for what has changed.  Where the host
is to be left alone for long (its day's requests are spent, it asked for a pause) the sweep ends there, to be taken up later.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path

from rights import urls
from rights.discover.archive_pages import read_links
from rights.discover.feed import Feed
from rights.discover.lead import Budget
from rights.discover.site import feeds_of
from rights.discover.sitemap import Sitemaps
from rights.errors import FetchError, Postponed, SourceError
from rights.fetch import Fetcher
from rights.kept_pages import KeptPages
from rights.model import Page

#: Pages of one site that a sweep looks at, at most.
LIMIT = 50_000
#: Seconds for which a host is waited for; one that is to be left alone for longer ends the sweep.
_PATIENCE = 120.0
#: Files that hold no page, by the ends of their paths.
_FILES = tuple(
    ".jpg .jpeg .png .gif .svg .webp .avif .ico .css .js .json .xml .pdf .zip .gz .mp3 .mp4 .webm .woff .woff2 .txt".split()
)

Found = tuple[str, Page | None, str | None]


class SitePages:
    """The pages of one site, each once, in the order in which they were had; ``way`` tells how they were found."""

    def __init__(self, fetcher: Fetcher, home: str, kept: Path, *, threads: int = 8, limit: int | None = None) -> None:
        self._fetcher = fetcher
        self._home = home
        self._file = kept
        self._threads = threads
        self._limit = min(limit or LIMIT, LIMIT)
        self.way = "its links"
        #: Pages known so far, and of them those taken from the kept file without a request.
        self.known = 0
        self.reused = 0
        #: Pages known and not looked at, and why the sweep ended before them; None where ``limit`` is why.
        self.left = 0
        self.stopped: Postponed | None = None

    def __iter__(self) -> Iterator[Found]:
        waiting, crawling = self._seeds()
        while len(waiting) > self._limit:
            waiting.pop()
            self.left += 1
        seen = {urls.page_key(url) for url in waiting}
        running: dict[Future[Found], str] = {}
        with KeptPages(self._file) as kept, ThreadPoolExecutor(self._threads) as pool:
            try:
                while waiting or running:
                    if self.stopped:
                        self.left += len(waiting)
                        waiting.clear()
                    while waiting and len(running) < 4 * self._threads:
                        url = waiting.popleft()
                        page = kept.this_sweep(url)
                        if page is not None:
                            self.reused += 1
                            yield url, page, None
                            self._follow(page, crawling, waiting, seen)
                        else:
                            running[pool.submit(self._fetch, url, kept.earlier(url))] = url
                    self.known = len(seen)
                    for future in wait(running, return_when=FIRST_COMPLETED).done if running else ():
                        del running[future]
                        url, page, error = future.result()
                        if page is None and error is None:
                            self.left += 1
                            continue
                        if page is not None:
                            kept.add(url, page)
                            self._follow(page, crawling, waiting, seen)
                        yield url, page, error
                if not self.left:
                    kept.finish()
            finally:
                for future in running:
                    future.cancel()

    def _seeds(self) -> tuple[deque[str], bool]:
        """The addresses to begin with, and whether links are to be followed from them."""
        found = {urls.page_key(self._home): self._home}
        budget = Budget(requests=500, leads=LIMIT)
        try:
            for lead in Sitemaps(self._fetcher, self._home).leads(budget):
                found.setdefault(urls.page_key(lead.url), lead.url)
        except (SourceError, FetchError):
            pass
        if len(found) > 1:
            self.way = "its sitemap"
            return deque(found.values()), False
        try:
            for feed in feeds_of(self._fetcher, self._home, budget):
                for lead in Feed(self._fetcher, feed).leads(budget):
                    found.setdefault(urls.page_key(lead.url), lead.url)
        except (SourceError, FetchError):
            pass
        within = [url for url in found.values() if urls.host(url) == urls.host(self._home)]
        return deque(within), True

    def _follow(self, page: Page, crawling: bool, waiting: deque[str], seen: set[str]) -> None:
        if not crawling or page.status != 200:
            return
        for link in read_links(page):
            key = urls.page_key(link.url)
            path = link.url.split("?")[0].lower()
            if key in seen or urls.host(link.url) != urls.host(self._home) or path.endswith(_FILES):
                continue
            seen.add(key)
            if len(seen) - self.left > self._limit:
                self.left += 1
            else:
                waiting.append(link.url)

    def _fetch(self, url: str, earlier: Page | None, *, again: bool = True) -> Found:
        """One page; neither page nor error where its host is to be left alone for long."""
        if self.stopped:
            return url, None, None
        tags = earlier.headers if earlier else {}
        try:
            page = self._fetcher.fetch(url, etag=tags.get("etag"), last_modified=tags.get("last-modified"))
        except Postponed as wait:
            if wait.after <= _PATIENCE:
                return url, None, str(wait)
            self.stopped = wait
            return url, None, None
        except FetchError as wrong:
            return self._fetch(url, earlier, again=False) if again and wrong.retryable else (url, None, str(wrong))
        if page.status == 304 and earlier is not None:
            page = replace(earlier, fetched_at=page.fetched_at)
        return url, page, None
