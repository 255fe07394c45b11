"""A policy as a person wants to read it: who, on which terms, what must, should and may be done."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from rights.applies import Applies
from rights.clause import Clause, Condition
from rights.model import Strength
from rights.policy import Known, Policy, Source

_HEADINGS = {Strength.MUST: "Must", Strength.SHOULD: "Asked for", Strength.MAY: "Expressly permitted"}
_KNOWN = {
    Known.OWN_WORDS: "read in the publisher's own words",
    Known.SECOND_HAND: "known second-hand",
    Known.NOT_KNOWN: "not known: nothing here can be kept or broken",
}
#: Fields of every clause that are told in their own way, not as options.
_COMMON = frozenset(Clause.model_fields)


def as_text(source: Source, width: int = 100, doubts: Sequence[str] = ()) -> str:
    """The whole file as plain text; ``doubts`` are lines about terms that have changed since."""
    parts = [*_parts(source), *(f"  {doubt}" for doubt in doubts)]
    return "\n".join(line for part in parts for line in _wrapped(part, width))


def _wrapped(line: str, width: int) -> list[str]:
    if not line.strip():
        return [""]
    indent = len(line) - len(line.lstrip())
    return textwrap.wrap(
        line, width, subsequent_indent=" " * (indent + 2), break_long_words=False, break_on_hyphens=False
    )


def _parts(source: Source) -> Iterator[str]:
    publisher, terms = source.publisher, source.content.terms
    yield f"{publisher.name}  ({publisher.id})"
    if publisher.also_known_as:
        yield f"  also known as {', '.join(publisher.also_known_as)}"
    if publisher.domains:
        yield f"  pages on {', '.join(publisher.domains)}"
    if publisher.contact:
        yield f"  contact {publisher.contact}"
    yield f"  terms {_KNOWN[terms.evidence]}" + (f", {terms.url}" if terms.url else "")
    if terms.checked_on:
        yield f"  checked on {terms.checked_on.isoformat()}" + (f" ({terms.as_of})" if terms.as_of else "")
    for note in (publisher.note, terms.note):
        if note:
            yield f"  {note}"
    if source.content.upstream:
        yield f"  may carry pieces of {', '.join(source.content.upstream)}, whose terms then apply as well"
    for item in source.content.items:
        mark = f"the mark “{item.marker}”" if item.marker else f"the licence {item.licence}"
        yield f"  an original with {mark} is under the policy {item.policy!r}"
    for reading in source.content.readings:
        yield f"  “{reading.word}” is read as: {reading.means}"
    for policy in source.content.policies:
        yield ""
        yield from _policy(policy, alone=len(source.content.policies) == 1)
    yield ""
    yield f"file {source.file}, sha256 {source.sha256}"


def _policy(policy: Policy, alone: bool) -> Iterator[str]:
    title = policy.title or policy.id
    yield title if alone else f"{title}  [{policy.id}]"
    if policy.licence:
        yield f"  licence {policy.licence}"
    when = applies_in_words(policy.applies)
    if when:
        yield f"  for {when}"
    if policy.note:
        yield f"  {policy.note}"
    for strength, heading in _HEADINGS.items():
        clauses = [clause for clause in policy.clauses if clause.strength is strength]
        if clauses:
            yield f"  {heading}"
            for clause in clauses:
                yield from _clause(clause)
    if policy.ready_credit:
        yield "  Credit line to paste"
        yield f"    {policy.ready_credit}"


def _clause(clause: Clause) -> Iterator[str]:
    name = clause.name if clause.name == clause.type else f"{clause.name}, {clause.type}"
    says = clause.says or (type(clause).__doc__ or "").strip().splitlines()[0]
    yield f"    - {says} [{name}]"
    options = ", ".join(f"{key} {_value(value)}" for key, value in _options(clause))
    if options:
        yield f"      {options}"
    if clause.medium:
        yield f"      only in {', '.join(clause.medium)}"
    for word, condition in (("only if", clause.when), ("not if", clause.unless)):
        if condition:
            yield f"      {word} {condition_in_words(condition)}"
    if clause.reading:
        yield f"      “{clause.reading.word}” is read as: {clause.reading.means}"
    if clause.anchor:
        yield f"      in the terms at “{clause.anchor}”"


def _options(clause: Clause) -> Iterator[tuple[str, object]]:
    for key in type(clause).model_fields:
        value = getattr(clause, key)
        if key not in _COMMON and value != type(clause).model_fields[key].default and value not in ((), None):
            yield key.replace("_", " "), value


def _value(value: object) -> str:
    if isinstance(value, Clause):
        inner = ", ".join(f"{key} {_value(given)}" for key, given in _options(value))
        return value.type + (f" ({inner})" if inner else "")
    if isinstance(value, tuple):
        return " or ".join(_value(part) for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_value(part)}" for key, part in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def condition_in_words(condition: Condition) -> str:
    """A condition as the end of a sentence that begins "only if"."""
    said = []
    for field, words in (
        ("edited", "the text was edited"),
        ("cut", "the text was cut"),
        ("added", "something was added"),
        ("translated", "it is a translation"),
        ("excerpt", "only a part is carried"),
        ("permission", "a permission is on file"),
    ):
        value = getattr(condition, field)
        if value is not None:
            said.append(words if value else f"not: {words}")
    if condition.kind:
        said.append(f"the site is {' or '.join(condition.kind)}")
    said += [f"{fact} is {_value(value)}" for fact, value in condition.declared.items()]
    if condition.unmet:
        said.append(f"{condition.unmet} is not kept")
    return " and ".join(said)


def applies_in_words(applies: Applies) -> str:
    """What a policy is for, or "" where it is for everything."""
    said = []
    if applies.only_by_item:
        said.append("originals whose own mark chooses it")
    if applies.paths:
        said.append(f"originals under {' or '.join(applies.paths)}")
    if applies.languages:
        said.append(f"originals in {' or '.join(applies.languages)}")
    if applies.medium:
        said.append(f"publication in {' or '.join(applies.medium)}")
    if applies.kind:
        said.append(f"republishers that are {' or '.join(applies.kind)}")
    basis = "originals" if applies.date_basis == "original" else "copies"
    if applies.since:
        said.append(f"{basis} from {applies.since.isoformat()} on")
    if applies.until:
        said.append(f"{basis} until {applies.until.isoformat()}")
    return ", ".join(said)
