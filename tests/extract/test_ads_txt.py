"""ads.txt as sites write it: records, variables, the placeholder, mistakes, error pages in its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.extract.ads_txt import MAX_LINES, Seller, ads_txt_address, parse_ads_txt


def test_records_and_variables() -> None:
    found = parse_ads_txt(
        "\ufeff# our partners\r\n"
        "Google.com, pub-1, direct, f08c47fec0942fa0 # main\r\n"
        "exchange.example, 22, RESELLER;ext=1\n"
        "exchange.example, 22, RESELLER\n"
        "CONTACT=ads@site.example\n"
        "subdomain=blog.site.example\n"
        "OWNERDOMAIN=owner.example\nMANAGERDOMAIN=manager.example,US\n"
    )
    assert found.sellers == (
        Seller("google.com", "pub-1", "DIRECT", "f08c47fec0942fa0"),
        Seller("exchange.example", "22", "RESELLER"),
    )
    assert (found.owner, found.subdomains, found.direct) == ("owner.example", ("blog.site.example",), 1)
    assert found.summary == "ads.txt: 2 records of 2 systems, 1 direct, owner owner.example"
    assert not found.wrong
    assert not found.placeholder


def test_the_placeholder_says_that_nothing_is_sold() -> None:
    found = parse_ads_txt("placeholder.example.com, placeholder, DIRECT, placeholder\n")
    assert found.placeholder
    assert found.sellers == ()


def test_the_placeholder_beside_real_records_is_none() -> None:
    found = parse_ads_txt("placeholder.example.com, placeholder, DIRECT, placeholder\ngoogle.com, pub-1, DIRECT\n")
    assert not found.placeholder
    assert len(found.sellers) == 1


@pytest.mark.parametrize("text", ["", "# nothing\n\n", "\n\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    found = parse_ads_txt(text)
    assert (found.sellers, found.placeholder, found.rejected) == ((), False, None)


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("\n <!DOCTYPE html><html>google.com, pub-1, DIRECT</html>", None),
        ("google.com, pub-1, DIRECT", "text/html; charset=utf-8"),
    ],
)
def test_an_error_page_in_its_place_is_rejected(text: str, media_type: str | None) -> None:
    found = parse_ads_txt(text, media_type)
    assert (found.sellers, found.rejected) == ((), "html")


def test_wrong_lines_are_skipped_and_numbered() -> None:
    found = parse_ads_txt(
        "google.com pub-1 DIRECT\ngoogle.com, pub-1\nnot a domain, 1, DIRECT\ngoogle.com, , DIRECT\ngoogle.com, 1, BOTH\ngoogle.com,1,DIRECT"
    )
    assert found.wrong == (1, 2, 3, 4, 5)
    assert len(found.sellers) == 1


def test_a_huge_file_is_read_in_part() -> None:
    assert len(parse_ads_txt("".join(f"x{n}.example, 1, DIRECT\n" for n in range(3 * MAX_LINES))).sellers) <= MAX_LINES


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    found = parse_ads_txt(text)
    assert all(seller.relation in ("DIRECT", "RESELLER") for seller in found.sellers)


def test_where_the_file_stands() -> None:
    assert ads_txt_address("https://www.news.site.co.uk/a?b") == "https://site.co.uk/ads.txt"
    root = parse_ads_txt("SUBDOMAIN=blog.site.example\n")
    assert ads_txt_address("http://blog.site.example/a", root) == "http://blog.site.example/ads.txt"
    assert ads_txt_address("http://www.site.example/a", root) == "http://site.example/ads.txt"
    assert ads_txt_address("mailto:a@b.example") is None
