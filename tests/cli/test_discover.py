"""``rights discover`` through the command line, against local servers and a database of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rights.cli.common import failing
from rights.cli.main import app
from rights.settings import settings
from rights.store import open_store
from tests.servers import Reply, Request, Web

SITE, SITE_TOO, ENGINE = "127.78.0.1", "127.78.0.2", "127.78.0.3"
TEXT = (
    "Wildlife wardens counted forty heron nests above the drained Calder reservoir before dawn on Tuesday. "
    "Hydrologists blame leaking Victorian culverts beneath the abandoned Thornfield colliery for vanished water. "
    "Councillor Imogen Pryce promised emergency dredging once nesting season formally concludes in August."
)


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as web:
        yield web


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RIGHTS_ALLOW_NETWORKS", "127.0.0.0/8")
    monkeypatch.setenv("RIGHTS_PACE", "0")
    return tmp_path


def rights(*arguments: str) -> int:
    return failing(lambda **options: app(list(arguments), **options))


def due() -> dict[str, str]:
    with open_store(settings()) as store, store.database.read() as connection:
        rows = connection.exec_driver_sql("select address, standing from due order by number")
        return {row[0]: row[1] for row in rows}


def work(tmp_path: Path) -> None:
    file = tmp_path / "works.jsonl"
    title = "Herons return to the drained reservoir"
    file.write_text(json.dumps({"id": "w1", "url": "https://me.example/story-1", "title": title, "text": TEXT}) + "\n")
    assert rights("works", "import", str(file), "--quiet") == 0


def test_watched_sites_are_read(web: Web, home: Path) -> None:
    feed = '<rss version="2.0"><channel><title>t</title><item><title>A</title><link>/a</link></item></channel></rss>'
    web.site(SITE, {"/": "x", "/feed/": Reply(body=feed)}, address=SITE)
    assert rights("sites", "add", web.url(SITE, "/feed/"), "--quiet") == 0
    assert rights("discover", "sites", "--quiet") == 0
    assert due()[web.url(SITE, "/a")] == "lead"


def test_a_site_that_lists_nothing_is_told(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    web.site(SITE, {"/": "x"}, address=SITE)
    assert rights("discover", "sites", web.url(SITE), "--quiet") == 2
    assert "answered 404" in capsys.readouterr().err


def test_works_are_searched_for(web: Web, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    queries: list[str] = []

    def answer(request: Request) -> Reply:
        queries.append(request.query["q"])
        results = [{"url": "https://copy.example/x", "title": "T"}, {"url": "https://me.example/story-1"}]
        return Reply(body=json.dumps({"results": results if request.query["pageno"] == "1" else []}))

    web.site(ENGINE, {"/search": answer}, address=ENGINE)
    work(home)
    assert rights("discover", "search") == 2  # no engine is set up
    monkeypatch.setenv("RIGHTS_SEARXNG", web.url(ENGINE))
    assert rights("discover", "search", "--quiet") == 0
    assert "https://copy.example/x" in due()
    assert all(query.startswith('"') and query.strip('"') in TEXT for query in queries)


def test_an_engine_that_fails_is_told(
    web: Web, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    web.site(ENGINE, {"/search": Reply(403, "no")}, address=ENGINE)
    work(home)
    monkeypatch.setenv("RIGHTS_SEARXNG", web.url(ENGINE))
    assert rights("discover", "search", "--quiet") == 2
    assert "searxng" in capsys.readouterr().err


def test_a_log_gives_pages_and_looks_bare_sites_up(web: Web, home: Path) -> None:
    web.site(
        SITE,
        {"/": "<a href='/2024/herons-return-drained-reservoir'>Herons return to drained reservoir</a>"},
        address=SITE,
    )
    web.site(SITE_TOO, {"/": "nothing"}, address=SITE_TOO)
    work(home)
    log = home / "access.log"
    line = '203.0.113.9 - - [11/Jun/2024:10:00:00 +0200] "GET /story-1 HTTP/1.1" 200 5 "{}" "Mozilla/5.0"\n'
    log.write_text("".join(line.format(url) for url in (web.url(SITE), web.url(SITE_TOO), "https://page.example/copy")))
    assert rights("discover", "log", str(log), "--home", "https://me.example/", "--quiet") == 0
    assert due() == {
        web.url(SITE, "/2024/herons-return-drained-reservoir"): "lead",
        web.url(SITE_TOO): "source",
        "https://page.example/copy": "lead",
    }


def test_a_list_gives_its_addresses_and_names_lines_that_hold_none(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = home / "list.csv"
    file.write_text("url,note\nhttps://a.example/1,seen by Ada\nnothing,\n")
    assert rights("discover", "csv", str(file), "--quiet") == 2
    assert list(due()) == ["https://a.example/1"]
    assert "list.csv:3" in capsys.readouterr().err


def test_keys_are_never_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("RIGHTS_BRAVE_KEY", "very-secret")
    assert rights("settings") == 0
    assert "very-secret" not in capsys.readouterr().out


def test_an_archive_lists_the_pages_of_a_site(
    web: Web, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"url": "https://copy.example/a", "mime-detected": "text/html"},
        {"url": "https://copy.example/a?utm_source=x", "mime-detected": "text/html"},
        {"url": "https://copy.example/logo.png", "mime-detected": "image/png"},
    ]

    def index(request: Request) -> Reply:
        if request.query["url"] != "copy.example/*":
            return Reply(503)
        if "showNumPages" in request.query:
            return Reply(body='{"pages": 1, "pageSize": 5, "blocks": 1}')
        return Reply(body="\n".join(map(json.dumps, lines)))

    listed = json.dumps([{"id": "CC-TEST", "cdx-api": web.url(ENGINE, "/index")}])
    web.site(ENGINE, {"/collinfo.json": listed, "/index": index}, address=ENGINE)
    monkeypatch.setenv("RIGHTS_COMMON_CRAWL", web.url(ENGINE, "/collinfo.json"))
    assert rights("discover", "archive", "copy.example", "--quiet") == 0
    assert list(due()) == ["https://copy.example/a"]
    assert rights("discover", "archive", "busy.example", "--quiet") == 2
    assert "503" in capsys.readouterr().err
