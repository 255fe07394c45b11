"""What pages tell crawlers about themselves."""

from __future__ import annotations

import pytest

from rights.extract.robots import find_robots
from tests.extract.pages import document


@pytest.mark.parametrize(
    ("head", "header", "noindex", "directives"),
    [
        ("", "", False, ()),
        ("<meta name=robots content='NOINDEX, follow'>", "", True, ("noindex", "follow")),
        ("<meta name=Googlebot content=noindex>", "", True, ("noindex",)),
        ("<meta name=Googlebot-News content=noindex>", "", False, ("googlebot-news:noindex",)),
        ("<meta name=robots content=none>", "", True, ("none",)),
        ("<meta name=robots content='index, max-snippet:-1'>", "", False, ("index", "max-snippet:-1")),
        ("", "noindex, nofollow", True, ("noindex", "nofollow")),
        ("", "googlebot: noindex", True, ("noindex",)),
        ("", "otherbot: noindex, nofollow", False, ("otherbot:noindex", "otherbot:nofollow")),
        ("", "unavailable_after: 25 Jun 2010 15:00:00 PST", False, ("unavailable_after: 25 jun 2010 15:00:00 pst",)),
        ("<meta name=robots content=noindex><meta name=robots content=noarchive>", "", True, ("noindex", "noarchive")),
    ],
)
def test_meta_and_header(head: str, header: str, noindex: bool, directives: tuple[str, ...]) -> None:
    found = find_robots(document("<p>x</p>", head=head, **({"x_robots_tag": header} if header else {})))
    assert (found.noindex, found.directives) == (noindex, directives)


def test_noarchive_and_nofollow_are_told() -> None:
    found = find_robots(document("<p>x</p>", head="<meta name=robots content='noarchive,nofollow'>"))
    assert (found.noindex, found.noarchive, found.nofollow) == (False, True, True)
