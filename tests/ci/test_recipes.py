"""The action, the GitLab template and the hooks: their own shell lines are run, as their services would run them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.check import pages

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text(encoding="utf-8"))["rights"]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout of a site: one page in order, one that is not, and the original."""
    (tmp_path / "public").mkdir()
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals/one.md").write_text(pages.ORIGINAL, encoding="utf-8")
    (tmp_path / "originals/map.tsv").write_text(f"one.md\t{pages.ADDRESS}\n", encoding="utf-8")
    (tmp_path / "public/bad.html").write_text(pages.copy(), encoding="utf-8")
    binary = tmp_path / "bin"
    binary.mkdir()
    (binary / "rights").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rights "$@"\n')
    (binary / "rights").chmod(0o755)
    return tmp_path


def run(folder: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"} | variables
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's check step with the inputs that a workflow gives, the others at their defaults."""
    (step,) = (step for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
    given = {
        name: inputs.get(name.replace("-", "_"), spec.get("default", "")) for name, spec in ACTION["inputs"].items()
    }
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    return run(folder, step["run"], **environment)


def test_the_action_fails_with_annotations_writes_sarif_and_takes_a_baseline(folder: Path) -> None:
    done = action(folder, targets="public\n\n", originals="originals", sarif="out.sarif", url="https://valley.example/")
    assert done.returncode == 1, done.stderr
    assert re.search(
        r"^::error file=public/bad\.html,line=1,endLine=1,col=\d+,endColumn=\d+,title=violation%3A link\.original::",
        done.stdout,
        re.MULTILINE,
    )
    log = json.loads((folder / "out.sarif").read_text(encoding="utf-8"))
    assert {row["ruleId"] for row in log["runs"][0]["results"] if row["level"] == "error"} >= {"link.original"}
    known = run(
        folder,
        "rights check public --url https://valley.example/ --offline --format json --output base.json || true",
        RIGHTS_HOME=".rights",
    )
    assert known.returncode == 0, known.stderr
    again = action(folder, targets="public", originals="originals", baseline="base.json", url="https://valley.example/")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "::error" not in again.stdout


def test_no_input_reaches_the_shell_as_code(folder: Path) -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]
    done = action(folder, targets="public/bad.html; touch pwned\n$(touch pwned)", publisher="globalresearch")
    assert done.returncode == 2
    assert not (folder / "pwned").exists()


def test_the_gitlab_job_reports_junit(folder: Path) -> None:
    defaults = {name: str(value) for name, value in GITLAB["variables"].items()}
    added = run(folder, "rights works add originals --url-map originals/map.tsv -q", **defaults)
    assert added.returncode == 0, added.stderr
    (script,) = GITLAB["script"]
    done = run(folder, script, **defaults | {"RIGHTS_SITE_URL": "https://valley.example/"})
    assert done.returncode == 1, done.stderr
    tree = ET.parse(folder / GITLAB["artifacts"]["reports"]["junit"])
    assert {case.get("classname") for case in tree.iter("testcase") if case.find("failure") is not None} >= {
        "link.original"
    }


def test_the_hooks_take_the_files_that_git_names(folder: Path) -> None:
    hook = HOOKS["rights-check"]
    assert re.search(hook["files"], "content/post.md")
    assert not re.search(hook["files"], "style.css")
    draft = "# A\n\nOne.\n\nOriginally published by ProPublica.\n"
    (folder / "draft.md").write_text(draft, encoding="utf-8")
    done = run(folder, f"{hook['entry']} draft.md", RIGHTS_HOME="home")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "propublica" in done.stdout
    entry = shlex.split(HOOKS["rights-policy-validate"]["entry"])
    assert run(folder, shlex.join([*entry, str(ROOT / "policies/propublica.yaml")])).returncode == 0
