"""Where a publisher's originals are -> their pages: one article, or every article of a feed or sitemap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from rights import urls
from rights.discover.feed import read_feed
from rights.discover.sitemap import DEPTH, read_sitemap
from rights.errors import FetchError, RightsError, SourceError
from rights.extract.article import extract
from rights.model import Article, Page

Fetch = Callable[[str], Page]

#: Articles taken from one feed or sitemap at a time, unless told otherwise.
LIMIT = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One original page and what it holds, or why it could not be had."""

    url: str
    page: Page | None = None
    article: Article | None = None
    error: str | None = None


def read_originals(url: str, fetch: Fetch, *, limit: int = LIMIT) -> Iterator[Original]:
    """The article at an address, or those that the feed or sitemap there names; what fails is an entry of its own."""
    for address, page, error in islice(read_pages(url, fetch), limit):
        yield Original(url=address, error=error) if page is None else _read(address, page)


def read_pages(url: str, fetch: Fetch) -> Iterator[tuple[str, Page | None, str | None]]:
    """The page at an address, or every page that the feed or sitemap there names: address, page, or why there is none."""
    try:
        page = fetch(url)
    except RightsError as wrong:
        yield url, None, str(wrong)
        return
    named = _named(page, fetch, depth=0)
    if named is None:
        yield url, page, None
        return
    for address in named:
        try:
            yield address, fetch(address), None
        except FetchError as wrong:
            yield address, None, str(wrong)


def _read(url: str, page: Page) -> Original:
    if page.status != 200:
        return Original(url=url, error=f"{url}: answered {page.status}")
    article = extract(page)
    if not article.state.judgeable or not article.text:
        return Original(url=url, page=page, error=f"{url}: holds no article ({article.state.value})")
    if article.cut:
        return Original(url=url, page=page, error=f"{url}: does not show the whole article ({article.cut})")
    return Original(url=url, page=page, article=article)


def _named(page: Page, fetch: Fetch, depth: int) -> Iterator[str] | None:
    """The addresses that a feed or sitemap names, once each; None for a page that is neither."""
    if not _is_list(page):
        return None
    try:
        return iter(dict.fromkeys(entry.url for entry in read_feed(page)))
    except SourceError:
        pass
    try:
        sitemap = read_sitemap(page)
    except SourceError:
        return None
    found = [entry.url for entry in sitemap.entries if urls.same_site(entry.url, page.final_url or page.url)]
    return _of_index(found, fetch, depth) if sitemap.index else iter(dict.fromkeys(found))


def _of_index(sitemaps: list[str], fetch: Fetch, depth: int) -> Iterator[str]:
    if depth >= DEPTH:
        return
    for address in sitemaps:
        try:
            yield from _named(fetch(address), fetch, depth + 1) or ()
        except FetchError:
            continue


def _is_list(page: Page) -> bool:
    media = page.media_type or ""
    if "xml" in media or "json" in media or media == "application/gzip":
        return "xhtml" not in media
    start = page.body[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return (
        start.startswith((b"<?xml", b"<rss", b"<feed", b"<urlset", b"<sitemapindex", b"\x1f\x8b"))
        and b"<html" not in start
    )
