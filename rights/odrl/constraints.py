"""Options and conditions of clauses as ODRL constraints, and back: each pair of functions stands side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rights.odrl.vocabulary import NEQ, OPERANDS, name_of, term

Data = dict[str, Any]

_HOURS = re.compile(r"PT(\d+)H")
_DAYS = re.compile(r"P(\d+)D")


class NotOurs(ValueError):
    """A part of a document that the profile does not know; the text says which and what was expected."""


def constraint(left: str, value: Any, *, negated: bool = False) -> Data:
    """``left`` equals the value, or is one of the values of a list; ``negated`` turns it round."""
    if isinstance(value, Mapping) or (
        isinstance(value, list) and any(isinstance(part, (dict, list)) for part in value)
    ):
        value = {"@type": "@json", "@value": value}
    if isinstance(value, list):
        return {"leftOperand": left, "operator": "isNoneOf" if negated else "isAnyOf", "rightOperand": value}
    return {"leftOperand": left, "operator": NEQ if negated else "eq", "rightOperand": value}


def operand(node: Data) -> tuple[str, Any]:
    """The left operand of a constraint and its value, whatever the operator."""
    left, value = node.get("leftOperand"), node.get("rightOperand")
    if not isinstance(left, str) or "operator" not in node or "rightOperand" not in node:
        raise NotOurs("a constraint without leftOperand, operator and rightOperand, expected all three")
    if isinstance(value, dict):
        if "@value" not in value:
            raise NotOurs(f"{left}: a rightOperand that is a node, expected a value")
        value = value["@value"]
    return left, value


# --- options ---------------------------------------------------------------------------------------------------------


def of_options(clause: str, options: Mapping[str, Any]) -> list[Data]:
    """The options of a clause as constraints, in their order."""
    return [made for name, value in options.items() for made in _of_option(clause, name, value, options)]


def _of_option(clause: str, name: str, value: Any, options: Mapping[str, Any]) -> Iterator[Data]:
    if clause == "excerpt.limit" and name in ("max", "unit", "also"):
        if name == "max" or (name == "unit" and "max" not in options):
            yield _limit(options) if name == "max" else constraint(term(name), value)
        elif name == "also":
            yield from map(_limit, value)
        return
    known = OPERANDS.get((clause, name))
    written = _written(value, known[2]) if known else None
    if known and written is not None:
        yield {"leftOperand": known[0], "operator": known[1], "rightOperand": written}
    else:
        yield constraint(term(name), value)


def options_of(clause: str, nodes: list[Data]) -> Data:
    """The options that the constraints of a clause stand for."""
    options: Data = {}
    limits: list[Data] = []
    by_operand = {
        (left, operator): (name, how) for (of, name), (left, operator, how) in OPERANDS.items() if of == clause
    }
    for node in nodes:
        left, value = operand(node)
        if clause == "excerpt.limit" and left in ("percentage", "count"):
            limits.append({"max": value, "unit": _unit(left, node)})
        elif (left, node["operator"]) in by_operand:
            name, how = by_operand[left, node["operator"]]
            options[name] = _read(value, how)
        elif left.startswith("rep:"):
            options[name_of(left)] = value
        else:
            raise NotOurs(f"the left operand {left!r} with {node['operator']!r} says nothing of {clause} here")
    if limits:
        options |= limits[0]
    if len(limits) > 1:
        options["also"] = limits[1:]
    return options


def _limit(limit: Mapping[str, Any]) -> Data:
    if limit.get("unit") == "percent":
        return {"leftOperand": "percentage", "operator": "lteq", "rightOperand": limit["max"]}
    unit = term(limit.get("unit", "words"))
    return {"leftOperand": "count", "operator": "lteq", "rightOperand": limit["max"], "unit": unit}


def _unit(left: str, node: Data) -> str:
    return "percent" if left == "percentage" else name_of(str(node.get("unit", "rep:words")))


def _written(value: Any, how: str) -> Any:
    """The value in ODRL's form; None where that form could not be read back as the same value."""
    if how in ("hours", "days"):
        whole = isinstance(value, (int, float)) and value == int(value)
        text = (f"PT{int(value)}H" if how == "hours" else f"P{int(value)}D") if whole else None
        return {"@type": "xsd:duration", "@value": text} if text else None
    return {"@type": "xsd:date", "@value": value} if how == "date" else value


def _read(value: Any, how: str) -> Any:
    if how in ("hours", "days"):
        found = (_HOURS if how == "hours" else _DAYS).fullmatch(str(value))
        if not found:
            raise NotOurs(f"the duration {value!r}, expected {how} such as {'PT48H' if how == 'hours' else 'P90D'}")
        return int(found.group(1))
    return value


# --- conditions ------------------------------------------------------------------------------------------------------


def of_conditions(clause: Mapping[str, Any]) -> list[Data]:
    """``when``, ``unless`` and ``medium`` of a clause: all must hold; of an exemption one part that fails is enough."""
    made = [constraint("deliveryChannel", clause["medium"])] if clause.get("medium") else []
    made += list(_parts(clause.get("when") or {}, negated=False))
    if clause.get("unless"):
        made.append({"or": list(_parts(clause["unless"], negated=True))})
    return made


def _parts(condition: Mapping[str, Any], negated: bool) -> Iterator[Data]:
    for name, value in condition.items():
        if name == "declared":
            for fact, answer in value.items():
                yield {**constraint("rep:declared", answer, negated=negated), "rep:fact": fact}
        else:
            yield constraint(term(name), value, negated=negated)


def conditions_of(nodes: list[Data]) -> Data:
    """The ``when``, ``unless`` and ``medium`` that constraints stand for."""
    found: Data = {}
    for node in nodes:
        if "or" in node:
            found["unless"] = _condition(node["or"])
        elif node.get("leftOperand") == "deliveryChannel":
            found["medium"] = operand(node)[1]
    when = [node for node in nodes if "or" not in node and node.get("leftOperand") != "deliveryChannel"]
    if when:
        found["when"] = _condition(when)
    return found


def _condition(nodes: list[Data]) -> Data:
    condition: Data = {}
    for node in nodes:
        left, value = operand(node)
        if left == "rep:declared":
            condition.setdefault("declared", {})[node.get("rep:fact")] = value
        else:
            condition[name_of(left)] = value
    return condition
