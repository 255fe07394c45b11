"""GDELT's DOC 2.0 interface: news pages of the last three months by phrase.

Limits: 250 articles an answer, one request in five seconds for everybody (less under load); errors come as text with
status 200.  Best effort: its refusals are frequent and say nothing about copies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rights.discover.api import ask, objects, refused, text
from rights.discover.lead import Budget, Lead
from rights.discover.search import quoted
from rights.errors import SourceError
from rights.fetch import Fetcher
from rights.model import Page
from rights.patterns import late

HOME = "https://api.gdeltproject.org/api/v2/doc/doc"
GAP = 5.0
_BAD_ESCAPE = late(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_SEEN = late(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")


class Gdelt:
    """The article list; ``timespan`` as the interface writes it, such as ``7d``."""

    name = "gdelt"

    def __init__(self, fetcher: Fetcher, *, home: str = HOME, timespan: str = "30d") -> None:
        self._fetcher = fetcher
        self._home = home
        self._timespan = timespan

    def search(self, phrase: str, budget: Budget) -> Iterator[Lead]:
        """The articles that hold the phrase."""
        parameters = {
            "query": quoted(phrase), "mode": "artlist", "format": "json", "maxrecords": 250, "timespan": self._timespan, "sort": "datedesc",
        }  # fmt: skip
        page = ask(self._fetcher, self.name, self._home, parameters, budget)
        self._fetcher.hold(self._home, GAP)
        if page.status != 200:
            raise refused(self.name, page)
        for article in objects(_read(page).get("articles")):
            if url := text(article.get("url")):
                yield Lead(
                    url=url, source=self.name, title=text(article.get("title")), published=_iso(article.get("seendate"))
                )


def _read(page: Page) -> dict[str, Any]:
    """The answer's object; backslashes that JSON does not know are mended, text is an error."""
    said = page.body.decode("utf-8", "replace").strip()
    try:
        answer = json.loads(_BAD_ESCAPE.sub(r"\\\\", said), strict=False)
    except (ValueError, RecursionError) as wrong:
        after = 60.0 if "limit" in said.lower() else None
        raise SourceError("gdelt", f"says: {' '.join(said[:200].split())}", after) from wrong
    if not isinstance(answer, dict) or (answer and "articles" not in answer):
        raise SourceError("gdelt", f"answered JSON of another form: {' '.join(said[:200].split())}")
    return answer


def _iso(value: object) -> str | None:
    found = _SEEN.fullmatch(value) if isinstance(value, str) else None
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else None
