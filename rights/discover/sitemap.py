"""Sitemaps: urlset, index, news, gzip and plain text, of watched sites and of publishers.

Limits: 50 MB and 50,000 addresses a file (sitemaps.org), indexes three levels deep, only children on the same site.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from rights import urls
from rights.discover.feed import Entry, read_feed
from rights.discover.lead import Budget, Lead
from rights.discover.xml import SITEMAP_LIMIT, plain, unpacked
from rights.errors import FetchError, SourceError
from rights.fetch import Fetcher
from rights.model import Page

ENTRIES = 50_000
DEPTH = 3
_LINE = 2_048
_FIELD = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """One sitemap file: ``entries`` are pages, or further sitemaps where it is an ``index``.

    ``cut`` is True where it ended before its end: too many addresses, or broken XML after those that are given.
    """

    index: bool
    entries: tuple[Entry, ...]
    cut: bool = False


def read_sitemap(page: Page) -> Sitemap:
    """Read a sitemap file; a feed is taken for one too, as sitemaps.org allows.

    Pure on the page's bytes: nothing is fetched.  Raises `SourceError` for bytes that are no sitemap.
    """
    where = page.final_url or page.url or "sitemap"
    body = plain(unpacked(page.body, SITEMAP_LIMIT, where), where)
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start != b"<":
        return _text_sitemap(body, where)
    return _xml_sitemap(body, where, page)


def _text_sitemap(body: bytes, where: str) -> Sitemap:
    lines = [line.strip() for line in body.decode("utf-8-sig", "replace").splitlines()]
    found = [line for line in lines if len(line) <= _LINE and urls.is_web(line)]
    if not found:
        raise SourceError(where, "not a sitemap")
    return Sitemap(index=False, entries=tuple(Entry(url=line) for line in found[:ENTRIES]), cut=len(found) > ENTRIES)


def _xml_sitemap(body: bytes, where: str, page: Page) -> Sitemap:
    entries: list[Entry] = []
    fields: dict[str, str] = {}
    root: str | None = None
    cut = False
    parser = etree.iterparse(
        io.BytesIO(body), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, recover=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for event, element in parser:
            name = etree.QName(element).localname.lower()
            if event == "start":
                root = root or name
                if root in ("rss", "rdf", "feed"):
                    return Sitemap(index=False, entries=tuple(read_feed(page)))
                if root not in ("urlset", "sitemapindex"):
                    raise SourceError(where, f"not a sitemap: its root is <{root[:40]}>")
                continue
            if name in ("url", "sitemap"):
                entry = _entry(fields, where)
                fields = {}
                _forget(element)
                if entry is not None:
                    if len(entries) == ENTRIES:
                        cut = True
                        break
                    entries.append(entry)
            elif name in ("loc", "lastmod", "title", "publication_date", "language") and len(element) == 0:
                fields.setdefault(name, (element.text or "").strip()[:_LINE])
    except etree.XMLSyntaxError as broken:
        if root is None or not entries:
            raise SourceError(where, f"not a sitemap: {broken}") from broken
        cut = True
    return Sitemap(index=root == "sitemapindex", entries=tuple(entries), cut=cut)


def _entry(fields: dict[str, str], where: str) -> Entry | None:
    url = urljoin(where, fields["loc"]) if fields.get("loc") else ""
    if not urls.is_web(url):
        return None
    return Entry(
        url=url,
        title=fields.get("title", "")[:_FIELD] or None,
        published=fields.get("publication_date") or None,
        updated=fields.get("lastmod") or None,
        language=fields.get("language") or None,
    )


def _forget(element: etree._Element) -> None:
    """Free an element and those before it: a sitemap of 50 MB must not become a tree."""
    element.clear()
    while element.getprevious() is not None:
        parent = element.getparent()
        if parent is None:
            return
        del parent[0]


class Sitemaps:
    """Leads from the sitemaps of a watched site: those that robots.txt names, else /sitemap.xml.

    ``since`` (an ISO date) leaves out entries and child sitemaps whose lastmod is older.
    """

    name = "sitemap"

    def __init__(self, fetcher: Fetcher, home: str, *, since: str | None = None) -> None:
        self._fetcher = fetcher
        self._home = home
        self._since = since

    def leads(self, budget: Budget) -> Iterator[Lead]:
        """The pages of all sitemaps, newest child sitemaps first; a child that cannot be read is passed over."""
        named = [url for url in self._fetcher.robots.sitemaps(self._home) if urls.same_site(url, self._home)]
        waiting = [(url, 0) for url in named or [urljoin(self._home, "/sitemap.xml")]]
        seen: set[str] = set()
        failed: SourceError | FetchError | None = None
        read = 0
        while waiting:
            url, depth = waiting.pop(0)
            if url in seen or depth > DEPTH:
                continue
            seen.add(url)
            if not budget.request():
                return
            try:
                sitemap = self._read(url)
            except (SourceError, FetchError) as wrong:
                failed = wrong
                continue
            read += 1
            entries = [
                entry for entry in sitemap.entries if self._recent(entry) and urls.same_site(entry.url, self._home)
            ]
            if sitemap.index:
                entries.sort(key=lambda entry: entry.updated or "", reverse=True)
                waiting[:0] = [(entry.url, depth + 1) for entry in entries]
                continue
            for entry in entries:
                if not budget.lead():
                    return
                yield Lead(url=entry.url, source=self.name, found_at=url, title=entry.title, published=entry.published)
        if failed is not None and not read:
            raise failed

    def _read(self, url: str) -> Sitemap:
        page = self._fetcher.fetch(url, accept="application/xml,text/xml,*/*;q=0.5")
        if page.status != 200:
            raise SourceError(url, f"answered {page.status}")
        return read_sitemap(page)

    def _recent(self, entry: Entry) -> bool:
        return self._since is None or entry.updated is None or entry.updated[:10] >= self._since[:10]
