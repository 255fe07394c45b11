"""Who runs a site, as its own files say: ads.txt, imprint and about page, read once a month and kept.

A verdict about money is never given from one page alone where the site says more.  What was read is kept in a folder, one
file a site, so that judging a stored page again sees the same and fetches nothing.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Lock

from rights import urls
from rights.errors import ExtractError, FetchError
from rights.extract.ads_txt import parse_ads_txt
from rights.extract.article import extract
from rights.extract.block_list import BlockList
from rights.extract.commercial import SiteEvidence
from rights.extract.commercial_pages import ads_txt_of, pages_about_operator
from rights.model import Article, Page

#: How long what a site says of itself counts, an attempt that got nothing, and one that failed on the way.
KEPT, TRIED, FAILED = timedelta(days=30), timedelta(days=2), timedelta(hours=2)
#: Characters of a page about the operator, and of an ads.txt, that are kept.
MAX_TEXT, MAX_ADS_TXT = 40_000, 400_000


@dataclass(frozen=True, slots=True)
class Known:
    """What a site said at a time: its ads.txt (None: there is none, or it could not be had), and pages by address."""

    at: datetime
    ads_txt: str | None
    pages: tuple[tuple[str, str], ...]
    failed: bool = False

    @property
    def fresh_for(self) -> timedelta:
        """How long it counts: not long where nothing was got."""
        if self.failed:
            return FAILED
        return KEPT if self.ads_txt is not None or self.pages else TRIED


@dataclass(frozen=True, slots=True)
class Unread:
    """Where a site says who runs it, where that was not read or too long ago: its ads.txt, and pages that an article links to."""

    site: str
    ads_txt: str | None
    pages: tuple[str, ...]


class Operators:
    """Answers what is known of the operator of an article's site; used from many threads.

    Without ``fetch`` only what is kept in ``folder`` is known.  ``block_list`` is asked for every page.
    """

    def __init__(
        self,
        folder: Path,
        fetch: Callable[[str], Page] | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        block_list: BlockList | None = None,
    ) -> None:
        self._folder = folder
        self._fetch = fetch
        self._clock = clock
        self._block_list = block_list
        self._lock = Lock()

    def __call__(self, article: Article) -> SiteEvidence | None:
        """What is known beyond the page, or None where nothing is."""
        site = urls.site(article.address)
        known = self._of(site, article) if site else None
        if known is None and self._block_list is None:
            return None
        return SiteEvidence(
            ads_txt=parse_ads_txt(known.ads_txt) if known and known.ads_txt is not None else None,
            imprint=tuple(text for _, text in known.pages) if known else (),
            block_list=self._block_list,
        )

    def lacks(self, article: Article) -> Unread | None:
        """Where to read what is not known of an article's site; None where all is known."""
        site = urls.site(article.address)
        if not site or self._fresh(site):
            return None
        return Unread(site, ads_txt_of(article), tuple(pages_about_operator(article)))

    def learn(self, unread: Unread) -> bool:
        """Read and keep what a site says, without ``fetch`` nothing; True where there is now more to judge by."""
        if self._fetch is None:
            return False
        if self._fresh(unread.site):
            return True
        found = self._ask(unread, self._fetch)
        with self._lock:
            self._write(unread.site, found)
        return found.ads_txt is not None or bool(found.pages)

    def _of(self, site: str, article: Article) -> Known | None:
        unread = self.lacks(article) if self._fetch else None
        if unread:
            self.learn(unread)
        with self._lock:
            return self._read(site)

    def _fresh(self, site: str) -> bool:
        with self._lock:
            known = self._read(site)
        return known is not None and self._clock() - known.at < known.fresh_for

    def _ask(self, unread: Unread, fetch: Callable[[str], Page]) -> Known:
        now = self._clock()
        failures: list[FetchError] = []

        def fetched(address: str) -> Page | None:
            try:
                return _page(fetch, address)
            except FetchError as wrong:
                if wrong.retryable:
                    failures.append(wrong)
                return None

        page = fetched(unread.ads_txt) if unread.ads_txt else None
        told = page.body[:MAX_ADS_TXT].decode("utf-8", "replace") if page else None
        if page and told is not None and parse_ads_txt(told, page.headers.get("content-type")).rejected:
            told = None
        pages = []
        for address in unread.pages:
            about = fetched(address)
            text = _text(about) if about else ""
            if text:
                pages.append((address, text))
        return Known(now, told, tuple(pages), failed=bool(failures))

    def _file(self, site: str) -> Path:
        readable = re.sub(r"[^a-z0-9.-]", "_", site.lower())[:80]
        return self._folder / f"{readable}-{sha256(site.encode()).hexdigest()[:8]}.json"

    def _read(self, site: str) -> Known | None:
        """What is kept; a file that cannot be used counts as none: it is only a cache."""
        try:
            kept = json.loads(self._file(site).read_text(encoding="utf-8"))
            at = datetime.fromisoformat(kept["at"])
            pages = tuple((str(page["url"]), str(page["text"])) for page in kept["pages"])
            return Known(at, kept["ads_txt"], pages, bool(kept.get("failed")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self, site: str, known: Known) -> None:
        kept = {
            "site": site,
            "at": known.at.isoformat(),
            "failed": known.failed,
            "ads_txt": known.ads_txt,
            "pages": [{"url": address, "text": text} for address, text in known.pages],
        }
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            part = self._file(site).with_suffix(f".{os.getpid()}.part")
            part.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
            part.replace(self._file(site))


def _page(fetch: Callable[[str], Page], address: str) -> Page | None:
    """The page at an address of the site, or None where it is gone or elsewhere: its absence proves nothing."""
    page = fetch(address)
    elsewhere = page.final_url is not None and not urls.same_site(page.final_url, address)
    return page if page.status == 200 and not elsewhere else None


def _text(page: Page) -> str:
    try:
        article = extract(page)
    except ExtractError:
        return ""
    return article.visible_text[:MAX_TEXT] if article.state.judgeable else ""
