"""A translated page: a lead to its original, judged as one and never as a breach."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rights.cli.main import app
from tests.match.test_translation import ENGLISH, GERMAN, OTHER

POLICY = """
publisher: {id: harbour, name: Harbour Post, domains: [harbour.example]}
terms: {url: "https://harbour.example/terms", checked_on: 2026-01-01, evidence: own-words}
policies:
  - id: default
    clauses:
      - {type: attr.source, says: Name us.}
      - {type: link.original, says: Link to us.}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home with one policy and two works."""
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("RIGHTS_DATABASE_URL", raising=False)
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies/harbour.yaml").write_text(POLICY)
    monkeypatch.setenv("RIGHTS_POLICIES", str(tmp_path / "policies"))
    works = (
        {"id": "ferry", "url": "https://harbour.example/ferry", "text": ENGLISH, "language": "en"},
        {"id": "council", "url": "https://harbour.example/council", "text": OTHER, "language": "de"},
    )
    file = tmp_path / "works.jsonl"
    file.write_text("".join(json.dumps(work) + "\n" for work in works))
    assert run("works", "import", str(file)).exit_code == 0


def page(folder: Path, text: str) -> str:
    body = "".join(f"<p>{one}</p>" for one in text.split("\n\n"))
    path = folder / "page.html"
    path.write_text(
        f"<html lang=de><head><title>T</title></head><body><article><h1>Feuer auf See</h1>{body}</article></body></html>"
    )
    return str(path)


def checked(path: str, *more: str) -> tuple[int, dict[str, Any]]:
    result = run("check", path, "--url", "https://zeitung.example/feuer", "--format", "json", "--quiet", *more)
    return result.exit_code, json.loads(result.stdout)["results"][0]


def test_a_translation_is_incomplete_whatever_it_lacks(tmp_path: Path) -> None:
    code, found = checked(page(tmp_path, GERMAN))
    assert (code, found["verdict"], found["reason"]) == (0, "incomplete", "translation")
    assert found["work"]["id"] == "ferry"
    assert (found["match"]["words"], found["match"]["passages"]) == (0, [])
    assert {(one["verdict"], one["reason"]) for one in found["findings"]} == {("incomplete", "translation")}


def test_another_report_in_that_language_is_nobodys_translation(tmp_path: Path) -> None:
    stranger = "Ein ganz anderer Bericht über den Wald. Der Förster Anton Lechner zählte am 3. Mai 77 Rehe bei Kempten."
    code, found = checked(page(tmp_path, stranger))
    assert (code, found["verdict"], found["reason"]) == (0, "inapplicable", "no-known-work")


def test_match_proposes_it_when_asked(tmp_path: Path) -> None:
    path = page(tmp_path, GERMAN)
    plain = json.loads(run("match", path, "--format", "json").stdout)
    asked = json.loads(run("match", path, "--format", "json", "--translations").stdout)
    assert plain["candidates"] == asked["candidates"] == plain["translations"] == []
    assert [one["work"] for one in asked["translations"]] == ["ferry"]


def test_links_and_pictures_of_an_added_page_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = '<img src="/i/ferry-fire-rostock-1200x800.jpg"><p>As <a href="https://port.example/fire-report">told</a> there.</p>'
    few = (
        "Die Fähre liegt still. Laut Scandlines kostete das Feuer vom 14. März viel, wie es in dem Bericht heißt, der nun vorliegt.\n\n"
        "Bürgermeister John Brædder aus Nykøbing war an Bord, dazu Leute der Werft in Stralsund, und alle kamen heil an Land zurück."
    )
    body = "".join(f"<p>{one}</p>" for one in ENGLISH.split("\n\n"))
    original = tmp_path / "original.html"
    original.write_text(
        f"<html lang=en><head><title>T</title></head><body><article><h1>Fire</h1>{body}{shown}</article></body></html>"
    )
    assert run("works", "add", str(original), "--url", "https://harbour.example/fire").exit_code == 0
    _, found = checked(page(tmp_path, few + "\n\n" + shown))
    assert (found["verdict"], found["work"]["id"]) == ("incomplete", "https://harbour.example/fire")
    assert run("works", "reindex").exit_code == 0
    assert checked(page(tmp_path, few + "\n\n" + shown))[1]["work"]["id"] == "https://harbour.example/fire"


def test_an_operator_may_do_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIGHTS_TRANSLATIONS", "false")
    assert run("works", "reindex").exit_code == 0
    assert checked(page(tmp_path, GERMAN))[1]["reason"] == "no-known-work"
