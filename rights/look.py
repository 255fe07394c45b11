"""One look at one due address: fetch, read, judge.  Nothing is written here; `crawl` records what comes back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from time import monotonic
from types import MappingProxyType
from typing import Protocol
from urllib.parse import urlsplit

from rights import urls
from rights.discover.feed import Entry, read_feed
from rights.discover.sitemap import read_sitemap
from rights.errors import (
    BodiesRefused,
    Disallowed,
    ExtractError,
    FetchError,
    ForbiddenAddress,
    Postponed,
    SourceError,
    StoreError,
)
from rights.judgement import Asked, Judge
from rights.model import Page, PageState
from rights.store.patience import patiently
from rights.store.records import Due, Lead, Look, Outcome

log = logging.getLogger("rights.crawl")

#: Statuses that say the page is gone, not that it cannot be had just now.
GONE = (404, 410)


class Resting(Protocol):
    """What the look asks of the fetcher's pace."""

    def ready_in(self, host: str) -> float: ...


class Fetches(Protocol):
    """The fetcher as the crawl uses it."""

    @property
    def pace(self) -> Resting: ...
    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Page: ...


class Looker:
    """Looks at due addresses; used from many threads.

    ``stored`` gives the bytes that a 304 answer refers to, ``asked`` what is known of a site and copy, ``own`` the
    publishers' domains, whose pages are never leads.  ``render`` gives what a browser makes of a page whose text comes
    by script; such pages are unreachable without it.
    """

    def __init__(
        self,
        fetcher: Fetches,
        judge: Judge,
        clock: Callable[[], datetime],
        *,
        stored: Callable[[str], bytes | None] = lambda sha256: None,
        asked: Callable[[Due], Asked] = lambda due: Asked(),
        own: tuple[str, ...] = (),
        render: Callable[[str], Page] | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._judge = judge
        self._clock = clock
        self._stored = stored
        self._asked = asked
        self._own = own
        self._render = render

    def look(self, due: Due) -> Look:
        """Look once; raises `Postponed` where the host is to be left alone, `StoreError` where the database stays away or
        the object store gives no bodies.

        The first of the program's two broad excepts: a defect on one page must not end the sweep.
        """
        began = monotonic()
        try:
            made = patiently(lambda: self._look(due))
        except Postponed:
            raise
        except StoreError as wrong:
            if wrong.passing or isinstance(wrong, BodiesRefused):
                raise
            made = self._ended(due, Outcome.BROKEN, str(wrong))
        except (Disallowed, ForbiddenAddress) as wrong:
            made = self._ended(due, Outcome.REFUSED, wrong.why)
        except FetchError as wrong:
            made = self._ended(due, Outcome.UNREACHABLE, wrong.why)
        except ExtractError as wrong:
            made = self._ended(due, Outcome.UNREACHABLE, str(wrong), state=PageState.ERROR)
        except Exception as defect:
            log.exception("a defect while looking at %s", due.address)
            made = self._ended(due, Outcome.BROKEN, f"{type(defect).__name__}: {defect}")
        return replace(made, seconds=round(monotonic() - began, 3), wait_until=self._turn(due))

    def _turn(self, due: Due) -> datetime | None:
        parts = urlsplit(due.address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        wait = self._fetcher.pace.ready_in(f"{parts.hostname}:{port}")
        return self._clock() + timedelta(seconds=wait) if wait > 0 else None

    def _ended(
        self, due: Due, outcome: Outcome, error: str, page: Page | None = None, state: PageState | None = None
    ) -> Look:
        return Look(due=due, at=self._clock(), outcome=outcome, page=page, error=error[:2000], state=state)

    def _look(self, due: Due) -> Look:
        page = self._page(due)
        if page.status in GONE:
            return self._ended(due, Outcome.GONE, f"answered {page.status}", page, state=PageState.GONE)
        if page.status != 200:
            return self._ended(due, Outcome.UNREACHABLE, f"answered {page.status}", page, state=PageState.ERROR)
        if due.kind != "page":
            listed = self._listed(due, page)
            if listed is not None:
                return listed
        names_pages = due.kind in ("auto", "list")
        known = replace(self._asked(due), links=names_pages)
        judgement = self._judge(page, known)
        if judgement.state is PageState.SCRIPT_SHELL and self._render:
            page = self._render(page.final_url or due.address)
            judgement = self._judge(page, known)
        if judgement.state is PageState.GONE:
            return self._ended(due, Outcome.GONE, "the page says that it is gone", page, state=judgement.state)
        if not judgement.state.judgeable:
            why = judgement.error or judgement.state.value
            return self._ended(due, Outcome.UNREACHABLE, why, page, state=judgement.state)
        if judgement.shown_at and not names_pages:
            lead = Lead(address=judgement.shown_at, source="list", detail=due.address)
            folded = self._ended(due, Outcome.FOLDED, f"a list that shows {judgement.shown_at}", page, judgement.state)
            return replace(folded, leads=(lead,))
        return Look(
            due=due,
            at=self._clock(),
            outcome=Outcome.JUDGED,
            page=page,
            state=judgement.state,
            address=judgement.address or page.final_url or due.address,
            title=judgement.title,
            cut=judgement.cut,
            own=judgement.own,
            assessments=judgement.assessments,
            beside=judgement.beside,
            leads=self._leads(due, judgement.links) if names_pages else (),
        )

    def _page(self, due: Due) -> Page:
        """The page as it is now; for a 304 the stored bytes under the new answer's time."""
        body = self._kept(due)
        if body is None or due.sha256 is None:
            return self._fetcher.fetch(due.address)
        page = self._fetcher.fetch(due.address, etag=due.etag, last_modified=due.last_modified)
        if page.status != 304:
            return page
        kept: dict[str, str] = {"content-type": "text/html", "etag": due.etag or ""}
        headers: Mapping[str, str] = MappingProxyType({**kept, **page.headers})
        return replace(page, status=200, body=body, sha256=due.sha256, headers=headers)

    def _kept(self, due: Due) -> bytes | None:
        """The stored bytes that a 304 would stand for; None where there are none, or none that can be trusted."""
        if not due.sha256 or not (due.etag or due.last_modified):
            return None
        try:
            return self._stored(due.sha256)
        except StoreError as wrong:
            if wrong.passing or isinstance(wrong, BodiesRefused):
                raise
            log.warning("%s is asked for anew: %s", due.address, wrong)
            return None

    def _listed(self, due: Due, page: Page) -> Look | None:
        """The leads of a feed or sitemap; None where it has to be read as a page."""
        if due.kind == "list":
            return None
        try:
            entries, deeper = _entries(due.kind, page)
        except SourceError as wrong:
            if due.kind == "auto":
                return None
            return self._ended(due, Outcome.UNREACHABLE, str(wrong), page, state=PageState.ERROR)
        leads = self._leads(due, tuple(entry.url for entry in entries), same_site=due.kind != "feed")
        maps = tuple(
            Lead(address=entry.url, source="sitemap", kind="sitemap", detail=due.address)
            for entry in deeper
            if urls.same_site(entry.url, due.address)
        )
        return Look(due=due, at=self._clock(), outcome=Outcome.LISTED, page=page, leads=(*leads, *maps))

    def _leads(self, due: Due, found: tuple[str, ...], *, same_site: bool = True) -> tuple[Lead, ...]:
        """Pages that a source names: not a publisher's own, and, lists and sitemaps, on the same site."""
        return tuple(
            Lead(address=url, source=due.kind if due.kind != "auto" else "watched-site", detail=due.address)
            for url in found
            if not urls.under(url, self._own)
            and (not same_site or urls.same_site(url, due.address))
            and not urls.same_page(url, due.address)
        )


def _entries(kind: str, page: Page) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """The pages that a feed or sitemap names, and the further sitemaps of an index."""
    if kind == "sitemap" or (kind == "auto" and _is_sitemap(page)):
        sitemap = read_sitemap(page)
        return ((), sitemap.entries) if sitemap.index else (sitemap.entries, ())
    return read_feed(page), ()


def _is_sitemap(page: Page) -> bool:
    head = page.body[:4096].lower()
    packed = (page.final_url or "").lower().endswith((".xml.gz", ".txt"))
    return b"<urlset" in head or b"<sitemapindex" in head or packed
