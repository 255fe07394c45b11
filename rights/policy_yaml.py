"""YAML that a person wrote -> plain data, with the line of every value; hostile files are the normal case.

Safe loading only; duplicate keys and aliases are errors; size, depth and number of nodes are bounded before anything is
built.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

from rights.errors import PolicyError
from rights.patterns import late

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MAX_NODES = 50_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_UNRESOLVED = frozenset({"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"})


class _StrictLoader(_Loader):  # type: ignore[misc]
    """A safe loader that refuses a key given twice, and for which only true and false are truth values.

    Plain PyYAML keeps the last of two equal keys, reads ``on``, ``no`` and ``NO`` (Norway) as truth values, and fails on
    a date that does not exist without saying where; dates stay text here.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name and form that PyYAML asks for
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in _UNRESOLVED]
        for first, resolvers in _Loader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: dict[Hashable, int] = {}
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            line = key_node.start_mark.line + 1
            if not isinstance(key, Hashable):
                raise yaml.constructor.ConstructorError(None, None, "a key must be plain text", key_node.start_mark)
            if key in seen:
                problem = f"key {key!r} is given twice (first in line {seen[key]}), expected each key once"
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            seen[key] = line
        loaded: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return loaded


_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", late(r"^(?:true|false|True|False)$"), list("tfTF"))


def load(text: str, source: str) -> Any:
    """Load one YAML document.

    Raises `PolicyError` with ``source:line: …`` for anything that is not one bounded, plain document.
    """
    _bound(text, source)
    try:
        return yaml.load(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as wrong:
        raise _yaml_error(wrong, source) from None
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as wrong:
        raise PolicyError([f"{source}:1: not YAML: {_one_line(str(wrong))}, expected one YAML document"]) from None


def _bound(text: str, source: str) -> None:
    if len(text) > MAX_BYTES:
        raise PolicyError([f"{source}:1: the file has {len(text)} characters, expected at most {MAX_BYTES}"])
    depth = nodes = documents = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            nodes += 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise PolicyError([f"{source}:{line}: a YAML anchor or alias, expected every value written out"])
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
            if depth > MAX_DEPTH or nodes > MAX_NODES or documents > 1:
                limit = f"at most {MAX_DEPTH} levels, {MAX_NODES} values and one document"
                raise PolicyError([f"{source}:{line}: too deep or too large, expected {limit}"])
    except yaml.MarkedYAMLError as wrong:
        raise _yaml_error(wrong, source) from None
    except (yaml.YAMLError, ValueError) as wrong:
        raise PolicyError([f"{source}:1: not YAML: {_one_line(str(wrong))}, expected one YAML document"]) from None


def _yaml_error(wrong: yaml.MarkedYAMLError, source: str) -> PolicyError:
    mark = wrong.problem_mark or wrong.context_mark
    line = mark.line + 1 if mark else 1
    problem = _one_line(wrong.problem or "not YAML")
    expected = "" if "expected" in problem else ", expected valid YAML"
    return PolicyError([f"{source}:{line}: {problem}{expected}"])


def _one_line(text: str) -> str:
    return " ".join(text.split())[:300]


def lines(text: str) -> dict[tuple[str | int, ...], int]:
    """The line (from 1) of every value, by its path of keys and indexes; only for a text that `load` accepted."""
    found: dict[tuple[str | int, ...], int] = {}

    def walk(node: yaml.Node | None, path: tuple[str | int, ...]) -> None:
        if node is None:
            return
        found.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = (*path, str(key.value))
                found[inner] = key.start_mark.line + 1
                walk(value, inner)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                walk(value, (*path, index))

    walk(yaml.compose(text, Loader=_Loader), ())
    return found
