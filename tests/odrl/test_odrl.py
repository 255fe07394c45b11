"""What is exported as ODRL keeps ODRL's shape and is read again without loss."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rights.clauses import TYPES
from rights.errors import PolicyError
from rights.library import Library, shipped
from rights.odrl.write import document
from rights.policy import PolicyFile, Source, parse_policy

SHAPE = jsonschema.Draft202012Validator(json.loads((Path(__file__).parent / "shape.json").read_text(encoding="utf-8")))
FILES = sorted(shipped("policies").glob("*.yaml"))
HEAD: dict[str, Any] = {
    "publisher": {"id": "herald", "name": "The Herald", "domains": ["herald.example"]},
    "terms": {"url": "https://herald.example/republish", "checked_on": "2024-06-01", "evidence": "own-words"},
}


def exported(content: PolicyFile) -> str:
    data = content.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    return json.dumps(document(data, lambda name: TYPES[name].role), ensure_ascii=False)


def of_clauses(*clauses: dict[str, Any], **policy: Any) -> Source:
    return parse_policy(
        yaml.safe_dump({**HEAD, "policies": [{**policy, "clauses": list(clauses)}]}, allow_unicode=True)
    )


def offers(text: str) -> list[dict[str, Any]]:
    return [node for node in json.loads(text)["@graph"] if node["@type"] == "Offer"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_policy_survives(path: Path) -> None:
    source = parse_policy(path.read_text(encoding="utf-8"), path.name)
    text = exported(source.content)
    assert parse_policy(text, f"{path.stem}.jsonld").content == source.content
    for offer in offers(text):
        SHAPE.validate(offer)


ALL = [clause for path in FILES for policy in parse_policy(path.read_text(encoding="utf-8")).content.policies for clause in policy.clauses]  # fmt: skip
_word = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)
_condition = st.fixed_dictionaries(
    {},
    optional={
        "edited": st.booleans(),
        "excerpt": st.booleans(),
        "permission": st.booleans(),
        "kind": st.lists(st.sampled_from(["nonprofit", "news-org"]), min_size=1, max_size=2),
        "declared": st.dictionaries(_word, st.one_of(st.booleans(), _word), min_size=1, max_size=2),
    },
).filter(bool)


@st.composite
def clauses(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Clauses of shipped policies in other company: strengths, media, conditions and words of their own."""
    found = []
    for number, clause in enumerate(draw(st.lists(st.sampled_from(ALL), min_size=1, max_size=6))):
        data = clause.model_dump(mode="json", exclude_unset=True, exclude_none=True) | {"id": f"c{number}"}
        for word in ("when", "unless"):
            data.pop(word, None)
            if draw(st.booleans()):
                data[word] = draw(_condition)
        data["strength"] = draw(st.sampled_from(["must", "should", "may"]))
        data["medium"] = draw(st.lists(st.sampled_from(["web", "print"]), max_size=2, unique=True))
        data["says"] = draw(_word)
        found.append(data)
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(clauses(), st.sampled_from(["original", "copy"]), st.booleans())
def test_any_clause_in_any_company_survives(found: list[dict[str, Any]], basis: str, dated: bool) -> None:
    applies: dict[str, Any] = {"date_basis": basis, "paths": ["/au"], "kind": ["nonprofit"], "medium": ["web"]}
    if dated:
        applies["since"] = "2020-01-01"
    source = of_clauses(*found, applies=applies)
    text = exported(source.content)
    assert parse_policy(text, "x.jsonld").content == source.content
    for offer in offers(text):
        SHAPE.validate(offer)


