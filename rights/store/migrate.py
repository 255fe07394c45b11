"""Bring a database to this program's schema: create it on first use, refuse an older one, upgrade on request."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from sqlalchemy import inspect, text

from rights.errors import OldDatabase, StoreError
from rights.store.engine import Database, translated
from rights.store.partitions import declared

log = logging.getLogger("rights.store")

#: The newest migration; a test holds it equal to what ``alembic/versions`` says.
HEAD = "0012"

#: How often the schema is tried to be changed while others work with the database.
TRIES = 8
#: PostgreSQL's advisory lock while the schema changes: any number that nothing else uses.
_ADVISORY = 7_426_001


def scripts() -> Path:
    """The folder of the migrations: in a checkout beside the package, in a wheel inside it."""
    package = Path(__file__).parents[1]
    for folder in (package.parent / "alembic", package / "_data" / "alembic"):
        if (folder / "env.py").is_file():
            return folder
    raise StoreError("the migrations are missing from this installation; install it again")


def revision(database: Database) -> str | None:
    """The migration that the database stands at; None for an empty one; raises `StoreError` for a foreign one."""
    with database.read() as connection:
        tables = set(inspect(connection).get_table_names())
        if "alembic_version" in tables:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if found:
                return str(found)
            tables.discard("alembic_version")
    if tables:
        where = database.url.render_as_string(hide_password=True)
        raise StoreError(f"{where} holds tables of another program; name an empty database in RIGHTS_DATABASE_URL")
    return None


def ensure(database: Database) -> None:
    """Create the schema in an empty database; raises `OldDatabase` for an older one, `StoreError` for a newer."""
    found = revision(database)
    if found is None:
        with _alone(database):
            if revision(database) is None:
                _run(database, "upgrade", "head")
    elif found != HEAD:
        _refuse(database, found)


def _refuse(database: Database, found: str) -> None:
    where = database.url.render_as_string(hide_password=True)
    if found < HEAD:
        raise OldDatabase(
            f"{where} was made by an older version (schema {found}, this program needs {HEAD}); "
            "back it up with  rights db backup FILE  and bring it up to date with  rights db upgrade"
        )
    raise StoreError(f"{where} was made by a newer version (schema {found}, this program knows {HEAD}); upgrade rights")


def upgrade(database: Database, to: str = "head") -> tuple[str | None, Path | None]:
    """Migrate; gives the revision before and the copy of the file that was made first (SQLite only)."""
    before = revision(database)
    if before is not None and before > HEAD:
        _refuse(database, before)
    saved = None
    with _alone(database):
        if before not in (None, HEAD) and database.path:
            with database.read() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(FULL)")
            saved = database.path.with_name(f"{database.path.name}.before-{HEAD}")
            shutil.copy2(database.path, saved)
        _run(database, "upgrade", to)
    return before, saved


def downgrade(database: Database, to: str) -> None:
    """Go back to an earlier schema; ``base`` removes every table."""
    with _alone(database):
        _run(database, "downgrade", to)


def differences(database: Database) -> list[str]:
    """What the database's schema lacks or has beyond the tables of this program; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from rights.store.tables import metadata

    with database.read() as connection:
        options = {"compare_type": True, "render_as_batch": True, "include_object": declared}
        context = MigrationContext.configure(connection, opts=options)
        return [str(difference) for difference in compare_metadata(context, metadata)]


def _run(database: Database, direction: str, to: str) -> None:
    from alembic.config import Config

    from alembic import command

    config = Config()
    config.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    config.attributes["database"] = database
    for attempt in range(1, TRIES + 1):
        try:
            with translated():
                getattr(command, direction)(config, to)
            return
        except StoreError as wrong:  # a deadlock with a worker, a table that a backup holds: all of it is undone
            if not wrong.passing or attempt == TRIES:
                raise
            log.warning("the schema could not be changed beside what others do, trying again: %s", wrong)
            sleep(attempt)


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """One process at a time: a file lock beside a SQLite file, an advisory lock on PostgreSQL."""
    if database.path:
        import fcntl

        database.path.parent.mkdir(parents=True, exist_ok=True)
        with open(database.path.with_name(database.path.name + ".lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    elif database.is_sqlite:
        yield
    else:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("SELECT pg_advisory_lock(:n)"), {"n": _ADVISORY})
            try:
                yield
            finally:
                connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": _ADVISORY})
