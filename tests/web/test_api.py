"""The API: everything that the desk does, for whom it is meant, and no request that breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from time import sleep
from typing import Any

import pytest
import schemathesis
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from starlette.testclient import TestClient

from rights.store import Store
from rights.store.accounts import Account, Role
from rights.store.records import State
from rights.web.answer_links import AnswerLinks
from rights.web.api import make_api
from rights.web.app import make_app
from rights.web.context import Web
from rights.web.network import Network
from rights.web.one_off import OneOffs
from rights.web.tokens import made
from tests.web.conftest import PRESS
from tests.web.desk import START, add_account, violations
from tests.web.newsroom import fill

API = "/api/v1"


def key(store: Store, of: Account, *scopes: str, days: int = 9) -> dict[str, str]:
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    secret = made(store.accounts, of, "test", scopes or ("read", "write"), now, now + timedelta(days=days))
    return {"Authorization": f"Bearer {secret}"}


@pytest.fixture
def api(store: Store, client: TestClient) -> TestClient:
    client.headers.update(key(store, add_account(store, "ann", Role.ADMIN)))
    return client


def test_without_a_key_there_is_nothing(store: Store, client: TestClient) -> None:
    ann = add_account(store, "ann")
    for headers in ({}, {"Authorization": "Bearer rk_nope"}, {"Authorization": "Basic YTpi"}, key(store, ann, days=-1)):
        answer = client.get(f"{API}/violations", headers=headers)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get(f"{API}/openapi.json").status_code == 200


def test_a_session_is_no_key(store: Store, client: TestClient) -> None:
    from tests.web.desk import sign_in

    add_account(store, "ann")
    sign_in(client, "ann")
    assert client.get(f"{API}/violations").status_code == 401


def test_scopes_and_roles_bound_what_a_key_does(store: Store, client: TestClient) -> None:
    (number,) = violations(store, 1)
    step = {"numbers": [number], "step": "notified"}
    reading = key(store, add_account(store, "ann"), "read")
    reader = key(store, add_account(store, "rita", Role.READER))
    for headers in (reading, reader):
        assert client.get(f"{API}/violations", headers=headers).status_code == 200
        assert client.post(f"{API}/violations/steps", json=step, headers=headers).status_code == 403
    assert client.get(f"{API}/settings", headers=reading).status_code == 403
    editor = key(store, add_account(store, "ed"))
    assert client.post(f"{API}/violations/steps", json=step, headers=editor).json() == {"moved": 1, "left": 0}
    assert client.post(f"{API}/sites", json={"address": "https://x.example/"}, headers=editor).status_code == 403


def test_a_publishers_key_sees_only_theirs(store: Store, client: TestClient) -> None:
    (mine,), (theirs,) = violations(store, 1, "press"), violations(store, 1, "other")
    client.headers.update(key(store, add_account(store, "pat", Role.EDITOR, "press")))
    listed = client.get(f"{API}/violations").json()
    assert [one["number"] for one in listed["violations"]] == [mine]
    assert client.get(f"{API}/violations?publisher=other").json()["total"] == 0
    for path in (f"/violations/{theirs}", f"/violations/{theirs}/texts", "/reports/other", "/policies/other"):
        assert client.get(API + path).status_code == 404
    moved = client.post(f"{API}/violations/steps", json={"numbers": [mine, theirs], "step": "notified"})
    assert moved.json() == {"moved": 1, "left": 1}
    assert client.post(f"{API}/agreements", json={"publisher": "other", "site": "x.example"}).status_code == 404


def test_violations_are_listed_shown_and_moved(store: Store, api: TestClient) -> None:
    found = fill(store, 3)
    listed = api.get(f"{API}/violations?sort=oldest").json()
    assert [one["number"] for one in listed["violations"]] == found
    one = api.get(f"{API}/violations/{found[0]}").json()
    assert (one["state"], one["publisher"], one["events"][0]["state"]) == ("opened", "press", "opened")
    texts = api.get(f"{API}/violations/{found[0]}/texts").json()
    assert {"text": "Four", "shared": False, "allowed": False} in texts["copy"]
    assert api.get(f"{API}/violations/{found[0]}/bundle.wacz").content[:2] == b"PK"
    assert "/answer/" in api.post(f"{API}/violations/{found[0]}/answer-link").json()["link"]
    wrong = api.post(f"{API}/violations/steps", json={"numbers": found, "step": "dismissed"})
    assert (wrong.status_code, "say why" in wrong.json()["error"]) == (400, True)
    step = {"numbers": found, "step": "waived", "note": "agreed", "until": "2099-01-01"}
    assert api.post(f"{API}/violations/steps", json=step).json() == {"moved": 3, "left": 0}
    assert store.violations.by_state() == {State.WAIVED: 3}
    assert api.get(f"{API}/overview").json()["states"]["waived"] == 3


def test_the_rest_of_the_desk(store: Store, api: TestClient) -> None:
    fill(store, 3)
    store.policies.keep("a" * 64, "press", PRESS, START)
    assert api.post(f"{API}/sites", json={"address": "https://new.example/feed"}).json() == {"site": "new.example"}
    assert api.post(f"{API}/sites/marks", json={"name": "new.example", "paused": True}).status_code == 200
    (site,) = api.get(f"{API}/sites?name=new").json()["sites"]
    assert (site["watched"], site["paused"]) == (True, True)
    number = api.post(f"{API}/agreements", json={"publisher": "press", "site": "a.example"}).json()["number"]
    assert api.get(f"{API}/agreements").json()["agreements"][0]["by"] == "ann"
    of_one = {
        "publisher": "press",
        "site": "b.example",
        "works": ["https://press.example/river"],
        "until": "2030-01-01",
    }
    assert api.post(f"{API}/agreements", json=of_one).status_code == 200
    assert [one.works for one in store.sites.waivers()][-1] == ("https://press.example/river",)
    assert api.delete(f"{API}/agreements/{number}").json() == {"revoked": True}
    assert api.delete(f"{API}/agreements/{number}").status_code == 404
    assert api.get(f"{API}/works").json()["works"][0]["open"] == 3
    assert api.get(f"{API}/policies").json()["policies"][0]["id"] == "press"
    assert len(api.get(f"{API}/policies/press").json()["versions"]) == 1
    assert api.post(f"{API}/policies/validate", json={"text": PRESS}).json()["problems"] == []
    assert api.post(f"{API}/policies/validate", json={"text": "x: ["}).json()["problems"]
    assert api.get(f"{API}/sweeps").json()["well"] is True
    assert api.get(f"{API}/settings").json()["accounts"][0]["name"] == "ann"
    made_key = api.post(f"{API}/keys", json={"name": "ci"}).json()["key"]
    assert api.get(f"{API}/keys").json()["keys"][0]["name"] == "ci"
    assert api.get(f"{API}/works", headers={"Authorization": f"Bearer {made_key}"}).status_code == 200
    for form in ("json", "csv", "atom", "html"):
        assert "press" in api.get(f"{API}/reports/press?format={form}").text


#: What each route of the desk is for programs; None for what only a browser needs.
COUNTERPARTS = {
    "GET /": "GET /overview",
    "GET /violations": "GET /violations",
    "POST /violations/steps": "POST /violations/steps",
    "GET /violations/{number}": "GET /violations/{number}",
    "POST /violations/{number}/step": "POST /violations/steps",
    "POST /violations/{number}/link": "POST /violations/{number}/answer-link",
    "GET /violations/{number}/page": "GET /violations/{number}/page",
    "GET /violations/{number}/bundle.wacz": "GET /violations/{number}/bundle.wacz",
    "GET /violations/{number}/letter": None,
    "POST /violations/{number}/letter": "POST /violations/{number}/letter",
    "GET /sites": "GET /sites",
    "POST /sites/watch": "POST /sites",
    "POST /sites/mark": "POST /sites/marks",
    "POST /sites/agree": "POST /agreements",
    "GET /works": "GET /works",
    "GET /policies": "GET /policies",
    "GET /policies/try": None,
    "POST /policies/try": "POST /policies/validate",
    "GET /policies/{publisher}": "GET /policies/{publisher}",
    "GET /sweeps": "GET /sweeps",
    "GET /settings": "GET /settings",
    "GET /account": "GET /keys",
    "POST /account/keys": "POST /keys",
    "POST /account/keys/{number}/revoke": "DELETE /keys/{number}",
    "GET /reports/{publisher}": "GET /reports/{publisher}",
    "GET /check": None,
    "POST /check": "POST /checks",
    "GET /check/{token}": "GET /checks/{check}",
}
#: Open to everybody: signing in, the answer channel, what monitors and crawlers ask for.
OPEN = {
    "sign-in",
    "sign-out",
    "answer",
    "health",
    "metrics",
    "bot",
    "pixel.gif",
    "robots.txt",
    "webmention",
    "pingback",
}


def test_everything_that_the_desk_does_a_program_can_do(web: Web, api: TestClient) -> None:
    paths = api.get(f"{API}/openapi.json").json()["paths"]
    offered = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    desk = {
        f"{method} {route.path}"
        for route in all_routes(make_app(web))
        for method in (route.methods or set()) - {"HEAD"}
        if route.path.split("/")[1] not in OPEN
    }
    assert desk == set(COUNTERPARTS)
    assert {one for one in COUNTERPARTS.values() if one} <= offered


def all_routes(app: Any) -> list[APIRoute]:
    found: list[APIRoute] = []
    for route in app.routes:
        if isinstance(route, APIRoute):
            found.append(route)
        elif hasattr(route, "original_router"):
            found += all_routes(route.original_router)
    return found


def test_what_changed_and_steps_on_all_that_a_filter_shows(store: Store, api: TestClient) -> None:
    fill(store, 9)
    told = api.get(f"{API}/overview?since=2026-03-01T00:00:00").json()
    assert told["changed"] == {"opened": 9}
    assert told["last_steps"][0]["state"] == "opened"
    assert api.get(f"{API}/overview?since=9999-12-31T23:59:59-12:00").status_code == 400
    step = {"matching": {"site": "site1.example"}, "step": "dismissed", "note": "a test"}
    assert api.post(f"{API}/violations/steps", json=step).json() == {"moved": 3, "left": 0}
    assert api.post(f"{API}/violations/steps", json={"step": "notified"}).status_code == 400


def test_versions_are_compared_and_the_page_is_given(store: Store, api: TestClient) -> None:
    (number,) = fill(store, 1)
    for name, text in (("a", PRESS), ("b", PRESS.replace("Name the press.", "Name the Loopback Press."))):
        store.policies.keep(name * 64, "press", text, START)
    lines = api.get(f"{API}/policies/press/compare?from={'a' * 64}&to={'b' * 64}").json()["lines"]
    assert {line["kind"] for line in lines} >= {"added", "removed"}
    assert api.get(f"{API}/policies/press/compare?from={'a' * 64}&to={'c' * 64}").status_code == 404
    assert b"Four towns" in api.get(f"{API}/violations/{number}/page").content


def test_unknown_keys_bad_json_and_endless_numbers_are_refused(api: TestClient) -> None:
    assert api.post(f"{API}/violations/steps", json={"numbers": [1], "step": "notified", "x": 1}).status_code == 422
    assert api.post(f"{API}/violations/steps", content=b'{"numbers": [\xff]}').status_code in (400, 422)
    assert api.get(f"{API}/violations/{2**70}").status_code == 422
    assert api.get(f"{API}/nothing").status_code == 404
    assert "error" in api.get(f"{API}/nothing").json()


@pytest.fixture
def fuzzed(web: Web, store: Store) -> Iterator[tuple[Any, dict[str, str]]]:
    fill(store, 3)
    network = Network(web)
    checks = OneOffs(web, network)
    app = make_api(web, AnswerLinks(store), checks, network)
    yield schemathesis.openapi.from_asgi("/openapi.json", app), key(store, add_account(store, "ann", Role.ADMIN))
    checks.stop()
    network.stop()


def test_no_request_that_the_schema_allows_or_forbids_ends_in_a_500(fuzzed: tuple[Any, dict[str, str]]) -> None:
    """A few requests to every operation; ``schemathesis run`` with many finds what this misses."""
    schema, headers = fuzzed
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 20
    for operation in operations:
        strategy = st.one_of(operation.as_strategy(), operation.as_strategy(generation_mode=_NEGATIVE))

        @given(case=strategy)
        @settings(
            max_examples=6, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        def ask(case: Any) -> None:
            case.call_and_validate(headers=headers, checks=[not_a_server_error])

        ask()


_NEGATIVE = schemathesis.GenerationMode.NEGATIVE


def test_only_extensions_of_browsers_may_read_from_another_origin(api: TestClient) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    for origin, admitted in (
        ("chrome-extension://" + "a" * 32, True), ("moz-extension://0a1b2c3d-1111-2222-3333-444455556666", True),
        ("https://evil.example", False), ("chrome-extension://" + "a" * 32 + ".evil.example", False), ("null", False),
    ):  # fmt: skip
        answer = api.options(f"{API}/checks", headers={"Origin": origin, **asked})
        assert (answer.headers.get("access-control-allow-origin") == origin) is admitted
        assert "access-control-allow-credentials" not in answer.headers


def test_a_check_answers_in_the_language_asked_for(api: TestClient) -> None:
    from tests.stories import PARAGRAPHS
    from tests.web.newsroom import body

    given = {"html": body("River towns", "\n".join(PARAGRAPHS)).decode(), "publisher": "press", "language": "fr"}
    token = api.post(f"{API}/checks", json=given).json()["check"]
    for _ in range(600):
        told = api.get(f"{API}/checks/{token}").json()
        if told["result"]:
            break
        sleep(0.1)
    messages = {finding["message"] for one in told["result"]["results"] for finding in one["findings"]}
    assert any("aucun lien" in message for message in messages), messages
