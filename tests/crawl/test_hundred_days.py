"""A hundred days by a fake clock, swept every twelve hours: who is looked at when, and that nobody is forgotten."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from rights.errors import Disallowed, Unreachable
from rights.fetch import DailyBudget
from rights.model import Page
from rights.settings import Settings
from rights.store import Store
from rights.store.records import Due, Look, State
from tests.crawl.stage import START, Stage

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STEP = 12 * HOUR
#: Pages of the large site, and the requests a day that it gets.
LARGE, BUDGET = 60, 6
#: The days on which nothing runs at all.
DOWN = range(60, 67)

BAD, GOOD, OTHER, GONE, AWAY, REFUSED, CHANGING, MENDED, TROUBLED = (
    f"https://{name}.example/p"
    for name in ("bad", "good", "other", "gone", "away", "refused", "changing", "mended", "troubled")
)
FEED = "https://news.example/list"


class Days:
    """A stage whose looks are written down, and whose large site has a daily budget."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.stage = Stage(store, settings.home)
        self.looks: dict[str, list[datetime]] = defaultdict(list)
        self.late: dict[str, list[timedelta]] = defaultdict(list)
        self.budget = DailyBudget(BUDGET, self.stage.clock)
        fetch = self.stage.web.fetch

        def within_budget(url: str, *, etag: str | None = None, last_modified: str | None = None) -> Page:
            if "large.example" in url:
                self.budget.spend(url)
            return fetch(url, etag=etag, last_modified=last_modified)

        self.stage.web.fetch = within_budget  # type: ignore[method-assign]

    def sweep(self) -> None:
        crawler = self.stage.crawler(threads=1, pages=200)
        looked = crawler._looker.look

        def look(due: Due) -> Look:
            seen = looked(due)
            self.looks[due.address].append(seen.at)
            assert due.next_at is not None
            self.late[due.address].append(seen.at - due.next_at)
            return seen

        crawler._looker.look = look  # type: ignore[method-assign]
        crawler.sweep()
        crawler.close()

    def gaps(self, address: str, *, before: int = DOWN.start) -> list[timedelta]:
        """The times between looks, up to a day."""
        end = START + before * DAY
        return [two - one for one, two in pairwise(self.looks[address]) if two <= end]


def close(gap: timedelta, to: timedelta) -> bool:
    """As long as meant: up to a tenth earlier, for the jitter, or one sweep later."""
    return to * 0.9 <= gap < to + STEP


@pytest.fixture
def days(store: Store, settings: Settings) -> Days:
    return Days(store, settings)


def test_a_hundred_days(days: Days) -> None:
    stage, web = days.stage, days.stage.web
    large = [f"https://large.example/{n}" for n in range(LARGE)]
    web.pages = {
        BAD: "violates link", GOOD: "keeps link", OTHER: "nothing", AWAY: Unreachable(AWAY, "no route"),
        REFUSED: Disallowed(REFUSED, "robots.txt"), CHANGING: "keeps link", MENDED: "violates link",
        TROUBLED: "violates link", FEED: "to https://news.example/0",
    }  # fmt: skip
    web.pages |= dict.fromkeys(large, "violates link")
    stage.add(*large, BAD, GOOD, OTHER, GONE, AWAY, REFUSED, CHANGING, MENDED, TROUBLED)
    stage.add(FEED, kind="list")
    per_day: Counter[date] = Counter()
    for step in range(100 * 2):
        day = step // 2
        if step % 20 == 0:
            web.pages[CHANGING] = f"keeps link, edition {step}"
        if step % 6 == 0:
            web.pages[f"https://news.example/{step}"] = "keeps link"
            web.pages[FEED] = f"to https://news.example/{step}"
        if day == 50:
            web.pages[MENDED] = "keeps link"
        web.pages[TROUBLED] = "challenge" if 20 <= day < 30 else "violates link"
        if day not in DOWN:
            before = Counter({address: len(looks) for address, looks in days.looks.items()})
            days.sweep()
            asked = Counter({address: len(looks) for address, looks in days.looks.items()}) - before
            assert set(asked.values()) <= {1}, "no address twice in one sweep, however much was missed"
            per_day[stage.clock().date()] += sum(count for address, count in asked.items() if address in large)
        stage.clock.move(hours=12)

    # as designed
    assert all(close(gap, DAY) for gap in days.gaps(BAD))
    assert [round(gap / DAY) for gap in days.gaps(GOOD)] == [1, 2, 4, 8, 15, 30]
    assert all(close(gap, 2**n * DAY) for n, gap in enumerate(days.gaps(GOOD)))
    assert all(close(gap, 7 * 2**n * DAY) for n, gap in enumerate(days.gaps(OTHER)))
    assert all(close(gap, min(2**n * HOUR, 7 * DAY)) for n, gap in enumerate(days.gaps(AWAY)))
    assert all(close(gap, 7 * DAY) for gap in days.gaps(REFUSED))
    assert len(days.looks[GONE]) == 2
    assert max(days.gaps(CHANGING)) < 16 * DAY, "a page that changes is looked at more often than one that does not"
    assert len(days.looks[CHANGING]) > len(days.looks[GOOD])
    # the trouble neither cured nor opened anything, and cost at most a look a day
    lives = {one.copy_url: one for one in stage.store.violations.listed(limit=1000)}
    assert [event.state for event in stage.store.violations.get(lives[TROUBLED].number).events] == [State.OPENED]
    assert len(days.looks[TROUBLED]) < 120
    # mended on day 50: seen within a day and then ever more rarely
    assert lives[MENDED].state is State.CURED
    assert sum(at > START + 51 * DAY for at in days.looks[MENDED]) < 8
    # what the feed named was looked at within a day of being named
    named = [step for step in range(0, 200, 6) if step // 2 not in DOWN]
    assert all(days.looks[f"https://news.example/{step}"] for step in named)
    # nobody starves: all pages of the large site have their turn, in order, within its budget
    assert max(per_day.values()) <= BUDGET
    counts = [len(days.looks[address]) for address in large]
    assert max(counts) - min(counts) <= 1
    assert sum(counts) == BUDGET * len(per_day)
    # no drift: but for the large site and the days off, each look came with the first sweep after its time
    made_up = range(DOWN.start, DOWN.stop + 1)
    for address in days.looks.keys() - set(large):
        for by, at in zip(days.late[address], days.looks[address], strict=True):
            assert by < STEP or (at - START).days in made_up, address
