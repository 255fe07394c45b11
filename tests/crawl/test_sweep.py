"""What a sweep itself has to get right, on both databases."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from sqlalchemy import select, text

from rights.errors import Disallowed, Postponed, Unreachable
from rights.model import Verdict, Work
from rights.settings import Settings
from rights.store import Store
from rights.store.records import Outcome, Standing, State
from rights.store.tables import check, due
from tests.crawl.stage import Stage
from tests.store.samples import assess, finding, look


@pytest.fixture
def stage(store: Store, settings: Settings) -> Stage:
    return Stage(store, settings.home)


def addresses(number: int) -> list[str]:
    return [f"https://site{n % 7}.example/page{n}" for n in range(number)]


def checks(stage: Stage) -> Counter[str]:
    with stage.store.database.read() as connection:
        return Counter(connection.execute(select(due.c.address).join(check, check.c.due == due.c.number)).scalars())


def states(stage: Stage) -> dict[str, State]:
    return {one.copy_url + " " + one.clause: one.state for one in stage.store.violations.listed()}


def test_each_due_page_is_checked_once(stage: Stage) -> None:
    stage.web.pages = dict.fromkeys(addresses(40), "violates link")
    stage.add(*addresses(40))
    stage.sweep()
    assert checks(stage) == Counter(addresses(40))
    assert stage.progress.checked == 40
    assert stage.progress.changes == {State.OPENED: 40}
    stage.sweep()
    assert checks(stage) == Counter(addresses(40)), "nothing is due any more"
    assert [sweep.finished_at is not None for sweep in stage.store.sweeps.last()] == [True, True]


def test_all_looks_at_everything_once_more(stage: Stage) -> None:
    stage.web.pages = dict.fromkeys(addresses(10), "keeps link")
    stage.add(*addresses(10))
    stage.sweep()
    stage.sweep(everything=True)
    assert set(checks(stage).values()) == {2}


def test_what_a_list_names_is_looked_at_in_the_same_sweep(stage: Stage) -> None:
    home = "https://site.example/"
    stage.web.pages = {home: f"to {home}a to {home}b to https://else.example/c", f"{home}a": "violates link"}
    stage.add(home, kind="list")
    stage.sweep()
    assert set(checks(stage)) == {home, f"{home}a", f"{home}b"}
    assert stage.store.due.find(home).standing is Standing.SOURCE  # type: ignore[union-attr]


def test_a_defect_a_refusal_and_a_dead_host_do_not_end_the_sweep(stage: Stage) -> None:
    one, two, three, four = addresses(4)
    stage.web.pages = {
        one: "crash", two: Disallowed(two, "robots.txt"), three: Unreachable(three, "no route"), four: "violates link",
    }  # fmt: skip
    stage.add(one, two, three, four)
    stage.sweep()
    assert stage.progress.outcomes == {
        Outcome.BROKEN: 1, Outcome.REFUSED: 1, Outcome.UNREACHABLE: 1, Outcome.JUDGED: 1,
    }  # fmt: skip
    assert states(stage) == {f"{four} link": State.OPENED}


def test_a_host_to_be_left_alone_keeps_its_pages_for_later(stage: Stage) -> None:
    one, two = "https://busy.example/1", "https://calm.example/2"
    stage.web.pages = {one: Postponed(one, "daily budget", 9 * 3600), two: "keeps link"}
    stage.add(one, two)
    stage.sweep()
    assert checks(stage) == Counter([two])
    stage.web.pages[one] = "keeps link"
    stage.sweep()
    assert checks(stage) == Counter([two])
    stage.clock.move(hours=10)
    stage.sweep()
    assert checks(stage) == Counter([one, two])


def test_an_unchanged_page_is_judged_from_its_snapshot(stage: Stage) -> None:
    (one,) = addresses(1)
    stage.web.pages = {one: "violates link"}
    stage.add(one)
    stage.sweep()
    stage.clock.move(days=2)
    stage.sweep()
    assert stage.web.conditional == [one]
    assert states(stage) == {f"{one} link": State.OPENED}
    page = stage.store.checks.page(2)
    assert page is not None
    assert page.body == b"violates link"
    assert page.fetched_at == stage.clock()


def test_a_mended_page_and_a_page_that_is_gone(stage: Stage) -> None:
    one, two, three = addresses(3)
    stage.web.pages = {one: "violates link", two: "violates link", three: "violates link"}
    stage.add(one, two, three)
    stage.sweep()
    stage.web.pages = {one: "keeps link", two: 410, three: "challenge"}
    stage.clock.move(days=2)
    stage.sweep()
    assert states(stage) == {f"{one} link": State.CURED, f"{two} link": State.CURED, f"{three} link": State.OPENED}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_addresses_of_one_page_are_one_copy_judged_once(stage: Stage, order: tuple[int, int]) -> None:
    pair = ["https://site.example/story", "https://site.example/tag/x/story"]
    stage.web.pages = dict.fromkeys(pair, "violates link @https://site.example/story")
    for index in order:
        stage.add(pair[index])
        stage.sweep()
        stage.clock.move(hours=1)
    assert len(stage.store.copies.listed()) == 1
    assert states(stage) == {"https://site.example/story link": State.OPENED}
    stage.clock.move(days=3)
    stage.web.asked.clear()
    stage.sweep()
    assert sum(stage.web.asked.values()) == 1, "only one of the two is looked at again"


def test_the_hosts_of_a_dead_crawler_are_free_at_once(stage: Stage) -> None:
    (one,) = addresses(1)
    stage.web.pages = {one: "keeps link"}
    stage.add(one)
    dead = stage.crawler()
    stage.store.due.lease(dead._owner, stage.clock(), stage.clock(), hosts=5)
    dead._owners._held.pop(dead._owner).close()  # as the system does when the process dies
    stage.sweep()
    assert checks(stage) == Counter([one])


def test_two_crawlers_at_once_judge_nothing_twice(stage: Stage) -> None:
    stage.web.pages = dict.fromkeys(addresses(60), "violates link")
    stage.add(*addresses(60))
    crawlers = [stage.crawler(), stage.crawler()]
    threads = [threading.Thread(target=crawler.sweep) for crawler in crawlers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for crawler in crawlers:
        crawler.close()
    assert checks(stage) == Counter(addresses(60))
    assert set(stage.web.asked.values()) == {1}


def test_a_stopped_sweep_is_taken_up(stage: Stage) -> None:
    stage.web.pages = dict.fromkeys(addresses(30), "keeps link")
    stage.add(*addresses(30))
    crawler = stage.crawler(threads=1, pages=1)
    looked = crawler._looker.look

    def look_and_stop(due):  # type: ignore[no-untyped-def]
        crawler.stop()
        return looked(due)

    crawler._looker.look = look_and_stop  # type: ignore[method-assign]
    crawler.sweep()
    crawler.close()
    assert 0 < sum(checks(stage).values()) < 30
    stage.sweep()
    assert checks(stage) == Counter(addresses(30))
    assert len(stage.store.sweeps.last()) == 1


def test_a_paused_or_opted_out_site_is_not_due(stage: Stage) -> None:
    stage.add("https://www.site.example/a", "https://gone.example/b")
    stage.store.sites.mark("site.example", stage.clock(), paused=True)
    stage.store.sites.mark("gone.example", stage.clock(), opted_out=True)
    stage.sweep()
    assert not stage.web.asked
    stage.store.sites.mark("site.example", stage.clock(), paused=False)
    stage.sweep()
    assert set(stage.web.asked) == {"https://www.site.example/a"}


def test_a_copy_that_turns_out_to_be_another_ones_second_address_keeps_no_violation(stage: Stage) -> None:
    one, two = "https://site.example/story", "https://site.example/tag/x/story"
    stage.web.pages = {one: "violates link", two: "violates link"}
    stage.add(one, two)
    stage.sweep()
    stage.web.pages[two] = f"violates link @{one}"
    stage.clock.move(days=2)
    stage.sweep()
    assert states(stage) == {f"{one} link": State.OPENED, f"{two} link": State.CURED}


def test_a_page_that_the_database_refuses_is_set_aside_alone(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    good, poison, other = addresses(3)
    stage.web.pages = {good: "violates link", poison: "violates poison", other: "violates link"}
    stage.add(good, poison, other)
    insert = stage.store.checks._insert_findings

    def refuse(connection, looks, *rest):  # type: ignore[no-untyped-def]
        if any(look.due.address == poison and look.assessments for look in looks):
            connection.execute(text("INSERT INTO finding (assessment) VALUES (NULL)"))
        return insert(connection, looks, *rest)

    monkeypatch.setattr(stage.store.checks, "_insert_findings", refuse)
    stage.sweep()
    assert states(stage) == {f"{good} link": State.OPENED, f"{other} link": State.OPENED}
    assert checks(stage) == Counter([good, poison, other])
    broken = stage.store.due.find(poison)
    assert broken is not None
    assert stage.store.checks.of([broken.number])[0].outcome is Outcome.BROKEN


def test_works_with_ids_of_any_kind_can_be_violated(stage: Stage) -> None:
    long, odd = "https://press.example/" + "x" * 5_000, "work \0 \ud800"
    for index, id in enumerate((long, odd)):
        look(stage.store, assess(finding("link", Verdict.VIOLATION), work=Work(id=id)), address=addresses(2)[index])
    assert stage.store.violations.count() == 2
