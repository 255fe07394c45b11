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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class=byline>Par Jeanne Dune avec AFP</p>", ("Jeanne Dune",)),
        ("<p class=firma>Lucía Dunas Niño y José Junco</p>", ("Lucía Dunas Niño", "José Junco")),
        ("<p class=autore>di Marta Dune e Luca Canna</p>", ("Marta Dune", "Luca Canna")),
        ("<p class=auteur>Door Piet de Boer en Anna van der Velde</p>", ("Piet de Boer", "Anna van der Velde")),
        ("<p class=autor>Por Ana de Souza e Silva</p>", ("Ana de Souza e Silva",)),
        ("<p class=author>Tekst: Jan Trzcina, zdjęcia: Ewa Lis</p>", ("Jan Trzcina",)),
        ("<p class=byline>Words: Jane Roe. Photographs: Lena Reed</p>", ("Jane Roe",)),
        ("<p class=author>作者：王芦 编辑：李强</p>", ("王芦",)),
        ("<p class=author>文・佐藤葦子</p>", ("佐藤葦子",)),
        ("<p class=author>佐藤葦子（記者）</p>", ("佐藤葦子",)),
        ("<p class=author>글 김갈대 · 사진 이두리</p>", ("김갈대",)),
        ("<p class=author>Dr. med. Nele Harms</p>", ("Nele Harms",)),
        ("<p class=reporter>김갈대 기자 reed@news.example</p>", ("김갈대",)),
    ],
)
def test_the_writers_of_a_byline_are_told_from_what_stands_beside_them(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<h1>Minutes of the meeting</h1>{line}") == names


def test_a_name_that_a_catalogue_turned_is_turned_back() -> None:
    html = f"<html><head><meta name=citation_author content='Roe, Jane'></head><body><h1>Minutes</h1><p>Jane Roe</p>{_TEXT}</body></html>"
    assert extract(Page(body=html.encode(), headers={"content-type": "text/html"})).authors == ("Jane Roe",)
