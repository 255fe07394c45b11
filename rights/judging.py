"""Judge pages in worker processes: reading and matching a page costs far more than fetching it, and one Python process
does it on one core.

A page whose worker dies or stalls is tried once more by itself, since it may have been another's fault, and then given up.
"""

from __future__ import annotations

import copyreg
import logging
import multiprocessing
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from rights.errors import ExtractError, FetchError
from rights.extract.commercial import SiteEvidence
from rights.given import Tools
from rights.judgement import Asked, Judge, Judgement, judge
from rights.model import Article, Page
from rights.offspring import end_with_parent
from rights.operators import Operators, Unread
from rights.settings import Settings
from rights.wiring import Originals, library_of, operators_of, works_of

log = logging.getLogger("rights.crawl")

#: Seconds after which a page is stalled: extraction and matching are bounded far below.
STALLED = 120.0
#: Seconds that a worker may take to start on a busy machine: a page's time begins afterwards.
START = 300.0
#: Pages after which a worker is replaced, so that memory that a library loses does not add up.
PAGES = 2_000
#: Pages handed out for each worker: one that it reads, and one at its door, so that it need not wait for a thread's turn.
AHEAD = 2
#: What every worker needs, imported once for all of them.
_PARTS = [__name__, "rights.known", "rights.store", "rights.check", "rights.extract.article"]


def _proxy(value: Mapping[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return MappingProxyType, (dict(value),)


copyreg.pickle(MappingProxyType, _proxy)


class _Noting:
    """In a worker: answers what is known of sites' operators, and notes what it would have had to read."""

    def __init__(self, operators: Operators) -> None:
        self._operators = operators
        self.unread: Unread | None = None

    def __call__(self, article: Article) -> SiteEvidence | None:
        self.unread = self.unread or self._operators.lacks(article)
        return self._operators(article)


_tools: Tools | None = None
_noting: _Noting | None = None


def _open(settings: Settings) -> None:
    """In a worker: open what judging needs, once."""
    global _tools, _noting
    end_with_parent()  # a crawl that is ended by Ctrl-C ends in good order, and needs its workers for that
    _noting = _Noting(operators_of(settings))
    _tools = Tools(
        library=library_of(settings),
        works=works_of(settings),
        original=Originals(settings),
        operator=_noting,
    )


def _judge(page: Page, asked: Asked) -> Judgement:
    """In a worker: judge one page."""
    assert _tools is not None
    assert _noting is not None
    _noting.unread = None
    return replace(judge(page, asked, _tools), unread=_noting.unread)


def _ready() -> None:
    """In a worker: nothing to do, but only once it has started."""


class JudgePool:
    """`judgement.Judge` over worker processes; used from many threads, each of which waits for its own page.

    No more pages are handed out than `AHEAD` for each worker: so few others are under way when one kills or stalls its
    worker.  Those that were are suspects, and tried once more, alone.  Workers fetch nothing: an original that is not
    among the known works is not looked up; the pages beside one are fetched here, by ``fetch``, and sent along;
    what a site says of its operator is for the caller to read.
    """

    def __init__(
        self,
        settings: Settings,
        processes: int,
        judge: Judge = _judge,
        stalled: float = STALLED,
        fetch: Callable[[str], Page] | None = None,
    ) -> None:
        self._settings = settings
        self._fetch = fetch
        self._judge = judge
        self._stalled = stalled
        self._processes = processes
        self._turns = threading.BoundedSemaphore(AHEAD * processes)
        self._lock, self._alone = threading.Lock(), threading.Lock()
        self._pool = self._new(processes)
        self._started: ProcessPoolExecutor | None = None

    def _new(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            processes,
            mp_context=_context(),
            initializer=_open,
            initargs=(self._settings,),
            max_tasks_per_child=PAGES,
        )

    def __call__(self, page: Page, asked: Asked) -> Judgement:
        """Judge one page; raises `ExtractError` for one that kills or stalls its worker, alone too."""
        if self._fetch is None:
            return self._once(page, asked)
        had: dict[str, Page | None] = {}
        light: dict[str, Page | None] = {}
        while True:
            judged = self._once(page, replace(asked, further=light))
            if judged.wants is None:
                return replace(judged, beside=tuple(replace(one, page=had[one.address]) for one in judged.beside))
            try:
                had[judged.wants] = found = self._fetch(judged.wants)
                light[judged.wants] = replace(found, chain=())
            except FetchError:
                had[judged.wants] = light[judged.wants] = None

    def _once(self, page: Page, asked: Asked) -> Judgement:
        light = replace(page, chain=())
        with self._turns:
            pool = self._pool
            try:
                return self._within(pool, light, asked)
            except _Lost:
                self._replace(pool)
        with self._alone:
            pool = self._new(1)
            try:
                pool.submit(_ready).result(timeout=START)
                return self._within(pool, light, asked)
            except (_Lost, TimeoutError, BrokenProcessPool) as lost:
                raise ExtractError(f"{page.url}: reading this page kills or stalls its worker") from lost
            finally:
                _kill(pool)

    def _within(self, pool: ProcessPoolExecutor, page: Page, asked: Asked) -> Judgement:
        try:
            future: Future[Judgement] = pool.submit(self._judge, page, asked)
        except RuntimeError as over:  # broken or replaced by another thread meanwhile
            raise _Lost from over
        started = pool is self._started or pool is not self._pool
        try:
            judged = future.result(timeout=AHEAD * self._stalled + (0 if started else START))
        except TimeoutError as stalled:
            log.warning("a page stalled its worker: %s", page.url)
            raise _Lost from stalled
        except (BrokenProcessPool, CancelledError) as broken:
            raise _Lost from broken
        if pool is self._pool:
            self._started = pool
        return judged

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is not broken:
                return
            self._pool = self._new(self._processes)
        _kill(broken)

    def close(self) -> None:
        """End the workers."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    """How workers start: copied from a server that has imported their parts, where the system can, else anew."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PARTS)
    return context


class Apart:
    """A `JudgePool` of one worker for the pages that are suspects, made when the first one comes."""

    def __init__(self, settings: Settings, fetch: Callable[[str], Page] | None = None) -> None:
        self._settings, self._fetch = settings, fetch
        self._lock = threading.Lock()
        self._pool: JudgePool | None = None

    def __call__(self, page: Page, asked: Asked) -> Judgement:
        """Judge one page, as `JudgePool` does."""
        with self._lock:
            if self._pool is None:
                self._pool = JudgePool(self._settings, 1, fetch=self._fetch)
        return self._pool(page, asked)

    def close(self) -> None:
        """End the worker, where there is one."""
        if self._pool is not None:
            self._pool.close()


class _Lost(Exception):
    """The worker died, stalled or was ended under a page."""


def _kill(pool: ProcessPoolExecutor) -> None:
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)
