"""A generated site: many articles of its own, some republished ones among them, lists, a sitemap; and the works it copies."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape

from tests.match.texts import text

CREDITS = ("", '<p>Originally published by <a href="{url}">The Lantern</a>.</p>', "<p>Source: The Lantern</p>")
POLICY = """
publisher: {id: lantern, name: The Lantern, domains: [lantern.example]}
terms: {url: "https://lantern.example/terms", checked_on: 2026-01-05, evidence: own-words}
policies:
  - clauses:
      - {type: attr.source, says: Name us.}
      - {type: link.original, says: Link to us.}
"""


def work_url(number: int) -> str:
    return f"https://lantern.example/story-{number}-of-the-harbour"


def works(total: int) -> str:
    """The publisher's works as JSON lines; the site republishes every fifth of them at most."""
    rows = ({"id": f"w{n}", "url": work_url(n), "title": f"Story {n}", "text": text(f"w{n}")} for n in range(total))
    return "".join(json.dumps(row) + "\n" for row in rows)


def republished(pages: int, copies: int) -> dict[int, int]:
    """Which pages of the site are copies, and of which work: spread evenly."""
    return {number * (pages // copies) + 3: number for number in range(copies)}


def path(number: int) -> str:
    return f"/posts/{number}-notes-from-the-valley/"


def site(pages: int, copies: int, url: Callable[[str], str], *, sitemap: bool = True) -> Iterator[tuple[str, str]]:
    """Paths and bodies: articles, lists of twenty with their openings, home, robots.txt and sitemap."""
    copied = republished(pages, copies)
    for number in range(pages):
        yield path(number), article(number, copied.get(number), url(path(number)))
    lists = range(0, pages, 20)
    for start in lists:
        following = f'<a rel="next" href="/page/{start + 20}/">Older posts</a>' if start + 20 < pages else ""
        yield f"/page/{start}/", _list(range(start, min(start + 20, pages)), copied, following)
    yield "/", _list(range(0), copied, '<a href="/page/0/">All posts</a>')
    named = [url("/"), *(url(path(number)) for number in range(pages)), *(url(f"/page/{start}/") for start in lists)]
    if sitemap:
        yield "/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {url('/map/all.xml')}\n"
        locs = "".join(f"<url><loc>{escape(one)}</loc></url>" for one in named)
        yield "/map/all.xml", f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locs}</urlset>'


def article(number: int, work: int | None, address: str) -> str:
    """A page of the site: its own text, or that of a work with one of three credits."""
    story = text(f"own {number}") if work is None else text(f"w{work}")
    credit = "" if work is None else CREDITS[work % len(CREDITS)].format(url=work_url(work))
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in story.split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><title>Post {number} | Valley Notes</title>\n'
        f'<link rel="canonical" href="{escape(address)}"><meta property="og:site_name" content="Valley Notes"></head>\n'
        f'<body><header><a href="/">Valley Notes</a></header><main><article><h1>Post {number}</h1>\n{body}{credit}</article>'
        "</main><footer><p>© 2026 Valley Notes</p></footer></body></html>"
    )


def _list(numbers: range, copied: dict[int, int], following: str) -> str:
    items = "".join(
        f'<li><h2><a href="{path(n)}">Post {n}</a></h2><p>'
        + " ".join((text(f"own {n}") if n not in copied else text(f"w{copied[n]}")).split()[:30])
        + " …</p></li>"
        for n in numbers
    )
    return (
        '<!doctype html><html lang="en"><head><title>Valley Notes</title>'
        '<meta property="og:site_name" content="Valley Notes"></head>'
        f"<body><header><a href='/'>Valley Notes</a></header><main><ul>{items}</ul>{following}</main>"
        "<footer><p>© 2026 Valley Notes</p></footer></body></html>"
    )
