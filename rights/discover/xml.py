"""XML from strangers: brought to UTF-8 and refused where it declares entities of its own."""

from __future__ import annotations

import codecs
import re
import zlib

from rights.errors import SourceError
from rights.patterns import late

#: Sitemaps may be 50 MB (sitemaps.org); feeds are far smaller, and slower to parse.
SITEMAP_LIMIT = 50 * 1024 * 1024
FEED_LIMIT = 4 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
#: What a document without a byte order mark starts with when it is UTF-16 all the same.
_BARE = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_DECLARATION = late(rb"\A\s*<\?xml[^>]{0,200}\?>")
_BEFORE_ROOT = late(rb"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)


def unpacked(body: bytes, limit: int, source: str) -> bytes:
    """The bytes, gunzipped where they are gzip (whatever the headers said); raises `SourceError` over the limit."""
    if body[:2] == b"\x1f\x8b":
        stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            body = stream.decompress(body, limit + 1)
        except zlib.error as wrong:
            raise SourceError(source, f"damaged gzip data: {wrong}") from wrong
        if not stream.eof and len(body) <= limit:
            raise SourceError(source, "the gzip data end early")
    if len(body) > limit:
        raise SourceError(source, f"longer than {limit} bytes")
    return body


def plain(body: bytes, source: str) -> bytes:
    """The document in UTF-8 where it was UTF-16 or UTF-32; raises `SourceError` where it has a DTD of its own.

    Nobody needs one in a feed or sitemap, and nested entities make a kilobyte into gigabytes.
    """
    for mark, encoding in _BOMS + _BARE:
        if body.startswith(mark):
            text = body.decode(encoding, "replace")
            body = _DECLARATION.sub(b"", text.encode("utf-8", "replace"))
            break
    at = 0
    while found := _BEFORE_ROOT.match(body, at):
        at = found.end()
    if body[at : at + 9].upper() == b"<!DOCTYPE":
        end = body.find(b">", at)
        if end < 0 or b"[" in body[at:end]:
            raise SourceError(source, "declares entities of its own: refused")
        body = body[:at] + body[end + 1 :]
    return body
