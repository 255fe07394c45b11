"""A page that takes too long ends with an error of its own."""

from __future__ import annotations

import threading

import pytest

from rights.bounded import bounded
from rights.errors import ExtractError
from rights.model import Article, Page


def endless(page: Page) -> Article:
    while True:
        pass


def test_reading_ends_at_the_deadline() -> None:
    with pytest.raises(ExtractError, match="computing"):
        bounded(endless, 0.05)(Page(body=b""))


def test_a_quick_page_is_not_disturbed_and_no_alarm_stays() -> None:
    assert bounded(lambda page: Article(title="t"), 0.05)(Page(body=b"")).title == "t"
    sum(range(3_000_000))


def test_outside_of_the_main_thread_nothing_is_armed() -> None:
    seen: list[str | None] = []
    worker = threading.Thread(
        target=lambda: seen.append(bounded(lambda page: Article(title="t"))(Page(body=b"")).title)
    )
    worker.start()
    worker.join()
    assert seen == ["t"]
