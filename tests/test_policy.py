"""The one door for policies: what it lets in, and what it says about what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from rights.errors import PolicyError
from rights.policy import parse_policy

FOLDER = Path(__file__).parent.parent / "policies"
GOOD = """\
publisher:
  id: herald
  name: The Herald
  domains: [herald.example]
terms:
  url: https://herald.example/republish
  checked_on: 2024-06-01
  evidence: own-words
policies:
  - id: default
    clauses:
      - type: attr.source
      - type: link.original
        target: article
"""


def problems(text: str) -> list[str]:
    with pytest.raises(PolicyError) as caught:
        parse_policy(text, "herald.yaml")
    return caught.value.problems


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_policy_is_valid(path: Path) -> None:
    source = parse_policy(path.read_text(encoding="utf-8"), path.name)
    assert source.content.policies
    assert len(source.sha256) == 64


def test_a_good_file_comes_through_whole() -> None:
    source = parse_policy(GOOD, "herald.yaml")
    assert source.publisher.names == ("The Herald",)
    assert [clause.name for clause in source.content.policies[0].clauses] == ["attr.source", "link.original"]


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("type: attr.source", "type: attr.sorce"), 12, "'attr.source'"),
        (("target: article", "targte: article"), 14, "'target'"),
        (("target: article", "target: somewhere"), 14, "'article', 'home' or 'either'"),
        (("  name: The Herald\n", ""), 1, "publisher.name: missing"),
        (("evidence: own-words", "evidence: hearsay"), 8, "'own-words', 'second-hand' or 'not-known'"),
        (("checked_on: 2024-06-01", "checked_on: soon"), 7, "date"),
        (("  domains: [herald.example]", "  domains: [https://herald.example/]"), 4, "host name"),
        (("type: link.original\n        target: article", "type: attr.source"), 10, "used twice"),
    ],
)
def test_a_wrong_file_is_told_where_and_what(change: tuple[str, str], line: int, words: str) -> None:
    found = problems(GOOD.replace(*change))
    assert any(words in problem for problem in found), found
    assert all(problem.startswith("herald.yaml:") and "expected" in problem for problem in found)
    if line:
        assert any(problem.startswith(f"herald.yaml:{line}:") for problem in found), found


def test_a_key_given_twice_is_an_error() -> None:
    (problem,) = problems(GOOD + "publisher:\n  id: other\n")
    assert problem.startswith("herald.yaml:15:")
    assert "given twice (first in line 1)" in problem


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    text = GOOD.replace(
        "      - type: attr.source",
        "      - type: attr.source\n        reading: {word: top, means: no, decided_on: 2024-01-01}",
    )
    reading = parse_policy(text, "herald.yaml").content.policies[0].clauses[0].reading
    assert reading is not None
    assert reading.means == "no"
    assert str(reading.decided_on) == "2024-01-01"


def test_two_policies_that_could_both_be_chosen_are_an_error() -> None:
    twice = GOOD + "  - id: other\n    clauses: [{type: attr.title}]\n"
    (problem,) = problems(twice)
    assert "'default' and 'other' could both be chosen" in problem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "- a\n- b\n",
        "just words",
        "a: [",
        "\x00",
        "a: &x [1]\nb: *x\n",
        "a: 1\n---\nb: 2\n",
        "[" * 200 + "]" * 200,
        "? {a: 1}\n: 2\n",
        "!!python/object/apply:os.system ['true']\n",
        "a: 2024-99-99\n",
        "=: 1\n",
        "1: 2\n",
    ],
)
def test_hostile_files_are_refused_with_one_line_each(text: str) -> None:
    for problem in problems(text):
        assert problem.startswith("herald.yaml:")
        assert "expected" in problem
        assert "\n" not in problem
