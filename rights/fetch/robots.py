"""robots.txt by RFC 9309: fetched once a day per origin, and obeyed.

A 4xx answer allows everything; a 5xx or 429 answer, and a host that cannot be reached, forbid everything until the
file can be had again.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from urllib.parse import urlsplit

from rights.errors import Disallowed, FetchError, ForbiddenAddress, Postponed
from rights.fetch.robots_txt import Rules, parse
from rights.model import Page

#: RFC 9309 section 2.4: not to be used for longer than a day.
_KEEP = 24 * 3600.0
#: How soon a host is asked again whose file could not be had.
_RETRY = 3600.0
_ORIGINS = 20_000


def of_answer(page: Page, product: str) -> Rules:
    """What the answer to a request for robots.txt means for a product."""
    if page.status == 429 or page.status >= 500:
        return Rules(why=f"its robots.txt answered {page.status}, which forbids everything for now")
    if 200 <= page.status < 300:
        return parse(page.body, product)
    return Rules()


class Robots:
    """The robots.txt files met so far, each kept for at most a day.

    ``get`` fetches one (redirects followed, body cut at the limit); ``product`` is the bare token that rules name.
    """

    def __init__(self, get: Callable[[str], Page], product: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._get = get
        self._product = product
        self._clock = clock
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[float, Rules]] = OrderedDict()
        self._fetching: dict[str, threading.Lock] = {}

    def rules(self, url: str) -> Rules:
        """The rules of the address's origin, fetched where they are unknown or too old."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            known = self._fresh(origin)
            if known is not None:
                return known
            turn = self._fetching.setdefault(origin, threading.Lock())
        with turn:
            with self._lock:
                known = self._fresh(origin)
            if known is not None:
                return known
            try:
                rules, keep = self._ask(origin)
                with self._lock:
                    self._known[origin] = (self._clock() + keep, rules)
                    while len(self._known) > _ORIGINS:
                        self._known.popitem(last=False)
                return rules
            finally:
                with self._lock:
                    self._fetching.pop(origin, None)

    def allowed(self, url: str) -> bool:
        """Whether robots.txt allows us this address."""
        return self.rules(url).allowed(url)

    def crawl_delay(self, url: str) -> float | None:
        """The Crawl-delay for us on the address's origin, in seconds."""
        return self.rules(url).crawl_delay

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """The sitemaps that the address's origin names."""
        return self.rules(url).sitemaps

    def check(self, url: str) -> None:
        """Raise `Disallowed` where robots.txt forbids the address; retryable where it could not be had."""
        rules = self.rules(url)
        if not rules.allowed(url):
            refusal = Disallowed(url, rules.why or "robots.txt forbids it")
            refusal.retryable = rules.why is not None
            raise refusal

    def _fresh(self, origin: str) -> Rules | None:
        known = self._known.get(origin)
        if known is None or known[0] <= self._clock():
            return None
        return known[1]

    def _ask(self, origin: str) -> tuple[Rules, float]:
        try:
            page = self._get(f"{origin}/robots.txt")
        except (ForbiddenAddress, Postponed):
            raise
        except FetchError as failed:
            return Rules(why=f"its robots.txt cannot be had: {failed.why}"), _RETRY
        rules = of_answer(page, self._product)
        return rules, _RETRY if rules.why else _KEEP
