"""Archive pages: the links of a site's lists, followed from one list to the next.

Limits: the budget's requests; 500 links a page; only links on the same site count.  For sites without feed, sitemap or
WordPress interface.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from rights import urls
from rights.discover.api import Spent, ask, refused
from rights.discover.lead import Budget, Lead
from rights.discover.markup import elements, words_in
from rights.fetch import Fetcher
from rights.model import Page
from rights.patterns import late

LINKS = 500
#: Paths that lead to no article.
_NO_ARTICLE = late(
    r"/(?:tag|tags|category|categories|author|authors|topic|topics|search|login|signup|register|cart|account|wp-admin|wp-login|"
    r"privacy|terms|contact|about|feed|rss|page)(?:[/.?]|$)|\.(?:jpe?g|png|gif|svg|webp|css|js|pdf|zip|mp[34]|xml|ico)$",
    re.IGNORECASE,
)
_NEXT = late(r"^(?:next|older|more|weiter|ältere|suivant|siguiente)\b|^[›»→]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Linked:
    """A link of a list: where to, its text, and whether it leads to the next list."""

    url: str
    text: str
    following: bool


def read_links(page: Page) -> list[Linked]:
    """The links of a page within its own site, each address once, in order; empty for a page that is no HTML."""
    where = page.final_url or page.url
    base = urls.absolute(where, next((one.get("href") or "" for one in elements(page, "base")), ""))
    found: dict[str, Linked] = {}
    for element in elements(page, "a", "link"):
        href = (element.get("href") or "").strip()
        rel = (element.get("rel") or "").lower().split()
        if not href or (element.tag == "link" and "next" not in rel):
            continue
        url = urls.absolute(base or where, href)
        if not urls.is_web(url) or not urls.same_site(url, where):
            continue
        label = words_in(element)[:300]
        following = "next" in rel or bool(_NEXT.match(label))
        key = urls.normalise(url)
        if key not in found or (following and not found[key].following):
            found[key] = Linked(key, label, following)
        if len(found) >= LINKS:
            break
    return list(found.values())


def is_article_like(link: Linked) -> bool:
    """True for a link that may lead to an article: neither home, list nor file, with a path or text that says something."""
    if urls.is_home(link.url) or _NO_ARTICLE.search(urlsplit(link.url).path):
        return False
    last = [part for part in urlsplit(link.url).path.split("/") if part]
    return len(link.text.split()) >= 4 or bool(last and last[-1].count("-") >= 2) or bool(re.search(r"\d{4}", link.url))


class ArchivePages:
    """Leads from a site's lists, beginning with ``home``."""

    name = "archive-pages"

    def __init__(self, fetcher: Fetcher, home: str) -> None:
        self._fetcher = fetcher
        self._home = home

    def leads(self, budget: Budget) -> Iterator[Lead]:
        """Links that may lead to articles, list by list, until there is no next list.

        Raises `SourceError` where the first list is none: that says nothing about the site's pages.
        """
        waiting = [self._home]
        lists = {urls.normalise(self._home)}
        seen: set[str] = set()
        while waiting:
            url = waiting.pop(0)
            try:
                page = ask(self._fetcher, self.name, url, {}, budget, accept="text/html,*/*;q=0.5", obey_robots=True)
            except Spent:
                return
            if page.status != 200:
                if url == self._home:
                    raise refused(self.name, page)
                continue
            for link in read_links(page):
                if link.following and link.url not in lists:
                    lists.add(link.url)
                    waiting.append(link.url)
                elif not link.following and is_article_like(link) and urls.page_key(link.url) not in seen:
                    seen.add(urls.page_key(link.url))
                    if not budget.lead():
                        return
                    yield Lead(url=link.url, source=self.name, found_at=url, title=link.text or None)
