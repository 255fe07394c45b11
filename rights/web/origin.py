"""Requests that change something come from our own pages: anything that another site makes a browser send is refused."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_SAFE = {"GET", "HEAD", "OPTIONS"}


class OwnOrigin:
    """ASGI middleware: unsafe methods need ``Sec-Fetch-Site: same-origin`` (or ``none``), else our own ``Origin``.

    ``base_url`` is our origin where it is set; behind a proxy the Host header may be another.  What begins with one of
    ``free`` takes no cookies and is let through.
    """

    def __init__(self, app: ASGIApp, *, base_url: str, free: tuple[str, ...] = ()) -> None:
        self._app = app
        self._origin = origin_of(base_url) if base_url else None
        self._free = free

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["method"] not in _SAFE and not scope["path"].startswith(self._free):
            headers = Headers(scope=scope)
            own = self._origin or f"{scope['scheme']}://{headers.get('host', '')}".lower()
            if not _ours(headers, own):
                await PlainTextResponse("this form was not sent from our own page", 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _ours(headers: Headers, own: str) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    if origin is not None:
        return origin.lower() == own
    return site is not None


def origin_of(address: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()
