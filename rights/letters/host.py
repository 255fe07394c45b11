"""Who hosts a page, as far as it can be told without asking a third party, and what remains unknown."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass

from rights import urls
from rights.letters.contact import Contact, Fetch, contacts_of_site
from rights.model import Page

#: The name that an IP address is given in the DNS by whoever runs it; None where it has none.
Reverse = Callable[[str], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """What is known of it: the ``platform`` whose name the site's own ends with, the IP ``address`` that sent the page and its ``name``."""

    site: str | None = None
    platform: str | None = None
    address: str | None = None
    name: str | None = None
    contacts: tuple[Contact, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """For the sender: what is known of the host, and what is not."""
        told = []
        if self.platform:
            found = "its contacts are listed" if self.contacts else "no contact was found on its pages"
            told.append(f"{self.site} is a part of {self.platform}, which hosts it: {found}.")
        if self.address:
            name = f" ({self.name})" if self.name else ""
            told.append(
                f"The page was sent from {self.address}{name}: whoever runs that address hosts the page, or only stands in front of its host."
            )
        if not self.platform:
            told.append(
                "Which service hosts the page is not known: a registry's RDAP or whois tells who runs the address."
            )
        told.append(
            f"By convention (RFC 2142) abuse@{self.platform or self.site} reaches somebody; nothing that was read confirms it."
            if self.platform or (self.site and ":" not in self.site) else "The site has no domain of its own."
        )  # fmt: skip
        told.append(
            "The Copyright Office's directory of designated agents was not asked: look there before you send a DMCA notice."
        )
        return tuple(told)


def find_host(copy: Page, fetch: Fetch, reverse: Reverse = lambda address: None) -> Host:
    """Look for the host of a page: by its platform's own pages and by the address that sent it; nothing is guessed."""
    address = copy.final_url or copy.url
    name = urls.host(address) or ""
    platform = urls.platform(name)
    found = contacts_of_site(f"https://{platform}/", fetch, notices=True) if platform else []
    peer = copy.peer if copy.peer and ipaddress.ip_address(copy.peer.partition("%")[0]).is_global else None
    return Host(
        site=urls.site(address),
        platform=platform,
        address=peer,
        name=reverse(peer) if peer else None,
        contacts=tuple(
            Contact(address=one.address, where=f"the host's {one.where}", found_at=one.found_at) for one in found
        ),
    )
