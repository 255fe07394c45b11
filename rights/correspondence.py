"""Database and web -> a letter: the use case behind ``rights violations notice``.  The page is looked at again first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rights.again import Again, look_again
from rights.errors import InputError
from rights.fetch import Fetcher
from rights.fetch.addresses import reverse_name
from rights.letters.contact import find_contacts
from rights.letters.host import find_host
from rights.letters.letter import Kind, Letter, Matter, Sender, draft
from rights.library import Library
from rights.settings import Settings
from rights.store import Store, Wanted
from rights.store.records import OPEN, State, Violation


def letter_about(
    settings: Settings, store: Store, library: Library, fetcher: Fetcher, number: int, kind: Kind, sender: Sender, *,
    language: str = "en", days: int = 14, reply_url: str | None = None,
) -> Letter:  # fmt: skip
    """Draft a letter about a violation and all others of the same publisher on the same page.

    Raises `InputError` where the page, looked at again now, does not show the violation any more or could not be seen, and
    where a required field is missing; `Postponed` where the page's host is to be left alone for now.
    """
    again = look_again(settings, store, fetcher, number)
    if not again.still:
        raise InputError(f"no letter is written about violation {number}: {again.why}")
    matter = _matter(store, library, again, reply_url)
    sender = _filled(sender, library, again.violation.publisher)
    draft(kind, matter, sender, (), language, days)  # what is missing is said before the site is asked for its contacts
    source = library.source(again.violation.publisher)
    own = source.publisher.domains if source else ()
    contacts = find_contacts(again.page, fetcher.fetch, notices=kind.is_notice, publisher=own) if again.page else []
    host = find_host(again.page, fetcher.fetch, reverse_name) if again.page and kind.is_notice else None
    return draft(kind, matter, sender, tuple(contacts), language, days, host=host)


def _matter(store: Store, library: Library, again: Again, reply_url: str | None) -> Matter:
    asked = again.violation
    wanted = Wanted(publishers=(asked.publisher,), copy=asked.copy, states=OPEN)
    shown = [one for one in store.violations.listed(wanted) if one.last_check == again.check and one.work == asked.work]
    lives = store.ledger.events(one.number for one in shown)
    source = library.source(asked.publisher)
    letters = [at for one in shown if (at := _first_letter(replace(one, events=lives.get(one.number, ()))))]
    return Matter(
        publisher=source.publisher.name if source else asked.publisher,
        terms_url=source.content.terms.url if source else None,
        site=asked.site,
        copy_url=asked.copy_url,
        copy_title=asked.copy_title,
        work_url=asked.work_url,
        work_title=asked.work_title,
        findings=tuple(one.finding for one in shown if one.finding),
        numbers=tuple(one.number for one in shown),
        seen_at=asked.last_seen_at,
        opened_at=asked.opened_at,
        first_letter_at=min(letters, default=None),
        reply_url=reply_url,
    )


def _first_letter(violation: Violation) -> datetime | None:
    """When the republisher was first written to, since the violation began or began again."""
    found: datetime | None = None
    for event in violation.events:
        if event.state in (State.OPENED, State.REOPENED):
            found = None
        elif event.state is State.NOTIFIED and found is None:
            found = event.at
    return found


def _filled(sender: Sender, library: Library, publisher: str) -> Sender:
    """The sender with the publisher's own address where no other was given."""
    source = library.source(publisher)
    contact = source.publisher.contact if source else None
    return sender if sender.email or not contact or "@" not in contact else replace(sender, email=contact)
