"""When to look again, and the life of a violation, as pure functions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rights.store.life import APART, Now, Seen, step
from rights.store.records import Outcome, Standing, State
from rights.store.revisit import Showed, after

START = datetime(2026, 1, 5, tzinfo=UTC)
SHOWED = st.builds(
    Showed,
    outcome=st.sampled_from([o for o in Outcome if o is not Outcome.FOLDED]),
    standing=st.sampled_from(list(Standing)),
    changed=st.booleans(),
    open_violations=st.integers(0, 3),
    missing=st.booleans(),
    failures=st.integers(1, 10_000),
    interval=st.none() | st.floats(1, 1e8),
)


@settings(deadline=None)
@given(SHOWED, st.text(max_size=20))
def test_every_next_look_lies_ahead_and_within_a_season(showed: Showed, address: str) -> None:
    at, interval = after(showed, START, address)
    assert (at is None) == (interval is None)
    if at is not None:
        assert timedelta(minutes=50) <= at - START <= timedelta(days=100)
    if at is not None and showed.open_violations and showed.outcome is Outcome.JUDGED:
        assert at - START <= timedelta(days=1.1)


@settings(deadline=None)
@given(SHOWED, st.text(max_size=20))
def test_own_pages_and_aliases_are_never_looked_at_again(showed: Showed, address: str) -> None:
    if showed.standing in (Standing.OWN, Standing.ALIAS):
        assert after(showed, START, address) == (None, None)


def test_failures_back_off() -> None:
    waits = []
    for failures in range(1, 15):
        showed = Showed(outcome=Outcome.UNREACHABLE, standing=Standing.COPY, failures=failures)
        at, _ = after(showed, START, "x")
        assert at is not None
        waits.append(at - START)
    assert waits == sorted(waits)
    assert waits[0] <= timedelta(hours=1)
    assert waits[-1] > timedelta(days=6)


LOOKS = st.lists(st.tuples(st.sampled_from(list(Seen)), st.integers(1, 60)), max_size=30)


@settings(deadline=None)
@given(LOOKS)
def test_nothing_is_cured_without_proof(looks: list[tuple[Seen, int]]) -> None:
    """Whatever the looks show, a cure follows a mended page, a 410, or two agreeing looks a day apart."""
    now: Now | None = None
    at = START
    absent_since: datetime | None = None
    for seen, hours in looks:
        at += timedelta(hours=hours)
        before, now = now, step(now, seen, at)
        if seen in (Seen.TEXT_GONE, Seen.NOT_FOUND):
            absent_since = absent_since or at
        elif seen is Seen.VIOLATED:
            absent_since = None
        if now is None:
            assert seen is not Seen.VIOLATED
            absent_since = None
        elif now.state is State.CURED and before is not None and before.state.is_open:
            assert seen in (Seen.MENDED, Seen.REMOVED, Seen.FOLDED) or (
                absent_since is not None and at - absent_since >= APART
            )
        if seen is Seen.UNSURE:
            assert now == before
        if seen is Seen.VIOLATED:
            assert now is not None
            assert now.state.is_open or now.state in (State.DISMISSED, State.WAIVED)
