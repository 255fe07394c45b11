"""Odd cases 16 to 21: to which text which terms apply."""

from __future__ import annotations

from dataclasses import replace

from rights.model import Credit, CreditKind
from rights.origins import upstream
from rights.policy import parse_policy
from tests import stories
from tests.odd_cases.judging import FOLDER, assess, chosen, file_of, judge, verdicts, with_clauses


def test_16_a_mark_on_the_item_overrides() -> None:
    source = with_clauses("- {type: licence.per_item, deny_marker: [PHOTO AND TEXT REUSE PROHIBITED]}")
    assert verdicts(source, copy="{story}")["licence.per_item"] == "pass"
    marked = "<p>Photo and text reuse prohibited</p>{story}"
    assert verdicts(source, copy="{story}", original=marked)["licence.per_item"] == "violation"
    button = with_clauses("- {type: licence.per_item, marker: [Republish this article]}")
    assert verdicts(button, copy="{story}")["licence.per_item"] == "incomplete"
    assert (
        verdicts(button, copy="{story}", original="{story}<p>Republish this article</p>")["licence.per_item"] == "pass"
    )


def test_16_an_item_override_chooses_another_policy() -> None:
    text = parse_policy(
        """\
publisher: {id: herald, name: The Herald, domains: [herald.example]}
terms: {url: https://herald.example/republish, checked_on: 2024-06-01, evidence: own-words}
items:
  - {marker: Exclusive to The Herald, policy: reserved}
  - {licence: CC-BY-NC-4.0, policy: noncommercial}
policies:
  - {id: default, clauses: [{type: attr.source}]}
  - {id: reserved, applies: {only_by_item: true}, clauses: [{type: grant.mode, value: deny}]}
  - {id: noncommercial, applies: {only_by_item: true}, clauses: [{type: nc.use}]}
""",
        "herald.yaml",
    )
    assert chosen(text) == "default"
    assert chosen(text, marks="Water rises … exclusive  to the herald … more") == "reserved"
    assert chosen(text, licences=("CC-BY-NC-4.0",)) == "noncommercial"


def test_17_the_copy_of_a_copy_keeps_every_clause_and_names_the_source_before() -> None:
    source = with_clauses(
        """
        - {type: attr.source}
        - {type: link.original}
        - {type: scope.own_only, then: follow-upstream}
        """
    )
    page = '{story}<p>This article was originally published on <a href="https://valleywire.example/floods">Valley Wire</a>.</p>'
    found = judge(source, copy="{story}", original=page)
    assert found["attr.source"].verdict.value == found["link.original"].verdict.value == "violation"
    assert "Valley Wire" in str(found["scope.own_only"].message)
    before = upstream(stories.original({"original": page}), source.publisher)
    assert before is not None
    assert (before.name, before.href) == ("Valley Wire", "https://valleywire.example/floods")


def test_17_the_publisher_itself_is_not_its_own_source() -> None:
    page = stories.original({})
    own = Credit(
        kind=CreditKind.ORIGINAL_PUBLICATION, text="A version first appeared in The Herald", source_name="The Herald"
    )
    assert upstream(replace(page, credits=(own,)), stories.HERALD) is None


def test_17_an_agency_s_rewrite_stays_the_agency_s() -> None:
    source = with_clauses("- {type: scope.own_only, then: deny, markers: [AP, AFP, Reuters]}")
    page = "<p>LINDMARK, June 11 (AFP)</p>{story}"
    found = judge(source, copy="{story}", original=page)["scope.own_only"]
    assert (found.verdict.value, found.fact) == ("incomplete", "owner_permission")


def test_18_all_partners_of_a_collaboration_are_credited() -> None:
    source = with_clauses("- {type: attr.partners}")
    page = "<p>Produced in partnership with Valley Radio and the Lindmark Post.</p>{story}"
    both = "<p>By The Herald, in partnership with Valley Radio and the Lindmark Post.</p>{story}"
    assert verdicts(source, copy=both, original=page)["attr.partners"] == "pass"
    assert (
        verdicts(source, copy="<p>By The Herald and Valley Radio.</p>{story}", original=page)["attr.partners"]
        == "violation"
    )


def test_19_who_republishes_chooses_the_policy() -> None:
    source = file_of(
        """
        - id: public
          clauses: [{type: edit.none}]
        - id: partners
          applies: {kind: [approved-partner]}
          clauses: [{type: edit.meaning}]
        """
    )
    assert chosen(source) == "public"
    assert chosen(source, kind="nonprofit") == "public"
    assert chosen(source, kind="approved-partner") == "partners"
    place = with_clauses("- {type: who.geo, allow: [US-MN]}")
    assert verdicts(place, copy="{story}", declare={"country": "US-MN"})["who.geo"] == "pass"
    assert verdicts(place, copy="{story}")["who.geo"] == "incomplete"


def test_20_the_edition_chooses_the_policy_on_one_domain() -> None:
    text = (FOLDER / "theconversation.yaml").read_text(encoding="utf-8")
    conversation = parse_policy(text, "theconversation.yaml")
    assert chosen(conversation, language="en") == "default"
    assert [chosen(conversation, language=tag) for tag in ("en-US", "en-GB", "en-AU")] == ["us", "uk", "au"]
    paths = file_of(
        """
        - id: default
          clauses: [{type: attr.source}]
        - id: uk
          applies: {paths: [/uk]}
          clauses: [{type: edit.length, value: approval}]
        """
    )
    assert chosen(paths, path="/uk/floods-123") == "uk"
    assert chosen(paths, path="/ukraine/floods-123") == "default"


def test_21_a_project_overrides_the_rules_of_the_house() -> None:
    source = file_of(
        """
        - id: house
          clauses: [{type: edit.headline, value: free, strength: may}]
        - id: project
          applies: {paths: [/truth-watch]}
          clauses: [{type: edit.headline, value: keep, subheadings: true}]
        """
    )
    assert chosen(source, path="/2024/06/floods") == "house"
    assert chosen(source, path="/truth-watch/2024/mayors") == "project"
    project = source.content.policies[1]
    kept = assess(source, project, copy="{story}", title="Valley towns brace for the flood")
    assert kept.verdict.value == "violation"
