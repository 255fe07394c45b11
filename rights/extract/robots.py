"""What a page tells crawlers about itself: robots meta tags and the X-Robots-Tag header."""

from __future__ import annotations

import re

from rights.extract.dom import Document
from rights.model import Robots
from rights.patterns import late

#: Whose directives count for all search engines alike; those of any other agent are kept with its name only.
_GENERAL = frozenset(("robots", "googlebot"))
_AGENT = late(r"robots|[a-z][a-z0-9_-]*bot(?:-[a-z]+)?|slurp|teoma|bingpreview", re.IGNORECASE)
#: Directives whose value follows a colon: not to be taken for an agent's name.
_VALUED = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")
_SPLIT = late(r"[,;]\s*")


def find_robots(document: Document) -> Robots:
    """The directives of the page; ``noindex`` and its like are True where they address all engines or Googlebot.

    ``directives`` are in lower case, those for another agent with its name in front (``googlebot-news:noindex``).
    """
    found: dict[str, None] = {}
    for name, contents in document.meta.items():
        if _AGENT.fullmatch(name):
            for content in contents:
                _add(found, "" if name in _GENERAL else name, content)
    header = document.page.headers.get("x-robots-tag")
    if header:
        _from_header(found, header)
    return Robots(
        noindex="noindex" in found or "none" in found,
        nofollow="nofollow" in found or "none" in found,
        noarchive="noarchive" in found or "nocache" in found,
        directives=tuple(found),
    )


def _from_header(found: dict[str, None], header: str) -> None:
    """Read a header value, several folded into one included: an agent's name holds until the next one."""
    agent = ""
    for part in _SPLIT.split(header):
        name, colon, rest = part.partition(":")
        if colon and name.strip().lower() not in _VALUED and _AGENT.fullmatch(name.strip()):
            agent = name.strip().lower()
            agent = "" if agent in _GENERAL else agent
            part = rest
        _add(found, agent, part)


def _add(found: dict[str, None], agent: str, content: str) -> None:
    for directive in _SPLIT.split(content):
        directive = " ".join(directive.lower().split())
        if directive and len(directive) <= 100 and len(found) < 60:
            found[f"{agent}:{directive}" if agent else directive] = None
