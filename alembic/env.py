"""Runs the migrations on the database that ``rights.store.migrate`` hands over, or on the one of the settings."""

from __future__ import annotations

from sqlalchemy import text

from alembic import context
from rights.store.engine import Database
from rights.store.partitions import declared
from rights.store.tables import metadata


def run() -> None:
    """Migrate in one transaction.

    Batch mode recreates a SQLite table, and dropping the old one would cascade to the rows that refer to it; so
    foreign keys are off, which SQLite only takes outside a transaction, and are checked before the commit.
    """
    database = context.config.attributes.get("database")
    if database is None:
        from rights.settings import settings

        database = Database(settings().database)
    with database.engine.connect().execution_options(sqlite_begin="IMMEDIATE") as connection:
        if database.is_sqlite:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
        else:
            connection.execute(text("SET statement_timeout = 0"))
            connection.execute(text("SET lock_timeout = '10s'"))  # who waits for a table is waited for by all
            connection.commit()
        try:
            with connection.begin():
                context.configure(
                    connection=connection,
                    target_metadata=metadata,
                    render_as_batch=True,
                    compare_type=True,
                    include_object=declared,
                    transaction_per_migration=False,
                )
                context.run_migrations()
                if database.is_sqlite and (broken := connection.execute(text("PRAGMA foreign_key_check")).all()):
                    raise RuntimeError(f"the migration broke foreign keys: {broken[:5]}")
        finally:
            if database.is_sqlite:
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")
            connection.invalidate()


run()
