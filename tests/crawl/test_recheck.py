"""Judging stored pages anew, and following one page's way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rights import judgement
from rights.cli.main import app
from rights.given import Tools
from rights.judgement import Asked, Judgement
from rights.model import Page, PageState, Verdict
from rights.recheck import recheck
from rights.settings import Settings
from rights.store import Store
from rights.store.records import State
from tests.check import test_pagination as spread
from tests.check.island import OneWork, island
from tests.crawl.stage import Stage, judge
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


@pytest.mark.parametrize("second", [f"{spread.BASE}/2", f"{spread.BASE}/page/2/"])
def test_the_first_page_of_several_is_passed_over(store: Store, second: str) -> None:
    tools = Tools(library=island("link.original", "edit.none"), works=OneWork(spread.WORK))
    whole = spread.page("https://herald.example/2024/tides", spread.PARAGRAPHS)
    first = spread.page(spread.BASE, spread.PARAGRAPHS[:2], spread.pager(("2", second)))
    for page in (whole, first):
        look(store, assess(finding("link.original", Verdict.PASS)), page=page, address=str(page.url))
    passed: list[Page] = []
    count, changes = recheck(
        store, lambda page, asked: judgement.judge(page, asked, tools), Stage(store, Path()).clock,
        passed_over=passed.append,
    )  # fmt: skip
    assert (count, [page.url for page in passed]) == (1, [first.url])
    assert {change.copy_url for change in changes} == {whole.url}, (
        "a whole page without a credit; the other's may be on page 2"
    )


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
