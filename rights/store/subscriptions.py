"""Who is told what: wishes, and what waits to be told, written in the same transaction as the step itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select, update

from rights.errors import InputError
from rights.store.codec import clean
from rights.store.engine import Database, batches
from rights.store.reading import Reading, Wanted
from rights.store.records import Event, State, Violation
from rights.store.subscription_tables import subscription, telling
from rights.store.tables import violation_event

#: How often a message is tried before it is given up; the pauses double from one minute to a day.
TRIES = 10


class Cadence(StrEnum):
    """When somebody is told: at the end of the sweep that saw it, or in a digest."""

    AT_ONCE = "at-once"
    DAILY = "daily"
    WEEKLY = "weekly"

    @property
    def every(self) -> timedelta:
        """The time between two messages."""
        return {Cadence.AT_ONCE: timedelta(0), Cadence.DAILY: timedelta(days=1), Cadence.WEEKLY: timedelta(days=7)}[
            self
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A wish: ``channel`` is mail, webhook or service, ``target`` an address of that channel.

    Empty ``states`` or ``clauses`` mean all; ``publisher`` None means every publisher.  ``secret`` signs webhooks.
    """

    channel: str
    target: str
    publisher: str | None = None
    cadence: Cadence = Cadence.AT_ONCE
    states: tuple[State, ...] = ()
    clauses: tuple[str, ...] = ()
    secret: str | None = field(default=None, repr=False)
    by: str = ""
    number: int = 0
    at: datetime | None = None
    last_at: datetime | None = None
    ended_at: datetime | None = None

    def wants(self, publisher: str, clause: str, state: State) -> bool:
        """True where this step of a violation is to be told."""
        return (
            self.publisher in (None, publisher)
            and (not self.states or state in self.states)
            and (not self.clauses or clause in self.clauses)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One step that waits to be told."""

    number: int
    event_number: int
    event: Event
    violation: Violation
    attempts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """All that one subscription is to be told in one message, oldest first."""

    subscription: Subscription
    tellings: tuple[Telling, ...]


def queue(connection: Connection, steps: Sequence[tuple[int, datetime, str, str, State]]) -> None:
    """Have steps told to whoever wants to know: (event's number, time, publisher, clause, state) each."""
    if not steps:
        return
    rows = connection.execute(select(subscription).where(subscription.c.ended_at.is_(None))).all()
    wishes = [_read(row) for row in rows]
    new = [
        {"subscription": wish.number, "event": number, "next_at": at, "attempts": 0}
        for number, at, publisher, clause, state in steps
        for wish in wishes
        if wish.wants(publisher, clause, state)
    ]
    if new:
        connection.execute(telling.insert(), new)


class Subscriptions:
    """The subscriptions of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._violations = Reading(database)

    def add(self, wish: Subscription, at: datetime) -> int:
        """Put a wish on file; what happens from now on is told.  Gives its number."""
        row = {
            "publisher": wish.publisher, "channel": wish.channel, "target": clean(wish.target),
            "cadence": wish.cadence.value, "states": [state.value for state in wish.states],
            "clauses": list(wish.clauses), "secret": wish.secret, "by": clean(wish.by), "at": at,
        }  # fmt: skip
        with self._database.write() as connection:
            return self._database.insert_ids(connection, subscription, [row])[0]

    def end(self, number: int, at: datetime) -> None:
        """Tell this one nothing more; raises `InputError` where no such subscription is in force."""
        with self._database.write() as connection:
            mine = (subscription.c.number == number) & subscription.c.ended_at.is_(None)
            if not connection.execute(update(subscription).where(mine).values(ended_at=at)).rowcount:
                raise InputError(f"no subscription in force has the number {number}; see  rights notify list")
            waiting = (telling.c.subscription == number) & telling.c.told_at.is_(None)
            connection.execute(update(telling).where(waiting).values(next_at=None, error="the subscription ended"))

    def listed(self, *, ended: bool = False) -> list[Subscription]:
        """Subscriptions in force, or ended ones too, oldest first."""
        query = select(subscription).order_by(subscription.c.number)
        if not ended:
            query = query.where(subscription.c.ended_at.is_(None))
        with self._database.read() as connection:
            return [_read(row) for row in connection.execute(query)]

    def waiting(self, now: datetime) -> list[Waiting]:
        """What is to be told now, a message a subscription; digests whose time has not come are left out.

        What failed before is a message of its own once more, so that a receiver who got it after all knows it by its id.
        """
        query = (
            select(telling, violation_event)
            .join(violation_event, violation_event.c.number == telling.c.event)
            .where(telling.c.told_at.is_(None), telling.c.next_at <= now)
            .order_by(telling.c.number)
        )
        with self._database.read() as connection:
            rows = connection.execute(query).mappings().all()
        if not rows:
            return []
        violations: dict[int, Violation] = {}
        for part in batches(sorted({row[violation_event.c.violation] for row in rows})):
            violations |= {one.number: one for one in self._violations.listed(Wanted(numbers=part))}
        found: dict[tuple[int, int | None], list[Telling]] = {}
        for row in rows:
            about = violations.get(row[violation_event.c.violation])
            if about is not None:
                which = (row[telling.c.subscription], row[telling.c.message])
                found.setdefault(which, []).append(_telling(row, about))
        wishes = {wish.number: wish for wish in self.listed()}
        return [
            Waiting(subscription=wishes[number], tellings=tuple(tellings))
            for (number, tried), tellings in found.items()
            if number in wishes and (tried or _time_has_come(wishes[number], now))
        ]

    def told(self, message: Waiting, at: datetime) -> None:
        """The message went out."""
        numbers = [one.number for one in message.tellings]
        with self._database.write() as connection:
            for part in batches(numbers):
                done = update(telling).where(telling.c.number.in_(part)).values(told_at=at, next_at=None, error=None)
                connection.execute(done)
            mine = subscription.c.number == message.subscription.number
            connection.execute(update(subscription).where(mine).values(last_at=at))

    def failed(self, message: Waiting, error: str, at: datetime) -> bool:
        """The message did not go out: it is tried again later; False where it was given up."""
        tries = max(one.attempts for one in message.tellings) + 1
        pause = min(timedelta(minutes=2 ** (tries - 1)), timedelta(days=1))
        again = at + pause if tries < TRIES else None
        values: dict[str, Any] = {
            "attempts": tries,
            "next_at": again,
            "error": clean(error)[:500],
            "message": message.tellings[0].number,
        }
        with self._database.write() as connection:
            for part in batches([one.number for one in message.tellings]):
                connection.execute(update(telling).where(telling.c.number.in_(part)).values(values))
        return again is not None


def _time_has_come(wish: Subscription, now: datetime) -> bool:
    last = wish.last_at or wish.at
    return last is None or now - last >= wish.cadence.every


def _telling(row: Mapping[Any, Any], about: Violation) -> Telling:
    event = Event(
        at=row[violation_event.c.at], state=State(row[violation_event.c.state]), by=row[violation_event.c.by],
        note=row[violation_event.c.note], until=row[violation_event.c.until], check=row[violation_event.c.check_number],
    )  # fmt: skip
    return Telling(
        number=row[telling.c.number], event_number=row[telling.c.event], event=event, violation=about,
        attempts=row[telling.c.attempts],
    )  # fmt: skip


def _read(row: Any) -> Subscription:
    return Subscription(
        number=row.number, publisher=row.publisher, channel=row.channel, target=row.target,
        cadence=Cadence(row.cadence), states=tuple(State(state) for state in row.states or ()),
        clauses=tuple(row.clauses or ()), secret=row.secret, by=row.by, at=row.at, last_at=row.last_at,
        ended_at=row.ended_at,
    )  # fmt: skip
