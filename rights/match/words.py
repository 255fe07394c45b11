"""Words normalised for comparison, each with its place in the text.

What a copy changes without changing a word does not count: case, punctuation, typography, compatibility forms,
diacritics and points, invisible characters (also inside words), look-alike letters of another alphabet, hyphens and
hyphenation at a line's end, dots in abbreviations and separators in numbers.  Scripts written without spaces (Han,
kana, Thai, Lao, Khmer, Myanmar) and Hangul give one word a character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property

from rights.patterns import late

#: Bumped when `tokenise` changes: an index of another version must be rebuilt.
VERSION = 2


class Words:
    """Comparable words and, for each, the half-open character span in the text it came from.

    The spans are worked out when they are first asked for: most texts that are compared have nothing in common.
    """

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        self.text, self.words = text, words

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word stands in the text."""
        folded, origins = _fold(self.text)
        found = [match.span() for match in _pattern(folded).finditer(folded)]
        if origins is None:
            return tuple(found)
        return tuple((origins[start], _end(self.text, origins[end - 1] + 1)) for start, end in found)


def tokenise(text: str) -> Words:
    """Split a text into comparable words."""
    return Words(text, tuple(words_of(text)))


def words_of(text: str) -> Sequence[str]:
    """The comparable words alone."""
    folded, _ = _fold(text, places=False)
    return _finished(_pattern(folded).findall(folded), folded)


def simple(text: str) -> str | None:
    """The text in ASCII where comparable words can be told from it byte by byte, else None.

    Splitting the result by the rules of `tokenise` for ASCII gives the same words as splitting ``text``.
    """
    folded, _ = _fold(text, places=False)
    return folded if folded.isascii() else None


# --- what is a word ---------------------------------------------------------------------------------------------

#: Written without spaces between words (or, Hangul, with spaces that writers set differently).
_SINGLE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3005-\u3007\u3021-\u30ff\u3100-\u318f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_SYLLABLE = "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
_JOINED = (
    r"{0}+(?:(?:'|-(?:[ \t]*\r?\n[ \t]*)?"  # apostrophes, hyphens, hyphenation at a line's end
    r"|(?<=[0-9])[.,](?=[0-9])"  # 1,000 and 2.5
    r"|(?<!{0}{1})(?<={1})\.(?={1}(?!{0}))"  # U.S. and p.m.
    r"){0}+)*"
)
_ASCII_WORD = late(_JOINED.format("[a-z0-9]", "[a-z]"))
_JOINERS = late(r"[-'.,\s]+")
_ALPHABETS = late("[\u0370-\u03ff\u0400-\u052f]")
_JAMO = late("[\u1100-\u1112]")

#: Cyrillic and Greek small letters that look like Latin small letters; then those whose capitals do, or nearly.
_SAME = dict(zip("аеорсхуіјѕһԁԛԝӏԍοναρυικγ", "aeopcxyijshdqwlgovapuiky", strict=True))
_NEAR = dict(zip("вкмнтгзєбβεζημτχω", "bkmhtr3e6bezhmtxw", strict=True))
_LATIN = str.maketrans({**_NEAR, **_SAME})
_ALL_ALIKE = late(f"[{''.join(_SAME)}]+")
_MIXED = late(f"(?=.*[a-z])[a-z0-9{''.join({**_NEAR, **_SAME})}]+")


def _pattern(folded: str) -> re.Pattern[str]:
    return _ASCII_WORD if folded.isascii() else _any_word()


@cache
def _any_word() -> re.Pattern[str]:
    """Compiled when it is first needed: the wide classes take a thirtieth of a second."""
    letters = _JOINED.format(f"[^\\W_{_SINGLE}]", f"[^\\W_0-9{_SINGLE}]")
    return re.compile(f"{_SYLLABLE}|[{_SINGLE}]|{letters}")


def _finished(words: list[str], folded: str) -> list[str]:
    """Take the joiners out of words that hold them, compose Hangul, and undo look-alike letters."""
    if "-" in folded or "'" in folded or "." in folded or "," in folded:
        words = [word if word.isalnum() else _JOINERS.sub("", word) for word in words]
    if folded.isascii():
        return words
    if _JAMO.search(folded):
        words = [unicodedata.normalize("NFC", word) for word in words]
    if _ALPHABETS.search(folded):
        words = [word if word.isascii() else _unmasked(word) for word in words]
    return words


def _unmasked(word: str) -> str:
    """A word of nothing but look-alikes, or one that mixes them with Latin letters, in Latin letters."""
    alike = _ALL_ALIKE.fullmatch(word) or _MIXED.fullmatch(word)
    return word.translate(_LATIN) if alike else word


# --- what counts as the same character --------------------------------------------------------------------------

_FOREIGN = late(r"[^\x00-\x7f]")
_SOFT_HYPHEN_AT_END = late("\u00ad(?=[ \\t]*\\r?\\n)")
_SPECIAL = {
    **dict.fromkeys("'`´‘’‛′ʹʼʾʿˈ՚ꞌ＇·•‧", "'"),
    **dict.fromkeys("-‐‑‒–−﹣－", "-"),
    **dict.fromkeys("_…™℠©®", " "),
    **dict.fromkeys("\u0640\u115f\u1160\u3164\uffa0", ""),  # tatweel and Hangul fillers: letters to Unicode
    **dict(zip("ıłøđħŧæœþð", ["i", "l", "o", "d", "h", "t", "ae", "oe", "th", "d"], strict=True)),
    **dict(zip("یکھہ", "يكهه", strict=True)),  # Persian and Urdu keyboards' forms of Arabic letters
}


class _Forms(dict[int, str]):
    """Each character's comparable form, '' where it does not count; found out once for each character met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _SPECIAL or "\uac00" <= char <= "\ud7a3":
            form = _SPECIAL.get(char, char)
        else:
            form = "".join(map(_form, unicodedata.normalize("NFKD", char).casefold())).lower()
        self[code] = form
        return form


def _form(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf":
        return ""
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    return char if char.isalnum() or char.isspace() or char in ".," else " "


_FORMS = _Forms()


def _fold(text: str, *, places: bool = True) -> tuple[str, list[int] | None]:
    """A text in comparable characters and where each came from: None where every one kept its place."""
    if text.isascii():
        lowered = text.lower()
        return (lowered.replace("`", "'") if "`" in lowered else lowered), None
    if "\u00ad" in text:
        text = _SOFT_HYPHEN_AT_END.sub("-", text)
    foreign = set(_FOREIGN.findall(text))
    irregular = [char for char in foreign if len(_FORMS[ord(char)]) != 1]
    origins = _origins(text, irregular) if irregular and places else None
    if len(foreign) > 24:
        return text.translate(_FORMS), origins
    for char in foreign:
        text = text.replace(char, _FORMS[ord(char)])
    text = text.lower()
    return (text.replace("`", "'") if "`" in text else text), origins


def _origins(text: str, irregular: list[str]) -> list[int]:
    """For each folded character the place in ``text`` of the one it came from."""
    origins: list[int] = []
    done = 0
    for match in re.finditer(f"[{re.escape(''.join(irregular))}]", text):
        place = match.start()
        origins.extend(range(done, place))
        origins.extend([place] * len(_FORMS[ord(match.group())]))
        done = place + 1
    origins.extend(range(done, len(text)))
    return origins


def _end(text: str, end: int) -> int:
    """Past the combining marks that belong to a word's last letter."""
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end
