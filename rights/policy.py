"""`parse_policy`: the one door through which any policy comes.

A policy file encodes the terms of one publisher.  It holds one or more policies, of which the original's path, language
or marker, the medium, the kind of republisher and the dates choose one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from itertools import combinations
from typing import Any

from pydantic import Field, ValidationError, model_validator

from rights import policy_yaml
from rights.applies import Applies, Circumstances, ambiguous, fits, later, narrower
from rights.clause import Reading
from rights.clauses import TYPES, AnyClause
from rights.errors import PolicyError
from rights.model import PolicyRef
from rights.odrl import read as odrl
from rights.odrl.constraints import NotOurs
from rights.patterns import late
from rights.publisher import Identifier, Publisher, Written

#: What others need of choosing a policy is to be had here, too.
__all__ = [
    "Applies", "Circumstances", "ItemOverride", "Known", "Policy", "PolicyFile", "Source", "Terms", "Waiver", "choose",
    "parse_policy",
]  # fmt: skip


class Known(StrEnum):
    """How the terms are known: read at the publisher's, quoted by others, or not found at all."""

    OWN_WORDS = "own-words"
    SECOND_HAND = "second-hand"
    NOT_KNOWN = "not-known"


class Terms(Written):
    """Where the publisher's own prose stands and how it is known."""

    url: str | None = None
    checked_on: date | None = None
    evidence: Known
    as_of: str | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _dated(self) -> Terms:
        if self.evidence is not Known.NOT_KNOWN and not (self.url and self.checked_on):
            raise ValueError("terms that are known lack url or checked_on, expected both (or evidence: not-known)")
        return self


class Policy(Written):
    """One set of clauses and the originals, media, republishers and dates that it is for."""

    id: Identifier = "default"
    title: str | None = None
    licence: str | None = None
    applies: Applies = Field(default_factory=Applies)
    ready_credit: str | None = None
    clauses: tuple[AnyClause, ...] = Field(min_length=1)
    note: str | None = None

    @model_validator(mode="after")
    def _unique(self) -> Policy:
        names = [clause.name for clause in self.clauses]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"clause id {twice[0]!r} is used twice, expected an id of its own for one of them")
        for clause in self.clauses:
            for condition in (clause.when, clause.unless):
                if condition and condition.unmet and condition.unmet not in names[: names.index(clause.name)]:
                    raise ValueError(f"unmet names {condition.unmet!r}, expected an earlier clause of this policy")
        return self


class ItemOverride(Written):
    """A mark on the original that chooses another policy of the file, such as a label of all rights reserved.

    ``marker`` is looked for in the original's visible text (case and spaces do not count), ``licence`` among its
    licence labels.
    """

    marker: str | None = None
    licence: str | None = None
    policy: Identifier

    @model_validator(mode="after")
    def _one(self) -> ItemOverride:
        if not (self.marker or self.licence):
            raise ValueError("an item override without a mark, expected marker or licence")
        return self


class Waiver(Written):
    """The publisher's dated exception for a site; without clauses or works it covers all of them."""

    site: str
    clauses: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    reference: str | None = None
    reason: str | None = None


class PolicyFile(Written):
    """What one YAML file says."""

    publisher: Publisher
    terms: Terms
    policies: tuple[Policy, ...] = Field(min_length=1)
    items: tuple[ItemOverride, ...] = ()
    upstream: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @model_validator(mode="after")
    def _unambiguous(self) -> PolicyFile:
        ids = [policy.id for policy in self.policies]
        if len(set(ids)) != len(ids):
            raise ValueError("two policies have the same id, expected one each")
        for item in self.items:
            if item.policy not in ids:
                raise ValueError(f"items name the policy {item.policy!r}, expected one of {', '.join(ids)}")
        for one, other in combinations(self.policies, 2):
            if ambiguous(one.applies, other.applies):
                raise ValueError(
                    f"policies {one.id!r} and {other.id!r} could both be chosen for the same original, medium, kind of "
                    "republisher and date, expected applies that differ"
                )
        return self


@dataclass(frozen=True, slots=True)
class Source:
    """A policy file as read: what it says, where it came from and the sha256 of its text."""

    content: PolicyFile
    file: str | None
    sha256: str
    inferred: bool = False

    @property
    def publisher(self) -> Publisher:
        return self.content.publisher

    @property
    def terms_known(self) -> bool:
        """False where nobody could read the publisher's terms: nothing can then be kept or broken."""
        return self.content.terms.evidence is not Known.NOT_KNOWN

    def ref(self, policy: Policy) -> PolicyRef:
        """What a verdict names."""
        return PolicyRef(
            publisher=self.publisher.id, policy=policy.id, file=self.file, sha256=self.sha256, inferred=self.inferred
        )


def parse_policy(text: str, file: str = "<policy>") -> Source:
    """Read one policy file: YAML, or an ODRL document as ``rights policy export`` writes it.

    Raises `PolicyError` whose problems are lines ``file:line: path: what, expected what``.
    """
    data = _odrl_data(text, file) if odrl.looks_like(text) else policy_yaml.load(text, file)
    if not isinstance(data, dict):
        raise PolicyError([f"{file}:1: {_kind(data)}, expected a mapping with publisher, terms and policies"])
    try:
        content = PolicyFile.model_validate(data)
    except ValidationError as wrong:
        raise PolicyError(_problems(wrong, data, text, file)) from None
    except RecursionError:
        raise PolicyError([f"{file}:1: nested too deeply, expected fewer levels of one_of"]) from None
    return Source(content, file, hashlib.sha256(text.encode()).hexdigest())


