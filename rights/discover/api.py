"""Asking an interface that answers in JSON: what every such source has in common."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from rights.discover.lead import Budget
from rights.errors import FetchError, SourceError
from rights.fetch import Fetcher, Limits
from rights.fetch.pace import retry_after_seconds
from rights.model import Page

#: An interface gives at most some hundred results an answer.
LIMITS = Limits(body=8 * 1024 * 1024, redirects=2)


class Spent(Exception):
    """The budget has no request left."""


def ask(
    fetcher: Fetcher,
    source: str,
    url: str,
    parameters: Mapping[str, object],
    budget: Budget,
    *,
    headers: Mapping[str, str] | None = None,
    accept: str = "application/json",
    obey_robots: bool = False,
) -> Page:
    """One request; parameters that are None are left out.

    Any status but 200 is given back too: interfaces say much by it.  Raises `Spent`, and `SourceError` when no answer
    could be had.
    """
    if not budget.request():
        raise Spent
    given = {name: str(value) for name, value in parameters.items() if value is not None}
    mark = "&" if "?" in url else "?"
    address = f"{url}{mark}{urlencode(given, quote_via=quote)}" if given else url
    try:
        return fetcher.fetch(address, accept=accept, headers=headers, obey_robots=obey_robots, limits=LIMITS)
    except FetchError as failed:
        raise SourceError(source, failed.why, getattr(failed, "after", None)) from failed


def refused(source: str, page: Page, why: str = "") -> SourceError:
    """The error for an answer that is not 200: its status, what it says, and when to come again."""
    after = retry_after_seconds(page.headers.get("retry-after"))
    if after is None and (page.status == 429 or page.status >= 500):
        after = 60.0
    said = " ".join(page.body[:300].decode("utf-8", "replace").split())
    return SourceError(source, f"answered {page.status}: {why or said or 'without a word'}", after)


def read_json(source: str, page: Page) -> Any:
    """The JSON of an answer; raises `SourceError` for anything else, quoting its beginning."""
    try:
        return json.loads(page.body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as wrong:
        said = " ".join(page.body[:200].decode("utf-8", "replace").split())
        raise SourceError(source, f"answered no JSON: {said!r}") from wrong


def read_object(source: str, page: Page, *names: str) -> dict[str, Any]:
    """The object of an answer, which has at least one of the names; raises `SourceError` for an error told with 200.

    What has none of them is not "nothing found": it is another kind of answer.
    """
    answer = read_json(source, page)
    if isinstance(answer, dict) and any(name in answer for name in names):
        return answer
    said = " ".join(page.body[:200].decode("utf-8", "replace").split())
    raise SourceError(source, f"answered JSON of another form: {said}")


def objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list; an empty list for anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text(value: object) -> str | None:
    """The value where it is text that says something."""
    return value.strip()[:4000] if isinstance(value, str) and value.strip() else None
