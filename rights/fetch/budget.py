"""How many requests a day one site gets from us at most."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta

from rights import urls
from rights.errors import Postponed


class DailyBudget:
    """Counts requests per site and UTC day; ``per_site`` None sets no bound.  ``now`` is replaced in tests."""

    def __init__(self, per_site: int | None = None, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._per_site = per_site
        self._now = now
        self._lock = threading.Lock()
        self._day: date | None = None
        self._spent: dict[str, int] = {}
        self._untold: dict[str, int] = {}

    def check(self, url: str) -> None:
        """Raise `Postponed` until the next day when the site's budget is spent."""
        self._take(url, 0)

    def spend(self, url: str) -> None:
        """Count one request; raises like `check`."""
        self._take(url, 1)

    def _take(self, url: str, count: int) -> None:
        if self._per_site is None:
            return
        now = self._now()
        site = urls.site(url) or url
        with self._lock:
            if self._day != now.date():
                self._day, self._spent, self._untold = now.date(), {}, {}
            spent = self._spent.get(site, 0)
            if spent >= self._per_site:
                midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), UTC)
                why = f"today's {self._per_site} requests to {site} are spent"
                raise Postponed(url, why, (midnight - now).total_seconds())
            self._spent[site] = spent + count
            self._untold[site] = self._untold.get(site, 0) + count

    def restore(self, spent: dict[str, int]) -> None:
        """Take over what an earlier run of today already spent, by site."""
        with self._lock:
            self._day = self._now().date()
            for site, count in spent.items():
                self._spent[site] = self._spent.get(site, 0) + count

    def at_least(self, spent: Mapping[str, int]) -> None:
        """Take over what other machines told of today's requests by site, ours among them."""
        with self._lock:
            if self._day == self._now().date():
                for site, count in spent.items():
                    self._spent[site] = max(self._spent.get(site, 0), count + self._untold.get(site, 0))

    def taken(self) -> dict[str, int]:
        """The requests by site since the last call: what has to be remembered for the rest of the day."""
        with self._lock:
            untold, self._untold = self._untold, {}
        return {site: count for site, count in untold.items() if count}
