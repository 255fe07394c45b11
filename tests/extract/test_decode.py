"""Encodings that a page declares and does not keep."""

from __future__ import annotations

from encodings.aliases import aliases

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


POLISH = '<html lang="pl"><body><p>Źródło: Gazeta Łąki. Święta mijają, śnieg leży, a żurawie już wracają na bagna.</p></body></html>'


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859_2"])
def test_a_central_european_page_that_says_nothing_is_read_by_its_language(encoding: str) -> None:
    assert decode(POLISH.encode(encoding))[0] == POLISH


def test_a_language_that_a_template_left_does_not_turn_cyrillic_into_accents() -> None:
    page = (
        '<html lang="en"><body><p>'
        + "Журавли уже возвращаются на болота, хотя снег ещё лежит. " * 9
        + "</p></body></html>"
    )
    assert decode(page.encode("cp1251"))[0] == page


@pytest.mark.parametrize(
    "said", ["zip", "hex", "base64", "rot13", "idna", "punycode", "undefined", "uu", "mbcs", "none"]
)
def test_what_is_no_encoding_of_pages_is_passed_over(said: str) -> None:
    page = PAGE.format(said)
    assert decode(page.encode(), f"text/html; charset={said}") == (page, "utf-8")
    assert "Straße" in decode(page.encode("cp1252"))[0]


@pytest.mark.parametrize("body", [b"", b"caf\xe9 \\x \x00", bytes(range(256)) * 4])
def test_no_declared_encoding_makes_it_fail(body: bytes) -> None:
    for said in sorted(set(aliases.values()) - {"unicode_escape", "raw_unicode_escape"}):
        assert isinstance(decode(body, f"text/html; charset={said}")[0], str)
