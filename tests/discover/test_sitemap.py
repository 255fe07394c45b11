"""Sitemaps, read from bytes and walked on a server."""

from __future__ import annotations

import gzip

import pytest

from rights.discover import Budget
from rights.discover.sitemap import Sitemaps, read_sitemap
from rights.errors import SourceError
from rights.model import Page
from tests.servers import Reply, Web

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = f"""<urlset {NS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://n.test/a</loc>
<lastmod>2024-06-12</lastmod><news:news><news:publication><news:name>N</news:name><news:language>en</news:language>
</news:publication><news:publication_date>2024-06-11T08:00:00Z</news:publication_date><news:title>A title</news:title>
</news:news></url></urlset>"""


def page(body: str | bytes) -> Page:
    return Page(body=body.encode() if isinstance(body, str) else body, final_url="https://n.test/sitemap.xml")


def test_a_news_sitemap_gives_title_and_dates() -> None:
    sitemap = read_sitemap(page(NEWS))
    [entry] = sitemap.entries
    assert not sitemap.index
    assert (entry.url, entry.title, entry.updated) == ("https://n.test/a", "A title", "2024-06-12")
    assert (entry.published, entry.language) == ("2024-06-11T08:00:00Z", "en")


def test_gzip_text_and_feed_are_sitemaps_too() -> None:
    assert len(read_sitemap(page(gzip.compress(NEWS.encode()))).entries) == 1
    assert [e.url for e in read_sitemap(page("https://n.test/1\nnot an address\nhttps://n.test/2\n")).entries] == [
        "https://n.test/1",
        "https://n.test/2",
    ]
    rss = '<rss version="2.0"><channel><title>t</title><item><link>https://n.test/r</link></item></channel></rss>'
    assert [e.url for e in read_sitemap(page(rss)).entries] == ["https://n.test/r"]


def test_what_was_read_before_the_xml_broke_is_kept_and_marked() -> None:
    sitemap = read_sitemap(page(NEWS.replace("</urlset>", "<url><loc>https://n.test/b</loc></ur")))
    assert [entry.url for entry in sitemap.entries] == ["https://n.test/a"]
    assert sitemap.cut


@pytest.mark.parametrize(
    "body",
    [
        "<html><body>x</body></html>",
        "",
        "<urlset",
        f'<!DOCTYPE x [<!ENTITY e "{"y" * 100}">]><urlset {NS}><url><loc>&e;</loc></url></urlset>',
        gzip.compress(b"<urlset>" + b" " * 120_000_000, mtime=0),
        "<urlset>" + "<a>" * 100_000,
    ],
)
def test_what_is_no_sitemap_is_said_to_be_none(body: str | bytes) -> None:
    with pytest.raises(SourceError):
        read_sitemap(page(body))


def test_an_index_is_walked_on_its_own_site_and_within_the_budget() -> None:
    with Web() as web:

        def root(_: object) -> str:
            children = [
                web.url("n.test", "/old.xml"),
                web.url("n.test", "/new.xml.gz"),
                web.url("other.test", "/x.xml"),
            ]
            dates = ["2020-01-01", "2024-06-12", "2024-06-12"]
            inside = "".join(
                f"<sitemap><loc>{u}</loc><lastmod>{d}</lastmod></sitemap>" for u, d in zip(children, dates, strict=True)
            )
            loop = f"<sitemap><loc>{web.url('n.test', '/index.xml')}</loc></sitemap>"
            return f"<sitemapindex {NS}>{inside}{loop}</sitemapindex>"

        def urlset(path: str) -> str:
            return f"<urlset {NS}><url><loc>{web.url('n.test', path)}</loc></url><url><loc>http://else.test/</loc></url></urlset>"

        web.site("n.test", {
            "/robots.txt": f"User-agent: *\nAllow: /\nSitemap: {web.url('n.test', '/index.xml')}\n",
            "/index.xml": root,
            "/new.xml.gz": lambda _: Reply(body=gzip.compress(urlset("/new").encode())),
            "/old.xml": lambda _: urlset("/old"),
        })  # fmt: skip
        web.site("other.test", {"/x.xml": "<urlset/>"})
        with web.fetcher() as fetcher:
            leads = list(Sitemaps(fetcher, web.url("n.test")).leads(Budget()))
            short = list(Sitemaps(fetcher, web.url("n.test")).leads(Budget(leads=1)))
            recent = list(Sitemaps(fetcher, web.url("n.test"), since="2024-01-01").leads(Budget()))
    assert [lead.url for lead in leads] == [web.url("n.test", "/new"), web.url("n.test", "/old")]
    assert [lead.url for lead in short] == [web.url("n.test", "/new")]
    assert [lead.url for lead in recent] == [web.url("n.test", "/new")]
    assert web.paths("other.test") == []
