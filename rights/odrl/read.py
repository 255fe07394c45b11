"""An ODRL document of the profile -> the plain data of a policy file, to be validated like any YAML."""

from __future__ import annotations

import json
from typing import Any

from rights.odrl import constraints
from rights.odrl.constraints import Data, NotOurs, operand
from rights.odrl.vocabulary import COMMON, PROFILE, name_of

#: A document is refused above this; an exported file has a tenth.
MAX_CHARS = 2_000_000
_ABOUT = ("id", "strength", *COMMON)


def looks_like(text: str) -> bool:
    """True for a text that is a JSON document of ODRL rather than YAML."""
    return text.lstrip("\ufeff \t\r\n").startswith("{") and '"@context"' in text[:4_000]


def load(text: str) -> Any:
    """The JSON of a document; raises `NotOurs` for a text that is none, is too large, or gives a key twice."""
    if len(text) > MAX_CHARS:
        raise NotOurs(f"the file has {len(text)} characters, expected at most {MAX_CHARS}")
    try:
        return json.loads(text.lstrip("\ufeff"), object_pairs_hook=_once, parse_constant=_constant)
    except RecursionError:
        raise NotOurs("nested too deeply, expected fewer levels") from None
    except json.JSONDecodeError as wrong:
        raise NotOurs(f"not JSON: {wrong.msg} in line {wrong.lineno}, expected one JSON document") from None
    except ValueError as wrong:
        raise NotOurs(str(wrong)) from None


def _once(pairs: list[tuple[str, Any]]) -> Data:
    made: Data = {}
    for key, value in pairs:
        if key in made:
            raise NotOurs(f"key {key!r} is given twice, expected each key once")
        made[key] = value
    return made


def _constant(name: str) -> Any:
    raise NotOurs(f"the number {name}, expected one that JSON has")


def policy_data(document: Any) -> Data:
    """The data of the policy file that the document holds; raises `NotOurs` for what is not of the profile."""
    try:
        return _file(document)
    except NotOurs:
        raise
    except (KeyError, TypeError, AttributeError, ValueError) as wrong:
        missing = f"{wrong} is missing" if isinstance(wrong, KeyError) else "a part has the wrong form"
        raise NotOurs(f"{missing}, expected a document as rights policy export writes it") from None
    except RecursionError:
        raise NotOurs("nested too deeply, expected fewer levels") from None


def _file(document: Data) -> Data:
    graph = document["@graph"]
    by_id = {node["@id"]: node for node in graph}
    files = [node for node in graph if node.get("@type") == "rep:PolicyFile"]
    if len(files) != 1:
        raise NotOurs(f"{len(files)} nodes of the type rep:PolicyFile, expected one")
    data = _names(files[0])
    data["publisher"] = _names(by_id[files[0]["rep:publisher"]])
    data["policies"] = [_policy(node, by_id) for node in graph if node.get("@type") == "Offer"]
    return data


def _names(node: Data) -> Data:
    return {name_of(key): _plain(value) for key, value in node.items() if key.startswith("rep:")}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return _names(value)
    return [_plain(part) for part in value] if isinstance(value, list) else value


def _policy(offer: Data, by_id: dict[str, Data]) -> Data:
    if offer.get("profile") != PROFILE:
        raise NotOurs(f"an Offer of the profile {offer.get('profile')!r}, expected {PROFILE!r}")
    policy = {key: value for key, value in _names(offer).items() if key not in ("advice", "limit")}
    rules = [*offer.get("permission", ()), *offer.get("prohibition", ()), *offer.get("obligation", ())]
    rules += offer.get("rep:advice", ())
    limits = [*offer.get("rep:limit", ())]
    grant = next((rule for rule in rules if rule["action"] == "distribute" and _is_main(rule)), None)
    if grant is None:
        raise NotOurs("an Offer that neither permits nor prohibits to distribute, expected one such rule")
    rules += grant.get("duty", ())
    limits += [node for node in grant.get("constraint", ()) if "rep:clause" in node]
    found = [_clause(node) for node in rules if "rep:clause" in node]
    found += [_limit(node) for node in limits]
    applies = _applies(offer, grant, by_id)
    if applies:
        policy["applies"] = applies
    policy["clauses"] = [clause for _, clause in sorted(found, key=lambda pair: pair[0])]
    return policy


def _is_main(rule: Data) -> bool:
    return rule.get("rep:clause", "grant.mode") == "grant.mode" and not rule.get("rep:strength")


def _clause(node: Data) -> tuple[int, Data]:
    type_ = node["rep:clause"]
    clause = {"type": type_, **_about(node)}
    if "rep:grant" in node:
        clause |= {"value": node["rep:grant"], **constraints.options_of(type_, node.get("rep:option", []))}
    action = node["action"]
    if isinstance(action, dict):
        clause |= constraints.options_of(type_, action.get("refinement", []))
    if "rep:alternative" in node:
        clause["options"] = [(_limit if "and" in option else _clause)(option)[1] for option in node["rep:alternative"]]
    if action != "distribute":
        clause |= constraints.conditions_of(node.get("constraint", []))
    return node["rep:order"], clause


def _limit(node: Data) -> tuple[int, Data]:
    type_ = node["rep:clause"]
    _, *options = node["and"]
    clause = {"type": type_, **_about(node), **constraints.options_of(type_, options)}
    if "rep:grant" in node:
        clause["value"] = node["rep:grant"]
    return node["rep:order"], clause | constraints.conditions_of(node.get("rep:when", []))


def _about(node: Data) -> Data:
    return {key: value for key, value in _names(node).items() if key in _ABOUT}


def _applies(offer: Data, grant: Data, by_id: dict[str, Data]) -> Data:
    applies: Data = {}
    for node in by_id[grant["target"]].get("refinement", ()):
        left, value = operand(node)
        if left == "dateTime":
            applies[_end(node)] = value
        else:
            applies[{"rep:path": "paths", "language": "languages"}.get(left, name_of(left))] = value
    for node in grant.get("constraint", ()):
        if "rep:clause" in node:
            continue
        left, value = operand(node)
        if left == "deliveryChannel":
            applies["medium"] = value
        elif left == "dateTime":
            applies |= {_end(node): value, "date_basis": "copy"}
        elif left == "rep:dateBasis":
            applies["date_basis"] = value
        else:
            raise NotOurs(f"the constraint on {left!r} of the permission, expected deliveryChannel or dateTime")
    assignee = offer.get("assignee", {})
    for node in assignee.get("refinement", ()):
        applies[name_of(operand(node)[0])] = operand(node)[1]
    return applies


def _end(node: Data) -> str:
    return "since" if node["operator"] == "gteq" else "until"
