"""The base of every clause: its options, the case it is asked about, and the findings it may give.

A clause type is one file in ``clauses/``: a subclass of `Clause` with a literal ``type``, its options as fields, and
``evaluate(case) -> Finding``.  Strength, waivers, medium and conditions are applied by ``evaluate.py``; a clause says
only whether its own sentence is kept.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import ConfigDict, Field, field_validator, model_validator

from rights import urls
from rights.model import (
    Article,
    ChangeKind,
    Evidence,
    Finding,
    Match,
    Message,
    Reason,
    Republication,
    Strength,
    Verdict,
    Work,
    message,
)
from rights.passages import near_lines
from rights.publisher import Publisher, Written

T = TypeVar("T")

_ANSWERS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


class Role(StrEnum):
    """What a clause is in ODRL's words, and two of ours: the grant itself, and a combination of clauses."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    CONSTRAINT = "constraint"
    PERMISSION = "permission"
    GRANT = "grant"
    COMBINATION = "combination"


class Medium(StrEnum):
    """Where a copy is published."""

    WEB = "web"
    PRINT = "print"
    AUDIO = "audio"
    NEWSLETTER = "newsletter"
    SOCIAL = "social"


class Reading(Written):
    """The operator's reading of a vague word of the terms: who decided it and when."""

    model_config = ConfigDict(defer_build=False)

    word: str
    means: str
    decided_by: str | None = None
    decided_on: date | None = None


class Condition(Written):
    """When a clause applies: every given part must hold; a part that cannot be told makes the whole unknown.

    ``edited``, ``cut``, ``added``, ``translated`` and ``excerpt`` ask the alignment; ``kind`` the declared kind of the
    republisher; ``declared`` any declared fact; ``unmet`` whether another clause of the policy (by id) is not kept;
    ``permission`` whether one is on file.
    """

    model_config = ConfigDict(defer_build=False)

    edited: bool | None = None
    cut: bool | None = None
    added: bool | None = None
    translated: bool | None = None
    excerpt: bool | None = None
    kind: tuple[str, ...] = ()
    declared: dict[str, str | bool] = Field(default_factory=dict)
    unmet: str | None = None
    permission: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Condition:
        if self == Condition.model_construct():
            raise ValueError("a condition without a part, expected one such as edited: true")
        return self


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """What a clause is asked about: the republication, in the light of one policy.

    ``permitted`` holds the tokens that express permissions of the same policy switch off, such as ``display_ads``;
    ``types`` the clause types of the policy, so that what has a clause of its own is not judged twice; ``licence`` is
    the policy's licence label (SPDX).
    """

    republication: Republication
    publisher: Publisher
    licence: str | None = None
    permitted: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    memo: dict[str, Any] = field(default_factory=dict, repr=False)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once a case: many clauses look at the same lines and links."""
        if name not in self.memo:
            self.memo[name] = make()
        kept: T = self.memo[name]
        return kept

    @property
    def near(self) -> list[str]:
        """The copy's visible lines around the article, navigation and the site's own furniture left out."""
        return self.once("near", lambda: near_lines(self.copy))

    @property
    def copy(self) -> Article:
        return self.republication.copy

    @property
    def work(self) -> Work:
        return self.republication.work

    @property
    def original(self) -> Article | None:
        """The original page, where it could be read."""
        return self.republication.work.article

    @property
    def match(self) -> Match | None:
        return self.republication.match

    @property
    def at(self) -> datetime | None:
        """When the copy was seen: the only clock there is."""
        return self.republication.observed_at or self.copy.fetched_at

    @property
    def domains(self) -> tuple[str, ...]:
        """The hosts that are the publisher's own: those of its policy and the site that the work stands on."""
        return self.once("domains", self._domains)

    def _domains(self) -> tuple[str, ...]:
        own = urls.site(self.work.url)
        return (*self.publisher.domains, own) if own else self.publisher.domains

    def owns(self, url: str | None) -> bool:
        """True when an address is one of the publisher's own pages."""
        return urls.under(url, self.domains)

    @property
    def slots(self) -> dict[str, tuple[str, ...]]:
        """What may stand in the ``[slots]`` of a required wording, by their lower-case names."""
        work = self.work
        joined = (" and ".join(work.authors),) if len(work.authors) > 1 else ()
        known: dict[str, tuple[str, ...]] = {}
        for value, names in (
            ((*joined, *work.authors), ("author", "authors", "author(s)", "author name", "name", "by")),
            ((work.title,) if work.title else (), ("title", "headline", "story title")),
            (self.publisher.names, ("publisher", "source", "original outlet")),
            ((work.url,) if work.url else (), ("link", "url")),
            ((work.published[:4],) if work.published else (), ("year",)),
        ):
            if value:
                known.update(dict.fromkeys(names, value))
        return known

    def declared(self, fact: str) -> str | None:
        """A declared fact about the republisher, or None."""
        return self.republication.republisher.facts.get(fact)

    def declaration(self, fact: str) -> Evidence:
        """A declared fact as evidence."""
        return Evidence(exact=f"{fact}={self.declared(fact)}", prefix="declared: ")

    def says(self, fact: str) -> bool | None:
        """A declared yes or no; None where nothing, or something else, is declared."""
        return _ANSWERS.get((self.declared(fact) or "").strip().lower())


