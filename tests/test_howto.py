"""The how-tos cannot lie: each is run from top to bottom in a fresh folder, and shows what its pages say it shows."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from rights.clauses import TYPES
from rights.cli.common import failing
from rights.cli.main import app
from rights.demo.articles import ARTICLES, PUBLISHER
from rights.demo.sites import Site, publish, republish, serving

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted((DOCS / "howto").glob("*.md"))
_BLOCK = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "HOME": str(tmp_path / "home"), "ALLOW_NETWORKS": "127.0.0.0/8", "PACE": "0.01", "CONTACT": "docs@lantern.example",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"RIGHTS_{name}", value)
    return tmp_path


@pytest.fixture
def sites(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """Loopback stands for the addresses that the pages make up, and a policy for the publisher there."""
    publisher, copies = Site(PUBLISHER, "127.0.3.3"), Site("Northbank Reader", "127.0.3.4")
    with serving(publisher, copies):
        publish(publisher)
        republish(publisher, copies, ARTICLES[:2])
        policy = (
            f'publisher: {{id: lantern, name: The Harbour Lantern, domains: ["{publisher.domain}"]}}\n'
            "terms: {url: 'https://lantern.example/', checked_on: 2026-11-01, evidence: own-words}\n"
            "policies: [{clauses: [{type: link.original, says: Link to us.}]}]\n"
        )
        (folder / "terms").mkdir()
        (folder / "terms/served.yaml").write_text(policy, encoding="utf-8")
        monkeypatch.setenv("RIGHTS_POLICIES", str(folder / "terms"))
        yield {"https://lantern.example/feed.xml": f"{publisher.home}feed.xml", "https://valley.example/ ": copies.home}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_step_runs_and_shows_what_the_page_says(
    page: Path, folder: Path, sites: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, ran = "", 0
    needs_network = "works add https" in page.read_text(encoding="utf-8")
    if not needs_network:
        monkeypatch.delenv("RIGHTS_POLICIES")
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["file"]:
            file = folder / block["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["text"], encoding="utf-8")
        elif block["kind"] == "text":
            flat = " ".join(shown.split())
            for line in block["text"].splitlines():
                assert " ".join(line.split()) in flat, f"{page.name} promises {line!r}: {shown}"
        elif not block["kind"]:
            shown = ""
            for command in block["text"].splitlines():
                served = needs_network and not command.startswith("rights check public")
                real = f"{command} "
                for made_up, address in sites.items() if served else ():
                    real = real.replace(made_up, f"{address} ")
                arguments = shlex.split(real)[1:]
                code = failing(lambda arguments=arguments, **options: app(arguments, **options))
                out, err = capsys.readouterr()
                assert code in ((0, 1) if arguments[0] == "check" else (0,)), f"{command}: {out}{err}"
                shown += out + err
                ran += 1
    assert ran >= 2


def test_the_map_of_the_site_names_what_is_there() -> None:
    made = yaml.safe_load((DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8"))
    named = [page for part in made["nav"] for page in (next(iter(part.values())) if isinstance(part, dict) else [part])]
    assert {DOCS / page for page in named} >= set(PAGES)
    for page in [*PAGES, DOCS / "index.md", DOCS / "limits.md"]:
        for link in re.findall(r"\]\(([^)#]+\.md)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).is_file(), f"{page.name} links to {link}"


def test_reasons_that_the_limits_name_exist() -> None:
    from rights.model import Reason

    reasons = {reason.value for reason in Reason}
    for cell in re.findall(r"^\|[^|]*\|([^|]*)\|", (DOCS / "limits.md").read_text(encoding="utf-8"), re.MULTILINE):
        assert set(re.findall(r"`([a-z-]+)`", cell)) <= reasons


def test_every_clause_type_has_its_page() -> None:
    assert {name for name in TYPES if not (DOCS / "clauses" / f"{name.replace('.', '_')}.md").is_file()} == set()
