"""PDF files: text, paragraphs, links where they lie, and what the file says of itself."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.errors import ExtractError
from tests.extract.test_sources import read
from tests.web.chromium import chromium


def pdf(title: str, lines: list[str], more: str = "", links: str = "") -> bytes:
    """A small PDF with one page, written by hand so that no test needs a library to write one.

    Its lines stand 14 points apart from 780 down; ``more`` is told about the file, ``links`` lie on the page.
    """
    content = "BT /F1 11 Tf 50 780 Td 14 TL\n" + "".join(f"({line}) Tj T*\n" for line in lines) + "ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"
        f" /Annots [{links}] >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) /Author (Ann Example) /CreationDate (D:20240611083000Z) {more} >>",
    ]
    out = "%PDF-1.4\n"
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{out.index('xref')}\n%%EOF\n"
    return out.encode("latin-1")


def test_a_pdf_is_read_with_its_own_title_author_and_date() -> None:
    pytest.importorskip("pypdf")
    lines = [
        "The boats came in", "By Ann Example", "",
        *["The boats came in before the storm and the town closed its gates be-", "hind them, as it had done for thirty years."] * 6,
        "This article was originally published by The Tide.",
    ]  # fmt: skip
    seen = read(pdf("The boats came in", lines), "application/pdf")
    assert (seen.title, seen.authors, seen.published) == ("The boats came in", ("Ann Example",), "2024-06-11")
    assert "closed its gates behind them" in seen.text
    assert [credit.source_name for credit in seen.credits] == ["The Tide"]


LINES = [
    "The boats came in", "By Ann Example", "",
    *["The boats came in before the storm and the town closed its gates and", "waited, as it had done for thirty years and a day or more."] * 6,
    "", "This article was originally published by The Tide.",
]  # fmt: skip


def link(line: int, href: str, left: int = 50, right: int = 300) -> str:
    """A link that lies on a line of `pdf`, between two points of its breadth."""
    y = 780 - 14 * line
    return f"<< /Type /Annot /Subtype /Link /Rect [{left} {y - 3} {right} {y + 10}] /A << /S /URI /URI ({href}) >> >>"


@pytest.mark.parametrize("left", [50, 180], ids=["the whole line", "a part of it"])
def test_the_links_of_a_pdf_stand_in_the_words_that_they_lie_on(left: int) -> None:
    pytest.importorskip("pypdf")
    links = link(16, "https://tide.example/boats", left) + " << /Subtype /Link /A 7 >> " + link(0, "javascript:x()")
    seen = read(pdf("The boats came in", LINES, links=links), "application/pdf")
    assert [(credit.source_name, credit.href) for credit in seen.credits] == [
        ("The Tide", "https://tide.example/boats")
    ]
    assert [found.href for found in seen.links] == ["https://tide.example/boats"]
    assert not seen.plain


def test_a_pdf_without_links_is_as_plain_as_a_text() -> None:
    pytest.importorskip("pypdf")
    assert read(pdf("The boats came in", LINES), "application/pdf").plain
    assert read("\n".join(LINES).encode(), "text/plain").plain
    assert not read(f"<p>{'<p>'.join(LINES)}".encode(), "text/html").plain


def test_a_page_that_a_browser_printed_is_not_dated_by_the_day_of_printing() -> None:
    pytest.importorskip("pypdf")
    printed = pdf("The boats came in", LINES, "/Producer (Skia/PDF m120)")
    assert read(printed, "application/pdf").published is None


def test_a_page_that_chromium_printed_keeps_its_paragraphs_and_links() -> None:
    pytest.importorskip("pypdf")
    words = "The boats came in before the all-out storm and the town closed its gates and waited, as it had done. " * 7
    html = (
        "<!doctype html><title>The boats came in</title><h1>The boats came in before the storm and the town closed"
        f" every gate that it had</h1><p>By Ann Example</p><p>{words}</p><p>{words}</p><p>This article was first published"
        " by <a href='https://tide.example/boats'>The Tide</a>. © The Tide 2024</p>"
    )
    with chromium() as browser:
        tab = browser.new_page()
        tab.set_content(html)
        printed = tab.pdf()
    seen = read(printed, "application/pdf")
    assert [(credit.source_name, credit.href) for credit in seen.credits] == [
        ("The Tide", "https://tide.example/boats")
    ]
    assert [block.text for block in seen.blocks].count(words.strip()) == 2
    assert [(line.holder, line.year) for line in seen.copyrights] == [("The Tide", 2024)]
    assert seen.published is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_read_or_a_clear_error(data: st.DataObject) -> None:
    pytest.importorskip("pypdf")
    body = bytearray(
        pdf("The boats", LINES, links=link(16, "https://tide.example/boats")).replace(
            b"<< /Length", b"<< /Filter /FlateDecode /Length"
        )
    )
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(body) - 1))
        body[at : at + data.draw(st.integers(0, 6))] = data.draw(
            st.sampled_from(
                [b"", b"x", b"/", b"<<", b">>", b"[nan", b"-1", b"9" * 30, b"/Rect [1 2]", b"/A 7", b" cm ", b"\xff"]
            )
        )
    with contextlib.suppress(ExtractError):
        read(bytes(body), "application/pdf")


@pytest.mark.parametrize("filters", ["/FlateDeco", "/FlateDecode", "/JBIG2Decode"])
def test_a_pdf_packed_in_a_way_that_nobody_knows_is_a_clear_error(filters: str) -> None:
    pytest.importorskip("pypdf")
    body = pdf("The boats", LINES).replace(b"<< /Length", f"<< /Filter {filters} /Length".encode())
    with contextlib.suppress(ExtractError):
        assert read(body, "application/pdf").words < 20


@pytest.mark.parametrize("body", [b"%PDF-1.4", b"%PDF-1.7\n" + b"junk " * 200, b"%PDF-" + b"\x00" * 50])
def test_a_broken_pdf_is_a_clear_error(body: bytes) -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(ExtractError, match="PDF"):
        read(body, "")
