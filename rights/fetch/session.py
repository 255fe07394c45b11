"""requests with a guard: connections are made only to addresses that `addresses.py` has checked.

The hook is ``_new_conn`` of urllib3's connections, below TLS and HTTP: the URL, the Host header, SNI and the
certificate check keep the host's name, and no redirect, retry or odd spelling can get around it.  ``_new_conn`` is not
public urllib3 API: ``tests/fetch/test_session.py`` fails if it is ever not called.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from functools import cached_property
from typing import Any

import certifi
import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, LocationParseError, NewConnectionError
from urllib3.util.ssl_ import create_urllib3_context

from rights.errors import ForbiddenAddress, TooLarge, Unreachable
from rights.fetch.addresses import Route
from rights.fetch.wire import Exchange, Wire

_LINE = 65_537


class _Answer(http.client.HTTPResponse):
    """Passes over interim answers of every kind, such as 103 Early Hints, where http.client knows only 100.

    What they may cost is bounded by `Exchange.note`.
    """

    def _read_status(self) -> tuple[str, int, str]:
        while True:
            version, status, reason = super()._read_status()  # type: ignore[misc]  # not in the stubs
            if not 100 <= status < 200 or status == 101:
                return version, status, reason
            while self.fp.readline(_LINE) not in (b"\r\n", b"\n", b""):
                pass


class _Guarded:
    """What both kinds of connection share: connect to the route's addresses, then watch the bytes."""

    _dns_host: str
    port: int
    timeout: Any
    sock: Any

    def __init__(self, *args: Any, exchange: Exchange, route: Route, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.exchange = exchange
        self.route = route

    def _new_conn(self) -> socket.socket:
        exchange, route = self.exchange, self.route
        if (self._dns_host.strip("[]").rstrip("."), self.port) != (route.host.rstrip("."), route.port):
            raise ForbiddenAddress(exchange.url, f"{self._dns_host}:{self.port} is not the host that was checked")
        last: OSError | None = None
        for address in route.addresses:
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.settimeout(exchange.deadline.remaining(exchange.limits.connect))
                sock.connect((address, route.port))
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as failed:
                sock.close()
                last = failed
                continue
            sock.settimeout(exchange.deadline.remaining())
            return sock
        if isinstance(last, TimeoutError):
            raise ConnectTimeoutError(self, "connecting took too long")
        raise NewConnectionError(self, f"{last}")  # type: ignore[arg-type]  # a mixin of urllib3's connections

    def connect(self) -> None:
        super().connect()  # type: ignore[misc]  # provided by the connection class it is mixed into
        self.exchange.connected(self.sock)
        self.sock = Wire(self.sock, self.exchange)


class _GuardedHTTP(_Guarded, HTTPConnection):
    response_class = _Answer


class _GuardedHTTPS(_Guarded, HTTPSConnection):
    response_class = _Answer


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _GuardedHTTP


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedHTTPS


class GuardedRequest(requests.PreparedRequest):
    """A prepared request that knows its checked route."""

    exchange: Exchange
    route: Route

    def prepare_cookies(self, cookies: Any) -> None:
        """Nothing to do: cookies are never sent, and a jar per request costs a tenth of preparing it."""


class GuardedAdapter(HTTPAdapter):
    """The one requests adapter: no proxies, no environment, no cookies, no redirects, no connection that is kept."""

    def __init__(self, ca_file: str | None = None) -> None:
        super().__init__(max_retries=0)
        self._ca_file = ca_file

    @cached_property
    def _context(self) -> ssl.SSLContext:
        """Made when it is first needed: reading the authorities takes longer than a fetch."""
        context = create_urllib3_context()
        context.load_verify_locations(certifi.where())
        if self._ca_file:
            context.load_verify_locations(self._ca_file)
        return context

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing to do: the one context that all connections share verifies, always."""

    def build_response(self, req: Any, resp: Any) -> requests.Response:
        """Status, headers and the body still to be read: all that is asked for here, and no cookie jar."""
        response = requests.Response()
        response.status_code = resp.status
        response.headers = CaseInsensitiveDict(resp.headers)
        response.raw = resp
        response.request = req
        return response

    def get_connection_with_tls_context(
        self, request: Any, verify: Any, proxies: Any = None, cert: Any = None
    ) -> HTTPConnectionPool:
        """A pool of one connection for this request alone, bound to its checked route."""
        if not isinstance(request, GuardedRequest):
            raise TypeError("only a GuardedRequest may be sent")
        route = request.route
        own: dict[str, Any] = {"exchange": request.exchange, "route": route}
        if (request.url or "").startswith("https:"):
            return _HTTPSPool(route.host, route.port, maxsize=1, ssl_context=self._context, **own)
        return _HTTPPool(route.host, route.port, maxsize=1, **own)


def prepare(method: str, url: str, headers: dict[str, str], data: bytes | None = None) -> GuardedRequest:
    """Build a request without sending it; raises `ForbiddenAddress` for an address that requests refuses."""
    request = GuardedRequest()
    try:
        request.prepare(method=method, url=url, headers=headers, data=data)
    except (requests.RequestException, UnicodeError, ValueError) as wrong:
        raise ForbiddenAddress(url, f"not an address that can be asked for: {wrong}") from wrong
    return request


def send(adapter: GuardedAdapter, request: GuardedRequest) -> requests.Response:
    """Send a request over its checked route; the body is not read yet.

    Raises the `FetchError` that says what failed; nothing of requests or urllib3 gets out.
    """
    exchange = request.exchange
    try:
        return adapter.send(request, stream=True, timeout=exchange.limits.total)
    except (requests.RequestException, HTTPError, OSError, ssl.SSLError) as failed:
        raise _typed(exchange, failed) from failed
    except (LocationParseError, UnicodeError) as wrong:
        raise ForbiddenAddress(exchange.url, f"not an address that can be asked for: {wrong}") from wrong
    except (ValueError, AttributeError, IndexError, AssertionError) as wrong:
        # http.client's parser meets input that it was not written for
        raise Unreachable(exchange.url, f"not an HTTP answer: {type(wrong).__name__}: {wrong}") from wrong


def _typed(exchange: Exchange, failed: Exception) -> Exception:
    """The error of ours that an error of requests or urllib3 stands for."""
    text = str(failed)
    exchange.deadline.remaining()
    if isinstance(failed, requests.exceptions.SSLError | ssl.SSLError):
        return Unreachable(exchange.url, f"TLS failed: {_short(text)}")
    if isinstance(failed, requests.exceptions.Timeout):
        return Unreachable(exchange.url, "connecting took too long")
    if "got more than" in text:  # http.client: a line over 64 KiB, or more than 100 headers
        return TooLarge(exchange.url, f"the headers are too long: {_short(text)}")
    return Unreachable(exchange.url, _short(text))


def _short(text: str) -> str:
    inner = text.rsplit("Caused by ", 1)[-1]
    return " ".join(inner.split())[:300]
