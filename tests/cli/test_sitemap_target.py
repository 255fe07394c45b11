"""A sitemap as a target: every page that it names is looked at, by every command that looks at pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rights.cli.main import app
from tests.match.texts import text, work
from tests.servers import Reply, Web

SITE = "127.78.9.1"


@pytest.fixture
def sitemap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a sitemap with two pages and one that is gone."""
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RIGHTS_ALLOW_NETWORKS", "127.0.0.0/8")
    monkeypatch.setenv("RIGHTS_PACE", "0")
    with Web() as web:
        locs = "".join(f"<url><loc>{web.url(SITE, path)}</loc></url>" for path in ("/one", "/two", "/gone"))
        body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locs}</urlset>'
        pages = {
            f"/{name}": Reply(
                body=f"<html lang=en><body><article><h1>H</h1><p>{text(number)}</p></article></body></html>",
                headers={"content-type": "text/html"},
            )
            for number, name in ((1, "one"), (2, "two"))
        }
        web.site(
            SITE,
            {"/sitemap.xml": Reply(body=body, headers={"content-type": "application/xml"}), **pages},
            address=SITE,
        )
        yield web.url(SITE, "/sitemap.xml")


def rows(*arguments: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(app, [*arguments, "--format", "jsonl", "--quiet"])
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_match_and_inspect_read_what_it_names(sitemap: str) -> None:
    known = work(2)
    line = json.dumps({"id": known.id, "text": known.text})
    assert CliRunner().invoke(app, ["works", "import", "-", "-q"], input=line).exit_code == 0
    found = {str(one["target"]).rsplit("/", 1)[1]: one["candidates"] for one in rows("match", sitemap)}
    assert {name: [one["work"] for one in found[name]] for name in found} == {"one": [], "two": ["w2"], "gone": []}  # type: ignore[attr-defined]
    statuses = [one["status"] for one in rows("inspect", sitemap)]
    assert statuses == [200, 200, 404]


def test_check_judges_what_it_names(sitemap: str) -> None:
    targets = {str(one["target"]).rsplit("/", 1)[1] for one in rows("check", sitemap)}
    assert {"one", "two"} <= targets
