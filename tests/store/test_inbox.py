"""The desk's queries, on both databases."""

from __future__ import annotations

from datetime import timedelta

from rights.model import Verdict
from rights.store import Store, Wanted
from rights.store.accounts import IDLE, Account, Role
from rights.store.inbox import Sort
from rights.store.records import State
from tests.store.samples import DAY, START, add, assess, finding, look, violated


def filled(store: Store, count: int = 7) -> list[int]:
    """Violations of two clauses on sites a to d."""
    found: list[int] = []
    for number in range(count):
        seen = assess(finding("link" if number % 2 else "byline", Verdict.VIOLATION))
        address = f"https://{'dcba'[number % 4]}.example/{number}"
        done = look(store, seen, at=START + timedelta(minutes=number // 2), address=address)
        found += [change.violation for change in done.changes]
    return found


def test_pages_hold_all_once_in_every_order(store: Store) -> None:
    found = filled(store)
    for sort in Sort:
        pages = [store.inbox.page(Wanted(), sort, limit=3, offset=at) for at in (0, 3, 6)]
        assert sorted(one.number for page in pages for one in page) == found
        assert [one.number for page in pages for one in page] == store.inbox.numbers(Wanted(), sort)
    assert [one.site for one in store.inbox.page(Wanted(), Sort.SITE, limit=2)] == ["a.example", "b.example"]


def test_neighbours_are_those_of_the_inbox_even_at_one_time(store: Store) -> None:
    found = filled(store)
    order = store.inbox.numbers(Wanted())
    for at, number in enumerate(order):
        before = order[at - 1] if at else None
        after = order[at + 1] if at + 1 < len(order) else None
        assert store.inbox.beside(number, Wanted()) == (before, after)
    assert store.inbox.beside(max(found) + 1, Wanted()) == (None, None)


def test_only_what_may_be_moved_and_is_theirs_is_movable(store: Store) -> None:
    found = filled(store, 4)
    store.violations.move(found[:1], State.DISMISSED, by="x", at=START + DAY, note="why")
    assert sorted(store.inbox.movable(found, State.NOTIFIED)) == found[1:]
    assert store.inbox.movable(found, State.REOPENED) == found[:1]
    assert store.inbox.movable(found, State.CURED) == []
    assert store.inbox.movable(found, State.NOTIFIED, ("other",)) == []


def test_figures_of_the_overview(store: Store) -> None:
    found = filled(store)
    assert store.inbox.open_by_clause() == [("byline", 4), ("link", 3)]
    assert store.inbox.open_by_site(limit=1) == [("b.example", 2)]
    assert store.inbox.open_by_clause(("other",)) == []
    store.violations.move(found[:2], State.NOTIFIED, by="ann", at=START + DAY)
    assert store.inbox.steps_since(START + DAY, ("press",)) == {State.NOTIFIED: 2}
    assert [step.violation for step in store.inbox.last_steps(limit=2)] == [found[1], found[0]]
    assert store.inbox.publishers() == ["press"]


def test_sites_and_works_by_page_and_by_publisher(store: Store) -> None:
    filled(store)
    add(store, "https://lead.example/x")
    store.sites.watch("https://watched.example/feed", "feed", START)
    lines = store.catalogue.sites(limit=10)
    assert [(line.name, line.open, line.watched) for line in lines] == [
        ("a.example", 1, False), ("b.example", 2, False), ("c.example", 2, False), ("d.example", 2, False),
        ("watched.example", 0, True),
    ]  # fmt: skip
    assert [line.name for line in store.catalogue.sites(("press",), like="b.ex")] == ["b.example"]
    assert (store.catalogue.count_sites(), store.catalogue.count_sites(("other",))) == (5, 0)
    assert store.catalogue.count_works(("other",)) == 0


def test_sessions_keys_and_shared_checks(store: Store) -> None:
    number = store.accounts.add(Account(name="ann", role=Role.EDITOR, publishers=("press",), password="x"), START)
    ann = store.accounts.named("ann")
    assert ann is not None
    assert (ann.number, ann.publishers, ann.sees("press"), ann.sees("other")) == (number, ("press",), True, False)
    store.accounts.open_session("s", ann, START)
    assert store.accounts.session("s", START + IDLE + timedelta(minutes=1)) is None
    store.accounts.add_token(ann, "ci", "t", ("read",), START, START + DAY)
    assert store.accounts.by_token("t", START) == (store.accounts.named("ann"), ("read",))
    assert store.accounts.by_token("t", START + DAY) is None
    (key,) = store.accounts.tokens()
    assert key.used_at == START
    assert store.accounts.revoke_token(key.number, START, ann)
    assert store.accounts.by_token("t", START) is None
    store.shared.keep("l", "text ✓", START, START + DAY)
    assert store.shared.get("l", START) == "text ✓"
    assert store.shared.get("l", START + DAY) is None
    assert store.shared.key() == store.shared.key()


def test_a_mended_copy_is_due_at_once(store: Store) -> None:
    look(store, violated())
    due = store.due.find("https://copy.example/a")
    assert due is not None
    assert due.copy is not None
    store.due.bring_forward(due.copy, START + timedelta(hours=1))
    again = store.due.find("https://copy.example/a")
    assert again is not None
    assert again.next_at == START + timedelta(hours=1)
