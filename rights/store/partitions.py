"""Partitions of the append-only tables on PostgreSQL: ranges of numbers, one always made ahead of the one that fills.

They stand in a schema of their own.  The last ones are hot and small enough for memory, whatever the history holds;
vacuum and backups pass over those that nobody writes to any more.
"""

from __future__ import annotations

from time import monotonic
from typing import Any

from sqlalchemy import Connection, text

#: The tables, parents first, and numbers in one partition; migration 0009 made the first ones.
TABLES = ("check", "assessment", "finding")
FOLDER, SIZE = "rights_partitions", 10_000_000
#: Seconds between two tries to make one.
REST = 60.0
#: PostgreSQL's advisory lock while a partition is made.
_ADVISORY = 7_426_003


def declared(thing: object, name: object, kind: str, reflected: bool, other: object) -> bool:
    """Whether alembic is to compare this: not the references to partitions that PostgreSQL itself adds to ours."""
    elements: Any = getattr(thing, "elements", ())
    beside = any(element.target_fullname.startswith(f"{FOLDER}.") for element in elements)
    return not (kind == "foreign_key_constraint" and reflected and beside)


class Ahead:
    """What one process knows of the partitions that exist."""

    def __init__(self) -> None:
        self._made: dict[str, int] = dict.fromkeys(TABLES, 0)
        self._wanted: dict[str, int] = {}
        self._rested = 0.0

    def reached(self, table: str, number: int) -> None:
        """Hear of a number that a table gave out."""
        end = (number // SIZE + 2) * SIZE
        if table in self._made and end > self._made[table]:
            self._wanted[table] = end

    def wanted(self) -> bool:
        """Whether a partition may be missing, and the last try to make it is not too near."""
        return bool(self._wanted) and monotonic() >= self._rested

    def make(self, connection: Connection) -> None:
        """Make what is missing, in a transaction of its own that waits for nobody long.

        A backup holds every table for as long as it takes, and who waits behind it is waited for by all: so it waits a second
        and then leaves the table alone for a while.  A whole partition is left.
        """
        self._rested = monotonic() + REST
        connection.execute(text("SET LOCAL lock_timeout = '1s'"))
        for table, end in self._wanted.items():
            reach(connection, table, end - 1)
            self._made[table] = end
        self._wanted.clear()
        self._rested = 0.0


def reach(connection: Connection, table: str, number: int) -> None:
    """Make the partitions of a table up to the one that holds a number."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _ADVISORY})
    for start in range(_end(connection, table), number + 1, SIZE):
        part = f'{FOLDER}."{table}_{start}"'
        connection.exec_driver_sql(
            f'CREATE TABLE {part} PARTITION OF "{table}" FOR VALUES FROM ({start}) TO ({start + SIZE})'
        )


def _end(connection: Connection, table: str) -> int:
    """The number at which a table's last partition ends."""
    query = text(
        "SELECT max((regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \\(''?(\\d+)''?\\)'))[1]::bigint) "
        "FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = CAST(:name AS regclass)"
    )
    return int(connection.execute(query, {"name": f'"{table}"'}).scalar_one())
