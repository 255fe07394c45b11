"""Soft 404s, challenges, consent and login walls, parked domains, script shells: they open nothing and cure nothing."""

from __future__ import annotations

import pytest

from rights.model import PageState
from rights.settings import Settings
from rights.store import Store
from rights.store.records import Lead, Outcome, State
from rights.urls import host
from tests.crawl.press import article_text, page
from tests.crawl.real import CREDIT, RealCrawl, with_policy
from tests.extract.test_page_state import PAGES
from tests.servers import Web


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_wall_neither_opens_nor_cures(store: Store, settings: Settings) -> None:
    walls = [
        (state, f"<!doctype html><html><title>{title}</title><body>{body}</body></html>")
        for state, title, body in PAGES
    ]
    assert {state for state, _ in walls} >= {
        PageState.SOFT_404, PageState.CHALLENGE, PageState.CONSENT_WALL, PageState.LOGIN_WALL, PageState.PARKED,
        PageState.SCRIPT_SHELL,
    }  # fmt: skip
    with Web() as web:
        behind = {}
        for number, (state, wall) in enumerate(walls):
            web.site(f"wall{number}.test", {"/copy": page(0, CREDIT), "/new": wall})
            behind[web.url(f"wall{number}.test", "/copy")] = (number, state, wall)
        leads = [
            Lead(address=web.url(f"wall{n}.test", path), source="test")
            for n in range(len(walls))
            for path in ("/copy", "/new")
        ]
        with web.fetcher() as fetcher:
            crawl = RealCrawl(store, with_policy(settings), fetcher)
            store.due.add(leads, crawl.clock())
            crawl.sweep()
            opened = {one.copy_url: one for one in store.violations.listed(limit=1000)}
            assert opened.keys() == behind.keys(), "the copies in breach are accused, the walls beside them are not"

            for number, _, wall in behind.values():
                web.site(f"wall{number}.test", {"/copy": wall, "/new": wall})
            for _ in range(3):
                crawl.clock.move(days=2)
                crawl.sweep()
            for one in store.violations.listed(limit=1000):
                _, state, _ = behind[one.copy_url]
                assert one.state is State.OPENED, (state, one.copy_url)
                found = store.due.find(one.copy_url)
                assert found is not None
                looks = store.checks.of([found.number])
                assert [look.outcome for look in looks[:-1]] == [Outcome.UNREACHABLE] * 3
                assert {look.state for look in looks[:-1]} == {state.value}

            for number, _, _ in behind.values():
                web.site(
                    f"wall{number}.test",
                    {"/copy": page(0, CREDIT + ' <a href="http://press.test/articles/0">Original</a>')},
                )
            crawl.clock.move(days=2)
            crawl.sweep()
            lives = store.violations.listed(limit=1000)
    assert {one.state for one in lives} == {State.CURED}, "once the wall is gone, what stands behind it counts again"


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_beginning_of_a_copy_before_a_wall_neither_opens_nor_cures(store: Store, settings: Settings) -> None:
    words = " ".join(article_text(0)).split()
    wall = "<div><h2>Create a free account to continue reading</h2><p>Already have an account? <a href=/l>Sign in</a></p></div>"
    linked = CREDIT + ' <a href="http://press.test/articles/0">Original</a>'
    with Web() as web:
        beginnings = {
            web.url(f"{kind}{count}.test", "/copy"): f"<!doctype html><html><title>Story 0</title><body><main><article>"
            f"<h1>Story 0</h1><p>By Ann Reader</p><p>{' '.join(words[:count])}</p>{wall}</article></main></body></html>"
            for count in (0, 15, 40, 120)
            for kind in ("kept", "broken")
        }
        for address in beginnings:
            name = host(address) or ""
            web.site(name, {"/copy": page(0, linked if name.startswith("kept") else CREDIT)})
        with web.fetcher() as fetcher:
            crawl = RealCrawl(store, with_policy(settings), fetcher)
            store.due.add([Lead(address=address, source="test") for address in beginnings], crawl.clock())
            crawl.sweep()
            before = {(one.copy_url, one.clause) for one in store.violations.listed(limit=100)}
            for address, beginning in beginnings.items():
                web.site(host(address) or "", {"/copy": beginning})
            for _ in range(3):
                crawl.clock.move(days=2)
                crawl.sweep()
            found = store.violations.listed(limit=100)
    assert before == {(address, "link.original") for address in beginnings if "//broken" in address}
    assert {(one.copy_url, one.clause) for one in found} == before
    assert {one.state for one in found} == {State.OPENED}
