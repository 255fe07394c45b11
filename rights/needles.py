"""Literals that stand in every match of a pattern, read from its source: a text without them need not be searched."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from rights.compiled import kept, table_of

_REPEAT = r"(?P<times>[*+?]|\{\d*,?\d*\})[?+]?"
#: A group's opening, or what may be repeated: an escape, a set, an anchor, plain characters.
_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?:P<\w+>|[imsx-]*:|<?[=!]))?)"
    r"|(?:\\(?:\w|(?P<escape>\W))|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]|(?P<plain>[^\\()\[*+?{|.^$]+|.))"
    + f"(?:{_REPEAT})?",
    re.DOTALL,
)
_TIMES = re.compile(_REPEAT)
_OPTIONAL = ("*", "?", "{0", "{,")
#: At most this many groups are asked of a text, and a group holds at most this many literals.
_GROUPS, _LITERALS = 3, 64


class Holding(Protocol):
    """A text, or what else tells whether a literal stands in one."""

    def __contains__(self, literal: str, /) -> bool: ...


#: Literals of which one stands in every match.
Group = tuple[str, ...]
_TABLE = table_of(__file__)


@lru_cache(maxsize=4096)
def needles(source: str, ignore_case: bool = False) -> tuple[Group, ...]:
    """Groups of literals; a match of the pattern holds one literal of each group.  Empty: nothing is known.

    Sets, what must not stand there and what may be left out give no literal.  With ``ignore_case`` the literals are
    those of the match in lower case.
    """
    found: tuple[Group, ...] = kept(_TABLE, (source, ignore_case), lambda: _read(source, ignore_case))
    return found


def _read(source: str, ignore_case: bool) -> tuple[Group, ...]:
    groups = _Reader(source).alternatives()
    if ignore_case:  # a dotless i matches I, whose lower case is another letter
        groups = [tuple(x.lower() for x in group) for group in groups if not any("ı" in x for x in group)]
    useful = [group for group in groups if len(group) <= _LITERALS and _weight(group)]
    return tuple(sorted(useful, key=lambda group: (-_weight(group), len(group)))[:_GROUPS])


def may_match(source: str, text: Holding, ignore_case: bool = False) -> bool:
    """False where a text, all that the pattern is searched in, lacks what every match holds.

    With ``ignore_case`` the text is given in lower case.
    """
    for group in needles(source, ignore_case):
        for literal in group:
            if literal in text:
                break
        else:
            return False
    return True


def _weight(group: Group) -> int:
    """How rare a group is in a text: the length of its shortest literal; one letter of ASCII tells nothing."""
    shortest = min(group, key=len)
    return 0 if len(shortest) == 1 and shortest.isascii() else len(shortest)


class _Reader:
    """Reads a pattern's source from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0

    def alternatives(self) -> list[Group]:
        """What every match of the alternatives up to a closing bracket holds."""
        branches = [self._branch()]
        while self._source.startswith("|", self._at):
            self._at += 1
            branches.append(self._branch())
        self._at += 1
        if len(branches) == 1:
            return branches[0]
        ranked = [sorted(branch, key=_weight, reverse=True)[:2] for branch in branches]
        return [
            tuple({literal: None for group in groups for literal in group}) for groups in zip(*ranked, strict=False)
        ]

    def _branch(self) -> list[Group]:
        found: list[Group] = []
        run, source = "", self._source
        while self._at < len(source) and source[self._at] not in "|)":
            token = _TOKEN.match(source, self._at)
            assert token is not None  # the last alternative fits any character
            self._at = token.end()
            opened, literal, times = token["open"], token["plain"] or token["escape"] or "", token["times"]
            groups: list[Group] = []
            if opened is not None:
                groups = self.alternatives()
                after = _TIMES.match(source, self._at)
                times = after["times"] if after else None
                self._at = after.end() if after else self._at
            if literal and times is None:
                run += literal
                continue
            optional = times is not None and times.startswith(_OPTIONAL)
            run += literal[:-1] if optional else literal  # what is repeated is the last character
            if run:
                found.append((run,))
            run = ""
            if opened is not None and not optional and opened[-1] != "!":
                found += groups
        return [*found, (run,)] if run else found
