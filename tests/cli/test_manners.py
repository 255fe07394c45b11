"""The opt-out list and the daily budget, as an operator uses them: proved by the servers' own logs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rights.cli.common import failing
from rights.cli.main import app
from tests.servers import Reply, Web

SITE, OTHER = "127.78.1.1", "127.78.1.2"


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as web:
        yield web


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RIGHTS_ALLOW_NETWORKS", "127.0.0.0/8")
    monkeypatch.setenv("RIGHTS_PACE", "0")


def rights(*arguments: str) -> int:
    return failing(lambda **options: app(list(arguments), **options))


def test_nobody_visits_a_site_that_opted_out(web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    web.site(SITE, {"/": '<a href="/a">A</a>', "/a": "<p>text</p>"}, address=SITE)
    web.site(OTHER, {"/go": Reply(302, headers={"Location": web.url(SITE, "/a")})}, address=OTHER)
    name = f"{SITE}:{web.port}"
    (tmp_path / "list.csv").write_text(f"{web.url(SITE, '/a')}\n{web.url(OTHER, '/go')}\n")
    assert rights("discover", "csv", str(tmp_path / "list.csv"), "--quiet") == 0
    assert rights("sites", "add", web.url(SITE), "--kind", "list", "--quiet") == 0
    assert rights("sites", "opt-out", name) == 0
    assert rights("discover", "sites", "--quiet") == 0, "what is not to be asked is no failure"
    assert rights("crawl", "--once", "--quiet") == 0
    assert rights("crawl", "--all", "--quiet") == 0
    assert web.paths(SITE) == [], "neither by a source, nor by the sweep, nor by another site's redirect"
    assert web.paths(OTHER).count("/go") == 2
    capsys.readouterr()
    assert rights("trace", web.url(OTHER, "/go")) == 0
    assert "opt-out list" in capsys.readouterr().out
    assert rights("sites", "opt-out", name, "--undo") == 0
    assert rights("crawl", "--once", "--quiet") == 0
    assert "/a" in web.paths(SITE)


def test_not_even_by_name(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    article = "<article><h1>Herons</h1>" + "<p>The herons came back to the reservoir after nine dry winters.</p>" * 9
    web.site(SITE, {"/": article, "/a": article}, address=SITE)
    web.site(OTHER, {"/go": Reply(302, headers={"Location": web.url(SITE, "/a")})}, address=OTHER)
    assert rights("sites", "opt-out", f"{SITE}:{web.port}") == 0
    asked = [
        ("check", web.url(SITE, "/a")), ("check", web.url(OTHER, "/go")), ("check", web.url(SITE)),
        ("works", "add", web.url(SITE, "/a")), ("inspect", web.url(SITE, "/a")), ("policy", "draft", web.url(SITE, "/a")),
    ]  # fmt: skip
    for arguments in asked:
        assert rights(*arguments) != 0
        said = capsys.readouterr()
        assert "opt-out list" in said.out + said.err, arguments
    assert web.paths(SITE) == []


def test_a_host_named_in_the_settings_is_not_visited_either(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    web.site(SITE, {"/": "x"}, address=SITE)
    monkeypatch.setenv("RIGHTS_OPT_OUT", f"else.example,{SITE}")
    assert rights("sites", "add", web.url(SITE), "--kind", "page", "--quiet") == 0
    assert rights("crawl", "--once", "--quiet") == 0
    assert web.paths(SITE) == []


def test_a_site_gets_its_daily_budget_whoever_asks_and_how_often(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    links = "".join(f'<a href="/{n}">Story number {n}</a>' for n in range(20))
    pages = {f"/{n}": f"<p>Text number {n}.</p>" for n in range(20)}
    web.site(SITE, {"/": links, **pages}, address=SITE)
    web.site(OTHER, {"/": links, **pages}, address=OTHER)
    monkeypatch.setenv("RIGHTS_DAILY_BUDGET", "7")
    for site in (SITE, OTHER):
        assert rights("sites", "add", web.url(site), "--kind", "list", "--quiet") == 0
    for _ in range(3):
        rights("discover", "sites", "--quiet")
        assert rights("crawl", "--once", "--quiet") == 0
    assert len(web.paths(SITE)) == len(web.paths(OTHER)) == 7, "robots.txt and what a source asked for are in it"


def test_what_a_page_tells_crawlers_is_on_record(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    body = '<meta name="robots" content="noarchive"><meta name="tdm-reservation" content="0"><p>text</p>'
    told = {"Content-Type": "text/html", "X-Robots-Tag": "noindex", "tdm-reservation": "1"}
    web.site(SITE, {"/a": Reply(200, body, told), "/b": "<p>nothing told</p>"}, address=SITE)
    for path in ("/a", "/b"):
        assert rights("sites", "add", web.url(SITE, path), "--kind", "page", "--quiet") == 0
    assert rights("crawl", "--once", "--quiet") == 0
    capsys.readouterr()
    assert rights("trace", web.url(SITE, "/a")) == 0
    said = capsys.readouterr().out
    assert "noindex" in said
    assert "noarchive" in said
    assert "tdm-reservation: 0 (meta)" in said, "of header and meta tag the later one counts"
    assert rights("trace", web.url(SITE, "/b")) == 0
    assert "tells crawlers" not in capsys.readouterr().out
