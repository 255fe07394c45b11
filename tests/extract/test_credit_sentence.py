"""The classifier of bare lines: what it takes for a credit, whom it names, and what it must not be fooled by."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.extract.credit_line import MAX_LINE, read_line
from rights.extract.credit_sentence import classify

LINES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "credit_lines.jsonl").read_text(encoding="utf-8").splitlines()
]
CREDITS = [line for line in LINES if "kind" in line]
OTHERS = [line for line in LINES if "none" in line]


def plain(name: str | None) -> str:
    return re.sub(r"^the\s", "", (name or "").casefold())


@pytest.mark.parametrize("line", CREDITS, ids=lambda line: line["text"][:60])
def test_credit_is_seen_with_its_name_author_and_link(line: dict[str, Any]) -> None:
    credit = classify(line["text"])
    assert credit is not None
    assert credit.kind == line["kind"]
    if "name" in line:
        assert plain(credit.source_name) == plain(line["name"])
    if "author" in line:
        assert credit.author == line["author"]
    if "href" in line:
        assert credit.href == line["href"]


@pytest.mark.parametrize("line", OTHERS, ids=lambda line: f"{line['none']}: {line['text'][:50]}")
def test_look_alike_is_no_credit(line: dict[str, Any]) -> None:
    assert classify(line["text"]) is None


def test_rel_of_a_link_is_kept() -> None:
    credit = classify('The post A appeared first on <a rel="nofollow ugc" href="https://paddock.example/">Paddock</a>.')
    assert credit is not None
    assert credit.rel == ("nofollow", "ugc")


def test_dead_link_is_kept_as_written() -> None:
    credit = classify('Originally published on <a href="javascript:void(0)">Tideline</a>')
    assert credit is not None
    assert (credit.source_name, credit.href) == ("Tideline", "javascript:void(0)")


def test_markup_does_not_count() -> None:
    bare = classify("This article was originally published on Tideline.")
    for dressed in (
        "> _This article was originally published on Tideline._",
        "<p><em>This article was originally published on <b>Tideline</b>.</em></p>",
        "**This article was originally published on Tideline.**",
    ):
        found = classify(dressed)
        assert found is not None
        assert bare is not None
        assert (found.kind, found.source_name) == (bare.kind, bare.source_name)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_error(text: str) -> None:
    line = read_line(text)
    assert all(0 <= a.start <= a.end <= max(len(line.text), MAX_LINE) for a in line.anchors)
    credit = classify(text)
    assert credit is None or 0 <= credit.start <= credit.end <= len(line.text) + 1


_WORDS = """This article was originally published on by in the ( [ ] https://a.example/ Source: Quelle: Greta Lindholm , | – 2019
May 3 本文转载自 の日本語訳です 이 글은 “ ”"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n"])


@given(st.lists(_PIECES, max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_mix_of_credit_words_is_read_without_error(pieces: list[str]) -> None:
    classify(" ".join(pieces))


@pytest.mark.parametrize(
    "piece",
    [
        "by A. ",
        "By Aa Bb ",
        "from The ",
        "(Aa, ",
        "originally published in ",
        "[a](",
        "<a href=",
        "https://a.b/",
        "“",
        "nicht ",
        "1.1.11 ",
    ],
)
def test_a_piece_without_end_costs_no_more_than_its_length(piece: str) -> None:
    steps = []
    for times in (100, 400):
        line = read_line(piece * times)
        assert len(line.text) <= MAX_LINE
        steps.append(len(line.text))
        classify(line)
    assert steps[0] <= steps[1]


def test_a_very_long_line_is_cut() -> None:
    line = read_line("Originally published on Tideline. " + "word " * 200_000)
    assert len(line.text) <= MAX_LINE
    assert classify("(" * 100_000) is None
