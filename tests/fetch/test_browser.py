"""Rendering in a real Chromium: what scripts write is seen, and nothing that must not be reached is reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rights.errors import Disallowed, FetchError, MissingExtra
from rights.fetch import Fetcher
from rights.fetch.browser import Browser
from tests.servers import Reply, Web
from tests.web.chromium import chromium_path

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with Web() as web:
        yield web


@pytest.fixture(scope="module")
def fetcher(web: Web) -> Iterator[Fetcher]:
    with web.fetcher() as fetcher:
        yield fetcher


def browser(fetcher: Fetcher, seconds: float = 30.0) -> Browser:
    chromium_path()
    pytest.importorskip("playwright")
    return Browser(fetcher, seconds=seconds)


def test_text_that_comes_by_script_is_seen(web: Web, fetcher: Fetcher) -> None:
    script = (
        "fetch('/text').then(a => a.text()).then(t => document.getElementById('app').innerHTML = '<p>' + t + '</p>')"
    )
    web.site(
        "app.test", {"/a": f"<!doctype html><div id=app></div><script>{script}</script>", "/text": "whole story äöü"}
    )
    page = browser(fetcher).render(web.url("app.test", "/a"))
    assert b"<p>whole story \xc3\xa4\xc3\xb6\xc3\xbc</p>" in page.body
    assert (page.status, page.rendered, page.media_type) == (200, True, "text/html")
    assert page.final_url == web.url("app.test", "/a")
    assert "RightsChecker/" in web.seen[-1].headers["user-agent"]


def test_no_way_around_the_address_checks(web: Web, fetcher: Fetcher) -> None:
    web.site("lure.test", {
        "/": """<!doctype html><iframe src="/jump"></iframe><script src="http://10.0.0.1/x.js"></script>
          <script>try { new WebSocket('ws://10.0.0.2/') } catch (e) {} fetch('http://169.254.169.254/latest/').catch(e => 0);
          fetch('http://localhost:9/').catch(e => 0)</script><p>still here</p>""",
        "/jump": Reply(302, headers={"Location": "http://192.168.0.1/admin"}),
    })  # fmt: skip
    chromium = browser(fetcher)
    page = chromium.render(web.url("lure.test"))
    assert b"still here" in page.body
    refused = " ".join(chromium.refused)
    for address in ("10.0.0.1", "10.0.0.2", "169.254.169.254", "192.168.0.1"):
        assert address in refused


def test_robots_are_obeyed(web: Web, fetcher: Fetcher) -> None:
    web.site("closed.test", {"/robots.txt": "User-agent: *\nDisallow: /", "/": "x"})
    with pytest.raises(Disallowed):
        browser(fetcher).render(web.url("closed.test"))
    assert web.paths("closed.test") == ["/robots.txt"]


@pytest.mark.parametrize(
    "script",
    [
        "window.onload = () => { while (true) {} }",
        "const a = []; while (true) a.push(new Array(1e5).fill(7))",
    ],
)
def test_a_script_without_end_costs_the_deadline_and_no_more(web: Web, fetcher: Fetcher, script: str) -> None:
    web.site("endless.test", {"/": f"<!doctype html><p>x</p><script>{script}</script>"})
    with pytest.raises(FetchError):
        browser(fetcher, seconds=6).render(web.url("endless.test"))


def test_without_the_browser_the_message_says_what_to_install(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtra, match=r"rights\[browser\]"):
        Browser(fetcher)
