"""Who looks at the pages of a sweep: this process, or workers that it leads."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rights.fetch import Fetcher
    from rights.settings import Settings
    from rights.store import Store
    from rights.sweep import Progress, Watcher


class Sweeper(Protocol):
    """What runs sweeps."""

    def sweep(self, *, everything: bool = False) -> Progress: ...
    def stop(self) -> None: ...


def sweeper(
    settings: Settings, store: Store, fetcher: Fetcher, watcher: Watcher | None = None
) -> AbstractContextManager[Sweeper]:
    """What RIGHTS_WORKERS asks for; raises `MissingExtra` and `InputError` where workers cannot be led."""
    if settings.workers:
        from rights.workers.leader import leader

        return leader(settings, store, fetcher, watcher)
    from rights.crawl import crawler

    return crawler(settings, store, fetcher, watcher)
