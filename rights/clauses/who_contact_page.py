"""``who.contact_page``: the republishing site shows how it can be reached."""

from __future__ import annotations

import re
from typing import Literal

from rights import urls
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Link, Position, Reason, message
from rights.patterns import late

_CONTACT = late(
    r"\b(?:contact\w*|kontakt\w*|impressum|imprint|legal notice|about(?: us)?|über uns|wir über uns|contatt[oi]|contato|mentions l[ée]gales|aviso legal"
    r"|nous (?:joindre|[ée]crire|contacter)|qui (?:nous )?sommes|who we are|sobre n[oó]s|qui[ée]nes somos|chi siamo|o nas|о нас|контакты|联系|お問い合わせ"
    r"|feedback|get in touch|reach us|write to us|masthead|staff|r[ée]daction|redaktion|help|hilfe|aide|support|customer service|service [àa] la client[èe]le)\b",
    re.IGNORECASE,
)
#: The account of somebody at a service that we do not know by name.
_PROFILE = late(r"/@[\w.]+/?$|/(?:channel|user|company)/[\w.-]+/?$", re.IGNORECASE)
_ACCOUNTS = frozenset(
    (
        "facebook.com",
        "twitter.com",
        "x.com",
        "instagram.com",
        "linkedin.com",
        "mastodon.social",
        "bsky.app",
        "t.me",
        "github.com",
    )
)


class WhoContactPage(Clause):
    """A contact page, an imprint, an address for mail or a telephone number is linked somewhere on the page."""

    type: Literal["who.contact_page"] = "who.contact_page"

    def evaluate(self, case: Case) -> Finding:
        for link in case.copy.links:
            if self._reaches(case, link):
                return self.passed(
                    "the site shows how it can be reached",
                    [Evidence(exact=link.text or link.href, selector=link.selector)],
                )
        if not case.copy.links:
            return self.incomplete(Reason.UNDECIDABLE, "the page's links are not at hand")
        beside = [link for link in case.copy.links if link.position is Position.OUTSIDE]
        own = any(not urls.is_home(link.href) and not self._is_elsewhere(case, link) for link in beside)
        profile = [link for link in beside if "me" in link.rel or _PROFILE.search(link.href)]
        if profile or not own:
            text = message("no contact is linked on this page; whether another page of the site shows one was not read")
            return self.incomplete(
                Reason.UNDECIDABLE, text, [Evidence(exact=link.text or link.href) for link in profile[:2]]
            )
        return self.violated(
            "no way to reach the site is shown on the page",
            [searched(case.copy, "the links")],
            "Link a contact page or an imprint.",
        )

    @staticmethod
    def _is_elsewhere(case: Case, link: Link) -> bool:
        return (
            urls.is_web(link.href)
            and case.copy.address is not None
            and not urls.same_site(link.href, case.copy.address)
        )

    def _reaches(self, case: Case, link: Link) -> bool:
        href = link.href.lower()
        if href.startswith(("mailto:", "tel:")):
            return not any(domain in href for domain in case.domains)
        if urls.site(href) in _ACCOUNTS and link.position is Position.OUTSIDE:
            return "share" not in href and "intent" not in href
        last = re.sub(r"[-_.]", " ", href.rstrip("/").rsplit("/", 1)[-1])
        if not (_CONTACT.search(link.text) or _CONTACT.search(link.text.replace(" ", "")) or _CONTACT.search(last)):
            return False
        own = case.copy.address
        inside = not urls.is_web(link.href) or own is None or urls.same_site(link.href, own)
        return inside and not case.owns(link.href)
