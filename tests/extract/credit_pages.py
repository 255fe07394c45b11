"""A page as sites build them, with places to put a line: what the tests of credits, copyrights and grants stand on."""

from __future__ import annotations

from html import escape

from rights.extract.article import extract
from rights.model import Article, Page

_PROSE = (
    "The water rose for nine days before the council agreed to open the lower gates, and by then the market was lost.",
    "Three families who had stayed on the island were brought across at dawn by the crew of a gravel barge.",
    "Nobody in the harbour office could say who had ordered the pumps to be moved, or where the papers were kept.",
    "Engineers warned twice that the old wall would not hold, and both letters were found unopened in a drawer.",
    "What remains is a row of posts, a smell of diesel, and a ledger that records every barrel that was carried off.",
    "The inquiry begins in March and will hear forty witnesses, among them the three men who kept the sluice.",
)


def page(
    *,
    top: str = "",
    byline: str = "",
    middle: str = "",
    bottom: str = "",
    aside: str = "",
    comment: str = "",
    footer: str = "",
    related: str = "",
    head: str = "",
    title: str = "The nine days of water",
    site: str = "Reedmark Weekly",
    lang: str = "en",
) -> str:
    """The HTML of an article page; each part takes HTML."""
    prose = [f"<p>{escape(line)}</p>" for line in _PROSE * 3]
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)} - {site}</title>
<meta property="og:site_name" content="{site}">{head}</head><body>
<header class="site-header"><a href="/">{site}</a></header>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{escape(title)}</h1><div class="byline">{byline}</div>{top}
<div class="article-body">{"".join(prose[:9])}{middle}{"".join(prose[9:])}{bottom}</div></article>
<aside class="sidebar">{aside}<p>Most read this week</p></aside>
<section class="related"><h2>Related</h2><ul><li><a href="/a/1">Another story of ours</a></li></ul>{related}</section>
<section id="comments" class="comments"><p>Great piece, thank you!</p>{comment}</section></main>
<footer class="site-footer"><p>About us</p>{footer}</footer></body></html>"""


def read(html: str, url: str | None = "https://reedmark.example/2021/water", media: str = "text/html") -> Article:
    """The article that extraction makes of a page."""
    return extract(
        Page(body=html.encode(), url=url, final_url=url, headers={"content-type": f"{media}; charset=utf-8"})
    )
