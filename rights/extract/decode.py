"""Bytes to text: which encoding a page is in, whatever it says about it."""

from __future__ import annotations

import re
from itertools import islice

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding

from rights.patterns import late

_SINGLE_BYTE = late(r"^(?:cp125\d|iso8859[-_]\d+|latin|ascii|mac|koi8)", re.IGNORECASE)
#: Bytes that no encoding of pages refuses to replace.
_PROBE = bytes(range(256))
#: Every byte as windows-1252 shows it; the five that it leaves undefined as browsers do.
_BYTE_OF = {bytes([n]).decode("cp1252", "ignore") or chr(n): n for n in range(0x80, 0x100)}
_FOLLOWING = "".join(re.escape(character) for character, byte in _BYTE_OF.items() if byte < 0xC0)
#: A character of UTF-8 that was read as windows-1252: a leading byte and those that follow it.
_TWICE = late(f"[\u00c2-\u00f4][{_FOLLOWING}]{{1,3}}")
#: Characters without which there is no mojibake, so that a sound page is not searched.
_MARKS = ("â€", "Ã", "Ð", "Â")


def decode(body: bytes, content_type: str | None = None) -> tuple[str, str]:
    """The text of ``body`` and the name of the encoding that was used.

    Order: byte-order mark, HTTP header, meta tag or XML declaration, detection; a declared single-byte encoding gives
    way where the bytes are valid UTF-8 beyond ASCII, and what nothing explains is read as windows-1252.  Never fails:
    bytes that do not fit become U+FFFD.
    """
    marked, mark = read_bom(body)
    if marked and mark:
        return body[len(mark) :].decode(marked, "replace"), marked
    declared = _known(http_content_type_encoding(content_type) if content_type else None) or _known(
        html_body_declared_encoding(body[:4096])
    )
    if declared is not None and declared.startswith(("utf-16", "utf-32")) and b"\x00" not in body[:4096]:
        declared = None  # its markup would be full of noughts: browsers too do not believe it
    as_utf8 = _utf8(body)
    if as_utf8 is not None and (declared is None or declared == "utf-8" or _SINGLE_BYTE.match(declared)):
        return as_utf8, "utf-8"
    if declared and declared != "utf-8":
        return body.decode(declared, "replace"), declared
    if declared == "utf-8" or _nearly_utf8(body):
        text = body.decode("utf-8", "replace")
        if text.count("\ufffd") * 50 <= len(text):
            return text, "utf-8"
    return _detected(body)


def _known(name: str | None) -> str | None:
    """The codec of a declared encoding; None for what Python knows by such a name that is none of pages: zip, idna, undefined."""
    found = resolve_encoding(name) if name else None
    try:
        return found if found and _PROBE.decode(found, "replace") else None
    except (LookupError, UnicodeError):
        return None


def _utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as wrong:
        # a body that a size limit cut within a character is still UTF-8
        if wrong.start >= len(body) - 3:
            return body[: wrong.start].decode("utf-8")
        return None


def _nearly_utf8(body: bytes) -> bool:
    text = body[:200_000].decode("utf-8", "replace")
    wide = sum(1 for character in text if character > "\x7f")
    return wide > 20 and text.count("\ufffd") * 20 < wide


def _detected(body: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # only a page of unknown encoding needs it

    best = from_bytes(body[:60_000]).best()
    name = best.encoding if best is not None else "cp1252"
    usual = _usual(body, name, best.language if best is not None else "")
    if usual is not None:
        name = usual
    elif name in ("cp1250", "ascii", "utf_8") or name.startswith(("mac_", "cp4", "cp5", "cp7", "cp8", "cp10")):
        name = "cp1252"
    return body.decode(name, "replace"), name


def _usual(body: bytes, name: str, language: str) -> str | None:
    """The encoding that pages of a language are in, where detection found a Latin one: it guesses among look-alikes.

    The language is what the page says of itself; where it says nothing, and no page is in what was detected, it is the
    detected one.
    """
    if not _LATIN.fullmatch(name):
        return None
    told = _LANG.search(body[:4096])
    spoken = told.group(1).decode().lower() if told else None
    if spoken is None and name in _UNUSED:
        spoken = _CENTRAL.get(language)
    if spoken in _CENTRAL.values():
        return "cp1250" if _CONTROLS.search(body) else "iso8859_2"
    return "cp1252" if spoken in _WESTERN else None


_LANG = late(rb"<html[^>]{0,300}?\blang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)
_LATIN = late(r"cp125[02478]|iso8859_(?:[12349]|1[03456])|latin_1|mac_(?:roman|latin2|iceland|turkish)")
#: Bytes that are letters in windows-1250 and control characters in ISO-8859-2.
_CONTROLS = late(rb"[\x8a\x8c-\x8f\x9a\x9c-\x9f]")
_CENTRAL = {"Polish": "pl", "Czech": "cs", "Slovak": "sk", "Hungarian": "hu", "Slovene": "sl", "Croatian": "hr", "Romanian": "ro"}  # fmt: skip
_WESTERN = frozenset(("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "fi"))
_UNUSED = frozenset(("iso8859_3", "iso8859_4", "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_16"))


def mended(text: str) -> str:
    """Undo one round of mojibake (UTF-8 read as windows-1252), where at least three characters show it."""
    if not any(mark in text for mark in _MARKS):
        return text
    if sum(1 for found in islice(_TWICE.finditer(text), 50) if _once(found) != found.group()) < 3:
        return text
    return _TWICE.sub(_once, text)


def _once(found: re.Match[str]) -> str:
    try:
        return bytes(_BYTE_OF[character] for character in found.group()).decode("utf-8")
    except UnicodeDecodeError:
        return found.group()
