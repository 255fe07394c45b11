"""Reading a body: bounded on the wire and after every layer of decoding, and never taken for whole when it is not."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import brotli
import requests
import zstandard
from urllib3.exceptions import HTTPError

from rights.errors import TooLarge, Unreachable
from rights.fetch.limits import Limits
from rights.fetch.wire import Exchange

#: What is asked for; only what can be decoded here.
ACCEPT_ENCODING = "gzip, deflate, br, zstd"

_CHUNK = 64 * 1024
_IDENTITY = {"", "identity", "none", "utf-8", "utf8", "binary", "8bit", "7bit"}
#: Transfer encodings that http.client takes off.
_TRANSFERS = {"", "chunked", "identity"}
#: A window that a zstd frame may ask for: RFC 8878 recommends that decoders support 8 MB.
_ZSTD_WINDOW = 8 * 1024 * 1024


class Broken(Exception):
    """The bytes are not what the encoding promises."""


class Decoder(Protocol):
    """One layer of content encoding; ``feed`` yields pieces of bounded size, ``finish`` checks that nothing is missing."""

    def feed(self, data: bytes) -> Iterator[bytes]: ...
    def finish(self) -> None: ...


class Gzip:
    """gzip with any number of members; what follows the last one and is none itself is ignored, as browsers do."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._between = b""
        self._started = False
        self._trailing = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Decode as much as the data allows."""
        data = self._between + data
        self._between = b""
        while data and not self._trailing:
            if self._member.eof:
                if len(data) < 2:
                    self._between = data
                    return
                if data[:2] != b"\x1f\x8b":
                    self._trailing = True
                    return
                self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
            self._started = True
            yield _inflate(self._member, data)
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail

    def finish(self) -> None:
        """Raise `Broken` where the last member ends early."""
        if self._started and not self._member.eof:
            raise Broken("the gzip data end early")


class Deflate:
    """zlib data or, as some servers send under this name, raw deflate."""

    def __init__(self) -> None:
        self._stream: zlib._Decompress | None = None
        self._first = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Decode as much as the data allows."""
        if self._stream is None:
            data = self._first = self._first + data
            if len(data) < 2:
                return
            wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
            self._first = b""
        while data and not self._stream.eof:
            yield _inflate(self._stream, data)
            data = self._stream.unconsumed_tail

    def finish(self) -> None:
        """Raise `Broken` where the stream ends early."""
        if self._first or (self._stream is not None and not self._stream.eof):
            raise Broken("the deflate data end early")


def _inflate(stream: zlib._Decompress, data: bytes) -> bytes:
    try:
        return stream.decompress(data, _CHUNK)
    except zlib.error as wrong:
        raise Broken(f"the compressed data are damaged: {wrong}") from wrong


class Brotli:
    """Brotli, with its output bounded per call."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()
        self._fed = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Decode as much as the data allows."""
        self._fed = True
        try:
            yield self._stream.process(data, output_buffer_limit=_CHUNK)
            while not self._stream.can_accept_more_data():
                yield self._stream.process(b"", output_buffer_limit=_CHUNK)
        except brotli.error as wrong:
            raise Broken(f"the brotli data are damaged: {wrong}") from wrong

    def finish(self) -> None:
        """Raise `Broken` where the stream ends early."""
        if self._fed and not self._stream.is_finished():
            raise Broken("the brotli data end early")


