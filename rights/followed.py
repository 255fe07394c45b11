"""Where links that may stand for the original really lead: by following them, where the network may be used."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rights import detours, hyperlinks, urls
from rights.clause import Case
from rights.errors import FetchError
from rights.hyperlinks import Target
from rights.model import Page, Republication
from rights.patterns import late
from rights.publisher import Publisher

#: Links of one copy that are followed for one publisher.
MAX_LINKS = 3
#: Answers that say there is nothing at the address; any other failure tells nothing of it.
_NOTHING = (404, 410)
#: Bytes of a page that asks its reader to go on in which the address that it leads to is looked for.
_LOOKED_AT = 200_000
_REFRESHES = late(r"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)


def followed(seen: Republication, publisher: Publisher, fetch: Callable[[str], Page]) -> Republication:
    """The same with each link followed that only a look could tell.

    Nothing is fetched where another link plainly leads to the original.
    """
    links = hyperlinks.leads(Case(seen, publisher))
    if links.to(Target.ARTICLE, Target.LIKELY):
        return seen
    unseen = links.to(Target.SHORT, Target.UNSURE)
    unseen += [led for led in links.to(Target.OTHER_PAGE) if led.in_credit]
    found: dict[str, str | None] = {}
    unreached: set[str] = set()
    for href in list(dict.fromkeys(led.link.href for led in unseen))[:MAX_LINKS]:
        try:
            page = fetch(href)
        except FetchError:
            unreached.add(href)
            continue
        final = _final(href, page, hyperlinks.addresses(seen.work)) if page.status == 200 else None
        if final or page.status in _NOTHING:
            found[href] = final
        else:
            unreached.add(href)
    return replace(seen, resolved=found, unreached=frozenset(unreached))


def _final(href: str, page: Page, known: tuple[str, ...]) -> str | None:
    """Where the page's reader ends: a page that sends its reader on by itself counts as what it names."""
    final = page.final_url or href
    body = page.body[:_LOOKED_AT].decode("utf-8", "replace")
    if not detours.sends_on(final) and not _REFRESHES.search(body):
        return final
    return next((url for url in known if urls.page_key(url) in body), None)
