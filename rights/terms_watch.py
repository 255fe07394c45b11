"""Read publishers' terms again, slowly, and say which clauses no longer stand on them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from rights.anchors import anchors_of, lost
from rights.errors import ExtractError, FetchError
from rights.extract.article import extract
from rights.library import Library
from rights.model import Page
from rights.policy import Source
from rights.store import Store
from rights.store.terms import TermsCheck

log = logging.getLogger("rights.crawl")

#: Terms pages read at the end of one sweep: their publishers' pages are asked for all day anyway.
A_SWEEP = 5


def look_at_terms(source: Source, fetch: Callable[[str], Page], at: datetime) -> TermsCheck:
    """Fetch a policy file's terms and look for its anchors; a page that cannot be read says so in ``error``."""
    url = source.content.terms.url or ""
    found = TermsCheck(publisher=source.publisher.id, url=url, at=at, policy_sha256=source.sha256)
    try:
        page = fetch(url)
        terms = extract(page)
    except (FetchError, ExtractError) as wrong:
        return _unread(found, str(wrong))
    if page.status != 200:
        return _unread(found, f"answered {page.status}")
    gone = lost(source, terms)
    if gone is None:
        return _unread(found, terms.state_reason or f"holds no terms ({terms.state.value})")
    return TermsCheck(
        publisher=found.publisher,
        url=url,
        at=at,
        policy_sha256=source.sha256,
        anchors=len(anchors_of(source)),
        lost=gone,
    )


def _unread(found: TermsCheck, why: str) -> TermsCheck:
    return TermsCheck(
        publisher=found.publisher, url=found.url, at=found.at, policy_sha256=found.policy_sha256, error=why[:500]
    )


def watch_terms(
    store: Store, library: Library, fetch: Callable[[str], Page], now: datetime, every: timedelta
) -> list[TermsCheck]:
    """Look at the terms whose time has come, the longest unread first, and record and log what was found."""
    last = store.terms.last_at()
    due = [
        source
        for source in _with_anchors(library, store.terms.publishers())
        if source.publisher.id not in last or last[source.publisher.id] + every <= now
    ]
    due.sort(key=lambda source: last[source.publisher.id].isoformat() if source.publisher.id in last else "")
    found = [look_at_terms(source, fetch, now) for source in due[:A_SWEEP]]
    for one in found:
        store.terms.record(one)
        if one.error:
            log.info("terms of %s could not be read (%s): %s", one.publisher, one.url, one.error)
        elif one.lost:
            clauses = ", ".join(dict.fromkeys(anchor.clause for anchor in one.lost))
            log.warning("terms of %s have changed (%s): in doubt are %s", one.publisher, one.url, clauses)
    return found


def _with_anchors(library: Library, publishers: Iterable[str]) -> list[Source]:
    sources = (library.source(name) for name in publishers)
    return [source for source in sources if source and source.content.terms.url and anchors_of(source)]
