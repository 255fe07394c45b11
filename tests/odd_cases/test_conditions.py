"""Odd cases 1 to 10: conditions on a clause."""

from __future__ import annotations

from tests.odd_cases.judging import judge, verdicts, with_clauses

ADS = {"kind": "display_ads", "detail": "an ad network's slot"}
SHOP = {"kind": "shop", "detail": "a shop with checkout"}


def test_01_ads_near_the_story_but_not_against_it() -> None:
    source = with_clauses(
        """
        - {type: nc.ads_adjacent, strength: may}
        - {type: nc.ads_targeted}
        """
    )
    around = verdicts(source, copy="{story}", signals=[ADS])
    assert around == {"nc.ads_adjacent": "inapplicable", "nc.ads_targeted": "pass"}
    within = verdicts(source, copy="{story}", signals=[ADS | {"level": "C3"}])
    assert within["nc.ads_targeted"] == "incomplete"
    sponsored = verdicts(source, copy="{story}", signals=[{"kind": "sponsored", "level": "C3"}])
    assert sponsored["nc.ads_targeted"] == "violation"


def test_01_ads_that_must_not_pass_for_a_part_of_the_article() -> None:
    source = with_clauses("- {type: nc.ads_adjacent, condition: not-in-article}")
    assert verdicts(source, copy="{story}", signals=[ADS])["nc.ads_adjacent"] == "inapplicable"
    assert verdicts(source, copy="{story}", signals=[ADS | {"level": "C3"}])["nc.ads_adjacent"] == "incomplete"


def test_02_paywalls_allowed_forbidden_asked_and_metered() -> None:
    wall, metered = {"kind": "paywall", "level": "C3"}, {"kind": "metered", "level": "C2"}
    forbidden = with_clauses("- {type: nc.paywall, registration: true, unless_for: [course]}")
    assert verdicts(forbidden, copy="{story}", signals=[wall])["nc.paywall"] == "violation"
    assert verdicts(forbidden, copy="{story}", signals=[metered])["nc.paywall"] == "incomplete"
    registration = {"kind": "registration", "level": "C3"}
    assert verdicts(forbidden, copy="{story}", signals=[registration])["nc.paywall"] == "violation"
    course = verdicts(forbidden, copy="{story}", signals=[wall], declare={"use": "course"})
    assert course["nc.paywall"] == "inapplicable"
    asked = judge(with_clauses("- {type: nc.paywall, value: ask}"), copy="{story}", signals=[wall])["nc.paywall"]
    assert (asked.verdict.value, asked.fact) == ("incomplete", "paywall_approved")
    allowed = with_clauses("- {type: nc.paywall, value: allowed, strength: may}")
    assert verdicts(allowed, copy="{story}", signals=[wall])["nc.paywall"] == "inapplicable"


def test_03_free_for_non_profits_and_the_reverse() -> None:
    usual = with_clauses("- {type: who.kind, allow: [community-site], ask: [commercial-site]}")
    reverse = with_clauses("- {type: who.kind, allow: [accredited-news], ask: [nonprofit, noncommercial-site]}")
    for kind, here, there in (
        ("nonprofit", "pass", "violation"),
        ("commercial", "violation", "incomplete"),
        ("accredited-news", "incomplete", "pass"),
    ):
        assert verdicts(usual, copy="{story}", declare={"kind": kind})["who.kind"] == here, kind
        assert verdicts(reverse, copy="{story}", declare={"kind": kind})["who.kind"] == there, kind


def test_04_a_licence_label_that_the_publisher_reads_in_its_own_way() -> None:
    bare = with_clauses("- {type: nc.use}", licence="CC-BY-NC-ND-4.0")
    waived = with_clauses(
        """
        - type: nc.use
          allows: [ads, paid access]
          reading: {word: non-commercial, means: news outlets may sell subscriptions and ads, decided_on: 2024-06-01}
        """,
        licence="CC-BY-NC-ND-4.0",
    )
    signals = [ADS, {"kind": "subscription", "detail": "subscriptions on sale"}]
    assert verdicts(bare, copy="{story}", signals=signals)["nc.use"] == "violation"
    assert verdicts(waived, copy="{story}", signals=signals)["nc.use"] == "incomplete"


