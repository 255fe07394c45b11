"""What a credit form is: a core phrase that is searched, and what must stand before it.

The forms are tables, one module for a group of languages (`credit_forms_en`, `credit_forms_europe`,
`credit_forms_east`).  Cores are searched in lower-case text and begin with literal words, so that a page without them
costs nothing; what the sentence speaks of is judged only where a core is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from rights.model import CreditKind
from rights.needles import Holding, may_match
from rights.patterns import late


class NameAt(Enum):
    """Where the source's name stands relative to a form's core."""

    AFTER = auto()  # right after it
    GROUP = auto()  # where the core's group ``name`` is
    BEFORE = auto()  # where the group ``name`` of ``before`` is
    NONE = auto()  # the form names nobody; a link may


class Subject(Enum):
    """What the sentence must speak of for a form to count."""

    THIS = auto()  # "this article …" within the sentence before the core
    NEXT = auto()  # "this article" (by whom), immediately before the core
    START = auto()  # the core begins the sentence
    EITHER = auto()  # THIS or START
    FREE = auto()  # the core says it all
    LINE = auto()  # the core begins the line


@dataclass(frozen=True, slots=True)
class Form:
    """One way to credit a source.

    ``before`` must match the end of the text before the core.  ``needs_name`` forms are no credit without one;
    ``edge`` forms only count at an edge of the article; ``strong`` ones speak of this article by themselves; without
    ``loose`` the name must be capitalised; the cores of ``itself`` speak of this very page;
    ``linked`` ones count only where a link follows.
    """

    kind: CreditKind
    core: re.Pattern[str]
    subject: Subject = Subject.EITHER
    name: NameAt = NameAt.AFTER
    before: re.Pattern[str] | None = None
    needs_name: bool = True
    edge: bool = False
    strong: bool = True
    loose: bool = True
    itself: bool = False
    linked: bool = False

    def may_stand(self, low: Holding) -> bool:
        """False where a text in lower case lacks words without which the form never matches: no pattern is asked."""
        if not may_match(self.core.pattern, low):
            return False
        if self.before is None or not self.before_needed:
            return True
        return may_match(self.before.pattern, low, ignore_case=True)

    @property
    def before_needed(self) -> bool:
        """True where the form is no credit unless ``before`` matches."""
        return self.needs_name if self.name is NameAt.BEFORE else self.subject is Subject.FREE


@dataclass(frozen=True, slots=True)
class Language:
    """The forms of a language.

    ``triggers`` are lower-case literals, one of which stands in every text that a form matches; ``this`` finds "this
    article"; ``away`` are words after it that turn the sentence to another work; ``lead`` is what may stand between
    a sentence's start and a core; ``described`` is what may stand between a core and the name.
    """

    triggers: tuple[str, ...]
    forms: tuple[Form, ...]
    this: re.Pattern[str]
    away: re.Pattern[str]
    lead: re.Pattern[str]
    described: re.Pattern[str]


def form(
    kind: str,
    core: str,
    subject: Subject = Subject.EITHER,
    name: NameAt = NameAt.AFTER,
    before: str | None = None,
    **options: bool,
) -> Form:
    """A row of a table: one space in a pattern is any white space; ``core`` is lower-case."""  # fmt: skip
    return Form(
        CreditKind(kind),
        late(_spaced(core), re.DOTALL),
        subject,
        name,
        late(_spaced(before) + r"\s*$", re.IGNORECASE | re.DOTALL) if before else None,
        **options,
    )


def language(
    triggers: str, forms: tuple[Form, ...], *, this: str, lead: str = "", away: str = "(?!)", described: str = ""
) -> Language:
    """A language; ``triggers`` are separated by commas."""
    return Language(
        tuple(trigger for trigger in triggers.split(",") if trigger),
        forms,
        late(_spaced(this), re.IGNORECASE),
        late(_spaced(away), re.IGNORECASE),
        late(f"(?:{_spaced(lead)})?" + r"\s*$", re.IGNORECASE),
        late(_spaced(described)),
    )


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s")
