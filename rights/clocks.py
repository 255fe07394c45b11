"""When a copy was made and seen, as intervals: what the page says, bounded by what the crawl saw."""

from __future__ import annotations

from datetime import UTC, datetime

from rights.clause import Case
from rights.times import Span, span

_LONG_AGO = datetime(1990, 1, 1, tzinfo=UTC)


def seen(case: Case) -> Span | None:
    """The instant at which the copy was looked at."""
    return span(case.at)


def first_seen(case: Case) -> Span | None:
    """The earliest instant at which the copy is known to have been there."""
    return span(case.republication.history.first_seen) or seen(case)


def copied(case: Case) -> Span | None:
    """When the copy was made.

    Its own date, cut off where the crawl had already seen it.  A date that repeats the original's to the second came
    with the text and says nothing; then only the upper bound is left.
    """
    said, known = span(case.copy.published), first_seen(case)
    if said is not None and taken_over(case):
        said = None
    if said is None:
        return Span(_LONG_AGO, known.last) if known else None
    if known is not None and known.last < said.last:
        return Span(min(said.first, known.last), known.last)
    return said


def taken_over(case: Case) -> bool:
    """True when the copy shows the original's own date and time as its own."""
    ours, theirs = case.work.published, case.copy.published
    return bool(ours and ours == theirs and "T" in ours)
