"""The life of a violation: THE place that decides what opens, cures and reopens one.

Pure: what a look showed and the time go in, the next state comes out.  The rules are the design's: a mended page
cures at once; text gone from a good page, or a 404, cures after two looks a day apart; a 410 at once; what cannot be
judged neither opens nor cures; dismissed and waived ones are remembered until their end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from rights.store.records import OPEN, State

#: Two looks that agree the text is gone must lie this far apart.
APART = timedelta(days=1)


class Seen(StrEnum):
    """What one look showed about one violation."""

    VIOLATED = "violated"
    MENDED = "mended"
    WAIVED = "waived"
    TEXT_GONE = "text-gone"
    NOT_FOUND = "not-found"  # 404
    REMOVED = "removed"  # 410
    FOLDED = "folded"  # the page turned out to be another copy's second address
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Now:
    """Where a violation stands; ``missed_at`` is the first of the looks that did not find the text."""

    state: State
    missed_at: datetime | None = None
    until: datetime | None = None
    how: str | None = None


AGREEMENT = "agreement"


#: From which states a person may take which steps; what a look shows decides all others.
STEPS: dict[State, tuple[State, ...]] = {
    State.NOTIFIED: OPEN,
    State.ANSWERED: OPEN,
    State.DISMISSED: (*OPEN, State.DISMISSED, State.WAIVED),
    State.WAIVED: (*OPEN, State.DISMISSED, State.WAIVED),
    State.REOPENED: (State.CURED, State.DISMISSED, State.WAIVED),
}


def may(now: State, then: State) -> bool:
    """True where a person may move a violation from one state to another."""
    return now in STEPS.get(then, ())


def step(now: Now | None, seen: Seen, at: datetime) -> Now | None:
    """The violation after a look at the time ``at``; None where there is none and none opens."""
    if now is None:
        return Now(State.OPENED) if seen is Seen.VIOLATED else None
    if seen is Seen.UNSURE:
        return now
    if seen is Seen.VIOLATED:
        return _violated(now, at)
    if not now.state.is_open:
        return now
    if seen is Seen.WAIVED:
        return Now(State.WAIVED, how=AGREEMENT)
    if seen in (Seen.MENDED, Seen.REMOVED, Seen.FOLDED):
        return Now(State.CURED, how=seen.value)
    if now.missed_at is None:
        return Now(now.state, missed_at=at, how=now.how, until=now.until)
    if at - now.missed_at >= APART:
        return Now(State.CURED, how=seen.value)
    return now


def _violated(now: Now, at: datetime) -> Now:
    if now.state is State.CURED:
        return Now(State.REOPENED)
    if now.state in (State.DISMISSED, State.WAIVED):
        ended = now.how == AGREEMENT or (now.until is not None and at >= now.until)
        return Now(State.REOPENED) if ended else now
    return Now(now.state, until=now.until, how=now.how)
