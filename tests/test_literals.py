"""Many literals at once: every answer is that of `str.find` and `in`, before and after the literals are known."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from rights.literals import Literals

_WORDS = st.text(alphabet="abcñß漢\n ", min_size=1, max_size=6)
_TEXTS = st.text(alphabet="abcñß漢\n ", max_size=200)


@settings(max_examples=200)
@given(st.lists(_TEXTS, min_size=3, max_size=6), st.lists(_WORDS, min_size=1, max_size=40))
def test_answers_are_those_of_str(texts: list[str], literals: list[str]) -> None:
    words = Literals()
    for text in texts:
        asked = words.in_text(text)
        for literal in literals:
            assert (literal in asked) == (literal in text)
            assert asked.find(literal) == text.find(literal)
            assert asked.find(literal, 7) == text.find(literal, 7)


@settings(max_examples=30)
@given(st.integers(65_500, 65_560), st.sampled_from(["donate", "spenden heute", "寄付する"]))
def test_a_literal_is_found_wherever_a_long_text_is_cut(before: int, literal: str) -> None:
    words = Literals()
    for text in ("x", "x" * before + literal + "y" * 70_000, "x" * 200_000):
        asked = words.in_text(text)
        assert (literal in asked) == (literal in text)
        assert asked.find(literal) == text.find(literal)


def test_a_text_of_nothing_but_literals_is_told_in_bounded_memory() -> None:
    literals = [letter * length for letter in "ab" for length in range(3, 60)]
    limit = "import resource; resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))\n"
    program = f"from rights.literals import Literals\nwords, literals = Literals(), {literals!r}\n" + (
        "for text in ('', 'a' * 3_000_000):\n    asked = words.in_text(text); print(sum(x in asked for x in literals))\n"
    )
    done = subprocess.run([sys.executable, "-c", limit + program], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["0", "57"], done.stderr


def test_half_a_surrogate_pair_is_searched_all_the_same() -> None:
    words = Literals()
    for text in ("donate", "\ud800 donate"):
        asked = words.in_text(text)
        assert "donate" in asked
        assert "spenden" not in asked


def test_the_first_text_does_without_the_library() -> None:
    program = (
        "import sys\nfrom rights.literals import Literals\nwords = Literals()\n"
        "print('donate' in words.in_text('please donate'), 'ahocorasick_rs' in sys.modules)\n"
        "print('donate' in words.in_text('please donate'), 'ahocorasick_rs' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "True", "True"]
