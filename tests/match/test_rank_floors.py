"""How often the right work is first, by kind of copy: never below what is pinned in ``rank_floors.json``."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.matching import judged, told
from benchmarks.pages import Chain, pages
from rights.match.copied import Matcher
from rights.match.growing import add
from rights.match.index import Index
from rights.model import Work
from tests.match.texts import text

FLOORS = json.loads((Path(__file__).parent / "rank_floors.json").read_text())


def test_the_right_work_is_first(tmp_path: Path) -> None:
    chain = Chain([text(f"source {number}", 400) for number in range(60)])
    works = [(f"w{number}", one) for number, one in enumerate(chain.write(600, 400, 1))]
    filler = Chain([text(f"other {number}", 400) for number in range(60)])
    with Index.create(tmp_path / "index") as index:
        add(index, (Work(id=ref, text=one) for ref, one in works))
        matcher = Matcher(index)
        rates, _ = judged(lambda page: told(matcher.match(page)), list(pages(works, filler, 10, 100, 3)), dict(works))
    assert rates.keys() == FLOORS.keys()
    below = {kind: rate for kind, rate in rates.items() if rate < FLOORS[kind]}
    assert below == {}
