"""Who may sign in, what they may do, and what keeps others out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from rights.errors import InputError
from rights.settings import Settings
from rights.store import Store
from rights.store.accounts import IDLE, Account, Role
from rights.store.records import State
from rights.web.passwords import digest, fits, hashed
from rights.web.signing_in import TRIES_AT_ONCE, _inside
from tests.web.desk import PASSWORD, START, add_account, csrf, sign_in, violations

LATER = START + timedelta(hours=5)


def test_signing_in_leads_back_to_the_page_that_was_asked_for(store: Store, client: TestClient) -> None:
    add_account(store, "ann")
    asked = client.get("/violations?state=all", follow_redirects=False)
    assert asked.headers["location"] == "/sign-in?then=/violations%3Fstate%3Dall"
    assert sign_in(client, "ann", "not her password") == 401
    assert sign_in(client, "nobody") == 401
    assert sign_in(client, "ann", then="/violations?state=all") == 303
    assert client.get("/violations?state=all").status_code == 200


def test_the_cookie_is_for_browsers_only_and_for_this_site_only(store: Store, client: TestClient) -> None:
    add_account(store, "ann")
    client.headers["Origin"] = "http://127.0.0.1:8080"
    answer = client.post("/sign-in", data={"name": "ann", "password": PASSWORD}, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    secret = client.cookies["rights"]
    assert store.accounts.session(digest(secret), store.accounts.listed()[0].last_seen_at or START) is not None
    assert store.accounts.session(secret, START) is None


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(store: Store, client: TestClient) -> None:
    add_account(store, "ann")
    client.base_url = "https://rights.example"  # type: ignore[assignment]
    headers = {"Origin": "https://rights.example"}
    answer = client.post(
        "/sign-in", data={"name": "ann", "password": PASSWORD}, headers=headers, follow_redirects=False
    )
    assert answer.headers["set-cookie"].startswith("__Host-rights=")
    assert "Secure" in answer.headers["set-cookie"]


def test_signing_out_ends_the_session_everywhere(store: Store, client: TestClient) -> None:
    add_account(store, "ann")
    sign_in(client, "ann")
    kept = client.cookies["rights"]
    assert client.post("/sign-out", data={"csrf": csrf(client)}, follow_redirects=False).status_code == 303
    client.cookies.set("rights", kept)
    assert client.get("/", follow_redirects=False).status_code == 303


def test_a_form_of_another_site_is_refused(store: Store, client: TestClient) -> None:
    add_account(store, "ann")
    (number,) = violations(store, 1)
    sign_in(client, "ann")
    form = {"csrf": csrf(client), "step": "notified"}
    for foreign in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:8080"},
    ):
        assert client.post(f"/violations/{number}/step", data=form, headers=foreign).status_code == 403
    assert client.post(f"/violations/{number}/step", data={**form, "csrf": "0" * 64}).status_code == 403
    found = store.violations.get(number)
    assert found is not None
    assert found.state is State.OPENED
    assert client.post(f"/violations/{number}/step", data=form).status_code == 200


def test_a_reader_moves_nothing_and_no_editor_sees_the_settings(store: Store, client: TestClient) -> None:
    add_account(store, "rita", Role.READER)
    (number,) = violations(store, 1)
    sign_in(client, "rita")
    token = csrf(client)
    assert client.post(f"/violations/{number}/step", data={"csrf": token, "step": "notified"}).status_code == 403
    assert client.post("/violations/steps", data={"csrf": token, "n": number, "step": "notified"}).status_code == 403
    assert 'name="step"' not in client.get(f"/violations/{number}").text


def test_a_publishers_people_see_only_theirs(store: Store, client: TestClient) -> None:
    (mine,) = violations(store, 1, "press")
    (theirs,) = violations(store, 1, "other")
    add_account(store, "pat", Role.EDITOR, "press")
    sign_in(client, "pat")
    inbox = client.get("/violations?state=all").text
    assert f'href="/violations/{mine}?' in inbox
    assert f'href="/violations/{theirs}?' not in inbox
    assert "Nothing here" in client.get("/violations?publisher=other").text
    assert client.get(f"/violations/{mine}").status_code == 200
    for path in (f"/violations/{theirs}", f"/violations/{theirs}/page", f"/violations/{theirs}/bundle.wacz"):
        assert client.get(path).status_code == 404
    form = {"csrf": csrf(client), "step": "notified"}
    assert client.post(f"/violations/{theirs}/step", data=form).status_code == 404
    client.post("/violations/steps", data={**form, "n": [mine, theirs]})
    states = [found.state for n in (mine, theirs) if (found := store.violations.get(n))]
    assert states == [State.NOTIFIED, State.OPENED]


def test_guessing_is_slowed_down(store: Store, client: TestClient) -> None:
    add_account(store, "ann")
    tried = [sign_in(client, "ann", "wrong") for _ in range(TRIES_AT_ONCE + 5)]
    assert tried[0] == 401
    assert 429 in tried


def test_a_disabled_account_and_a_changed_password_end_what_was_open(store: Store, client: TestClient) -> None:
    add_account(store, "ann")
    sign_in(client, "ann")
    store.accounts.change("ann", password=hashed("another long password"))
    assert client.get("/", follow_redirects=False).status_code == 303
    sign_in(client, "ann", "another long password")
    assert client.get("/", follow_redirects=False).status_code == 200
    store.accounts.change("ann", disabled_at=START)
    assert client.get("/", follow_redirects=False).status_code == 303
    assert sign_in(client, "ann", "another long password") == 401


def test_sessions_end_when_nobody_uses_them_and_remember_the_visit_before(store: Store) -> None:
    ann = add_account(store, "ann")
    store.accounts.open_session("one", ann, START)
    assert store.accounts.session("one", START + IDLE + timedelta(minutes=1)) is None
    again = store.accounts.named("ann")
    assert again is not None
    store.accounts.open_session("two", again, LATER)
    assert store.accounts.session("two", LATER) == (store.accounts.named("ann"), START)
    back = LATER + timedelta(hours=20)
    found = store.accounts.session("two", back)
    assert found is not None
    assert found[1] == LATER


@pytest.mark.parametrize(
    ("then", "to"),
    [("/violations?x=1", "/violations?x=1"), ("//evil.example", "/"), ("https://evil.example", "/"),
     ("/\\evil.example", "/"), ("/a\nb", "/"), ("", "/")],
)  # fmt: skip
def test_signing_in_never_leads_to_another_site(then: str, to: str) -> None:
    assert _inside(then) == to


def test_passwords_are_hashed_and_long_enough() -> None:
    stored = hashed(PASSWORD)
    assert stored.startswith("$argon2id$")
    assert fits(PASSWORD, stored)
    assert not fits("x" * 5000, stored)
    assert not fits(PASSWORD, None)
    with pytest.raises(InputError, match="12 to 200"):
        hashed("short")


def test_an_admin_sees_everything_or_is_none(store: Store) -> None:
    with pytest.raises(InputError, match="admin"):
        store.accounts.add(Account(name="x", role=Role.ADMIN, publishers=("press",)), START)
    add_account(store, "ann")
    with pytest.raises(InputError, match="already"):
        add_account(store, "ann")
    with pytest.raises(InputError, match="no name"):
        add_account(store, "a b")


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_accounts_are_made_on_the_command_line(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    from rights.cli.settings import app

    monkeypatch.setenv("RIGHTS_HOME", str(settings.home))
    monkeypatch.delenv("RIGHTS_DATABASE_URL", raising=False)
    run = CliRunner()
    made = run.invoke(app, ["account", "add", "ann", "--role", "editor", "--publisher", "press"], input=PASSWORD + "\n")
    assert made.exit_code == 0, made.output
    ann = store.accounts.named("ann")
    assert ann is not None
    assert fits(PASSWORD, ann.password)
    assert "ann  editor  press" in run.invoke(app, ["account", "list"]).output
    key = run.invoke(app, ["token", "add", "ann", "--scope", "write", "--days", "3"]).output.strip()
    assert key.startswith("rk_")
    assert "read+write" in run.invoke(app, ["token", "list"]).output
    assert run.invoke(app, ["account", "disable", "ann"]).exit_code == 0
    assert store.accounts.by_token(digest(key), START) is None
