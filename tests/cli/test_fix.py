"""``--fix``: the corrected copy keeps every byte that was there, and a second check finds nothing it could have mended."""

from __future__ import annotations

import difflib
import gzip
import html
import io
import json
import re
import sys
from pathlib import Path

import pytest

from rights.cli.common import failing
from rights.cli.main import app
from rights.fix.plan import FIXABLE
from tests.check import pages

GIVEN = ("--original", "original.md", "--url-map", "map.tsv", "--url", "https://valley-commons.example/icebreakers")
MARKDOWN = f"---\ndate: 2024-05-23\n---\n# {pages.TITLE}\n\n" + "\n\n".join(pages.PARAGRAPHS) + "\n"
LINES = re.sub(r"(?=<title|</head|<h1|<p>|</article|<footer)", "\n  ", pages.copy())
POLICY = """
publisher:
  id: lantern
  name: Lantern & Quay
  domains: [globalresearch.ca]
terms: {url: "https://lantern.example/terms", checked_on: 2026-01-05, evidence: own-words}
policies:
  - id: default
    licence: CC-BY-4.0
    ready_credit: First seen in Lantern & Quay.
    clauses:
      - {type: grant.mode, value: conditional, says: Reuse is free on these conditions.}
      - {type: attr.source, position: [top], says: Name us at the top.}
      - {type: attr.byline, position: byline, says: Name the author.}
      - {type: link.original, position: top, says: Link to us.}
      - {type: link.canonical, says: Set the canonical.}
      - {type: track.pixel, address: count.lantern.example, id_from: url-number, says: Keep the counter.,
         paste: '<img src="https://count.lantern.example/[id].gif" alt="" width="1" height="1">'}
      - type: one_of
        says: Name the licence, or say whose the text is.
        options:
          - {type: licence.notice, link: required}
          - {type: attr.copyright}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "original.md").write_text(pages.ORIGINAL, encoding="utf-8")
    (tmp_path / "map.tsv").write_text(f"original.md\t{pages.ADDRESS}\n", encoding="utf-8")
    (tmp_path / "lantern.yaml").write_text(POLICY, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[set[str], str]:
    """The clause types of the nearest hop that are open, and what was said on stderr."""
    failing(lambda **options: app(["check", *arguments, *GIVEN, "--format", "json"], **options))
    out, err = capsys.readouterr()
    (nearest, *_) = json.loads(out)["results"]
    return {f["type"] for f in nearest["findings"] if f["verdict"] in ("violation", "incomplete", "advice")}, err


@pytest.mark.parametrize(
    ("name", "text"), [("copy.html", LINES), ("one-line.html", pages.copy()), ("copy.md", MARKDOWN)]
)
def test_a_copy_without_a_credit_is_in_order_afterwards(
    name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(text, encoding="utf-8")
    before, said = run(capsys, name, "--fix")
    assert {"attr.source", "attr.copyright", "link.original"} <= before
    assert "left for a person" in said
    assert Path(name).read_text(encoding="utf-8") == text
    after, _ = run(capsys, name.replace(".", ".fixed."))
    assert not after & FIXABLE
    assert f"({pages.ADDRESS})" in said


def test_paragraphs_that_only_line_breaks_part_are_corrected_around(capsys: pytest.CaptureFixture[str]) -> None:
    text = f"<h1>{pages.TITLE}</h1>\n<div>{'<br><br>'.join(map(html.escape, pages.PARAGRAPHS))}</div>\n"
    Path("draft.html").write_text(text, encoding="utf-8")
    run(capsys, "draft.html", "--fix")
    fixed = Path("draft.fixed.html").read_text(encoding="utf-8")
    assert fixed.endswith("</p></div>\n")
    after, _ = run(capsys, "draft.fixed.html")
    assert not after & FIXABLE


@pytest.mark.parametrize(("name", "text"), [("copy.html", LINES), ("copy.md", MARKDOWN)])
def test_a_diff_shows_only_inserted_lines(name: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(text.replace("\n", "\r\n").encode())
    run(capsys, name, "--fix", "--policy", "lantern.yaml")
    fixed = Path(name.replace(".", ".fixed.")).read_bytes().decode()
    assert fixed.count("\n") == fixed.count("\r\n")
    changes = [line for line in difflib.ndiff(text.splitlines(), fixed.splitlines()) if not line.startswith("  ")]
    assert changes
    assert all(line.startswith("+ ") for line in changes), changes


def test_a_policy_of_every_fixable_kind(capsys: pytest.CaptureFixture[str]) -> None:
    Path("copy.html").write_text(pages.copy(), encoding="utf-8")
    before, _ = run(capsys, "copy.html", "--policy", "lantern.yaml", "--fix")
    asked = {"attr.source", "attr.byline", "link.original", "link.canonical", "track.pixel", "one_of"}
    assert before == asked
    after, _ = run(capsys, "copy.fixed.html", "--policy", "lantern.yaml")
    assert not after
    fixed = Path("copy.fixed.html").read_text(encoding="utf-8")
    assert f'First seen in <a href="{pages.ADDRESS}">Lantern &amp; Quay</a>.' in fixed
    assert fixed.index("canonical") < fixed.index("</head>")
    assert fixed.index("First seen in") < fixed.index(html.escape(pages.PARAGRAPHS[0])[:40])
    assert "count.lantern.example/5860001.gif" in fixed


def test_a_page_keeps_its_encoding(capsys: pytest.CaptureFixture[str]) -> None:
    text = pages.copy().replace("<head>", "<head><meta charset=windows-1252>")
    Path("copy.html").write_bytes(text.encode("cp1252"))
    polish = POLICY.replace("First seen in Lantern & Quay.", "'Źródło: Lantern & Quay.'")
    Path("lantern.yaml").write_text(polish, encoding="utf-8")
    run(capsys, "copy.html", "--policy", "lantern.yaml", "--fix")
    fixed = Path("copy.fixed.html").read_bytes()
    assert "Troms\xf8".encode("cp1252") in fixed
    assert "&#377;ród&#322;o: ".encode("cp1252") in fixed
    after, _ = run(capsys, "copy.fixed.html", "--policy", "lantern.yaml")
    assert not after & FIXABLE


def test_the_place_asked_for_is_the_place_given(capsys: pytest.CaptureFixture[str]) -> None:
    Path("lantern.yaml").write_text(POLICY.replace("position: [top]", "position: [bottom]"), encoding="utf-8")
    for name, text in (("copy.html", LINES), ("copy.md", MARKDOWN)):
        Path(name).write_text(text, encoding="utf-8")
        run(capsys, name, "--policy", "lantern.yaml", "--fix")
        fixed = Path(name.replace(".", ".fixed.")).read_text(encoding="utf-8")
        assert fixed.index("First seen in") > fixed.index(pages.PARAGRAPHS[-1][:30])
        assert fixed.index("Originally published by") < fixed.index(pages.PARAGRAPHS[0][:30])


def test_no_file_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("copy.html").write_text(pages.copy(), encoding="utf-8")
    Path("copy.fixed.html").write_text("mine", encoding="utf-8")
    assert failing(lambda **options: app(["check", "copy.html", *GIVEN, "--fix"], **options)) == 2
    assert Path("copy.fixed.html").read_text(encoding="utf-8") == "mine"
    assert "--output" in capsys.readouterr().err
    assert failing(lambda **options: app(["check", "copy.html", *GIVEN, "--fix", "-o", "new.html"], **options)) == 1
    assert pages.ADDRESS in Path("new.html").read_text(encoding="utf-8")


def test_standard_input_is_corrected_to_standard_output(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MARKDOWN.encode())))
    failing(lambda **options: app(["check", "-", *GIVEN, "--fix"], **options))
    out, err = capfd.readouterr()
    assert out.startswith(MARKDOWN)
    assert pages.ADDRESS in out[len(MARKDOWN) :]
    assert "attr.source" in err


def test_what_a_page_says_is_never_markup_of_the_corrected_copy(capsys: pytest.CaptureFixture[str]) -> None:
    evil = pages.ORIGINAL.replace(f"By [{pages.AUTHOR}](#)", "By Ann <script>alert(1)</script> Marsh")
    Path("original.md").write_text(evil, encoding="utf-8")
    Path("copy.html").write_text(pages.copy(), encoding="utf-8")
    run(capsys, "copy.html", "--fix")
    assert "<script" not in Path("copy.fixed.html").read_text(encoding="utf-8")


def test_an_unknown_address_is_left_to_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    Path("copy.html").write_text(pages.copy(), encoding="utf-8")
    options = ("--original", "original.md", "--url", "https://valley-commons.example/icebreakers", "--fix")
    failing(lambda **more: app(["check", "copy.html", *options, "--publisher", "globalresearch"], **more))
    assert "left for a person: link.original: " in capsys.readouterr().err
    fixed = Path("copy.fixed.html").read_text(encoding="utf-8")
    assert "href=" not in fixed.split("<article>")[1].split("</article>")[0]


def test_a_draft_without_a_head_says_what_to_tell_the_editor(capsys: pytest.CaptureFixture[str]) -> None:
    draft = "".join(f"<p>{html.escape(text)}</p>\n" for text in pages.PARAGRAPHS)
    Path("draft.html").write_text(draft, encoding="utf-8")
    _, said = run(capsys, "draft.html", "--policy", "lantern.yaml", "--fix")
    assert (
        f"left for a person: link.canonical: the draft has no head: give your editor the canonical address {pages.ADDRESS}"
        in said
    )
    assert "canonical" not in Path("draft.fixed.html").read_text(encoding="utf-8")


def test_a_folder_is_not_checked_twice_after_fixing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    Path("site").mkdir()
    Path("site/copy.html").write_text(pages.copy(), encoding="utf-8")
    command = ["check", "site", "--original", "original.md", "--publisher", "globalresearch", "--format", "jsonl"]
    for _ in range(2):
        failing(
            lambda **options: app([*command, *([] if Path("site/copy.fixed.html").exists() else ["--fix"])], **options)
        )
        targets = {json.loads(line)["target"] for line in capsys.readouterr().out.splitlines()}
        assert targets == {str(Path("site/copy.html"))}
    assert Path("site/copy.fixed.html").exists()


def test_a_compressed_page_has_a_compressed_copy_that_no_folder_counts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("site").mkdir()
    Path("site/copy.html.gz").write_bytes(gzip.compress(pages.copy().encode("utf-16")))
    run(capsys, "site/copy.html.gz", "--policy", "lantern.yaml", "--fix")
    fixed = gzip.decompress(Path("site/copy.fixed.html.gz").read_bytes())
    assert fixed[:2] == pages.copy().encode("utf-16")[:2]
    assert "First seen in <a " in fixed.decode("utf-16")
    after, _ = run(capsys, "site/copy.fixed.html.gz", "--policy", "lantern.yaml")
    assert not after & FIXABLE
    failing(lambda **options: app(["check", "site", "--publisher", "globalresearch", "--format", "jsonl"], **options))
    targets = {json.loads(line)["target"] for line in capsys.readouterr().out.splitlines()}
    assert targets == {str(Path("site/copy.html.gz"))}


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ntitle: x\n---\n", 'canonical_url: "{url}"'),
        ("---\ncanonical: https://here.example/a # ours\ntitle: x\n---\n", 'canonical: "{url}"'),
        ("+++\ntitle = 'x'\n[params]\na = 1\n+++\n", 'canonical_url = "{url}"\n[params]'),
    ],
)
def test_markdown_with_front_matter_takes_the_canonical_address_there(
    front: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("copy.md").write_text(front + "\n\n".join(pages.PARAGRAPHS), encoding="utf-8")
    before, said = run(capsys, "copy.md", "--policy", "lantern.yaml", "--fix")
    assert "link.canonical" in before
    assert line.format(url=pages.ADDRESS) in Path("copy.fixed.md").read_text(encoding="utf-8")
    assert "see that your templates write it" in said
    after, _ = run(capsys, "copy.fixed.md", "--policy", "lantern.yaml")
    assert "link.canonical" not in after


@pytest.mark.parametrize(
    "front", ["---\nseo: >\n  x\ncanonical: |\n  https://a.example/\n---\n", "---\n: [\n---\n", ""]
)
def test_front_matter_that_cannot_be_changed_surely_is_left_alone(
    front: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = front + "\n\n".join(pages.PARAGRAPHS)
    Path("copy.md").write_text(text, encoding="utf-8")
    _, said = run(capsys, "copy.md", "--policy", "lantern.yaml", "--fix")
    assert f"set the canonical address in your generator: {pages.ADDRESS}" in said
    assert Path("copy.fixed.md").read_text(encoding="utf-8").startswith(front)


@pytest.mark.parametrize(
    ("language", "done", "left"),
    [
        ("de", "erledigt: attr.source: eingefügt: „", "bleibt für einen Menschen: who.kind: Welcher Art"),
        ("fr", "fait : attr.source : ajouté : « ", "reste à une personne : who.kind : De quelle sorte"),
        ("es", "hecho: attr.source: añadido: «", "queda para una persona: who.kind: ¿De qué tipo"),
    ],
)
def test_what_was_done_is_told_in_the_readers_language(
    language: str, done: str, left: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("copy.html").write_text(LINES, encoding="utf-8")
    _, said = run(capsys, "copy.html", "--fix", "--lang", language)
    assert done in said
    assert left in said
    assert "Originally published by" in said, "what was put in is quoted as it stands in the page"
