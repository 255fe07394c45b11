"""A publisher's own access log: the pages elsewhere from which readers (or images and pixels) came.

Limits: common and combined format, ``.gz`` too; lines longer than 16 KiB are passed over; a referrer is anybody's
claim, so a lead is no more than that.  Browsers mostly send the bare origin: such leads name a site, not a page.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BufferedReader
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from rights import urls
from rights.discover.agents import is_bot
from rights.discover.lead import Budget, Lead
from rights.errors import InputError
from rights.patterns import late

_LINE = 16 * 1024
#: Distinct pairs of referrer and page that are remembered so that each gives one lead.
_SEEN = 200_000
_COMMON = late(
    r'(?P<client>\S+) \S+ (?P<user>\S+(?: \S+)??) \[(?P<time>[^\]]{1,40})\] "(?P<request>(?:[^"\\]|\\.)*)" (?P<status>\d{3}) (?P<bytes>\d+|-)'
    r'(?: "(?P<referer>(?:[^"\\]|\\.)*)" "(?P<agent>(?:[^"\\]|\\.)*)")?'
)
#: Where readers come from that are no copies: search engines, social networks, readers, mail.
_NO_COPY = late(
    r"(?:^|\.)(?:google|bing|yahoo|duckduckgo|ecosia|baidu|yandex|qwant|startpage|facebook|instagram|twitter|t|x|linkedin|lnkd|reddit|"
    r"pinterest|youtube|whatsapp|telegram|bsky|threads|feedly|inoreader|flipboard|pocket|getpocket|outlook|office|live|doubleclick|"
    r"googlesyndication|translate)\.[a-z]{2,3}(?:\.[a-z]{2})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One line of a log, as much as is of use here; ``path`` is what was asked for."""

    path: str
    status: int
    referer: str | None
    agent: str
    at: datetime | None


def read_line(line: str) -> Visit | None:
    """One line in common or combined format; None for any other."""
    found = _COMMON.match(line) if len(line) <= _LINE else None
    if found is None:
        return None
    request = found["request"].split(" ")
    referer = (found["referer"] or "").replace('\\"', '"')
    moment: datetime | None = None
    with suppress(ValueError):
        moment = datetime.strptime(found["time"], "%d/%b/%Y:%H:%M:%S %z")
    return Visit(
        path=request[1] if len(request) > 1 else "",
        status=int(found["status"]),
        referer=referer if referer not in ("", "-") else None,
        agent=found["agent"] or "",
        at=moment,
    )


def is_no_copy(url: str) -> bool:
    """True for addresses of search engines, social networks and readers."""
    return bool(_NO_COPY.search(urls.host(url) or ""))


class AccessLog:
    """Leads from log files of the site at ``home``; ``own`` are the publisher's domains, dropped as referrers."""

    name = "access-log"

    def __init__(self, files: Iterable[Path], home: str, own: Iterable[str] = ()) -> None:
        self._files = list(files)
        self._home = home
        self._own = (*own, urls.site(home) or "")
        #: Lines read, and lines that were in neither format.
        self.lines = 0
        self.unread = 0

    def leads(self, budget: Budget) -> Iterator[Lead]:
        """One lead for every pair of referring page and page of ours; raises `InputError` for files that are no logs."""
        seen: set[tuple[str, str]] = set()
        for file in self._files:
            lines, unread = self.lines, self.unread
            for number, visit in self._visits(file):
                referer = visit.referer
                if not referer or not urls.is_web(referer) or visit.status >= 400 or is_bot(visit.agent):
                    continue
                if urls.under(referer, self._own) or urls.same_site(referer, self._home) or is_no_copy(referer):
                    continue
                ours = urljoin(self._home, visit.path)
                pair = (urls.page_key(referer), urls.page_key(ours))
                if pair in seen:
                    continue
                if len(seen) < _SEEN:
                    seen.add(pair)
                if not budget.lead():
                    return
                bare = urlsplit(referer).path in ("", "/") and not urlsplit(referer).query
                yield Lead(
                    url=referer, source=self.name, found_at=f"{file}:{number}", work=ours, page=not bare, seen=visit.at
                )
            if self.lines - lines == self.unread - unread > 0:
                raise InputError(f"{file}: not an access log, expected lines in common or combined format")

    def _visits(self, file: Path) -> Iterator[tuple[int, Visit]]:
        try:
            with _opened(file) as lines:
                number = 0
                while line := lines.readline(_LINE):
                    number += 1
                    self.lines += 1
                    long = False
                    while len(line) == _LINE and not line.endswith(b"\n"):
                        long = True
                        line = lines.readline(_LINE)
                    visit = None if long else read_line(line.decode("utf-8", "replace"))
                    if visit is None:
                        self.unread += 1
                    else:
                        yield number, visit
        except (OSError, EOFError, zlib.error) as wrong:
            raise InputError(f"{file}: cannot be read: {wrong}") from wrong


def _opened(file: Path) -> gzip.GzipFile | BufferedReader:
    with file.open("rb") as start:
        packed = start.read(2) == b"\x1f\x8b"
    return gzip.open(file, "rb") if packed else file.open("rb")
