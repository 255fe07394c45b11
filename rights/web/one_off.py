"""One-off checks: a page by address or by its HTML, judged in a queue, the result kept for whoever has its link.

Addresses are fetched by the guarded fetcher only, which obeys robots.txt.  Everything is bounded: checks that wait,
checks of one client, the size of a page, how long a result is kept.
"""

from __future__ import annotations

import json
import logging
import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

from rights import urls
from rights.check import check_page
from rights.errors import ExtractError, FetchError, InputError
from rights.given import Given, Tools
from rights.model import Page, Result, message
from rights.publisher import Publisher
from rights.report.json_ import check_object
from rights.report.language import say_in
from rights.report.troubles import trouble
from rights.web.context import Web
from rights.web.network import Network
from rights.web.passwords import digest, new_secret
from rights.wiring import Originals, works_of

log = logging.getLogger("rights.web")

#: Checks that run at once, and that may wait; how long a result is kept.
AT_ONCE, WAITING, KEPT = 2, 40, timedelta(days=30)
#: Characters of pasted HTML.
LONGEST = 3_000_000


PASTED, BROKE_OFF = "pasted HTML", message("the check broke off; the server's log says why")


def _logged(check: Future[None]) -> None:
    """What a check broke down over: it has nobody else to tell."""
    if not check.cancelled() and (wrong := check.exception()) is not None:
        log.error("a one-off check broke off", exc_info=wrong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to have checked: an address, or HTML and where it is or will be published."""

    address: str = ""
    html: str = ""
    publisher: Publisher | None = None
    language: str = "en"


class OneOffs:
    """The queue of one server."""

    def __init__(self, web: Web, network: Network) -> None:
        self._web = web
        self._network = network
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="check")
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._lock = threading.Lock()

    def stop(self) -> None:
        """End: what runs is finished, what waits is dropped."""
        self._pool.shutdown(cancel_futures=True)

    def wish(self, address: str, html: str, publisher: str, language: str = "en") -> Wish:
        """Read what somebody asks for; raises `InputError` for what cannot be checked."""
        address = address.strip()
        if address and (not urls.is_web(address) or len(address) > 2_000):
            raise InputError("the address does not begin with http:// or https://, or is too long")
        if not address and not html.strip():
            raise InputError("give an address, or paste the page's HTML")
        if len(html) > LONGEST:
            raise InputError("the HTML is too long: paste the page of one article only")
        chosen = next((one for one in self._web.library.publishers if one.id == publisher), None)
        if publisher and chosen is None:
            raise InputError("there is no such publisher: choose one of the list, or let it be found out")
        return Wish(address=address, html=html if html.strip() else "", publisher=chosen, language=language)

    def ask(self, wish: Wish) -> str | None:
        """Put a check into the queue; gives what stands in its link, None where too many wait."""
        token = new_secret()
        with self._lock:
            if len(self._waiting) >= WAITING:
                return None
            self._waiting[token] = None
        self._pool.submit(self._run, token, wish).add_done_callback(_logged)
        return token

    def place(self, token: str) -> int | None:
        """How many checks are before this one, itself counted; None where it does not wait or run any more."""
        with self._lock:
            return list(self._waiting).index(token) + 1 if token in self._waiting else None

    def result(self, token: str) -> dict[str, object] | None:
        """A result in the form of ``rights check --format json``; None for an unknown link or one that has ended."""
        body = self._web.store.shared.get(digest(token), self._web.clock()) if len(token) < 100 else None
        found: dict[str, object] | None = json.loads(body) if body else None
        return found

    def _run(self, token: str, wish: Wish) -> None:
        found = [
            Result(target=wish.address or PASTED, url=wish.address or None, error=say_in(wish.language)(BROKE_OFF))
        ]
        try:
            found = self._checked(wish)
        finally:  # whoever waits is told even where we broke down
            try:
                told = check_object(found, say_in(wish.language))
                now = self._web.clock()
                self._web.store.shared.keep(digest(token), json.dumps(told, ensure_ascii=False), now, now + KEPT)
            finally:
                with self._lock:
                    self._waiting.pop(token, None)

    def _checked(self, wish: Wish) -> list[Result]:
        target = wish.address or PASTED
        known = works_of(self._web.settings)
        try:
            page = self._page(wish)
            tools = Tools(
                library=self._web.library,
                works=known,
                fetch=self._network.fetcher.fetch,
                original=Originals(self._web.settings, self._web.store),
            )
            found = check_page(page, tools, Given(publisher=wish.publisher))
        except (FetchError, ExtractError) as wrong:
            told = say_in(wish.language)(trouble(wrong))
            return [Result(target=target, url=wish.address or None, error=told)]
        finally:
            if known is not None:
                known.close()
        return [Result(target=target, url=wish.address or None, assessment=one) for one in found]

    def _page(self, wish: Wish) -> Page:
        if not wish.html:
            return self._network.fetcher.fetch(wish.address)
        body = wish.html.encode("utf-8", "replace")
        headers = {"content-type": "text/html; charset=utf-8"}
        return Page(
            body=body, url=wish.address or None, final_url=wish.address or None, headers=headers,
            fetched_at=self._web.clock(),
        )  # fmt: skip
