"""Reuse in other words."""

from __future__ import annotations

import random

from rights.match.detect import detect
from tests.match.test_align import prose

WORK = prose(21, 400)
OTHER = [f"{word}x" for word in prose(22, 400)]


def test_words_replaced_by_others_are_found_where_they_stand() -> None:
    rng = random.Random(1)
    spun = [word if rng.random() > 0.5 else f"synonym{rng.randrange(10**6)}" for word in WORK[100:300]]
    copy = " ".join([*OTHER[:150], *spun, *OTHER[150:]])
    (found,) = detect(" ".join(WORK), copy)
    words = copy[: found.copy[0]].count(" "), copy[: found.copy[1]].count(" ")
    assert abs(words[0] - 150) <= 12
    assert abs(words[1] - 350) <= 12
    assert 0.3 <= found.common <= 0.8


def test_shuffled_words_are_found() -> None:
    rng = random.Random(2)
    part = WORK[50:250]
    shuffled = [word for at in range(0, 200, 5) for word in rng.sample(part[at : at + 5], 5)]
    found = detect(" ".join(WORK), " ".join([*OTHER[:100], *shuffled, *OTHER[100:]]))
    assert len(found) == 1
    assert found[0].common == 1.0


def test_unrelated_texts_have_no_fragments() -> None:
    assert detect(" ".join(WORK), " ".join(OTHER)) == ()
    assert detect("", "") == ()
    assert detect("one", "one") == ()
