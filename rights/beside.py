"""What was looked at beside a page to judge it: the article's further pages, and what is behind its links."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rights.model import Page


class Kind(StrEnum):
    """Why an address was visited beside the page."""

    FURTHER = "further"  # the article goes on there
    LINKED = "linked"  # only a look could tell where a link of the copy leads


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One address that was visited beside a page, in the order of the visits.

    ``page`` is None where nothing could be had, or where whoever sent the page along knows it.  ``lost`` says that there
    was a page, of which the body is no longer kept.
    """

    address: str
    kind: Kind
    page: Page | None = None
    lost: bool = False
