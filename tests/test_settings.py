"""Settings and their sources."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rights.errors import InputError
from rights.settings import hide_password, listed, settings


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("RIGHTS_DATABASE_URL", "RIGHTS_POLICIES", "RIGHTS_PACE", "RIGHTS_ALLOW_NETWORKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path))
    return tmp_path


def test_each_setting_knows_its_source(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / ".env").write_text("RIGHTS_PACE=7\nRIGHTS_THREADS=3\n")
    monkeypatch.setenv("RIGHTS_THREADS", "5")
    current = settings()
    assert (current.pace, current.threads, current.timeout) == (7, 5, 30)
    sources = {one.variable: one.source for one in listed(current)}
    assert sources["RIGHTS_THREADS"] == "environment"
    assert sources["RIGHTS_PACE"] == str(home / ".env")
    assert sources["RIGHTS_TIMEOUT"] == "default"
    assert current.database == f"sqlite:///{home / 'rights.db'}"


def test_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIGHTS_ALLOW_NETWORKS", "127.0.0.0/8, 10.0.0.0/8")
    monkeypatch.setenv("RIGHTS_POLICIES", "/a:/b")
    assert settings().allow_networks == ("127.0.0.0/8", "10.0.0.0/8")
    assert settings().policies == (Path("/a"), Path("/b"))


def test_a_wrong_value_names_variable_source_and_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIGHTS_PACE", "soon")
    with pytest.raises(InputError, match=r"RIGHTS_PACE \(environment\).*'soon'"):
        settings()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://ann:s3cret@db/rights", "postgresql://ann:***@db/rights"),
        ("postgresql://ann:a@b@db/rights", "postgresql://ann:***@db/rights"),
        ("sqlite:////x.db", "sqlite:////x.db"),
    ],
)
def test_a_password_is_never_shown(url: str, shown: str) -> None:
    assert hide_password(url) == shown


def test_reading_settings_does_not_import_the_database() -> None:
    code = (
        "import rights.settings as s, sys; s.settings(); print('sqlalchemy' in sys.modules, 'requests' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
