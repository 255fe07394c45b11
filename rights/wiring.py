"""Settings -> the parts that a command needs, each made only when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from rights.errors import InputError, MissingExtra
from rights.extract.article import extract
from rights.extract.block_list import BlockList
from rights.given import Works
from rights.library import Library
from rights.model import Article, Page, Work
from rights.operators import Operators
from rights.settings import Settings

if TYPE_CHECKING:
    from rights.fetch import Fetcher
    from rights.store import Store


class KnownWorks(Works, Protocol):
    """The known works, open until closed."""

    def by_id(self, id: str) -> Work | None: ...
    def close(self) -> None: ...


def works_of(settings: Settings) -> KnownWorks | None:
    """The index of works, where there is one; None before any work was added."""
    if not settings.has_works:
        return None
    from rights.known import look

    return look(settings)


class Originals:
    """The pages that known works were read from, taken from the database's snapshots and kept while they are in use.

    Opens the database when it is first asked for one.
    """

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self._settings = settings
        self._store = store
        self._own = store is None
        self._lock = Lock()
        self._read = lru_cache(maxsize=64)(self._load)

    def __call__(self, work: Work) -> Article | None:
        """The original page of a work, or None where only its text is known."""
        return work.article or self._read(work.id)

    def _load(self, id: str) -> Article | None:
        with self._lock:
            if self._store is None:
                # sqlmodel costs half a second to import: a check that meets no known work must not pay for it.
                from rights.store import open_store

                self._store = open_store(self._settings)
        page = self._store.works.page(id)
        return extract(page) if page else None

    def close(self) -> None:
        """Close the database that was opened here."""
        if self._own and self._store:
            self._store.close()


def library_of(settings: Settings) -> Library:
    """The shipped policies and those of the operator's folders."""
    return Library.load(settings.policies)


def operators_of(settings: Settings, fetch: Callable[[str], Page] | None = None) -> Operators:
    """Who runs which site: what was read before, and, with ``fetch``, what is read now."""
    return Operators(settings.home / "operators", fetch, block_list=block_list_of(settings.filter_lists))


@lru_cache(maxsize=1)
def block_list_of(files: tuple[Path, ...]) -> BlockList | None:
    """The user's block lists as one; None where none is named.  Raises `InputError` for a file that cannot be read."""
    if not files:
        return None
    try:
        return BlockList([file.read_text(encoding="utf-8", errors="replace") for file in files])
    except OSError as wrong:
        raise InputError(f"RIGHTS_FILTER_LISTS: {wrong}, expected files in EasyList's syntax") from wrong


class OptOuts:
    """Whether the owner of a host wants no visits: by the settings, and by what ``filed`` says is on file.

    The file is read again after half a minute, so that a wish counts while a service runs.
    """

    def __init__(self, names: tuple[str, ...], filed: Callable[[], Iterable[str]] = tuple) -> None:
        self._names = names
        self._read = filed
        self._filed: frozenset[str] = frozenset()
        self._read_at: float | None = None
        self._lock = Lock()

    def __call__(self, host: str) -> bool:
        """True for a host that is never to be visited."""
        names = (*self._names, *self._on_file())
        return any(host == name or host.endswith(f".{name}") for name in names)

    def _on_file(self) -> frozenset[str]:
        with self._lock:
            if self._read_at is None or monotonic() - self._read_at > 30:
                # a site without a registered domain is named with its port, a host is not
                self._filed = frozenset(name.rsplit(":", 1)[0] for name in self._read())
                self._read_at = monotonic()
            return self._filed


def _opted_out(settings: Settings) -> frozenset[str]:
    """The sites on file that want no visits; opens the database for as long as it takes to read them."""
    if not settings.has_database:
        return frozenset()
    # importing the database costs half a second: a check of a file, which fetches nothing, must not pay for it
    from rights.store import open_store

    with open_store(settings) as store:
        return store.sites.opted_out()


def fetcher_of(settings: Settings, *, record: bool = False, store: Store | None = None) -> Fetcher:
    """The one door to the network, with the operator's identity, limits and pace, and the wishes of site owners.

    ``store`` is the database that is open already; without one it is opened at the first request.
    """
    # requests costs a sixth of a second to import: a check of a file must not pay for it.
    from rights.fetch import DailyBudget, Fetcher, Identity, Limits, Pace

    return Fetcher(
        identity=Identity(contact=settings.contact, page=settings.bot_page),
        allow_networks=settings.allow_networks,
        limits=Limits(total=settings.timeout, body=settings.max_bytes, redirects=settings.max_redirects),
        budget=DailyBudget(settings.daily_budget),
        pace=Pace(
            delay=settings.pace,
            address_delay=min(settings.pace, 0.5),
            # a pace below a second is set for hosts of one's own: then a slow answer is no reason to wait long
            latency_factor=min(10.0, 5.0 * settings.pace),
        ),
        opted_out=OptOuts(settings.opt_out, store.sites.opted_out if store else partial(_opted_out, settings)),
        record=record,
    )


def renderer_of(settings: Settings, fetcher: Fetcher) -> Callable[[str], Page] | None:
    """What renders pages whose text comes by script; None where it is off, or left to itself and not to be had.

    Raises `MissingExtra` where a browser is named and something is missing.
    """
    if settings.browser == "off" or (settings.browser == "auto" and os.geteuid() == 0):
        return None
    from rights.fetch.browser import Browser

    try:
        return Browser(fetcher, executable=None if settings.browser == "auto" else settings.browser).render
    except MissingExtra:
        if settings.browser == "auto":
            return None
        raise