class Zstd:
    """Zstandard frames; fed a few bytes at a time because one block of 4 bytes may stand for 128 KiB."""

    def __init__(self) -> None:
        self._frame = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        self._fed = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Decode as much as the data allows."""
        for start in range(0, len(data), 32):
            piece = data[start : start + 32]
            while piece:
                if self._frame.eof:
                    self._frame = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
                self._fed = True
                try:
                    yield self._frame.decompress(piece)
                except zstandard.ZstdError as wrong:
                    raise Broken(f"the zstd data are damaged: {wrong}") from wrong
                piece = self._frame.unused_data if self._frame.eof else b""

    def finish(self) -> None:
        """Raise `Broken` where the last frame ends early."""
        if self._fed and not self._frame.eof:
            raise Broken("the zstd data end early")


_DECODERS: dict[str, Callable[[], Decoder]] = {
    "gzip": Gzip, "x-gzip": Gzip, "deflate": Deflate, "br": Brotli, "zstd": Zstd,
}  # fmt: skip


def decoders(header: str, url: str, limits: Limits) -> list[Decoder]:
    """The layers of a Content-Encoding header, outermost first; raises for unknown ones and for too many."""
    names = [name.strip().lower() for name in header.split(",")]
    layers = [name for name in reversed(names) if name not in _IDENTITY]
    if len(layers) > limits.layers:
        raise TooLarge(url, f"{len(layers)} nested content encodings; at most {limits.layers} are decoded")
    unknown = [name for name in layers if name not in _DECODERS]
    if unknown:
        raise Unreachable(url, f"the body is encoded as {unknown[0]!r}, which was not asked for")
    return [_DECODERS[name]() for name in layers]


class _Counted:
    """A layer that stops at the limit: an inner layer may swallow what an outer one makes of a bomb."""

    def __init__(self, layer: Decoder, limit: int) -> None:
        self._layer = layer
        self._left = limit

    def feed(self, data: bytes) -> Iterator[bytes]:
        for piece in self._layer.feed(data):
            self._left -= len(piece)
            if self._left < 0:
                raise OverflowError
            yield piece

    def finish(self) -> None:
        self._layer.finish()


def _through(layers: Sequence[Decoder], data: bytes) -> Iterator[bytes]:
    if not layers:
        yield data
        return
    for piece in layers[0].feed(data):
        if piece:
            yield from _through(layers[1:], piece)


def read(response: requests.Response, exchange: Exchange, *, cut: bool = False) -> tuple[bytes, str | None]:
    """Read and decode a body; the second value names what cut it short: ``bytes`` (only with ``cut``) or ``close``.

    Raises `TooLarge` past a limit, `Unreachable` for a body that is short, damaged or wrongly encoded, `Timeout` past
    the deadline.
    """
    url, limits = exchange.url, exchange.limits
    transfer = {name.strip().lower() for name in response.headers.get("transfer-encoding", "").split(",")}
    if unknown := transfer - _TRANSFERS:
        raise Unreachable(url, f"the body is transferred as {min(unknown)!r}, which was not asked for")
    encodings = response.headers.get("content-encoding", "")
    layers = [_Counted(layer, limits.body) for layer in decoders(encodings, url, limits)]
    pieces: list[bytes] = []
    size = 0
    try:
        for data in response.raw.stream(_CHUNK, decode_content=False):
            for piece in _through(layers, data):
                exchange.deadline.remaining()
                pieces.append(piece)
                size += len(piece)
                if size > limits.body:
                    raise OverflowError
        for layer in layers:
            layer.finish()
    except (OverflowError, TooLarge) as large:
        if cut:
            return b"".join(pieces)[: limits.body], "bytes"
        if isinstance(large, TooLarge):
            raise
        raise TooLarge(url, f"the body is longer than {limits.body} bytes when decoded") from large
    except Broken as wrong:
        raise Unreachable(url, str(wrong)) from wrong
    except (HTTPError, OSError, ValueError) as failed:
        raise Unreachable(url, f"the body did not come whole: {failed}") from failed
    body = b"".join(pieces)
    return body, "close" if _has_no_end(response, body) else None


def _has_no_end(response: requests.Response, body: bytes) -> bool:
    """True for a page that only the end of the connection ended, and that lacks the end of its markup.

    Without length or chunks a server that dies in mid-page looks like one that is done.
    """
    if "content-length" in response.headers or "transfer-encoding" in response.headers:
        return False
    start, end = body[:2048].lower(), body[-4096:].lower()
    return any(b"<" + tag in start for tag in (b"html", b"body")) and not any(
        b"</" + tag in end for tag in (b"html", b"body")
    )
