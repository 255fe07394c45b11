"""Addresses: whose they are, told by their hosts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights import urls

HOSTS = st.sampled_from(
    ["a.example", "www.a.example", "b.co.uk", "news.b.co.uk", "x.blogspot.com", "blogspot.com", "localhost", "127.0.0.1", "[::1]"]
)  # fmt: skip
ADDRESSES = st.builds("http://{}{}/p".format, HOSTS, st.sampled_from(["", ":8080"]))


@pytest.mark.parametrize(
    ("url", "domain", "inside"),
    [
        ("https://www.a.example/p", "a.example", True),
        ("https://a.example/p", "www.a.example", False),
        ("https://nota.example/p", "a.example", False),
        ("https://news.b.co.uk/", "b.co.uk", True),
        ("http://127.0.0.1:8080/p", "127.0.0.1:8080", True),
        ("http://127.0.0.1:8080/p", "127.0.0.1:9090", False),
        ("http://127.0.0.1:8080/p", "127.0.0.1", True),
        ("http://localhost/", "localhost:80", True),
        ("http://[::1]:8080/", "[::1]:8080", True),
        ("mailto:ann@a.example", "a.example", False),
        (None, "a.example", False),
    ],
)
def test_what_lies_under_a_domain(url: str | None, domain: str, inside: bool) -> None:
    assert urls.under(url, (domain,)) is inside


@given(ADDRESSES)
def test_every_address_lies_under_its_site_and_under_all_domains_over_it(url: str) -> None:
    site = urls.site(url)
    assert site
    assert urls.under(url, (site,))
    above = urls.domains_over(url)
    assert site in above
    assert all(urls.under(url, (domain,)) for domain in above)
