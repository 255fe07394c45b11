"""The language gate of a scan: no copy of an English work is sought in a page in Thai.

Shut only on what is sure: every work says its language, the page is in others, as the archive says (Common Crawl does in WET
files) or its text clearly speaks, and holds no words of the works' languages either: an English article may stand under German
headings, or be cited on a German page.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel.core import get_global

from rights.extract.language import detect_language, may_hold

#: Languages that those who label texts take for one another.
_ALIKE = {"nb": "no", "nn": "no", "da": "no", "hr": "sh", "sr": "sh", "bs": "sh", "ms": "id", "gl": "pt"}
_NOT_TOLD = {"", "und", "mis", "mul", "zxx"}
#: How sure a text must be to speak clearly.
_SURE = 0.9


class LanguageGate:
    """Lets in what may hold a language of the works; everything where ``works`` is None, for some do not say theirs."""

    def __init__(self, works: Iterable[str] | None) -> None:
        self._known = None if works is None else frozenset(map(_code, works))

    def admits(self, text: str, label: str | None = None) -> bool:
        """Whether a text may hold a passage in one of the languages.

        ``label``: the languages that the archive names (codes of ISO 639, commas between), None where it names none.
        """
        if self._known is None:
            return True
        own = [_code(code) for code in (label or "").split(",") if code.strip().lower() not in _NOT_TOLD]
        if not own:
            language, sure = detect_language(text)
            if language is None or sure < _SURE:
                return True
            own = [language]
        if {_ALIKE.get(code, code) for code in own} & {_ALIKE.get(code, code) for code in self._known}:
            return True
        return any(may_hold(text, code, own) for code in self._known)


@cache
def _code(tag: str) -> str:
    """A language's shortest code from a tag or code: ``pt-BR`` and ``por`` are ``pt``."""
    code = tag.strip().replace("_", "-").split("-")[0].lower()
    return str(get_global("language_aliases").get(code, code)).split("_")[0]
