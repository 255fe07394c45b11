"""The desk's figures, on both databases: whatever happens to violations, they say what a count would."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from sqlalchemy import text

from rights.model import Verdict
from rights.store import Store, Wanted, upkeep
from rights.store.forgetting import forget_site
from rights.store.life import STEPS
from rights.store.records import OPEN, Outcome, State, Violation
from rights.store.tally import count_anew
from tests.store.samples import DAY, POLICY, START, assess, finding, look

CLAUSES, PRESSES, SITES = ("link", "byline"), ("press", "other"), ("a.example", "b.example", "c.example")


def agree(store: Store) -> list[Violation]:
    """All violations; fails where a figure of the desk is not what counting them gives."""
    every = store.violations.listed()
    assert store.violations.by_state() == Counter(one.state for one in every)
    for press in PRESSES:
        theirs = [one for one in every if one.publisher == press]
        open_ones = [one for one in theirs if one.state in OPEN]
        assert store.violations.by_state(Wanted(publishers=(press,))) == Counter(one.state for one in theirs)
        assert dict(store.inbox.open_by_site((press,))) == Counter(one.site for one in open_ones)
        assert dict(store.inbox.open_by_clause((press,))) == Counter(one.clause for one in open_ones)
        assert {line.name for line in store.catalogue.sites((press,))} == {one.site for one in theirs}
    for clause in CLAUSES:
        wanted = Wanted(clause=clause, states=OPEN)
        assert store.violations.count(wanted) == len(store.violations.listed(wanted))
        for site in SITES:
            narrower = replace(wanted, sites=(site,))
            assert store.violations.count(narrower) == len(store.violations.listed(narrower))
    assert sorted(store.inbox.publishers()) == sorted({one.publisher for one in every})
    assert list(upkeep.verify(store.database)) == []
    return every


def test_through_many_lives(store: Store) -> None:
    chance = random.Random(7)
    for day in range(24):
        at = START + day * DAY
        address = f"https://{chance.choice(SITES)}/{chance.randrange(4)}"
        findings = (finding(clause, chance.choice((Verdict.VIOLATION, Verdict.PASS))) for clause in CLAUSES)
        policy = replace(POLICY, publisher=chance.choice(PRESSES))
        outcome = chance.choice((Outcome.JUDGED, Outcome.JUDGED, Outcome.JUDGED, Outcome.GONE))
        status = 410 if outcome is Outcome.GONE else 200
        judged = (assess(*findings, policy=policy),) if outcome is Outcome.JUDGED else ()
        look(store, *judged, at=at, outcome=outcome, address=address, status=status)
        state = chance.choice((State.DISMISSED, State.WAIVED, State.NOTIFIED, State.REOPENED))
        every = store.violations.listed()
        for number in [one.number for one in every if one.state in STEPS[state]][:2]:
            store.violations.move([number], state, by="ann", at=at, note="why")
        if day % 4 == 0:
            agree(store)
    assert len({one.state for one in agree(store)}) > 3


def test_a_forgotten_site_is_counted_no_more(store: Store) -> None:
    for number, site in enumerate((*SITES, *SITES)):
        look(store, assess(finding("link", Verdict.VIOLATION)), address=f"https://{site}/{number}")
    forget_site(store.database, "b.example", START + DAY)
    assert len(agree(store)) == 4
    assert store.inbox.open_by_site() == [("a.example", 2), ("c.example", 2)]


def test_many_at_once_lose_nothing_and_wait_for_nobody(store: Store) -> None:
    """Violations of two publishers, each moved in another order: the figures' rows are shared by all of them."""
    for number in range(16):
        policy = replace(POLICY, publisher=PRESSES[number % 2])
        address = f"https://{SITES[number % 3]}/{number}"
        look(store, assess(finding(CLAUSES[number // 8], Verdict.VIOLATION), policy=policy), address=address)
    numbers = [one.number for one in store.violations.listed()]

    def move(first: int) -> None:
        mine = numbers[first::4]
        for state in (State.NOTIFIED, State.DISMISSED, State.REOPENED, State.WAIVED):
            chosen = mine if first % 2 else mine[::-1]
            for number in chosen:
                store.violations.move([number], state, by="ann", at=START + DAY, note="why")

    with ThreadPoolExecutor(4) as together:
        list(together.map(move, range(4)))
    assert {one.state for one in agree(store)} == {State.WAIVED}


def test_wrong_figures_are_told(store: Store) -> None:
    look(store, assess(finding("link", Verdict.VIOLATION)))
    with store.database.write() as connection:
        connection.execute(text("UPDATE violation_count SET number = 2"))
        connection.execute(text("UPDATE site_count SET site = 'x.example'"))
    counts, sites = upkeep.verify(store.database)
    assert "violation_count does not agree with the violations: 2 rows" in counts
    assert "site_count does not agree with the violations: 2 rows" in sites
    assert "rights db upgrade counts anew" in counts


def test_wrong_figures_are_set_right(store: Store) -> None:
    """As after a worker of a version that knows of no figures; sites whose violations are all closed stay on file."""
    for number, site in enumerate(SITES):
        look(store, assess(finding("link", Verdict.VIOLATION)), address=f"https://{site}/{number}")
    store.violations.move([1], State.DISMISSED, by="ann", at=START + DAY, note="why")
    with store.database.write() as connection:
        connection.execute(text("UPDATE violation_count SET number = 7"))
        connection.execute(text("DELETE FROM site_count"))
        count_anew(connection)
    assert len(agree(store)) == len(SITES)


def test_counting_anew_among_writers_loses_nothing(store: Store) -> None:
    for number in range(12):
        look(store, assess(finding("link", Verdict.VIOLATION)), address=f"https://{SITES[number % 3]}/{number}")
    numbers = [one.number for one in store.violations.listed()]

    def move(first: int) -> None:
        for state in (State.NOTIFIED, State.DISMISSED, State.REOPENED):
            for number in numbers[first::3]:
                store.violations.move([number], state, by="ann", at=START + DAY, note="why")

    def count(_: int) -> None:
        for _ in range(6):
            with store.database.write() as connection:
                count_anew(connection)

    with ThreadPoolExecutor(4) as together:
        done = [together.submit(move, first) for first in range(3)] + [together.submit(count, 0)]
        for one in done:
            one.result()
    agree(store)
