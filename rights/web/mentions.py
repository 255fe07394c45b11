"""Webmention and pingback: a site says that it links to a work; what proves true becomes a lead.

The sender gets its answer at once (W3C Webmention: 202).  The page is fetched afterwards, by the crawler's own fetcher:
checked addresses, robots.txt, pace, budget, opt-outs.  Anybody can send anything, so everything is bounded.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from rights.discover.webmention import Mention, mentions, read_pingback, read_webmention
from rights.errors import InputError, Postponed, RightsError
from rights.filing import file_leads
from rights.web.context import Web
from rights.web.limits import Daily, Rate
from rights.web.network import Network
from rights.web.public import client_of

log = logging.getLogger("rights.web")

#: Claims that wait to be looked into; looked into in one day; bytes of one; claims of one client a minute, and at once.
WAITING, DAILY, MOST, CLAIMS, CLAIMS_AT_ONCE = 500, 2_000, 16 * 1024, 6, 10
#: How often a page is tried whose host was to be left alone, and the longest wait for it, in seconds.
TRIES, PATIENCE = 3, 60.0


@dataclass(frozen=True, slots=True)
class _Claim:
    mention: Mention
    source: str
    tried: int = 0


class Mentions:
    """Claims that wait, and the thread that looks into them, one after the other."""

    def __init__(self, web: Web, network: Network) -> None:
        self._web = web
        self._network = network
        self._queue: queue.Queue[_Claim] = queue.Queue(WAITING)
        self._waiting: set[Mention] = set()
        self._daily = Daily(DAILY)
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="mentions", daemon=True)

    def start(self) -> None:
        """Begin to look into claims."""
        self._thread.start()

    def stop(self) -> None:
        """End after the claim under way; those that wait are forgotten: whoever sent them may send them again."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(10)

    def take(self, mention: Mention, source: str) -> bool:
        """Take a claim in good form; False where too many wait already, or too many came today."""
        today = self._web.clock().date()
        with self._lock:
            if mention in self._waiting:
                return True
            if not self._daily.left(today):
                return False
            try:
                self._queue.put_nowait(_Claim(mention, source))
            except queue.Full:
                return False
            self._daily.take()
            self._waiting.add(mention)
        return True

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                claim = self._queue.get(timeout=0.2)
            except queue.Empty:
                continue
            again = self._look_into(claim)
            with self._lock:
                self._waiting.discard(claim.mention)
                if again:
                    self._waiting.add(claim.mention)

    def _look_into(self, claim: _Claim) -> bool:
        """Fetch the page and make it a lead where it holds the link; True where it is to be tried again."""
        mention = claim.mention
        try:
            page = self._network.fetcher.fetch(mention.source)
            if not mentions(page, mention.target):
                log.info("%s: %s does not link to %s", claim.source, mention.source, mention.target)
                return False
            now = self._web.clock()
            file_leads([mention.lead(now, claim.source)], self._web.store, self._web.library, now)
        except Postponed as wait:
            return self._once_more(claim, wait.after)
        except RightsError as wrong:
            log.info("%s: %s could not be looked into: %s", claim.source, mention.source, wrong)
        return False

    def _once_more(self, claim: _Claim, after: float) -> bool:
        if claim.tried + 1 >= TRIES or after > PATIENCE or self._stopped.wait(min(after, 1.0)):
            return False
        try:
            self._queue.put_nowait(_Claim(claim.mention, claim.source, claim.tried + 1))
        except queue.Full:
            return False
        return True


def mention_routes(web: Web, taken: Mentions) -> APIRouter:
    """The two endpoints."""
    routes = APIRouter(include_in_schema=False)
    rate = Rate(CLAIMS, CLAIMS_AT_ONCE)

    async def received(request: Request) -> bytes | Response:
        """The body of a claim, or the answer to one that comes too soon or is too long."""
        if not rate.allows(client_of(request)):
            return _later()
        body = await _body(request)
        return PlainTextResponse(f"longer than {MOST} bytes", 413) if body is None else body

    @routes.post("/webmention")
    async def webmention(request: Request) -> Response:
        """A form with ``source`` and ``target``."""
        body = await received(request)
        if isinstance(body, Response):
            return body
        try:
            mention = read_webmention(_form(body), web.library.domains)
        except InputError as wrong:
            return PlainTextResponse(str(wrong), 400)
        if not taken.take(mention, "webmention"):
            return _later(503)
        return PlainTextResponse("taken: the page is looked at soon", 202)

    @routes.post("/pingback")
    async def pingback(request: Request) -> Response:
        """XML-RPC ``pingback.ping``; faults as the Pingback specification numbers them."""
        body = await received(request)
        if isinstance(body, Response):
            return body
        try:
            mention = read_pingback(body, web.library.domains)
        except InputError as wrong:
            number = next((code for name, code in _FAULTS.items() if str(wrong).startswith(name)), 0)
            return _rpc(f"<fault>{_value(_FAULT.format(number, escape(str(wrong))))}</fault>")
        if not taken.take(mention, "pingback"):
            return _later(503)
        text = "<string>taken: the page is looked at soon</string>"
        return _rpc(f"<params><param>{_value(text)}</param></params>")

    return routes


_FAULTS = {"source:": 0x10, "target:": 0x21}
_FAULT = (
    "<struct><member><name>faultCode</name><value><int>{}</int></value></member>"
    "<member><name>faultString</name><value><string>{}</string></value></member></struct>"
)


def _value(inner: str) -> str:
    return f"<value>{inner}</value>"


def _rpc(inner: str) -> Response:
    document = f'<?xml version="1.0"?><methodResponse>{inner}</methodResponse>'
    return Response(document, media_type="text/xml")


def _later(status: int = 429) -> Response:
    return PlainTextResponse("too many; come again later", status, headers={"Retry-After": "60"})


async def _body(request: Request) -> bytes | None:
    """The request's body, None where it is too long."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST:
            return None
    return body


def _form(body: bytes) -> Mapping[str, str]:
    """The fields of a form; of a name that comes twice the first counts."""
    try:
        pairs = parse_qsl(body.decode("utf-8"), max_num_fields=20, keep_blank_values=True)
    except ValueError as wrong:
        raise InputError(f"not a form: {wrong}") from wrong
    return dict(reversed(pairs))
