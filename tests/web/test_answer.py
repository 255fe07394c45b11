"""The answer channel: a signed link, three answers, and nothing that a stranger could do with it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from rights.model import Verdict
from rights.store import Store
from rights.store.records import State
from rights.web.answer import REPLIES_AT_ONCE
from rights.web.answer_links import LASTS, AnswerLinks
from rights.web.app import make_app
from rights.web.context import Web
from rights.web.network import Network
from tests.web.desk import ORIGIN, START, add_account, csrf, sign_in, violations
from tests.web.newsroom import NOW, assessed, body, fill, record, violating

BASE = "http://127.0.0.1:8080"


@pytest.fixture
def number(store: Store) -> int:
    return fill(store, 1)[0]


@pytest.fixture
def link(store: Store, number: int, client: TestClient) -> str:
    client.headers["Origin"] = ORIGIN
    return AnswerLinks(store).address(number, BASE).removeprefix(BASE)


def state(store: Store, number: int) -> State:
    found = store.violations.get(number)
    assert found is not None
    return found.state


def test_the_page_says_what_is_wrong_and_how_it_looks_when_right(link: str, client: TestClient) -> None:
    page = client.get(link).text
    assert "The Loopback Press looked at" in page
    assert "No link leads to the article" in page
    assert "This article first appeared in" in page
    assert page.count('type="radio"') == 3
    assert "sign-in" not in page


def test_what_a_letter_tells_together_is_answered_together(store: Store, client: TestClient) -> None:
    found = fill(store, 3)
    client.headers["Origin"] = ORIGIN
    link = AnswerLinks(store).address(found[1], BASE).removeprefix(BASE)
    assert client.get(link).text.count("No link leads to the article") == 3
    client.post(link, data={"answer": "licensed", "note": "Contract 12"})
    assert store.violations.by_state() == {State.ANSWERED: 3}


def test_mended_is_noted_and_the_page_is_due_at_once(
    store: Store, web: Web, number: int, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Network, "look_soon", lambda self, violation: None)
    later = NOW + timedelta(hours=2)
    before = store.due.find("https://site0.example/story-0")
    assert before is not None
    assert before.next_at is not None
    assert before.next_at > later
    with TestClient(make_app(replace(web, clock=lambda: later)), base_url=BASE, headers={"Origin": ORIGIN}) as client:
        done = client.post(link, data={"answer": "fixed"})
    assert "has reached the publisher" in done.text
    assert "will be looked at again soon" in done.text
    assert state(store, number) is State.ANSWERED
    after = store.due.find("https://site0.example/story-0")
    assert after is not None
    assert after.next_at == later


def test_whoever_says_mended_is_told_what_the_look_showed(
    store: Store, web: Web, number: int, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Network, "look_soon", lambda self, violation: None)
    monkeypatch.setattr(Network, "looks_at", lambda self, violation: True)
    answered = replace(web, clock=lambda: NOW + timedelta(hours=2))
    with TestClient(make_app(answered), base_url=BASE, headers={"Origin": ORIGIN}) as client:
        assert "is being looked at again" in client.post(link, data={"answer": "fixed"}).text
        copy = ("https://site0.example/story-0", "River towns", body("River towns"), assessed(violating("link")))
        record(store, [copy], NOW + timedelta(hours=3))
        assert "We looked again on 2026-03-02 12:00" in client.get(link).text
        mended = replace(copy[3], findings=(replace(copy[3].findings[0], verdict=Verdict.PASS),))
        record(store, [(*copy[:3], mended)], NOW + timedelta(hours=4))
        assert "This is settled" in client.get(link).text


def test_a_licence_needs_its_reference_and_another_owner_a_reason(
    store: Store, number: int, link: str, client: TestClient
) -> None:
    for answer in ("licensed", "not-yours", "", "dismissed"):
        assert client.post(link, data={"answer": answer}).status_code == 400
    assert state(store, number) is State.OPENED
    client.post(link, data={"answer": "licensed", "note": "Contract 12 of May"})
    found = store.violations.get(number)
    assert found is not None
    last = found.events[-1]
    assert (last.state, last.by, last.note) == (State.ANSWERED, "republisher", "licensed: Contract 12 of May")


def test_an_answer_never_ends_a_violation_and_a_settled_one_takes_none(
    store: Store, number: int, link: str, client: TestClient
) -> None:
    client.post(link, data={"answer": "not-yours", "note": "we wrote it"})
    assert state(store, number).is_open
    store.violations.move([number], State.DISMISSED, by="ann", at=NOW + timedelta(days=1), note="true")
    assert "settled" in client.get(link).text
    assert client.post(link, data={"answer": "fixed"}).status_code == 409
    assert state(store, number) is State.DISMISSED


def test_a_forged_an_old_and_a_foreign_link_are_the_same_to_a_stranger(
    store: Store, number: int, link: str, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get(link[:-2] + "xx").status_code == 404
    assert client.get("/answer/" + "x" * 5000).status_code == 404
    assert client.get(f"/answer/{number}").status_code == 404
    import itsdangerous.timed

    now = itsdangerous.timed.time.time()
    monkeypatch.setattr(itsdangerous.timed.time, "time", lambda: now + LASTS.total_seconds() + 5)
    assert client.get(link).status_code == 404


def test_answers_to_one_violation_are_few_and_other_sites_send_none(
    store: Store, number: int, link: str, client: TestClient
) -> None:
    assert client.post(link, data={"answer": "fixed"}, headers={"Origin": "https://evil.example"}).status_code == 403
    seen = [client.post(link, data={"answer": "fixed"}).status_code for _ in range(REPLIES_AT_ONCE + 2)]
    assert seen == [200] * REPLIES_AT_ONCE + [429, 429]


def test_an_editor_makes_the_link(store: Store, number: int, client: TestClient) -> None:
    add_account(store, "pat")
    sign_in(client, "pat")
    page = client.post(f"/violations/{number}/link", data={"csrf": csrf(client)}).text
    found = re.search(r'value="(http://127\.0\.0\.1:8080)(/answer/[^"]+)"', page)
    assert found is not None
    assert client.get(found.group(2)).status_code == 200


def test_all_servers_on_a_database_sign_with_one_key(store: Store) -> None:
    (number,) = violations(store, 1, at=START)
    token = AnswerLinks(store).address(number, BASE).rpartition("/")[2]
    assert AnswerLinks(store).violation(token) == number


def test_it_speaks_the_readers_language(link: str, client: TestClient) -> None:
    page = client.get(link, headers={"Accept-Language": "fr-CH, fr;q=0.9, en;q=0.8"}).text
    assert '<html lang="fr">' in page
    assert "Ce qui ne va pas" in page
    answered = client.post(link, data={"answer": "licensed"}, headers={"Accept-Language": "de"})
    assert (answered.status_code, "Bitte nennen Sie das Aktenzeichen" in answered.text) == (400, True)
    assert "abgelaufen" in client.get("/answer/x", headers={"Accept-Language": "de"}).text
    assert '<html lang="en">' in client.get(link, headers={"Accept-Language": "pt, *;q=0.1"}).text
