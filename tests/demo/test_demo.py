"""The demonstration, run as `make demo` runs it: every site is told its own fault and no other."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from rights.cli.common import failing
from rights.cli.main import app
from rights.demo.run import EXPECTED, run
from rights.demo.sites import FAULTS


def command(arguments: list[str]) -> int:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return failing(lambda **options: app(arguments, **options))


@pytest.mark.timeout(300)
def test_each_site_breaks_what_it_is_made_to_break(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    report = run(command, said.append, tmp_path)
    sites = {line.split()[0].split("/")[2]: line.rpartition(": ")[2] for line in said if line.startswith("  http")}
    assert sorted(sites.values()) == sorted(FAULTS.values())

    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path))
    capsys.readouterr()
    assert failing(lambda **options: app(["violations", "list", "--state", "all", "--format", "json"], **options)) == 0
    told = json.loads(capsys.readouterr().out)
    for site, fault in sites.items():
        here = {one["clause"] for one in told if site in json.dumps(one)}
        assert here == EXPECTED.get(fault, set()), (site, fault)
    cured = [one for one in told if one["state"] == "cured"]
    assert [one["clause"] for one in cured] == ["link.original"]
    assert "The Harbour Lantern" in report.read_text(encoding="utf-8")
