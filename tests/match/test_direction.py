"""Which of two pages is the original."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rights.match.direction import Origin, direction
from rights.model import Article, Credit, CreditKind, Work

TEXT = "The ferry to the island had been out of service since the storm damaged its engine in March."


def page(host: str, published: str | None = None, text: str = TEXT, **fields: object) -> Work:
    url = f"https://www.{host}/ferry"
    article = Article(url=url, text=text, published=published, **{"site_name": host.split(".")[0].title(), **fields})  # type: ignore[arg-type]
    return Work(id=url, url=url, text=text, published=published, article=article)


def credit(name: str, href: str | None = None) -> tuple[Credit, ...]:
    return (
        Credit(kind=CreditKind.ORIGINAL_PUBLICATION, text=f"First published by {name}.", source_name=name, href=href),
    )


def test_a_credit_with_the_others_address_decides_against_the_dates() -> None:
    copy = page("herald.example", "2024-06-01", credits=credit("Island", "https://www.island.example/ferry"))
    assert direction(page("island.example", "2024-06-09"), copy).origin is Origin.FIRST
    assert direction(copy, page("island.example", "2024-06-09")).origin is Origin.SECOND


def test_a_canonical_to_the_other_decides() -> None:
    copy = page("herald.example", canonical="https://www.island.example/ferry", canonical_in="head")
    assert direction(copy, page("island.example")).origin is Origin.SECOND


def test_a_clearly_earlier_date_decides_where_nothing_else_speaks() -> None:
    found = direction(page("island.example", "2024-06-01"), page("herald.example", "2024-06-05"))
    assert found.origin is Origin.FIRST
    assert {sign.kind for sign in found.signs} == {"published"}


def test_dates_within_a_day_of_each_other_cannot_tell() -> None:
    found = direction(page("island.example", "2024-06-01"), page("herald.example", "2024-06-02"))
    assert (found.origin, found.signs) == (Origin.UNKNOWN, ())


def test_an_hour_earlier_and_in_its_own_feed_and_first_seen_there() -> None:
    one, other = page("island.example", "2024-06-01T08:00:00Z"), page("herald.example", "2024-06-01T12:00:00+00:00")
    assert direction(one, other).origin is Origin.UNKNOWN
    assert direction(one, other).earlier is Origin.FIRST
    seen = datetime(2024, 6, 1, 9, tzinfo=UTC), datetime(2024, 6, 3, 9, tzinfo=UTC)
    assert direction(one, other, first_seen=seen, in_own_feed=(True, False)).origin is Origin.FIRST


def test_signals_that_disagree_cannot_tell() -> None:
    one = page("island.example", credits=credit("Herald", "https://www.herald.example/ferry"))
    other = page("herald.example", credits=credit("Island", "https://www.island.example/ferry"))
    assert direction(one, other).origin is Origin.UNKNOWN


def test_pages_of_one_site_are_a_rerun_and_its_earlier_is_named() -> None:
    found = direction(page("island.example", "2024-06-09"), page("island.example", "2023-06-09"))
    assert (found.origin, found.earlier) == (Origin.RERUN, Origin.SECOND)


def test_an_agencys_text_on_two_papers_comes_from_neither() -> None:
    wire = f"PORT HOPE (Reuters) - {TEXT}"
    assert (
        direction(
            page("island.example", "2024-06-01", text=wire), page("herald.example", "2024-06-05", text=wire)
        ).origin
        is Origin.THIRD
    )
    by_wire = page("island.example", "2024-06-01", authors=("The Associated Press",))
    assert direction(by_wire, page("herald.example", "2024-06-09")).origin is Origin.THIRD


@pytest.mark.parametrize(
    "release",
    [
        f"FOR IMMEDIATE RELEASE\n\n{TEXT}",
        f"Pressemitteilung Nr. 14\n\n{TEXT}",
        f"{TEXT}\n\nPress contact: press@ferries.example",
        f"{TEXT}\n\nContact presse : Ida Holm, 01 23 45 67 89",
    ],
)
def test_a_press_release_on_two_papers_comes_from_neither(release: str) -> None:
    one, other = page("island.example", "2024-06-01", text=release), page("herald.example", "2024-06-05", text=release)
    assert direction(one, other).origin is Origin.THIRD
    copy = page("herald.example", text=release, credits=credit("Island", "https://www.island.example/ferry"))
    assert direction(one, copy).origin is Origin.FIRST


def test_a_report_that_speaks_of_a_press_release_is_none() -> None:
    text = f"{TEXT} A press release of the company said so. Its press contact could not be reached.\n\n{TEXT}"
    one, other = page("island.example", "2024-06-01", text=text), page("herald.example", "2024-06-05", text=text)
    assert direction(one, other).origin is Origin.FIRST


def test_the_agencys_own_page_is_the_original_of_a_paper_that_credits_it() -> None:
    agency = page("apnews.example", "2024-06-01", site_name="AP", text=f"PORT HOPE (AP) — {TEXT}")
    paper = page("herald.example", "2024-06-01", credits=credit("AP", "https://www.apnews.example/ferry"))
    assert direction(agency, paper).origin is Origin.FIRST


def test_a_text_on_many_sites_comes_from_none_by_its_date_alone() -> None:
    assert (
        direction(page("island.example", "2024-06-01"), page("herald.example", "2024-06-05"), carriers=6).origin
        is Origin.UNKNOWN
    )


def test_an_interview_names_its_paper_in_both_texts() -> None:
    told = f"{TEXT} It will be back in May, its owner told the Island on Friday."
    assert direction(page("island.example", text=told), page("herald.example", text=told)).origin is Origin.FIRST


def test_nothing_known_is_unknown() -> None:
    assert direction(Work(id="a", text=TEXT), Work(id="b", text=TEXT)).origin is Origin.UNKNOWN
    assert direction(page("island.example", "last week"), page("herald.example", "2024-99-99")).origin is Origin.UNKNOWN
