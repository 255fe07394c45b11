"""A first policy file from a few answers: what ``rights policy new`` writes for a person to go on with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import yaml

from rights.policy import parse_policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was answered: the publisher, its terms, and which of the usual demands they make."""

    name: str
    domains: Sequence[str] = ()
    terms: str | None = None
    contact: str | None = None
    link: str | None = "article"  # article, home, either; None: none is asked for
    byline: bool = True
    edits: bool = True  # edits are ruled out
    commercial: str = "free"  # free, ask, deny
    licence: str | None = None
    checked_on: date | None = None
    extra: Sequence[str] = field(default_factory=tuple)


def identifier(name: str, domains: Sequence[str] = ()) -> str:
    """An id for a publisher: from its name, else from its domain."""
    for text in (name, *domains):
        made = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:80]
        if made:
            return made
    return "publisher"


def first_policy(answers: Answers) -> str:
    """The file's text; it is read once before it is given, so it is valid."""
    clauses: list[dict[str, object]] = [{"type": "attr.source"}]
    if answers.byline:
        clauses.append({"type": "attr.byline"})
    if answers.link:
        clauses.append({"type": "link.original", "target": answers.link, "medium": ["web"]})
    if answers.licence:
        clauses.append({"type": "licence.notice", "link": "required"})
    if answers.edits:
        clauses.append({"type": "edit.none", "exceptions": ["time", "place", "style"]})
    if answers.commercial != "free":
        clauses.append({"type": "nc.site", "commercial": answers.commercial})
    clauses += [{"type": name} for name in answers.extra]
    publisher: dict[str, object] = {"id": identifier(answers.name, answers.domains), "name": answers.name}
    if answers.domains:
        publisher["domains"] = list(answers.domains)
    if answers.contact:
        publisher["contact"] = answers.contact
    terms: dict[str, object] = {"evidence": "not-known"}
    if answers.terms and answers.checked_on:
        terms = {"url": answers.terms, "checked_on": answers.checked_on.isoformat(), "evidence": "own-words"}
    policy: dict[str, object] = {"id": "default"}
    if answers.licence:
        policy["licence"] = answers.licence
    policy["clauses"] = clauses
    data = {"publisher": publisher, "terms": terms, "policies": [policy]}
    body = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, default_flow_style=None, width=120)
    text = f"# yaml-language-server: $schema=schema.json\n{body}"
    parse_policy(text, "new policy")
    return text
