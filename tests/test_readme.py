"""The README cannot lie: every block of it is run, as it stands, in a fresh folder."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from rights.cli import command_map
from rights.cli.common import failing
from rights.cli.main import app
from rights.demo.articles import ARTICLES, PUBLISHER
from rights.demo.sites import Site, copy_page, publish, republish, serving

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", README, re.DOTALL))
BLOCKS = [text for kind, text in re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE) if not kind]
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith(("rights ", "make "))]

#: What each command that finds something ends with; every other ends with 0.
EXITS = {"rights check": {0, 1}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RIGHTS_ALLOW_NETWORKS", "127.0.0.0/8")
    monkeypatch.setenv("RIGHTS_PACE", "0.02")
    monkeypatch.setenv("RIGHTS_CONTACT", "readme@lantern.example")
    for name, text in FILES.items():
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def sites() -> Iterator[dict[str, str]]:
    """Loopback stands for the addresses that the README makes up."""
    publisher, copies = Site(PUBLISHER, "127.0.3.1"), Site("Northbank Reader", "127.0.3.2")
    with serving(publisher, copies):
        publish(publisher)
        republish(publisher, copies, ARTICLES[:2])
        copies.pages["/river"] = ("text/html", copy_page(publisher, copies, ARTICLES[0], "in order"))
        yield {
            "https://lantern.example/": publisher.home,
            "https://valley.example/": copies.home,
            "lantern.example": publisher.domain,
        }


def test_there_are_blocks_to_run() -> None:
    assert {"copy.html", "lantern.yaml"} <= FILES.keys()
    assert len(COMMANDS) >= 10


def test_every_command_runs_as_it_stands(
    folder: Path, sites: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def real(text: str) -> str:
        for made_up, address in sites.items():
            text = text.replace(made_up, address)
        return text

    policy = real(FILES["lantern.yaml"]).replace("[127", '["127').replace("]\n  contact", '"]\n  contact')
    Path("lantern.yaml").write_text(policy, encoding="utf-8")
    monkeypatch.setenv("RIGHTS_POLICIES", str(folder / "lantern.yaml"))
    for command in COMMANDS:
        name, *arguments = shlex.split(real(command))
        if name == "make":
            assert re.search(rf"^{arguments[0]}:", (Path(__file__).parents[1] / "Makefile").read_text(), re.MULTILINE)
            continue
        code = failing(lambda arguments=arguments, **options: app(arguments, **options))
        out, err = capsys.readouterr()
        assert code in EXITS.get(" ".join(command.split()[:2]), {0}), f"{command}: {out}{err}"
    assert "harbour" in Path("report.html").read_text(encoding="utf-8").lower()


def test_the_page_it_shows_breaks_the_terms_it_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = failing(lambda **options: app(["check", "copy.html", "--url", "https://valley.example/river"], **options))
    assert code == 1
    out = capsys.readouterr().out
    assert "propublica" in out
    assert "link.original" in out


def test_names_only_commands_that_exist() -> None:
    for line in re.findall(r"`rights ([a-z]+)", README):
        assert line in command_map.COMMANDS
