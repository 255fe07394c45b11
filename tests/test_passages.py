"""Finding names and words in what a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights.passages import find_names, holds_words, plain, sentences


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("By Jim Walsh, Cherry Hill Courier-Post", "Cherry Hill Courier-Post", "Cherry Hill Courier-Post"),
        ("via GlobalResearch today", "Global Research", "GlobalResearch"),
        ("Agencia Publica, 2016", "Agência Pública", "Agencia Publica"),
        ("published by Agência\u00a0Pública.", "Agencia Publica", "Agência\u00a0Pública"),
        ("from ProPublica’s desk", "ProPublica", "ProPublica"),
        ("THE HERALD", "The Herald", "THE HERALD"),
        ("Heralding the news", "Herald", None),
        ("The Heralds", "The Herald", None),
        ("see herald.example for more", "herald.example", "herald.example"),
        ("By Jim WalshStaff Writer", "Jim Walsh", "Jim Walsh"),
        ("ByJim Walsh", "Jim Walsh", "Jim Walsh"),
        ("all JavaScript", "Java", None),
        ("转载自新华社北京", "新华社", None),
    ],
)
def test_names_are_found_as_whole_words(text: str, name: str, found: str | None) -> None:
    spans = [text[start:end] for start, end in find_names(text, [name])]
    assert spans == ([found] if found else [])


@given(st.text(max_size=200))
def test_plain_keeps_every_offset(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text(max_size=60), st.text(max_size=200))
def test_a_name_that_was_put_in_is_found_where_it_stands(name: str, around: str) -> None:
    text = f"{around} {name} {around}"
    for start, end in find_names(text, [name]):
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet=st.sampled_from(list("ab .!?\n“”\"'()é")), max_size=80))
def test_sentences_lose_nothing_but_spaces(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_sentences_end_with_their_quotation_marks() -> None:
    assert sentences("“We go.” She went. And then") == ["“We go.”", "She went.", "And then"]


def test_words_are_held_in_order_without_a_gap() -> None:
    assert holds_words("The river rose, and then it fell.", "rose and THEN")
    assert not holds_words("The river rose, and then it fell.", "rose then")
    assert not holds_words("The river rose", "")
