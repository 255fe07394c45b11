"""A real server of checks over loopback, with an account that has a key, and a policy to judge by."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rights.library import Library
from rights.settings import Settings
from rights.store import open_store
from rights.store.accounts import Role
from rights.web.context import Web
from rights.web.server import WebServer
from rights.web.tokens import made
from tests.web.conftest import PRESS
from tests.web.desk import add_account


@dataclass(frozen=True, slots=True)
class Server:
    """Where it listens, without the last slash, and the key."""

    address: str
    key: str


@contextmanager
def serving(home: Path) -> Iterator[Server]:
    """The server, while it runs."""
    home.mkdir(parents=True)
    settings = Settings(home=home, contact="crawl@press.example")
    with open_store(settings) as store:
        account = add_account(store, "ed", Role.READER)
        now = datetime.now(UTC)
        key = made(store.accounts, account, "editor", ("read",), now, now + timedelta(days=1))
        web = Web(settings=settings, store=store, library=Library([("policies/press.yaml", PRESS)]))
        with WebServer(web, "127.0.0.1", 0) as server:
            yield Server(server.address.rstrip("/"), key)
