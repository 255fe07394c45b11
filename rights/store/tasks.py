"""The task engine's own tables, in a PostgreSQL schema of their own: our migrations neither make nor see them.

What they hold may be thrown away, so each version of the engine's tables gets a schema by its own name, and programs of
two versions work side by side while they are exchanged.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Select, Text, cast, column, func, select, table, text

from rights.errors import InputError
from rights.store.engine import Database

_PREFIX = "rights_tasks_"
#: PostgreSQL's advisory lock while the tables are made.
_ADVISORY = 7_426_002


class TaskTables:
    """The tables of one version of the engine; ``sql`` makes them in an empty schema."""

    def __init__(self, database: Database, sql: str) -> None:
        if database.is_sqlite:
            raise InputError(
                "workers need PostgreSQL, this installation has SQLite: move it with  rights db copy --from … --to …  "
                "(docs/operate.md), or sweep on this machine alone with  rights serve"
            )
        self._database = database
        self._sql = sql
        self.schema = _PREFIX + hashlib.sha256(sql.encode()).hexdigest()[:8]
        self._jobs = table("procrastinate_jobs", column("lock"), column("status"), schema=self.schema)

    @property
    def address(self) -> str:
        """The database for the engine's own connections."""
        return self._database.url.set(drivername="postgresql").render_as_string(hide_password=False)

    def ensure(self) -> None:
        """Make the tables where they are missing; drop those of other versions that nobody works with any more."""
        with self._database.write() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _ADVISORY})
            found = set(connection.execute(text("SELECT nspname FROM pg_namespace")).scalars())
            if self.schema not in found:
                raw: Any = connection.connection.driver_connection
                raw.execute(f'CREATE SCHEMA "{self.schema}"')
                raw.execute(f'SET LOCAL search_path TO "{self.schema}"')
                raw.execute(self._sql)
            for other in sorted(name for name in found if name.startswith(_PREFIX) and name != self.schema):
                workers = (
                    f"SELECT 1 FROM \"{other}\".procrastinate_workers WHERE last_heartbeat > now() - interval '1 hour'"
                )
                if connection.exec_driver_sql(workers).first() is None:
                    connection.exec_driver_sql(f'DROP SCHEMA "{other}" CASCADE')

    def remove(self) -> None:
        """Drop the tables of every version."""
        with self._database.write() as connection:
            for name in connection.execute(text("SELECT nspname FROM pg_namespace")).scalars().all():
                if name.startswith(_PREFIX):
                    connection.exec_driver_sql(f'DROP SCHEMA "{name}" CASCADE')

    @property
    def engaged(self) -> Select[Any]:
        """The hosts for which a task waits or runs."""
        waits = cast(self._jobs.c.status, Text).in_(["todo", "doing"])
        return select(self._jobs.c.lock).where(waits, self._jobs.c.lock.is_not(None))

    def unfinished(self) -> int:
        """How many tasks wait or run."""
        with self._database.read() as connection:
            return int(connection.execute(select(func.count()).select_from(self.engaged.subquery())).scalar_one())
