"""A sample of the fuzzer's pages, the same in every run, and the inputs that once broke extraction."""

from __future__ import annotations

import pytest

from benchmarks.fuzz_extract import drawn, try_page
from benchmarks.fuzz_pieces import MEDIA, page_of
from rights.extract import article
from rights.model import Page


@pytest.mark.parametrize("lot", range(6))
def test_a_sample_of_hostile_pages_is_read_or_clearly_refused(lot: int) -> None:
    for number in range(60):
        assert try_page(page_of(drawn(lot, number), largest=20_000)) is None, (lot, number)


def test_the_sample_holds_every_declared_kind_and_pages_with_text() -> None:
    pages = [page_of(drawn(lot, number), largest=20_000) for lot in range(6) for number in range(60)]
    assert {page.headers.get("content-type") for page in pages} == set(MEDIA)
    assert sum(b"Harbour Lantern" in page.body for page in pages) > 60


def test_what_breaks_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: Page, site: object = None) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("benchmarks.fuzz_extract.extract", broken)
    told = try_page(Page(body=b"x"))
    assert told is not None
    assert told.startswith("ZeroDivisionError at test_fuzz.py:")
    assert article.extract is not broken
