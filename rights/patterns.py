"""Patterns that are compiled when they are first asked: tables of hundreds cost nothing until a page calls for them."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

from rights.compiled import compiled

_METHODS = frozenset(
    ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "groupindex", "groups", "flags")
)


_all: list[_LatePattern] = []


class _LatePattern:
    """Stands for a `re.Pattern`; once compiled, its methods are the compiled pattern's own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags
        _all.append(self)

    def __getattr__(self, name: str) -> Any:
        """Called only until the pattern is compiled: nothing else is missing."""
        if name not in _METHODS:
            raise AttributeError(name)
        pattern: Any = compiled(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(self, name)


def late(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression that is compiled on its first use.

    Half of the start of a quick command was spent on patterns that its page never asked.  What `re`'s own functions
    take as a pattern it is not: call its methods.
    """
    return cast("re.Pattern[AnyStr]", _LatePattern(source, flags))


def compile_all() -> int:
    """Compile the late patterns that have been made so far; their number."""
    for pattern in _all:
        pattern.flags  # noqa: B018
    return len(_all)
