"""The built wheel, alone in an environment of its own: what a person has who never saw the repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.check import pages

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``rights`` program of a fresh environment that holds the wheel and, borrowed, the libraries that it names."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / "bin" / "python"
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    subprocess.run(command, check=True, cwd=folder)
    (site,) = (folder / "env" / "lib").glob("python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "env" / "bin" / "rights"


def run(program: Path, folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("RIGHTS_", "PYTHON"))}
    environment |= {"RIGHTS_HOME": str(folder / "home")} | variables
    return subprocess.run(
        [program, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    python = installed.with_name("python")
    where = subprocess.run(
        [python, "-c", "import rights; print(rights.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(installed.parents[1]))


def test_a_page_is_checked_and_corrected(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.html").write_text(pages.copy(), encoding="utf-8")
    (tmp_path / "original.md").write_text(pages.ORIGINAL, encoding="utf-8")
    (tmp_path / "map.tsv").write_text(f"original.md\t{pages.ADDRESS}\n", encoding="utf-8")
    done = run(installed, tmp_path, "check", "copy.html", "--original", "original.md", "--url-map", "map.tsv", "--fix")
    assert done.returncode == 1, done.stderr
    assert "globalresearch" in done.stdout
    assert pages.ADDRESS in (tmp_path / "copy.fixed.html").read_text(encoding="utf-8")
    german = run(installed, tmp_path, "check", "copy.html", "--publisher", "globalresearch", LC_ALL="de_DE.UTF-8")
    assert "kein Link führt zu" in german.stdout


def test_it_carries_policies_pages_migrations_and_the_manual(installed: Path, tmp_path: Path) -> None:
    assert "propublica" in run(installed, tmp_path, "policy", "list").stdout
    assert "link.original" in run(installed, tmp_path, "explain", "link.original").stdout
    made = run(installed, tmp_path, "sites", "add", "https://valley.example/")
    assert made.returncode == 0, made.stderr
    assert run(installed, tmp_path, "db", "check").returncode == 0
    assert (installed.parents[1] / "share/man/man1/rights.1").read_text(encoding="utf-8").startswith(".TH RIGHTS 1")


@pytest.mark.parametrize(("typed", "offered"), [("rights che", "check"), ("rights check --format sa", "sarif")])
def test_the_shell_completes(installed: Path, tmp_path: Path, typed: str, offered: str) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1), "_RIGHTS_COMPLETE": "complete_bash"}
    assert run(installed, tmp_path, **words).stdout.split() == [offered]


def test_the_manual_names_every_command_and_option(installed: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs/man/rights.1").read_text(encoding="utf-8")
    told = run(installed, tmp_path, "--help").stdout
    for name in re.findall(r"^  ([a-z]+) +(?!Not built)\S", told.split("Commands:")[1], re.MULTILINE):
        assert f"rights {name}" in page, "make the page again: python -m rights.cli.man_page > docs/man/rights.1"
    assert "\\-\\-fail\\-on" in page
