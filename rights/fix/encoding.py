"""A page's bytes as text that can be written again byte for byte."""

from __future__ import annotations

from dataclasses import dataclass

from rights.extract.decode import decode

#: Encodings in which a byte of "<" may be part of another character.
_OPAQUE = ("utf-16", "utf-32", "utf-7", "iso-2022", "hz", "cp037", "cp500")


@dataclass(frozen=True, slots=True)
class Exact:
    """The text of a page; ``written`` gives the same bytes for what was not changed."""

    text: str
    encoding: str
    errors: str = "strict"

    def fitted(self, new: str) -> str:
        """Text to put in: what the page's encoding cannot say becomes a character reference."""
        return new.encode(self.encoding, "xmlcharrefreplace").decode(self.encoding)

    def written(self, text: str) -> bytes:
        """The bytes of the changed text."""
        return text.encode(self.encoding, self.errors)


def read_exactly(body: bytes) -> Exact | None:
    """The bytes as text; None where no encoding gives the same bytes back."""
    encoding = decode(body)[1]
    for name, errors in ((encoding, "strict"), ("utf-8", "surrogateescape")):
        if errors != "strict" and is_opaque(encoding):
            break
        try:
            exact = Exact(body.decode(name, errors), name, errors)
            if exact.written(exact.text) == body:
                return exact
        except (UnicodeError, LookupError):
            continue
    return None


def is_opaque(encoding: str) -> bool:
    """True for encodings in which markup cannot be found byte by byte."""
    return encoding.lower().replace("_", "-").startswith(_OPAQUE)
