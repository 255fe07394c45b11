"""A reading of terms as a policy file that a person finishes: YAML, with what was not understood as comments."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import yaml

from rights import urls
from rights.draft.terms import Reading, Understood
from rights.model import Article

#: What each clause says where the drafter has no better words; the person who finishes the file puts their own.
_SAYS = "Drafted from the sentence at the anchor; put it in your own words."


def policy_data(
    reading: Reading, article: Article, *, checked_on: date, publisher: str | None = None
) -> dict[str, Any]:
    """The draft as plain data, in the form of a policy file."""
    address = article.address
    host = urls.site(address) if address else None
    name = publisher or article.publisher or article.site_name or host or "PUBLISHER"
    head: dict[str, Any] = {"id": _identifier(host or name), "name": name}
    if host:
        head["domains"] = [host]
    terms: dict[str, Any] = {
        "url": address or "https://publisher.example/terms",
        "checked_on": checked_on,
        "evidence": "own-words",
    }
    return {
        "publisher": head,
        "terms": terms,
        "policies": [{"id": "default", "title": "Draft", "clauses": _clauses(reading.understood)}],
    }


def _clauses(understood: tuple[Understood, ...]) -> list[dict[str, Any]]:
    if not understood:
        return [{"type": "grant.mode", "value": "ask-first", "says": "Nothing in the text was understood: ask."}]
    rows: list[dict[str, Any]] = []
    used: set[str] = set()
    for one in understood:
        row: dict[str, Any] = {"type": one.type}
        if one.type in used:
            row["id"] = f"{one.type}.{one.strength.value}"
        used.add(one.type)
        if one.strength.value != "must":
            row["strength"] = one.strength.value
        rows.append(row | dict(one.options) | {"says": _SAYS, "anchor": one.anchor})
    return rows


def render_draft(reading: Reading, data: dict[str, Any]) -> str:
    """The YAML text; sentences that were not understood stand below as comments, a short locator each."""
    lines = [
        "# A draft: read it against the terms, clause by clause, before anyone is judged by it.",
        yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110).rstrip(),
        "",
        f"# {len(reading.not_understood)} sentence(s) not understood:",
    ]
    lines += [f"#   - {_short(sentence)}" for sentence in reading.not_understood]
    return "\n".join(lines) + "\n"


def render_json(reading: Reading, data: dict[str, Any]) -> str:
    """The draft for programs: the policy, and for each clause and each missed sentence where it stands."""
    whole = {
        "schema": "rights.draft/1",
        "policy": data,
        "understood": [
            {"type": one.type, "strength": one.strength.value, "sentence": one.sentence, "anchor": one.anchor}
            for one in reading.understood
        ],
        "not_understood": list(reading.not_understood),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str) + "\n"


def _short(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


def _identifier(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "publisher"
