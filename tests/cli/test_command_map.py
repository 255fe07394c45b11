"""The map of commands: every name of it can be called, and a name without a file says so."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest
from typer.testing import CliRunner

from rights.cli.command_map import COMMANDS
from rights.cli.main import app


def test_the_help_names_every_command_on_one_whole_line() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "rights", "--help"],
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=True,
    )
    for name, line in COMMANDS.items():
        assert f"  {name} ".ljust(14) + line in run.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_answers_or_says_that_it_is_not_built(name: str) -> None:
    if find_spec(f"rights.cli.{name}") is None:
        said = CliRunner().invoke(app, [name, "anything", "--at", "all"])
        assert (said.exit_code, said.output) == (2, f"rights {name}: not built yet\n")
        assert COMMANDS[name] == "Not built yet."
    else:
        shown = CliRunner().invoke(app, [name, "--help"])
        assert shown.exit_code == 0
        assert "Usage:" in shown.output
        assert COMMANDS[name] != "Not built yet."


def test_a_mistyped_command_is_answered_with_its_neighbours() -> None:
    said = CliRunner().invoke(app, ["chekc"])
    assert said.exit_code == 2
    assert "'check'" in said.output


def test_the_help_reads_no_command_and_no_page() -> None:
    """Quick because little is loaded: a timed test would tell more about the machine."""
    script = (
        "import sys; from typer.testing import CliRunner; from rights.cli.main import app;"
        "CliRunner().invoke(app, ['--help']);"
        "sys.exit(' '.join(m for m in sys.modules if m.startswith(('rights.', 'rich', 'lxml', 'pydantic', 'numpy'))))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert set(run.stderr.split()) == {
        "rights.cli",
        "rights.cli.command_map",
        "rights.cli.common",
        "rights.cli.main",
        "rights.errors",
    }
