"""A publisher's people and what is not theirs: for them there is no such thing, whatever the route and the method."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from rights.store import Store
from rights.store.accounts import Role
from rights.store.records import Waiver
from rights.web.app import make_app
from rights.web.context import Web
from tests.web.desk import ORIGIN, START, add_account, csrf, sign_in, violations
from tests.web.test_api import API, all_routes, key

#: The forms of the routes that name a violation, filled in as well as they can be.
FORM = {"step": "dismissed", "note": "x", "kind": "courtesy", "name": "Pat", "publisher": "other", "clauses": ""}


@pytest.fixture
def theirs(store: Store) -> int:
    violations(store, 2, "press")
    return violations(store, 1, "other")[0]


def untouched(store: Store, theirs: int) -> bool:
    found = store.violations.get(theirs)
    return found is not None and [event.by for event in found.events] == ["rights"]


def test_no_route_of_the_desk_gives_or_changes_what_is_anothers(
    web: Web, store: Store, client: TestClient, theirs: int
) -> None:
    add_account(store, "pat", Role.EDITOR, "press")
    sign_in(client, "pat")
    token = csrf(client)
    asked = 0
    for route in all_routes(make_app(web)):
        if not {"{number}", "{publisher}"} & set(route.path.split("/")):
            continue
        path = route.path.replace("{number}", str(theirs)).replace("{publisher}", "other")
        for method in route.methods or ():
            answer = client.request(method, path, data={"csrf": token, **FORM}, headers={"Origin": ORIGIN})
            assert answer.status_code == 404, (method, path)
            asked += 1
    assert asked >= 9
    mixed = client.post("/violations/steps", data={"csrf": token, "n": [theirs], "step": "dismissed", "note": "x"})
    assert "0 dismissed" in mixed.text
    everything = {"csrf": token, "all": "1", "query": "publisher=other&state=all", "step": "dismissed", "note": "x"}
    assert client.post("/violations/steps", data=everything).status_code == 400
    assert client.post("/sites/agree", data={"csrf": token, "name": "x.example", **FORM}).status_code == 404
    assert untouched(store, theirs)
    for place in ("/", "/violations?state=all", "/sites", "/works", "/policies"):
        assert "copy0.example/other" not in client.get(place).text
        assert "https://other.example/one" not in client.get(place).text


def test_no_operation_of_the_api_does_either(web: Web, store: Store, client: TestClient, theirs: int) -> None:
    agreed = store.sites.waive(Waiver(publisher="other", site="x.example", by="eve"), START)
    headers = key(store, add_account(store, "pat", Role.EDITOR, "press"))
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    asked = 0
    for path, methods in paths.items():
        if not ("{number}" in path or "{publisher}" in path):
            continue
        number = agreed if path.startswith("/agreements") else theirs
        named = path.replace("{number}", str(number)).replace("{publisher}", "other")
        for method in methods:
            answer = client.request(
                method, f"{API}{named}?from=x&to=y", headers=headers, json={} if method == "post" else None
            )
            assert answer.status_code == 404, (method, path, answer.text)
            asked += 1
    assert asked >= 9
    step = {"numbers": [theirs], "step": "notified"}
    assert client.post(f"{API}/violations/steps", headers=headers, json=step).json() == {"moved": 0, "left": 1}
    matching = {"matching": {"publisher": "other", "state": "all"}, "step": "notified"}
    assert client.post(f"{API}/violations/steps", headers=headers, json=matching).status_code == 400
    assert untouched(store, theirs)
    assert [one.revoked_at for one in store.sites.waivers()] == [None]
    for place in ("/overview", "/violations?state=all", "/sites", "/agreements", "/works", "/policies"):
        assert "other" not in client.get(API + place, headers=headers).text.replace("another", "")


def test_a_reader_changes_nothing(web: Web, store: Store, client: TestClient, theirs: int) -> None:
    add_account(store, "rita", Role.READER)
    sign_in(client, "rita")
    token = csrf(client)
    free = {
        "/sign-in",
        "/sign-out",
        "/policies/try",
        "/account/keys",
        "/account/keys/{number}/revoke",
        "/check",
        "/answer/{token}",
        "/webmention",
        "/pingback",
    }
    for route in all_routes(make_app(web)):
        if "POST" in (route.methods or ()) and route.path not in free:
            path = route.path.replace("{number}", str(theirs))
            assert client.post(path, data={"csrf": token, **FORM}).status_code == 403, path
    assert untouched(store, theirs)
