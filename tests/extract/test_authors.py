"""Authors in the block that holds the title, below a line break: pages laid out by tables."""

from __future__ import annotations

import pytest

from rights.extract.article import extract
from rights.model import Page

_TEXT = "<p>The committee met on Tuesday to review the budget and heard from eleven residents about the roads.</p>" * 6


def authors(head: str) -> tuple[str, ...]:
    html = f"<html><head><title>Minutes of the meeting</title></head><body><table><tr><td>{head}</td></tr><tr><td>{_TEXT}</td></tr></table></body></html>"
    return extract(Page(body=html.encode(), headers={"content-type": "text/html"})).authors


@pytest.mark.parametrize(
    "head",
    [
        "<font size=5>Minutes of the meeting</font><br><b>by Jane Roe</b>",
        "<b>Minutes of the meeting</b><br><span class=author>Jane Roe</span><br>May 3, 2004",
        "Minutes of the meeting<br><em class=author>Jane Roe</em>",
        "<h1>Minutes of the meeting<br><small>by Jane Roe</small></h1>",
        "<h1>Minutes of the meeting</h1>May 3, 2004<br><span class=byline>Jane Roe</span>",
    ],
)
def test_an_author_below_the_title_in_its_own_block_is_read(head: str) -> None:
    assert authors(head) == ("Jane Roe",)


@pytest.mark.parametrize(
    "head",
    [
        "<h1>Minutes of the meeting<br><small>by noon the fleet was gone</small></h1>",
        "<b>Minutes of the meeting</b><br>City Hall, Reedmark<br>May 3, 2004",
        "<b>Minutes of the meeting</b><br><span class=place>Jane Roe</span>",
    ],
)
def test_a_second_line_that_does_not_say_so_is_no_author(head: str) -> None:
    assert authors(head) == ()
