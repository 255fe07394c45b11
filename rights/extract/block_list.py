"""A user's own block list (EasyList's syntax) as further evidence of advertising, with the rule that matched.

Needs the extra ``adblock``; no list comes with this program.  Lists against tracking are no evidence of advertising:
they name analytics and fonts that authorities and charities use, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from rights.errors import MissingExtra
from rights.extract.commercial_ad_tables import PIXEL

_KINDS = {
    "script": "script",
    "iframe": "subdocument",
    "img": "image",
    "embed": "object",
    "object": "object",
    "amp-ad": "subdocument",
    "amp-img": "image",
}
_MAX_ADDRESSES = 400


class Match(NamedTuple):
    """An address that the page loads and the rule of the list that would block it."""

    url: str
    rule: str


class BlockList:
    """Network rules, compiled once; about 60 MB and 0.2 s for a list of 80,000 rules."""

    def __init__(self, texts: Iterable[str]) -> None:
        try:
            adblock: Any = import_module("adblock")
        except ImportError as missing:
            raise MissingExtra("a block list", "adblock") from missing
        rules = adblock.FilterSet(debug=True)
        for text in texts:
            rules.add_filter_list(text)
        self._engine = adblock.Engine(rules, optimize=False)

    def first_match(self, page: str, resources: Sequence[tuple[str, str]]) -> Match | None:
        """The first address (with its tag) that a rule of the list blocks on this page; pixels are left out."""
        for url, tag in resources[:_MAX_ADDRESSES]:
            address = f"https:{url}" if url.startswith("//") else url
            if not address.startswith("http") or PIXEL.search(address):
                continue
            result = self._engine.check_network_urls(address, page or address, _KINDS.get(tag, "other"))
            if result.matched and not result.exception:
                return Match(address, str(result.filter or "a rule of the list"))
        return None
