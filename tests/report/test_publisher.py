"""A publisher's report in every format: complete, and harmless whatever a page says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from rights.library import Library
from rights.report import publisher_formats
from rights.report.chart import HEIGHT, chart
from rights.report.pdf import write_pdf
from rights.report.publisher import PublisherReport
from rights.report.publisher_formats import render_atom, render_csv, render_html, render_json
from rights.reporting import publisher_report
from rights.settings import Settings
from rights.store import open_store
from tests.report.crowd import EVIL, NOW, crowd
from tests.web.chromium import chromium_path

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/report.schema.json").read_text())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PublisherReport]:
    home = tmp_path_factory.mktemp("home")
    with open_store(Settings(home=home)) as store:
        crowd(store)
        yield publisher_report(store, Library.load(()), "press", made_at=NOW)


def test_what_is_counted(report: PublisherReport) -> None:
    assert report.counts == {"open": 10, "new": 10, "cured": 4, "reopened": 1, "dismissed": 1, "waived": 0}
    assert sum(open_ for _, open_, _ in report.by("site")) == 10
    assert sum(week.opened for week in report.trend()) == 16, "fifteen opened and one reopened"
    assert sum(len(case.violations) for case in report.cases()) == 10
    assert {one.state.value for one in report.closed()} == {"cured", "dismissed"}


def test_since_leaves_out_what_was_settled_before(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path)) as store:
        crowd(store)
        told = publisher_report(store, Library.load(()), "press", made_at=NOW, since=NOW.replace(day=1))
    assert told.counts["cured"] == 2
    assert told.counts["new"] == 5
    assert told.counts["open"] == 10, "what is open is told however old it is"


def test_the_good_ledger_says_who_how_often_and_since_when(report: PublisherReport) -> None:
    good = {one.site: one for one in report.good}
    one = good["good0.example"]
    assert (one.copies, one.works, one.since.date().isoformat()) == (3, 3, "2026-02-13")
    assert one.examples[0] == "https://good0.example/story/0"
    assert "unsure.example" not in good, "what could not be told is no good copy"


def test_what_could_not_be_told_is_asked_once_a_site(report: PublisherReport) -> None:
    (question,) = report.questions
    assert (question.site, question.clause, question.reason, len(question.copies)) == (
        "unsure.example", "nc.site", "needs-statement", 7,
    )  # fmt: skip
    assert "Is this site run for profit?" in render_html(report)


def test_changes_are_classed_and_shown_side_by_side(report: PublisherReport) -> None:
    rows = next(iter(report.sides.values()))
    kinds = {row.kind for row in rows if row.firm}
    assert {"cut", "substantive"} <= kinds
    swap = next(row for row in rows if row.copy.words == "lake")
    assert swap.work.words == "harbour"
    assert swap.work.before.split()[-3:] == swap.copy.before.split()[-3:], "both sides show the same surroundings"
    page = render_html(report)
    assert "<del><bdi>harbour</bdi></del>" in page
    assert "<ins><bdi>lake</bdi></ins>" in page


def test_json_keeps_the_schema(report: PublisherReport) -> None:
    data = json.loads(render_json(report))
    jsonschema.validate(data, SCHEMA)
    assert data["counts"]["open"] == 10
    assert any(one["changes"] for one in data["violations"])


def test_csv_holds_no_formula_and_no_line_of_a_page(report: PublisherReport) -> None:
    rows = list(csv.reader(io.StringIO(render_csv(report))))
    assert len(rows) == 1 + len(report.violations)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@|%\t\r"))]
    assert "\u202e" not in "".join(cell for row in rows for cell in row)


def test_atom_is_well_formed_and_links_to_the_web_only(report: PublisherReport) -> None:
    feed = ET.fromstring(render_atom(report))
    space = "{http://www.w3.org/2005/Atom}"
    assert len(feed.findall(f"{space}entry")) == len(report.violations)
    links = [link.get("href") or "" for link in feed.iter(f"{space}link")]
    assert all(link.startswith("https://") for link in links)
    assert "\u202e" not in "".join(feed.itertext())


def test_html_is_one_file_that_asks_for_nothing(report: PublisherReport) -> None:
    page = render_html(report)
    assert "default-src 'none'" in page
    assert "src=" not in page.replace("img-src", "")
    assert "javascript:alert(1)</bdi>" in page, "shown as text"
    assert 'href="javascript' not in page
    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_html_is_bounded_and_says_so(report: PublisherReport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publisher_formats, "MOST_PAGES", 3)
    page = render_html(report)
    assert page.count('<article class="case">') == 3
    assert "3 / 10" in page
    assert len(json.loads(render_json(report))["violations"]) == len(report.violations)


def test_the_chart_fits_its_frame(report: PublisherReport) -> None:
    drawn = chart(report.trend())
    assert len(drawn.bars) == 12
    assert all(0 <= bar.opened <= drawn.base and 0 <= bar.cured <= HEIGHT for bar in drawn.bars)
    assert [value for _, value in chart([]).ticks] == [0, 1]


def test_the_pdf_fetches_and_runs_nothing(report: PublisherReport) -> None:
    pytest.importorskip("weasyprint", reason="needs the extra 'pdf'")
    made = write_pdf(render_html(report))
    assert made.startswith(b"%PDF-")
    assert b"/JavaScript" not in made
    assert b"/OpenAction" not in made
    assert b"/Launch" not in made


@pytest.mark.browser
@pytest.mark.parametrize("width", [1400, 390])
def test_no_page_runs_or_restyles_the_report_in_a_browser(report: PublisherReport, tmp_path: Path, width: int) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra 'browser'")
    chromium = chromium_path()
    path = tmp_path / "report.html"
    path.write_text(render_html(report), encoding="utf-8")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 900})
        dialogs: list[str] = []
        asked: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "nothing sticks out"
        assert page.locator("h1").is_visible(), "the page's style sheet did not hide it"
        assert page.evaluate("document.styleSheets.length") == 1
        assert page.evaluate("document.scripts.length") == 0
        assert page.get_by_text("<script>alert(1)").count() > 0
        browser.close()
    assert dialogs == []
    assert asked == [path.as_uri()]


def test_the_hostile_page_is_in_the_report(report: PublisherReport) -> None:
    assert EVIL in {one.work for one in report.violations}
