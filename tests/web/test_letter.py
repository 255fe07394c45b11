"""From the letter to the cure: drafted at the desk, answered by its link, looked at again; over real fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from starlette.testclient import TestClient

from rights.settings import settings as read_settings
from rights.store import Store, open_store
from rights.store.accounts import Role
from rights.store.records import State
from rights.web.app import make_app
from rights.web.context import Web
from rights.wiring import library_of
from tests.scenes import Scene
from tests.web.desk import ORIGIN, add_account, csrf, sign_in
from tests.web.test_api import key

WRITER = {"name": "Ann Editor", "address": "1 Press Street", "phone": "+1 555 0100"}


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    for name, value in Scene.environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    with Scene(tmp_path) as made:
        yield made


@pytest.fixture
def case(scene: Scene) -> Iterator[tuple[TestClient, Store]]:
    """A signed-in desk over one real violation."""
    scene.violate()
    current = read_settings()
    with open_store(current) as store:
        add_account(store, "ann")
        web = Web(settings=current, store=store, library=library_of(current))
        with TestClient(make_app(web), base_url=ORIGIN) as client:
            sign_in(client, "ann")
            yield client, store


def state(store: Store) -> State:
    found = store.violations.get(1)
    assert found is not None
    return found.state


def test_a_letter_leads_to_an_answer_and_the_answer_to_the_cure(scene: Scene, case: tuple[TestClient, Store]) -> None:
    client, store = case
    assert "Draft a letter" in client.get("/violations/1").text
    form = {"csrf": csrf(client, "/violations/1/letter"), **WRITER}
    written = client.post("/violations/1/letter", data=form).text
    link = re.search(r"http://127\.0\.0\.1:8080(/answer/\S+)", written)
    assert link is not None
    assert state(store) is State.OPENED, "nothing is marked as sent"
    mail = client.post("/violations/1/letter", data={**form, "form": "mail"})
    assert mail.headers["content-disposition"] == 'attachment; filename="violation-1.eml"'
    assert b"X-Unsent: 1" in mail.content
    scene.press.copy(scene.site, "/copy", 1, "ok")
    client.post(link.group(1), data={"answer": "fixed"})
    began = monotonic()
    while state(store) is not State.CURED and monotonic() - began < 60:
        sleep(0.05)
    found = store.violations.get(1)
    assert found is not None
    assert [event.state for event in found.events] == [State.OPENED, State.ANSWERED, State.CURED]
    assert "settled" in client.get(link.group(1)).text


def test_no_letter_about_a_page_that_is_mended_or_without_what_it_needs(
    scene: Scene, case: tuple[TestClient, Store]
) -> None:
    client, store = case
    token = csrf(client, "/violations/1/letter")
    lacking = client.post("/violations/1/letter", data={"csrf": token, "kind": "dmca"})
    assert (lacking.status_code, "the letter needs" in lacking.text) == (400, True)
    scene.press.copy(scene.site, "/copy", 1, "ok")
    mended = client.post("/violations/1/letter", data={"csrf": token, **WRITER})
    assert (mended.status_code, "it is cured" in mended.text) == (400, True)
    assert state(store) is State.CURED


def test_a_program_drafts_letters_too(scene: Scene, case: tuple[TestClient, Store]) -> None:
    client, store = case
    headers = key(store, add_account(store, "bot"))
    wanted = {"kind": "dsa", "name": "Ann Editor", "language": "fr"}
    told = client.post("/api/v1/violations/1/letter", json=wanted, headers=headers).json()
    assert told["kind"] == "dsa"
    assert "Article 16" in told["subject"] or "article 16" in told["subject"]
    assert f"http://{scene.site}/copy" in told["body"]
    assert any("is not known" in note for note in told["notes"])
    lacking = client.post("/api/v1/violations/1/letter", json={"kind": "dmca", "name": "Ann"}, headers=headers)
    assert (lacking.status_code, "postal address" in lacking.json()["error"]) == (400, True)
    reading = key(store, add_account(store, "eye"), "read")
    assert client.post("/api/v1/violations/1/letter", json=wanted, headers=reading).status_code == 403
    other = key(store, add_account(store, "foreign", Role.EDITOR, "elsewhere"))
    assert client.post("/api/v1/violations/1/letter", json=wanted, headers=other).status_code == 404
