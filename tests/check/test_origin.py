"""A text that a page shares with a work is not always taken from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from rights.check import check_article
from rights.given import Tools
from rights.library import Library
from rights.match.compare import compare
from rights.model import Article, Assessment, Credit, CreditKind, Match, Reason, Verdict, Work
from tests.check.island import OneWork, island

TEXT = (
    "The ferry to the island had been out of service since the storm damaged its engine. Its owner promised to repair it before the "
    "season begins, but nobody believed him. The island's only shop has begun to ration bread and milk among its customers."
)


@dataclass(frozen=True)
class TwoWorks(OneWork):
    """Both hold the same text, and the second is found first."""

    second: Work

    def copied_by(self, article: Article) -> Sequence[tuple[Work, Match]]:
        return [(work, compare(work, article)) for work in (self.second, self.work)]


def check(
    text: str = TEXT, *, published: str | None = "2024-06-10", work_text: str = TEXT, **page: object
) -> Assessment:
    work = Work(id="w", url="https://island.example/ferry", text=work_text, published="2024-06-10", publisher="island")
    copy = Article(url="https://herald.example/a", text=text, published=published, **page)  # type: ignore[arg-type]
    (found,) = check_article(copy, Tools(library=island("attr.source"), works=OneWork(work)))
    return found


def test_a_copy_without_a_credit_is_a_breach() -> None:
    assert check().verdict is Verdict.VIOLATION


@pytest.mark.parametrize("published", ["2024-06-12", None])
def test_a_later_or_undated_copy_is_a_breach(published: str | None) -> None:
    assert check(published=published).verdict is Verdict.VIOLATION


def test_a_page_that_was_there_days_before_the_work_is_accused_of_nothing() -> None:
    found = check(published="2024-06-01")
    assert (found.verdict, found.reason) == (Verdict.INCOMPLETE, Reason.UNDECIDABLE)


def test_an_earlier_page_that_credits_the_work_is_judged_all_the_same() -> None:
    credit = Credit(
        kind=CreditKind.ORIGINAL_PUBLICATION,
        text="First published by Island Post.",
        source_name="Island Post",
        href="https://island.example/ferry",
    )
    assert check(published="2024-06-01", credits=(credit,)).reason is None


@pytest.mark.parametrize("href", ["https://island.example/ferry", None])
@pytest.mark.parametrize(("publisher", "judged"), [("island", ["island-1"]), ("herald", ["island-1", "island-2"])])
def test_another_version_of_the_credited_work_is_not_held_against_the_page(
    publisher: str, judged: list[str], href: str | None
) -> None:
    first = Work(id="island-1", url="https://island.example/ferry", text=TEXT, authors=("Ann Lee",), publisher="island")
    second = replace(first, id="island-2", url="https://other.example/2", authors=("Bo Tan",), publisher=publisher)
    credit = Credit(
        kind=CreditKind.ORIGINAL_PUBLICATION,
        text="By Ann Lee. First published by Island Post (https://island.example/ferry).",
        source_name="Island Post",
        href=href,
    )
    copy = Article(url="https://valley.example/a", text=TEXT, published="2024-06-12", credits=(credit,))
    library = island("attr.source")
    found = check_article(copy, Tools(library=library, works=TwoWorks(first, second)))
    assert [one.republication.work.id for one in found if one.republication] == judged


def test_an_agencys_text_on_both_pages_is_nobodys_breach() -> None:
    wire = f"PORT HOPE (Reuters) - {TEXT}"
    found = check(wire, work_text=wire)
    assert (found.verdict, found.reason) == (Verdict.INCOMPLETE, Reason.UNDECIDABLE)


WHOLE_HEAD: dict[str, object] = {
    "canonical": "https://island.example/ferry",
    "publisher": "Island Post",
    "site_name": "Island Post",
}


def test_a_page_that_says_in_every_way_that_it_is_the_publisher_is_for_a_person() -> None:
    found = check(**WHOLE_HEAD)
    assert (found.verdict, found.reason) == (Verdict.INCOMPLETE, Reason.UNDECIDABLE)


@pytest.mark.parametrize("other", WHOLE_HEAD)
def test_a_page_with_a_head_of_its_own_is_judged(other: str) -> None:
    page = WHOLE_HEAD | {other: "https://herald.example/a" if other == "canonical" else "Daily Herald"}
    assert check(**page).verdict is Verdict.VIOLATION


def test_a_known_work_of_an_unknown_publisher_is_named_all_the_same() -> None:
    copy = Article(url="https://herald.example/a", text=TEXT)
    (found,) = check_article(copy, Tools(library=Library([]), works=OneWork(Work(id="w", text=TEXT))))
    assert (found.verdict, found.reason) == (Verdict.INCOMPLETE, Reason.NO_POLICY)
    assert found.republication
    assert found.republication.work.id == "w"
