"""Every clause type against the cases of its own file, read from HTML and judged as the program judges.

``tests/clauses/<type>.yaml`` holds the cases of one type by name: ``copy`` (HTML) and ``original``, ``options``,
``declare``, ``history``, ``observed_at`` and so on (see ``tests/stories.py``), and what comes out: ``verdict``,
``reason``, ``fact``, and words of ``message``, ``evidence`` and ``remedy``.  ``trap: true`` marks what fooled somebody.
"""

from __future__ import annotations

import inspect
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from rights.clauses import TYPES
from rights.evaluate import evaluate
from rights.model import Finding, Message, PolicyRef, Verdict
from rights.policy import Policy
from tests import stories, translations

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs" / "clauses"
HEADINGS = (
    "What it requires",
    "Why publishers ask it",
    "Complies",
    "Violates",
    "How to mend it",
    "How it is checked",
    "What it cannot see",
)
REF = PolicyRef(publisher="herald", policy="default", file="herald.yaml", sha256="0" * 64)
KNOWN = frozenset(
    (
        *("copy", "page", "head", "after", "footer", "title", "language", "published", "copy_url", "cut", "original"),
        *("original_head", "work", "options", "strength", "declare", "history", "observed_at", "medium", "signals"),
        *("hints", "contrary", "resolved", "permissions", "licence", "neighbours", "verdict", "reason", "message"),
        *("evidence", "remedy", "fact", "trap", "when", "unless", "waived"),
    )
)


#: A sentence has a word outside of its slots.
_WORDED = re.compile(r"(?<![{\w])[^\W\d_]{2,} ")


@cache
def collected() -> frozenset[str]:
    return frozenset(translations.sentences())


def untranslated(text: Message | str | None) -> set[str]:
    """The sentences of a message, and of those within it, that no catalogue would have."""
    if not isinstance(text, Message):
        return set()
    inner = [untranslated(value) for value in text.values.values()]
    return set().union(*inner) | ({text.template} - collected() if _WORDED.search(text.template) else set())


def cases() -> list[tuple[str, str, dict[str, Any]]]:
    found = []
    for path in sorted((HERE / "clauses").glob("*.yaml")):
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            found.append((path.stem, name, case))
    return found


def type_of(stem: str) -> str:
    return next((name for name in TYPES if name.replace(".", "_") == stem), stem)


def judged(clause_type: str, case: dict[str, Any]) -> Finding:
    clause = {"type": clause_type, **case.get("options", {})}
    for key in ("strength", "when", "unless"):
        if key in case:
            clause[key] = case[key]
    policy = Policy.model_validate({"licence": case.get("licence"), "clauses": [*case.get("neighbours", ()), clause]})
    return evaluate(policy, stories.HERALD, REF, stories.republication(case)).findings[-1]


@pytest.mark.parametrize(("stem", "name", "case"), [pytest.param(*c, id=f"{c[0]}: {c[1]}") for c in cases()])
def test_case(stem: str, name: str, case: dict[str, Any]) -> None:
    assert set(case) <= KNOWN, f"unknown keys {set(case) - KNOWN}"
    finding = judged(type_of(stem), case)
    shown = f"{finding.verdict.value} {finding.reason}: {finding.message} {finding.evidence}"
    assert finding.verdict.value == case["verdict"], shown
    if "reason" in case or finding.verdict in (Verdict.INCOMPLETE, Verdict.INAPPLICABLE):
        assert finding.reason == case.get("reason"), shown
    if "message" in case:
        assert case["message"] in str(finding.message)
    if "evidence" in case:
        assert any(case["evidence"] in e.prefix + e.exact + e.suffix for e in finding.evidence), finding.evidence
    if "remedy" in case:
        assert case["remedy"] in str(finding.remedy)
    if "fact" in case:
        assert finding.fact == case["fact"]
    for text in (finding.message, finding.remedy, finding.question):
        assert not untranslated(text), "tests/translations.py does not find this sentence"
    if finding.verdict is Verdict.VIOLATION:
        assert finding.evidence or finding.type == "scope.medium", "a violation shows what it rests on"
        assert finding.remedy is not None, "a violation says what cures it"


@pytest.mark.parametrize("clause_type", sorted(TYPES))
def test_every_type_has_its_cases_and_its_page(clause_type: str) -> None:
    stem = clause_type.replace(".", "_")
    path = HERE / "clauses" / f"{stem}.yaml"
    assert path.is_file(), f"add tests/clauses/{stem}.yaml"
    seen = Counter(case["verdict"] for case in yaml.safe_load(path.read_text(encoding="utf-8")).values())
    kept = seen["pass"] or seen["inapplicable"]
    assert kept, f"add a case that passes to tests/clauses/{stem}.yaml"
    assert seen["violation"] or seen["advice"] or clause_type == "nc.ads_adjacent", f"add a violation to {stem}.yaml"
    assert seen["incomplete"] or seen["inapplicable"], f"add an incomplete or inapplicable case to {stem}.yaml"
    page = DOCS / f"{stem}.md"
    assert page.is_file(), f"add docs/clauses/{stem}.md"
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# `{clause_type}`"), f"docs/clauses/{stem}.md begins with its type"
    headings = tuple(line.removeprefix("## ") for line in text.splitlines() if line.startswith("## "))
    assert headings == HEADINGS, f"docs/clauses/{stem}.md: expected the headings {', '.join(HEADINGS)}"


def test_no_file_without_a_type() -> None:
    stems = {name.replace(".", "_") for name in TYPES}
    for folder, suffix in ((HERE / "clauses", ".yaml"), (DOCS, ".md")):
        stray = {path.stem for path in folder.glob(f"*{suffix}")} - stems
        assert not stray, f"{folder.name}: no clause type is called {', '.join(sorted(stray))}"


def test_the_folder_of_clauses_holds_clauses_only() -> None:
    folder = Path(HERE.parent / "rights" / "clauses")
    stems = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert stems == {name.replace(".", "_") for name in TYPES}


def test_the_pages_name_facts_that_can_be_declared_and_the_overview_names_every_page() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(inspect.getfile(evaluate)).parent.glob("**/*.py"))
    for page in DOCS.glob("*.md"):
        for fact in re.findall(r"--declare (\w+)=", page.read_text(encoding="utf-8")):
            assert f'"{fact}"' in code, f"{page.name} names {fact}"
    overview = (DOCS.parent / "clauses.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\(clauses/(\w+)\.md\)", overview)) == {name.replace(".", "_") for name in TYPES}
