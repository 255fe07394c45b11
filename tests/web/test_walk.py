"""Walks through the desk in a real Chromium, as people take them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rights.store import Store
from rights.store.records import State
from tests.stories import PARAGRAPHS
from tests.web.chromium import Tab, chromium
from tests.web.desk import PASSWORD
from tests.web.newsroom import body, newsroom

pytestmark = pytest.mark.browser

MANY = 1_000
PLACES = (
    "", "violations", "violations?state=all&page=3", "violations/7", "violations/7/letter", "sites", "works", "policies", "policies/press",
    "policies/try", "sweeps", "settings", "account", "check", "bot", "nothing-here",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def room(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    with newsroom(tmp_path_factory.mktemp("room") / "home", MANY) as (server, store, _):
        yield server.address, store


@pytest.fixture
def ann(browser: Any, room: tuple[str, Store]) -> Iterator[Tab]:
    tab = Tab(browser)
    tab.sign_in(room[0], "ann", PASSWORD)
    yield tab
    tab.close()
    assert tab.said == []


def state(store: Store, number: int) -> State:
    found = store.violations.get(number)
    assert found is not None
    return found.state


def test_triage_by_keyboard(ann: Tab, room: tuple[str, Store]) -> None:
    address, store = room
    page = ann.page
    page.goto(address + "violations")
    assert "1,000" in page.inner_text("h1")
    first = [int(row.get_attribute("data-row")) for row in page.query_selector_all("tr[data-row]")[:4]]
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.inner_text("#count") == "2 chosen"
    page.keyboard.press("d")
    page.keyboard.type("a quotation, jd x")
    page.keyboard.press("Enter")
    page.wait_for_selector("p.told")
    assert page.inner_text("p.told") == "2 dismissed."
    assert [state(store, number) for number in first] == [State.DISMISSED] * 2 + [State.OPENED] * 2
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_selector("#step")
    page.keyboard.press("w")
    page.keyboard.type("agreed by phone")
    page.fill("#step-until", "2099-12-31")
    page.keyboard.press("Enter")
    page.wait_for_selector("p.told")
    assert page.inner_text("p.told") == "1 waived."
    assert state(store, first[2]) is State.WAIVED
    assert page.url.startswith(f"{address}violations/{first[3]}")
    page.keyboard.press("j")
    page.wait_for_url(f"{address}violations/{first[3] - 1}*")


def test_the_inbox_is_narrowed_and_paged_in_place(ann: Tab, room: tuple[str, Store]) -> None:
    address, _ = room
    page = ann.page
    page.goto(address + "violations")
    page.evaluate("document.documentElement.dataset.loaded = 'once'")
    page.click("a[rel=next]")
    page.wait_for_selector("nav.pages :text('Page 2 of')")
    page.keyboard.press("/")
    page.keyboard.type("site7.example")
    page.wait_for_url("**/violations?*site=site7.example*")
    page.wait_for_function("!document.querySelector('nav.pages')")
    assert page.evaluate("document.activeElement.id") == "by-site", "whoever types goes on typing"
    assert set(page.locator("tr[data-row] td.wide span.soft").all_inner_texts()) == {"site7.example"}
    assert page.evaluate("document.documentElement.dataset.loaded") == "once"
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_selector("#texts")
    assert page.evaluate("document.documentElement.dataset.loaded") == "once"
    page.go_back()
    page.wait_for_selector("table.inbox")
    assert page.input_value("#by-site") == "site7.example"


def test_a_sweep_tells_how_far_it_is(ann: Tab, room: tuple[str, Store]) -> None:
    address, store = room
    sweep = store.sweeps.begin(datetime.now(UTC))
    ann.page.goto(address + "sweeps")
    assert f"Sweep {sweep.number} is under way" in ann.page.inner_text("#sweeps")
    store.sweeps.finish(sweep.number, datetime.now(UTC))
    ann.page.wait_for_selector("#sweeps :text('pages are due')")


def test_whose_session_ended_is_led_to_sign_in_and_back(browser: Any, room: tuple[str, Store]) -> None:
    tab = Tab(browser)
    tab.sign_in(room[0], "ann", PASSWORD)
    tab.page.goto(room[0] + "violations")
    tab.context.clear_cookies()
    tab.page.click("a[rel=next]")
    tab.page.wait_for_url("**/sign-in?then=**")
    assert tab.page.locator("header.top").count() == 0
    tab.page.fill("#name", "ann")
    tab.page.fill("#password", PASSWORD)
    tab.page.click("button.main")
    tab.page.wait_for_selector("nav.pages :text('Page 2 of')")
    tab.close()


def test_a_whole_site_in_one_step_without_javascript(browser: Any, room: tuple[str, Store]) -> None:
    tab = Tab(browser, java_script_enabled=False)
    tab.sign_in(room[0], "pat", PASSWORD)
    page = tab.page
    page.click("nav a:has-text('Violations')")
    page.fill("input[name=site]", "site5.example")
    page.click("button:has-text('Show')")
    page.check("input[name=all]")
    page.select_option("#bulk-step", "waived")
    page.fill("#bulk-note", "syndicated")
    page.click("button:has-text('Apply')")
    assert "27 waived." in page.inner_text("p.told") or "24 waived." in page.inner_text("p.told")
    assert "Nothing here" in page.inner_text("main")
    tab.close()


def test_the_evidence_is_opened_and_saved(ann: Tab, room: tuple[str, Store], tmp_path: Path) -> None:
    page = ann.page
    page.goto(room[0] + "violations/7")
    assert page.inner_text("article[aria-label='The work'] del") == "Three"
    assert page.inner_text("article[aria-label='The copy'] ins") == "Four"
    assert "From our partners" in page.inner_text("mark")
    with page.expect_download() as saved:
        page.click("a:has-text('Evidence bundle')")
    saved.value.save_as(tmp_path / "bundle.wacz")
    assert "datapackage.json" in zipfile.ZipFile(tmp_path / "bundle.wacz").namelist()


def test_the_report_prints(browser: Any, tmp_path: Path) -> None:
    with newsroom(tmp_path / "home", 6) as (server, _, _):
        tab = Tab(browser)
        tab.sign_in(server.address, "pat", PASSWORD)
        tab.page.click("ul.inline a:has-text('press')")
        assert "River towns plan" in tab.page.inner_text("main")
        assert tab.page.evaluate("getComputedStyle(document.querySelector('.finding')).borderLeftStyle") == "solid"
        assert tab.page.pdf()[:5] == b"%PDF-"
        assert tab.faults() == []
        tab.page.emulate_media(media="print", color_scheme="dark")
        assert tab.page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 31, 36)", (
            "ink on paper, whatever the screen"
        )
        tab.close()
        assert tab.said == []


def test_a_site_owner_pastes_a_page_and_gets_the_remedy(browser: Any, room: tuple[str, Store]) -> None:
    tab = Tab(browser)
    page = tab.page
    page.goto(room[0] + "check")
    credit = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-02-20T08:00:00Z"}</script>'
    )
    page.fill("#html", body("River towns", "\n".join(PARAGRAPHS), credit).decode())
    page.select_option("#publisher", "press")
    page.click("button.main")
    page.wait_for_selector("h1:has-text('Not in order')", timeout=60_000)
    assert "The Loopback Press" in page.inner_text("pre")
    shared = page.input_value("#link")
    tab.close()
    other = Tab(browser, width=390)
    other.page.goto(shared)
    assert "Not in order" in other.page.inner_text("h1")
    assert other.faults() == []
    other.close()
    assert tab.said + other.said == []


def test_a_republisher_answers_through_a_signed_link(browser: Any, ann: Tab, room: tuple[str, Store]) -> None:
    ann.page.goto(room[0] + "violations/10")
    ann.page.click("button:has-text('Make a link')")
    link = ann.page.input_value("#link")
    tab = Tab(browser, width=390)
    page = tab.page
    page.goto(link)
    assert "No link leads to the article" in page.inner_text("main")
    assert tab.faults() == []
    page.check("input[value=licensed]")
    page.fill("#note", "Contract 12")
    page.click("button.main")
    assert "has reached the publisher" in page.inner_text("p.told")
    tab.close()
    assert tab.said == []
    ann.page.goto(room[0] + "violations/10")
    assert "answered" in ann.page.inner_text("h1")
    assert "licensed: Contract 12" in ann.page.inner_text("ol.steps")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_axe_core_finds_nothing_and_nothing_is_cut_off(
    browser: Any, room: tuple[str, Store], width: int, scheme: str
) -> None:
    tab = Tab(browser, width=width, color_scheme=scheme)
    tab.page.goto(room[0] + "sign-in")
    found = {"sign-in": tab.faults()}
    tab.sign_in(room[0], "ann", PASSWORD)
    for place in PLACES:
        tab.page.goto(room[0] + place)
        found[place] = tab.faults()
    tab.close()
    assert {place: told for place, told in found.items() if told} == {}
    assert [line for line in tab.said if "404" not in line] == []
