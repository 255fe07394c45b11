"""What surrounds a clause: strength, conditions, media, permissions, waivers, cut pages, unknown terms; and hostile pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.clauses import NEEDED
from rights.clauses import TYPES
from rights.evaluate import evaluate
from rights.model import Assessment, PageState, Permission, PolicyRef, Reason, Republication, Verdict
from rights.policy import Policy
from tests import stories

REF = PolicyRef(publisher="herald", policy="default", file="herald.yaml", sha256="0" * 64)
UNCREDITED: dict[str, Any] = {"copy": "{story}", "observed_at": "2024-06-20T00:00:00+00:00"}
CREDITED: dict[str, Any] = UNCREDITED | {
    "copy": '{story}<p>Originally published by <a href="{url}">The Herald</a>.</p>'
}


def policy(*clauses: dict[str, Any]) -> Policy:
    return Policy.model_validate({"clauses": clauses})


def judge(chosen: Policy, seen: Republication, **how: Any) -> Assessment:
    return evaluate(chosen, stories.HERALD, REF, seen, **how)


def one(clause: dict[str, Any], case: dict[str, Any], **how: Any) -> tuple[str, str | None]:
    (finding,) = judge(policy(clause), stories.republication(case), **how).findings
    return finding.verdict.value, finding.reason


def test_the_whole_is_its_worst_part() -> None:
    both = policy({"type": "attr.source"}, {"type": "attr.date", "strength": "should"})
    assert judge(both, stories.republication(CREDITED)).verdict is Verdict.ADVICE
    assert judge(both, stories.republication(UNCREDITED)).verdict is Verdict.VIOLATION


@pytest.mark.parametrize(
    ("strength", "verdict"), [("must", "violation"), ("should", "advice"), ("may", "inapplicable")]
)
def test_strength(strength: str, verdict: str) -> None:
    assert one({"type": "attr.source", "strength": strength}, UNCREDITED)[0] == verdict


def test_terms_that_are_not_known_can_neither_be_kept_nor_broken() -> None:
    for case in (CREDITED, UNCREDITED):
        found = judge(policy({"type": "attr.source"}), stories.republication(case), terms_known=False)
        assert (found.verdict, found.reason) == (Verdict.INCOMPLETE, Reason.TERMS_UNKNOWN)
        assert "seen:" in str(found.findings[0].message)


@pytest.mark.parametrize(
    ("mode", "original", "verdict"),
    [
        ("deny", None, Verdict.INCOMPLETE),
        ("link-only", None, Verdict.INCOMPLETE),
        ("deny", "{story}", Verdict.VIOLATION),
        ("conditional", None, Verdict.VIOLATION),
    ],
)
def test_where_no_copy_is_allowed_one_that_may_be_licensed_owes_no_known_duty(
    mode: str, original: str | None, verdict: Verdict
) -> None:
    chosen = policy({"type": "grant.mode", "value": mode}, {"type": "attr.source"})
    seen = stories.republication(UNCREDITED if original else UNCREDITED | {"original": None})
    duty = judge(chosen, seen).findings[1]
    assert duty.verdict is verdict
    assert (duty.reason is Reason.NO_ORIGINAL) is (verdict is Verdict.INCOMPLETE)


def test_a_page_that_was_cut_proves_nothing_by_absence() -> None:
    assert one({"type": "attr.source"}, UNCREDITED | {"cut": "size"}) == ("incomplete", "page-cut")
    assert one({"type": "attr.source"}, CREDITED | {"cut": "size"})[0] == "pass"


def test_a_print_proves_no_link_missing_but_a_credit() -> None:
    assert one({"type": "link.original"}, UNCREDITED)[0] == "violation"
    assert one({"type": "link.original"}, UNCREDITED | {"plain": True}) == ("incomplete", "undecidable")
    assert one({"type": "track.pixel", "kind": ["propublica"]}, UNCREDITED | {"plain": True})[0] == "incomplete"
    assert one({"type": "attr.source"}, UNCREDITED | {"plain": True})[0] == "violation"
    either = {"type": "one_of", "options": [{"type": "attr.source"}, {"type": "link.original"}]}
    assert one(either, UNCREDITED)[0] == "violation"
    assert one(either, UNCREDITED | {"plain": True}) == ("incomplete", "undecidable")


def test_what_is_no_article_is_unreachable() -> None:
    seen = stories.republication(UNCREDITED)
    seen = replace(seen, copy=replace(seen.copy, state=PageState.CHALLENGE))
    found = judge(policy({"type": "attr.source"}), seen)
    assert (found.verdict, found.reason, found.findings) == (Verdict.INCOMPLETE, Reason.UNREACHABLE, ())


@pytest.mark.parametrize(
    ("permission", "waived"),
    [
        ({}, True),
        ({"clauses": ("attr.source",)}, True),
        ({"clauses": ("link.original",)}, False),
        ({"works": (stories.URL,)}, True),
        ({"works": ("http://www.herald.example/2024/06/river-towns-plan-for-higher-water-48213/",)}, True),
        ({"works": ("https://herald.example/other",)}, False),
        ({"until": "2024-06-19"}, False),
        ({"until": "2024-06-20"}, True),
        ({"since": "2024-06-21"}, False),
        ({"publisher": "other"}, False),
    ],
)
def test_permissions_and_waivers(permission: dict[str, Any], waived: bool) -> None:
    exception = Permission(**({"publisher": "herald", "reference": "mail of 3 May"} | permission))
    verdict, reason = one({"type": "attr.source"}, UNCREDITED, waivers=[exception])
    assert (verdict, reason) == (("inapplicable", "waived") if waived else ("violation", None))


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        ({"when": {"edited": True}}, "inapplicable"),
        ({"when": {"edited": False}}, "violation"),
        ({"unless": {"edited": False}}, "inapplicable"),
        ({"when": {"excerpt": True}}, "inapplicable"),
        ({"when": {"translated": False}}, "violation"),
        ({"when": {"kind": ["nonprofit"]}}, "incomplete"),
        ({"when": {"declared": {"platform_links": True}}}, "incomplete"),
        ({"when": {"permission": False}}, "violation"),
        ({"when": {"edited": False, "cut": True}}, "inapplicable"),
    ],
)
def test_conditions(condition: dict[str, Any], verdict: str) -> None:
    assert one({"type": "attr.source", **condition}, UNCREDITED)[0] == verdict


def test_conditions_on_what_is_declared() -> None:
    clause = {"type": "attr.source", "when": {"kind": ["commercial"]}}
    assert one(clause, UNCREDITED | {"declare": {"kind": "company"}})[0] == "violation"
    assert one(clause, UNCREDITED | {"declare": {"kind": "nonprofit"}})[0] == "inapplicable"
    links = {"type": "attr.source", "unless": {"declared": {"platform_links": False}}}
    assert one(links, UNCREDITED | {"declare": {"platform_links": "no"}})[0] == "inapplicable"


def test_an_express_permission_switches_its_neighbour_off() -> None:
    signals = [{"kind": "display_ads"}, {"kind": "affiliate"}]
    bare = policy({"type": "nc.use"})
    with_ads = policy({"type": "nc.ads_adjacent", "strength": "may"}, {"type": "nc.use"})
    case = UNCREDITED | {"signals": signals}
    assert judge(bare, stories.republication(case)).findings[-1].verdict is Verdict.VIOLATION
    assert judge(with_ads, stories.republication(case)).findings[-1].verdict is Verdict.INCOMPLETE


def everything() -> Policy:
    clauses = [{"type": name, **NEEDED.get(name, {})} for name in TYPES]
    return Policy.model_validate({"licence": "CC-BY-SA-4.0", "clauses": clauses})


EVERYTHING = everything()


def check_shape(found: Assessment) -> None:
    for finding in found.findings:
        shown = f"{finding.type}: {finding.message}"
        assert str(finding.message), shown
        if finding.verdict is Verdict.VIOLATION:
            assert finding.evidence, shown
            assert str(finding.remedy), shown
        if finding.verdict in (Verdict.INCOMPLETE, Verdict.INAPPLICABLE):
            assert finding.reason is not None, shown
        if finding.reason is Reason.NEEDS_STATEMENT:
            assert finding.fact, shown
            assert finding.question is not None, shown


@pytest.mark.parametrize(
    "case", [CREDITED, UNCREDITED, UNCREDITED | {"original": None}, {"copy": "", "original": None}]
)
def test_every_clause_answers_whatever_is_known(case: dict[str, Any]) -> None:
    check_shape(judge(EVERYTHING, stories.republication(case)))


def test_a_copy_is_never_broken_by_text_that_is_not_at_hand() -> None:
    found = judge(EVERYTHING, stories.republication(UNCREDITED | {"original": None}))
    text = {
        "edit.none",
        "edit.length",
        "edit.headline",
        "whole.only",
        "excerpt.limit",
        "edit.change_notice",
        "link.keep_inline",
    }
    verdicts = {finding.type: finding.verdict for finding in found.findings}
    assert {verdicts[name] for name in text - {"edit.headline"}} == {Verdict.INCOMPLETE}


PIECES = st.sampled_from(
    (
        *("{story}", "{p1}", "{p3}", "<p>Source: <a href='{url}'>The Herald</a></p>", "<p>© The Herald</p>"),
        *(
            "<a href='http://['>x</a>",
            "<a href='javascript:void(0)'>The Herald</a>",
            "<a href='#'>The Herald</a>",
            "<a>The Herald</a>",
        ),
        *(
            "<a href='https://herald.example:99999/x'>The Herald</a>",
            "<a href='//herald.example/%ff%fe?u=http%3A%2F%2F['>y</a>",
        ),
        *(
            "<p>By Mara\u202eLindqvist</p>",
            "<p>[author] [title] {0} {name} %s</p>",
            "<p>\u0000\ufffe…</p>",
            "<img src='data:,x' alt='Herald logo'>",
        ),
        *(
            "<iframe src='https://herald.example/x'></iframe>",
            "<audio src=''></audio>",
            "<link rel=canonical href='::::'>",
            "<p oncopy='return false'>x</p>",
        ),
        *(
            "<p>Embargoed until 31 February 2024</p>",
            "<p>Correction: " + "x " * 200 + "</p>",
            "<blockquote>{p2}</blockquote>",
            "<p>" + "(" * 300 + "</p>",
        ),
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(PIECES, max_size=8).map("".join),
    st.one_of(st.none(), st.lists(PIECES, max_size=5).map("".join)),
    st.sampled_from((None, "2024", "2024-06", "2024-06-12", "2024-06-12T09:00:00", "2024-06-12T09:00:00+14:00", "0001-01-01", "9999-12-31")),
    st.sampled_from((None, "2024-06-12T09:00:00+00:00", "1970-01-01T00:00:00+00:00", "9999-12-31T23:00:00-12:00")),
    st.dictionaries(st.sampled_from(("kind", "country", "use", "commercial", "permission", "sells")), st.sampled_from(("yes", "no", "", ",", "{x}", "US", "nonprofit,commercial"))),
)  # fmt: skip
def test_no_page_and_no_declaration_brings_it_down(
    copy: str, original: str | None, published: str | None, observed: str | None, declare: dict[str, str]
) -> None:
    case = {
        "copy": copy,
        "original": original,
        "observed_at": observed,
        "declare": declare,
        "work": {"published": published},
    }
    check_shape(judge(EVERYTHING, stories.republication(case)))


def test_the_assessment_says_which_changes_the_policy_does_not_mind() -> None:
    strict = policy({"type": "edit.none", "exceptions": ["time", "style"]}, {"type": "edit.headline", "value": "keep"})
    allowed = judge(strict, stories.republication(UNCREDITED)).allowed
    assert {kind.value for kind in allowed} == {"time", "style", "link"}
    free = policy({"type": "edit.none"}, {"type": "edit.headline", "value": "free", "strength": "may"})
    assert "headline" in {kind.value for kind in judge(free, stories.republication(UNCREDITED)).allowed}
    silent = judge(policy({"type": "attr.source"}), stories.republication(UNCREDITED)).allowed
    assert len(silent) == 9
