"""A policy file's plain data -> an ODRL document: one Offer a policy, beside a node for what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rights.clause import Role
from rights.odrl import constraints
from rights.odrl.constraints import Data, constraint
from rights.odrl.vocabulary import CLOSED, COMMON, CONTEXT, PROFILE, action_of, is_rule, term

#: Parts of a clause that are told by where it stands or by constraints.
_ELSEWHERE = frozenset({"type", "strength", "when", "unless", "medium", "id", *COMMON})


def document(data: Mapping[str, Any], role_of: Callable[[str], Role]) -> Data:
    """The whole file; ``role_of`` tells the role of a clause type."""
    publisher = data["publisher"]
    party = f"urn:x-rights:publisher:{publisher['id']}"
    about = {key: value for key, value in data.items() if key not in ("publisher", "policies")}
    graph: list[Data] = [
        {"@id": party, "@type": "Party", **_terms(publisher)},
        {
            "@id": f"urn:x-rights:file:{publisher['id']}",
            "@type": "rep:PolicyFile",
            "rep:publisher": party,
            **_terms(about),
        },
    ]
    for policy in data["policies"]:
        graph += _Writer(publisher, policy, party, role_of).nodes()
    return {"@context": CONTEXT, "@graph": graph}


def _terms(data: Mapping[str, Any]) -> Data:
    return {term(key): _plain(value) for key, value in data.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _terms(value)
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value


class _Writer:
    """One policy: its asset, and its Offer with the clauses as rules and constraints."""

    def __init__(
        self, publisher: Mapping[str, Any], policy: Mapping[str, Any], party: str, role_of: Callable[[str], Role]
    ) -> None:
        self.publisher, self.policy, self.party, self.role_of = publisher, policy, party, role_of
        self.name = policy.get("id", "default")
        self.uid = f"urn:x-rights:policy:{publisher['id']}:{self.name}"
        self.target = f"{self.uid}:originals"
        self.applies = policy.get("applies", {})

    def nodes(self) -> Iterable[Data]:
        yield _trimmed(
            {
                "@id": self.target,
                "@type": "AssetCollection",
                "source": [f"https://{domain}/" for domain in self.publisher.get("domains", ())],
                "refinement": self._refinement(),
            }
        )
        yield self._offer()

    def _offer(self) -> Data:
        clauses = list(enumerate(self.policy["clauses"]))
        main = next((number for number, clause in clauses if self._is_main(clause)), None)
        closed = main is not None and self.policy["clauses"][main]["value"] in CLOSED
        rest = [(number, clause) for number, clause in clauses if number != main]
        grant: Data = {"target": self.target, "action": "distribute", "constraint": self._chosen_by()}
        if main is not None:
            grant |= self._about(main, self.policy["clauses"][main])
            grant["rep:option"] = constraints.of_options("grant.mode", self._options(self.policy["clauses"][main]))
        placed: dict[str, list[Data]] = {"permission": [], "prohibition": [], "duty": [], "advice": [], "limit": []}
        for number, clause in rest:
            placed[self._place(clause)].append(self._node(number, clause))
        if grant.get("rep:grant") == "ask-first":
            placed["duty"].insert(0, {"action": "obtainConsent", "consentingParty": self.party, "rep:implied": True})
        offer: Data = {
            "@id": self.uid,
            "@type": "Offer",
            "uid": self.uid,
            "profile": PROFILE,
            "assigner": self.party,
            "conflict": "prohibit",
            "rep:id": self.name,
            **_terms({key: value for key, value in self.policy.items() if key not in ("id", "applies", "clauses")}),
        }
        if self.applies.get("kind"):
            refinement = [constraint("rep:kind", self.applies["kind"])]
            offer["assignee"] = {"@type": "PartyCollection", "refinement": refinement}
        if closed:
            offer["prohibition"] = [_trimmed(grant), *placed["prohibition"]]
            offer["permission"], offer["obligation"] = placed["permission"], placed["duty"]
            offer["rep:limit"] = placed["limit"]
        else:
            grant |= {"constraint": grant["constraint"] + placed["limit"], "duty": placed["duty"]}
            offer["permission"], offer["prohibition"] = [_trimmed(grant), *placed["permission"]], placed["prohibition"]
        offer["rep:advice"] = placed["advice"]
        return _trimmed(offer)

    def _is_main(self, clause: Mapping[str, Any]) -> bool:
        conditional = clause.get("when") or clause.get("unless") or clause.get("medium")
        return clause["type"] == "grant.mode" and clause.get("strength", "must") == "must" and not conditional

    def _place(self, clause: Mapping[str, Any]) -> str:
        strength = clause.get("strength", "must")
        if strength != "must":
            return "permission" if strength == "may" else "advice"
        role = self.role_of(clause["type"])
        if not is_rule(role):
            return "limit"
        return {Role.PROHIBITION: "prohibition", Role.PERMISSION: "permission"}.get(role, "duty")

    def _node(self, number: int, clause: Mapping[str, Any]) -> Data:
        place = self._place(clause)
        options = constraints.of_options(clause["type"], self._options(clause))
        conditions = constraints.of_conditions(clause)
        about = self._about(number, clause)
        if place == "limit":
            kept = constraint(f"rep:{clause['type']}", True)
            return {"and": [kept, *options], **({"rep:when": conditions} if conditions else {}), **about}
        action: Any = action_of(clause["type"])
        if options:
            action = {"rdf:value": {"@id": action if ":" in action else f"odrl:{action}"}, "refinement": options}
        node: Data = {"target": self.target, "action": action, "constraint": conditions, **about}
        if clause["type"] == "one_of":
            node["rep:alternative"] = [self._node(at, option) for at, option in enumerate(clause["options"])]
        if clause["type"] == "track.pixel":
            node["trackingParty"] = self.party
        if action == "attribute" or (options and action["rdf:value"]["@id"] == "odrl:attribute"):
            node["attributedParty"] = self.party
        return _trimmed(node)

    def _about(self, number: int, clause: Mapping[str, Any]) -> Data:
        name = clause.get("id") or clause["type"]
        about: Data = {"uid": f"{self.uid}:{name}", "rep:clause": clause["type"], "rep:order": number}
        if clause["type"] == "grant.mode":
            about["rep:grant"] = clause["value"]
        if clause.get("strength", "must") != "must":
            about["rep:strength"] = clause["strength"]
        return about | {term(key): _plain(clause[key]) for key in ("id", *COMMON) if key in clause}

    def _options(self, clause: Mapping[str, Any]) -> Data:
        told = {"value"} if clause["type"] == "grant.mode" else {"options"} if clause["type"] == "one_of" else set()
        return {key: value for key, value in clause.items() if key not in _ELSEWHERE | told}

    def _refinement(self) -> list[Data]:
        """What of the original chooses this policy."""
        applies = self.applies
        made = [constraint("rep:path", applies["paths"])] if applies.get("paths") else []
        made += [constraint("language", applies["languages"])] if applies.get("languages") else []
        made += self._dates() if applies.get("date_basis", "original") == "original" else []
        return made + ([constraint("rep:onlyByItem", True)] if applies.get("only_by_item") else [])

    def _chosen_by(self) -> list[Data]:
        """What of the copy chooses this policy."""
        made = [constraint("deliveryChannel", self.applies["medium"])] if self.applies.get("medium") else []
        if self.applies.get("date_basis") == "copy":
            made += self._dates() or [constraint("rep:dateBasis", "copy")]
        return made

    def _dates(self) -> list[Data]:
        return [
            {
                "leftOperand": "dateTime",
                "operator": operator,
                "rightOperand": {"@type": "xsd:date", "@value": self.applies[key]},
            }
            for key, operator in (("since", "gteq"), ("until", "lteq"))
            if self.applies.get(key)
        ]


def _trimmed(node: Data) -> Data:
    """A rule without its empty parts."""
    return {key: value for key, value in node.items() if value != []}
