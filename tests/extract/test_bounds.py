"""What bounds the time and memory of one page."""

from __future__ import annotations

import weakref

import pytest

from rights.extract import main_text
from rights.extract.article import extract
from rights.extract.dom import Document
from rights.extract.guard import MAX_ATTRIBUTES, guard
from rights.extract.parse import parse
from rights.model import Page

LINE = "The boats came in before the storm and the town closed its gates behind them. "


def test_a_page_of_very_many_paragraphs_asks_no_slow_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(document: Document) -> list[str]:
        raise AssertionError("asked")

    monkeypatch.setattr(main_text, "_by_trafilatura", slow)
    body = "".join(f"<section><p>{n} {LINE * (n % 3)}</p></section>" for n in range(4_500))
    assert extract(Page(body=f"<html><body>{body}</body></html>".encode())).words > 0


@pytest.mark.parametrize("each", ["a{}", 'a{}="<>"', "a{}='>'", "a{}=x"])
def test_very_many_attributes_are_cut_however_they_are_written(each: str) -> None:
    names = " ".join(each.format(number) for number in range(16_000))
    safe, cut = guard(f"<html><body><div {names}>x</div><p>The credit at the end</p></body></html>")
    assert cut == "attributes"
    assert f"a{MAX_ATTRIBUTES + 1}" not in safe
    assert "The credit at the end" in safe


def test_a_documents_memory_is_free_when_it_is_let_go() -> None:
    document = parse(Page(body=b"<html><body><p>See <a href='/a'>the first</a> of two.</p></body></html>"))
    assert document.links[0].block is document.blocks[0]
    block = weakref.ref(document.blocks[0])
    del document
    assert block() is None
