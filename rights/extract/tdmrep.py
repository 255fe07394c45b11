"""TDMRep: a page's reservation against text and data mining, from the site's file, headers and meta tags.

Later places win and absence never resets: ``/.well-known/tdmrep.json``, then HTTP headers, then meta tags.  Only the
values 0 and 1 count; a policy is ignored where nothing is reserved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

_MAX_CHARS = 500_000
_MAX_RULES = 500


@dataclass(frozen=True, slots=True)
class Reservation:
    """What applies to one page: ``reserved`` is None where nobody said anything; ``where`` is file, header or meta."""

    reserved: bool | None = None
    policy: str | None = None
    where: str | None = None


def reservation(
    meta: Mapping[str, Sequence[str]], headers: Mapping[str, str], file: str | None = None, url: str | None = None
) -> Reservation:
    """The reservation that applies to ``url``; ``file`` is the text of the site's tdmrep.json, header names lower-case."""
    found = Reservation()
    if file and url:
        found = _later(found, *_from_file(file, url), "file")
    found = _later(found, headers.get("tdm-reservation"), headers.get("tdm-policy"), "header")
    return _later(found, _first(meta.get("tdm-reservation")), _first(meta.get("tdm-policy")), "meta")


def _first(values: Sequence[str] | None) -> str | None:
    return values[0] if values else None


def _later(earlier: Reservation, value: object, policy: object, where: str) -> Reservation:
    reserved = _flag(value)
    if reserved is None:
        return earlier
    kept = policy.strip() if reserved and isinstance(policy, str) and policy.strip() else None
    return Reservation(reserved, kept, where)


def _flag(value: object) -> bool | None:
    if isinstance(value, bool) or value is None:
        return None
    return {"1": True, "0": False}.get(str(value).strip())


def _from_file(file: str, url: str) -> tuple[object, object]:
    """The value and the policy of the first rule whose location covers the address."""
    if len(file) > _MAX_CHARS:
        return None, None
    try:
        rules = json.loads(file.lstrip("\ufeff"))
        parts = urlsplit(url)
    except (ValueError, RecursionError):
        return None, None
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    for rule in rules[:_MAX_RULES] if isinstance(rules, list) else ():
        if isinstance(rule, dict) and isinstance(rule.get("location"), str) and covers(rule["location"], path):
            return rule.get("tdm-reservation"), rule.get("tdm-policy")
    return None, None


def covers(pattern: str, path: str) -> bool:
    """True when a path matches a pattern of RFC 9309: a prefix with ``*`` for anything and ``$`` for the end."""
    anchored = pattern.endswith("$")
    pieces = re.split(r"\*+", pattern[:-1] if anchored else pattern)
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for number, piece in enumerate(pieces[1:], start=1):
        if anchored and number == len(pieces) - 1:
            return path.endswith(piece) and len(path) - len(piece) >= at
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return not anchored or at == len(path)
