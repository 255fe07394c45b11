"""A person's steps on violations, as forms and the API send them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rights.errors import InputError
from rights.store.accounts import Account
from rights.store.life import may
from rights.store.records import State
from rights.web.context import Web

#: Violations that one form may move.
MOST = 5_000

STEPS = (
    (State.DISMISSED.value, "Dismiss: no violation after all"),
    (State.WAIVED.value, "Waive: let it pass"),
    (State.NOTIFIED.value, "Notified: a letter was sent"),
    (State.ANSWERED.value, "Answered: they replied"),
    (State.REOPENED.value, "Reopen"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How many were moved, and how many stayed because the step does not follow from their state."""

    moved: int
    left: int


def steps_from(state: State) -> tuple[tuple[str, str], ...]:
    """The steps that follow from a state, with their names."""
    return tuple((value, name) for value, name in STEPS if may(state, State(value)))


def take(
    web: Web, account: Account, numbers: Sequence[int], step: str, note: str = "", until: str = "", by: str = ""
) -> Moved:
    """Move those of some violations that the account may move; raises `InputError` for what cannot be done."""
    if step not in {value for value, _ in STEPS}:
        raise InputError("choose a step")
    if not numbers:
        raise InputError("choose at least one violation")
    if len(numbers) > MOST:
        raise InputError(f"at most {MOST:,} violations are moved at once")
    state = State(step)
    if state in (State.DISMISSED, State.WAIVED) and not note.strip():
        raise InputError(f"say why: a violation is {state.value} for a reason that is remembered")
    wanted = sorted(set(numbers))
    free = web.store.inbox.movable(wanted, state, account.publishers)
    if free:
        web.store.violations.move(
            free, state, by=by or account.name, at=web.clock(), note=note.strip() or None, until=end_of(until)
        )
    return Moved(moved=len(free), left=len(wanted) - len(free))


def end_of(day: str) -> datetime | None:
    """The end of a day such as 2026-12-31; None for no day."""
    if not day:
        return None
    try:
        return datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC) + timedelta(days=1)
    except ValueError:
        raise InputError(f"{day[:40]!r} is no day, expected one like 2026-12-31") from None
