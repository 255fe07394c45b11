"""Phrases by which copies are searched: rare, from every region, never shared by several works."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rights.discover.phrases import LONGEST, SHORTEST, Rarity, distinctive, shared_words
from rights.match import growing
from rights.match.index import Index
from rights.match.words import words_of
from rights.model import Work

COMMON = "the people of the town said that they would go to the place and see what it was all about in the end. "
TEXT = (
    COMMON * 3
    + "Wildlife wardens counted forty heron nests above the drained Calder reservoir before dawn. "
    + COMMON * 6
    + "Hydrologists blame leaking Victorian culverts beneath the abandoned Thornfield colliery for vanished water. "
    + COMMON * 6
    + "Councillor Imogen Pryce promised emergency dredging once nesting season formally concludes in August. "
)
RARITY = Rarity.of([COMMON] * 50 + [TEXT])


def test_one_phrase_from_each_region_the_rare_one() -> None:
    phrases = distinctive(TEXT, RARITY, count=3)
    assert len(phrases) == 3
    assert any("heron nests" in phrase for phrase in phrases)
    assert any("Victorian culverts" in phrase for phrase in phrases)
    assert any("emergency dredging" in phrase for phrase in phrases)
    for phrase in phrases:
        assert SHORTEST <= len(phrase.split()) <= LONGEST
        assert phrase in TEXT


def test_what_several_works_share_is_never_chosen(tmp_path: Path) -> None:
    notice = "Subscribe to our excellent fortnightly ornithology bulletin delivered straight into your inbox gratis. "
    works = [
        Work(
            id=str(n),
            text=f"{notice} Quite unlike number {n} is whatever follows here about topic {n} alone. " + COMMON,
        )
        for n in range(5)
    ]
    works.append(Work(id="x", text=notice + TEXT))
    with Index.create(tmp_path) as index:
        growing.add(index, works)
        with_index = distinctive(works[-1].text, RARITY, count=1, shared=shared_words(index))
    without = distinctive(works[-1].text, RARITY, count=1)
    assert "bulletin" in without[0] or "ornithology" in without[0]
    assert "bulletin" not in with_index[0]
    assert "ornithology" not in with_index[0]


def test_a_short_text_has_none_and_an_empty_corpus_still_gives_some() -> None:
    assert distinctive("Too few words here.", RARITY) == []
    assert distinctive("", RARITY) == []
    assert distinctive(TEXT, Rarity.of([]), count=2)


@given(st.text(max_size=400))
def test_any_text_gives_phrases_of_the_right_length(text: str) -> None:
    for phrase in distinctive(text, RARITY):
        assert SHORTEST - 2 <= len(words_of(phrase)) <= LONGEST + 2
