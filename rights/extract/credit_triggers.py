"""Which languages' credit forms a text may hold at all: a cheap look for the words that every credit has one of."""

from __future__ import annotations

import re
from dataclasses import replace

from rights.extract.credit_forms import Language
from rights.extract.credit_forms_east import EAST
from rights.extract.credit_forms_en import ENGLISH
from rights.extract.credit_forms_europe import EUROPE
from rights.extract.credit_forms_labels import LABELS
from rights.extract.credit_forms_north import NORDIC
from rights.patterns import late

LANGUAGES: tuple[Language, ...] = (ENGLISH, *EUROPE, NORDIC, *EAST, LABELS)


def lower(text: str) -> str:
    """The text in lower case with every character in its place."""
    low = (text if text.isascii() else text.replace("İ", "I")).lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def spoken(low: str) -> tuple[Language, ...]:
    """The languages whose forms may stand in a lower-case text, each with only the triggers that stand in it."""
    present: set[str] = set()
    for word in set(low.replace("'", " ").replace("’", " ").replace("/", " ").split()):
        bare = word if word[0].isalpha() else word.lstrip(_QUOTES)
        for trigger, first in _HEADS.get(bare[:_HEAD], ()):
            if trigger not in present and bare.startswith(first) and (trigger is first or trigger in low):
                present.add(trigger)
    wide = not low.isascii() and _WIDE.search(low) is not None
    found = []
    for language, loose in zip(LANGUAGES, _LOOSE, strict=True):
        triggers = tuple(t for t in language.triggers if t in present)
        triggers += tuple(t for t in loose if (wide or not _WIDE.match(t)) and t in low)
        if triggers:
            found.append(replace(language, triggers=triggers))
    return tuple(found)


#: Triggers are looked up by the first letters of a text's words; those that do not begin with a letter, and those of
#: scripts that glue words together, are looked for as they are.
_HEAD = 3
_QUOTES = '"“”„«»‘([{<*_>•|-–—.,:'
_WIDE = late(r"[\u0590-\u06ff\u3040-\u9fff\uac00-\ud7a3]")


def _by_head(trigger: str) -> bool:
    return trigger[:_HEAD].isalpha() and len(trigger) >= _HEAD and not _WIDE.search(trigger)


def _heads() -> dict[str, tuple[tuple[str, str], ...]]:
    """Triggers with their first words, by the first letters."""
    heads: dict[str, dict[str, str]] = {}
    for trigger in (t for language in LANGUAGES for t in language.triggers if _by_head(t)):
        first = re.split(r"[\s'’/]", trigger)[0]
        heads.setdefault(trigger[:_HEAD], {})[trigger] = trigger if first == trigger else first
    return {head: tuple(triggers.items()) for head, triggers in heads.items()}


_HEADS = _heads()
_LOOSE = tuple(tuple(t for t in language.triggers if not _by_head(t)) for language in LANGUAGES)
