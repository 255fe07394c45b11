"""What checks looked at beside their pages: kept with them, and as long as they are."""

from __future__ import annotations

from rights.beside import Beside, Kind
from rights.store import Store, upkeep
from rights.store.forgetting import forget_person, forget_site
from rights.store.retention import drop_history
from tests.store.samples import COPY, DAY, START, look, mended, page, violated

SECOND, SHORT = f"{COPY}/2", "https://bit.example/x"


def further(body: str = "<p>By Ann Reader, page 2</p>") -> Beside:
    return Beside(address=SECOND, kind=Kind.FURTHER, page=page(SECOND, body))


def linked(site: str = "shop.example") -> Beside:
    return Beside(address=SHORT, kind=Kind.LINKED, page=page(f"https://{site}/p", "<p>lamps</p>"))


NOTHING = Beside(address=f"{COPY}/3", kind=Kind.FURTHER)


def test_it_is_read_as_it_was_noted_in_order(store: Store) -> None:
    empty = Beside(
        address="https://bit.example/y", kind=Kind.LINKED, page=page("https://bit.example/y", "", status=404)
    )
    look(store, violated(), beside=(linked(), further(), NOTHING, empty))
    look(store, mended(), address="https://other.example/x")
    found = store.checks.beside(1)
    assert [(one.address, one.kind, one.lost) for one in found] == [
        (SHORT, Kind.LINKED, False), (SECOND, Kind.FURTHER, False), (NOTHING.address, Kind.FURTHER, False),
        (empty.address, Kind.LINKED, False),
    ]  # fmt: skip
    seen, second, nothing, gone = (one.page for one in found)
    assert seen is not None and second is not None and gone is not None and nothing is None  # noqa: PT018
    assert (seen.url, seen.final_url, seen.body) == (SHORT, "https://shop.example/p", b"<p>lamps</p>")
    assert (second.status, second.headers, second.fetched_at) == (200, page().headers, START)
    assert (gone.status, gone.body) == (404, b"")
    assert store.checks.beside(2) == ()
    assert list(upkeep.verify(store.database)) == []


def test_it_is_dropped_with_its_check_and_kept_while_anything_stands_on_it(store: Store) -> None:
    bodies = ("opened", "between", "last")
    for day, body in enumerate(bodies):
        found = (violated(),) if body == "opened" else (mended(),)
        look(store, *found, at=START + day * DAY, page=page(body=body), beside=(further(f"<p>2 {body}</p>"), NOTHING))
    look(store, mended(), at=START + 3 * DAY, page=page(body="newest"), beside=(further("<p>2 newest</p>"),))
    long_after = START + 900 * DAY
    kept = [store.checks.page(number) is not None for number in (1, 2, 3, 4)]
    assert store.snapshots.drop(long_after)[0] == 2, "of the check that nothing stands on: its page, and page 2"
    assert kept == [True] * 4
    assert [one.lost for number in (1, 2, 3, 4) for one in store.checks.beside(number) if one.page] == [
        False, False, True, False,
    ]  # fmt: skip
    assert drop_history(store.database, long_after).checks == 1
    assert store.checks.beside(3) == ()
    assert len(store.checks.beside(1)) == 2
    assert list(upkeep.verify(store.database)) == []


def test_a_site_takes_what_was_seen_of_it_along(store: Store) -> None:
    look(store, violated(), beside=(further(), linked("copy.example")))
    look(store, violated(), address="https://other.example/x", beside=(linked("copy.example"), linked("shop.example")))
    assert forget_site(store.database, "copy.example", START).rows["beside"] == 3
    (left,) = store.checks.beside(2)
    assert left.page is not None
    assert left.page.final_url == "https://shop.example/p"
    assert forget_site(store.database, "other.example", START).rows["snapshot"] == 2
    assert list(upkeep.verify(store.database)) == []


def test_a_person_on_a_further_page(store: Store) -> None:
    look(store, mended(), beside=(further(),))
    assert forget_person(store.database, store.snapshots, "Ann Reader").rows["snapshot"] == 1
    (left,) = store.checks.beside(1)
    assert left.lost
    look(store, violated(), at=START + DAY, beside=(further(),))
    assert len(forget_person(store.database, store.snapshots, "Ann Reader").held) == 1
