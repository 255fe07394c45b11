"""Safari's web archives (property lists) as pages: the main resource and the address that it was saved from."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

from rights.errors import ExtractError
from rights.extract.decode import decode
from rights.extract.mail import saved_from

MEDIA_TYPE = "application/x-webarchive"


def read_webarchive(body: bytes) -> str:
    """The page's HTML; raises `ExtractError` for a file that is no web archive or whose main resource is no page."""
    try:
        archive = plistlib.loads(body)
    except (
        ArithmeticError, ExpatError, LookupError, MemoryError, OSError, RecursionError, TypeError, ValueError,
        plistlib.InvalidFileException,
    ) as wrong:  # fmt: skip
        raise ExtractError(f"not a readable web archive: {wrong}") from wrong
    main = archive.get("WebMainResource") if isinstance(archive, Mapping) else None
    content = main.get("WebResourceData") if isinstance(main, Mapping) else None
    if not isinstance(main, Mapping) or not isinstance(content, bytes):
        raise ExtractError("a web archive without a main resource")
    if not str(main.get("WebResourceMIMEType", "text/html")).endswith(("html", "xml")):
        raise ExtractError(f"a web archive of {main.get('WebResourceMIMEType')}, expected a page")
    text, _ = decode(content, f"text/html; charset={main.get('WebResourceTextEncodingName') or 'utf-8'}")
    return saved_from(str(main.get("WebResourceURL", ""))) + text
