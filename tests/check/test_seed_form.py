"""The main job on a page of Global Research's form: itself taken from InfoBrics, its links dead, its terms in the footer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rights.cli.common import failing
from rights.cli.main import app
from tests.check import pages


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "original.md").write_text(pages.ORIGINAL, encoding="utf-8")
    (tmp_path / "map.tsv").write_text(f"original.md\t{pages.ADDRESS}\n", encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = failing(lambda **options: app([*arguments, "--format", "json"], **options))
    out, err = capsys.readouterr()
    assert out, err
    return code, json.loads(out)


def against_original(capsys: pytest.CaptureFixture[str], html: str) -> tuple[int, list[dict[str, Any]]]:
    Path("copy.html").write_text(html, encoding="utf-8")
    address = "https://valley-commons.example/icebreakers"
    given = ("--original", "original.md", "--url-map", "map.tsv", "--url", address)
    code, data = run(capsys, "check", "copy.html", *given)
    return code, data["results"]


def verdicts(result: dict[str, Any]) -> dict[str, str]:
    return {finding["type"]: finding["verdict"] for finding in result["findings"]}


def test_inspect_sees_the_page_as_an_editor_does(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, seen = run(capsys, "inspect", "original.md")
    assert seen["title"] == pages.TITLE
    assert seen["authors"] == [pages.AUTHOR]
    assert (seen["published"], seen["language"], seen["publisher"]) == ("2024-05-21", "en", "Global Research")
    (credit,) = seen["credits"]
    assert (credit["kind"], credit["source_name"], credit["href"]) == ("original_publication", "InfoBrics", "#")
    assert any(
        "grants permission" in " ".join(grant["text"].split()) or "cross-post" in grant["text"]
        for grant in seen["grants"]
    )
    assert "originally published on" not in seen["text"]


def test_the_page_itself_is_judged_as_a_copy_of_an_infobrics_article(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, data = run(capsys, "check", "original.md")
    judged = {result["policy"]["publisher"]: result for result in data["results"]}
    assert judged["globalresearch"]["reason"] == "own-page"
    infobrics = judged["infobrics"]
    assert (infobrics["verdict"], infobrics["reason"]) == ("incomplete", "terms-unknown")
    said = {finding["type"]: finding["message"] for finding in infobrics["findings"]}
    assert "InfoBrics" in said["attr.source"]
    assert "nowhere" in said["link.original"]
    (link,) = (finding for finding in infobrics["findings"] if finding["type"] == "link.original")
    assert [shown["exact"] for shown in link["evidence"]] == ["InfoBrics"]
    assert code == 0


def test_a_copy_without_the_credit_breaks_three_clauses_and_names_the_hop(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, (nearest, upstream) = against_original(capsys, pages.copy())
    assert code == 1
    assert (nearest["policy"]["publisher"], nearest["hop"]) == ("globalresearch", 0)
    broken = {kind for kind, verdict in verdicts(nearest).items() if verdict == "violation"}
    assert broken == {"attr.source", "attr.copyright", "link.original"}
    assert (upstream["policy"]["publisher"], upstream["hop"]) == ("infobrics", 1)
    assert upstream["verdict"] == "incomplete"
    assert all(finding["remedy"] for finding in nearest["findings"] if finding["verdict"] == "violation")


def test_a_copy_in_order_on_a_non_profit_page_passes_every_clause(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html = pages.copy(before=pages.BYLINE, after=pages.CREDIT, beside=pages.NON_PROFIT)
    code, (nearest, upstream) = against_original(capsys, html)
    assert set(verdicts(nearest).values()) <= {"pass", "inapplicable"}
    assert nearest["verdict"] == "pass"
    assert (upstream["verdict"], upstream["reason"]) == ("incomplete", "terms-unknown")
    assert code == 0


def test_the_same_copy_with_advertising_and_a_shop_must_ask(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    html = pages.copy(before=pages.BYLINE, after=pages.CREDIT, beside=pages.COMMERCIAL)
    code, (nearest, _) = against_original(capsys, html)
    assert code == 1
    broken = [finding for finding in nearest["findings"] if finding["verdict"] == "violation"]
    assert [finding["type"] for finding in broken] == ["who.kind"]
    assert "publications@globalresearch.ca" in broken[0]["remedy"]


def test_checking_a_file_leaves_no_database_behind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "check", "original.md")
    assert not (folder / "home").exists()
