"""The catalogue of a hostile server: what it does, and what the fetcher must make of it.

Each behaviour answers one request on one connection; ``ends`` names the outcomes that are right: the names of error
classes, or ``page``.  ``seconds`` is the total deadline that the fetch gets: short where only the deadline ends it.
"""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import brotli
import zstandard

from tests.servers.web import Play

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_ENDLESS = b"<p>and so on</p>" * 4096


@dataclass(frozen=True)
class Behaviour:
    """One way to misbehave."""

    name: str
    play: Play
    ends: frozenset[str]
    seconds: float = 20.0


BEHAVIOURS: dict[str, Behaviour] = {}


def _ends(*ends: str, seconds: float = 20.0) -> Callable[[Play], Play]:
    def add(play: Play) -> Play:
        name = play.__name__.replace("_", "-")  # type: ignore[attr-defined]  # they are all functions
        BEHAVIOURS[name] = Behaviour(name, play, frozenset(ends), seconds)
        return play

    return add


def _says(name: str, raw: bytes, *ends: str, seconds: float = 20.0) -> None:
    async def play(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(raw)
        await writer.drain()

    BEHAVIOURS[name] = Behaviour(name, play, frozenset(ends), seconds)


def _streams(name: str, head: bytes, pieces: Callable[[], Iterator[bytes]], *ends: str) -> None:
    async def play(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        for piece in pieces():
            writer.write(piece)
            await writer.drain()

    BEHAVIOURS[name] = Behaviour(name, play, frozenset(ends))


def _encoded(encoding: str, body: bytes) -> bytes:
    length = str(len(body)).encode()
    return OK + b"Content-Encoding: " + encoding.encode() + b"\r\nContent-Length: " + length + b"\r\n\r\n" + body


def _forever(piece: bytes) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        while True:
            yield piece

    return pieces


def _gzip_zeros() -> Iterator[bytes]:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    for _ in range(1024):
        yield packer.compress(bytes(1 << 20))
    yield packer.flush()


def _deflate_zeros() -> Iterator[bytes]:
    packer = zlib.compressobj(9)
    for _ in range(512):
        yield packer.compress(bytes(1 << 20))
    yield packer.flush()


def _brotli_zeros() -> Iterator[bytes]:
    packer = brotli.Compressor(quality=1)
    for _ in range(512):
        yield packer.process(bytes(1 << 20))
    yield packer.finish()


def _zstd_zeros() -> Iterator[bytes]:
    packer = zstandard.ZstdCompressor(level=1).compressobj()
    for _ in range(1024):
        yield packer.compress(bytes(1 << 20))
    yield packer.flush()


def _gzip_in_gzip() -> Iterator[bytes]:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    inner = zlib.compressobj(1, zlib.DEFLATED, 31)
    for _ in range(64):
        yield packer.compress(inner.compress(bytes(1 << 20)))
    yield packer.compress(inner.flush())
    yield packer.flush()


def _empty_members() -> Iterator[bytes]:
    """The inner layer makes nothing of what the outer one swells to: millions of empty gzip members."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    members = gzip.compress(b"", mtime=0) * 20_000
    for _ in range(1024):
        yield packer.compress(members)
    yield packer.flush()


# --- bombs and encodings
_streams("gzip-bomb", OK + b"Content-Encoding: gzip\r\n\r\n", _gzip_zeros, "TooLarge")
_streams("deflate-bomb", OK + b"Content-Encoding: deflate\r\n\r\n", _deflate_zeros, "TooLarge")
_streams("brotli-bomb", OK + b"Content-Encoding: br\r\n\r\n", _brotli_zeros, "TooLarge")
_streams("zstd-bomb", OK + b"Content-Encoding: zstd\r\n\r\n", _zstd_zeros, "TooLarge")
_streams("gzip-in-gzip-bomb", OK + b"Content-Encoding: gzip, gzip\r\n\r\n", _gzip_in_gzip, "TooLarge")
_streams("bomb-that-the-inner-layer-swallows", OK + b"Content-Encoding: gzip, gzip\r\n\r\n", _empty_members, "TooLarge")
_says("fifty-nested-encodings", _encoded(", ".join(["gzip"] * 50), b"x"), "TooLarge")
_says("unknown-encoding", _encoded("exi", b"x" * 9), "Unreachable")
_says("gzip-that-is-plain-text", _encoded("gzip", b"<p>plain</p>"), "Unreachable")
_says("gzip-that-ends-early", _encoded("gzip", gzip.compress(b"<p>text</p>" * 999)[:-20]), "Unreachable")
_says("deflate-that-ends-early", _encoded("deflate", zlib.compress(b"<p>text</p>" * 999)[:-9]), "Unreachable")
_says("brotli-that-ends-early", _encoded("br", brotli.compress(b"<p>text</p>" * 999)[:-4]), "Unreachable")
_says("zstd-that-ends-early", _encoded("zstd", zstandard.compress(b"<p>text</p>" * 999)[:-4]), "Unreachable")
_says("zstd-with-a-huge-window", _encoded("zstd", b"\x28\xb5\x2f\xfd\x00\xf8" + bytes(40)), "Unreachable")
_says("gzip-with-a-damaged-checksum", _encoded("gzip", gzip.compress(b"text" * 99)[:-8] + bytes(8)), "Unreachable")
_says("gzip-followed-by-rubbish", _encoded("gzip", gzip.compress(b"<p>text</p>") + b"rubbish" * 99), "page")
_streams(
    "gzip-followed-by-endless-rubbish",
    OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"<p>text</p>"),
    _forever(b"rubbish" * 9000),
    "TooLarge",
)
_streams(
    "gzip-with-an-endless-name",
    OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\xff",
    _forever(b"n" * 65536),
    "TooLarge",
)
_says("zstd-frames-that-hold-nothing", _encoded("zstd", (b"\x50\x2a\x4d\x18" + bytes(4)) * 100_000), "page")
_says("zstd-that-says-it-is-a-terabyte", _encoded("zstd", b"\x28\xb5\x2f\xfd\xe0" + (1 << 40).to_bytes(8, "little") + b"\x01\x00\x00"), "Unreachable")  # fmt: skip
_says("bomb-in-three-layers", _encoded("gzip, br, zstd", zstandard.compress(brotli.compress(gzip.compress(bytes(64 << 20)), quality=4))), "TooLarge")  # fmt: skip

# --- endless bodies and lying lengths
_streams("endless-body", OK + b"\r\n", _forever(_ENDLESS), "TooLarge")
_streams(
    "endless-chunks",
    OK + b"Transfer-Encoding: chunked\r\n\r\n",
    _forever(b"10000\r\n" + _ENDLESS + b"\r\n"),
    "TooLarge",
)
_streams("endless-body-on-a-redirect", b"HTTP/1.1 302 Found\r\nLocation: /ok\r\n\r\n", _forever(_ENDLESS), "page")
_streams(
    "bomb-on-a-redirect", b"HTTP/1.1 302 Found\r\nLocation: /ok\r\nContent-Encoding: gzip\r\n\r\n", _gzip_zeros, "page"
)
_streams("endless-body-on-a-404", b"HTTP/1.1 404 Not Found\r\n\r\n", _forever(_ENDLESS), "TooLarge")
_says("body-shorter-than-its-length", OK + b"Content-Length: 999\r\n\r\n<p>half", "Unreachable")
_says("body-longer-than-its-length", OK + b"Content-Length: 4\r\n\r\n<p>ATTACK", "page")
_says("length-below-zero", OK + b"Content-Length: -7\r\n\r\n<p>text", "page", "Unreachable")
_says("length-that-is-no-number", OK + b"Content-Length: many\r\n\r\n<p>text", "page", "Unreachable")
_says("two-lengths", OK + b"Content-Length: 4\r\nContent-Length: 9\r\n\r\n<p>text!!", "page", "Unreachable")
_says("length-of-a-googol", OK + b"Content-Length: 1" + b"0" * 100 + b"\r\n\r\n<p>text", "Unreachable")
_says(
    "length-and-chunks", OK + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntext\r\n0\r\n\r\n", "page"
)
_says("chunk-size-that-is-no-number", OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\ntext\r\n0\r\n\r\n", "Unreachable")
_says("chunk-size-below-zero", OK + b"Transfer-Encoding: chunked\r\n\r\n-4\r\ntext\r\n0\r\n\r\n", "Unreachable")
_says("chunk-of-a-terabyte", OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffff\r\ntext", "Unreachable")
_says("chunks-without-an-end", OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\ntext\r\n", "Unreachable")
_streams(
    "endless-chunk-size-line",
    OK + b"Transfer-Encoding: chunked\r\n\r\n",
    _forever(b"0" * 65536),
    "TooLarge",
    "Unreachable",
)
_streams(
    "endless-chunk-extension",
    OK + b"Transfer-Encoding: chunked\r\n\r\n4;a=",
    _forever(b"b" * 65536),
    "TooLarge",
    "Unreachable",
)
_streams(
    "endless-trailers",
    OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n",
    _forever(b"X-More: and more\r\n" * 999),
    "TooLarge",
)
_streams(
    "chunks-of-one-byte",
    OK + b"Transfer-Encoding: chunked\r\n\r\n",
    _forever(b"1\r\nx\r\n" * 9999),
    "TooLarge",
    "Timeout",
)
_says(
    "gzip-as-a-transfer-encoding",
    OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n4\r\n\x1f\x8b\x08\x00\r\n0\r\n\r\n",
    "Unreachable",
)
_says("transfer-encoding-of-its-own", OK + b"Transfer-Encoding: xchunked\r\n\r\n4\r\ntext\r\n0\r\n\r\n", "Unreachable")
_says("two-lengths-in-one-header", OK + b"Content-Length: 4, 9\r\n\r\ntexttext!", "Unreachable")
_says(
    "trailers-that-lead-inside",
    OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\ntext\r\n0\r\nLocation: http://10.0.0.1/\r\n\r\n",
    "page",
)
_streams(
    "endless-trailer-line",
    OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX-More: ",
    _forever(b"a" * 65536),
    "TooLarge",
    "Unreachable",
)
_says("body-of-a-204", b"HTTP/1.1 204 No Content\r\n\r\n<p>text", "page")
_says("unasked-304", b"HTTP/1.1 304 Not Modified\r\n\r\n", "page")
_says("picture-that-says-it-is-html", OK + b"Content-Length: 12\r\n\r\n\x89PNG\r\n\x1a\n\x00\x00\x00\x00", "page")

# --- heads
_says("nothing-but-a-close", b"", "Unreachable")
_says("banner-of-another-protocol", b"SSH-2.0-OpenSSH_9.2p1\r\n", "Unreachable")
_says("http-0.9", b"<html><p>no head at all</p></html>", "Unreachable")
_says("status-that-is-no-number", b"HTTP/1.1 abc OK\r\n\r\n", "Unreachable")
_says("status-below-100", b"HTTP/1.1 -20 OK\r\n\r\n", "Unreachable")
_says("status-of-four-digits", b"HTTP/1.1 2000 OK\r\n\r\n", "Unreachable")
_says("switching-protocols", b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", "Unreachable")
_says(
    "early-hints-first",
    b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 3 + OK + b"Content-Length: 4\r\n\r\ntext",
    "page",
)
_streams("endless-early-hints", b"", _forever(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 999), "TooLarge")
_says("early-hints-and-nothing-more", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", "Unreachable")
_streams("endless-100-continue", b"", _forever(b"HTTP/1.1 100 Continue\r\n\r\n" * 999), "TooLarge")
_says(
    "body-in-an-interim-answer",
    b"HTTP/1.1 100 Continue\r\nContent-Length: 5\r\n\r\nhello" + OK + b"Content-Length: 4\r\n\r\ntext",
    "Unreachable",
)
_says(
    "interim-answer-that-leads-inside",
    b"HTTP/1.1 103 Early Hints\r\nLocation: http://10.0.0.1/\r\n\r\n" + OK + b"Content-Length: 4\r\n\r\ntext",
    "page",
)
_streams("endless-status-line", b"HTTP/1.1 200 ", _forever(b"O" * 65536), "TooLarge", "Unreachable")
_streams("endless-headers", OK, _forever(b"X-More: and more\r\n" * 999), "TooLarge")
_streams("endless-header-line", OK + b"X-More: ", _forever(b"a" * 65536), "TooLarge")
_says("ten-thousand-headers", OK + b"X: y\r\n" * 10_000 + b"\r\ntext", "TooLarge")
_says(
    "ninety-nine-headers-of-a-kilobyte",
    OK + b"".join(b"X-%d: " % n + b"a" * 1000 + b"\r\n" for n in range(98)) + b"\r\n",
    "TooLarge",
)
_says("header-without-a-colon", OK + b"no colon here\r\nContent-Length: 4\r\n\r\ntext", "page", "Unreachable")
_says("header-with-null-bytes", OK + b"X-Null: a\x00b\r\nContent-Length: 4\r\n\r\ntext", "page", "Unreachable")
_says("folded-headers", OK + b"X-Fold: a\r\n b\r\nContent-Length: 4\r\n\r\ntext", "page")
_says("headers-in-binary", OK + bytes(range(128, 256)) + b": x\r\nContent-Length: 4\r\n\r\ntext", "page", "Unreachable")
_says("bare-line-feeds", b"HTTP/1.1 200 OK\nContent-Length: 4\n\ntext", "page")
_says(
    "flood-of-cookies",
    OK + b"".join(b"Set-Cookie: c%d=%d\r\n" % (n, n) for n in range(90)) + b"Content-Length: 4\r\n\r\ntext",
    "page",
)


# --- time
@_ends("Timeout", seconds=0.7)
async def silence(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await reader.read()


@_ends("Timeout", seconds=0.7)
async def silence_after_the_head(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"Content-Length: 9\r\n\r\n")
    await reader.read()


async def _drip(writer: asyncio.StreamWriter, text: bytes) -> None:
    while True:
        for at in range(len(text)):
            writer.write(text[at : at + 1])
            await writer.drain()
            await asyncio.sleep(0.05)


@_ends("Timeout", seconds=0.7)
async def dripping_head(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(OK)
    await _drip(writer, b"X-Slow: very\r\n")


@_ends("Timeout", seconds=0.7)
async def dripping_early_hints(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await _drip(writer, b"HTTP/1.1 103 Early Hints\r\n\r\n")


@_ends("Timeout", seconds=0.7)
async def dripping_body(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"\r\n")
    await _drip(writer, b"<p>slow")


@_ends("Timeout", seconds=0.7)
async def dripping_chunks(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"Transfer-Encoding: chunked\r\n\r\n")
    await _drip(writer, b"1\r\nx\r\n")


@_ends("Timeout", seconds=0.7)
async def dripping_trailers(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n")
    await _drip(writer, b"X-Slow: very\r\n")


@_ends("Timeout", seconds=0.7)
async def slow_steps_in_a_circle_that_is_none(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(0.3)
    writer.write(b"HTTP/1.1 302 Found\r\nLocation: /slow_steps_in_a_circle_that_is_none?%d\r\n\r\n" % id(writer))
    await writer.drain()


@_ends("Unreachable")
async def reset(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


@_ends("Unreachable")
async def reset_within_the_body(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"Content-Length: 999\r\n\r\n<p>half")
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.transport.abort()


# --- redirects
def _redirects(name: str, to: str, *ends: str) -> None:
    _says(name, f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode(), *ends)


_redirects("redirect-to-itself", "/redirect-to-itself", "TooLarge")
_redirects("redirect-there", "/redirect-and-back", "TooLarge")
_redirects("redirect-and-back", "/redirect-there", "TooLarge")
_redirects("redirect-to-a-file", "file:///etc/hostname", "ForbiddenAddress")
_redirects("redirect-to-ftp", "ftp://127.0.0.1/x", "ForbiddenAddress")
_redirects("redirect-to-gopher", "gopher://127.0.0.1:6379/_INFO", "ForbiddenAddress")
_redirects("redirect-to-a-script", "javascript:alert(1)", "ForbiddenAddress")
_redirects("redirect-to-data", "data:text/html,x", "ForbiddenAddress")
_redirects("redirect-to-cloud-metadata", "http://169.254.169.254/latest/meta-data/", "ForbiddenAddress")
_redirects("redirect-to-a-private-network", "http://10.0.0.1/", "ForbiddenAddress")
_redirects("redirect-to-mapped-metadata", "http://[::ffff:a9fe:a9fe]/", "ForbiddenAddress")
_redirects("redirect-to-a-number", "http://2852039166/", "ForbiddenAddress")
_redirects("redirect-to-an-octal-number", "http://012.0.0.1/", "ForbiddenAddress")
_redirects("redirect-to-the-network-by-two-slashes", "//10.0.0.1/", "ForbiddenAddress")
_redirects("redirect-to-nat64", "http://[64:ff9b::10.0.0.1]/", "ForbiddenAddress")
_redirects("redirect-to-6to4", "http://[2002:a00:1::]/", "ForbiddenAddress")
_redirects("redirect-with-full-width-digits", "http://１０.0.0.1/", "ForbiddenAddress")
_redirects("redirect-with-ideographic-dots", "http://10。0。0。1/", "ForbiddenAddress")
_redirects("redirect-with-a-password", "http://me:secret@192.0.2.1/", "ForbiddenAddress")
_redirects("redirect-to-a-broken-address", "http://[::1", "Unreachable", "ForbiddenAddress")
_redirects("redirect-with-a-backslash", "http://ok.test\\@169.254.169.254/", "ForbiddenAddress")
_redirects("redirect-to-a-port-beyond-all", "http://ok.test:99999/", "ForbiddenAddress")
_redirects("redirect-to-nowhere", " ", "page")
_says("redirect-without-a-location", b"HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n", "page")
_says(
    "redirect-with-two-locations",
    b"HTTP/1.1 302 F\r\nLocation: /ok\r\nLocation: http://10.0.0.1/\r\n\r\n",
    "page",
    "ForbiddenAddress",
    "Unreachable",
)
_redirects("redirect-with-a-line-break", "/ok%0d%0aX-Injected:%201", "page")


@_ends("TooLarge")
async def redirect_ever_further(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 302 Found\r\nLocation: /redirect-ever-further?%d\r\n\r\n" % id(reader))
    await writer.drain()
