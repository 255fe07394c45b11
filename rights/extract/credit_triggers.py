"""Which languages' credit forms a text may hold at all: a cheap look for the words that every credit has one of."""

from __future__ import annotations

from dataclasses import replace

from rights.extract.credit_forms import Language
from rights.extract.credit_forms_east import EAST
from rights.extract.credit_forms_en import ENGLISH
from rights.extract.credit_forms_europe import EUROPE
from rights.extract.credit_forms_labels import LABELS
from rights.extract.credit_forms_north import NORDIC
from rights.literals import Literals
from rights.patterns import late

LANGUAGES: tuple[Language, ...] = (ENGLISH, *EUROPE, NORDIC, *EAST, LABELS)


def lower(text: str) -> str:
    """The text in lower case with every character in its place."""
    low = (text if text.isascii() else text.replace("İ", "I")).lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def spoken(low: str) -> tuple[Language, ...]:
    """The languages whose forms may stand in a lower-case text, each with only the triggers that stand in it and the forms that
    may.
    """
    text = _TRIGGERS.in_text(low)
    wide = not low.isascii() and _WIDE.search(low) is not None
    found = []
    for language, begin_words, loose, glued in _BY_SHAPE:
        triggers = [t for t in begin_words if t in text and _begins_a_word(t, low)]
        triggers += [t for t in loose if t in text]
        triggers += [t for t in glued if t in text] if wide else []
        if triggers:
            forms = tuple(form for form in language.forms if form.may_stand(text))
            found.append(replace(language, triggers=tuple(triggers), forms=forms))
    return tuple(found)


_TRIGGERS = Literals()
_QUOTES = '"“”„«»‘([{<*_>•|-–—.,:'
_WIDE = late(r"[\u0590-\u06ff\u3040-\u9fff\uac00-\ud7a3]")


def _begins_a_word(literal: str, low: str) -> bool:
    at = low.find(literal)
    while at >= 0:
        before = at
        while before and low[before - 1] in _QUOTES:
            before -= 1
        if not before or low[before - 1].isspace() or low[before - 1] in "'’/":
            return True
        at = low.find(literal, at + 1)
    return False


def _by_shape(language: Language) -> tuple[Language, list[str], list[str], list[str]]:
    """A language with its triggers that begin a word, those that may stand anywhere, those of scripts that glue words."""
    words = [t for t in language.triggers if len(t) >= 3 and t[:3].isalpha() and not _WIDE.search(t)]
    others = [t for t in language.triggers if t not in words]
    return language, words, [t for t in others if not _WIDE.match(t)], [t for t in others if _WIDE.match(t)]


_BY_SHAPE = tuple(map(_by_shape, LANGUAGES))
