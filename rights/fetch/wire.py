"""One connection's bytes: counted, recorded, and read against the total deadline."""

from __future__ import annotations

import hashlib
import io
import re
import socket
import ssl
from typing import Any

from rights.errors import TooLarge, Unreachable
from rights.fetch.deadline import Deadline
from rights.fetch.limits import Limits
from rights.model import Tls

_BUFFER = 64 * 1024
_BLANK = re.compile(rb"\r?\n\r?\n")
_INTERIM = re.compile(rb"HTTP/1\.[01] 1(?!01)\d\d\b")


class Exchange:
    """What passes over one connection for one request and its answer.

    Holds the deadline and limits of the exchange and, afterwards, the bytes sent, the head received (everything
    received where ``record`` is set), the peer's address and the TLS facts.
    """

    def __init__(self, url: str, deadline: Deadline, limits: Limits, *, record: bool = False) -> None:
        self.url = url
        self.deadline = deadline
        self.limits = limits
        self.peer: str | None = None
        self.tls: Tls | None = None
        self.sent = bytearray()
        self.received = bytearray()
        self.count = 0
        self.head_read = False
        self._record = record

    def connected(self, sock: socket.socket) -> None:
        """Note whom we are connected to, and how."""
        self.peer = str(sock.getpeername()[0])
        if isinstance(sock, ssl.SSLSocket):
            cipher = sock.cipher()
            certificate = sock.getpeercert(binary_form=True) or b""
            self.tls = Tls(
                version=sock.version() or "",
                cipher=cipher[0] if cipher else "",
                certificate=hashlib.sha256(certificate).hexdigest(),
            )

    def note(self, data: memoryview) -> None:
        """Count and keep what was received; raises `TooLarge` past a limit."""
        self.count += len(data)
        if not self.head_read:
            # the buffer reads ahead into the body: one buffer more than the head may take
            if self.count > self.limits.head + _BUFFER:
                raise TooLarge(self.url, f"the headers are longer than {self.limits.head} bytes")
        elif self.count > self.limits.wire + self.limits.head:
            raise TooLarge(self.url, f"the answer is longer than {self.limits.wire} bytes on the wire")
        if self._record or not self.head_read:
            self.received += data

    def head(self) -> bytes:
        """The final status line and headers as received, to the blank line; raises `TooLarge` when over the limit."""
        start = 0
        while True:
            found = _BLANK.search(self.received, start)
            end = found.end() if found else len(self.received)
            if end - start > self.limits.head:
                raise TooLarge(self.url, f"the headers are longer than {self.limits.head} bytes")
            if not found or not _INTERIM.match(self.received, start):
                return bytes(self.received[start:end])
            start = end


class _Reader(io.RawIOBase):
    """Reads a socket for http.client; every read gets only what remains of the total deadline."""

    def __init__(self, sock: socket.socket, exchange: Exchange, wire: Wire) -> None:
        super().__init__()
        self._sock = sock
        self._exchange = exchange
        self._wire = wire

    def close(self) -> None:
        if not self.closed:
            super().close()
            self._wire.file_closed()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        exchange = self._exchange
        self._sock.settimeout(exchange.deadline.remaining())
        try:
            size = self._sock.recv_into(buffer)
        except TimeoutError as late:
            raise exchange.deadline.passed("reading the answer") from late
        except OSError as broken:
            raise Unreachable(exchange.url, f"the connection broke: {broken}") from broken
        exchange.note(memoryview(buffer)[:size])
        return size


class Wire:
    """A connected socket as http.client uses it, with an `Exchange` looking on.

    As with a socket, closing it while a file made from it is open takes effect when that file is closed: http.client
    closes the connection as soon as it has read a head that says ``Connection: close``.
    """

    def __init__(self, sock: socket.socket, exchange: Exchange) -> None:
        self._sock = sock
        self._exchange = exchange
        self._files = 0
        self._closed = False

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Send a request within the deadline."""
        exchange = self._exchange
        exchange.sent += data
        self._sock.settimeout(exchange.deadline.remaining())
        try:
            self._sock.sendall(data, flags)
        except TimeoutError as late:
            raise exchange.deadline.passed("sending the request") from late

    def makefile(self, mode: str = "rb", *_args: Any, **_kwargs: Any) -> io.BufferedReader:
        """The answer as a buffered file; only reading is ever asked for."""
        self._files += 1
        return io.BufferedReader(_Reader(self._sock, self._exchange, self), _BUFFER)

    def file_closed(self) -> None:
        """A file made from this is closed: close the socket if that was waited for."""
        self._files -= 1
        if self._closed and self._files <= 0:
            self._sock.close()

    def close(self) -> None:
        """Close the socket, now or when the last file made from it is closed."""
        self._closed = True
        if self._files <= 0:
            self._sock.close()

    def settimeout(self, _seconds: float | None) -> None:
        """Ignored: the deadline decides before every operation."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)
