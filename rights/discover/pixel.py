"""Hits on a pixel of our own that copies carry: who sends them, and what they are worth as leads.

Limits: anybody can send anything, so a hit is a lead and never proof.  Browsers send the bare origin across sites
unless the image says ``referrerpolicy="no-referrer-when-downgrade"``: such a hit names a site, and `resolve.py` looks
for the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from rights import urls
from rights.discover.agents import is_bot
from rights.discover.lead import Budget, Lead
from rights.patterns import late

#: The answer: a transparent GIF of one pixel, 43 bytes; to be sent with ``Cache-Control: no-store``.
GIF = bytes.fromhex("47494638396101000100800100000000ffffff21f90401000001002c00000000010001000002024c01003b")

_ID = late(r"[\w.:/%-]{1,200}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One load of the pixel by a reader's browser.

    ``article`` is the id that the pixel carries; ``url`` the page where that is known, else the site's origin, and
    ``page`` tells which.
    """

    article: str | None
    url: str
    page: bool
    at: datetime


def tag(endpoint: str, article: str) -> str:
    """The HTML to put into a copy."""
    mark = "&amp;" if "?" in endpoint else "?"
    policy = 'referrerpolicy="no-referrer-when-downgrade"'
    return f'<img src="{endpoint}{mark}id={article}" {policy} width="1" height="1" alt="">'


def read_hit(query: Mapping[str, str], headers: Mapping[str, str], at: datetime) -> Hit | None:
    """What a request for the pixel tells; None for bots and for requests that name neither page nor site.

    ``query`` may hold ``id`` or ``post`` (the article) and ``key`` or ``url`` (the page, as Pixel Ping sends it);
    header names are lower-case.
    """
    if is_bot(headers.get("user-agent", "")):
        return None
    article = next((query[name] for name in ("id", "post", "article") if _ID.fullmatch(query.get(name, ""))), None)
    claims = [query.get("key", ""), query.get("url", ""), headers.get("referer", ""), headers.get("origin", "")]
    for claim in claims:
        if len(claim) <= 4096 and urls.is_web(claim):
            parts = urlsplit(claim)
            bare = parts.path in ("", "/") and not parts.query
            return Hit(article=article, url=urls.normalise(claim), page=not bare, at=at)
    return None


class PixelHits:
    """Leads from recorded hits; ``works`` maps the pixel's article ids to works, ``own`` are the publisher's domains."""

    name = "pixel"

    def __init__(self, hits: Iterable[Hit], works: Mapping[str, str], own: Iterable[str] = ()) -> None:
        self._hits = hits
        self._works = works
        self._own = tuple(own)

    def leads(self, budget: Budget) -> Iterator[Lead]:
        """One lead for every page (or site) and article, with how many hits came; most hits first."""
        counted: dict[tuple[str, str | None], tuple[Hit, int]] = {}
        for hit in self._hits:
            if urls.under(hit.url, self._own):
                continue
            key = (urls.page_key(hit.url), hit.article)
            first, count = counted.get(key, (hit, 0))
            counted[key] = (first, count + 1)
        for hit, count in sorted(counted.values(), key=lambda one: -one[1]):
            if not budget.lead():
                return
            yield Lead(
                url=hit.url,
                source=self.name,
                found_at=f"id={hit.article}" if hit.article else "no article id",
                note=f"{count} hit{'' if count == 1 else 's'}",
                work=self._works.get(hit.article) if hit.article else None,
                page=hit.page,
                seen=hit.at,
            )
