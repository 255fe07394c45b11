"""``rights inspect`` with what is known of the site beyond the page: its ads.txt, a block list of the user's own."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from rights.cli.common import failing
from rights.cli.main import app


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = failing(lambda **options: app([*arguments], **options))
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def story(tmp_path: Path) -> Path:
    prose = "<p>The ferry will not run before spring, the harbour office said on Monday morning.</p>" * 12
    file = tmp_path / "story.html"
    file.write_text(
        f"<html><body><article><h1>No ferry</h1>{prose}</article><script src='https://cdn.adtown.example/x.js'></script></body></html>",
        encoding="utf-8",
    )
    return file


def money(out: str) -> dict[str, Any]:
    found = json.loads(out)["commercial"]
    assert isinstance(found, dict)
    return found


def test_a_saved_ads_txt_counts(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ads.txt").write_text("adtown.example, 12, DIRECT\nswap.example, 9, RESELLER\n", encoding="utf-8")
    code, out, _ = run(capsys, "inspect", str(story), "--ads-txt", str(tmp_path / "ads.txt"), "--format", "json")
    assert code == 0
    assert [signal["kind"] for signal in money(out)["signals"]] == ["ads_txt"]
    _, without, _ = run(capsys, "inspect", str(story), "--format", "json")
    assert money(without)["signals"] == []


@pytest.mark.skipif(find_spec("adblock") is None, reason="needs the extra adblock")
def test_a_block_list_counts_with_its_rule(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("||adtown.example^\n", encoding="utf-8")
    _, out, _ = run(capsys, "inspect", str(story), "--filter-list", str(tmp_path / "mine.txt"), "--format", "json")
    (signal,) = money(out)["signals"]
    assert "||adtown.example^" in signal["detail"]


def test_a_file_that_is_not_there_is_said(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "inspect", str(story), "--ads-txt", "nowhere.txt")
    assert code == 2
    assert "nowhere.txt" in err
