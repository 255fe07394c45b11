"""Several originals in one page."""

from __future__ import annotations

from rights.match.cover import align_many
from tests.match.test_align import prose

FIRST, SECOND, THIRD = (" ".join(prose(seed, 300)) for seed in (11, 12, 13))


def test_both_of_two_merged_works_are_reported() -> None:
    page = " ".join([*FIRST.split()[:150], *SECOND.split()[100:250]])
    found = align_many(page, [THIRD, FIRST, SECOND])
    assert [(one.index, one.own, one.beside) for one in found] == [(1, 150, None), (2, 150, None)]


def test_a_near_duplicate_is_named_beside_its_better_and_never_before_a_second_source() -> None:
    duplicate = " ".join(FIRST.split()[:290])
    page = " ".join([*FIRST.split(), *SECOND.split()[:60]])
    found = align_many(page, [duplicate, FIRST, SECOND])
    assert [(one.index, one.beside) for one in found] == [(1, None), (2, None), (0, 1)]
    assert found[2].match.containment > 0.99
    assert found[2].own == 0


def test_a_page_that_copies_nothing_has_no_originals() -> None:
    assert align_many(THIRD, [FIRST, SECOND]) == ()
    assert align_many("", []) == ()