def test_odrl_has_its_own_words_where_it_can() -> None:
    text = exported(
        of_clauses(
            {"type": "grant.mode", "value": "ask-first"},
            {"type": "attr.source"},
            {"type": "track.pixel", "kind": ["x"]},
            {"type": "nc.use"},
            {"type": "excerpt.limit", "max": 30, "unit": "percent"},
            {"type": "time.embargo", "hours": 48},
            {"type": "who.geo", "allow": ["CA"], "unless": {"kind": ["nonprofit"]}},
        ).content
    )
    (offer,) = offers(text)
    (grant,) = offer["permission"]
    assert grant["action"] == "distribute"
    assert [duty["action"] for duty in grant["duty"][:2]] == ["obtainConsent", "attribute"]
    assert grant["duty"][2]["action"]["rdf:value"] == {"@id": "odrl:acceptTracking"}
    assert offer["prohibition"][0]["action"] == "cc:CommercialUse"
    limits = {part["leftOperand"]: part for limit in grant["constraint"] for part in limit["and"]}
    assert (limits["percentage"]["operator"], limits["percentage"]["rightOperand"]) == ("lteq", 30)
    assert limits["delayPeriod"]["rightOperand"] == {"@type": "xsd:duration", "@value": "PT48H"}
    assert (limits["spatial"]["operator"], limits["spatial"]["rightOperand"]) == ("isAnyOf", ["CA"])


def test_what_is_only_asked_for_is_no_obligation() -> None:
    (offer,) = offers(exported(of_clauses({"type": "attr.source"}, {"type": "notify", "strength": "should"}).content))
    assert [rule["rep:clause"] for rule in offer["rep:advice"]] == ["notify"]
    assert [rule["rep:clause"] for rule in offer["permission"][0]["duty"]] == ["attr.source"]


def test_terms_that_allow_no_copy_permit_none() -> None:
    (offer,) = offers(exported(of_clauses({"type": "grant.mode", "value": "deny"}, {"type": "attr.source"}).content))
    assert "permission" not in offer
    assert offer["prohibition"][0]["action"] == "distribute"
    assert offer["obligation"][0]["rep:clause"] == "attr.source"


def test_a_folder_may_hold_it(tmp_path: Path) -> None:
    (tmp_path / "herald.jsonld").write_text(exported(of_clauses({"type": "attr.source"}).content), encoding="utf-8")
    source = Library.load([tmp_path]).source("herald")
    assert source
    assert source.publisher.domains == ("herald.example",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"@context": []', "not JSON"),
        ('{"@context": [], "@context": []}', "given twice"),
        ('{"@context": [], "a": NaN}', "the number NaN"),
        ('{"@context": []}', "'@graph' is missing"),
        ('{"@context": [], "@graph": []}', "rep:PolicyFile"),
        ('{"@context": []' + ', "a": [' * 3000, "nested too deeply"),
    ],
)
def test_what_is_not_ours_is_refused_in_a_line(text: str, told: str) -> None:
    with pytest.raises(PolicyError) as wrong:
        parse_policy(text, "x.jsonld")
    (problem,) = wrong.value.problems
    assert problem.startswith("x.jsonld:1: ODRL: ")
    assert told in problem or "not JSON" in problem
    assert "expected" in problem


def refused(text: str) -> list[str]:
    try:
        parse_policy(text, "x.jsonld")
    except PolicyError as wrong:
        return wrong.problems or ["a refusal without a problem"]
    return []


def _places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        found += _places(value, (*path, key))
    return found


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_mangled_document_ends_in_no_traceback(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["theconversation", "calmatters-network", "apnews", "cc-by-nc-nd-4.0"]))
    source = Library.load().source(name)
    assert source
    whole = json.loads(exported(source.content))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(_places(whole["@graph"])))
        holder: Any = whole["@graph"]
        for key in path[:-1]:
            holder = holder[key]
        odd = data.draw(
            st.sampled_from([None, [], {}, "", 0, -1, 1e308, True, "x" * 3000, [[]], {"@value": []}, ["a", {}]])
        )
        if data.draw(st.booleans()):
            del holder[path[-1]]
        else:
            holder[path[-1]] = copy.deepcopy(odd)
    problems = refused(json.dumps(whole))
    assert all("\n" not in problem and problem.startswith("x.jsonld:") for problem in problems)
