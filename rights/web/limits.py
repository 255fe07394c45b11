"""How often one client may ask for something that costs."""

from __future__ import annotations

import ipaddress
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from time import monotonic

#: Clients remembered at most; the one heard of longest ago is forgotten first.
CLIENTS = 20_000


class Rate:
    """A bucket of tokens for each client: ``burst`` at once, then ``per_minute``."""

    def __init__(self, per_minute: float, burst: int, *, clock: Callable[[], float] = monotonic) -> None:
        self._refill = per_minute / 60
        self._burst = burst
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def allows(self, client: str) -> bool:
        """Take one token of the client's; False when there is none."""
        now, key = self._clock(), network_of(client)
        with self._lock:
            left, at = self._buckets.pop(key, (float(self._burst), now))
            left = min(float(self._burst), left + (now - at) * self._refill)
            granted = left >= 1
            self._buckets[key] = (left - 1 if granted else left, now)
            while len(self._buckets) > CLIENTS:
                self._buckets.popitem(last=False)
        return granted


class Daily:
    """What may be taken in one day, whoever asks; a new day begins anew."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._day: date | None = None
        self._taken = 0

    def left(self, today: date) -> int:
        """How much may still be taken."""
        if today != self._day:
            self._day, self._taken = today, 0
        return self._most - self._taken

    def take(self, count: int = 1) -> None:
        """Count what was taken, on the day that was last asked about."""
        self._taken += count


def network_of(client: str) -> str:
    """Whom an address stands for: one IPv4 address, or the /64 that one IPv6 subscriber has."""
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client[:100]
    if isinstance(address, ipaddress.IPv6Address):
        return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))
    return str(address)
