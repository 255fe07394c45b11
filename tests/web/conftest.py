"""An application over a real store, asked over HTTP by a client in the same process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("fastapi", reason="needs the extra 'web'")

from starlette.testclient import TestClient

from rights.fetch import Fetcher
from rights.library import Library
from rights.settings import Settings
from rights.store import Store
from rights.web.app import make_app
from rights.web.context import Web
from tests.databases import (
    cluster,
    empty_settings,
    postgresql_server,
    postgresql_template,
    settings,
    sqlite_template,
    store,
)

__all__ = [
    "cluster",
    "empty_settings",
    "engine_name",
    "postgresql_server",
    "postgresql_template",
    "settings",
    "sqlite_template",
    "store",
]

PRESS = """\
publisher:
  id: press
  name: The Loopback Press
  domains: [press.example]
  contact: desk@press.example
terms:
  url: https://press.example/terms
  checked_on: 2026-01-01
  evidence: own-words
policies:
  - title: Terms of the press
    clauses:
      - {type: attr.source, says: Name the press.}
      - {type: link.original, target: article, says: Link to the article.}
"""


@pytest.fixture(params=["sqlite"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Pages are tested on SQLite; the queries below them on both databases, in tests/store."""
    return str(request.param)


@pytest.fixture
def web(store: Store, settings: Settings) -> Iterator[Web]:
    with Fetcher(resolver=_nowhere) as fetcher:
        yield Web(
            settings=settings, store=store, library=Library([("policies/press.yaml", PRESS)]), fetcher=fetcher
        )  # fmt: skip


def _nowhere(host: str) -> list[str]:
    raise OSError(f"no test asks for {host}")


@pytest.fixture
def client(web: Web) -> Iterator[TestClient]:
    with TestClient(make_app(web), base_url="http://127.0.0.1:8080") as opened:
        yield opened
