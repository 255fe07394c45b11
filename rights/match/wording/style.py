"""Whether two wordings differ in style alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from rights.match.wording.numerals import meaning
from rights.match.wording.spelling import plain
from rights.match.wording.times import bare
from rights.patterns import late

_TITLES = frozenset({"mr", "mrs", "ms", "mx", "herr", "frau", "monsieur", "madame", "senor", "senora"})
_MOJIBAKE = late("[Ââ][\u0080-\u00bf€™œžŸ“”„†‡•–—˜š›¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿]|Ã.|\ufffd")
#: Signs that mean something; a separator inside digits counts until `meaning` says that it does not.
_AMOUNT = late(r"[%$€£¥₹°]|(?<![\w.])[−-](?=[\d$€£])|\d[\d.,:/]*\d|\d")


def amounts(raw: Sequence[str]) -> list[str]:
    """Figures, and the signs that say what they are of, in words as written."""
    return _AMOUNT.findall(" ".join(raw))


def letters_of(raw: Sequence[str]) -> str:
    """The letters and digits of words, without anything between or around them."""
    return re.sub(r"[\W_]", "", plain("".join(raw)))


def same_style(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """True where two wordings differ in spelling, numerals, abbreviation, case or marks alone."""
    if (_titles(ours) and not theirs) or (_titles(theirs) and not ours):
        return True
    if not ours or not theirs or len(ours) + len(theirs) > 40:
        return False
    if letters_of(ours) == letters_of(theirs) and amounts(ours) == amounts(theirs):
        return True
    if any(_MOJIBAKE.search(word) for word in (*ours, *theirs)) and _unspoilt(ours) == _unspoilt(theirs):
        return True
    forms = [{meaning(side, comma=comma) for comma in (False, True)} for side in (ours, theirs)]
    if forms[0] & forms[1] - {""}:
        return True
    if any(c in word for word in (*ours, *theirs) for c in "äöüÄÖÜßøå"):
        flat = [{re.sub("([aou])e", r"\1", form) for form in side} for side in forms]
        if flat[0] & flat[1]:
            return True
    if len(ours) == len(theirs):
        return all(
            meaning([one]) == meaning([other]) or _misspelt(plain(one), plain(other))
            for one, other in zip(ours, theirs, strict=True)
        )
    return False


def _misspelt(one: str, other: str) -> bool:
    """True where two letters changed places or one was doubled: no word becomes another so."""
    one, other = re.sub(r"\W", "", one), re.sub(r"\W", "", other)
    if min(len(one), len(other)) < 6 or not (one + other).isalpha() or one[0] != other[0]:
        return False
    if sorted(one) == sorted(other):
        return bool(DamerauLevenshtein.distance(one, other) == 1)
    return abs(len(one) - len(other)) == 1 and re.sub(r"(.)\1", r"\1", one) == re.sub(r"(.)\1", r"\1", other)


def _titles(raw: Sequence[str]) -> bool:
    return bool(raw) and all(bare(word) in _TITLES for word in raw)


def _unspoilt(raw: Sequence[str]) -> str:
    """Letters that survive a wrong decoding."""
    return re.sub(r"[^a-z0-9]", "", _MOJIBAKE.sub("", " ".join(raw)).lower())
