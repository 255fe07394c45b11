"""``rights policy`` and ``rights explain`` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rights.clauses import TYPES
from rights.cli.common import failing
from rights.cli.main import app
from rights.policy import parse_policy

GOOD = """\
publisher: {id: herald, name: The Herald, domains: [herald.example]}
terms: {url: https://herald.example/republish, checked_on: 2024-06-01, evidence: own-words}
policies:
  - clauses:
      - {type: attr.source, says: Name The Herald., anchor: credit The Herald}
      - {type: notify, strength: should}
      - {type: nc.ads_adjacent, strength: may}
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def _run(*arguments: str) -> tuple[int, str, str]:
        code = failing(lambda **options: app(list(arguments), **options))
        out, err = capsys.readouterr()
        return code, out, err

    return _run


def test_list_names_the_shipped_publishers(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("policy", "list", "--quiet")
    assert code == 0
    assert "globalresearch" in out
    _, listed, _ = run("policy", "list", "--json")
    assert {"infobrics", "theconversation", "propublica"} <= {row["id"] for row in json.loads(listed)}


def test_show_reads_like_terms(run) -> None:  # type: ignore[no-untyped-def]
    Path("herald.yaml").write_text(GOOD, encoding="utf-8")
    code, out, _ = run("policy", "show", "herald.yaml")
    assert code == 0
    for words in (
        "The Herald  (herald)",
        "Must",
        "Name The Herald.",
        "Asked for",
        "Expressly permitted",
        "credit The Herald",
    ):
        assert words in out
    code, out, _ = run("policy", "show", "Global Research")
    assert "publications@globalresearch.ca" in out
    code, out, _ = run("policy", "show", "herald.yaml", "--json")
    assert json.loads(out)["publisher"]["id"] == "herald"


def test_show_of_an_unknown_publisher_is_one_line(run) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run("policy", "show", "nobody-knows-it")
    assert (code, out) == (2, "")
    assert "rights policy list" in err
    assert len(err.splitlines()) == 1


def test_validate_says_0_or_1_and_one_line_a_problem(run) -> None:  # type: ignore[no-untyped-def]
    Path("policies").mkdir()
    Path("policies/good.yaml").write_text(GOOD, encoding="utf-8")
    assert run("policy", "validate", "policies")[0] == 0
    Path("policies/bad.yaml").write_text(
        GOOD.replace("attr.source", "attr.sorce").replace("notify", "notfy"), encoding="utf-8"
    )
    code, out, _ = run("policy", "validate", "policies")
    assert code == 1
    assert [line.split(" ")[0] for line in out.splitlines()] == ["policies/bad.yaml:5:", "policies/bad.yaml:6:"]


def test_validate_sees_that_two_files_claim_one_domain(run) -> None:  # type: ignore[no-untyped-def]
    Path("one.yaml").write_text(GOOD, encoding="utf-8")
    Path("two.yaml").write_text(GOOD.replace("id: herald", "id: other"), encoding="utf-8")
    code, out, _ = run("policy", "validate", "one.yaml", "two.yaml")
    assert code == 1
    assert "domain herald.example" in out


@pytest.mark.parametrize("path", ["missing.yaml", "empty"])
def test_validate_of_nothing_is_a_problem(run, path: str) -> None:  # type: ignore[no-untyped-def]
    Path("empty").mkdir()
    code, out, _ = run("policy", "validate", path)
    assert code == 1
    assert "expected" in out


def test_new_writes_a_file_that_is_valid(run) -> None:  # type: ignore[no-untyped-def]
    code, _, _ = run(
        "policy",
        "new",
        "--yes",
        "--name",
        "The Vale Post",
        "--domain",
        "vale.example",
        "--terms",
        "https://vale.example/terms",
        "-o",
        "vale.yaml",
    )
    assert code == 0
    written = parse_policy(Path("vale.yaml").read_text(encoding="utf-8"), "vale.yaml")
    assert (written.publisher.id, written.terms_known) == ("the-vale-post", True)
    assert run("policy", "new", "--yes", "--name", "X", "-o", "vale.yaml")[0] == 2
    code, out, _ = run("policy", "new", "--yes", "--name", "The Vale Post")
    assert not parse_policy(out, "new").terms_known


def test_explain_prints_the_page_of_every_type(run) -> None:  # type: ignore[no-untyped-def]
    for name in TYPES:
        code, out, _ = run("explain", name)
        assert code == 0
        assert "What it cannot see" in out
    code, out, _ = run("explain")
    assert set(TYPES) <= {line.split(" ")[0] for line in out.splitlines()}
    code, _, err = run("explain", "link.orignal")
    assert code == 2
    assert "link.original" in err


def test_export_as_odrl_is_a_policy_file_again(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("policy", "export", "calmatters-network", "--output", "calmatters.jsonld")
    assert (code, out) == (0, "")
    assert run("policy", "validate", "calmatters.jsonld")[0] == 0
    shown = run("policy", "show", "calmatters.jsonld")[1].rpartition("\nfile ")[0]
    assert shown
    assert shown == run("policy", "show", "calmatters-network")[1].rpartition("\nfile ")[0]
    Path("page.html").write_text(
        "<article><h1>T</h1><p>Words of a page that copies nothing.</p></article>", encoding="utf-8"
    )
    assert run("check", "page.html", "--policy", "calmatters.jsonld", "--format", "json")[0] in (0, 1)


def test_export_as_rsl_says_what_is_lost(run) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run("policy", "export", "globalresearch", "--format", "rsl")
    assert code == 0
    assert out.startswith("<?xml")
    assert "not in RSL: link.original" in err
    assert run("policy", "export", "nobody")[0] == 2
