"""Webmention and pingback: answered at once, looked into afterwards, and a lead only where the page holds the link."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from rights.store import Store
from rights.store.tables import due, lead
from rights.web import mentions
from rights.web.app import make_app
from rights.web.context import Web
from tests.servers import Reply
from tests.servers import Web as Servers

TARGET = "https://press.example/story-1"
PING = (
    '<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>'
    "<param><value><string>{}</string></value></param><param><value>{}</value></param></params></methodCall>"
)


@pytest.fixture
def sites() -> Iterator[Servers]:
    with Servers() as made:
        yield made


@pytest.fixture
def client(web: Web, sites: Servers) -> Iterator[TestClient]:
    with sites.fetcher() as fetcher, TestClient(make_app(replace(web, fetcher=fetcher))) as opened:
        yield opened


def leads(store: Store, count: int) -> list[tuple[str, str, str | None]]:
    """The leads, as soon as there are so many of them."""
    until = time.monotonic() + 30
    while True:
        with store.database.read() as connection:
            query = select(due.c.address, lead.c.source, lead.c.detail).join(due, due.c.number == lead.c.due)
            found = [(address, source, detail) for address, source, detail in connection.execute(query)]
        if len(found) >= count or time.monotonic() > until:
            return found
        time.sleep(0.02)


def mention(client: TestClient, source: str, target: str = TARGET) -> int:
    return client.post("/webmention", data={"source": source, "target": target}).status_code


def test_a_page_that_links_to_a_work_becomes_a_lead_and_one_that_does_not_is_none(
    client: TestClient, store: Store, sites: Servers
) -> None:
    pages = {
        "/copy": f'<p>From <a href="{TARGET}">the press</a>.</p>', "/lie": "<p>Nothing of the kind.</p>",
        "/gone": Reply(404), "/inside": Reply(302, headers={"Location": "http://169.254.169.254/latest/"}),
        "/private/a": f'<a href="{TARGET}">a</a>', "/robots.txt": "User-agent: *\nDisallow: /private/",
    }  # fmt: skip
    sites.site("copy.example", pages)
    for path in ("/lie", "/gone", "/inside", "/private/a", "/copy", "/copy"):
        assert mention(client, sites.url("copy.example", path)) == 202
    assert leads(store, 1) == [(sites.url("copy.example", "/copy"), "webmention", TARGET)]
    assert "/private/a" not in sites.paths("copy.example")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("", TARGET),
        ("https://copy.example/a", ""),
        ("javascript:alert(1)", TARGET),
        ("ftp://copy.example/a", TARGET),
        ("https://copy.example/a", "https://somebody-else.example/"),
        ("https://press.example/other", TARGET),
        (TARGET, TARGET),
        ("https://copy.example/" + "a" * 3000, TARGET),
    ],
)
def test_a_claim_in_bad_form_is_refused_and_nothing_is_fetched(
    client: TestClient, sites: Servers, source: str, target: str
) -> None:
    assert mention(client, source, target) == 400
    assert sites.seen == []


def test_nobody_sends_much_or_often(client: TestClient) -> None:
    assert client.post("/webmention", content=b"source=" + b"a" * 20_000).status_code == 413
    statuses = [mention(client, f"https://copy.example/{number}", "x") for number in range(20)]
    assert statuses.count(429) >= 20 - mentions.CLAIMS_AT_ONCE
    assert client.post("/pingback", content=b"x").headers["retry-after"] == "60"


def test_a_full_queue_says_come_again(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mentions, "WAITING", 2)
    monkeypatch.setattr(mentions.Mentions, "start", lambda self: None)
    with TestClient(make_app(web)) as client:
        statuses = [mention(client, f"https://copy.example/{number}") for number in (1, 2, 3, 1)]
    assert statuses == [202, 202, 503, 202], "what waits already is not taken twice"


def test_no_more_than_a_day_may_bring(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mentions, "DAILY", 1)
    monkeypatch.setattr(mentions.Mentions, "start", lambda self: None)
    with TestClient(make_app(web)) as client:
        assert [mention(client, f"https://copy.example/{number}") for number in (1, 2)] == [202, 503]


def test_a_host_that_rests_is_asked_again(client: TestClient, store: Store, sites: Servers) -> None:
    asked = []

    def busy_once(request: object) -> Reply:
        asked.append(request)
        return Reply(503, headers={"Retry-After": "1"}) if len(asked) == 1 else Reply(body=f'<a href="{TARGET}">a</a>')

    sites.site("slow.example", {"/warm": busy_once, "/a": f'<a href="{TARGET}">a</a>'})
    assert mention(client, sites.url("slow.example", "/warm")) == 202
    assert mention(client, sites.url("slow.example", "/a")) == 202
    assert leads(store, 1) == [(sites.url("slow.example", "/a"), "webmention", TARGET)]


def test_pingback(client: TestClient, store: Store, sites: Servers) -> None:
    sites.site("copy.example", {"/b": f'<a href="{TARGET}">x</a>'})
    answer = client.post("/pingback", content=PING.format(sites.url("copy.example", "/b"), TARGET))
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, "text/xml")
    assert "<fault>" not in answer.text
    assert leads(store, 1) == [(sites.url("copy.example", "/b"), "pingback", TARGET)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (PING.format("https://copy.example/a", "https://nobody.example/"), 33),
        (PING.format("mailto:a", TARGET), 16),
        (PING.replace("pingback.ping", "system.listMethods"), 0),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + PING.format("&x;", TARGET), 0),
        ("<methodCall>", 0),
        ("", 0),
    ],
)
def test_pingback_faults(client: TestClient, body: str, code: int) -> None:
    answer = client.post("/pingback", content=body)
    assert f"<int>{code}</int>" in answer.text
