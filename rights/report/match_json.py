"""Which works a page copies, as JSON: schema ``rights.match/1`` (docs/schema/match.schema.json)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rights.match.copied import Answer
from rights.match.translation import Proposal

SCHEMA = "rights.match/1"


def match_object(
    target: str, answer: Answer | None, error: str | None = None, translations: Sequence[Proposal] = ()
) -> dict[str, Any]:
    """The object of one target; one that could not be read has ``error`` and no candidates."""
    found = answer or Answer()
    return {
        "schema": SCHEMA,
        "target": target,
        "error": error,
        "candidates": [
            {
                "work": one.work.id,
                "containment": round(one.match.containment, 4),
                "resemblance": round(one.match.resemblance, 4),
                "words": one.match.words,
                "longest": one.match.longest,
                "copy_share": round(one.match.copy_share, 4),
                "own_words": one.own,
                "boilerplate_words": one.match.boilerplate_words,
                "url": one.work.url,
                "title": one.work.title,
                "published": one.work.published,
                "near": list(one.near),
            }
            for one in found.copied
        ],
        "translations": [
            {"work": one.work.id, "weight": round(one.likeness.weight, 2), "in_order": round(one.likeness.in_order, 4)}
            for one in translations
        ],
        "boilerplate": [{"text": one.text, "words": list(one.place), "works": one.works} for one in found.boilerplate],
    }


def render_match_json(objects: Sequence[dict[str, Any]], *, several: bool) -> str:
    """One object, or an array where several targets were asked for."""
    value: Any = list(objects) if several else objects[0]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def render_match_line(item: dict[str, Any]) -> str:
    """One compact line."""
    return json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"


def render_match_text(item: dict[str, Any]) -> str:
    """For a person: the works, best first, with how much of each."""
    if item["error"]:
        return f"{item['target']}\n  could not be read: {item['error']}\n"
    lines = [item["target"]]
    for one in item["candidates"]:
        lines.append(
            f"  {one['containment']:6.1%} of {one['work']}  ({one['words']} words, longest run {one['longest']})"
        )
        if one["title"]:
            lines.append(f"         {one['title']}")
    if not item["candidates"]:
        lines.append("  copies no known work")
    for one in item["translations"]:
        lines.append(f"  may translate {one['work']}: a person must look")
    for passage in item["boilerplate"]:
        text = passage["text"] if len(passage["text"]) <= 80 else passage["text"][:77] + "…"
        lines.append(f"  boilerplate that {passage['works']} works share: {' '.join(text.split())}")
    return "\n".join(lines) + "\n"
