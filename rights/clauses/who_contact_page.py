"""``who.contact_page``: the republishing site shows how it can be reached."""

from __future__ import annotations

import re
from typing import Literal

from rights import urls
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Link, Reason

_CONTACT = re.compile(
    r"\b(?:contact|kontakt|impressum|imprint|legal notice|about(?: us)?|über uns|contacto|contatto|contatti|contato|mentions légales|nous contacter|aviso legal"
    r"|feedback|get in touch|reach us|masthead|staff)\b",
    re.IGNORECASE,
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
        return self.violated(
            "no way to reach the site is shown on the page",
            [searched(case.copy, "the links")],
            "Link a contact page or an imprint.",
        )

    def _reaches(self, case: Case, link: Link) -> bool:
        href = link.href.lower()
        if href.startswith(("mailto:", "tel:")):
            return not any(domain in href for domain in case.domains)
        if not (_CONTACT.search(link.text) or _CONTACT.search(href.rstrip("/").rsplit("/", 1)[-1].replace("-", " "))):
            return False
        own = case.copy.address
        inside = not urls.is_web(link.href) or own is None or urls.same_site(link.href, own)
        return inside and not case.owns(link.href)
