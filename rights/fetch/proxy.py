"""A filtering proxy for the browser: whatever a page makes the browser ask for, only checked addresses are reached.

A browser's own interception sees neither redirects nor WebSockets; a proxy sees every connection, because the browser
is told to make none itself.  Each connection's target is resolved and checked by `addresses.py` and connected to at
the checked address.
"""

from __future__ import annotations

import select
import socket
import socketserver
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from rights.errors import FetchError, ForbiddenAddress, Unreachable
from rights.fetch.addresses import Addresses
from rights.fetch.deadline import Deadline

_HEAD = 64 * 1024
_CHUNK = 64 * 1024
#: Connections that one page may make.
_CONNECTIONS = 200
_REFUSED = 100


class FilteringProxy:
    """An HTTP proxy on a loopback port while its block lasts; ``bytes_left`` is what all connections may carry yet.

    ``refused`` lists what was asked for and refused, at most 100.
    """

    def __init__(self, addresses: Addresses, deadline: Deadline, byte_limit: int) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._lock = threading.Lock()
        self._left = _CONNECTIONS
        self.bytes_left = byte_limit
        self.refused: list[str] = []
        proxy = self

        class Connection(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                proxy.serve(self.request)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Connection)
        self.port = int(self._server.server_address[1])

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True, name="rights-proxy").start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def serve(self, client: socket.socket) -> None:
        """One connection of the browser, until it or the deadline ends."""
        with client, suppress(OSError, FetchError):
            head, rest = self._head(client)
            try:
                url, first = _target(head)
                upstream = self._connect(url)
            except FetchError as refusal:
                with self._lock:
                    if len(self.refused) < _REFUSED:
                        self.refused.append(refusal.url)
                forbidden = isinstance(refusal, ForbiddenAddress)
                answer = b"403 Forbidden" if forbidden else b"502 Bad Gateway"
                client.sendall(b"HTTP/1.1 " + answer + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            with upstream:
                if first is None:
                    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                else:
                    upstream.sendall(first + rest)
                self._carry(client, upstream)

    def _head(self, client: socket.socket) -> tuple[bytes, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            client.settimeout(self._deadline.remaining())
            piece = client.recv(_CHUNK)
            if not piece or len(data) > _HEAD:
                raise OSError("no request")
            data += piece
        head, _, rest = data.partition(b"\r\n\r\n")
        return head, rest

    def _connect(self, url: str) -> socket.socket:
        with self._lock:
            self._left -= 1
            if self._left < 0:
                raise ForbiddenAddress(url, f"a page may make {_CONNECTIONS} connections")
        host, port = self._addresses.check_url(url)
        for address in self._addresses.route(url, host, port, self._deadline).addresses:
            with suppress(OSError):
                return socket.create_connection((address, port), self._deadline.remaining(10))
        raise Unreachable(url, "no address of the host answers")

    def _carry(self, client: socket.socket, upstream: socket.socket) -> None:
        """Pass bytes both ways until one side ends."""
        other = {client: upstream, upstream: client}
        while True:
            ready, _, _ = select.select(list(other), [], [], self._deadline.remaining())
            for sock in ready:
                data = sock.recv(_CHUNK)
                with self._lock:
                    self.bytes_left -= len(data)
                if not data or self.bytes_left < 0:
                    return
                other[sock].settimeout(self._deadline.remaining())
                other[sock].sendall(data)


def _target(head: bytes) -> tuple[str, bytes | None]:
    """The address that a request to the proxy names, and the request to pass on; None for a CONNECT."""
    lines = head.decode("latin-1").split("\r\n")
    method, target, version = [*lines[0].split(" "), "", ""][:3]
    if method == "CONNECT":
        return f"https://{target}/", None
    parts = urlsplit(target)
    if parts.scheme != "http":
        raise ForbiddenAddress(target, "not a request for a proxy")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    kept = [line for line in lines[1:] if not line.lower().startswith(("proxy-", "connection:"))]
    request = "\r\n".join([f"{method} {path} {version}", *kept, "Connection: close", "", ""])
    return target, request.encode("latin-1")
