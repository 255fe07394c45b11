"""``rights inspect`` as a user runs it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from rights.cli.main import app

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/inspect.schema.json").read_text())

PAGE = (
    """<!doctype html><html lang="en"><head><title>Bees return to the valley - The Valley Post</title>
<meta property="og:site_name" content="The Valley Post"><link rel="canonical" href="/bees"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bees return to the valley</h1>
<p class="byline">By Ann Example and Bo Sample</p><time datetime="2024-05-02" itemprop="datePublished">May 2, 2024</time>
"""
    + "".join(
        f"<p>Paragraph {n}: the bees came back over the ridge in great numbers, and the farmers who had waited for them"
        " for three long years stood at their gates and counted, as people do who hardly believe what they see.</p>"
        for n in range(6)
    )
    + "</article><footer>© 2024 The Valley Post</footer></body></html>"
)


def run(*arguments: str, stdin: bytes | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["inspect", *arguments], input=stdin)
    return result.exit_code, result.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    (pages / "deep").mkdir(parents=True)
    (pages / "a.html").write_text(PAGE)
    (pages / "deep" / "b.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (pages / "deep" / "c.md").write_text(
        "# Bees\n\nBy Ann Example\n\nThe Valley Post, May 2, 2024\n\n" + "They are back. " * 60
    )
    (pages / "map.tsv").write_text("a.html\thttps://valley.example/bees\ndeep/b.html.gz\thttps://valley.example/b\n")
    return pages


def test_one_file_is_one_object_of_the_schema(folder: Path) -> None:
    code, out = run(str(folder / "a.html"), "--url", "https://valley.example/x", "--format", "json")
    seen: dict[str, Any] = json.loads(out)
    jsonschema.validate(seen, SCHEMA)
    assert code == 0
    assert (seen["title"], seen["authors"], seen["published"], seen["language"]) == (
        "Bees return to the valley", ["Ann Example", "Bo Sample"], "2024-05-02", "en",
    )  # fmt: skip
    assert (seen["publisher"], seen["site_name"]) == ("The Valley Post", "The Valley Post")
    assert (seen["canonical"], seen["canonical_in"]) == ("https://valley.example/bees", "head")
    assert seen["text"].startswith("Paragraph 0")
    assert "Bo Sample" not in seen["text"]
    assert seen["words"] == len(seen["text"].split())


def test_a_folder_is_one_line_a_page_with_its_address(folder: Path) -> None:
    code, out = run(str(folder), "--url-map", str(folder / "map.tsv"), "--format", "jsonl")
    seen = [json.loads(line) for line in out.splitlines()]
    for item in seen:
        jsonschema.validate(item, SCHEMA)
    assert code == 0
    assert [(Path(item["target"]).name, item["url"]) for item in seen] == [
        ("a.html", "https://valley.example/bees"), ("b.html.gz", "https://valley.example/b"), ("c.md", None),
    ]  # fmt: skip
    assert (seen[2]["publisher"], seen[2]["published"], seen[2]["authors"]) == (
        "The Valley Post",
        "2024-05-02",
        ["Ann Example"],
    )


def test_standard_input_is_a_target() -> None:
    code, out = run("-", "--format", "json", stdin=PAGE.encode())
    assert (code, json.loads(out)["title"]) == (0, "Bees return to the valley")


def test_a_target_that_fails_is_an_object_with_its_error_among_the_others(folder: Path) -> None:
    code, out = run(str(folder / "none.html"), str(folder / "a.html"), "--format", "json")
    missing, read = json.loads(out)
    jsonschema.validate([missing, read], SCHEMA)
    assert code == 0
    assert "no such file" in missing["error"]
    assert missing["status"] is None
    assert read["error"] is None


def test_nothing_read_is_exit_code_two(tmp_path: Path) -> None:
    code, out = run(str(tmp_path / "none.html"), "--format", "json")
    assert (code, json.loads(out)["title"]) == (2, None)


def test_text_says_what_was_seen(folder: Path) -> None:
    code, out = run(str(folder / "a.html"))
    assert code == 0
    assert "Ann Example, Bo Sample" in out
    assert "2024-05-02" in out


def test_escape_sequences_of_a_page_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<h1>A \x1b[31mred title</h1><p>" + "word " * 200)
    assert "\x1b[31m" not in run(str(tmp_path / "a.html"))[1]
