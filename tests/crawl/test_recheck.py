"""Judging stored pages anew, and following one page's way."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import delete
from typer.testing import CliRunner

from rights import judgement
from rights.cli.main import app
from rights.given import Tools
from rights.judgement import Asked, Judgement
from rights.look import Looker
from rights.model import Page, PageState, Reason, Verdict
from rights.recheck import recheck
from rights.settings import Settings
from rights.store import Store
from rights.store.records import State
from rights.store.tables import snapshot
from tests.check import test_pagination as spread
from tests.check.island import OneWork, island
from tests.crawl.stage import Stage, Unreachable, judge
from tests.store.samples import assess, finding, look

PAGES = {f"https://site{n}.example/p": "violates link" for n in range(3)}


@pytest.fixture
def stage(store: Store, settings: Settings) -> Stage:
    made = Stage(store, settings.home)
    made.web.pages = dict(PAGES)
    made.add(*PAGES)
    made.sweep()
    made.clock.move(hours=1)
    made.web.asked.clear()
    return made


def test_a_new_reading_of_the_policy_cures_and_opens_without_a_fetch(stage: Stage) -> None:
    def milder(page: Page, asked: Asked) -> Judgement:
        found = assess(finding("link", Verdict.PASS), finding("byline", Verdict.VIOLATION))
        return Judgement(state=PageState.ARTICLE, assessments=(found,))

    count, changes = recheck(stage.store, milder, stage.clock, "press")
    assert count == 3
    assert sorted(change.state for change in changes) == [State.CURED] * 3 + [State.OPENED] * 3
    assert not stage.web.asked


def test_a_stored_page_proves_no_absence_and_moves_no_schedule(stage: Stage) -> None:
    before = [stage.store.due.find(address).next_at for address in PAGES]  # type: ignore[union-attr]
    nothing = Judgement(state=PageState.ARTICLE)
    for _ in range(3):
        stage.clock.move(days=2)
        recheck(stage.store, lambda page, asked: nothing, stage.clock)
    assert stage.store.violations.by_state() == {State.OPENED: 3}
    assert [stage.store.due.find(address).next_at for address in PAGES] == before  # type: ignore[union-attr]


def test_what_would_change_is_shown_and_not_kept(stage: Stage) -> None:
    def milder(page: Page, asked: Asked) -> Judgement:
        return Judgement(state=PageState.ARTICLE, assessments=(assess(finding("link", Verdict.PASS)),))

    due = stage.store.due.find("https://site0.example/p")
    count, changes = recheck(stage.store, milder, stage.clock, preview=True)
    assert (count, [change.state for change in changes]) == (3, [State.CURED] * 3)
    assert stage.store.violations.by_state() == {State.OPENED: 3}
    assert stage.store.due.find("https://site0.example/p") == due
    assert recheck(stage.store, milder, stage.clock)[1] == changes
    assert stage.store.violations.by_state() == {State.CURED: 3}


THIRD = (f"{spread.BASE}/2", f"{spread.BASE}/3")
WALL = "<div><h2>Create a free account to continue reading</h2><p>Already have an account? <a href=/l>Sign in</a></p></div>"
#: That the tables hold what was looked at beside a page is tested on every database, with the store.
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
SHORT = '<p>This article was first published by <a href="https://bit.ly/3abcDE">Island Post</a>.</p>'


def spread_out(stage: Stage, credit: str = "") -> Tools:
    """Put an article of three pages on the web, with a credit at its end, and due; gives what judges it without a network."""
    second, third = THIRD
    pages = (
        spread.page(spread.BASE, spread.PARAGRAPHS[:2], spread.pager(("2", second), ("3", third))),
        spread.page(second, spread.PARAGRAPHS[2:4], spread.pager(("1", spread.BASE), ("3", third))),
        spread.page(third, spread.PARAGRAPHS[4:], credit + spread.pager(("1", spread.BASE), ("2", second))),
    )
    stage.web.pages.update({str(one.url): one.body.decode() for one in pages})
    stage.add(spread.BASE)
    return Tools(library=island("link.original", "edit.none"), works=OneWork(spread.WORK))


def looked_at(stage: Stage, tools: Tools, address: str = spread.BASE) -> dict[str, Verdict]:
    """Look at an address by that web, as a crawl does, and record it; gives what its clauses came to."""
    judging = partial(judgement.judge, tools=replace(tools, fetch=stage.web.fetch))
    due = stage.store.due.find(address)
    assert due is not None
    seen = Looker(stage.web, judging, stage.clock).look(due)
    stage.store.checks.record([seen])
    stage.web.asked.clear()
    stage.clock.move(hours=1)
    return verdicts(stage, address)


def verdicts(stage: Stage, address: str = spread.BASE) -> dict[str, Verdict]:
    """What the clauses came to in the last check of an address."""
    due = stage.store.due.find(address)
    assert due is not None
    (found,) = stage.store.checks.assessments(due.last_check or 0)
    return {one.clause: one.verdict for one in found.findings}


def again(stage: Stage, tools: Tools) -> tuple[int, list[str]]:
    """Judge what is stored anew; gives how many pages, and the addresses of those that were passed over."""
    passed: list[str] = []
    count, _ = recheck(
        stage.store, partial(judgement.judge, tools=tools), stage.clock, passed_over=lambda page: passed.append(str(page.url))
    )  # fmt: skip
    assert not stage.web.asked
    return count, passed


@pytest.fixture
def bare(store: Store, settings: Settings) -> Stage:
    return Stage(store, settings.home)


@ON_SQLITE
@pytest.mark.parametrize("credit", [spread.CREDIT, "", "<p>First published by Island Post.</p>"])
def test_an_article_of_several_pages_is_judged_as_the_crawler_judged_it(bare: Stage, credit: str) -> None:
    tools = spread_out(bare, credit)
    seen = looked_at(bare, tools)
    assert seen["link.original"] is (Verdict.PASS if credit == spread.CREDIT else Verdict.VIOLATION)
    assert seen["edit.none"] is Verdict.PASS, "no word of the three pages is missing"
    for _ in range(2):
        assert again(bare, tools) == (1, [])
        assert verdicts(bare) == seen
    (before,) = bare.store.checks.of([1], limit=1)
    assert [one.address for one in bare.store.checks.beside(before.number)] == list(THIRD)


@ON_SQLITE
def test_new_terms_judge_what_stands_on_a_further_page(bare: Stage) -> None:
    tools = spread_out(bare, SHORT.replace("https://bit.ly/3abcDE", "https://island.example/ferry"))
    assert looked_at(bare, replace(tools, library=island("edit.none"))) == {"edit.none": Verdict.PASS}
    again(bare, replace(tools, library=island("link.original", "attr.source")))
    assert verdicts(bare) == {"link.original": Verdict.PASS, "attr.source": Verdict.PASS}


@ON_SQLITE
@pytest.mark.parametrize("lost", ["by age", "never had"])
def test_a_further_page_that_was_not_kept_leaves_the_copy_incomplete(bare: Stage, lost: str) -> None:
    tools = spread_out(bare)
    if lost == "never had":
        bare.web.pages[THIRD[1]] = Unreachable(THIRD[1], "no answer")
    looked_at(bare, tools)
    last = bare.store.checks.beside(1)[-1]
    if last.page:
        with bare.store.database.write() as connection:
            connection.execute(delete(snapshot).where(snapshot.c.sha256 == last.page.sha256))
    for _ in range(2):
        assert again(bare, tools) == (1, [])
        assert set(verdicts(bare).values()) == {Verdict.INCOMPLETE}
    assert bare.store.checks.beside(3)[-1].lost is (lost == "by age")


@ON_SQLITE
@pytest.mark.parametrize("second", [THIRD[0], f"{spread.BASE}/page/2/"])
def test_a_first_page_whose_others_were_not_noted_is_passed_over(store: Store, second: str) -> None:
    """As checks of before schema 0012 are."""
    tools = Tools(library=island("link.original", "edit.none"), works=OneWork(spread.WORK))
    whole = spread.page("https://herald.example/2024/tides", spread.PARAGRAPHS)
    first = spread.page(spread.BASE, spread.PARAGRAPHS[:2], spread.pager(("2", second)))
    for page in (whole, first):
        look(store, assess(finding("link.original", Verdict.PASS)), page=page, address=str(page.url))
    passed: list[Page] = []
    count, changes = recheck(
        store, partial(judgement.judge, tools=tools), Stage(store, Path()).clock, passed_over=passed.append
    )
    assert (count, [page.url for page in passed]) == (1, [first.url])
    assert {change.copy_url for change in changes} == {whole.url}, (
        "a whole page without a credit; the other's may be on page 2"
    )


@ON_SQLITE
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (503, Verdict.INCOMPLETE),
        (404, Verdict.VIOLATION),
        ('<meta http-equiv=refresh content="0;url=https://island.example/ferry">', Verdict.PASS),
    ],
)
def test_what_was_seen_behind_a_link_counts_again(bare: Stage, answer: str | int, told: Verdict) -> None:
    tools = spread_out(bare, SHORT)
    bare.web.pages["https://bit.ly/3abcDE"] = answer
    assert looked_at(bare, tools)["link.original"] is told
    assert again(bare, tools) == (1, [])
    assert verdicts(bare)["link.original"] is told


@ON_SQLITE
def test_a_page_that_a_wall_cuts_is_not_the_first_of_several_for_a_link(bare: Stage) -> None:
    """The link was followed by no check that noted it; what is missing stands behind the wall."""
    tools = Tools(library=island("link.original", "edit.none"), works=OneWork(spread.WORK))
    page = spread.page(spread.BASE, spread.PARAGRAPHS[:3], SHORT + WALL)
    look(bare.store, assess(finding("link.original", Verdict.PASS)), page=page, address=spread.BASE)
    assert again(bare, tools) == (1, [])
    (found,) = bare.store.checks.assessments(2)
    assert {one.clause: one.reason for one in found.findings} == {
        "edit.none": Reason.PAGE_CUT, "link.original": Reason.NEEDS_FETCH,
    }  # fmt: skip


def test_only_pages_that_owe_the_publisher_something(stage: Stage) -> None:
    assert recheck(stage.store, judge, stage.clock, "another") == (0, [])


def test_trace_tells_the_whole_way(stage: Stage, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIGHTS_HOME", str(settings.home))
    monkeypatch.setenv("RIGHTS_DATABASE_URL", settings.database_url)
    stage.clock.move(days=2)
    stage.web.pages["https://site0.example/p"] = 503
    stage.sweep()
    done = CliRunner().invoke(app, ["trace", "https://www.site0.example/p/?utm_source=x", "--format", "json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    assert told["leads"][0]["source"] == "test"
    assert [(one["outcome"], one["status"]) for one in told["checks"]] == [("unreachable", 503), ("judged", 200)]
    assert told["assessments"][0]["findings"][0]["message"] == "The link is judged."
    assert told["violations"][0]["state"] == "opened"
    text = CliRunner().invoke(app, ["trace", "https://site0.example/p"]).output
    assert "found by test" in text
    assert "answered 503" in text
    unknown = CliRunner().invoke(app, ["trace", "https://unknown.example/"])
    assert "is not known" in str(unknown.exception)
