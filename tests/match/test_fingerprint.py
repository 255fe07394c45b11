"""The promise of winnowing, kept for every text: a shared run of k + w - 1 words is found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.match.fingerprint import FEW, Scheme, grams, hash_words, scheme_for, winnow
from rights.match.words import words_of

WORD = st.sampled_from([f"{a}{b}" for a in "bdgklmnprstvz" for b in "aeiouy"])
TEXT = st.lists(WORD, max_size=60)


@pytest.mark.parametrize(("works", "words"), [(0, 13), (FEW - 1, 13), (FEW, 15), (10_000_000, 15)])
def test_the_guarantee_by_size(works: int, words: int) -> None:
    assert scheme_for(works).guarantee == words


def test_the_numbers_are_the_same_on_every_machine() -> None:
    words, counts = hash_words(["The quick brown fox", "", "internationalisation of Ünïcödé 中文"])
    assert counts.tolist() == [4, 0, 5]
    assert [f"{word:016x}" for word in words.tolist()[:2]] == ["a884f64048d19acd", "48ea5e9181b36707"]


@settings(max_examples=300, deadline=None)
@given(
    TEXT, TEXT, TEXT, TEXT, st.data(),
    st.builds(Scheme, st.integers(1, 9), st.integers(1, 17)),
)  # fmt: skip
def test_every_shared_run_is_found(
    before: list[str], after: list[str], ahead: list[str], behind: list[str], data: st.DataObject, scheme: Scheme
) -> None:
    run = data.draw(st.lists(WORD, min_size=scheme.guarantee, max_size=scheme.guarantee + 3))
    work, page = " ".join(before + run + after), " ".join(ahead + run + behind)
    kept, _ = winnow(*hash_words([work]), scheme)
    asked = grams(hash_words([page])[0], scheme.k)
    inside = asked[len(ahead) : len(ahead) + len(run) - scheme.k + 1]
    assert np.isin(inside, kept).any()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=80), st.text("ab -'’.,\n1\u00ad"), TEXT.map(" ".join)), max_size=6))
def test_many_texts_at_once_are_each_text_alone(texts: list[str]) -> None:
    words, counts = hash_words(texts)
    assert counts.tolist() == [len(words_of(text)) for text in texts]
    alone = [hash_words([text])[0] for text in texts]
    assert words.tolist() == [number for one in alone for number in one.tolist()]
    scheme = Scheme(3, 4)
    kept, owners = winnow(words, counts, scheme)
    for place, one in enumerate(alone):
        expected, _ = winnow(one, np.array([len(one)]), scheme)
        assert set(kept[owners == place].tolist()) == set(expected.tolist())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.text(min_size=1, max_size=20), st.text("abc", min_size=60, max_size=80)), max_size=20))
def test_equal_words_have_equal_numbers_and_others_not(parts: list[str]) -> None:
    text = " ".join(parts)
    words = words_of(text)
    numbers = hash_words([text])[0].tolist()
    assert len({*zip(words, numbers, strict=True)}) == len(set(numbers))
    assert len(set(numbers)) == len({(word.encode()[:64], len(word.encode())) for word in words})


def test_density_is_two_in_w_plus_one() -> None:
    rng = np.random.default_rng(7)
    text = " ".join(f"w{number}" for number in rng.integers(0, 10**9, 40_000))
    scheme = Scheme(6, 8)
    kept, _ = winnow(*hash_words([text]), scheme)
    assert len(kept) / 40_000 == pytest.approx(2 / (scheme.w + 1), rel=0.03)


def test_short_texts_keep_one_number_or_none() -> None:
    scheme = Scheme(6, 8)
    kept, owners = winnow(*hash_words(["one two three", "one two three four five six seven", "a b c d e f"]), scheme)
    assert owners.tolist() == [1, 2]
    assert len(kept) == 2