class Clause(Written):
    """One encoded sentence of a publisher's terms."""

    role: ClassVar[Role] = Role.DUTY
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "A"

    #: True where the clause looks for words of the original's language: in a translation their absence proves nothing.
    of_words: ClassVar[bool] = False
    #: True where it looks for names: in another script they are spelled otherwise.
    of_names: ClassVar[bool] = False
    #: True where it looks for what only markup carries, links, pictures and code: plain text proves no absence.
    of_markup: ClassVar[bool] = False

    type: str
    id: str | None = Field(default=None, pattern=r"^[a-z0-9][a-z0-9._-]*$", max_length=80)
    strength: Strength = Strength.MUST
    medium: tuple[Medium, ...] = ()
    when: Condition | None = None
    unless: Condition | None = None
    says: Annotated[str, Field(max_length=400)] | None = None
    anchor: str | None = None
    reading: Reading | None = None
    house_rule: bool = False

    @field_validator("anchor")
    @classmethod
    def _short(cls, anchor: str | None) -> str | None:
        if anchor is not None and len(anchor.split()) > 10:
            raise ValueError("the anchor is too long, expected at most ten consecutive words of the terms")
        return anchor

    @property
    def name(self) -> str:
        """The clause's id in its policy: by default its type."""
        return self.id or self.type

    def minds(self) -> frozenset[ChangeKind]:
        """The classes of changes to the text that this clause does not allow."""
        return frozenset()

    def asks_markup(self) -> bool:
        """True where the clause, or one that may stand for it, asks for what only markup carries."""
        return self.of_markup

    def permits(self) -> frozenset[str]:
        """The tokens that this clause switches off in its neighbours when its strength is ``may``."""
        return frozenset()

    def grants_nothing(self) -> bool:
        """True where the clause says that no copy is allowed, whatever its conditions."""
        return False

    @abstractmethod
    def evaluate(self, case: Case) -> Finding:
        """Say whether the republication keeps this clause."""

    # --- the findings a clause may give ----------------------------------------------------------------------

    def _finding(
        self,
        verdict: Verdict,
        text: Message | str,
        evidence: Iterable[Evidence] = (),
        remedy: Message | str | None = None,
        reason: Reason | None = None,
        question: Message | None = None,
        fact: str | None = None,
    ) -> Finding:
        return Finding(
            clause=self.name,
            type=self.type,
            strength=self.strength,
            verdict=verdict,
            message=_message(text),
            evidence=tuple(evidence),
            remedy=_message(remedy) if remedy is not None else None,
            reason=reason,
            question=question,
            fact=fact,
        )

    def passed(self, text: Message | str, evidence: Iterable[Evidence] = ()) -> Finding:
        """The clause is kept; the evidence shows where."""
        return self._finding(Verdict.PASS, text, evidence)

    def violated(self, text: Message | str, evidence: Iterable[Evidence], remedy: Message | str) -> Finding:
        """The clause is not kept; the evidence shows it, or for absence names what was searched."""
        return self._finding(Verdict.VIOLATION, text, evidence, remedy)

    def incomplete(
        self,
        reason: Reason,
        text: Message | str,
        evidence: Iterable[Evidence] = (),
        remedy: Message | str | None = None,
    ) -> Finding:
        """It cannot be told; a person must look."""
        return self._finding(Verdict.INCOMPLETE, text, evidence, remedy, reason)

    def needs_statement(
        self, fact: str, question: Message | str, text: Message | str, evidence: Iterable[Evidence] = ()
    ) -> Finding:
        """Only the republisher can say: ``--declare FACT=…`` or the statement file answers the question."""
        return self._finding(Verdict.INCOMPLETE, text, evidence, None, Reason.NEEDS_STATEMENT, _message(question), fact)

    def stated(
        self,
        case: Case,
        fact: str,
        question: Message | str,
        *,
        good: bool,
        kept: Message | str,
        broken: Message | str,
        unknown: Message | str,
        remedy: Message | str,
        evidence: Iterable[Evidence] = (),
    ) -> Finding:
        """What a declared yes or no decides: ``good`` is the answer that keeps the clause; without one a person is asked."""
        answer = case.says(fact)
        if answer is None:
            return self.needs_statement(fact, question, unknown, evidence)
        shown = [*evidence, case.declaration(fact)]
        return self.passed(kept, shown) if answer is good else self.violated(broken, shown, remedy)

    def inapplicable(self, reason: Reason, text: Message | str) -> Finding:
        """There is nothing here that the clause could be about."""
        return self._finding(Verdict.INAPPLICABLE, text, reason=reason)


def _message(text: Message | str) -> Message:
    return text if isinstance(text, Message) else message(text)


def searched(article: Article, what: str = "the visible text") -> Evidence:
    """Evidence of absence: names what was searched and how much of it there was."""
    words = len(article.visible_text.split()) or article.words
    where = article.address or article.sha256[:12] or "the given page"
    return Evidence(exact="", prefix=f"searched {what} of {where}: {words} words, {len(article.links)} links")
