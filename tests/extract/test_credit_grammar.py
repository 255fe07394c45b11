"""Credits in any order of words, in sixteen languages: half of the lines that ADR 0104 tells how they were written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from rights.extract.credit_line import read_line
from rights.extract.credit_sentence import classify, read_forms
from rights.extract.credit_words import WORDS
from rights.needles import needles
from tests.extract.phrases import BLIND, Phrase, alike, names_on_page, phrases

FLOORS = json.loads(Path(__file__).with_name("credit_floors.json").read_text(encoding="utf-8"))["blind"]
LANGUAGES = tuple(sorted(path.stem for path in BLIND.glob("*.txt")))


@cache
def judged(language: str) -> tuple[tuple[Phrase, tuple[str, ...]], ...]:
    """Each line of a language with the names that a page ending in it credits."""
    return tuple((phrase, tuple(names_on_page(phrase, language))) for phrase in phrases(language, BLIND))


def _all() -> list[tuple[Phrase, tuple[str, ...]]]:
    return [pair for language in LANGUAGES for pair in judged(language)]


def _precision(pairs: list[tuple[Phrase, tuple[str, ...]]]) -> float:
    found = [phrase for phrase, names in pairs if names]
    return sum(phrase.name is not None for phrase in found) / len(found)


def _recall(pairs: list[tuple[Phrase, tuple[str, ...]]]) -> float:
    seen = [bool(names) for phrase, names in pairs if phrase.name is not None]
    return sum(seen) / len(seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_stays_above_its_floor(language: str) -> None:
    pairs = list(judged(language))
    false = [(phrase.why, phrase.text) for phrase, names in pairs if names and phrase.name is None]
    missed = [phrase.text for phrase, names in pairs if phrase.name is not None and not names]
    assert _precision(pairs) >= FLOORS["precision of a language"], false
    assert _recall(pairs) >= FLOORS["recall of a language"], missed


def test_all_languages_together_stay_above_the_floors() -> None:
    pairs = _all()
    named = [any(alike(p.name, name) for name in names) for p, names in pairs if p.name and names]
    assert len(pairs) >= 700
    assert _precision(pairs) >= FLOORS["precision"]
    assert _recall(pairs) >= FLOORS["recall"]
    assert sum(named) / len(named) >= FLOORS["right name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ursprünglich wurde dieser Text in der Zeitschrift „Das Watt“ publiziert.", "Das Watt"),
        ("Our thanks go to The Tidal Post, where a version of this article was first published.", "The Tidal Post"),
        ("Wir danken Küste & Meer für die Genehmigung zum Nachdruck.", "Küste & Meer"),
        ("El Dique publicó este artículo por primera vez el 2 de junio.", "El Dique"),
        ("© The Reed Times. Reprinted with permission. All rights reserved.", "The Reed Times"),
        ("Este comentario fue publicado originalmente el 12 de marzo de 2016 en La Avanzada.", "La Avanzada"),
        ("Veröffentlicht mit freundlicher Genehmigung von Funk & Draht.", "Funk & Draht"),
        ("Lea Moos ist Redakteurin bei Stadtpult, wo dieser Artikel zuerst erschien.", "Stadtpult"),
        ("Dit is een vertaling van een artikel uit The Lantern.", "The Lantern"),
        ("This story first ran at [openmarsh](https://openmarsh.example/a).", "openmarsh"),
    ],
)
def test_a_sentence_in_its_own_order_names_the_outlet(text: str, name: str) -> None:
    found = classify(text)
    assert found is not None
    assert found.source_name == name


@pytest.mark.parametrize(
    "text",
    [
        "This article was later republished by The Reed Times.",
        "This guide was cross-posted on [Medium](https://medium.example/2).",
        "Republication of this article without consent is forbidden.",
        "Dieser Text darf ohne Genehmigung des Verlags nicht übernommen werden.",
        "This study was first published in Nature Water.",
        "Das Buch erschien ursprünglich 1974 in Zürich.",
        "This article was written by Ida Crane, a teacher in Oslo.",
        "We first ran this story in March.",
        "This story was developed in partnership with Crane Catering by our branded content team.",
        "La entrevista publicada en El Junco provocó una dura polémica.",
        "Bild: mit freundlicher Genehmigung des Wasserverbands",
    ],
)
def test_what_says_how_others_use_it_or_what_it_is_about_is_none(text: str) -> None:
    assert read_forms(read_line(text)) == []


def test_every_word_is_read_only_where_its_language_is_looked_for() -> None:
    """The words of a credit open the door of their language, all but those of every page."""
    for language, words in WORDS:
        for pattern in (words.again, words.leave, words.translated):
            closed = [x for x in needles(pattern.pattern)[0] if not any(t in x or x in t for t in language.triggers)]
            assert len(closed) <= 8, (language.triggers[0], closed)
