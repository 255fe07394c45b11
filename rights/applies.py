"""For which original, medium, kind of republisher and date a policy is the one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import model_validator

from rights.clause import Medium
from rights.kinds import kinds_in, within
from rights.publisher import Written


class Applies(Written):
    """For which original, medium, kind of republisher and date a policy is the one; an empty part means any.

    ``paths`` are prefixes of the original's path (editions), ``languages`` of the original's language.  ``since`` and
    ``until`` (inclusive) compare with the date of the original, or of the copy where ``date_basis`` says so.
    ``only_by_item`` keeps a policy for originals whose own marker chooses it.
    """

    paths: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    medium: tuple[Medium, ...] = ()
    kind: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    date_basis: Literal["original", "copy"] = "original"
    only_by_item: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Applies:
        if self.since and self.until and self.since > self.until:
            raise ValueError("since is later than until, expected the earlier date first")
        return self


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a policy is chosen by: facts about the original, the copy and who republishes."""

    path: str = "/"
    language: str | None = None
    medium: str = Medium.WEB
    kind: str | None = None
    published: date | None = None
    copied: date | None = None
    marks: str = ""
    licences: tuple[str, ...] = ()


def later(one: Applies, other: Applies) -> bool:
    return (one.until or date.max, one.since or date.min) > (other.until or date.max, other.since or date.min)


def fits(applies: Applies, given: Circumstances) -> bool | None:
    """Whether a policy is for these circumstances; None where only a date that is not known could say."""
    if applies.only_by_item:
        return False
    if applies.paths and not any(_path_under(given.path, prefix) for prefix in applies.paths):
        return False
    if applies.languages and not (given.language or "").lower().startswith(tuple(map(str.lower, applies.languages))):
        return False
    if applies.medium and given.medium not in applies.medium:
        return False
    if applies.kind and not within(kinds_in(given.kind), applies.kind):
        return False
    if applies.since is None and applies.until is None:
        return True
    day = given.published if applies.date_basis == "original" else given.copied
    return None if day is None else (applies.since or date.min) <= day <= (applies.until or date.max)


def _path_under(path: str, prefix: str) -> bool:
    return path == prefix.rstrip("/") or path.startswith(prefix if prefix.endswith("/") else prefix + "/")


def _date_overlap(one: Applies, other: Applies) -> bool:
    if one.date_basis != other.date_basis:
        return True
    starts = max(one.since or date.min, other.since or date.min)
    return starts <= min(one.until or date.max, other.until or date.max)


def _within(narrow: Iterable[str], wide: Iterable[str], prefix: bool = False) -> bool:
    """True when every value of ``narrow`` is covered by ``wide``; nothing given means everything."""
    narrow, wide = tuple(narrow), tuple(wide)
    if not wide:
        return True
    if not narrow:
        return False
    return all(any(n.startswith(w) if prefix else n == w for w in wide) for n in narrow)


def _overlap(one: Iterable[str], other: Iterable[str], prefix: bool = False) -> bool:
    one, other = tuple(one), tuple(other)
    if not one or not other:
        return True
    return any(a.startswith(b) or b.startswith(a) if prefix else a == b for a in one for b in other)


def ambiguous(one: Applies, other: Applies) -> bool:
    """True when both could be chosen: they overlap and neither is the narrower in every respect."""
    if one.only_by_item or other.only_by_item:
        return False
    dimensions = (
        (one.paths, other.paths, True),
        (one.languages, other.languages, True),
        (one.medium, other.medium, False),
        (one.kind, other.kind, False),
    )
    if not (_date_overlap(one, other) and all(_overlap(a, b, p) for a, b, p in dimensions)):
        return False
    return not (narrower(one, other) or narrower(other, one))


def narrower(one: Applies, other: Applies) -> bool:
    """True when ``one`` is a special case of ``other``."""
    inside = (
        _within(one.paths, other.paths, True)
        and _within(one.languages, other.languages, True)
        and _within(one.medium, other.medium)
        and _within(one.kind, other.kind)
        and (one.since or date.min) >= (other.since or date.min)
        and (one.until or date.max) <= (other.until or date.max)
    )
    parts = ("paths", "languages", "medium", "kind", "since", "until")
    return inside and any(getattr(one, part) != getattr(other, part) for part in parts)
