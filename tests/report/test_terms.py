"""The report beside the terms: what they allow stands back, and what they may no longer say is named."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from rights.anchors import Anchor
from rights.library import Library
from rights.report.publisher_formats import render_csv, render_html, render_json
from rights.reporting import publisher_report
from rights.settings import Settings
from rights.store import Store, open_store
from rights.store.terms import TermsCheck
from tests.report.crowd import NOW, crowd

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/report.schema.json").read_text())
POLICY = """\
publisher: {id: press, name: The Press, domains: [press.example]}
terms: {url: https://press.example/terms, checked_on: 2026-01-01, evidence: own-words}
policies:
  - id: press
    title: Terms of the press
    clauses:
      - {type: edit.none, level: any, exceptions: [cut], says: Leave the text as it is., anchor: do not edit it}
      - {type: link.original, target: article, says: Link to it., anchor: link back to us}
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(Settings(home=tmp_path)) as opened:
        crowd(opened)
        yield opened


def test_changes_that_the_terms_allow_stand_last_and_grey(store: Store) -> None:
    store.policies.keep("0" * 64, "press", POLICY, NOW)
    told = publisher_report(store, Library([]), "press", made_at=NOW)
    rows = next(iter(told.sides.values()))
    assert [row.kind for row in rows if row.allowed] == ["cut"]
    assert rows[-1].allowed, "what counts comes first"
    page = render_html(told)
    assert '<tr class="allowed">' in page
    assert "allowed by the terms" in page
    data = json.loads(render_json(told))
    jsonschema.validate(data, SCHEMA)
    assert {change["allowed"] for one in data["violations"] for change in one["changes"]} == {True, False}


def test_nothing_is_allowed_by_a_policy_that_is_not_on_file(store: Store) -> None:
    told = publisher_report(store, Library([("press.yaml", POLICY)]), "press", made_at=NOW)
    assert not [row for rows in told.sides.values() for row in rows if row.allowed], "it was judged by another version"


def test_clauses_whose_words_are_gone_from_the_terms_are_named(store: Store) -> None:
    library = Library([("press.yaml", POLICY)])
    source = library.source("press")
    assert source is not None
    assert publisher_report(store, library, "press", made_at=NOW).doubts is None
    gone = (Anchor("press", "link.original", "link back to us"),)
    seen = TermsCheck(
        publisher="press", url="https://press.example/terms", at=NOW, policy_sha256=source.sha256, anchors=2, lost=gone
    )
    store.terms.record(seen)
    told = publisher_report(store, library, "press", made_at=NOW)
    assert told.doubts is not None
    assert told.doubts.clauses == (("press", "link.original"),)
    page = render_html(told)
    assert 'id="doubts"' in page
    assert page.count('href="#doubts"') == sum(
        one.state.is_open and one.clause == "link.original" for one in told.violations
    )
    data = json.loads(render_json(told))
    jsonschema.validate(data, SCHEMA)
    assert data["doubts"]["words"] == ["link back to us"]
    rows = list(csv.DictReader(io.StringIO(render_csv(told))))
    assert {row["clause"] for row in rows if row["in doubt"]} == {"link.original"}
    store.terms.record(TermsCheck(publisher="press", url=seen.url, at=NOW, policy_sha256=source.sha256, anchors=2))
    assert publisher_report(store, library, "press", made_at=NOW).doubts is None, "the words are back"
