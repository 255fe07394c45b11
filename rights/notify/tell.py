"""Send what waits to be told: at the end of every sweep, and on ``rights notify send``."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from rights.errors import MissingExtra, NotSent
from rights.fetch import Fetcher
from rights.notify import mail, service, webhook
from rights.notify.notice import Notice, notice_of
from rights.settings import Settings
from rights.store import Store
from rights.store.subscriptions import Subscription

log = logging.getLogger("rights.notify")

LOCK = "notify"


@dataclass(frozen=True, slots=True)
class Told:
    """How many messages went out, are to be tried again, and were given up."""

    sent: int = 0
    later: int = 0
    given_up: int = 0


def tell(settings: Settings, store: Store, fetcher: Fetcher, clock: Callable[[], datetime]) -> Told:
    """Send every message whose time has come; one that fails is noted and tried again later, and hinders no other.

    While another process is at it, nothing is done here.
    """
    owner = f"notify-{uuid4().hex}"
    if not store.subscriptions.waiting(clock()) or not store.sweeps.acquire(LOCK, owner, clock()):
        return Told()
    sent = later = given_up = 0
    try:
        for message in store.subscriptions.waiting(clock()):
            store.sweeps.acquire(LOCK, owner, clock())
            wish = message.subscription
            try:
                send(wish, notice_of(message, desk=settings.base_url), settings, fetcher, clock())
            except (NotSent, MissingExtra) as failed:
                log.warning("subscription %s was not told: %s", wish.number, failed)
                again = store.subscriptions.failed(message, str(failed), clock())
                later, given_up = later + again, given_up + (not again)
            else:
                store.subscriptions.told(message, clock())
                sent += 1
    finally:
        store.sweeps.give_back(LOCK, owner)
    return Told(sent, later, given_up)


def send(wish: Subscription, notice: Notice, settings: Settings, fetcher: Fetcher, at: datetime) -> None:
    """Send one notice by the subscription's channel; raises `NotSent` or `MissingExtra`."""
    if wish.channel == "mail":
        mail.mail(wish.target, notice, settings)
    elif wish.channel == "webhook":
        webhook.call(wish.target, notice, wish.secret or "", at, fetcher)
    else:
        service.notify(wish.target, notice)
