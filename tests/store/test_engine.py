"""Connections to PostgreSQL: statements that hang are ended, threads share a pool that has an end."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Lock
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text

from rights.errors import StoreError
from rights.store import Database
from tests.databases import create, drop

psycopg = pytest.importorskip("psycopg", reason="needs the extra 'postgresql'")
pytestmark = pytest.mark.postgresql


def test_a_statement_that_hangs_is_ended_and_may_be_tried_again(postgresql_server: str) -> None:
    database = Database(postgresql_server, statement_seconds=0.2)
    with pytest.raises(StoreError, match="statement timeout") as told, database.read() as connection:
        connection.execute(text("SELECT pg_sleep(60)"))
    assert told.value.passing
    with database.read() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    database.close()


def test_many_threads_share_a_few_connections(postgresql_server: str) -> None:
    """At once: a connection beyond the pool's own is closed when it is given back, and the next one has a new number."""
    database = Database(postgresql_server, pool=2)
    lock, busy, at_once = Lock(), set[int](), list[int]()

    def ask(_: int) -> None:
        with database.read() as connection:
            backend = int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
            with lock:
                busy.add(backend)
                at_once.append(len(busy))
            connection.execute(text("SELECT pg_sleep(0.02)"))
            with lock:
                busy.discard(backend)

    with ThreadPoolExecutor(24) as threads:
        list(threads.map(ask, range(60)))
    assert len(at_once) == 60
    assert 1 < max(at_once) <= 6
    database.close()


def test_connections_that_are_all_in_use_are_said_to_be_so_and_waited_for(postgresql_server: str) -> None:
    database = Database(postgresql_server, pool=1, wait_seconds=0.2)
    with ExitStack() as held:
        for _ in range(3):
            held.enter_context(database.read())
        with pytest.raises(StoreError, match="RIGHTS_DATABASE_POOL") as told, database.read():
            raise AssertionError("a fourth connection")
        assert told.value.passing
    with database.read() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    database.close()


def test_a_server_that_takes_no_more_connections_may_be_asked_again(postgresql_server: str) -> None:
    """What ``max_connections`` says for a server, ``CONNECTION LIMIT`` says for one database."""
    name = f"t{uuid.uuid4().hex}"
    url = create(postgresql_server, name)
    with psycopg.connect(postgresql_server, autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {name} LOGIN CONNECTION LIMIT 1")
        owner.execute(f"GRANT ALL ON DATABASE {name} TO {name}")
    parts = urlsplit(url)
    mine = url.replace(parts.netloc, f"{name}@{parts.hostname}:{parts.port}")
    first, second = Database(mine), Database(mine)
    with first.read(), pytest.raises(StoreError, match="too many connections") as told, second.read():
        raise AssertionError("a second connection")
    assert told.value.passing
    first.close()
    second.close()
    drop(postgresql_server, name)
    with psycopg.connect(postgresql_server, autocommit=True) as owner:
        owner.execute(f"DROP ROLE {name}")
