"""Addresses that stand for another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights.detours import archived, inside, is_archive, sends_on

STORY = "https://www.herald-news.example/2024/06/tides-48213"
CODED = "https%3A%2F%2Fwww.herald-news.example%2F2024%2F06%2Ftides-48213"


@pytest.mark.parametrize(
    "href",
    [
        f"https://www.google.com/url?q={CODED}&sa=D",
        f"https://nam02.safelinks.protection.outlook.example/?url={CODED}&data=05",
        f"https://substack.example/redirect/1?u={CODED}",
        f"https://anonym.example/?{STORY}",
        f"https://anonym.example/?{CODED}",
        "https://www-herald--news-example.translate.goog/2024/06/tides-48213?_x_tr_sl=en&_x_tr_tl=de",
        f"https://translate.google.com/translate?sl=en&tl=de&u={CODED}",
        "https://www-herald--news-example.cdn.ampproject.org/c/s/www.herald-news.example/2024/06/tides-48213",
        "https://www.google.com/amp/s/www.herald-news.example/2024/06/tides-48213",
    ],
)
def test_an_address_within_another_is_found(href: str) -> None:
    assert inside(href) == STORY


@pytest.mark.parametrize(
    "href",
    [
        STORY,
        f"{STORY}?page=2",
        "https://web.archive.org/save?url=https://herald.example/a",
        "http://[bad?url=x",
        "mailto:a@b.example?u=x",
    ],
)
def test_an_address_that_carries_none(href: str) -> None:
    assert inside(href) is None


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        (f"https://web.archive.org/web/20240612000000/{STORY}", STORY),
        (f"https://web.archive.org/web/20240612id_/{STORY.replace('://', ':/')}", STORY),
        (f"https://archive.ph/2024.06.12-101112/{STORY}", STORY),
        ("https://archive.ph/AbC12", None),
        (STORY, None),
    ],
)
def test_what_an_archive_keeps(href: str, kept: str | None) -> None:
    assert archived(href) == kept
    assert is_archive(href) is (href != STORY)


@pytest.mark.parametrize(
    ("href", "unseen"),
    [
        ("https://bit.ly/3abcDE", True),
        ("https://qr.ae/pKx81", True),
        ("https://archive.ph/AbC12", True),
        ("https://paper.us1.list-manage.com/track/click?u=abc&id=def", True),
        ("https://u123.ct.sendgrid.net/ls/click?upn=abc", True),
        ("https://links.paper.example/e/evib?_t=0", True),
        ("https://volga.example/out.php?id=5", True),
        ("https://volga.example/go/123", True),
        ("http://feedproxy.google.com/~r/herald/~3/abc/", True),
        (STORY, False),
        ("https://otherpaper.example/2024/06/tides", False),
        ("https://www.facebook.com/theherald", False),
        ("https://x.com/theherald", False),
        (f"https://web.archive.org/web/2024/{STORY}", False),
        ("#top", False),
        ("javascript:go()", False),
    ],
)
def test_what_only_a_look_can_tell(href: str, unseen: bool) -> None:
    assert sends_on(href) is unseen


@given(
    st.text(max_size=80),
    st.sampled_from(["", "https://", "https://archive.ph/", "https://a.translate.goog/?", "http://["]),
)
def test_any_text_is_answered(tail: str, start: str) -> None:
    for asked in (inside, archived, is_archive, sends_on):
        asked(start + tail)
