"""Backup, restore, verification and sizes of a database."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from rights.errors import InputError, StoreError
from rights.store import migrate
from rights.store.engine import Database
from rights.store.snapshots import Snapshots
from rights.store.tables import metadata, snapshot
from rights.store.tally import wrong_figures


@dataclass(frozen=True, slots=True)
class Size:
    """Rows of a table, and the bytes that the database holds for it where it says so."""

    table: str
    rows: int
    stored: int | None


def sizes(database: Database) -> list[Size]:
    """The tables, largest first."""
    found = []
    with database.read() as connection:
        for table in metadata.sorted_tables:
            rows = connection.execute(select(func.count()).select_from(table)).scalar_one()
            stored = None
            if not database.is_sqlite:
                query = text(
                    "SELECT coalesce((SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree(t)), "
                    "pg_total_relation_size(t)) FROM CAST(:name AS regclass) AS t"
                )
                stored = int(connection.execute(query, {"name": f'"{table.name}"'}).scalar_one())
            found.append(Size(table.name, rows, stored))
    return sorted(found, key=lambda size: (size.stored or 0, size.rows), reverse=True)


def total(database: Database) -> int:
    """Bytes of the whole database."""
    if database.path:
        siblings = (database.path.with_name(database.path.name + suffix) for suffix in ("", "-wal"))
        return sum(path.stat().st_size for path in siblings if path.exists())
    with database.read() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


def backup(database: Database, target: Path) -> None:
    """Write a consistent copy while the crawl goes on; the file appears only when it is whole.

    A SQLite database becomes a SQLite file, PostgreSQL the custom format of its own ``pg_dump``.
    """
    if target.exists():
        raise InputError(f"{target} exists; name a new file")
    if not target.parent.is_dir():
        raise InputError(f"{target.parent}: no such folder")
    rough = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if database.path:
            with sqlite3.connect(f"file:{database.path}?mode=ro", uri=True) as source:
                copy = sqlite3.connect(rough)
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
                copy.close()
        else:
            _tool(database, "pg_dump", "--format=custom", "--no-owner", f"--file={rough}")
        rough.replace(target)
    finally:
        rough.unlink(missing_ok=True)


def restore(database: Database, source: Path) -> None:
    """Put a backup in the place of an empty or missing database; never over one that holds anything."""
    if not source.is_file():
        raise InputError(f"{source}: no such file")
    if migrate.revision(database) is not None:
        raise InputError("the database is not empty: move it away, or name another in RIGHTS_DATABASE_URL")
    if database.path is None:
        _tool(
            database, "pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", "--dbname", source=source
        )
        return
    _whole(source)
    database.close()
    for suffix in ("-wal", "-shm"):
        database.path.with_name(database.path.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(source, database.path)


def _whole(source: Path) -> None:
    """Raises `StoreError` unless the file is a whole SQLite database."""
    try:
        connection = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        connection.close()
    except sqlite3.Error as wrong:
        raise StoreError(f"{source} is no backup of rights: {wrong}") from wrong
    if answer != "ok":
        raise StoreError(f"{source} is damaged: {answer}")


def verify(database: Database) -> Iterator[str]:
    """What is wrong with the database, one line a fault: its own checks, the schema, references, figures, every snapshot.

    Raises `StoreError` where the object store does not answer: that says nothing of what is in it.
    """
    if database.is_sqlite:
        with database.read() as connection:
            for (answer,) in connection.execute(text("PRAGMA integrity_check")):
                if answer != "ok":
                    yield f"integrity: {answer}"
            for row in connection.execute(text("PRAGMA foreign_key_check")):
                yield f"reference: table {row[0]} row {row[1]} names a missing row of {row[2]}"
    for difference in migrate.differences(database):
        yield f"schema: {difference}"
    snapshots = Snapshots(database)
    with database.read() as connection:
        figures = list(wrong_figures(connection))
        names = list(connection.execute(select(snapshot.c.sha256)).scalars())
    yield from figures
    for name in names:
        try:
            snapshots.get(name)
        except StoreError as wrong:
            if wrong.passing:
                raise
            yield str(wrong)


def _tool(database: Database, tool: str, *arguments: str, source: Path | None = None) -> None:
    """Run one of PostgreSQL's own tools; the password goes by the environment, never by the command line."""
    found = shutil.which(tool) or next(
        iter(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{tool}"), reverse=True)), None
    )
    if found is None:
        raise StoreError(f"{tool} is not installed; it comes with PostgreSQL's client programs")
    url = database.url.set(drivername="postgresql")
    plain = url.set(password=None).render_as_string()
    environment = os.environ | ({"PGPASSWORD": url.password} if url.password else {})
    command = [str(found), *arguments, plain, *([str(source)] if source else [])]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise StoreError(f"{tool}: {done.stderr.strip()}")
