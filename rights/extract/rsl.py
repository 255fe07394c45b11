"""RSL 1.0 (Really Simple Licensing): the licence documents that pages, feeds and robots.txt point to or hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, XMLParser

_MAX_CHARS = 500_000
_MAX_LICENCES = 50
#: Drafts had other names; they are read as the ones they became.
_ALIASES = {"train-ai": "ai-train", "inference": "use"}


@dataclass(frozen=True, slots=True)
class RslLicence:
    """One licence of a document: the paths it covers, what it permits and prohibits, what it asks for.

    ``permits`` and ``prohibits`` hold ``type=value`` items such as ``user=commercial``; ``server`` means that a
    licence must be obtained even where it is free.
    """

    url: str = "/"
    server: str | None = None
    permits: tuple[str, ...] = ()
    prohibits: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    terms: str | None = None

    @property
    def summary(self) -> str:
        """The licence in one line."""
        parts = [f"permits {item}" for item in self.permits] + [f"prohibits {item}" for item in self.prohibits]
        parts += [f"payment {item}" for item in self.payments]
        return "; ".join([f"RSL {self.url}", *parts, *(["server"] if self.server else [])])


def parse_rsl(text: str) -> tuple[RslLicence, ...]:
    """The licences of an RSL document; () for anything that is not one.  Entities are refused, size is bounded."""
    if len(text) > _MAX_CHARS or "<!DOCTYPE" in text or "<!ENTITY" in text:
        return ()
    parser = XMLParser()  # without a document type there are no entities to expand
    try:
        parser.feed(text.strip().lstrip("\ufeff"))
        root = parser.close()
    except (ParseError, ValueError):
        return ()
    found: list[RslLicence] = []
    for content in root.iter():
        if _name(content) != "content":
            continue
        terms = next((child.text.strip() for child in content if _name(child) == "terms" and child.text), None)
        for licence in content:
            if _name(licence) == "license" and len(found) < _MAX_LICENCES:
                found.append(_licence(content, licence, terms))
    return tuple(found)


def _licence(content: Element, licence: Element, terms: str | None) -> RslLicence:
    items: dict[str, list[str]] = {"permits": [], "prohibits": [], "payment": [], "standard": []}
    for child in licence.iter():
        name = _name(child)
        kind = (child.get("type") or "").strip().lower()
        if name in ("permits", "prohibits"):
            values = [value for value in re.split(r"[\s,]+", (child.text or "").lower()) if value]
            items[name] += [f"{kind or 'usage'}={_ALIASES.get(value, value)}" for value in values]
        elif name == "payment":
            items["payment"].append(_ALIASES.get(kind, kind) or "free")
        elif name in ("standard", "custom") and child.text:
            items["standard"].append(child.text.strip())
    return RslLicence(
        url=(content.get("url") or "/").strip(),
        server=content.get("server"),
        permits=tuple(items["permits"]),
        prohibits=tuple(items["prohibits"]),
        payments=tuple(items["payment"]),
        standards=tuple(items["standard"]),
        terms=terms,
    )


def _name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower()
