"""A hostile page in the database can neither run, break nor restyle any page of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from rights.model import Evidence, Finding, Verdict, message
from rights.store import Store
from rights.web.answer_links import AnswerLinks
from tests.web.chromium import Tab, chromium
from tests.web.desk import PASSWORD
from tests.web.newsroom import NOW, assessed, newsroom, record

pytestmark = pytest.mark.browser

RUN = "document.documentElement.dataset.ran=1;alert(1)"
SCRIPT = f"</title></textarea></style></pre></bdi></main><script>{RUN}</script><img src=x onerror='{RUN}'><svg onload='{RUN}'>"
QUOTES = f'"\'><a href="javascript:{RUN}" onmouseover="{RUN}" style="position:fixed;inset:0">x</a>'
TURNED = "\u202e\u2066\u2067\u2068 gnihtemos \u202d\u200f"
STYLE = (
    "<style>*{display:none!important}</style><link rel=stylesheet href=//evil.example/x.css><base href=//evil.example/>"
)
TEMPLATE = "{{ 7 * 7 }}{% raw %}{0.__class__}%(x)s"
NASTY = SCRIPT + QUOTES + TURNED + STYLE + TEMPLATE
URL = "https://evil.example/%22%3E%3Cscript%3E/\"onclick='alert(1)'\u202e?a=<b>&b={{7*7}}"
LD = json.dumps({"@type": "NewsArticle", "headline": SCRIPT, "author": QUOTES, "license": "javascript:alert(1)"})


def hostile_page() -> bytes:
    depth = 5 * 1024 * 1024 // 10
    head = f"<!doctype html><html dir=rtl><head><title>{NASTY}</title><script type='application/ld+json'>{LD}</script></head>"
    story = f"<article><h1>{NASTY}</h1><p class=byline>By {NASTY}</p><p>{NASTY}</p></article>"
    return (head + "<body>" + story + "<div><b><i>" * (depth // 11) + "x").encode()


def finding() -> Finding:
    return Finding(
        clause="link", type="link.original", verdict=Verdict.VIOLATION, message=message("{what}", what=NASTY),
        remedy=message("{html}", html=NASTY),
        evidence=(Evidence(exact=NASTY, prefix=NASTY, suffix=NASTY, selector=NASTY),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def room(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store, int]]:
    with newsroom(tmp_path_factory.mktemp("room") / "home", 4) as (server, store, _):
        (number,) = record(store, [(URL, NASTY, hostile_page(), assessed(finding()))], NOW)
        yield server.address, store, number


def whole(tab: Tab) -> None:
    """The page stands as we made it: nothing ran, nothing foreign was loaded, nothing hides or turns our own parts."""
    page = tab.page
    assert page.evaluate("document.documentElement.dataset.ran") is None
    assert (
        page.evaluate("document.querySelectorAll('script:not([src^=\"/static/\"]), style, base, iframe').length") == 0
    )
    assert (
        page.evaluate("document.querySelectorAll('[onerror], [onload], [onclick], [onmouseover], [style]').length") == 0
    )
    assert page.evaluate("[...document.links].filter(a => !/^(https?|mailto):$/.test(a.protocol)).length") == 0
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert page.is_visible("h1")
    assert page.evaluate("document.querySelector('main').contains(document.querySelector('h1'))")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1400, 390])
def test_every_page_of_the_desk_stands(browser: Any, room: tuple[str, Store, int], width: int) -> None:
    address, store, number = room
    asked: list[str] = []
    tab = Tab(browser, width=width)
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.sign_in(address, "ann", PASSWORD)
    for place in ("", "violations", f"violations/{number}", "sites", "works", "sweeps"):
        tab.page.goto(address + place)
        whole(tab)
        tab.page.hover("h1")
    tab.page.goto(AnswerLinks(store).address(number, address))
    whole(tab)
    tab.close()
    assert tab.said == []
    assert {url for url in asked if not url.startswith((address, "data:"))} == set()


def test_its_text_is_shown_as_it_stands(browser: Any, room: tuple[str, Store, int]) -> None:
    address, _, number = room
    tab = Tab(browser)
    tab.sign_in(address, "ann", PASSWORD)
    tab.page.goto(f"{address}violations/{number}")
    assert "{{ 7 * 7 }}" in tab.page.inner_text("p.lead")
    assert "<script>" in tab.page.inner_text("p.lead")
    tab.close()


def test_the_report_of_it_stands(browser: Any, room: tuple[str, Store, int]) -> None:
    tab = Tab(browser)
    tab.sign_in(room[0], "ann", PASSWORD)
    tab.page.goto(room[0] + "reports/press")
    assert tab.page.evaluate("document.querySelectorAll('script, img, base, link, iframe').length") == 0
    assert tab.page.evaluate("document.querySelectorAll('style').length") == 1
    assert tab.page.evaluate("document.documentElement.dataset.ran") is None
    assert tab.page.is_visible("h1")
    tab.close()
    assert tab.said == []


def test_checking_it_ends_and_its_result_stands(browser: Any, room: tuple[str, Store, int], tmp_path: Path) -> None:
    began = process_time()
    tab = Tab(browser)
    page = tab.page
    page.goto(room[0] + "check")
    page.evaluate(
        "([text]) => { document.getElementById('html').value = text; document.getElementById('html').maxLength = 1e9 }",
        [hostile_page().decode()[:2_900_000]],
    )
    page.select_option("#publisher", "press")
    page.click("button.main")
    page.wait_for_selector("h1:not(:has-text('Checking'))", timeout=90_000)
    whole(tab)
    tab.close()
    assert tab.said == []
    assert process_time() - began < 60
