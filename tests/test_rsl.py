"""RSL says what it has words for; what it has none for is named."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from rights import rsl
from rights.extract.rsl import parse_rsl
from rights.library import Library
from rights.policy import parse_policy


def exported(*clauses: dict[str, Any], **policy: Any) -> rsl.Exported:
    data = {
        "publisher": {
            "id": "herald",
            "name": "The Herald",
            "domains": ["herald.example"],
            "contact": "r@herald.example",
        },
        "terms": {"url": "https://herald.example/republish", "checked_on": "2024-06-01", "evidence": "own-words"},
        "policies": [{**policy, "clauses": list(clauses)}],
    }
    return rsl.export(parse_policy(yaml.safe_dump(data)))


def test_uses_users_places_and_credit_have_words() -> None:
    text, lost = exported(
        {"type": "ai.forbid", "what": ["training", "rag"]},
        {"type": "nc.use"},
        {"type": "who.geo", "allow": ["CA", "US"]},
        {"type": "attr.source"},
        licence="CC-BY-NC-4.0",
    )
    (licence,) = parse_rsl(text.split("?>", 1)[1].partition("-->")[2])
    assert licence.url == "https://herald.example/"
    assert set(licence.prohibits) == {"usage=ai-train", "usage=ai-input", "user=commercial"}
    assert set(licence.permits) == {"geo=ca", "geo=us"}
    assert licence.payments == ("attribution",)
    assert licence.standards == ("https://creativecommons.org/licenses/by-nc/4.0/",)
    assert licence.terms == "https://herald.example/republish"
    assert not any(line.startswith("ai.forbid") for line in lost)


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ({"type": "edit.none", "says": "No edits."}, "edit.none: No edits."),
        ({"type": "link.original"}, "link.original"),
        ({"type": "attr.source", "strength": "should"}, "should"),
        ({"type": "nc.use", "when": {"edited": True}}, "conditions"),
        ({"type": "who.kind", "allow": ["nonprofit", "community-site"]}, "who.kind"),
        ({"type": "who.geo", "allow": ["CA", "US-CA"]}, "who.geo"),
    ],
)
def test_what_has_no_word_is_named_and_not_said(clause: dict[str, Any], told: str) -> None:
    text, lost = exported(clause)
    assert any(told in line for line in lost)
    assert told.replace("--", "- -") in text
    (licence,) = parse_rsl(text.split("?>", 1)[1].partition("-->")[2])
    assert not licence.permits
    assert not licence.prohibits
    assert not licence.payments


def test_no_place_is_told_twice() -> None:
    for source in Library.load().sources():
        text, _ = rsl.export(source)
        root = ET.fromstring(text)
        places = [content.get("url") for content in root]
        assert len(places) == len(set(places)), source.publisher.id
        assert root.tag == "{https://rslstandard.org/rsl}rsl"
