"""One-off checks: by address and by HTML, in a queue, shared by link, and no way into our own network."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic, sleep

import pytest
from starlette.testclient import TestClient

from rights.store import Store
from rights.web import network, one_off
from rights.web.app import make_app
from rights.web.checking import CHECKS_AT_ONCE
from rights.web.context import Web
from tests.servers import Web as Sites
from tests.stories import PARAGRAPHS
from tests.web.desk import ORIGIN, add_account, sign_in
from tests.web.newsroom import body

STORY = "\n".join(PARAGRAPHS)
BASE = "http://127.0.0.1:8080"


@pytest.fixture
def open_web(web: Web) -> Web:
    return replace(
        web, fetcher=None, settings=web.settings.model_copy(update={"open_check": True, "allow_networks": ()})
    )


@pytest.fixture
def anyone(open_web: Web) -> Iterator[TestClient]:
    with TestClient(make_app(open_web), base_url=BASE, headers={"Origin": ORIGIN}) as client:
        yield client


def finished(client: TestClient, link: str) -> str:
    """The result's page, once it is there."""
    began = monotonic()
    while monotonic() - began < 60:
        answer = client.get(link)
        if "<progress" not in answer.text:
            assert answer.status_code == 200
            return answer.text
        sleep(0.05)
    raise AssertionError("no result within a minute")


def asked(client: TestClient, **form: str) -> str:
    answer = client.post("/check", data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_pasted_html_gets_its_verdicts_and_the_remedy(anyone: TestClient) -> None:
    link = asked(anyone, html=body("River towns", STORY).decode(), publisher="press", address="https://copy.example/r")
    page = finished(anyone, link)
    assert "Not in order" in page
    assert "To be in order:" in page
    assert "The Loopback Press" in page
    assert f'value="{BASE}{link}"' in page


def test_a_page_of_more_than_a_megabyte_can_be_pasted(anyone: TestClient) -> None:
    large = body("River towns", STORY, f"<!-- {'a' * 1_200_000} -->").decode()
    assert "Not in order" in finished(anyone, asked(anyone, html=large, publisher="press"))


def test_a_page_that_owes_nothing_is_said_to_be_so(anyone: TestClient) -> None:
    page = finished(anyone, asked(anyone, html="<h1>Soup</h1><p>Our own recipe for a soup of leeks.</p>"))
    assert "no known work was found on this page" in page


def test_it_is_off_for_strangers_until_it_is_switched_on(store: Store, client: TestClient) -> None:
    client.headers["Origin"] = ORIGIN
    assert client.get("/check", follow_redirects=False).headers["location"] == "/sign-in?then=/check"
    assert client.post("/check", data={"html": "<p>x"}, follow_redirects=False).status_code == 303
    assert not re.search("/check/", client.post("/check", data={"html": "<p>x"}).text)
    add_account(store, "ann")
    sign_in(client, "ann")
    assert client.get("/check").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/", "http://localhost/", "http://169.254.169.254/latest/", "http://[::1]/", "http://10.0.0.1/",
     "http://0x7f.1/", "http://2130706433/"],
)  # fmt: skip
def test_addresses_of_our_own_network_are_not_fetched(anyone: TestClient, address: str) -> None:
    page = finished(anyone, asked(anyone, address=address))
    assert "It could not be checked" in page


def test_an_address_is_fetched_by_the_guarded_fetcher(open_web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    with Sites() as sites:
        sites.site("copy.test", {"/r": body("River towns", STORY)})
        monkeypatch.setattr(network, "fetcher_of", lambda *given, **more: sites.fetcher())
        with TestClient(make_app(open_web), base_url=BASE, headers={"Origin": ORIGIN}) as client:
            page = finished(client, asked(client, address=sites.url("copy.test", "/r"), publisher="press"))
        assert "Not in order" in page
        assert sites.paths("copy.test") == ["/robots.txt", "/r"]


def test_a_check_that_breaks_off_says_so(anyone: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_off, "check_page", lambda *given: 1 / 0)
    page = finished(anyone, asked(anyone, html="<p>x"))
    assert "It could not be checked" in page
    assert "broke off" in page


def test_what_cannot_be_checked_is_said_before_it_waits(anyone: TestClient) -> None:
    for form in ({}, {"address": "ftp://x"}, {"address": "x" * 2050}, {"html": "<p>", "publisher": "nobody"}):
        assert anyone.post("/check", data=form).status_code == 400
    assert anyone.get("/check/unknown").status_code == 404


def test_one_client_and_all_together_are_limited(open_web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    held = threading.Event()
    monkeypatch.setattr(one_off, "WAITING", 3)
    monkeypatch.setattr(one_off.OneOffs, "_checked", lambda self, wish: (held.wait(30) and []) or [])
    with TestClient(make_app(open_web), base_url=BASE, headers={"Origin": ORIGIN}) as client:
        links = [asked(client, html="<p>x") for _ in range(3)]
        assert "2 checks are before yours" in client.get(links[2]).text
        assert client.post("/check", data={"html": "<p>x"}).status_code == 503
        assert [client.post("/check", data={"html": "<p>x"}).status_code for _ in range(CHECKS_AT_ONCE)][-1] == 429
        held.set()
        for link in links:
            finished(client, link)


def test_the_check_speaks_the_readers_language(anyone: TestClient) -> None:
    anyone.headers["Accept-Language"] = "de-AT,de;q=0.9,en;q=0.5"
    page = anyone.get("/check").text
    assert '<html lang="de">' in page
    assert "Ist diese Seite in Ordnung?" in page
    assert "diesen Verlag gibt es nicht" in anyone.post("/check", data={"html": "x", "publisher": "nobody"}).text
    told = finished(anyone, asked(anyone, html=body("River towns", STORY).decode(), publisher="press"))
    for words in ("Nicht in Ordnung", "Verstoß", "kein Link führt zu The Loopback Press", "Damit alles stimmt"):
        assert words in told
    refused = finished(anyone, asked(anyone, address="http://user:secret@copy.example/"))
    assert "diese Adresse darf nicht angesehen werden (" in refused
    assert "Diese Adresse nimmt eine solche Anfrage nicht an" in anyone.put("/check").text


def test_the_bookmarklet_brings_the_address(anyone: TestClient, client: TestClient) -> None:
    page = anyone.get("/check", params={"address": 'https://copy.example/"><script>'}).text
    assert 'value="https://copy.example/&#34;&gt;&lt;script&gt;"' in page
    assert f"javascript:void(open(&#39;{BASE}/check?address=&#39;+encodeURIComponent(location.href)))" in page
    away = client.get("/check", params={"address": "https://copy.example/a"}, follow_redirects=False)
    assert "copy.example" in away.headers["location"]
