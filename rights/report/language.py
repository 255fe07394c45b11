"""Findings in the reader's language: gettext over the templates of messages."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from rights.model import Message

#: Turns a message into a sentence of one language.
Say = Callable[[Message | str], str]

DOMAIN = "rights"
LANGUAGES = ("en", "de", "fr", "es")


def say_in(language: str = "en") -> Say:
    """The translator for a language (``de``, ``de_DE.UTF-8``); what has no translation stays English."""
    return _say(language.split(".")[0].replace("-", "_").lower()[:2] or "en")


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
        return template.format_map({name: say(v) if isinstance(v, Message) else v for name, v in text.values.items()})

    return say
