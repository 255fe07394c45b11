"""Copyright lines: holder, year, and whether they are the article's, the site's or an image's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.extract.copyrights import read_copyright
from tests.extract.credit_pages import page, read


@pytest.mark.parametrize(
    ("line", "holder", "year"),
    [
        ("© 2021 Marsh Lane Media. All rights reserved.", "Marsh Lane Media", 2021),
        ("©2021 Marsh Lane Media", "Marsh Lane Media", 2021),
        ("Copyright © 1999-2021 by Kelpwater Press, Inc. All Rights Reserved.", "Kelpwater Press, Inc", 2021),
        ("Copyright Greta Lindholm 2018", "Greta Lindholm", 2018),
        ("(c) 2015 Oskar Brandvold", "Oskar Brandvold", 2015),
        ("© Tideline, 2019", "Tideline", 2019),
        ("Copyright © Greta Lindholm, Tideline, 2020", "Greta Lindholm, Tideline", 2020),
        ("© Nordlicht Verlag GmbH – Alle Rechte vorbehalten", "Nordlicht Verlag GmbH", None),
        ("Alle Rechte vorbehalten. © 2020 Nordlicht", "Nordlicht", 2020),
        ("© 2017 La Rive Gauche. Tous droits réservés", "La Rive Gauche", 2017),
        ("版权所有 © 2018 河口周报", "河口周报", 2018),
        ("Copyright 2020 The Associated Press. All rights reserved. This material may not be published.", "The Associated Press", 2020),
        ("All rights reserved.", None, None),
        ("© 2022", None, 2022),
        ("© Riproduzione riservata", None, None),
        ("© 葦新聞社 無断転載を禁じます", "葦新聞社", None),
        ("저작권자 ⓒ 갈대신문 무단전재-재배포 금지", "갈대신문", None),
        ("Fotos: © Jan Lind", "Jan Lind", None),
        ("Photo © Marsh Images", "Marsh Images", None),
        ("© ООО «Дельта Медиа», 2012–2021", "ООО «Дельта Медиа»", 2021),
    ],
)  # fmt: skip
def test_holder_and_year(line: str, holder: str | None, year: int | None) -> None:
    found, when = read_copyright(line)
    assert ((found or "").rstrip(".") or None, when) == (holder, year)


def test_whose_it_is() -> None:
    article = read(
        page(
            top="<figure><img src='a.jpg'><figcaption>The gates. © 2019 Lena Ostby</figcaption></figure>",
            bottom="<p>Copyright © Greta Lindholm, Reedmark Weekly, 2021</p>",
            footer="<p>© 2021 Reedmark Media Ltd</p>",
        )
    )
    assert [(c.of, c.holder, c.year) for c in article.copyrights] == [
        ("image", "Lena Ostby", 2019),
        ("article", "Greta Lindholm, Reedmark Weekly", 2021),
        ("site", "Reedmark Media Ltd", 2021),
    ]
    assert article.credits == ()


def test_text_and_photos_of_one_line_are_told_apart() -> None:
    found = read(page(bottom="<p>Text: © Ida Crane, 2019; Photos: © Jan Lind</p>")).copyrights
    assert [(line.holder, line.year, line.of) for line in found] == [
        ("Ida Crane", 2019, "article"),
        ("Jan Lind", None, "image"),
    ]


def test_two_sentences_of_two_holders_are_told_apart() -> None:
    told = "<p>Text copyright 2020 by Greta Lindholm. Photographs copyright 2019 by Jan Lind.</p>"
    found = {(c.of, c.holder, c.year) for c in read(page(bottom=told)).copyrights}
    assert {("article", "Greta Lindholm", 2020), ("image", "Jan Lind", 2019)} <= found


def test_prose_about_copyright_is_none() -> None:
    article = read(
        page(
            middle="<p>The court held that copyright law protects the letters.</p>",
            footer="<p>This site contains copyrighted material the use of which has not been authorized by the copyright owner.</p>",
        )
    )
    assert article.copyrights == ()


def test_a_comment_is_nobodys() -> None:
    assert read(page(comment="<p>© 2020 me</p>")).copyrights == ()


@given(st.text(alphabet="©()c copyright20219-–, .|ABby\n", max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_line_is_read(line: str) -> None:
    holder, year = read_copyright(line)
    assert holder is None or holder.strip()
    assert year is None or 1900 <= year < 2100
