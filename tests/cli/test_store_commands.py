"""The commands over the database: violations, sites, db, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rights.cli.main import app
from rights.errors import InputError, OldDatabase
from rights.settings import settings
from rights.store import Database, migrate, open_store
from tests.store.samples import look, violated


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path))
    monkeypatch.delenv("RIGHTS_DATABASE_URL", raising=False)
    with open_store(settings()) as store:
        look(store, violated("link"), address="https://copy.example/a")
        look(store, violated("link"), address="https://else.example/b")
    return tmp_path


def rights(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_violations_are_listed_and_narrowed() -> None:
    assert rights("violations", "list").stdout.count("opened") == 2
    assert rights("violations", "list", "--site", "else.example").stdout.count("opened") == 1
    assert rights("violations", "list", "--state", "cured").stdout == ""
    (first, _) = json.loads(rights("violations", "list", "--format", "json").stdout)
    assert (first["publisher"], first["copy"]["url"], first["remedy"]) == (
        "press",
        "https://copy.example/a",
        "Add the link.",
    )
    assert rights("violations", "list", "--state", "nonsense").exit_code == 2


def test_a_dismissal_is_dated_and_by_whom_and_out_of_the_open_list() -> None:
    assert (
        rights(
            "violations", "dismiss", "1", "--reason", "a fair quote", "--by", "ann", "--until", "2099-01-01"
        ).exit_code
        == 0
    )
    assert rights("violations", "list").stdout.count("opened") == 1
    shown = json.loads(rights("violations", "show", "1", "--format", "json").stdout)
    assert shown["state"] == "dismissed"
    assert shown["until"] == "2099-01-01T00:00:00Z"
    assert [(event["state"], event["by"]) for event in shown["events"]] == [("opened", "rights"), ("dismissed", "ann")]
    assert rights("violations", "reopen", "1").exit_code == 0
    assert "reopened" in rights("violations", "list").stdout
    assert isinstance(rights("violations", "show", "99").exception, InputError)
    assert isinstance(rights("violations", "dismiss", "99", "--reason", "x").exception, InputError)


def test_an_agreement_is_on_file_until_it_is_revoked() -> None:
    assert (
        rights(
            "sites",
            "agree",
            "copy.example",
            "--publisher",
            "propublica",
            "--clause",
            "track.pixel",
            "--until",
            "2099-01-01",
        ).exit_code
        == 0
    )
    with open_store(settings()) as store:
        (permission,) = store.sites.republisher("copy.example").permissions
    assert (permission.publisher, permission.clauses, permission.until) == (
        "propublica",
        ("track.pixel",),
        "2099-01-01",
    )
    assert "copy.example" in rights("sites", "agreements").stdout
    assert rights("sites", "revoke", "1").exit_code == 0
    with open_store(settings()) as store:
        assert store.sites.republisher("copy.example").permissions == ()


def test_sites_are_watched_declared_and_left() -> None:
    assert rights("sites", "add", "https://www.watched.example/feed.xml").exit_code == 0
    assert rights("sites", "declare", "watched.example", "kind=nonprofit", "--source", "their imprint").exit_code == 0
    (site,) = json.loads(rights("sites", "list", "--format", "json").stdout)
    assert (site["name"], site["facts"]) == ("watched.example", {"kind": "nonprofit"})
    assert rights("sites", "remove", "watched.example").exit_code == 0
    assert rights("sites", "list").stdout == ""
    assert isinstance(rights("sites", "remove", "watched.example").exception, InputError)
    assert isinstance(rights("sites", "add", "not an address").exception, InputError)


def test_an_older_database_is_refused_until_it_is_upgraded(home: Path) -> None:
    with open_store(settings()) as store:
        migrate.downgrade(store.database, "0001")
    refused = rights("violations", "list")
    assert isinstance(refused.exception, OldDatabase)
    assert "rights db upgrade" in str(refused.exception)
    assert rights("db", "backup", str(home / "before")).exit_code == 0, "as the refusal advises"
    assert migrate.revision(Database(f"sqlite:///{home}/before")) == "0001"
    assert rights("db", "upgrade").exit_code == 0
    assert rights("violations", "list").stdout.count("opened") == 2
    assert rights("db", "verify").exit_code == 0


def test_a_site_is_forgotten_only_when_it_is_meant() -> None:
    assert CliRunner().invoke(app, ["forget", "copy.example"], input="n\n").exit_code != 0
    assert rights("violations", "list").stdout.count("opened") == 2
    assert rights("forget", "copy.example", "--yes").exit_code == 0
    assert rights("violations", "list").stdout.count("opened") == 1


@pytest.mark.parametrize("command", [("check",), ("verify",), ("backup", "out.db")])
def test_a_database_that_is_not_there_is_said_to_be_missing_and_not_made(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "elsewhere"))
    with pytest.raises(InputError, match="there is no database yet"):
        CliRunner().invoke(app, ["db", *command], standalone_mode=False, catch_exceptions=False)
    assert not (tmp_path / "elsewhere").exists()
