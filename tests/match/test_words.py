"""What a copy changes without changing a word leaves the words as they are, and every word knows its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.match.words import simple, tokenise, words_of

LATIN = st.text(
    st.characters(codec="utf-8", categories=["Lu", "Ll", "Nd", "Zs", "Po", "Pd", "Mn"], max_codepoint=0x24F)
)
ANY = st.one_of(st.text(), LATIN, st.text("aB1 -'’.,\n\u00adéß中한ภа\u0301\u200b"))


def words(text: str) -> str:
    return " ".join(tokenise(text).words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Army’s “well-known” men", "the us armys wellknown men"),
        ("1,000 cars at 5 p.m., said J.K. Rowling.", "1000 cars at 5 pm said jk rowling"),
        ("one.Two, three…four/five_six — seven--eight", "one two three four five six seven eight"),
        ("re\u00adpub\u200blish repub-\nlish re\u00ad\n publish", "republish republish republish"),
        ("well-known well-\r\n\tknown well\u2011known", "wellknown wellknown wellknown"),
        ("caf\u00e9 cafe\u0301 CAF\u00c9 Łódź Straße", "cafe cafe cafe lodz strasse"),
        ("\ufb01ne \uff11\uff12\uff13 \U0001d400\U0001d401 x² ½", "fine 123 ab x2 1 2"),
        ("Тhе рrісе оf а hоuse Ηеllо", "the price of a house hello"),
        ("Москва, новый ΑΘΗΝΑ", "москва новыи αθηνα"),
        ("العَرَبِيَّة كــتاب کتاب ٢٠٢٤", "العربية كتاب كتاب 2024"),
        ("中文測試 がぎ ｶﾞ", "中 文 測 試 か き カ"),
        ("한국어", "한 국 어"),
        ("น้ำใจ ๒๕๖๗", "น า ใ จ 2567"),
        ("हिन्दी भाषा", "हनद भष"),
        ("it`s Google™ © 2024 ", "its google 2024"),
        ("", ""),
        ("— … !", ""),
    ],
)
def test_words_are_what_a_reader_would_call_the_same(text: str, expected: str) -> None:
    assert words(text) == expected


def test_spans_lead_back_to_the_text() -> None:
    text = "Re\u00adpublish “cafe\u0301” ½ ﬁne 한국, U.S.-led"
    assert [text[start:end] for start, end in tokenise(text).spans] == [
        "Re\u00adpublish", "cafe\u0301", "½", "½", "ﬁne", "한", "국", "U.S", "led",
    ]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_spans_are_ordered_and_inside(text: str) -> None:
    found = tokenise(text)
    assert len(found.words) == len(found.spans) == len(found)
    end = 0
    for word, span in zip(found.words, found.spans, strict=True):
        assert word
        assert span[0] < span[1] <= len(text)
        assert span[1] >= end
        end = span[1]


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_all_doors_give_the_same_words(text: str) -> None:
    expected = tokenise(text).words
    assert tuple(words_of(text)) == expected
    plain = simple(text)
    if plain is not None:
        assert tokenise(plain).words == expected
    assert tokenise(" ".join(expected)).words == expected


@settings(max_examples=300, deadline=None)
@given(ANY, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_normal_forms_do_not_count(text: str, form: str) -> None:
    text = text.translate(dict.fromkeys(map(ord, "™℠´…‥︙"), " "))
    assert words(unicodedata.normalize(form, text)) == words(text)  # type: ignore[arg-type]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9), min_size=1, max_size=20), st.data())
def test_disguises_do_not_count(plain: list[str], data: st.DataObject) -> None:
    text = " ".join(plain)
    place = data.draw(st.integers(0, len(text) - 1))
    invisible = data.draw(st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u034f"))
    assert words(text[:place] + invisible + text[place:]) == text
    alike = str.maketrans("aeopcxyi", "аеорсхуі")
    assert words(text[:place] + text[place:].translate(alike)) == text
    assert words(text.upper().replace(" ", " \u00a0“")) == text


def test_a_hostile_text_takes_linear_time() -> None:
    for text in (
        "a-" + "\t" * 200_000,
        "-\n" * 100_000,
        "a'" * 100_000,
        "a." * 100_000,
        "а" * 200_000 + "a",
        "\u00ad" * 200_000,
    ):
        tokenise(text)
