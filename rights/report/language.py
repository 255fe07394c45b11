"""Findings in the reader's language: gettext over the templates of messages."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from rights.model import Message
from rights.report.words import said

#: Turns a message into a sentence of one language.
Say = Callable[[Message | str], str]

DOMAIN = "rights"
LANGUAGES = ("en", "de", "fr", "es")


def say_in(language: str = "en") -> Say:
    """The translator for a language (``de``, ``de_DE.UTF-8``); what has no translation stays English."""
    return _say(tag_of(language))


def tag_of(language: str) -> str:
    """The one of our languages that a locale names; English where there is none."""
    tag = language.strip().lower()[:2]
    return tag if tag in LANGUAGES else "en"


def language_of(accepted: str) -> str:
    """The first of our languages that an ``Accept-Language`` header asks for, by its weights; else English."""
    wanted = []
    for number, part in enumerate(accepted[:500].split(",")):
        tag, _, weight = part.partition(";")
        try:
            share = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            share = 0.0
        wanted.append((-share, number, tag.strip().lower()[:2]))
    return next((tag for share, _, tag in sorted(wanted) if tag in LANGUAGES and share < 0), "en")


@lru_cache(maxsize=len(LANGUAGES) + 1)
def _say(language: str) -> Say:
    folder = Path(__file__).resolve().parent.parent / "locale"
    catalogue = gettext.translation(DOMAIN, folder, languages=[language], fallback=True)

    def say(text: Message | str) -> str:
        if isinstance(text, str):
            return catalogue.gettext(text) if text else ""
        template = catalogue.gettext(text.template) if text.template else ""
        if not text.values:
            return template
        values = {name: say(v) if isinstance(v, Message) else value(v) for name, v in text.values.items()}
        return template.format_map(values)

    def value(text: str) -> str:
        return text if language == "en" else said(text, catalogue.gettext)

    return say
