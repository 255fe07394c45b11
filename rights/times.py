"""Dates as pages give them: a date is the interval of instants that it can mean.

Without a zone a clock time can be meant anywhere from UTC+14 to UTC-12; a day alone is open at both ends by as much.
A clause decides only where every instant of the interval says the same.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rights.extract.written_dates import written_dates
from rights.patterns import late

#: The easternmost and the westernmost zone in use (Line Islands, Baker Island).
EAST, WEST = timedelta(hours=14), timedelta(hours=12)

_PARTIAL = late(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_SLASHED = late(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last instant that a date can mean (both in UTC)."""

    first: datetime
    last: datetime

    @property
    def exact(self) -> bool:
        """True for a clock time with its zone."""
        return self.first == self.last

    def __add__(self, other: timedelta) -> Span:
        return Span(_later(self.first, other), _later(self.last, other))


def _later(instant: datetime, other: timedelta) -> datetime:
    try:
        return instant + other
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def span(value: str | datetime | None) -> Span | None:
    """What an ISO date or time as precise as the page gave it can mean; None where it cannot be read."""
    if value is None:
        return None
    if isinstance(value, str):
        partial = _PARTIAL.match(value.strip())
        if partial:
            return _days(*(int(part) if part else None for part in partial.groups()))
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    try:
        if value.tzinfo is None:
            exact = value.replace(tzinfo=UTC)
            return Span(exact - EAST, exact + WEST)
        exact = value.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Span(exact, exact)


def _days(year: int | None, month: int | None, day: int | None) -> Span | None:
    try:
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
        start = datetime(first.year, first.month, first.day, tzinfo=UTC)
        end = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=1)
        return Span(start - EAST, end + WEST)
    except (ValueError, OverflowError):
        return None


def day_of(value: str | None) -> date | None:
    """The calendar day that an ISO date names, in its own zone; None where it is less precise."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def dates_in(text: str) -> set[date]:
    """Every calendar day written in a text; a day that could be read in two ways counts as both."""
    found = {date.fromisoformat(iso) for iso, _ in written_dates(text)}
    for match in _SLASHED.finditer(text):
        one, other, year = (int(part) for part in match.groups())
        for month, day in ((one, other), (other, one)):
            try:
                found.add(date(year, month, day))
            except ValueError:
                continue
    return found
