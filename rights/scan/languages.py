"""The language gate of a scan: no copy of an English work is sought in a page in Thai.

Shut only on what is sure: every work says its language, and the archive says those of the record (as Common Crawl does in
WET files), or its text speaks clearly.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel.core import get_global

from rights.extract.language import detect_language

#: Languages that those who label texts take for one another.
_ALIKE = {"nb": "no", "nn": "no", "da": "no", "hr": "sh", "sr": "sh", "bs": "sh", "ms": "id", "gl": "pt"}
_NOT_TOLD = {"", "und", "mis", "mul", "zxx"}
#: How sure a text must be to speak clearly.
_SURE = 0.9


class LanguageGate:
    """Lets in what may be in a language of the works; everything where ``works`` is None, for some do not say theirs."""

    def __init__(self, works: Iterable[str] | None) -> None:
        self._known = None if works is None else frozenset(map(_one, works))

    def admits(self, label: str | None) -> bool:
        """Whether a record with this label (codes of ISO 639, commas between) may be in one of the languages."""
        found = [_one(code) for code in (label or "").split(",")]
        return self._known is None or any(code in self._known or code in _NOT_TOLD for code in found)

    def admits_text(self, text: str) -> bool:
        """Whether a text without a label may be in one of the languages."""
        if self._known is None:
            return True
        language, sure = detect_language(text)
        return language is None or sure < _SURE or _one(language) in self._known


@cache
def _one(tag: str) -> str:
    """A language from its tag or code: ``pt-BR`` and ``por`` are ``pt``."""
    code = tag.strip().replace("_", "-").split("-")[0].lower()
    short = str(get_global("language_aliases").get(code, code)).split("_")[0]
    return _ALIKE.get(short, short)
