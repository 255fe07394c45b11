"""Walls of today, whole pages: none is taken for a page to judge, and what only speaks of them is judged."""

from __future__ import annotations

import gzip
import random

import pytest

from rights.extract.article import extract
from rights.model import Article, Page, PageState
from tests.extract.walls_today import ARTICLES, BEGINNINGS, WALLS


def read(html: str, status: int = 200) -> Article:
    address = "https://valleypost.example/2026/story"
    headers = {"content-type": "text/html; charset=utf-8"}
    return extract(Page(body=html.encode(), url=address, final_url=address, status=status, headers=headers))


@pytest.mark.parametrize(("name", "state", "status", "html"), WALLS, ids=[wall[0] for wall in WALLS])
def test_a_wall_is_known_for_what_it_is(name: str, state: str, status: int, html: str) -> None:
    found = read(html, status)
    assert (found.state, bool(found.state_reason)) == (state, True), found.state_reason


@pytest.mark.parametrize(("name", "html"), ARTICLES, ids=[article[0] for article in ARTICLES])
def test_what_only_speaks_of_walls_is_judged(name: str, html: str) -> None:
    found = read(html)
    assert found.state.judgeable, found.state_reason
    assert found.cut is None


@pytest.mark.parametrize(("name", "html"), BEGINNINGS, ids=[page[0] for page in BEGINNINGS])
def test_the_beginning_of_an_article_is_no_whole(name: str, html: str) -> None:
    found = read(html)
    assert found.state.judgeable
    assert found.cut is not None
    assert found.cut.startswith("says: ")


TROUBLE = (
    "<h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 32770</p><hr><p>Varnish cache server</p>",
    "<br /><b>Fatal error</b>: Uncaught Error: Call to undefined function get_header() in /var/www/index.php:12 Stack trace: #0 {main}",
    "Warning: mysqli_connect(): (HY000/1040): Too many connections in /var/www/db.php on line 5",
    "<h1>We&rsquo;ll be back soon!</h1><p>Sorry for the inconvenience but we&rsquo;re performing some maintenance at the moment.</p>",
    "<h2>Application error: a client-side exception has occurred (see the browser console for more information).</h2>",
    "<nav>News Sport Culture</nav><main><h1>Something went wrong</h1><button>Try again</button></main>",
    "<main><h1>Ein Fehler ist aufgetreten</h1><p>Bitte versuchen Sie es später noch einmal.</p></main>",
    "<main><p>Une erreur est survenue. Réessayez plus tard.</p></main>",
    "Service temporarily overloaded",
    "no healthy upstream",
    "<h1>Bandwidth Limit Exceeded</h1><p>The server is temporarily unable to service your request.</p>",
)
NEWS = (
    "<h1>Something went wrong at the mill</h1><p>Something went wrong at the old mill in the night to Sunday: the wheel turned backwards for an hour, and nobody knows why. The miller has asked the university for help, which will send two engineers on Monday.</p>",
    "<h1>Ferry under maintenance</h1><p>The ferry is down for maintenance until the ninth of May, the harbour master said; cyclists may cross by the new bridge in the north, while lorries have to take the long way round by the dam and the two villages above it.</p>",
)


@pytest.mark.parametrize("body", TROUBLE)
def test_a_server_that_tells_of_its_trouble_gives_no_page(body: str) -> None:
    found = read(f"<!doctype html><html><body>{body}</body></html>")
    assert found.state is PageState.ERROR
    assert found.state_reason


@pytest.mark.parametrize("body", NEWS)
def test_trouble_in_the_news_is_news(body: str) -> None:
    assert read(f"<!doctype html><html><body><article>{body}</article></body></html>").state.judgeable


BYTES = (
    (gzip.compress(b"<html><p>packed, and not said to be</p></html>" * 99, mtime=0), "text/html"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "text/html"),
    (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n" * 60, "text/html; charset=utf-8"),
    (bytes(random.Random(1).choices(range(256), k=20_000)), "text/html"),
    (b"<html><p>" + bytes(50_000), "text/html"),
    (b'{"error": "not allowed"}', "application/json"),
    (b"\xff\xd8\xff\xe0" + bytes(999), "image/jpeg"),
)
TEXTS = (
    ("<html><body><p>" + "текст и ещё слова " * 60 + "</p></body></html>").encode("utf-16"),
    ("<html><body><p>" + "文章の本文がここにあります。" * 60 + "</p></body></html>").encode("iso-2022-jp"),
    ("<html><body><p>" + "élève à l’école où il naît " * 60 + "</p></body></html>").encode("windows-1252"),
)


@pytest.mark.parametrize(("body", "media"), BYTES)
def test_bytes_that_are_no_text_are_no_page_whatever_they_are_called(body: bytes, media: str) -> None:
    found = extract(Page(body=body, status=200, headers={"content-type": media}))
    assert found.state is PageState.ERROR
    assert "no " in (found.state_reason or "")


@pytest.mark.parametrize("body", TEXTS)
def test_text_in_any_encoding_is_text(body: bytes) -> None:
    assert extract(Page(body=body, status=200, headers={"content-type": "text/html"})).state is PageState.ARTICLE
