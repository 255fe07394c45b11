"""The JSON Schema of policy files, made from the models: editors complete and check with it while one writes."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import models_json_schema

from rights.clauses import TYPES
from rights.policy import PolicyFile

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def policy_schema() -> dict[str, Any]:
    """The schema of a policy file; a clause is one of all types, each described by its own first words."""
    types = dict(TYPES.items())
    wanted = [(PolicyFile, "validation"), *((cls, "validation") for cls in types.values())]
    _, schema = models_json_schema(wanted, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    defs: dict[str, Any] = schema["$defs"]
    for name, cls in types.items():
        one = defs[cls.__name__]
        one["description"] = " ".join((cls.__doc__ or "").split())
        one["properties"]["type"] = {"const": name, "type": "string"}
        one["required"] = sorted({"type", *one.get("required", ())})
    defs["Clause"] = {
        "description": "One encoded sentence of the terms: its type and the options of that type.",
        "discriminator": {"propertyName": "type"},
        "oneOf": [{"$ref": f"#/$defs/{cls.__name__}"} for cls in types.values()],
    }
    top = defs.pop("PolicyFile")
    return {"$schema": ADDRESS, **top, "title": "Policy of a publisher", "$defs": defs}


def as_text() -> str:
    """The schema as the file ``policies/schema.json`` holds it."""
    return json.dumps(policy_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    print(as_text(), end="")
