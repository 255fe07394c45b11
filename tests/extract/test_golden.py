"""Golden pages: what an editor sees on them is what extraction says, above floors pinned in ``golden_floors.json``."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from rights.extract.article import extract
from rights.model import Article
from tests.extract.golden_layouts import LAYOUTS, Golden, build
from tests.extract.golden_traps import TRAPS
from tests.extract.golden_words import WORDS

FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("golden_floors.json").read_text(encoding="utf-8"))
PAGES: dict[str, Golden] = {
    **{f"{name}-{lang}": build(name, lang) for name in LAYOUTS for lang in WORDS},
    **{name: make() for name, make in TRAPS.items()},
}
DENSE = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """4-grams of words; a character of a script that puts no space between words is one."""
    words = re.findall(r"\w+", DENSE.sub(lambda found: f" {found.group()} ", text))
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def f1(wanted: str, seen: str) -> float:
    """How much of a text was found and how much besides, in one number."""
    first, second = shingles(wanted), shingles(seen)
    total = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / total if total else 1.0


def compare(page: Golden, seen: Article) -> dict[str, float]:
    """Each thing that the page tells, and how well it was seen, from 0 to 1."""
    visible = tuple(credit for credit in seen.credits if credit.visible is not page.hidden_credit)
    return {
        "text": f1("\n".join(page.text), seen.text),
        "title": float(seen.title == page.title or not page.title),
        "authors": float({*seen.authors} == {*page.authors}) if page.authors else 1.0,
        "nobody invented": float(not seen.authors) if not page.authors else 1.0,
        "published": float(seen.published == page.published),
        "modified": float(seen.modified == page.modified),
        "language": float(seen.language == page.language or page.language is None),
        "site name": float(seen.site_name == page.site_name),
        "canonical": float((seen.canonical, seen.canonical_in) == (page.canonical or (None, None))),
        "credits": float(tuple(credit.source_name for credit in visible) == page.credits),
        "captions": float({*page.captions} <= {image.caption for image in seen.images}),
        "photo credits": float({*page.photo_credits} <= {image.credit for image in seen.images}),
        "copyrights": float({*page.copyrights} <= {(c.holder, c.year, c.of) for c in seen.copyrights}),
        "licences": float({*page.licences} <= {licence.spdx for licence in seen.licences}),
        "cut is told": float((seen.cut is not None) == page.cut),
    }


@pytest.fixture(scope="module")
def results() -> dict[str, dict[str, float]]:
    return {name: compare(page, extract(page.page())) for name, page in PAGES.items()}


def test_there_are_enough_pages_classes_and_languages() -> None:
    assert len(PAGES) >= 150
    assert len(LAYOUTS) + len(TRAPS) >= 60
    assert len(WORDS) >= 14


@pytest.mark.parametrize("what", FLOORS)
def test_what_is_on_the_page_is_seen(what: str, results: dict[str, dict[str, float]]) -> None:
    values = {name: result[what] for name, result in results.items()}
    worst = sorted((value, name) for name, value in values.items() if value < 0.95)
    assert sum(values.values()) / len(values) >= FLOORS[what], worst[:20]


def test_no_language_and_no_layout_is_much_worse_than_the_others(results: dict[str, dict[str, float]]) -> None:
    groups: dict[str, list[float]] = defaultdict(list)
    for name, result in results.items():
        layout, _, lang = name.partition("-")
        if lang:
            groups[layout].append(result["text"])
            groups[lang].append(result["text"])
    assert {name: sum(values) / len(values) for name, values in groups.items() if sum(values) / len(values) < 0.9} == {}


def test_every_floor_is_about_something_that_some_page_tells() -> None:
    results = {name: compare(page, Article(text="", authors=("Somebody Else",))) for name, page in PAGES.items()}
    assert [what for what in FLOORS if all(result[what] == 1.0 for result in results.values())] == []
