"""The desk's figures of violations: kept by whoever changes a violation, within the same transaction.

Counting a hundred thousand rows takes PostgreSQL 40 ms, and an overview asks for four such counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, Table, case, delete, except_, func, insert, select, union_all

from rights.store.engine import Database
from rights.store.records import OPEN, State
from rights.store.tables import violation
from rights.store.tally_tables import site_count, violation_count


class Tally:
    """What one transaction changes about the figures; `write` is its last word on violations."""

    def __init__(self) -> None:
        self._states: Counter[tuple[str, str, str]] = Counter()
        self._open: Counter[tuple[str, str]] = Counter()

    def moved(self, publisher: str, clause: str, site: str, before: State | None, after: State | None) -> None:
        """One violation went from a state to another; None before it was opened, and where it was deleted."""
        for state, by in ((before, -1), (after, 1)):
            if state is not None:
                self._states[publisher, clause, state.value] += by
                self._open[site, publisher] += by * (state in OPEN)

    def write(self, database: Database, connection: Connection) -> None:
        """Bring the figures up to date: in order of their keys, so that two transactions never wait for each other."""
        states = [
            {"publisher": publisher, "clause": clause, "state": state, "number": by}
            for (publisher, clause, state), by in sorted(self._states.items())
            if by
        ]
        if states:
            adding = database.insert(violation_count)
            added = {"number": violation_count.c.number + adding.excluded.number}
            keys = [violation_count.c.publisher, violation_count.c.clause, violation_count.c.state]
            connection.execute(adding.on_conflict_do_update(index_elements=keys, set_=added), states)
        sites = [
            {"site": site, "publisher": publisher, "open": by} for (site, publisher), by in sorted(self._open.items())
        ]
        if sites:
            adding = database.insert(site_count)
            added = {"open": site_count.c.open + adding.excluded.open}
            keys = [site_count.c.site, site_count.c.publisher]
            connection.execute(adding.on_conflict_do_update(index_elements=keys, set_=added), sites)


def wrong_figures(connection: Connection) -> Iterator[str]:
    """What the figures say and the violations do not, or the other way round; one line a table."""
    for table, counted in _counted():
        told, true = (select(of).where(list(of.c)[-1] != 0) for of in (table, counted.subquery()))
        one, other = except_(told, true).subquery(), except_(true, told).subquery()
        # one statement, so that what is written meanwhile is in both or in neither
        wrong = connection.execute(union_all(select(one), select(other))).all()
        if wrong:
            such = f"{len(wrong)} rows, such as {tuple(wrong[0])}"
            yield f"figures: {table.name} does not agree with the violations: {such}; rights db upgrade counts anew"


def count_anew(connection: Connection) -> None:
    """Set the figures to what the violations say, as a worker of an older version that knows of no figures leaves them.

    PostgreSQL's writers wait meanwhile: one that has not committed is counted by itself afterwards, by what it adds.
    """
    if connection.dialect.name == "postgresql":
        tables = ", ".join(table.name for table, _ in _counted())
        connection.exec_driver_sql(f"LOCK TABLE {tables} IN EXCLUSIVE MODE")
    for table, counted in _counted():
        connection.execute(delete(table))
        connection.execute(insert(table).from_select([column.name for column in table.c], counted))


def _counted() -> tuple[tuple[Table, Select[Any]], ...]:
    of = violation.c
    number = func.count().label("number")
    states = select(of.publisher, of.clause, of.state, number).group_by(of.publisher, of.clause, of.state)
    open_ones = func.sum(case((of.state.in_(OPEN), 1), else_=0))
    sites = select(of.site, of.publisher, open_ones.label("open")).group_by(of.site, of.publisher)
    return (violation_count, states), (site_count, sites)
