"""Forgetting a site, and a person."""

from __future__ import annotations

import pytest

from rights.errors import InputError
from rights.model import Evidence, Finding, Verdict, message
from rights.store import Store, upkeep
from rights.store.forgetting import REMOVED, forget_person, forget_site
from rights.store.records import State
from tests.store.samples import DAY, START, assess, look, mended, page, violated

OTHER = "https://other.example/x"


def test_a_site_is_forgotten_and_not_visited_again(store: Store) -> None:
    look(store, violated(), page=page(body="<p>only here</p>"))
    look(store, violated(), address=OTHER)
    done = forget_site(store.database, "copy.example", START)
    assert done.rows["violation"] == 1
    assert done.rows["snapshot"] == 1
    assert [one.copy_url for one in store.violations.listed()] == [OTHER]
    assert store.due.find("https://copy.example/a") is None
    site = store.sites.get("copy.example")
    assert site is not None
    assert site.opted_out
    assert list(upkeep.verify(store.database)) == []
    with pytest.raises(InputError, match="nothing is known"):
        forget_site(store.database, "unknown.example", START)


def test_a_person_is_taken_out_of_notes_and_unneeded_pages(store: Store) -> None:
    named = Finding(
        clause="byline", type="byline", verdict=Verdict.VIOLATION, message=message("{who} is not named", who="Ann Réader"),
        evidence=(Evidence(exact="by ANN RÉADER, of course"),),
    )  # fmt: skip
    look(store, mended(), page=page(body="<p>By Ann Réader, once</p>"))
    look(store, assess(named), at=START + DAY, page=page(body="<p>By Ann Réader, needed</p>"))
    store.violations.move([1], State.DISMISSED, by="Ann Réader", at=START, note="asked by ann réader")
    done = forget_person(store.database, store.snapshots, "Ann Réader")
    found = store.violations.get(1)
    assert found is not None
    assert found.finding is not None
    assert str(found.finding.message) == f"{REMOVED} is not named"
    assert found.finding.evidence[0].exact == f"by {REMOVED}, of course"
    assert (found.events[-1].by, found.events[-1].note) == (REMOVED, f"asked by {REMOVED}")
    assert done.rows["snapshot"] == 1
    assert len(done.held) == 1
    assert store.checks.page(1) is None
    assert store.checks.page(2) is not None
    with pytest.raises(InputError, match="too short"):
        forget_person(store.database, store.snapshots, "Al")


def test_the_page_that_a_violation_was_cured_by_is_kept_from_age_and_named(store: Store) -> None:
    """A violation stands on every page that moved it, on the last one that showed it no less than on others."""
    looks = (("opened", violated(), 0), ("cured", mended(), 1), ("reopened", violated(), 2), ("between", mended(), 3))
    for name, found, days in (*looks, ("later", mended(), 4)):
        look(store, found, at=START + days * DAY, page=page(body=f"<p>By Ann Réader, {name}</p>"))
    assert [event.state for event in store.violations.get(1).events] == [  # type: ignore[union-attr]
        State.OPENED, State.CURED, State.REOPENED, State.CURED,
    ]  # fmt: skip
    assert store.snapshots.drop(START + 999 * DAY)[0] == 0, "the last is needed for the next conditional request"
    look(store, mended(), at=START + 5 * DAY, page=page(body="<p>nothing</p>"))
    assert store.snapshots.drop(START + 999 * DAY)[0] == 1
    done = forget_person(store.database, store.snapshots, "Ann Réader")
    assert len(done.held) == 4
    assert "snapshot" not in done.rows
