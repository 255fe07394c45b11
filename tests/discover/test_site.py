"""Watched sites, in all the ways in which they list their pages, and from a bare site to the page."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from rights.discover import Budget, Lead
from rights.discover.archive_pages import ArchivePages, read_links
from rights.discover.lead import worth_fetching
from rights.discover.resolve import resolve
from rights.discover.site import WatchedSite
from rights.discover.wordpress import WordPress
from rights.errors import SourceError
from rights.fetch import Fetcher
from rights.model import Page
from tests.servers import Reply, Request, Web

TITLE = "Herons return to the drained reservoir"


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as web:
        yield web


@pytest.fixture
def fetcher(web: Web) -> Iterator[Fetcher]:
    with web.fetcher() as fetcher:
        yield fetcher


def rss(*links: str) -> Reply:
    items = "".join(
        f"<item><title>{TITLE if 'heron' in link else 'Other news of today'}</title><link>{link}</link></item>"
        for link in links
    )
    return Reply(
        body=f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>',
        headers={"Content-Type": "application/rss+xml"},
    )


# --- WordPress


def wordpress(web: Web, posts: int, **pages: Reply) -> str:
    def api(request: Request) -> Reply:
        number = int(request.query["page"])
        chosen = range(posts)[(number - 1) * 100 : number * 100]
        if not chosen and number > 1:
            return Reply(400, json.dumps({"code": "rest_post_invalid_page_number"}))
        if "search" in request.query:
            chosen = range(1)
        body = [
            {"id": n, "link": web.url("wp.test", f"/post-{n}/"), "date_gmt": "2024-06-11T08:00:00",
             "title": {"rendered": TITLE}, "content": {"rendered": "<p>x</p>", "protected": False}}
            for n in chosen
        ]  # fmt: skip
        return Reply(
            body=json.dumps([*body, {"link": "http://else.test/"}]), headers={"X-WP-TotalPages": str(-(-posts // 100))}
        )

    home = Reply(body="<p>hi</p>", headers={"Link": f'<{web.url("wp.test", "/wp-json/")}>; rel="https://api.w.org/"'})
    web.site("wp.test", {"/": home, "/wp-json/wp/v2/posts": api, **pages})
    return web.url("wp.test")


def test_wordpress_gives_all_posts_with_their_content(web: Web, fetcher: Fetcher) -> None:
    home = wordpress(web, 150)
    entries = list(WordPress(fetcher, home).entries(Budget()))
    assert len(entries) == 150
    assert (entries[0].title, entries[0].published, entries[0].html) == (TITLE, "2024-06-11T08:00:00Z", "<p>x</p>")
    assert len(list(WordPress(fetcher, home).leads(Budget(leads=5)))) == 5
    assert len(list(WordPress(fetcher, home).leads(Budget(requests=2)))) == 100


@pytest.mark.parametrize("status", [401, 403, 404])
def test_wordpress_with_its_interface_switched_off_gives_none(web: Web, fetcher: Fetcher, status: int) -> None:
    home = wordpress(web, 1, **{"/wp-json/wp/v2/posts": Reply(status, "{}")})
    assert list(WordPress(fetcher, home).leads(Budget())) == []


@pytest.mark.parametrize("reply", [Reply(500, "x"), Reply(200, "<html>"), Reply(200, '{"a": 1}')])
def test_wordpress_in_disorder_is_an_error(web: Web, fetcher: Fetcher, reply: Reply) -> None:
    home = wordpress(web, 1, **{"/wp-json/wp/v2/posts": reply})
    with pytest.raises(SourceError):
        list(WordPress(fetcher, home).leads(Budget()))


def test_wordpress_is_found_by_its_head_and_never_on_another_site(web: Web, fetcher: Fetcher) -> None:
    head = '<link rel="https://api.w.org/" href="/?rest_route=/">'
    post = [{"link": web.url("h.test", "/p/"), "title": {"rendered": "T"}}]
    web.site("h.test", lambda request: json.dumps(post) if "wp/v2/posts" in request.path else head)
    assert [lead.title for lead in WordPress(fetcher, web.url("h.test")).leads(Budget())] == ["T"]
    web.site("lure.test", {"/": '<link rel="https://api.w.org/" href="http://10.0.0.1/">'})
    assert list(WordPress(fetcher, web.url("lure.test")).leads(Budget())) == []


# --- archive pages


def test_archive_pages_follow_the_lists_and_stay_on_the_site(web: Web, fetcher: Fetcher) -> None:
    first = """<a href="/2024/06/herons-return-home">Herons return</a> <a href="/tag/birds">birds</a> <a href="/logo.png">x</a>
      <a href="http://else.test/a-b-c-d">elsewhere we go again</a> <a href="/page/2" rel="next">Older</a> <a href="/">Home</a>"""
    second = """<a href="/2024/05/an-older-story">An older story</a> <a href="/2024/06/herons-return-home?utm_source=x">again</a>
      <a href="/page/2">Next</a>"""
    web.site("list.test", {"/": first, "/page/2": second})
    leads = list(ArchivePages(fetcher, web.url("list.test")).leads(Budget()))
    assert [lead.url for lead in leads] == [
        web.url("list.test", "/2024/06/herons-return-home"),
        web.url("list.test", "/2024/05/an-older-story"),
    ]


@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff\xfe", b"<" * 100_000, b"<div>" * 50_000, b'<a href="http://[::1">x</a>']
)
def test_links_of_nonsense_are_none(body: bytes) -> None:
    assert read_links(Page(body=body, final_url="http://n.test/")) == []


# --- a watched site


def test_a_site_is_read_by_its_feed_and_sitemap_each_page_once(web: Web, fetcher: Fetcher) -> None:
    web.site("n.test", {
        "/": '<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" type="application/rss+xml" href="/comments/feed">',
        "/rss": lambda _: rss(web.url("n.test", "/one"), web.url("n.test", "/two")),
        "/sitemap.xml": lambda _: f"<urlset><url><loc>{web.url('n.test', '/two')}</loc></url><url><loc>{web.url('n.test', '/three')}</loc></url></urlset>",
    })  # fmt: skip
    leads = list(WatchedSite(fetcher, web.url("n.test")).leads(Budget()))
    assert [(lead.url, lead.source) for lead in leads] == [
        (web.url("n.test", "/one"), "feed"),
        (web.url("n.test", "/two"), "feed"),
        (web.url("n.test", "/three"), "sitemap"),
    ]
    assert "/comments/feed" not in web.paths("n.test")


def test_a_site_that_lists_nothing_is_an_error_that_names_every_way(web: Web, fetcher: Fetcher) -> None:
    web.site("empty.test", {"/": "<p>nothing</p>"})
    with pytest.raises(SourceError, match=r"feed.*sitemap"):
        list(WatchedSite(fetcher, web.url("empty.test")).leads(Budget()))


# --- from the site to the page


def origin(web: Web, host: str) -> Lead:
    return Lead(url=web.url(host), source="pixel", page=False, work="w", note="3 hits")


def test_a_bare_site_is_resolved_by_wordpress_search(web: Web, fetcher: Fetcher) -> None:
    wordpress(web, 300)
    [lead] = resolve(fetcher, origin(web, "wp.test"), TITLE, Budget())
    assert (lead.url, lead.page, lead.work, lead.source) == (web.url("wp.test", "/post-0/"), True, "w", "pixel")
    assert lead.note.startswith("3 hits; wordpress search of ")


def test_a_bare_site_is_resolved_by_its_feed_whatever_the_headline_became(web: Web, fetcher: Fetcher) -> None:
    web.site(
        "f.test",
        {"/": "x", "/feed/": lambda _: rss(web.url("f.test", "/news/1"), web.url("f.test", "/news/the-herons-2"))},
    )
    [lead] = resolve(fetcher, origin(web, "f.test"), "HERONS RETURN to the drained reservoir, at last", Budget())
    assert lead.url == web.url("f.test", "/news/the-herons-2")


def test_a_bare_site_is_resolved_by_the_words_of_an_address(web: Web, fetcher: Fetcher) -> None:
    sitemap = "<urlset><url><loc>{}</loc></url><url><loc>{}</loc></url></urlset>"
    pages = [
        web.url("s.test", "/2024/herons-return-drained-reservoir.html"),
        web.url("s.test", "/2024/council-meets-again-today"),
    ]
    web.site("s.test", {"/": "x", "/sitemap.xml": sitemap.format(*pages)})
    assert [lead.url for lead in resolve(fetcher, origin(web, "s.test"), TITLE, Budget())] == pages[:1]


def test_a_site_that_shows_nothing_resolves_to_nothing(web: Web, fetcher: Fetcher) -> None:
    web.site("no.test", {"/": "<a href='/a-story-about-cats'>A story about cats</a>"})
    assert list(resolve(fetcher, origin(web, "no.test"), TITLE, Budget())) == []


# --- which leads are worth fetching


def test_own_licensed_repeated_and_odd_addresses_are_dropped() -> None:
    given = [
        "http://copy.example/a", "https://www.copy.example/a?utm_source=x", "http://news.publisher.example/a", "http://licensed.example/b",
        "mailto:me@copy.example", "/relative", "http://copy.example/b",
    ]  # fmt: skip
    leads = [Lead(url=url, source="csv") for url in given]
    kept = worth_fetching(leads, own=["publisher.example"], licensed=lambda site: site == "licensed.example")
    assert [lead.url for lead in kept] == ["http://copy.example/a", "http://copy.example/b"]
