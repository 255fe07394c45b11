"""Real servers on loopback: the publisher's site and eight that republish it, each with its own fault or none."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from rights.demo.articles import ARTICLES, PUBLISHER, DemoArticle

#: The fault of each republisher, by its name; the first has none.
FAULTS = {
    "Quayside Notes": "in order",
    "Northbank Reader": "no link",
    "Pier Post": "home page link",
    "Anchor Weekly": "no author",
    "Bargain Breeze": "advertising",
    "Tidy Words": "edited",
    "Snippet Cove": "long excerpt",
    "Echo Bay": "copy of a copy",
}


@dataclass(slots=True)
class Site:
    """One web site: its pages by path, changed while it is served."""

    name: str
    host: str
    port: int = 0
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)  # path -> content type, text

    @property
    def home(self) -> str:
        return f"http://{self.host}:{self.port}/"

    @property
    def domain(self) -> str:
        return f"{self.host}:{self.port}"


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            kind, text = site.pages.get(urlsplit(self.path).path, ("text/plain; charset=utf-8", ""))
            body = text.encode()
            self.send_response(200 if text else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    return Handler


@contextmanager
def serving(*sites: Site) -> Iterator[None]:
    """Serve the sites, each on a free port of its own host, until the block ends; their ports are set first."""
    servers = []
    try:
        for site in sites:
            server = ThreadingHTTPServer((site.host, site.port), _handler(site))
            site.port = server.server_address[1]
            server.daemon_threads = True
            servers.append(server)
        for server in servers:
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


def _page(site: Site, title: str, head: str, body: str) -> str:
    name = html.escape(site.name)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)} | {name}</title>'
        f'<meta property="og:site_name" content="{name}">{head}</head><body><header><nav><a href="/">{name}</a></nav>'
        f"</header><main>{body}</main><footer><p>{name}, a loopback site of the demonstration.</p></footer></body></html>"
    )


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{html.escape(text)}</p>" for text in texts)


def _feed(site: Site, entries: list[tuple[str, str, str]]) -> str:
    items = "".join(
        f"<item><title>{html.escape(title)}</title><link>{site.home}{path}</link><guid>{site.home}{path}</guid>"
        f"<pubDate>{formatdate(1772400000 + 86400 * number)}</pubDate></item>"
        for number, (path, title, _) in enumerate(entries)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{html.escape(site.name)}</title>'
        f"<link>{site.home}</link><description>All articles</description>{items}</channel></rss>"
    )


def publish(site: Site) -> None:
    """Fill the publisher's site: ten articles, a front page, a feed."""
    entries = []
    for article in ARTICLES:
        path = f"articles/{article.slug}"
        head = (
            f'<link rel="canonical" href="{site.home}{path}"><meta name="author" content="{article.author}">'
            f'<meta property="article:published_time" content="{article.published}T08:00:00Z">'
        )
        body = (
            f'<article><h1>{html.escape(article.title)}</h1><p class="byline">By {article.author}</p>'
            f"{_paragraphs(article.paragraphs)}</article>"
        )
        site.pages[f"/{path}"] = ("text/html; charset=utf-8", _page(site, article.title, head, body))
        entries.append((path, article.title, article.published))
    _front(site, entries)


def _front(site: Site, entries: list[tuple[str, str, str]]) -> None:
    listed = "".join(f'<li><a href="/{path}">{html.escape(title)}</a></li>' for path, title, _ in entries)
    front = _page(site, site.name, "", f"<h1>{html.escape(site.name)}</h1><ul>{listed}</ul>")
    site.pages["/"] = ("text/html; charset=utf-8", front)
    site.pages["/feed.xml"] = ("application/rss+xml; charset=utf-8", _feed(site, entries))


def credit(publisher: Site, article: DemoArticle, target: str | None) -> str:
    """The credit line as the publisher asks for it; without a target it carries no link."""
    name = f'<a href="{target}">{PUBLISHER}</a>' if target else PUBLISHER
    return f'<p class="credit"><em>This article by {article.author} was originally published by {name}.</em></p>'


_ADVERTISING = (
    '<div id="div-gpt-ad-1700000000001-0" class="ad-slot">Advertisement</div>'
    '<script async src="https://securepubads.g.doubleclick.net/tag/js/gpt.js"></script>'
    "<script>googletag.cmd.push(function(){googletag.display('div-gpt-ad-1700000000001-0')});</script>"
)
_SHOP = (
    '<aside><a href="/shop/cart">Shopping cart</a> <a href="/shop">Our shop</a> '
    '<a href="https://www.amazon.com/dp/B000000000?tag=bargainbreeze-20">Buy the mug</a> '
    '<a href="/advertise">Advertise with us</a></aside>'
)


def republish(publisher: Site, site: Site, articles: tuple[DemoArticle, ...], first_copy: Site | None = None) -> None:
    """Fill a republisher's site with copies that have the site's fault."""
    fault = FAULTS[site.name]
    entries = []
    for article in articles:
        path = f"posts/{article.slug}"
        site.pages[f"/{path}"] = (
            "text/html; charset=utf-8",
            copy_page(publisher, site, article, fault, first_copy),
        )
        entries.append((path, article.title, article.published))
    _front(site, entries)


def copy_page(publisher: Site, site: Site, article: DemoArticle, fault: str, first_copy: Site | None = None) -> str:
    """The HTML of one copy with one fault."""
    target: str | None = f"{publisher.home}articles/{article.slug}"
    texts, byline, line = article.paragraphs, f'<p class="byline">By {article.author}</p>', ""
    if fault == "edited":
        texts = _edit(texts)
    elif fault == "long excerpt":
        texts = texts[:3]
    if fault == "no link":
        target = None
    elif fault == "home page link":
        target = publisher.home
    if fault == "no author":
        byline = ""
        line = f'<p class="credit"><em>Originally published by <a href="{target}">{PUBLISHER}</a>.</em></p>'
    elif fault == "copy of a copy" and first_copy:
        copied = f"{first_copy.home}posts/{article.slug}"
        line = f'<p class="credit"><em>Republished from <a href="{copied}">{first_copy.name}</a>.</em></p>'
    else:
        line = credit(publisher, article, target)
    about = "<p>We are volunteers. This non-profit community site carries no advertising.</p>"
    extra = _ADVERTISING + _SHOP if fault == "advertising" else about
    body = f"<article><h1>{html.escape(article.title)}</h1>{byline}{_paragraphs(texts)}{line}</article>{extra}"
    return _page(site, article.title, "", body)


def _edit(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Change what the article says: a claim that is not the author's is put into it."""
    claim = (
        "Critics call the whole affair a costly embarrassment, and the mayor means to end it before the year is out."
    )
    return (texts[0], f"{texts[1]} {claim}", *texts[2:])
