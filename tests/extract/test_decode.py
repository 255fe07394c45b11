"""Encodings that a page declares and does not keep."""

from __future__ import annotations

import pytest

from rights.extract.decode import decode

PAGE = (
    '<html><head><meta charset="{}"></head><body><p>Das Öl floß über die Straße, größer als je zuvor.</p></body></html>'
)


@pytest.mark.parametrize("said", ["utf-16", "utf-16le", "utf-16be", "utf-32"])
def test_bytes_without_noughts_are_no_utf_16_whatever_they_say(said: str) -> None:
    page = PAGE.format(said)
    assert decode(page.encode()) == (page, "utf-8")
    assert decode(page.encode(), f"text/html; charset={said}") == (page, "utf-8")
    assert "Straße" in decode(page.encode("cp1252"))[0]


def test_utf_16_that_is_declared_and_kept_is_read() -> None:
    page = PAGE.format("utf-16")
    assert decode(page.encode("utf-16-le"), "text/html; charset=utf-16le")[0] == page
