"""Who hosts a page: what its own name and address tell, and what is said not to be known."""

from __future__ import annotations

import pytest

from rights import urls
from rights.errors import Unreachable
from rights.letters.host import find_host
from rights.model import Hop, Page

PAGES = {
    "https://blogspot.com/": '<p>Blogs for everybody. <a href="/legal/copyright">Copyright complaints</a></p>',
    "https://blogspot.com/legal/copyright": "<h1>Copyright complaints</h1><p>Designated agent: dmca-agent@blogspot.com</p>",
}


def fetch(url: str) -> Page:
    if url not in PAGES:
        raise Unreachable(url, "no route")
    body = f"<html><body>{PAGES[url]}</body></html>".encode()
    return Page(body=body, url=url, final_url=url, headers={"content-type": "text/html"})


def copy(url: str, peer: str | None = None) -> Page:
    return Page(body=b"<p>x</p>", url=url, final_url=url, chain=(Hop(url=url, status=200, peer=peer),))


@pytest.mark.parametrize(
    ("name", "platform"),
    [
        ("river.blogspot.com", "blogspot.com"),
        ("press.github.io", "github.io"),
        ("blogspot.com", None),
        ("www.copy.example", None),
        ("news.co.uk", None),
        ("192.0.2.7", None),
        ("localhost", None),
    ],
)
def test_a_platform_is_told_by_the_name_that_it_gave_out(name: str, platform: str | None) -> None:
    assert urls.platform(name) == platform


def test_the_platforms_own_pages_are_read_for_its_agent() -> None:
    host = find_host(copy("https://river.blogspot.com/story"), fetch)
    assert host.platform == "blogspot.com"
    assert [(one.address, one.where, one.found_at) for one in host.contacts] == [
        ("dmca-agent@blogspot.com", "the host's abuse page", "https://blogspot.com/legal/copyright")
    ]
    assert "is a part of blogspot.com, which hosts it: its contacts are listed" in host.notes[0]


def test_what_is_not_known_is_said() -> None:
    asked: list[str] = []
    host = find_host(
        copy("https://copy.example/a", "203.0.114.5"),
        fetch,
        lambda address: asked.append(address) or "web5.hoster.example",
    )  # type: ignore[func-returns-value]
    told = " ".join(host.notes)
    assert host.contacts == ()
    assert "sent from 203.0.114.5 (web5.hoster.example)" in told
    assert "is not known" in told
    assert "abuse@copy.example reaches somebody; nothing that was read confirms it" in told
    assert "directory of designated agents was not asked" in told
    assert asked == ["203.0.114.5"]


@pytest.mark.parametrize("peer", [None, "127.0.0.1", "10.0.0.8", "fe80::1%eth0"])
def test_no_name_server_is_asked_about_addresses_of_our_own_network(peer: str | None) -> None:
    host = find_host(copy("http://127.0.0.1:8080/a", peer), fetch, lambda address: pytest.fail(address))
    assert host.address is None
    assert "no domain of its own" in " ".join(host.notes)
