"""Who the crawler says it is."""

from __future__ import annotations

from dataclasses import dataclass

from rights import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The crawler's name, and where its operator can be reached.

    ``product`` is the token that robots.txt files name; ``page`` explains the crawler and how to opt out; ``contact``
    is an e-mail address.
    """

    product: str = "RightsChecker"
    version: str = __version__
    page: str | None = None
    contact: str | None = None

    @property
    def user_agent(self) -> str:
        """The User-Agent header: token and version, then the page (marked ``+``) and the contact."""
        ways = [f"+{self.page}" if self.page else "", self.contact or ""]
        comment = "; ".join(_printable(way) for way in ways if way)
        return f"{self.product}/{self.version}" + (f" ({comment})" if comment else "")


def _printable(text: str) -> str:
    return "".join(character for character in text if 32 < ord(character) < 127 and character not in "()")
