"""The first seven policies on a copy that is in order and on one that is not: no accusation too many, none missed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rights.evaluate import evaluate
from rights.model import Finding, Verdict
from rights.policy import parse_policy
from tests import stories

FOLDER = Path(__file__).parent.parent / "policies"
SEEN = {"observed_at": "2024-06-20T00:00:00+00:00"}
CC = "https://creativecommons.org/licenses"


def judged(name: str, policy: str, case: dict[str, Any]) -> dict[str, Finding]:
    file = f"{name}.yaml"
    source = parse_policy((FOLDER / file).read_text(encoding="utf-8"), file)
    chosen = next(one for one in source.content.policies if one.id == policy)
    seen = stories.republication(SEEN | case)
    publisher = source.publisher if source.publisher.domains else stories.HERALD
    found = evaluate(chosen, publisher, source.ref(chosen), seen, terms_known=source.terms_known)
    return {finding.clause: finding for finding in found.findings}


def broken(found: dict[str, Finding]) -> set[str]:
    return {name for name, finding in found.items() if finding.verdict is Verdict.VIOLATION}


def at(url: str, **more: Any) -> dict[str, Any]:
    return {"work": {"url": url, "id": url, "authors": ["Mara Lindqvist"]} | more}


CONVERSATION = "https://theconversation.com/river-towns-plan-for-higher-water-48213"
PROPUBLICA = "https://www.propublica.org/article/river-towns-plan-for-higher-water"
GLOBAL = "https://www.globalresearch.ca/river-towns-plan-higher-water/5859213"
COUNTER = '<img src="https://counter.theconversation.com/content/48213/count.gif" alt="The Conversation" width="1" height="1">'

IN_ORDER: dict[str, tuple[str, str, dict[str, Any]]] = {
    "globalresearch": (
        "globalresearch",
        "default",
        at(GLOBAL)
        | {
            "copy": f'{{story}}<p>Source and copyright: <a href="{GLOBAL}">Global Research</a>, 2024.</p>',
            "contrary": [{"kind": "nonprofit", "detail": "a registered charity"}],
        },
    ),
    "theconversation": (
        "theconversation",
        "us",
        at(CONVERSATION)
        | {
            "original": '<p class="author-affiliation">Lecturer in Hydrology, University of Lindmark</p>{story}',
            "copy": '<p class="byline">By Mara Lindqvist, University of Lindmark</p>{story}'
            '<p>This article is republished from <a href="https://theconversation.com">The Conversation</a> under a Creative '
            f'Commons licence. Read the <a href="{CONVERSATION}">original article</a>.</p>{COUNTER}',
        },
    ),
    "propublica": (
        "propublica",
        "default",
        at(PROPUBLICA)
        | {
            "head": f'<link rel="canonical" href="{PROPUBLICA}">',
            "copy": f'<p><em>This story was originally published by <a href="{PROPUBLICA}">ProPublica</a>.</em></p>'
            '<p class="byline">by Mara Lindqvist, ProPublica</p>{story}'
            '<script src="https://pixel.propublica.org/pixel.js" async></script>',
        },
    ),
    "cc-by": (
        "cc-by-4.0",
        "default",
        {
            "copy": '<p class="byline">By Mara Lindqvist and Tomas Okafor</p>{story}<p>From <a href="{url}">The Herald</a>, '
            f'under <a rel="license" href="{CC}/by/4.0/">CC BY 4.0</a>.</p>'
        },
    ),
    "cc-by-nc-nd": (
        "cc-by-nc-nd-4.0",
        "default",
        {
            "copy": '<p class="byline">By Mara Lindqvist and Tomas Okafor</p>{story}<p>From <a href="{url}">The Herald</a>, '
            f'under <a rel="license" href="{CC}/by-nc-nd/4.0/">CC BY-NC-ND 4.0</a>.</p>',
            "contrary": [{"kind": "nonprofit"}],
        },
    ),
}


@pytest.mark.parametrize("name", sorted(IN_ORDER))
def test_a_copy_in_order_breaks_nothing(name: str) -> None:
    file, policy, case = IN_ORDER[name]
    found = judged(file, policy, case)
    assert not broken(found), {clause: str(found[clause].message) for clause in broken(found)}
    advice = {clause for clause, finding in found.items() if finding.verdict is Verdict.ADVICE}
    assert advice <= {"attr.logo", "track.tool", "attr.source.top"}, advice


def test_global_research_is_kept_in_every_clause() -> None:
    found = judged(*IN_ORDER["globalresearch"])
    assert {finding.verdict for finding in found.values()} == {Verdict.PASS, Verdict.INAPPLICABLE}


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("globalresearch", {"attr.source", "attr.copyright", "link.original"}),
        ("theconversation", {"licence.notice", "attr.byline", "attr.source", "link.original", "track.pixel"}),
        ("propublica", {"attr.source", "attr.byline", "link.original", "track.pixel"}),
        ("cc-by", {"attr.byline", "licence.notice"}),
        ("cc-by-nc-nd", {"attr.byline", "licence.notice"}),
    ],
)
def test_a_bare_copy_lacks_what_the_terms_ask(name: str, missing: set[str]) -> None:
    file, policy, case = IN_ORDER[name]
    bare = {key: value for key, value in case.items() if key in ("work", "original", "contrary")} | {"copy": "{story}"}
    assert broken(judged(file, policy, bare)) == missing


def test_terms_that_nobody_knows_break_nothing() -> None:
    found = judged("infobrics", "default", at("https://infobrics.org/en/post/48213") | {"copy": "{story}"})
    assert {(finding.verdict.value, finding.reason) for finding in found.values()} == {("incomplete", "terms-unknown")}


def test_an_edited_copy_under_no_derivatives() -> None:
    file, policy, case = IN_ORDER["cc-by-nc-nd"]
    changed = case["copy"].replace(
        "{story}",
        "{p1}{p2}<p>"
        + "The valley needs no plan at all, and its mayors know it well enough. " * 3
        + "</p>{p3}{p4}{p5}{p6}",
    )
    assert broken(judged(file, policy, case | {"copy": changed})) >= {"edit.none"}
    part = case["copy"].replace("{story}", "{p1}{p2}{p3}")
    assert not broken(judged(file, policy, case | {"copy": part}))
