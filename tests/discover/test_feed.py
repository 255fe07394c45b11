"""Feeds, read from bytes and from a server."""

from __future__ import annotations

import contextlib
import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights.discover import Budget
from rights.discover.feed import Feed, read_feed
from rights.errors import SourceError
from rights.model import Page
from tests.servers import Reply, Request, Web

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News</title><link>https://n.test/</link><language>en</language>
<item><title>One &amp; only</title><link>/one</link><pubDate>Tue, 11 Jun 2024 10:00:00 +0200</pubDate>
<dc:creator>Ada Writer</dc:creator><content:encoded><![CDATA[<p>Whole text</p>]]></content:encoded></item>
<item><title>No link</title></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>x</id><updated>2024-06-11T08:00:00Z</updated>
<entry><title>Two</title><id>2</id><link rel="alternate" href="https://n.test/two"/><updated>2024-06-12T08:00:00Z</updated>
<published>2024-06-11T08:00:00Z</published><summary>Short</summary></entry></feed>"""


def page(body: str | bytes, **headers: str) -> Page:
    raw = body.encode() if isinstance(body, str) else body
    return Page(body=raw, final_url="https://n.test/feed", headers={"content-type": "application/xml", **headers})


def test_rss_gives_absolute_links_dates_in_utc_and_the_content() -> None:
    [entry] = read_feed(page(RSS))
    assert entry.url == "https://n.test/one"
    assert entry.title == "One & only"
    assert entry.published == "2024-06-11T08:00:00+00:00"
    assert entry.html == "<p>Whole text</p>"
    assert entry.authors == ("Ada Writer",)


@pytest.mark.parametrize(
    "encode", [str.encode, lambda text: text.encode("utf-16"), lambda text: gzip.compress(text.encode())]
)
def test_atom_in_any_packing(encode) -> None:
    [entry] = read_feed(page(encode(ATOM)))
    assert (entry.url, entry.title, entry.updated) == ("https://n.test/two", "Two", "2024-06-12T08:00:00+00:00")


def test_json_feed() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "3", "url": "/three", "title": "T",
            "content_html": "<p>x</p>", "date_published": "2024-06-11T08:00:00Z", "authors": [{"name": "Ada"}]}, 7]}  # fmt: skip
    [entry] = read_feed(page(json.dumps(feed)))
    assert (entry.url, entry.html, entry.authors) == ("https://n.test/three", "<p>x</p>", ("Ada",))


@pytest.mark.parametrize(
    "body",
    [
        "<html><body>No feed here</body></html>",
        "",
        "{" * 100_000,
        '{"version": "https://jsonfeed.org/version/1", "items": {}}',
        "/etc/hostname",
        '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
        '<?xml version="1.0"?><!-- <rss> --><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss version="2.0"/>',
        gzip.compress(b" " * 60_000_000, mtime=0),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(body: str | bytes) -> None:
    with pytest.raises(SourceError):
        read_feed(page(body))


@given(st.binary(max_size=400))
def test_any_bytes_give_entries_or_a_source_error(body: bytes) -> None:
    with contextlib.suppress(SourceError):
        read_feed(page(b'<rss version="2.0"><channel><item><link>http://a.test/</link>' + body))


def test_a_watched_feed_is_asked_conditionally() -> None:
    def answer(request: Request) -> Reply:
        if request.headers.get("if-none-match") == '"7"':
            return Reply(304)
        return Reply(body=RSS, headers={"ETag": '"7"', "Content-Type": "application/rss+xml"})

    with Web() as web:
        web.site("n.test", {"/feed": answer})
        with web.fetcher() as fetcher:
            feed = Feed(fetcher, web.url("n.test", "/feed"))
            leads = list(feed.leads(Budget()))
            again = list(feed.leads(Budget()))
    assert [(lead.url, lead.source) for lead in leads] == [(web.url("n.test", "/one"), "feed")]
    assert again == []
