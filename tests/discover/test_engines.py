"""Which engines are asked, and for which works on which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rights.discover.engines import chosen, engines_of
from rights.errors import InputError
from rights.fetch import Fetcher
from rights.model import Work
from rights.settings import Settings

DAY = date(2024, 6, 11)


def test_the_newest_works_are_chosen_every_day_and_all_others_in_turn() -> None:
    works = [Work(id=str(n), published=f"2024-01-{n:02}") for n in range(1, 29)]
    days = [chosen(works, 6, DAY + timedelta(days=n)) for n in range(9)]
    assert all([work.id for work in day[:3]] == ["28", "27", "26"] for day in days)
    assert all(len({work.id for work in day}) == 6 for day in days)
    assert {work.id for day in days for work in day} == {work.id for work in works}
    assert chosen(works[:2], 6, DAY) == [works[1], works[0]]
    assert chosen([], 6, DAY) == []


def test_engines_are_those_that_are_set_up() -> None:
    with Fetcher() as fetcher:
        names = [
            engine.name
            for engine in engines_of(Settings(searxng="http://s.example/", brave_key="b", gdelt=True), fetcher, DAY)
        ]
        assert names == ["searxng", "brave", "gdelt"]
        assert engines_of(Settings(), fetcher, DAY) == []
        with pytest.raises(InputError, match="RIGHTS_GOOGLE_ENGINE"):
            engines_of(Settings(google_key="k"), fetcher, DAY)
        with pytest.raises(InputError, match="COLLECTIONS"):
            engines_of(Settings(media_cloud_token="t", media_cloud_collections=("all",)), fetcher, DAY)
