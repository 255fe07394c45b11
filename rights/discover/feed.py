"""Feeds: RSS, Atom and JSON Feed, of watched sites and of publishers.

Limits: 4 MiB and 1,000 entries a feed; one request a feed (a feed has no older pages that could be asked for).
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from time import struct_time
from typing import Any

import feedparser

from rights import urls
from rights.discover.lead import Budget, Lead
from rights.discover.xml import FEED_LIMIT, plain, unpacked
from rights.errors import SourceError
from rights.fetch import Fetcher
from rights.model import Page

ENTRIES = 1_000
_TITLE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed or sitemap; dates are ISO 8601 in UTC, ``html`` the content where the feed carries it."""

    url: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    html: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


def read_feed(page: Page) -> list[Entry]:
    """The entries of a feed, in its order, each with an absolute http(s) address; entries without one are left out.

    Pure on the page's bytes: nothing is fetched.  Raises `SourceError` for bytes that are no feed.
    """
    where = page.final_url or page.url or "feed"
    body = unpacked(page.body, FEED_LIMIT, where)
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(body, where)
    headers = {"content-type": page.headers.get("content-type", "application/xml")}
    if page.final_url:
        headers["content-location"] = page.final_url
    # a stream, never the bytes themselves: feedparser would try to open a file of that name
    try:
        feed = feedparser.parse(io.BytesIO(plain(body, where)), response_headers=headers, sanitize_html=False)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as defect:
        raise SourceError(where, f"not a feed that can be read: {defect}") from defect
    if not feed.get("version"):
        raise SourceError(where, "not a feed")
    language = feed.feed.get("language")
    entries = (_entry(one, where, language) for one in feed.entries[:ENTRIES])
    return [entry for entry in entries if entry is not None]


def _entry(one: Any, where: str, language: str | None) -> Entry | None:
    link = str(one.get("link") or "").strip()
    url = urls.absolute(where, link)
    if not link or not urls.is_web(url):
        return None
    contents = [str(part.get("value") or "") for part in one.get("content") or []]
    html = max(contents, key=len, default="") or str(one.get("summary") or "")
    names = [str(author.get("name") or "") for author in one.get("authors") or []]
    return Entry(
        url=url,
        title=str(one.get("title") or "")[:_TITLE] or None,
        published=_iso(one.get("published_parsed")),
        updated=_iso(dict.get(one, "updated_parsed")),
        html=html or None,
        authors=tuple(name for name in names if name)[:20],
        language=language,
    )


def _iso(moment: struct_time | None) -> str | None:
    if moment is None:
        return None
    try:
        return datetime(*moment[:6], tzinfo=UTC).isoformat()
    except (ValueError, OverflowError):
        return None


def _json_feed(body: bytes, where: str) -> list[Entry]:
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as wrong:
        raise SourceError(where, f"not a feed: {wrong}") from wrong
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(feed.get("version")):
        raise SourceError(where, "not a feed")
    language = feed.get("language")
    entries = []
    for item in items[:ENTRIES]:
        if not isinstance(item, dict):
            continue
        link = _text(item.get("url")) or _text(item.get("id"))
        url = urls.absolute(where, link or "")
        if link and urls.is_web(url):
            authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
            names = [_text(author.get("name")) for author in authors or [] if isinstance(author, dict)]
            entries.append(
                Entry(
                    url=url,
                    title=(_text(item.get("title")) or "")[:_TITLE] or None,
                    published=_text(item.get("date_published")),
                    updated=_text(item.get("date_modified")),
                    html=_text(item.get("content_html")) or _text(item.get("content_text")),
                    authors=tuple(name for name in names if name)[:20],
                    language=_text(item.get("language")) or _text(language),
                )
            )
    return entries


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


class Feed:
    """Leads from the feed of a watched site; a feed that has not changed since ``etag`` gives none."""

    name = "feed"

    def __init__(
        self, fetcher: Fetcher, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> None:
        self._fetcher = fetcher
        self._url = url
        self.etag = etag
        self.last_modified = last_modified

    def leads(self, budget: Budget) -> Iterator[Lead]:
        """Every entry of the feed; afterwards ``etag`` and ``last_modified`` are those of this answer."""
        if not budget.request():
            return
        page = self._fetcher.fetch(self._url, etag=self.etag, last_modified=self.last_modified)
        if page.status == 304:
            return
        if page.status != 200:
            raise SourceError(self._url, f"answered {page.status}")
        for entry in read_feed(page):
            if not budget.lead():
                return
            yield Lead(
                url=entry.url, source=self.name, found_at=self._url, title=entry.title, published=entry.published
            )
        self.etag, self.last_modified = page.headers.get("etag"), page.headers.get("last-modified")