def test_05_the_house_rule_is_stricter_than_the_licence() -> None:
    source = with_clauses(
        """
        - {type: licence.notice}
        - {type: edit.none, house_rule: true}
        """,
        licence="CC-BY-4.0",
    )
    found = judge(source, copy="{p1}{p2}{p3}{p5}{p6}<p>Published under CC BY 4.0.</p>")
    assert found["licence.notice"].verdict.value == "pass"
    assert found["edit.none"].verdict.value == "violation"
    assert "beyond its licence" in str(found["edit.none"].message)


def test_06_in_the_byline_or_where_that_fails_in_a_sentence_at_the_top() -> None:
    source = with_clauses(
        """
        - type: one_of
          ordered: true
          options:
            - {type: attr.byline, with_outlet: true, position: byline}
            - {type: attr.source, position: [top]}
        """
    )
    first = judge(source, copy='<p class="byline">By Mara Lindqvist and Tomas Okafor, The Herald</p>{story}')["one_of"]
    assert (first.verdict.value, "preferred" in str(first.message)) == ("pass", False)
    second = judge(source, copy="<p>This article was originally published by The Herald.</p>{story}")["one_of"]
    assert (second.verdict.value, "preferred" in str(second.message)) == ("pass", True)
    assert judge(source, copy="{story}")["one_of"].verdict.value == "violation"


def test_06_the_same_order_written_as_a_condition() -> None:
    source = with_clauses(
        """
        - {type: attr.byline, with_outlet: true, strength: should}
        - {type: attr.source, position: [top], when: {unmet: attr.byline}}
        """
    )
    kept = verdicts(source, copy='<p class="byline">By Mara Lindqvist and Tomas Okafor, The Herald</p>{story}')
    assert kept == {"attr.byline": "pass", "attr.source": "inapplicable"}
    neither = verdicts(source, copy="{story}")
    assert neither == {"attr.byline": "advice", "attr.source": "violation"}


def test_07_one_or_all_of_several() -> None:
    source = with_clauses(
        """
        - type: one_of
          options: [{type: link.original}, {type: link.canonical}, {type: attr.source, position: [top]}]
        """
    )
    assert verdicts(source, copy='{story}<p>Source: <a href="{url}">The Herald</a></p>')["one_of"] == "pass"
    assert verdicts(source, copy="{story}", head='<link rel="canonical" href="{url}">')["one_of"] == "pass"
    assert verdicts(source, copy="<p>First published by The Herald.</p>{story}")["one_of"] == "pass"
    assert verdicts(source, copy="{story}")["one_of"] == "violation"
    either = with_clauses("- {type: link.canonical, value: canonical-or-noindex}")
    assert verdicts(either, copy="{story}", head='<meta name="robots" content="noindex">')["link.canonical"] == "pass"


def test_08_what_is_asked_for_is_never_a_breach() -> None:
    source = with_clauses(
        """
        - {type: attr.source, strength: should}
        - {type: link.original, strength: should}
        - {type: notify, strength: should}
        - {type: attr.logo, strength: should}
        """
    )
    assert set(verdicts(source, copy="{story}").values()) == {"advice"}


def test_09_only_if_something_was_changed() -> None:
    source = with_clauses(
        """
        - {type: edit.change_notice}
        - {type: edit.length, value: note-required, wording: This item was edited for length.}
        - {type: edit.additions_note, wording: 'Additional reporting by [name]'}
        - {type: legal.disclaimer, text: This is an adaptation of a text of The Herald., when: {edited: true}}
        """
    )
    assert set(verdicts(source, copy="{story}").values()) == {"inapplicable", "pass"}
    cut = verdicts(source, copy="{p1}{p2}{p3}{p5}{p6}")
    assert cut["edit.change_notice"] == cut["edit.length"] == cut["legal.disclaimer"] == "violation"
    assert cut["edit.additions_note"] == "inapplicable"
    noted = verdicts(source, copy="{p1}{p2}{p3}{p5}{p6}<p>This item was edited for length.</p>")
    assert noted["edit.change_notice"] == noted["edit.length"] == "pass"


def test_10_only_if_the_site_took_no_part() -> None:
    source = with_clauses("- {type: attr.role_note, wording: '[outlet] was not involved in the reporting'}")
    note = "<p>Valley Gazette was not involved in the reporting.</p>"
    assert verdicts(source, copy="{story}")["attr.role_note"] == "incomplete"
    assert verdicts(source, copy="{story}", declare={"involved": "yes"})["attr.role_note"] == "inapplicable"
    assert verdicts(source, copy="{story}", declare={"involved": "no"})["attr.role_note"] == "violation"
    assert verdicts(source, copy="{story}" + note, declare={"involved": "no"})["attr.role_note"] == "pass"
