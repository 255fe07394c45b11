"""The JSON Schema of policy files: drawn from the models, never by hand, and true of every file that is shipped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rights import policy_yaml, schema
from rights.clauses import TYPES
from rights.library import heads

FOLDER = Path(__file__).parent.parent / "policies"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    drawn = schema.policy_schema()
    Draft202012Validator.check_schema(drawn)
    return Draft202012Validator(drawn)


def plain(data: Any) -> Any:
    return json.loads(json.dumps(data, default=str))


def test_the_file_is_the_one_that_the_models_give() -> None:
    there = (FOLDER / "schema.json").read_text(encoding="utf-8")
    assert there == schema.as_text(), "run: python -m rights.schema > policies/schema.json"


def test_the_heads_are_those_of_the_files() -> None:
    there = (FOLDER / "heads.json").read_text(encoding="utf-8")
    assert there == heads(FOLDER), "run: python -m rights.library > policies/heads.json"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_policy_fits(path: Path, validator: Draft202012Validator) -> None:
    data = plain(policy_yaml.load(path.read_text(encoding="utf-8"), path.name))
    assert not [error.message for error in validator.iter_errors(data)]


def test_every_clause_type_is_in_it(validator: Draft202012Validator) -> None:
    known = {
        one["properties"]["type"]["const"]
        for one in validator.schema["$defs"].values()
        if "const" in one.get("properties", {}).get("type", {})
    }
    assert known == set(TYPES)


def test_an_unknown_type_and_an_unknown_option_do_not_fit(validator: Draft202012Validator) -> None:
    head = {"publisher": {"id": "x", "name": "X"}, "terms": {"evidence": "not-known"}}
    for clause in ({"type": "attr.sorce"}, {"type": "attr.source", "nam": "x"}, {}):
        assert not validator.is_valid({**head, "policies": [{"clauses": [clause]}]})
    assert validator.is_valid({**head, "policies": [{"clauses": [{"type": "attr.source"}]}]})
