"""From a site to the page: a lead that names only an origin is looked up on the site itself.

Asked in this order until something fits: WordPress search for the title, the site's feeds, its home page's links, its
sitemaps.  Limits: the budget; pages whose title or address resembles the work's title, at most ten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz

from rights import urls
from rights.discover.archive_pages import read_links
from rights.discover.feed import read_feed
from rights.discover.lead import Budget, Lead
from rights.discover.site import feeds_of
from rights.discover.sitemap import Sitemaps
from rights.discover.wordpress import WordPress
from rights.errors import FetchError, SourceError
from rights.fetch import Fetcher
from rights.match.words import words_of

#: Of 100: how alike two titles must be, by words whatever their order.  Headlines are rewritten, so the bar is low:
#: what is found is fetched and matched before anything is said about it.
_ALIKE = 70
_PAGES = 10
_SHORT = 3


def alike(title: str, other: str | None) -> bool:
    """True when two titles may be those of one article."""
    if not other:
        return False
    one, two = " ".join(words_of(title)), " ".join(words_of(other))
    return len(two.split()) >= _SHORT and fuzz.token_set_ratio(one, two) >= _ALIKE


def slug_alike(title: str, url: str) -> bool:
    """True when an address's last words may be a title's."""
    parts = [part for part in unquote(urlsplit(url).path).split("/") if part]
    slug = max(parts[-2:], key=lambda part: part.count("-") + part.count("_"), default="")
    return alike(title, slug.rsplit(".", 1)[0].replace("-", " ").replace("_", " "))


def resolve(fetcher: Fetcher, lead: Lead, title: str, budget: Budget) -> Iterator[Lead]:
    """Leads to pages of the lead's site that may be the copy of the work with this title.

    A way that fails or is switched off gives way to the next; nothing found says nothing about copies.
    """
    home = f"{urlsplit(lead.url).scheme}://{urlsplit(lead.url).netloc}/"
    ways: list[tuple[str, Callable[[], Iterator[tuple[str, str | None]]]]] = [
        ("wordpress search", lambda: ((e.url, e.title) for e in WordPress(fetcher, home).entries(budget, title))),
        ("feed", lambda: _feeds(fetcher, home, budget)),
        ("home page", lambda: _links(fetcher, home, budget)),
        ("sitemap", lambda: ((one.url, one.title) for one in Sitemaps(fetcher, home).leads(budget))),
    ]
    found: set[str] = set()
    for way, pages in ways:
        try:
            for url, name in pages():
                key = urls.page_key(url)
                if key in found or not urls.same_site(url, home) or urls.is_home(url):
                    continue
                if alike(title, name) or slug_alike(title, url):
                    found.add(key)
                    if not budget.lead():
                        return
                    yield replace(
                        lead, url=url, page=True, title=name, note=f"{lead.note}; {way} of {home}".lstrip("; ")
                    )
                    if len(found) >= _PAGES:
                        return
        except (SourceError, FetchError):
            continue
        if found:
            return


def _feeds(fetcher: Fetcher, home: str, budget: Budget) -> Iterator[tuple[str, str | None]]:
    for url in feeds_of(fetcher, home, budget):
        if not budget.request():
            return
        try:
            entries = read_feed(fetcher.fetch(url))
        except (SourceError, FetchError):
            continue
        for entry in entries:
            yield entry.url, entry.title


def _links(fetcher: Fetcher, home: str, budget: Budget) -> Iterator[tuple[str, str | None]]:
    if budget.request():
        for link in read_links(fetcher.fetch(home)):
            yield link.url, link.text
