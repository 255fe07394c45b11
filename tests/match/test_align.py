"""Alignment through its public door."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.match.align import align
from rights.match.sides import unit_bounds
from rights.match.words import tokenise

STEMS = [
    "river",
    "council",
    "vote",
    "bridge",
    "harbour",
    "engine",
    "winter",
    "market",
    "teacher",
    "garden",
    "signal",
    "copper",
    "letter",
    "forest",
    "island",
    "nurse",
    "budget",
    "ferry",
    "museum",
    "orchard",
    "tunnel",
    "witness",
    "border",
    "climate",
    "drought",
    "festival",
    "glacier",
    "hospital",
    "journal",
    "kitchen",
]


def prose(seed: int, count: int) -> list[str]:
    """Words that mean nothing, each seed its own; about one in three is a common word."""
    rng = random.Random(seed)
    common = ["the", "of", "and", "a", "to", "in", "was", "for", "on", "that", "with", "by"]
    made = [f"{rng.choice(STEMS)}{rng.choice('abcdefghij')}{rng.choice('klmnop')}" for _ in range(160)]
    return [rng.choice(common) if rng.random() < 0.35 else rng.choice(made) for _ in range(count)]


WORK = prose(1, 480)
OTHER = prose(2, 400)


def covered(spans: list[tuple[int, int]]) -> set[int]:
    return {at for span in spans for at in range(*span)}


def test_a_whole_copy_is_one_passage_with_word_offsets_of_both_sides() -> None:
    match = align(" ".join(WORK), " ".join([*OTHER[:12], *WORK, *OTHER[12:]]))
    assert [(p.work, p.copy) for p in match.passages] == [((0, 480), (12, 492))]
    assert match.containment == 1.0
    assert match.words == match.longest == 480
    assert match.copy_share == pytest.approx(480 / 880)
    assert match.resemblance == pytest.approx(480 / 880)


def test_punctuation_belongs_to_the_word_before_it_and_a_lone_dash_counts_as_a_word() -> None:
    work = "“Well,” said the mayor — who had come by ferry — “this state-of-the-art bridge is what the town had waited for all winter.”"
    match = align(work, "Note: - " + work)
    (passage,) = match.passages
    assert passage.work == (0, len(work.split()))
    assert passage.copy == (2, 2 + len(work.split()))
    assert match.containment == 1.0


@pytest.mark.parametrize(("start", "end"), [(0, 240), (200, 296), (300, 325), (455, 480)])
def test_an_excerpt_is_found_where_it_stands(start: int, end: int) -> None:
    match = align(" ".join(WORK), " ".join([*OTHER[:100], *WORK[start:end], *OTHER[100:]]))
    assert [(p.work, p.copy) for p in match.passages] == [((start, end), (100, 100 + end - start))]
    assert match.containment == pytest.approx((end - start) / 480)


def test_moved_paragraphs_are_all_found() -> None:
    order = [3, 0, 2, 1]
    copy = [word for part in order for word in WORK[part * 120 : part * 120 + 120]]
    match = align(" ".join(WORK), " ".join(copy))
    assert match.containment >= 0.995
    assert [p.work[0] // 100 for p in match.passages] == [3, 0, 2, 1]


@pytest.mark.parametrize(("rate", "points"), [(0.05, 1.0), (0.2, 2.0)])
def test_the_share_kept_is_measured_through_edits(rate: float, points: float) -> None:
    errors = []
    for seed in range(12):
        rng = random.Random(seed)
        kept = [rng.random() >= rate for _ in WORK]
        copy = [word if stays else f"new{rng.randrange(9999)}" for word, stays in zip(WORK, kept, strict=True)]
        match = align(" ".join(WORK), " ".join([*OTHER[:50], *copy, *OTHER[50:]]))
        errors.append(100 * abs(match.containment - sum(kept) / len(kept)))
        found = covered([p.work for p in match.passages])
        assert len(found & {at for at, stays in enumerate(kept) if stays}) >= 0.97 * sum(kept)
    assert sum(errors) / len(errors) <= points


def test_pages_that_share_only_common_words_share_nothing() -> None:
    match = align(" ".join(WORK), " ".join(OTHER))
    assert (match.words, match.passages, match.containment) == (0, (), 0.0)


def test_a_teaser_of_a_dozen_words_is_no_copy() -> None:
    assert align(" ".join(WORK), " ".join([*OTHER[:90], *WORK[:12], *OTHER[90:]])).words == 0


def test_a_scattered_rewrite_counts_when_it_is_much_of_the_text() -> None:
    copy: list[str] = []
    for at in range(0, 200, 10):
        copy += [*WORK[at : at + 5], *OTHER[at : at + 4]]
    match = align(" ".join(WORK[:220]), " ".join(copy))
    assert match.words >= 80


def test_a_short_work_counts_when_most_of_it_is_there() -> None:
    work = "Ferry to the island is cancelled until further notice."
    assert align(work, "Good morning. " + work + " " + " ".join(OTHER)).words == 9


@pytest.mark.parametrize(
    ("work", "copy"), [("", ""), ("one two", "one two"), ("", " ".join(WORK)), (" ".join(WORK), "")]
)
def test_texts_too_short_to_share_a_seed_share_nothing(work: str, copy: str) -> None:
    assert align(work, copy).passages == ()


@pytest.mark.skipif(len(tokenise("新桥")) < 2, reason="this tokeniser does not part characters")
def test_scripts_without_spaces_count_characters() -> None:
    work = "市议会星期一投票决定修建一座横跨海港的新桥，预计工程将于明年冬天开始。居民对此表示欢迎。"
    copy = "本报讯：" + work + "（完）"
    match = align(work, copy)
    characters = len(re.sub(r"\W", "", work))
    assert match.words == characters
    assert [(p.work, p.copy) for p in match.passages] == [((0, characters), (3, 3 + characters))]


def test_korean_counts_spaced_words() -> None:
    work = "시의회는 월요일 항구를 가로지르는 새 다리를 건설하기로 결정했다 공사는 내년 겨울에 시작될 예정이다"
    match = align(work, "알림: " + work)
    assert [(p.work, p.copy) for p in match.passages] == [((0, len(work.split())), (1, 1 + len(work.split())))]


def test_repetition_without_end_is_answered_in_bounded_time() -> None:
    match = align("la la la " * 5000, "la la la la " * 5000)
    assert match.containment <= 1.0


def test_a_text_aligned_with_itself_twice_over_is_counted_once() -> None:
    match = align(" ".join(WORK), " ".join([*WORK, *OTHER[:30], *WORK]))
    assert match.words == 480
    assert match.containment == 1.0


@given(
    st.lists(st.sampled_from(["a", "b", "c", "the", "—", "x-y", "é"]), max_size=60),
    st.lists(st.sampled_from(["a", "b", "c", "the", "—", "x-y", "z"]), max_size=60),
)
@settings(max_examples=150, deadline=None)
def test_whatever_is_aligned_the_answer_is_consistent(work: list[str], copy: list[str]) -> None:
    match = align(" ".join(work), " ".join(copy))
    assert 0.0 <= match.containment <= 1.0
    assert 0.0 <= match.resemblance <= 1.0
    assert 0.0 <= match.copy_share <= 1.0
    for passage in match.passages:
        assert 0 <= passage.work[0] < passage.work[1] <= len(work)
        assert 0 <= passage.copy[0] < passage.copy[1] <= len(copy)
    assert match.longest <= match.words <= len(work)


@given(st.integers(0, 5000), st.integers(20, 200), st.integers(0, 150))
@settings(max_examples=60, deadline=None)
def test_every_verbatim_run_of_fifteen_words_is_covered(seed: int, length: int, before: int) -> None:
    work = prose(seed, 260)
    other = prose(seed + 9000, 200)
    start = seed % (260 - length) if length < 260 else 0
    match = align(" ".join(work), " ".join([*other[:before], *work[start : start + length], *other[before:]]))
    assert set(range(before, before + length)) <= covered([p.copy for p in match.passages])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(max_examples=300, deadline=None)
def test_words_are_counted_as_str_split_counts_them(text: str) -> None:
    if re.search(
        "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]",
        text,
    ):
        return
    starts, ends = unit_bounds(text)
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == text.split()
