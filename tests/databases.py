"""Real databases for tests: a SQLite file, and PostgreSQL where a server can be had.

PostgreSQL is the server of ``RIGHTS_TEST_POSTGRESQL`` (a URL whose user may create databases), or a cluster of its own
made from the Debian package's binaries.  Without either the tests skip with the reason, and fail where ``CI=true``.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from rights.settings import Settings
from rights.store import Store, open_store


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


def _as_postgres() -> list[str]:
    """PostgreSQL refuses to run as root; then its own user runs it."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI must run the PostgreSQL tests: {reason}")
    pytest.skip(reason)


class Cluster:
    """A PostgreSQL server in a folder of its own, listening on loopback only."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.binaries, self.folder, self.port = binaries, folder, _free_port()
        self.data = folder / "data"
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        self._run("initdb", "-D", str(self.data), "-U", "tests", "--auth=trust", "-E", "UTF8", "--no-sync")
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql://tests@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        self._run("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def _run(self, tool: str, *arguments: str) -> None:
        command = [*_as_postgres(), str(self.binaries / tool), *arguments]
        done = subprocess.run(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise RuntimeError(f"{tool}: {done.stderr}")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server that the tests may stop and start."""
    binaries = _binaries()
    if binaries is None:
        _missing("no PostgreSQL here: install postgresql, or name a server in RIGHTS_TEST_POSTGRESQL")
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="rights-pg-"))
    try:
        running = Cluster(binaries, folder)
    except (RuntimeError, OSError, LookupError) as wrong:
        shutil.rmtree(folder, ignore_errors=True)
        _missing(f"PostgreSQL does not start here: {wrong}")
    yield running
    running.stop("immediate")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_server(request: pytest.FixtureRequest) -> str:
    """The URL of a server on which databases may be created."""
    pytest.importorskip("psycopg", reason="needs the extra 'postgresql'")
    named = os.environ.get("RIGHTS_TEST_POSTGRESQL")
    if named:
        return named
    running: Cluster = request.getfixturevalue("cluster")
    return running.url


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of a fresh, empty database."""
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    plain = postgresql_server.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield plain.rpartition("/")[0] + "/" + name
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of a fresh home, once with each database."""
    url = request.getfixturevalue("postgresql_url") if request.param == "postgresql" else ""
    return Settings(home=tmp_path / "home", database_url=url, allow_networks=("127.0.0.0/8",), pace=0.0, timeout=10)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """A fresh store, once with each database."""
    with open_store(settings) as opened:
        yield opened
