"""A policy file that somebody mangled is refused with clear lines, or read; it never ends in a traceback."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rights import policy_yaml
from rights.errors import PolicyError
from rights.policy import parse_policy

FOLDER = Path(__file__).parent.parent / "policies"
FILES = {
    f"{name}.yaml": (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    for name in ("globalresearch", "infobrics", "theconversation", "propublica", "cc-by-4.0", "cc-by-nc-nd-4.0")
}
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 10**30, 1e308, float("inf"), float("nan"), "", " ", "x" * 5000, "\u0000", "💥", "2024-13-45", "2024-02-30",
    [], {}, [[]], {"": ""}, [None], {"type": "attr.source"}, ["attr.source"], {"a": {"b": {"c": {}}}}, "- type: attr.source", "{{", "[x",
    "\ud7ff", "null", "..", "%s%n", "CC-BY-9.9",
)  # fmt: skip
slow = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def read(text: str) -> None:
    for problem in refused(text):
        assert problem.startswith("mangled.yaml:")
        assert "expected" in problem, problem
        assert "\n" not in problem
        assert len(problem) < 2000


def refused(text: str) -> list[str]:
    """The problems of a file; none where it is read."""
    try:
        parse_policy(text, "mangled.yaml")
    except PolicyError as wrong:
        return wrong.problems or ["a refusal without a problem"]
    return []


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        found += places(value, (*path, key))
    return found


def holder(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path[:-1]:
        data = data[key]
    return data


@st.composite
def mangled(draw: st.DrawFn) -> str:
    data = copy.deepcopy(policy_yaml.load(FILES[draw(st.sampled_from(sorted(FILES)))], "x"))
    for _ in range(draw(st.integers(1, 4))):
        known = places(data)
        if not known:
            break
        path = draw(st.sampled_from(known))
        where, key = holder(data, path), path[-1]
        action = draw(st.sampled_from(("drop", "rename", "retype", "nest", "double", "swap")))
        if action == "drop":
            del where[key]
        elif action == "rename" and isinstance(where, dict):
            where[draw(st.sampled_from((f"{key}s", key.upper() if isinstance(key, str) else "k", 7, "type", "")))] = (
                where.pop(key)
            )
        elif action == "nest":
            where[key] = [where[key]] if draw(st.booleans()) else {"value": where[key]}
        elif action == "double" and isinstance(where, list):
            where.append(copy.deepcopy(where[key]))
        elif action == "swap":
            other = draw(st.sampled_from(known))
            try:
                where[key] = copy.deepcopy(holder(data, other)[other[-1]])
            except (KeyError, IndexError, TypeError):
                continue
        else:
            where[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@slow
@given(mangled())
def test_a_mangled_file_is_refused_or_read(text: str) -> None:
    read(text)


@slow
@given(st.sampled_from(sorted(FILES)), st.data())
def test_lines_cut_doubled_and_moved(name: str, data: st.DataObject) -> None:
    lines = FILES[name].splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, max(0, len(lines) - 1)))
        what = data.draw(st.sampled_from(("drop", "double", "indent", "cut", "garble")))
        if not lines:
            break
        if what == "drop":
            del lines[at]
        elif what == "double":
            lines.insert(at, lines[at])
        elif what == "indent":
            lines[at] = " " * data.draw(st.integers(1, 7)) + lines[at]
        elif what == "cut":
            del lines[at:]
        else:
            lines[at] = data.draw(st.text(max_size=40)) + "\n"
    read("".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    read(text)


def test_huge_and_deep_values() -> None:
    good = FILES["globalresearch.yaml"]
    deep = "      - type: one_of\n        options:\n"
    for level in range(2, 40):
        deep += " " * (level * 4) + "- type: one_of\n" + " " * (level * 4) + "  options:\n"
    for text in (
        good + deep,
        good + "      - type: attr.source\n        name_as: [" + ", ".join(["x"] * 100_000) + "]\n",
        good.replace("Global Research", "G" * 2_000_000, 1),
        good + "      - {type: attr.source, wording: " + "{" * 500 + "}" * 500 + "}\n",
        good + "".join(f"      - {{type: attr.title, id: t{n}}}\n" for n in range(20_000)),
        "publisher: " + "9" * 20_000,
        "? " * 5000,
        "- " * 20_000,
        "a: " * 3000,
        "&a [" * 1000,
    ):
        read(text)
