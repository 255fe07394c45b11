"""When to look again: new copies soon, settled ones rarely, open violations daily, failures with backoff.

Pure, and the same for the same address: the jitter comes from the address, so that a sweep can be repeated.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from rights.store.records import Outcome, Standing

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: The longest times between two looks.
LONGEST = {Standing.COPY: 60 * DAY, Standing.OTHER: 90 * DAY, Standing.SOURCE: DAY}
#: A page gone for good is looked at once more after this time: it may come back.
GONE = 60 * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Showed:
    """What the look showed, as far as the next one depends on it."""

    outcome: Outcome
    standing: Standing
    changed: bool = False
    open_violations: int = 0
    missing: bool = False
    failures: int = 0
    interval: float | None = None


def after(showed: Showed, at: datetime, address: str) -> tuple[datetime | None, float | None]:
    """The next look and the interval in seconds that it came from; (None, None): never again by itself."""
    if showed.standing in (Standing.OWN, Standing.ALIAS):
        return None, None
    interval = _interval(showed)
    if interval is None:
        return None, None
    # Earlier rather than later, so that "daily" is kept; but two looks at missing text are a whole day apart.
    spread = interval * _jitter(address) / 10
    return at + interval + (spread if showed.missing else -spread), interval.total_seconds()


def _interval(showed: Showed) -> timedelta | None:
    before = timedelta(seconds=showed.interval) if showed.interval else None
    if showed.outcome in (Outcome.UNREACHABLE, Outcome.BROKEN):
        backoff: timedelta = min(HOUR * 2 ** min(showed.failures - 1, 10), 7 * DAY)
        return min(backoff, DAY) if showed.open_violations else backoff
    if showed.outcome is Outcome.REFUSED:
        return 7 * DAY
    if showed.missing or showed.open_violations:
        return DAY
    if showed.outcome is Outcome.GONE:
        return None if before is not None and before >= GONE else GONE
    if showed.standing is Standing.SOURCE:
        return HOUR if showed.changed or before is None else min(max(before, HOUR) * 2, LONGEST[Standing.SOURCE])
    first = DAY if showed.standing is Standing.COPY else 7 * DAY
    if before is None or showed.changed:
        return first
    return min(max(before, first) * 2, LONGEST.get(showed.standing, 90 * DAY))


def _jitter(address: str) -> float:
    """A number in [0, 1) that belongs to the address."""
    return int.from_bytes(hashlib.sha256(address.encode("utf-8", "replace")).digest()[:4]) / 2**32
