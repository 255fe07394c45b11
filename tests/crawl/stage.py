"""A web and a judge without network or real time, for what a sweep itself has to get right."""

from __future__ import annotations

import hashlib
import re
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rights.errors import FetchError, Postponed, Unreachable
from rights.judgement import Asked, Judgement
from rights.look import Looker
from rights.model import Page, PageState, Verdict
from rights.store import Store
from rights.store.records import Lead
from rights.sweep import Crawl
from tests.store.samples import assess, finding

START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


class _NoPace:
    def ready_in(self, host: str) -> float:
        return 0.0


class Web:
    """Pages by address: a body, a status, or an error to raise.  ``asked`` counts the fetches."""

    def __init__(self, clock: Clock) -> None:
        self.pages: dict[str, str | int | FetchError] = {}
        self.asked: Counter[str] = Counter()
        self.conditional: list[str] = []
        self.pace = _NoPace()
        self._clock = clock
        self._lock = threading.Lock()

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Page:
        with self._lock:
            self.asked[url] += 1
        found = self.pages.get(url, 404)
        if isinstance(found, FetchError):
            raise found
        body = b"" if isinstance(found, int) else found.encode()
        tag = f'"{hashlib.md5(body).hexdigest()}"'
        status = found if isinstance(found, int) else 304 if etag == tag else 200
        if status == 304:
            self.conditional.append(url)
            body = b""
        return Page(
            body=body,
            url=url,
            final_url=url,
            status=status,
            headers={"etag": tag, "content-type": "text/html"},
            fetched_at=self._clock(),
            sha256=hashlib.sha256(body).hexdigest(),
        )


def judge(page: Page, asked: Asked) -> Judgement:
    """``violates a b`` in a body violates the clauses a and b, ``keeps a`` keeps it; ``@URL`` is a canonical."""
    body = page.body.decode()
    if "crash" in body:
        raise ZeroDivisionError("a defect")
    if "challenge" in body:
        return Judgement(state=PageState.CHALLENGE)
    findings = [
        finding(clause, verdict)
        for word, verdict in (("violates", Verdict.VIOLATION), ("keeps", Verdict.PASS))
        for found in re.findall(rf"{word} ([\w ]+)", body)
        for clause in found.split()
    ]
    canonical = re.search(r"@(\S+)", body)
    return Judgement(
        state=PageState.ARTICLE,
        assessments=(assess(*findings),) if findings else (),
        address=canonical.group(1) if canonical else page.final_url,
        title="A page",
        links=tuple(re.findall(r"to (\S+)", body)),
    )


class Stage:
    """A store, a web and a clock, and crawlers over them."""

    def __init__(self, store: Store, home: Path) -> None:
        self.store, self.home = store, home
        self.clock = Clock()
        self.web = Web(self.clock)

    def crawler(self, **options: int) -> Crawl:
        looker = Looker(self.web, judge, self.clock, stored=self.store.snapshots.get)
        return Crawl(self.store, looker, self.home, clock=self.clock, **{"threads": 4, "pages": 2} | options)

    def sweep(self, *, everything: bool = False, **options: int) -> Crawl:
        """One sweep by a crawler of its own."""
        crawler = self.crawler(**options)
        try:
            self.progress = crawler.sweep(everything=everything)
        finally:
            crawler.close()
        return crawler

    def add(self, *addresses: str, kind: str = "page") -> None:
        self.store.due.add([Lead(address=address, source="test", kind=kind) for address in addresses], self.clock())


__all__ = ["START", "Clock", "Postponed", "Stage", "Unreachable", "Web", "judge"]
