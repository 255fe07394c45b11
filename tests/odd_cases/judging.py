"""What the odd cases share: a policy written down, one copy of the invented article, the findings by clause id."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent
from typing import Any

from rights.evaluate import evaluate
from rights.model import Assessment, Finding
from rights.policy import Circumstances, Policy, Source, choose, parse_policy
from tests import stories

#: The policies that come with the program.
FOLDER = Path(__file__).resolve().parent.parent.parent / "policies"

_FILE = """\
publisher:
  id: herald
  name: The Herald
  domains: [herald.example]
  contact: rights@herald.example
terms: {{url: https://herald.example/republish, checked_on: 2024-06-01, evidence: own-words}}
policies:
{policies}
"""


def file_of(policies: str) -> Source:
    """A policy file of The Herald with these policies."""
    return parse_policy(_FILE.format(policies=indent(dedent(policies), "  ")), "herald.yaml")


def with_clauses(clauses: str, **policy: str) -> Source:
    """A policy file of The Herald with one policy of these clauses."""
    head = "".join(f"  {name}: {value}\n" for name, value in policy.items())
    return file_of(f"- id: default\n{head}  clauses:\n{indent(dedent(clauses), '    ')}")


def assess(source: Source, policy: Policy | None = None, **case: Any) -> Assessment:
    """The assessment of a copy, judged by one policy of a file."""
    chosen = policy or source.content.policies[0]
    return evaluate(chosen, source.publisher, source.ref(chosen), stories.republication(case))


def judge(source: Source, policy: Policy | None = None, **case: Any) -> dict[str, Finding]:
    """The findings of a copy by clause id."""
    return {finding.clause: finding for finding in assess(source, policy, **case).findings}


def verdicts(source: Source, **case: Any) -> dict[str, str]:
    """The verdicts of a copy by clause id."""
    return {name: finding.verdict.value for name, finding in judge(source, **case).items()}


def chosen(source: Source, **given: Any) -> str | None:
    """The id of the policy that is in force."""
    policy = choose(source, Circumstances(**given))
    return policy.id if policy else None
