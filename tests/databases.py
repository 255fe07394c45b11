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


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")


def create(server: str, name: str, template: str | None = None) -> str:
    """Create a database; gives its URL."""
    import psycopg

    with psycopg.connect(_plain(server), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    return _plain(server).rpartition("/")[0] + "/" + name


def drop(server: str, name: str) -> None:
    """Drop a database, whoever is connected to it."""
    import psycopg

    with psycopg.connect(_plain(server), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> Iterator[str]:
    """A database with the schema and nothing in it, to be copied."""
    name = f"t{uuid.uuid4().hex}"
    url = create(postgresql_server, name)
    open_store(Settings(database_url=url)).close()
    yield name
    drop(postgresql_server, name)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a SQLite file."""
    home = tmp_path_factory.mktemp("template")
    open_store(Settings(home=home)).close()
    return home / "rights.db"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each test once with each database."""
    name = str(request.param)
    if name == "postgresql":
        request.getfixturevalue("postgresql_server")
    return name


def _settings(home: Path, url: str) -> Settings:
    return Settings(home=home, database_url=url, allow_networks=("127.0.0.0/8",), pace=0.0, timeout=10)


@pytest.fixture
def empty_settings(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a fresh home with an empty database."""
    (tmp_path / "empty").mkdir()
    if engine_name == "sqlite":
        yield _settings(tmp_path / "empty", "")
        return
    server = request.getfixturevalue("postgresql_server")
    name = f"t{uuid.uuid4().hex}"
    yield _settings(tmp_path / "empty", create(server, name))
    drop(server, name)


@pytest.fixture
def settings(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a fresh home whose database has the schema."""
    home = tmp_path / "home"
    if engine_name == "sqlite":
        home.mkdir()
        shutil.copy(request.getfixturevalue("sqlite_template"), home / "rights.db")
        yield _settings(home, "")
        return
    server, template = request.getfixturevalue("postgresql_server"), request.getfixturevalue("postgresql_template")
    name = f"t{uuid.uuid4().hex}"
    yield _settings(home, create(server, name, template))
    drop(server, name)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """A fresh store, once with each database."""
    with open_store(settings) as opened:
        yield opened
