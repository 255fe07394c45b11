"""Connections: SQLite in WAL mode with writers that begin at once, or PostgreSQL through psycopg."""

from __future__ import annotations

import importlib.util
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from rights.errors import InputError, MissingExtra, StoreError
from rights.store.objects import Objects
from rights.store.partitions import Ahead

_T = TypeVar("_T")

#: Seconds that a SQLite connection waits for another's write lock.
BUSY = 30
#: Milliseconds after which PostgreSQL ends a transaction that does nothing.
IDLE_MS = 60_000
#: A server that the network has taken away is given up after a minute; by the system's own settings after two hours.
ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 60_000}


def database_url(text: str) -> URL:
    """The SQLAlchemy URL of a ``RIGHTS_DATABASE_URL``; raises `InputError` for what is neither SQLite nor PostgreSQL."""
    try:
        url = make_url(text)
    except ArgumentError as wrong:
        raise InputError(
            "RIGHTS_DATABASE_URL is not a database URL; expected sqlite:///path/to/file.db or "
            "postgresql://user:password@host/name"
        ) from wrong
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        if importlib.util.find_spec("psycopg") is None:
            raise MissingExtra("a PostgreSQL database", "postgresql")
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url.set(drivername="sqlite")
    raise InputError(f"RIGHTS_DATABASE_URL: {url.drivername} is not supported; expected sqlite or postgresql")


class Database:
    """One database; `read` and `write` are its transactions.

    On PostgreSQL ``pool`` connections are kept open and twice as many more made in a rush, for one of which a thread waits
    ``wait_seconds``; a statement that takes longer than ``statement_seconds`` is ended by the server.  ``objects`` is where
    the bodies of pages stand, if not here.

    Hold no transaction while waiting for the network.  Errors of the driver come out as `StoreError`.
    """

    def __init__(
        self, url: str, *, pool: int = 8, wait_seconds: float = 30.0, statement_seconds: float = 60.0,
        objects: Objects | None = None,
    ) -> None:  # fmt: skip
        self.objects = objects
        self.url = database_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine: Engine = (
            _sqlite(self.url) if self.is_sqlite else _postgresql(self.url, pool, wait_seconds, statement_seconds)
        )
        self._wrote = False
        self._ahead = Ahead()
        self._writer = self.engine.execution_options(sqlite_begin="IMMEDIATE")

    @property
    def path(self) -> Path | None:
        """The file of a SQLite database."""
        name = self.url.database
        return Path(name) if self.is_sqlite and name and name != ":memory:" else None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with translated(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes: SQLite takes its lock at the start, so that no reader is turned into a writer."""
        self._wrote = True
        with translated(), self._writer.begin() as connection:
            yield connection
        if self._ahead.wanted():
            # a failure is tried again with the next numbers: a whole partition is left until then
            with suppress(DBAPIError), self._writer.begin() as connection:
                self._ahead.make(connection)

    def insert(self, table: Table) -> Any:
        """The dialect's INSERT, which has ``on_conflict_do_update`` and ``on_conflict_do_nothing``."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def insert_ids(self, connection: Connection, table: Table, rows: list[dict[str, Any]]) -> list[int]:
        """Insert rows and give their numbers in order."""
        if not rows:
            return []
        statement: Insert = self.insert(table)
        found = connection.execute(statement.returning(table.c.number, sort_by_parameter_order=True), rows)
        numbers = [int(number) for number in found.scalars()]
        if not self.is_sqlite:
            self._ahead.reached(table.name, numbers[-1])
        return numbers

    def close(self) -> None:
        """Give the connections back; SQLite first brings its statistics up to date where they have aged."""
        if self._wrote and self.is_sqlite:
            with suppress(DBAPIError), self._writer.begin() as connection:
                connection.exec_driver_sql("PRAGMA analysis_limit=400")
                connection.exec_driver_sql("PRAGMA optimize")
        self.engine.dispose()
        if self.objects is not None:
            self.objects.close()

    def learn(self) -> None:
        """Have SQLite count what it plans by, for whoever keeps a database open for months; PostgreSQL does so by itself.

        Whole, not by a sample as `close` does: of a few states that many violations share a sample sees one.
        """
        if self.is_sqlite:
            with self.write() as connection:
                for table in ("violation", "violation_event"):
                    connection.exec_driver_sql(f"ANALYZE {table}")


def batches(items: Iterable[_T], size: int = 500) -> Iterator[list[_T]]:
    """The items in lists of at most ``size``: statements stay below the databases' limits on parameters."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


@contextmanager
def translated() -> Iterator[None]:
    """Errors of the driver come out as `StoreError`."""
    try:
        yield
    except DBAPIError as wrong:
        cause = wrong.orig or wrong
        told = StoreError(f"the database answered: {str(cause).strip() or type(cause).__name__}")
        told.passing = wrong.connection_invalidated or isinstance(wrong, (OperationalError, InterfaceError))
        raise told from wrong
    except PoolTimeout as wrong:
        told = StoreError(
            "all connections to the database are in use: raise RIGHTS_DATABASE_POOL, or lower RIGHTS_THREADS"
        )
        told.passing = True
        raise told from wrong
    except sqlite3.Error as wrong:
        raise StoreError(f"the database answered: {wrong}") from wrong


def _json(value: Any) -> str:
    """Letters as they are: so that names can be searched for, and to save space."""
    return json.dumps(value, ensure_ascii=False)


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, json_serializer=_json, connect_args={"timeout": BUSY, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _connect(raw: sqlite3.Connection, _: object) -> None:
        raw.isolation_level = None
        for pragma in (f"busy_timeout={BUSY * 1000}", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            raw.execute(f"PRAGMA {pragma}")
        # SQLite's own lower() knows ASCII only; PostgreSQL's knows every letter.
        raw.create_function("lower", 1, _lower, deterministic=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN " + connection.get_execution_options().get("sqlite_begin", "DEFERRED"))

    return engine


def _postgresql(url: URL, pool: int, wait_seconds: float, statement_seconds: float) -> Engine:
    statement_ms = round(1000 * statement_seconds)
    options = f"-c statement_timeout={statement_ms} -c idle_in_transaction_session_timeout={IDLE_MS} -c timezone=UTC"
    return create_engine(
        url,
        json_serializer=_json,
        pool_size=pool,
        max_overflow=2 * pool,
        pool_timeout=wait_seconds,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args={"options": options, "connect_timeout": 10, "application_name": "rights", **ALIVE},
    )
