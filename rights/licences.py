"""Licence labels: which licence an identifier or an address means, and how two of them compare."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rights.model import Licence
from rights.patterns import late

_DEED = late(
    r"creativecommons\.org/(?:licen[sc]es/(?P<kind>by(?:-nc)?(?:-(?:sa|nd))?|nc|nd|sa)/(?P<version>\d\.\d)(?:/(?P<port>[a-z]{2,4})(?![a-z.]))?"
    r"|publicdomain/(?P<pd>zero|mark)/(?P<pdv>\d\.\d))",
    re.IGNORECASE,
)
_SPDX = late(
    r"^CC-(?P<kind>BY(?:-NC)?(?:-(?:SA|ND))?)(?:-(?P<version>\d\.\d)(?:-(?P<port>[A-Z]{2,4}))?)?$", re.IGNORECASE
)
_TEXT = late(
    r"\bCC[ -](?P<kind>BY(?:[ -]NC)?(?:[ -](?:SA|ND))?)(?![\w-])(?:[ -]?(?:v\.? ?)?(?P<version>\d\.\d))?",
    re.IGNORECASE,
)
_NAME = late(
    r"\bAttribution(?P<nc>[ -]+Non-?Commercial)?(?:[ -]+(?:(?P<sa>Share-?Alike)|(?P<nd>No-?Deriv\w*)))?"
    r"(?:[ -]+(?P<version>\d\.\d)|[ \w-]{0,24}?\b(?P<later>\d\.\d))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A Creative Commons licence: its family (``BY-NC-ND``), version and port, the last two where they are given."""

    family: str
    version: str | None = None
    port: str | None = None

    def fits(self, wanted: Label) -> bool:
        """True when this label names the wanted licence; a version or port that is not given is no contradiction."""
        if self.family != wanted.family:
            return False
        return self.version is None or wanted.version is None or self.version == wanted.version

    def __str__(self) -> str:
        return " ".join(part for part in ("CC", self.family, self.version, self.port) if part)


def label(spdx: str | None) -> Label | None:
    """The Creative Commons licence that an identifier names, or None."""
    found = _SPDX.match(spdx or "")
    if not found:
        return None
    port = found["port"]
    return Label(found["kind"].upper(), found["version"], port.upper() if port else None)


def label_at(href: str | None) -> Label | None:
    """The Creative Commons licence whose deed an address is, or None."""
    found = _DEED.search(href or "")
    if not found or not found["kind"]:
        return None
    port = found["port"]
    return Label(found["kind"].upper(), found["version"], port.upper() if port else None)


def label_in(text: str) -> Label | None:
    """The Creative Commons licence that a text names, in its short form (``CC BY-ND 4.0``) or in full."""
    found = _TEXT.search(text)
    if found:
        return Label(found["kind"].upper().replace(" ", "-"), found["version"])
    named = _NAME.search(text) if "creative commons" in text.lower() else None
    if not named:
        return None
    family = "BY" + ("-NC" if named["nc"] else "") + ("-SA" if named["sa"] else "-ND" if named["nd"] else "")
    return Label(family, named["version"] or named["later"])


def label_of(licence: Licence) -> Label | None:
    """What a licence mark on a page names: by its identifier, else its address, else its words."""
    return label(licence.spdx) or label_at(licence.href) or label_in(licence.text or "")


def deed(wanted: Label) -> str:
    """The address of the licence's deed."""
    version = wanted.version or "4.0"
    port = f"{wanted.port.lower()}/" if wanted.port else ""
    return f"https://creativecommons.org/licenses/{wanted.family.lower()}/{version}/{port}"


#: Licences under which an adaptation of a share-alike work may be published (creativecommons.org/compatiblelicenses).
COMPATIBLE = {
    "BY-SA": frozenset({"BY-SA", "GPL-3.0", "FAL-1.3"}),
    "BY-NC-SA": frozenset({"BY-NC-SA"}),
}
