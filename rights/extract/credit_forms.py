"""What a credit form is: a pattern for one way to name another source, and where the name stands in it.

The forms themselves are tables, one module for a group of languages (`credit_forms_en`, `credit_forms_europe`,
`credit_forms_east`); they hold no logic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from rights.model import CreditKind


class NameAt(Enum):
    """Where the source's name stands relative to a form's pattern."""

    AFTER = auto()  # right after the match
    GROUP = auto()  # begins where the group ``name`` begins
    NONE = auto()  # the form names nobody; a link may


@dataclass(frozen=True, slots=True)
class Form:
    """One way to credit a source.

    ``needs_name`` forms are no credit without one; ``edge`` forms only count where page evidence puts them at an
    edge of the article or the line holds little else; ``strong`` ones name this article as their subject.
    """

    kind: CreditKind
    pattern: re.Pattern[str]
    name: NameAt = NameAt.AFTER
    needs_name: bool = True
    edge: bool = False
    strong: bool = True
    loose: bool = True


@dataclass(frozen=True, slots=True)
class Language:
    """The forms of some languages and the lower-case literals, one of which stands in every text they match."""

    triggers: tuple[str, ...]
    forms: tuple[Form, ...]


#: Where a sentence may begin: the line's start, after an end mark, inside a bracket, after a dash, bullet or break.
START = (
    r"(?:^[\W_]{0,6}?|(?<=\n)[\W_]{0,6}?|(?:(?<=[.!?:;…。！？]\s)|(?<=[.!?][)\]»”\"]\s)|(?<=[|*–—•>])|(?<=[|*–—•>/-]\s)"
    r"|(?<=[\s(\[“\"])(?=(?-i:[A-ZÀ-ÞА-ЯЁ])))[^\w(]{0,6}?)"
)


def form(kind: str, pattern: str, name: NameAt = NameAt.AFTER, **options: bool) -> Form:
    """A form of a table row; case never matters, and one space in the pattern is any white space."""
    return Form(CreditKind(kind), re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE | re.DOTALL), name, **options)
