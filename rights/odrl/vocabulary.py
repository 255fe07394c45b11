"""The words of the profile and where ODRL has its own: one table each, read in both directions."""

from __future__ import annotations

import re
from typing import Final

from rights.clause import Role

#: The profile's namespace and, without its end, its name; ``rep:`` stands for it.
NAMESPACE: Final = "urn:x-rights:republication#"
PROFILE: Final = NAMESPACE[:-1]
CORE: Final = "http://www.w3.org/ns/odrl.jsonld"
#: The context of every document.  It is never fetched; ``odrl:neq`` is written out because CORE maps ``neq`` wrongly.
CONTEXT: Final = [
    CORE,
    {
        "rep": {"@id": NAMESPACE, "@prefix": True},
        "odrl": "http://www.w3.org/ns/odrl/2/",
        "cc": "http://creativecommons.org/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    },
]
NEQ: Final = "odrl:neq"

#: Values of grant.mode that forbid what the other values allow.
CLOSED: Final = frozenset({"deny", "link-only"})

#: The action of each duty and prohibition: ODRL's own, Creative Commons', else the clause type as an action of the profile.
ACTIONS: Final[dict[str, str]] = {
    "attr.source": "attribute",
    "attr.byline": "attribute",
    "attr.partners": "attribute",
    "attr.network_tag": "attribute",
    "attr.title": "attribute",
    "attr.date": "attribute",
    "attr.copyright": "cc:Notice",
    "licence.notice": "cc:Notice",
    "legal.repeat_terms": "cc:Notice",
    "attr.as_of_note": "include",
    "attr.boilerplate": "include",
    "attr.keep_tagline": "include",
    "attr.role_note": "include",
    "legal.disclaimer": "include",
    "derive.sharealike": "cc:ShareAlike",
    "derive.media": "transform",
    "edit.none": "modify",
    "nc.use": "cc:CommercialUse",
    "nc.sell": "sell",
    "notify": "inform",
    "track.pixel": "acceptTracking",
    "time.takedown": "delete",
    "bulk.none": "aggregate",
    "excerpt.limit": "extract",
    "translate": "translate",
}

#: Options for which ODRL has a left operand: its name, the operator, and how the value is written.
OPERANDS: Final[dict[tuple[str, str], tuple[str, str, str]]] = {
    ("time.embargo", "hours"): ("delayPeriod", "gteq", "hours"),
    ("time.takedown", "within_hours"): ("delayPeriod", "lteq", "hours"),
    ("time.corrections", "within_hours"): ("delayPeriod", "lteq", "hours"),
    ("time.window", "days"): ("elapsedTime", "lteq", "days"),
    ("licence.effective_from", "since"): ("dateTime", "gteq", "date"),
    ("who.geo", "allow"): ("spatial", "isAnyOf", "plain"),
    ("who.geo", "deny"): ("spatial", "isNoneOf", "plain"),
}
#: Parts of a clause that every type has and that are no options of its own.
COMMON: Final = ("says", "anchor", "reading", "house_rule")


def action_of(clause: str) -> str:
    """The action of a clause type."""
    return ACTIONS.get(clause, f"rep:{clause}")


def is_rule(role: Role) -> bool:
    """True for what ODRL has rules for; the others limit the permission, which ODRL calls constraints."""
    return role in (Role.DUTY, Role.PROHIBITION, Role.PERMISSION, Role.COMBINATION)


def term(name: str) -> str:
    """A name of the policy format as a term of the profile: ``within_hours`` is ``rep:withinHours``."""
    return "rep:" + re.sub(r"_([a-z0-9])", lambda letter: letter.group(1).upper(), name)


def name_of(word: str) -> str:
    """The name in the policy format that a term of the profile stands for."""
    return re.sub(r"([A-Z])", lambda letter: "_" + letter.group(1).lower(), word.removeprefix("rep:"))
