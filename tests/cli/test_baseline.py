"""``--baseline``: an earlier report of the program's own hides what it knew, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rights.cli.common import failing
from rights.cli.main import app
from tests.check import pages

ADDRESS = "https://valley-commons.example/icebreakers"


def check(*more: str) -> int:
    given = ["--original", "original.md", "--url-map", "map.tsv", "--url", ADDRESS]
    return failing(lambda **options: app(["check", "copy.html", *given, *more], **options))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("original.md").write_text(pages.ORIGINAL, encoding="utf-8")
    Path("map.tsv").write_text(f"original.md\t{pages.ADDRESS}\n", encoding="utf-8")
    Path("copy.html").write_text(pages.copy(after=pages.CREDIT, beside=pages.COMMERCIAL), encoding="utf-8")
    return tmp_path


def test_known_findings_pass_and_new_ones_fail(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--format", "json", "--output", "known.json") == 1
    assert check("--baseline", "known.json") == 0
    capsys.readouterr()
    Path("copy.html").write_text(pages.copy(beside=pages.COMMERCIAL), encoding="utf-8")
    assert check("--baseline", "known.json", "--format", "json") == 1
    findings = [f for r in json.loads(capsys.readouterr().out)["results"] for f in r["findings"]]
    fresh = {f["type"] for f in findings if f["verdict"] == "violation"}
    assert fresh == {"attr.source", "attr.copyright", "link.original"}


def test_what_is_no_report_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("known.json").write_text('{"results": [{"findings": [{"verdict": "violation"}]}]}', encoding="utf-8")
    assert check("--baseline", "known.json") == 2
    assert "not a baseline" in capsys.readouterr().err
