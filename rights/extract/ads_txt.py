"""ads.txt 1.1 (IAB Tech Lab): who may sell a site's advertising space, and whether it sells any."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rights import urls
from rights.patterns import late

#: Characters and lines that are read; the largest files met on the web have some 10,000 lines.
MAX_CHARS, MAX_LINES = 2_000_000, 40_000

_VARIABLES = frozenset(("CONTACT", "SUBDOMAIN", "INVENTORYPARTNERDOMAIN", "OWNERDOMAIN", "MANAGERDOMAIN"))
_DOMAIN = late(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+", re.IGNORECASE)
_PLACEHOLDER = "placeholder.example.com"


@dataclass(frozen=True, slots=True)
class Seller:
    """One record: the advertising system, the account in it, DIRECT or RESELLER, the certification id."""

    system: str
    account: str
    relation: str
    certification: str | None = None


@dataclass(frozen=True, slots=True)
class AdsTxt:
    """A file's records and variables.

    ``placeholder`` is True where the file says that nothing is sold; an empty file says nothing (``sellers`` empty and
    no placeholder).  ``wrong`` are the numbers of lines that could not be read, ``rejected`` why the whole file is none.
    """

    sellers: tuple[Seller, ...] = ()
    variables: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    placeholder: bool = False
    wrong: tuple[int, ...] = ()
    rejected: str | None = None

    @property
    def direct(self) -> int:
        """The number of systems that the site sells through itself."""
        return len({seller.system for seller in self.sellers if seller.relation == "DIRECT"})

    @property
    def owner(self) -> str | None:
        """The domain of the company that owns the site, as the file says."""
        return next(iter(self.variables.get("OWNERDOMAIN", ())), None)

    @property
    def subdomains(self) -> tuple[str, ...]:
        """Subdomains that have a file of their own, which counts for them instead of this one."""
        return self.variables.get("SUBDOMAIN", ())

    @property
    def summary(self) -> str:
        """The file in one line."""
        systems = len({seller.system for seller in self.sellers})
        owner = f", owner {self.owner}" if self.owner else ""
        return f"ads.txt: {len(self.sellers)} records of {systems} systems, {self.direct} direct{owner}"


def parse_ads_txt(text: str, media_type: str | None = None) -> AdsTxt:
    """Read a file; a soft 404 in HTML is rejected, a wrong line is skipped and numbered.  Never raises."""
    text = text[:MAX_CHARS].lstrip("\ufeff")
    if text.lstrip()[:1] == "<" or (media_type or "").split(";")[0].strip().lower() in (
        "text/html",
        "application/xhtml+xml",
    ):
        return AdsTxt(rejected="html")
    sellers: dict[Seller, None] = {}
    variables: dict[str, list[str]] = {}
    wrong: list[int] = []
    placeholder = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text)[:MAX_LINES], start=1):
        line = line.split("#", 1)[0].strip().strip("\u200b\xa0")
        if not line:
            continue
        name, equals, value = line.partition("=")
        if equals and name.strip().upper() in _VARIABLES and "," not in name:
            cleaned = value.split(";", 1)[0].strip()
            if cleaned:
                variables.setdefault(name.strip().upper(), []).append(cleaned)
            continue
        seller = _seller(line)
        if seller is None:
            wrong.append(number)
        elif seller.system == _PLACEHOLDER:
            placeholder = True
        else:
            sellers[seller] = None
    return AdsTxt(
        tuple(sellers),
        MappingProxyType({name: tuple(values) for name, values in variables.items()}),
        placeholder and not sellers,
        tuple(wrong[:1_000]),
    )


def _seller(line: str) -> Seller | None:
    fields = [field.strip() for field in line.split(";", 1)[0].split(",")]
    if len(fields) < 3 or not fields[1] or not _DOMAIN.fullmatch(fields[0]):
        return None
    relation = fields[2].split()[0].upper() if fields[2] else ""
    if fields[0].lower() == _PLACEHOLDER:
        return Seller(_PLACEHOLDER, fields[1], relation)
    if relation not in ("DIRECT", "RESELLER"):
        return None
    return Seller(fields[0].lower(), fields[1], relation, fields[3] if len(fields) > 3 and fields[3] else None)


def ads_txt_address(url: str, root: AdsTxt | None = None) -> str | None:
    """Where the file that counts for a page stands: its registered domain, or its host where the root's file says so."""
    site, host = urls.site(url), urls.host(url)
    if site is None or host is None:
        return None
    scheme = "http" if url.lower().startswith("http:") else "https"
    delegated = root is not None and any(host == sub.lower() for sub in root.subdomains)
    return f"{scheme}://{host if delegated else site}/ads.txt"
