"""Every shipped policy on copies with every common fault: what the plan says is done is done, and nothing new is wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rights.evaluate import evaluate
from rights.fix.html_page import insert_html
from rights.fix.plan import Plan, plan
from rights.model import Assessment, Republication, Result, Verdict
from rights.policy import Policy, Source, parse_policy
from tests import stories

FOLDER = Path(__file__).parents[2] / "policies"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
FIRST = ("cc-by-4.0", "cc-by-nc-nd-4.0", "globalresearch", "propublica", "theconversation")
#: Lines that are put in as the policies word them and do not settle the clause: the author's institution is not known,
#: or the words are no credit to a reader who does not know them.
UNSURE = {
    "theconversation: attr.byline",
    "microeconomic-insights: attr.byline",
    "apublica: attr.source",
}
FAULTS = {
    "bare": "{story}",
    "another address": '{story}<p>Originally published by <a href="https://elsewhere.example/">{outlet}</a>.</p>',
    "unlinked, at the end": "{story}<p>Originally published by {outlet}.</p>",
    "unnamed": '<p>Read the <a href="{url}">original</a>.</p>{story}',
}


@cache
def source_of(name: str) -> Source:
    return parse_policy((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")


def case_of(source: Source, fault: str) -> dict[str, Any]:
    """A page of a made-up article on the publisher's own host, and a copy with the fault."""
    host = source.publisher.domains[0] if source.publisher.domains else "herald.example"
    url = f"https://{host}/2024/06/river-towns-plan-for-higher-water-48213"
    text = FAULTS[fault].replace("{outlet}", source.publisher.name).replace("{url}", url)
    return {
        "work": {"url": url, "id": url, "publisher": source.publisher.id},
        "copy": text,
        "observed_at": "2024-06-20T00:00:00+00:00",
    }


def judged(source: Source, policy: Policy, seen: Republication) -> Assessment:
    publisher = source.publisher if source.publisher.domains else stories.HERALD
    return evaluate(policy, publisher, source.ref(policy), seen, terms_known=source.terms_known)


def verdicts(found: Assessment) -> dict[str, Verdict]:
    return {finding.clause: finding.verdict for finding in found.findings}


def corrected(source: Source, policy: Policy, fault: str) -> tuple[Plan, dict[str, Verdict], dict[str, Verdict]]:
    """What was planned and, after the second look, done; with the verdicts before and after."""
    case = case_of(source, fault)
    before = judged(source, policy, stories.republication(case))
    asked = plan([Result(target="x", assessment=before)], lambda _: policy)
    if asked.empty or before.republication is None:
        return asked, verdicts(before), verdicts(before)
    blocks = [block.text for block in before.republication.copy.blocks]
    body = insert_html(stories.page_of(case).encode(), asked, blocks)
    assert body is not None
    after = judged(source, policy, stories.republication(case | {"page": body.decode()}))
    return asked, verdicts(before), verdicts(after)


@pytest.mark.parametrize(
    ("name", "fault"), [*((name, fault) for name in FIRST for fault in FAULTS), *((name, "bare") for name in NAMES)]
)
def test_what_is_said_to_be_done_is_done(name: str, fault: str) -> None:
    source = source_of(name)
    for policy in source.content.policies:
        asked, before, after = corrected(source, policy, fault)
        open_still = {clause for clause in asked.done if after[clause] > Verdict.PASS}
        assert {f"{name}: {clause}" for clause in open_still} <= UNSURE
        assert not {clause for clause, verdict in after.items() if verdict > max(before[clause], Verdict.PASS)}


@pytest.mark.parametrize("name", ["propublica", "globalresearch"])
def test_a_bare_copy_is_put_right(name: str) -> None:
    source = source_of(name)
    asked, before, after = corrected(source, source.content.policies[0], "bare")
    assert {clause for clause, verdict in before.items() if verdict is Verdict.VIOLATION} <= asked.done.keys()
    assert Verdict.VIOLATION not in after.values()
