"""Move everything from one database to another: table by table, rows checked on arrival."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select, text

from rights.errors import InputError, StoreError
from rights.store import migrate, partitions
from rights.store.engine import Database, batches
from rights.store.tables import metadata


def move(source: Database, target: Database) -> Iterator[tuple[str, int]]:
    """Copy all rows into an empty database; gives each table's name and rows.

    One reading transaction, so that a crawl that goes on meanwhile does not tear the copy, and one writing one: the
    target holds everything or nothing.  Raises `InputError` where the target holds anything.
    """
    if migrate.revision(source) is None:
        raise InputError("the source database is empty or missing")
    migrate.ensure(source)
    migrate.ensure(target)
    done = []
    with source.read() as reading, target.write() as writing:
        if not source.is_sqlite:
            reading.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        for database, connection in ((source, reading), (target, writing)):
            if not database.is_sqlite:  # each waits for the other, a big table is counted for minutes
                connection.execute(text("SET LOCAL statement_timeout = 0"))
                connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        for table in metadata.sorted_tables:
            if writing.execute(select(func.count()).select_from(table)).scalar_one():
                raise InputError(f"the target database is not empty: {table.name} holds rows")
            if not target.is_sqlite and table.name in partitions.TABLES:
                last = reading.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()
                partitions.reach(writing, table.name, last + partitions.SIZE)
            rows = reading.execution_options(yield_per=500).execute(select(table).order_by(*table.primary_key))
            count = 0
            for batch in batches(rows.mappings()):
                writing.execute(table.insert(), [dict(row) for row in batch])
                count += len(batch)
            arrived = writing.execute(select(func.count()).select_from(table)).scalar_one()
            if arrived != count:
                raise StoreError(f"{table.name}: {count} rows left, {arrived} arrived; nothing was kept")
            if not target.is_sqlite and "number" in table.c:
                last = select(func.coalesce(func.max(table.c.number), 0) + 1).scalar_subquery()
                serial = func.pg_get_serial_sequence(f'"{table.name}"', "number")
                writing.execute(select(func.setval(serial, last, False)))
            done.append((table.name, count))
    yield from done
