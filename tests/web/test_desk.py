"""The desk without a browser: inbox, one violation, policies, sites, settings, reports."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from starlette.testclient import TestClient

from rights.store import Store
from rights.store.accounts import Role
from rights.store.records import State
from rights.web.app import make_app
from rights.web.asked import Asked
from rights.web.context import Web
from rights.web.desk import ROWS
from rights.web.sides import pieces
from tests.web.conftest import PRESS
from tests.web.desk import START, add_account, csrf, sign_in, violations
from tests.web.newsroom import TEXT, fill


@pytest.fixture
def desk(store: Store, client: TestClient) -> TestClient:
    add_account(store, "ann", Role.ADMIN)
    sign_in(client, "ann")
    return client


def rows(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'data-row="(\d+)"', page)]


def test_the_inbox_shows_open_ones_last_changed_first_and_turns_pages(store: Store, desk: TestClient) -> None:
    found = violations(store, ROWS + 3)
    store.violations.move(found[:1], State.DISMISSED, by="ann", at=START + timedelta(days=1), note="a quote")
    assert rows(desk.get("/violations").text) == found[:2:-1][:ROWS]
    assert rows(desk.get("/violations?page=2").text) == [found[2], found[1]]
    assert rows(desk.get("/violations?state=dismissed").text) == found[:1]
    assert rows(desk.get("/violations?sort=oldest").text)[0] == found[1]
    assert "Nothing here" in desk.get("/violations?page=900").text


def test_filters_narrow_and_nonsense_does_not(store: Store, desk: TestClient) -> None:
    found = violations(store, 3)
    assert rows(desk.get("/violations?site=copy1.example").text) == [found[1]]
    assert rows(desk.get("/violations?clause=link&publisher=press").text) == found[::-1]
    assert rows(desk.get("/violations?clause=attr.byline").text) == []
    assert rows(desk.get("/violations?since=2026-01-06").text) == []
    assert rows(desk.get("/violations?state=nonsense&sort=x&since=never").text) == found[::-1]
    assert desk.get("/violations?page=0").status_code == 422
    assert Asked.of_query(Asked.of({"state": "all", "site": "A b&c"}).query) == Asked.of(
        {"state": "all", "site": "A b&c"}
    )


def test_many_are_moved_at_once_and_what_does_not_follow_stays(store: Store, desk: TestClient) -> None:
    found = violations(store, ROWS + 10)
    store.violations.move(found[:2], State.WAIVED, by="ann", at=START, note="agreed")
    form = {"csrf": csrf(desk), "step": "dismissed", "note": "one template", "query": "state=all", "all": "1"}
    done = desk.post("/violations/steps", data=form)
    assert f"{len(found)} dismissed." in done.text
    form |= {"step": "notified", "note": "", "query": "state=all"}
    assert f"0 notified. {len(found)} stayed as they were" in desk.post("/violations/steps", data=form).text
    one = store.violations.get(found[5])
    assert one is not None
    assert [(event.state, event.by, event.note) for event in one.events][1:] == [
        (State.DISMISSED, "ann", "one template")
    ]


def test_a_step_without_its_reason_is_refused_and_changes_nothing(store: Store, desk: TestClient) -> None:
    (number,) = violations(store, 1)
    token = csrf(desk)
    for form in (
        {"step": "dismissed"},
        {"step": "waived", "note": "  "},
        {"step": "waived", "note": "x", "until": "tomorrow"},
        {"step": "waived", "note": "x", "until": "2020-01-01"},
        {"step": "cured", "note": "x"},
        {"step": ""},
    ):
        assert desk.post(f"/violations/{number}/step", data={"csrf": token, **form}).status_code == 400
    assert store.violations.by_state() == {State.OPENED: 1}


def test_after_a_step_the_next_one_is_shown(store: Store, desk: TestClient) -> None:
    found = violations(store, 3)
    form = {"csrf": csrf(desk), "step": "waived", "note": "agreed", "until": "2099-12-31", "next": "1"}
    answer = desk.post(f"/violations/{found[2]}/step", data=form, follow_redirects=False)
    assert answer.headers["location"].startswith(f"/violations/{found[1]}?")
    moved = store.violations.get(found[2])
    assert moved is not None
    assert moved.until is not None
    assert moved.until.isoformat() == "2100-01-01T00:00:00+00:00"
    assert "until" in desk.get(f"/violations/{found[2]}").text


def test_one_violation_shows_evidence_both_texts_and_its_life(store: Store, desk: TestClient) -> None:
    (number, *_) = fill(store, 3)
    page = desk.get(f"/violations/{number}").text
    assert "<mark>From our partners</mark>" in page
    assert "&lt;a href=&#34;https://press.example/river&#34;&gt;" in page
    assert "<del><bdi>Three</bdi></del>" in page
    assert "<ins><bdi>Four</bdi></ins>" in page
    assert "opened" in page
    assert desk.get("/violations/999999").status_code == 404
    assert desk.get(f"/violations/{2**70}").status_code == 404


def test_evidence_is_saved_and_never_shown(store: Store, desk: TestClient) -> None:
    (number, *_) = fill(store, 3)
    page = desk.get(f"/violations/{number}/page")
    assert page.headers["content-disposition"].startswith("attachment")
    assert page.headers["content-type"] == "application/octet-stream"
    assert page.headers["content-security-policy"].startswith("sandbox")
    assert b"Four towns" in page.content
    bundle = desk.get(f"/violations/{number}/bundle.wacz")
    with zipfile.ZipFile(BytesIO(bundle.content)) as packed:
        assert "datapackage.json" in packed.namelist()


def test_the_overview_tells_what_changed_since_the_last_visit(store: Store, web: Web) -> None:
    now = [START]
    add_account(store, "ann")
    found = violations(store, 2)
    with TestClient(make_app(replace(web, clock=lambda: now[0])), base_url="http://127.0.0.1:8080") as client:
        now[0] = START + timedelta(days=1)
        sign_in(client, "ann")
        assert "In the last week" in client.get("/").text
        store.violations.move(found[:1], State.ANSWERED, by="r", at=now[0] + timedelta(hours=3))
        now[0] += timedelta(days=1)
        page = client.get("/").text
    assert "you were here" in page
    assert re.search(r"state=answered&amp;since=2026-01-06\"><strong>1<", page)
    assert re.search(r"state=opened&amp;since=2026-01-06\"><strong>0<", page)


def test_policies_are_read_tried_and_compared(store: Store, desk: TestClient) -> None:
    assert "The Loopback Press" in desk.get("/policies").text
    store.policies.keep("a" * 64, "press", PRESS, START)
    store.policies.keep("b" * 64, "press", PRESS.replace("Name the press.", "Name us."), START)
    page = desk.get(f"/policies/press?from={'a' * 64}&to={'b' * 64}").text
    assert '<span class="removed">-       - {type: attr.source, says: Name the press.}</span>' in page
    assert '<span class="added">+       - {type: attr.source, says: Name us.}</span>' in page
    assert desk.get("/policies/nobody").status_code == 404
    token = csrf(desk, "/policies/try")
    wrong = desk.post("/policies/try", data={"csrf": token, "text": PRESS.replace("attr.source", "attr.sauce")}).text
    assert "policy.yaml:" in wrong
    assert "attr.source" in wrong
    assert "It says" in desk.post("/policies/try", data={"csrf": token, "text": PRESS}).text


def test_sites_are_watched_paused_and_agreed_with(store: Store, desk: TestClient) -> None:
    violations(store, 2)
    token = csrf(desk, "/sites")
    desk.post("/sites/watch", data={"csrf": token, "address": "https://new.example/feed.xml", "kind": "feed"})
    desk.post("/sites/mark", data={"csrf": token, "name": "copy1.example", "how": "opt-out"})
    agreed = {"csrf": token, "publisher": "press", "name": "copy0.example", "until": "2030-01-01"}
    desk.post("/sites/agree", data=agreed)
    page = desk.get("/sites").text
    assert re.search(r"new\.example</bdi>.*?watched", page, re.DOTALL)
    assert re.search(r"copy1\.example</bdi>.*?not visited", page, re.DOTALL)
    assert [(one.site, one.until, one.by) for one in store.sites.waivers()] == [("copy0.example", "2030-01-01", "ann")]
    assert desk.post("/sites/agree", data={**agreed, "until": "soon"}).status_code == 400
    assert desk.post("/sites/watch", data={"csrf": token, "address": "ftp://x"}).status_code == 400
    assert "copy1.example" not in desk.get("/sites?name=copy0").text.split("Agreements")[0]


def test_works_sweeps_settings_and_the_report_are_shown(store: Store, desk: TestClient) -> None:
    fill(store, 3)
    sweep = store.sweeps.begin(START)
    assert "River towns plan" in desk.get("/works").text
    assert f"Sweep {sweep.number} is under way" in desk.get("/sweeps").text
    assert "RIGHTS_HOME" in desk.get("/settings").text
    report = desk.get("/reports/press")
    assert "River towns plan" in report.text
    assert "style-src-elem 'sha256-" in report.headers["content-security-policy"]
    assert desk.get("/reports/nobody").status_code == 400


def test_keys_are_made_shown_once_and_ended(store: Store, desk: TestClient) -> None:
    made = desk.post("/account/keys", data={"csrf": csrf(desk), "name": "ci", "scope": "write"}).text
    secret = re.search(r"rk_[\w-]{40,}", made)
    assert secret is not None
    assert secret.group() not in desk.get("/account").text
    (key,) = store.accounts.tokens()
    assert key.scopes == ("read", "write")
    desk.post(f"/account/keys/{key.number}/revoke", data={"csrf": csrf(desk)})
    assert store.accounts.tokens()[0].revoked_at is not None


def test_what_cannot_be_served_is_a_page_and_never_a_traceback(desk: TestClient) -> None:
    for path, status in (("/nothing", 404), ("/violations/x", 422), ("/violations/0", 404)):
        answer = desk.get(path)
        assert answer.status_code == status
        assert "To the start" in answer.text
    assert desk.post("/violations/steps", data={"csrf": "x"}).status_code == 403


def test_pieces_cover_the_text_once() -> None:
    made = pieces("one two  three four", [(1, 2), (2, 3)])
    assert [(piece.text, piece.shared) for piece in made] == [("one", False), ("two  three", True), ("four", False)]
    assert "".join(piece.text for piece in pieces(TEXT, [])) == TEXT


def test_changes_within_a_shared_passage_are_marked() -> None:
    made = pieces(
        "one two three four five", [(0, 5)], [((1, 2), True), ((3, 4), False), ((0, 0), False), ((9, 12), False)]
    )
    assert [(piece.text, piece.shared, piece.allowed) for piece in made] == [
        ("one", True, False), ("two", False, True), ("three", True, False), ("four", False, False), ("five", True, False),
    ]  # fmt: skip
    assert pieces("", [(0, 5)]) == ()
    assert [piece.text for piece in pieces("one two\n\nthree four", [(0, 2)])] == ["one two", "\n\nthree four"]
