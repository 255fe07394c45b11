"""Where an answer sends us on to."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urldefrag, urljoin, urlsplit

from rights.errors import TooLarge, Unreachable

_REDIRECTS = {301, 302, 303, 307, 308}

_VALIDATORS = {"if-none-match", "if-modified-since"}
#: Request headers that say who we are to one host.
_SECRET = {"authorization", "cookie", "proxy-authorization", "x-subscription-token", "x-api-key"}


def the_location(url: str, locations: Sequence[str]) -> str | None:
    """The one Location of an answer; raises `Unreachable` where there are several that differ.

    Joined, as HTTP joins repeated headers, they would name a page that does not exist, and its 404 would pass for a
    copy that is gone.
    """
    if len(set(locations)) > 1:
        raise Unreachable(url, f"redirects to {len(locations)} places at once")
    return locations[0] if locations else None


def target(url: str, status: int, location: str | None) -> str | None:
    """The absolute address that an answer redirects to, without fragment; None where it redirects nowhere.

    A Location header comes as latin-1; servers that put UTF-8 there mean UTF-8.
    """
    if status not in _REDIRECTS or location is None or not location.strip():
        return None
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urldefrag(urljoin(url, location.strip())).url
    except ValueError as wrong:
        raise Unreachable(url, f"redirects to {location[:200]!r}, which is no address") from wrong


def follow(seen: list[str], to: str, limit: int) -> None:
    """Add the next address of a chain; raises `TooLarge` for a loop and for too many redirects."""
    if to in seen:
        raise TooLarge(seen[0], f"redirects in a circle: {to} was already asked for")
    if len(seen) > limit:
        raise TooLarge(seen[0], f"more than {limit} redirects")
    seen.append(to)


def for_next(headers: dict[str, str], url: str, to: str) -> dict[str, str]:
    """The request headers for the next hop: secrets stay with their origin, validators with their host.

    An ETag such as ``"1"`` may stand for any page elsewhere: a 304 from another host would pass that for the old page.
    """
    dropped: set[str] = set()
    if _origin(url) != _origin(to):
        dropped |= _SECRET
    if _bare_host(url) != _bare_host(to):
        dropped |= _VALIDATORS
    return {name: value for name, value in headers.items() if name.lower() not in dropped}


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def _bare_host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
