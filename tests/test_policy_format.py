"""The page on the format: every example in it is read as a policy, and no clause type lacks one."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

import pytest

from rights.clauses import TYPES
from rights.policy import parse_policy

PAGE = Path(__file__).parent.parent / "docs" / "policy-format.md"
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
HEAD = """\
publisher: {id: herald, name: The Herald}
terms: {url: https://herald.example/republish, checked_on: 2024-06-01, evidence: own-words}
policies:
  - id: default
    licence: CC-BY-SA-4.0
    clauses:
"""


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_the_example_is_a_policy(number: int) -> None:
    block = BLOCKS[number]
    text = block if re.match(r"#|publisher:", block) else HEAD + indent(block, "      ")
    assert parse_policy(text, f"example {number}").content.policies


def test_every_clause_type_has_an_example() -> None:
    shown = set(re.findall(r"^- type: (\S+)", "\n".join(BLOCKS), re.MULTILINE))
    assert shown == set(TYPES)
