"""What every page of the web part may use, handed to the application when it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

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
