"""The door of fetch/, against real loopback servers."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import pickle

import pytest

from rights.errors import Disallowed, ForbiddenAddress, TooLarge
from rights.fetch import Fetcher, Identity
from tests.servers import Reply, Request, Web


@pytest.fixture(scope="module")
def web():
    with Web() as web:
        yield web


def test_a_page_comes_with_all_that_is_known_about_it(web: Web) -> None:
    web.site("plain.test", {"/a": Reply(body="<p>hello</p>", headers={"ETag": '"1"', "X-Robots-Tag": "noindex"})})
    with web.fetcher(identity=Identity(page="https://bot.test/", contact="me@bot.test")) as fetcher:
        page = fetcher.fetch(web.url("plain.test", "/a#part"))
    assert (page.status, page.body, page.media_type) == (200, b"<p>hello</p>", "text/html")
    assert page.headers["etag"] == '"1"'
    assert page.headers["x-robots-tag"] == "noindex"
    assert page.sha256 == hashlib.sha256(page.body).hexdigest()
    assert page.fetched_at is not None
    assert page.fetched_at.utcoffset() is not None
    assert page.final_url == web.url("plain.test", "/a")
    assert page.peer is not None
    assert page.peer.startswith("127.77.")
    [hop] = page.chain
    assert hop.request.startswith(b"GET /a HTTP/1.1\r\n")
    assert hop.response.startswith(b"HTTP/1.1 200 OK\r\n")
    assert hop.response.endswith(b"\r\n\r\n")
    agent = web.seen[-1].headers["user-agent"]
    assert agent.startswith("RightsChecker/")
    assert agent.endswith("(+https://bot.test/; me@bot.test)")


def test_redirects_are_followed_and_kept(web: Web) -> None:
    web.site("moved.test", {"/1": Reply(301, headers={"Location": "/2"}), "/2": Reply(302, headers={"Location": "/3"})})
    web.site("there.test", {"/end": "here"})
    web.site(
        "moved.test",
        {**web._sites["moved.test"], "/3": Reply(307, headers={"Location": web.url("there.test", "/end")})},
    )
    with web.fetcher() as fetcher:
        page = fetcher.fetch(web.url("moved.test", "/1"))
    assert page.body == b"here"
    assert page.url == web.url("moved.test", "/1")
    assert page.final_url == web.url("there.test", "/end")
    assert [hop.status for hop in page.chain] == [301, 302, 307, 200]


def test_an_unchanged_page_is_a_page_with_status_304(web: Web) -> None:
    def answer(request: Request) -> Reply:
        same = request.headers.get("if-none-match") == '"v1"' or "if-modified-since" in request.headers
        return Reply(304) if same else Reply(body="full")

    web.site("same.test", answer)
    with web.fetcher(obey_robots=False) as fetcher:
        assert fetcher.fetch(web.url("same.test", "/x"), etag='"v1"').status == 304
        assert fetcher.fetch(web.url("same.test", "/x"), last_modified="Mon, 01 Jan 2024 00:00:00 GMT").status == 304
        assert fetcher.fetch(web.url("same.test", "/x"), etag='"v0"').body == b"full"


def test_an_error_status_is_data(web: Web) -> None:
    web.site("broken.test", {"/gone": Reply(410, "gone"), "/down": Reply(500, "oops")})
    with web.fetcher() as fetcher:
        assert fetcher.fetch(web.url("broken.test", "/gone")).status == 410
        assert fetcher.fetch(web.url("broken.test", "/down")).status == 500


def test_robots_are_obeyed_for_redirect_targets_too(web: Web) -> None:
    web.site("closed.test", {"/robots.txt": "User-agent: *\nDisallow: /private", "/private/a": "secret"})
    web.site("lure.test", {"/go": Reply(302, headers={"Location": web.url("closed.test", "/private/a")})})
    with web.fetcher() as fetcher:
        assert not fetcher.robots.allowed(web.url("closed.test", "/private/a"))
        with pytest.raises(Disallowed):
            fetcher.fetch(web.url("lure.test", "/go"))
    assert web.paths("closed.test") == ["/robots.txt"]


def test_the_opt_out_list_is_asked_before_anything_is_sent(web: Web) -> None:
    web.site("leave-me.test", {"/": "home"})
    with web.fetcher(opted_out=lambda host: host == "leave-me.test") as fetcher, pytest.raises(Disallowed):
        fetcher.fetch(web.url("leave-me.test"))
    assert web.paths("leave-me.test") == []


def test_a_body_over_the_limit_never_passes_as_whole(web: Web) -> None:
    web.site("long.test", {"/": Reply(body=gzip.compress(b"x" * 20_000_000), headers={"Content-Encoding": "gzip"})})
    with web.fetcher() as fetcher:
        with pytest.raises(TooLarge):
            fetcher.fetch(web.url("long.test"))
        page = fetcher.fetch(web.url("long.test"), cut=True)
    assert page.cut == "bytes"
    assert len(page.body) == fetcher.limits.body


def test_loopback_is_refused_unless_allowed(web: Web) -> None:
    web.site("inside.test", {"/": "secret"})
    with Fetcher(resolver=web.resolve) as fetcher, pytest.raises(ForbiddenAddress):
        fetcher.fetch(web.url("inside.test"))
    assert web.paths("inside.test") == []


def test_repeated_headers_are_joined_and_a_page_can_be_sent_to_another_process(web: Web) -> None:
    async def play(_: object, writer: asyncio.StreamWriter) -> None:
        writer.write(
            b"HTTP/1.1 200 OK\r\nX-Robots-Tag: noindex\r\nX-Robots-Tag: noarchive\r\nContent-Length: 0\r\n\r\n"
        )

    web.site("twice.test", {"/": Reply(play=play)})
    with web.fetcher() as fetcher:
        page = fetcher.fetch(web.url("twice.test"))
    assert page.headers["x-robots-tag"] == "noindex, noarchive"
    assert pickle.loads(pickle.dumps(page)) == page


def test_international_names_are_asked_for_in_ascii(web: Web) -> None:
    web.site("xn--mller-kva.test", {"/stra%C3%9Fe": "ja"})
    with web.fetcher() as fetcher:
        page = fetcher.fetch(web.url("müller.test", "/straße"))
    assert page.body == b"ja"
    assert page.final_url == web.url("xn--mller-kva.test", "/stra%C3%9Fe")


def test_a_form_can_be_posted_and_a_303_makes_it_a_get(web: Web) -> None:
    def answer(request: Request) -> Reply:
        return Reply(303, headers={"Location": "/done"}) if request.method == "POST" else Reply(body=request.method)

    web.site("form.test", answer)
    with web.fetcher(obey_robots=False) as fetcher:
        page = fetcher.fetch(
            web.url("form.test", "/f"), method="POST", data=b"a=b", headers={"Content-Type": "text/plain"}
        )
    assert page.body == b"GET"
    assert web.seen[-2].body == b"a=b"


def test_a_page_elsewhere_with_the_same_etag_is_not_taken_for_the_old_page(web: Web) -> None:
    def elsewhere(request: Request) -> Reply:
        return Reply(304) if "if-none-match" in request.headers else Reply(body="another page")

    web.site("new.test", elsewhere)
    web.site(
        "was.test",
        {
            "/": Reply(301, headers={"Location": web.url("new.test")}),
            "/here": Reply(301, headers={"Location": "/there"}),
        },
    )
    web.site("was.test", {**web._sites["was.test"], "/there": elsewhere})
    with web.fetcher(obey_robots=False) as fetcher:
        assert fetcher.fetch(web.url("was.test"), etag='"1"').body == b"another page"
        assert fetcher.fetch(web.url("was.test", "/here"), etag='"1"').status == 304
