"""What every page of the web part may use, handed to the application when it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fastapi import Request

from rights.fetch import Fetcher
from rights.library import Library
from rights.settings import Settings
from rights.store import Store


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """The parts that the application stands on; ``sweeping`` tells whether this process's scheduler is well,
    ``fetcher`` is the one that it sweeps with."""

    settings: Settings
    store: Store
    library: Library
    fetcher: Fetcher | None = None
    sweeping: Callable[[], bool] = lambda: True
    clock: Callable[[], datetime] = field(default=_now)

    def home(self, request: Request | None = None) -> str:
        """The address at which people reach this server, without a slash at its end: as set, else as it was asked."""
        here = str(request.base_url) if request else f"http://{self.settings.host}:{self.settings.port}"
        return (self.settings.base_url or here).rstrip("/")
