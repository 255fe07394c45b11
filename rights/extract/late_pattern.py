"""Patterns that are compiled when they are first asked: large tables cost nothing until a literal calls for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any


class LatePattern:
    """A regular expression that is compiled on its first use; then its methods are the compiled pattern's own."""

    compiled: re.Pattern[str]
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called only until the pattern is compiled: nothing else is missing."""
        if name not in ("compiled", "search", "match", "fullmatch", "finditer"):
            raise AttributeError(name)
        self.compiled = re.compile(self._source, self._flags)
        self.search = self.compiled.search
        self.match = self.compiled.match
        self.fullmatch = self.compiled.fullmatch
        self.finditer = self.compiled.finditer
        return getattr(self, name)
