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
