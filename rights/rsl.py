"""A policy file as RSL 1.0, as far as its words reach; what they cannot say is named, never rounded.

RSL speaks of automated uses, kinds of users, places and payment.  It has no word for republishing itself, so a document
only prohibits what the terms prohibit and asks for the credit that they ask for; what it does not mention is not thereby
permitted: the terms that it points to say more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from rights import licences
from rights.clause import Clause
from rights.model import Strength
from rights.policy import Policy, Source

NAMESPACE = "https://rslstandard.org/rsl"

#: ai.forbid's words in RSL's vocabulary of uses.
_USES = {"training": "ai-train", "rag": "ai-input", "generation": "ai-input", "mining": "ai-index"}
#: Kinds of republishers that RSL has a word for.
_USERS = {
    "commercial-site": "commercial",
    "nonprofit": "non-commercial",
    "education": "education",
    "government": "government",
    "personal": "personal",
}


class Exported(NamedTuple):
    """The document and one line for each clause that it does not, or not wholly, carry."""

    text: str
    lost: tuple[str, ...]


def export(source: Source) -> Exported:
    """The whole file: a ``content`` for each host and path of each policy."""
    root = ET.Element("rsl", xmlns=NAMESPACE)
    lost: list[str] = []
    taken: set[str] = set()
    for policy in source.content.policies:
        prefix = f"{policy.id}: " if len(source.content.policies) > 1 else ""
        places = [place for place in _places(source, policy) if place not in taken]
        taken.update(places)
        if not places or policy.applies.only_by_item:
            lost.append(f"{prefix}the whole policy, which is for the same pages as an earlier one")
            continue
        lost += [prefix + line for line in _chosen(policy)]
        said = _said(policy)
        lost += [prefix + line for line in said.lost]
        for url in places:
            _content(root, url, source, policy, said)
    if source.content.items:
        lost.append("marks on single originals that choose another policy")
    if source.content.upstream:
        lost.append("pieces of others, whose terms then apply as well")
    ET.indent(root)
    return Exported(_document(root, lost), tuple(lost))


def _document(root: ET.Element, lost: Iterable[str]) -> str:
    lines = ["<!-- RSL has no words for, and this file does not say:", *(f"  {line}" for line in lost), "-->"]
    comment = "\n".join([lines[0], *(line.replace("--", "- -") for line in lines[1:-1]), lines[-1]]) if lost else ""
    body = ET.tostring(root, encoding="unicode")
    return "\n".join(part for part in ('<?xml version="1.0" encoding="UTF-8"?>', comment, body) if part) + "\n"


@dataclass(frozen=True, slots=True)
class _Said:
    uses: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    only_users: tuple[str, ...] = ()
    only_places: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    credit: bool = False
    lost: tuple[str, ...] = ()


def _said(policy: Policy) -> _Said:
    """What of the clauses has words in RSL, and what has not."""
    found: dict[str, list[str]] = {key: [] for key in ("uses", "users", "only_users", "only_places", "places", "lost")}
    credit = False
    for clause in policy.clauses:
        rest = _why_lost(clause)
        if rest is None:
            credit = credit or clause.type.startswith("attr.")
            for key, words in _words(clause).items():
                found[key] += words
        if rest is None and not _wholly(clause):
            rest = "only in part"
        if rest:
            found["lost"].append(f"{clause.name}: {rest}")
    return _Said(**{key: tuple(dict.fromkeys(words)) for key, words in found.items()}, credit=credit)


def _why_lost(clause: Clause) -> str | None:
    """Why a clause cannot be said at all, or None where it can."""
    if clause.strength is not Strength.MUST:
        return f"{clause.says or clause.type} (RSL knows no “{clause.strength.value}”)"
    if clause.when or clause.unless or clause.medium:
        return f"{clause.says or clause.type} (RSL knows no conditions)"
    if clause.type in ("attr.source", "attr.byline") or any(_words(clause).values()):
        return None
    return clause.says or clause.type


def _words(clause: Clause) -> dict[str, list[str]]:
    """A clause in RSL's words."""
    options: dict[str, Any] = clause.model_dump(mode="json")
    if clause.type == "ai.forbid":
        return {"uses": [_USES[use] for use in options["what"] if use in _USES]}
    if clause.type == "nc.use":
        return {"users": ["commercial"]}
    if clause.type == "nc.site":
        return {"users": ["commercial"] if options["commercial"] == "deny" else []}
    if clause.type == "who.kind":
        allowed = [_USERS[kind] for kind in options["allow"] if kind in _USERS]
        all_said = allowed and len(allowed) == len(options["allow"])
        denied = [_USERS[kind] for kind in options["deny"] if kind in _USERS]
        return {"only_users": allowed if all_said else [], "users": denied}
    if clause.type == "who.geo":
        countries = [place for place in options["allow"] if len(place) == 2]
        all_said = countries and len(countries) == len(options["allow"])
        return {
            "only_places": countries if all_said else [],
            "places": [place for place in options["deny"] if len(place) == 2],
        }
    return {}


def _wholly(clause: Clause) -> bool:
    """True where nothing of the clause is left unsaid: RSL's credit says not how, its users not what they may do else."""
    if clause.type == "ai.forbid":
        return all(use in _USES for use in clause.model_dump()["what"])
    return False


def _chosen(policy: Policy) -> Iterable[str]:
    applies = policy.applies
    if applies.languages or applies.kind or applies.medium or applies.since or applies.until:
        yield "languages, media, kinds of republishers or dates that choose this policy"


def _places(source: Source, policy: Policy) -> Iterable[str]:
    paths = policy.applies.paths or ("/",)
    hosts = source.publisher.domains
    return [f"https://{host}{path}" for host in hosts for path in paths] if hosts else list(paths)


def _content(root: ET.Element, url: str, source: Source, policy: Policy, said: _Said) -> None:
    content = ET.SubElement(root, "content", url=url)
    licence = ET.SubElement(content, "license")
    for tag, kind, words in (
        ("permits", "user", said.only_users),
        ("permits", "geo", said.only_places),
        ("prohibits", "usage", said.uses),
        ("prohibits", "user", said.users),
        ("prohibits", "geo", said.places),
    ):
        if words:
            ET.SubElement(licence, tag, type=kind).text = ",".join(words)
    label = licences.label(policy.licence)
    if said.credit or label:
        payment = ET.SubElement(licence, "payment", type="attribution")
        if label:
            ET.SubElement(payment, "standard").text = licences.deed(label)
    holder = ET.SubElement(content, "copyright", type="organization")
    holder.text = source.publisher.name
    contact = source.publisher.contact or ""
    if contact:
        holder.set("contactEmail" if "@" in contact else "contactUrl", contact)
    if source.content.terms.url:
        ET.SubElement(content, "terms").text = source.content.terms.url
