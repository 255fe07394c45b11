"""The browser extension in a real Chromium, against a real server of checks."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="needs the extra 'web'")

from tests.editor.server import Server, serving
from tests.servers import Reply
from tests.servers import Web as Sites
from tests.stories import PARAGRAPHS
from tests.web.chromium import chromium_path

pytestmark = pytest.mark.browser

EXTENSION = Path(__file__).parents[2] / "integrations/browser"
PAGE = (
    "<!doctype html><html lang='en'><head><title>River towns</title></head><body><article><h1>River towns</h1>"
    f"{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}<p>Originally published by The Loopback Press.</p></article></body></html>"
)
WORDS = {
    path.parent.name: json.loads(path.read_text(encoding="utf-8"))
    for path in EXTENSION.glob("_locales/*/messages.json")
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server") / "home") as made:
        yield made


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Chromium with the extension.

    The button itself cannot be pressed from a test: what pressing it gives, the right to look at that one page, stands in
    the copy's manifest for loopback addresses.  Nothing else of the extension is changed.
    """
    api = pytest.importorskip("playwright.sync_api", reason="needs the extra 'browser'")
    path = chromium_path()
    folder = tmp_path_factory.mktemp("extension") / "copy"
    shutil.copytree(EXTENSION, folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["host_permissions"] = ["http://127.0.0.1/*"]
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    arguments = [f"--disable-extensions-except={folder}", f"--load-extension={folder}", "--headless=new", "--lang=en"]
    with api.sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(tmp_path_factory.mktemp("profile")),
            executable_path=str(path),
            headless=False,
            args=[*arguments, *(["--no-sandbox"] if os.geteuid() == 0 else [])],
        )
        yield context
        context.close()


@pytest.fixture(scope="module")
def home(browser: Any) -> str:
    """The address of the extension's own pages."""
    page = browser.new_page()
    page.goto("chrome://extensions/")
    loaded = page.evaluate(
        "() => chrome.developerPrivate.getExtensionsInfo().then(all => all.map(one => [one.name, one.id]))"
    )
    page.close()
    return f"chrome-extension://{dict(loaded)['Rights check']}"


def pressed(browser: Any, home: str, address: str) -> Any:
    """The button's window, opened beside the page at the address, which stays the one in front."""
    page = browser.new_page()
    page.goto(address)
    starter = browser.new_page()
    starter.goto(f"{home}/options.html")
    page.bring_to_front()
    with browser.expect_page() as opened:
        starter.evaluate("() => chrome.tabs.create({ url: 'popup.html', active: false })")
    window = opened.value
    window.wait_for_selector("body[data-verdict]", timeout=60_000)
    starter.close()
    page.close()
    return window


def set_up(browser: Any, home: str, server: str, key: str) -> str:
    page = browser.new_page()
    page.goto(f"{home}/options.html")
    page.fill("#server", server)
    page.fill("#key", key)
    page.click("button")
    page.wait_for_function("document.getElementById('said').textContent !== ''")
    said: str = page.inner_text("#said")
    page.close()
    return said


def test_the_open_page_is_checked_and_the_verdict_shown(browser: Any, home: str, server: Server) -> None:
    with Sites() as sites:
        sites.site("127.0.0.1", {"/r": Reply(body=PAGE, headers={"content-type": "text/html"})}, address="127.0.0.1")
        assert pressed(browser, home, sites.url("127.0.0.1", "/r")).inner_text("h1") == "No server is set"
        assert set_up(browser, home, f"{server.address}/", server.key) == "Saved."
        window = pressed(browser, home, sites.url("127.0.0.1", "/r"))
        assert window.get_attribute("body", "data-verdict") == "violation"
        assert window.inner_text("h1") == "Not in order"
        told = window.inner_text("#findings")
        assert "violation · press · link.original" in told
        assert "The Loopback Press" in window.inner_text("pre")
        assert window.query_selector("#findings img") is None
        link = window.get_attribute("#full", "href")
        assert link is not None
        assert link.startswith(f"{server.address}/check/")


def test_a_server_that_refuses_or_is_gone_is_said(browser: Any, home: str, server: Server) -> None:
    with Sites() as sites:
        sites.site("127.0.0.1", {"/r": Reply(body=PAGE, headers={"content-type": "text/html"})}, address="127.0.0.1")
        for address, key in ((server.address, "rk_" + "x" * 43), ("http://127.0.0.1:9", "rk_" + "x" * 43)):
            set_up(browser, home, address, key)
            window = pressed(browser, home, sites.url("127.0.0.1", "/r"))
            assert window.get_attribute("body", "data-verdict") == "failed"
            assert window.inner_text("#more")


def test_a_key_never_goes_to_another_server_or_in_the_clear(browser: Any, home: str, server: Server) -> None:
    assert set_up(browser, home, server.address, server.key) == "Saved."
    assert "still missing" in set_up(browser, home, "https://other.example", "")
    page = browser.new_page()
    page.goto(f"{home}/options.html")
    assert page.evaluate("() => chrome.storage.local.get('key').then(one => one.key)") == ""
    page.close()
    for wrong in ("http://rights.example", "ftp://x.example", "javascript:alert(1)"):
        assert "must begin with https" in set_up(browser, home, wrong, "")
    assert "begins with rk_" in set_up(browser, home, server.address, "secret")


def test_it_asks_for_no_page_but_the_one_its_button_is_pressed_on() -> None:
    manifest = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["permissions"] == ["activeTab", "scripting", "storage"]
    assert not {"host_permissions", "content_scripts", "background", "externally_connectable"} & manifest.keys()
    scripts = "".join(path.read_text(encoding="utf-8") for path in EXTENSION.glob("*.js"))
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|\beval\(", scripts)


def test_every_language_has_every_word() -> None:
    assert set(WORDS) == {"en", "de", "es", "fr"}
    assert len({frozenset(words) for words in WORDS.values()}) == 1
    used = set(re.findall(r"data-word=\"(\w+)\"", (EXTENSION / "options.html").read_text(encoding="utf-8")))
    for name in ("popup.js", "options.js"):
        used |= set(re.findall(r"word\( '(\w+)'", (EXTENSION / name).read_text(encoding="utf-8")))
    assert used <= WORDS["en"].keys()
