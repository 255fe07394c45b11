"""A watched site: every way in which it lists its own pages, the cheapest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rights import urls
from rights.discover.archive_pages import ArchivePages
from rights.discover.feed import Feed
from rights.discover.lead import Budget, Lead
from rights.discover.markup import elements
from rights.discover.sitemap import Sitemaps
from rights.discover.wordpress import WordPress
from rights.errors import FetchError, SourceError
from rights.fetch import Fetcher

_FEED_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/rdf+xml",
}
_USUAL = ("/feed/", "/rss.xml", "/atom.xml", "/feed.json")
_FEEDS = 5


def feeds_of(fetcher: Fetcher, home: str, budget: Budget) -> list[str]:
    """The addresses of a site's feeds as its home page names them; the usual ones where it names none."""
    if not budget.request():
        return []
    page = fetcher.fetch(home)
    found: list[str] = []
    for link in elements(page, "link"):
        url = urls.absolute(page.final_url or home, link.get("href") or "")
        if "alternate" not in (link.get("rel") or "").lower().split():
            continue
        is_feed = (link.get("type") or "").split(";")[0].strip().lower() in _FEED_TYPES
        if (
            is_feed
            and urls.same_site(url, home)
            and "/comments/" not in url
            and "wp-json" not in url
            and url not in found
        ):
            found.append(url)
    return found[:_FEEDS] or [urls.absolute(home, path) for path in _USUAL]


class WatchedSite:
    """Leads from a site that is watched: its feeds, then WordPress, sitemaps, archive pages.

    ``feeds`` are known feed addresses (found on the home page otherwise); ``since`` (an ISO date) bounds how far back
    WordPress and sitemaps are read.  Archive pages are read only where the other ways gave nothing.
    """

    name = "site"

    def __init__(self, fetcher: Fetcher, home: str, *, feeds: Sequence[str] = (), since: str | None = None) -> None:
        self._fetcher = fetcher
        self._home = home
        self._feeds = list(feeds)
        self._since = since
        #: Why ways failed, by the source's name or the feed's address.
        self.failed: dict[str, str] = {}

    def leads(self, budget: Budget) -> Iterator[Lead]:
        """Every page that the site lists, each once; raises `SourceError` only where every way failed."""
        seen: set[str] = set()
        for way in self._ways(budget):
            try:
                for lead in way.leads(budget):
                    if (key := urls.page_key(lead.url)) not in seen:
                        seen.add(key)
                        yield lead
            except (SourceError, FetchError) as failed:
                self.failed[way.name] = failed.why
        if not seen and self.failed:
            raise SourceError(self._home, "; ".join(f"{way}: {why}" for way, why in self.failed.items()))

    def _ways(self, budget: Budget) -> Iterator[Feed | WordPress | Sitemaps | ArchivePages]:
        try:
            feeds = self._feeds or feeds_of(self._fetcher, self._home, budget)
        except FetchError as failed:
            self.failed["home page"] = failed.why
            return
        for url in feeds:
            yield Feed(self._fetcher, url)
        yield WordPress(self._fetcher, self._home, since=self._since)
        yield Sitemaps(self._fetcher, self._home, since=self._since)
        yield ArchivePages(self._fetcher, self._home)