def _odrl_data(text: str, file: str) -> Any:
    try:
        return odrl.policy_data(odrl.load(text))
    except NotOurs as wrong:
        raise PolicyError([f"{file}:1: ODRL: {_short(str(wrong))}"]) from None


def _problems(wrong: ValidationError, data: Any, text: str, file: str) -> list[str]:
    where = {} if odrl.looks_like(text) else policy_yaml.lines(text)
    found = []
    errors = wrong.errors(include_url=False, include_context=True)
    inner = {error["loc"][:length] for error in errors for length in range(len(error["loc"]))}
    for error in errors:
        if error["type"] == "too_short" and error["loc"] in inner:
            continue  # the items are there; each has an error of its own
        path = error["loc"]
        known = list(path)
        while known and tuple(known) not in where:
            known.pop()
        line = where.get(tuple(known), 1)
        shown = _short(".".join(str(part) for part in path)) or "file"
        what = _LONG.sub(lambda word: _short(word.group()), _explain(error, data))
        found.append((line, f"{file}:{line}: {shown}: {' '.join(what.split())}"))
    return [problem for _, problem in sorted(found, key=lambda item: item[0])]


_LONG = late(r"\S{80,}")


def _short(text: str) -> str:
    """A text that fits a line of a message."""
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:77] + "…"


def _explain(error: Any, data: Any) -> str:
    kind, given, context = error["type"], error.get("input"), error.get("ctx") or {}
    if kind == "extra_forbidden":
        return f"unknown key {error['loc'][-1]!r}, expected {_keys(error['loc'], data)}"
    if kind == "missing":
        return "missing, expected a value"
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        tag = context.get("tag")
        near = _near(str(tag)) if tag else ""
        what = f"unknown clause type {_short(str(tag))!r}" if tag else "a clause without type"
        return f"{what}, expected {near or 'a type that rights explain lists, such as link.original'}"
    if kind == "value_error":
        text = str(context.get("error", error["msg"]))
        return text if "expected" in text else f"{text} (expected otherwise)"
    if kind in ("enum", "literal_error"):
        return f"{_kind(given)}, expected {context.get('expected')}"
    expected = error["msg"].removeprefix("Input should ").removeprefix("be ").removeprefix("Value should ")
    for words, ours in _PLAINER.items():
        expected = expected.replace(words, ours)
    return f"{_kind(given)}, expected {expected}"


#: What pydantic calls a thing, and what a person does.
_PLAINER = {
    "a valid tuple": "a list",
    "a valid string": "text",
    "a valid dictionary": "a mapping",
    "a valid boolean, unable to interpret input": "true or false",
    "a valid boolean": "true or false",
    "a valid integer, unable to parse string as an integer": "a whole number",
    "a valid integer": "a whole number",
    "a valid number, unable to parse string as a number": "a number",
    "a valid number": "a number",
    "a valid date or datetime": "a date such as 2024-06-01",
    "a valid date": "a date such as 2024-06-01",
    "Tuple should have": "a list with",
    "String should have": "text with",
    "String should match pattern '^[a-z0-9][a-z0-9._-]*$'": "lower-case letters, digits, dots and hyphens",
}


def _near(word: str, known: Iterable[str] = TYPES) -> str:
    close = get_close_matches(word, list(known), n=2)
    return " or ".join(repr(name) for name in close)


def _keys(path: tuple[str | int, ...], data: Any) -> str:
    """The keys that the place of an unknown key has: those like it, else all of them."""
    for part in path[:-1]:
        data = data[part]
    clause = data.get("type")
    if clause not in TYPES:
        return "only keys that the format documents"
    fields = TYPES[clause].model_fields
    return _near(str(path[-1]), fields) or f"one of {', '.join(sorted(fields))}"


def _kind(value: Any) -> str:
    if isinstance(value, (str, int, float, bool)):
        return repr(value if len(str(value)) < 60 else str(value)[:57] + "…")
    return {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value), type(value).__name__)


def choose(source: Source, given: Circumstances) -> Policy | None:
    """The policy of the file that is in force for these circumstances, or None where none is.

    A mark on the original comes first; then the narrowest policy that applies.  Where a date that decides is not known,
    policies without dates come first, then the latest of those with dates.
    """
    by_id = {policy.id: policy for policy in source.content.policies}
    folded = " ".join(given.marks.casefold().split())
    for item in source.content.items:
        if item.marker and " ".join(item.marker.casefold().split()) in folded:
            return by_id[item.policy]
        if item.licence and item.licence in given.licences:
            return by_id[item.policy]
    answers = [(policy, fits(policy.applies, given)) for policy in source.content.policies]
    best: Policy | None = None
    for policy in [p for p, fit in answers if fit] or [p for p, fit in answers if fit is None]:
        if (
            best is None
            or narrower(policy.applies, best.applies)
            or (not narrower(best.applies, policy.applies) and later(policy.applies, best.applies))
        ):
            best = policy
    return best
