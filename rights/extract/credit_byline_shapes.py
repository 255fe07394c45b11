"""The shapes of bylines that name an outlet, as a table: where each begins, its pattern, and what it demands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rights.extract.credit_dates import DATE, DATE_RE
from rights.extract.credit_people import PERSON
from rights.patterns import late


class Begins:
    """Where a shape begins: numbers, because they are looked up for every line of every page."""

    LINE = 0
    BY = 1
    HEAD = 2  # a "by" at the head of a line or right after a date
    DATE = 3  # right after a date
    BRACKET = 4
    ORIGIN = 5  # the word "from"
    SENTENCE = 6  # right after a sentence


@dataclass(frozen=True, slots=True)
class Shape:
    """``weight``: least likeness to an outlet; ``whole``: the line ends there; ``words``: least words of its name.

    ``dated``: the line holds a date, with ``near`` at most that many characters after the outlet's beginning, and where
    ``closed`` the bracket closes after it.
    """

    begins: int
    pattern: re.Pattern[str]
    weight: int
    whole: bool = True
    kind: str = "source_line"
    words: int = 1
    dated: bool = False
    strict: bool = False
    near: int = 0
    closed: bool = False


_D = rf"(?i:{DATE})"
_P = rf"(?P<person>{PERSON})"
#: What somebody is, between the name and whom it is for: "Local Democracy Reporter".
_OFFICE = r"(?:[\w’'-]+\s){0,4}(?i:reporter|correspondent|writer|editor|columnist|journalist|contributor|producer|reporterin|korrespondent(?:in)?|redakteur(?:in)?|journaliste|periodista|giornalista|jornalista)"
_SEP = r"(?:\s{0,3}[,|/–—•·]{1,2}\s{0,3}|\s{1,3}-{1,2}\s{1,3}|\.\s{1,3}|\n)"
_AT = r"(?:,?\s(?:for|at|of|in|from|via|per|für|pour|para|su|sul|sulla|auf|beim?|im|dans|chez|no|na|em|op|bij|w|в)\s(?:the\s|the\sblog\s|il\s|la\s|der\s|dem\s)?)"
_OUT = r"(?=(?P<outlet>\S))"
#: What ends a byline: nothing more, a colon, a bracket, the next label, or a date (`ends_there`).
_TAIL = late(
    r"[\s,.|/()\[\]•·–—-]{0,6}(?:$|(?:and|with|und|et|y)\s|:|\||\n|[)\]]|(?i:posted|printed|published|updated|source|special to|https?:|news analysis|\d{1,2}[:.]\d\d|\d{1,2}[ -]?(?:min|мин|dk)\b)|[A-ZÀ-Þ][^.\n]{5,})",
)
_STRICT_TAIL = late(r"[\s.|/()\[\]•·–—-]{0,4}(?:$|:|\||\n|[)\]“\"])")
_GAP = late(r"[\s,.|/()\[\]•·–—-]{0,6}")
_STRICT_GAP = late(r"[\s.|/()\[\]•·–—-]{0,4},?\s?")


def ends_there(text: str, at: int, strict: bool) -> bool:
    """True where a byline may end at an offset of its line."""
    if (_STRICT_TAIL if strict else _TAIL).match(text, at):
        return True
    gap = (_STRICT_GAP if strict else _GAP).match(text, at)
    return gap is not None and DATE_RE.match(text, gap.end()) is not None


def _shape(begins: int, pattern: str, weight: int, **more: bool | str | int) -> Shape:
    return Shape(begins, late(pattern), weight, **more)  # type: ignore[arg-type]


#: The first that fits wins.
SHAPES: tuple[Shape, ...] = (
    _shape(Begins.BY, rf"{_P}(?:,\s*|\s+|(?=P))(?:(?:[Oo]riginally|[Ff]irst)\s)?[Pp]ublished\s(?:in|on|at|by)\s{_OUT}", 0, whole=False, kind="original_publication"),
    _shape(Begins.HEAD, rf"{_P}{_AT}{_OUT}", 0),
    _shape(Begins.BY, rf"{_P}\svia\s(?:the\s)?{_OUT}", 0, whole=False, kind="via"),
    _shape(Begins.BY, rf"{_P}\s{{0,3}}/\s{{0,3}}{_OUT}", 0, whole=False),
    _shape(Begins.BY, rf"{_P}{_SEP}(?:…\s)?(?:[Aa]rticle\.?\s)?{_OUT}", 0),
    _shape(Begins.BY, rf"{_P}\s+\(\s?{_OUT}", 0),
    _shape(Begins.BY, rf"{_P}\s+(?:{_D})\s+[\"“]{_OUT}", 0, whole=False, dated=True),
    _shape(Begins.BY, rf"{_P}\s?[|·•/–—-]\s?(?:{_D})\s?[|·•/–—-]\s?{_OUT}", 1, dated=True),
    _shape(Begins.BY, rf"{_P},\s{_OFFICE},?\s{_OUT}", 1),
    _shape(Begins.LINE, rf"[\W_]{{0,4}}{_P},\s{_OFFICE},\s{_OUT}", 1),
    _shape(Begins.BY, rf"{_P}\s*{_OUT}", 1),
    _shape(Begins.BY, rf"{_P}\s+{_OUT}", 0, words=2, dated=True, near=56),
    _shape(Begins.LINE, rf"[\W_]{{0,4}}{_P}{_SEP}{_OUT}", 1),
    _shape(Begins.LINE, rf"[\W_]{{0,4}}{_P}\s*/\s*{_OUT}", 0, dated=True, near=64),
    _shape(Begins.LINE, rf"[\W_]{{0,4}}{_P}\s+{_OUT}", 1, dated=True, near=54),
    _shape(Begins.DATE, rf"\s+{_P}\s+{_OUT}", 2, dated=True),
    _shape(Begins.SENTENCE, rf"{_P}\s+{_OUT}", 2),
    _shape(Begins.BRACKET, rf"(?:{_P},\s)?(?:in:?\s)?{_OUT}", 0, dated=True, near=54, closed=True),
    _shape(Begins.BRACKET, rf"{_P},\s(?:in:?\s)?{_OUT}(?=[^()\n]{{2,40}}\)[.\s]*$)", 1),
    _shape(Begins.LINE, rf"[\[(*\s]{{0,3}}(?:[Ff]rom\s)?(?:the\s)?{_OUT}", 2, dated=True, near=84),
    _shape(Begins.LINE, rf"[\[(*\s]{{0,3}}(?:{_D}\s+)?(?:by|from|From|FROM)\s(?:the\s)?{_OUT}", 2, strict=True),
    _shape(Begins.LINE, rf"[\[(*\s]{{0,3}}(?:From|Da|De|Aus)\s(?:the\s|dem\s)?{_OUT}", 0, dated=True, strict=True, near=48, words=2),
    _shape(Begins.ORIGIN, rf"{_OUT}(?=[^\n]{{2,50}}:\s*$)", 1),
    _shape(Begins.ORIGIN, rf"{_P}\sat\s(?:the\s)?{_OUT}(?=[^\n]{{2,50}}:)", 0, whole=False),
    _shape(
        Begins.LINE, rf"From\s(?:the\s)?{_OUT}(?=[^\n]{{2,50}}\s(?:columnist|correspondent|writer|reporter)\s{_P})", 1, whole=False,
    ),
    _shape(Begins.DATE, rf"\s+{_OUT}(?=[^\n]{{10,160}}\s[Bb]y\s{_P})", 1, whole=False, dated=True),
    _shape(Begins.LINE, rf"[\W_]{{0,3}}{_P}\s+{_D}(?:,?\s\d\d?:\d\d)?\s+{_OUT}", 1, dated=True),
    _shape(Begins.DATE, rf"\s+{_OUT}(?=[^\n]{{3,40}}$)", 1, dated=True),
    _shape(Begins.LINE, rf"[^\n.!?|]{{15,110}}\s\|\s{_OUT}(?=[^\n|]{{3,40}}$)", 2),
    _shape(Begins.LINE, rf"{_OUT}(?=[^\n,]{{3,40}}\spress\srelease,\svia)", 0, whole=False),
)  # fmt: skip
