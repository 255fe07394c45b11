"""People at the desk, and violations for them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from starlette.testclient import TestClient

from rights.model import PolicyRef, Verdict, Work
from rights.store import Store
from rights.store.accounts import Account, Role
from rights.web.passwords import hashed
from tests.store.samples import assess, finding, look

PASSWORD = "a long enough password"
_HASH = hashed(PASSWORD)
ORIGIN = "http://127.0.0.1:8080"
START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def add_account(store: Store, name: str, role: Role = Role.EDITOR, *publishers: str) -> Account:
    store.accounts.add(Account(name=name, role=role, publishers=publishers, password=_HASH), START)
    found = store.accounts.named(name)
    assert found is not None
    return found


def sign_in(client: TestClient, name: str, password: str = PASSWORD, then: str = "/") -> int:
    client.headers["Origin"] = ORIGIN
    answer = client.post("/sign-in", data={"name": name, "password": password, "then": then}, follow_redirects=False)
    return answer.status_code


def csrf(client: TestClient, path: str = "/violations?state=all") -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(path).text)
    assert found is not None
    return found.group(1)


def violations(store: Store, count: int, publisher: str = "press", at: datetime = START) -> list[int]:
    """So many violations of a publisher's, each on a copy of its own; gives their numbers."""
    work = Work(
        id=f"https://{publisher}.example/one",
        url=f"https://{publisher}.example/one",
        title="One",
        publisher=publisher,
        text="a b c",
    )
    policy = PolicyRef(publisher=publisher, policy=publisher, file=f"policies/{publisher}.yaml", sha256="0" * 64)
    found: list[int] = []
    for number in range(count):
        seen = assess(finding("link", Verdict.VIOLATION), work=work, policy=policy)
        address = f"https://copy{number}.example/{publisher}"
        found += [
            change.violation for change in look(store, seen, at=at + timedelta(minutes=number), address=address).changes
        ]
    return found
