"""robots.txt: what it allows by its text, and what the answer to asking for it means."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights.errors import Disallowed, Timeout
from rights.fetch import Limits
from rights.fetch.robots_txt import PARSE_LIMIT, parse
from tests.servers import Reply, Request, Web
from tests.servers.hostile import BEHAVIOURS

#: Name, robots.txt, path, whether FooBot may ask for it: the kinds of cases that RFC 9309 and Google's parser tests
#: distinguish.  Where the two differ, or a file is malformed, what prohibits more is right here.
CASES = [
    ("empty", "", "/x", True),
    ("line", "user-agent: FooBot\ndisallow: /\n", "/x", False),
    ("nonsense", "foo: FooBot\nbar: /\n", "/x", True),
    ("nocolon", "user-agent FooBot\ndisallow /\n", "/x", False),
    (
        "grp1",
        "allow: /foo/bar/\n\nuser-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\nallow: /y/\n\nallow: /w/\nuser-agent: BazBot\n\nuser-agent: FooBot\nallow: /z/\ndisallow: /\n",
        "/x/b",
        True,
    ),
    (
        "grp2",
        "user-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\nuser-agent: FooBot\nallow: /z/\n",
        "/z/d",
        True,
    ),
    ("grp3", "allow: /foo/bar/\nuser-agent: FooBot\ndisallow: /\n", "/foo/bar/", False),
    ("other1", "User-agent: BarBot\nSitemap: https://foo.bar/sitemap\nUser-agent: FooBot\nDisallow: /\n", "/x", False),
    ("other2", "User-agent: FooBot\nSitemap: https://foo.bar/sitemap\nUser-agent: *\nDisallow: /\n", "/x", False),
    ("other3", "User-agent: FooBot\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n", "/x", False),
    ("other4", "User-agent: FooBot\nCrawl-delay: 2\nUser-agent: *\nDisallow: /\n", "/x", False),
    ("blank", "User-agent: FooBot\n\nDisallow: /\n", "/x", False),
    ("case1", "USER-AGENT: FooBot\nALLOW: /x/\nDISALLOW: /\n", "/y", False),
    ("ua1", "User-Agent: FOOBOT\nDisallow: /\n", "/x", False),
    ("ua2", "User-Agent: foobot\nDisallow: /\n", "/x", False),
    ("uaspace", "User-Agent: FooBot Bar\nDisallow: /\n", "/x", False),
    ("uaver", "User-Agent: FooBot/2.1\nDisallow: /\n", "/x", False),
    ("uashort", "User-Agent: Foo\nDisallow: /\n", "/x", True),
    ("ualong", "User-Agent: FooBotNews\nDisallow: /\n", "/x", True),
    ("star", "user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", "/x", False),
    ("star2", "user-agent: FooBot\nallow: /\nuser-agent: *\ndisallow: /\n", "/x", True),
    ("starspace", "user-agent: * baz\ndisallow: /\n", "/x", False),
    ("star-only-other", "user-agent: BarBot\ndisallow: /\n", "/x", True),
    ("casepath", "user-agent: FooBot\ndisallow: /X/\n", "/x/y", True),
    ("long1", "user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/\n", "/x/page.html", False),
    ("long2", "user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n", "/x/page.html", True),
    ("long3", "user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n", "/x/", False),
    ("tie", "user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/page.html\n", "/x/page.html", True),
    ("tie-empty", "user-agent: FooBot\ndisallow: \nallow: \n", "/x", True),
    ("long4", "user-agent: FooBot\ndisallow: /\nallow: /x\n", "/x.html", True),
    ("glob", "user-agent: FooBot\nallow: /page\ndisallow: /*.html\n", "/page.html", False),
    ("glob2", "user-agent: FooBot\nallow: /page\ndisallow: /*.html\n", "/page", True),
    ("glob3", "user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n", "/x/page.html", True),
    ("glob4", "user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n", "/x/y.html", False),
    ("glob5", "User-agent: *\nDisallow: /x/\nUser-agent: FooBot\nDisallow: /y/\n", "/x/page", True),
    (
        "enc1",
        "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par\n",
        "/foo/bar?qux=taz&baz=http://foo.bar?tar&par",
        True,
    ),
    ("enc2", "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/ツ\n", "/foo/bar/%E3%83%84", True),
    ("enc2b", "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/ツ\n", "/foo/bar/ツ", True),
    ("enc3", "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/%E3%83%84\n", "/foo/bar/%E3%83%84", True),
    ("enc3c", "User-agent: FooBot\nDisallow: /foo/bar/%e3%83%84\n", "/foo/bar/%E3%83%84", False),
    ("enc4", "User-agent: FooBot\nDisallow: /foo/bar/%62%61%7A\n", "/foo/bar/baz", False),
    ("enc5", "User-agent: FooBot\nDisallow: /a%2Fb\n", "/a/b", True),
    ("enc6", "User-agent: FooBot\nDisallow: /a%2fb\n", "/a%2Fb", False),
    ("spec1", "User-agent: FooBot\nDisallow: /foo/bar/quz\nAllow: /foo/*/qux\n", "/foo/bar/quz", False),
    ("spec2", "User-agent: FooBot\nDisallow: /foo/bar$\nAllow: /foo/bar/qux\n", "/foo/bar", False),
    ("spec3", "User-agent: FooBot\nDisallow: /foo/bar$\nAllow: /foo/bar/qux\n", "/foo/bar/baz", True),
    ("spec4", "User-agent: FooBot\n# Disallow: /\nDisallow: /foo/quz#qux\nAllow: /\n", "/foo/bar", True),
    ("spec5", "User-agent: FooBot\n# Disallow: /\nDisallow: /foo/quz#qux\nAllow: /\n", "/foo/quz", False),
    ("spec6", "User-agent: FooBot\nDisallow: /a$b\n", "/a$b", False),
    ("php", "User-agent: FooBot\nDisallow: /\nAllow: /*.php$\n", "/folder/filename.php", True),
    ("php2", "User-agent: FooBot\nDisallow: /\nAllow: /*.php$\n", "/filename.php?parameters", False),
    ("php3", "User-agent: FooBot\nDisallow: /\nAllow: /*.php$\n", "/filename.php/", False),
    ("php4", "User-agent: FooBot\nDisallow: /\nAllow: /fish*.php\n", "/fishheads/catfish.php?parameters", True),
    ("php5", "User-agent: FooBot\nDisallow: /\nAllow: /fish*.php\n", "/Fish.PHP", False),
    ("fish1", "User-agent: FooBot\nDisallow: /\nAllow: /fish\n", "/fish.html", True),
    ("fish2", "User-agent: FooBot\nDisallow: /\nAllow: /fish\n", "/catfish", False),
    ("fish3", "User-agent: FooBot\nDisallow: /\nAllow: /fish/\n", "/fish", False),
    ("order1", "User-agent: FooBot\nallow: /p\ndisallow: /\n", "/page", True),
    ("order2", "User-agent: FooBot\nallow: /folder\ndisallow: /folder\n", "/folder/page", True),
    ("order3", "User-agent: FooBot\nallow: /page\ndisallow: /*.htm\n", "/page.htm", False),
    ("order4", "User-agent: FooBot\nallow: /$\ndisallow: /\n", "/", True),
    ("order5", "User-agent: FooBot\nallow: /$\ndisallow: /\n", "/page.html", False),
    ("eol-cr", "User-Agent: foobot\rDisallow: /x\r", "/x", False),
    ("eol-crlf", "User-Agent: foobot\r\nDisallow: /x\r\n", "/x", False),
    ("eol-mixed", "User-Agent: foobot\r\n\rAllow: /y\n\rDisallow: /x", "/x", False),
    ("noeol", "User-Agent: foobot\nDisallow: /x", "/x", False),
    ("bom", "\ufeffUser-Agent: foobot\nDisallow: /x", "/x", False),
    ("pbom", b"\xef\xbbUser-Agent: foobot\nDisallow: /x", "/x", False),
    ("nbsp-ws", "  User-Agent :  foobot  \n\tDisallow\t:\t/x  \n", "/x", False),
    ("typo", "User-Agent: foobot\nDisalow: /x", "/x", False),
    ("typo2", "User-Agent: foobot\nDissallow: /x", "/x", False),
    ("useragent", "Useragent: foobot\nDisallow: /x", "/x", False),
    ("user agent", "User agent: foobot\nDisallow: /x", "/x", False),
    ("no-slash", "User-Agent: foobot\nDisallow: x", "/x", True),
    ("star-no-slash", "User-Agent: foobot\nDisallow: *.pdf", "/x.pdf", False),
    ("star-end", "User-Agent: foobot\nDisallow: /x*$", "/xyz", False),
    ("twostar", "User-Agent: foobot\nDisallow: /**/x", "/a/x", False),
    ("query", "User-Agent: foobot\nDisallow: /*?", "/a?b", False),
    ("query2", "User-Agent: foobot\nDisallow: /*?", "/a", True),
    ("params", "User-Agent: foobot\nDisallow: /a;b", "/a;b", False),
    ("robots-self", "User-Agent: foobot\nDisallow: /", "/robots.txt", True),
    ("full-url", "User-Agent: foobot\nDisallow: http://h.test/x", "/x", True),
    ("inline-comment", "User-agent: FooBot # us\nDisallow: /x # not there\n", "/x", False),
    ("emptydis", "User-agent: FooBot\nDisallow:\n\nUser-agent: *\nDisallow: /", "/x", True),
    ("nul", "User-agent: FooBot\x00\nDisallow: /x\n", "/x", False),
    ("latin1", b"User-agent: FooBot\nDisallow: /caf\xe9\nDisallow: /x", "/x", False),
    ("utf16", "User-agent: FooBot\nDisallow: /x".encode("utf-16"), "/x", False),
    ("html", "<!DOCTYPE html><html><body>User-agent: *<br>Disallow: /</body></html>", "/x", True),
    ("vt", "User-agent: FooBot\x0bDisallow: /x\n", "/x", True),
    ("ls", "User-agent: *\u2028Disallow: /\n", "/x", True),
    ("foo is not foobot", "User-agent: Foo\nAllow: /\nUser-agent: *\nDisallow: /", "/x", False),
    (
        "a long prohibition is cut, and prohibits more",
        "User-agent: *\nDisallow: /a" + "b" * 20_000,
        "/a" + "b" * 17_000,
        False,
    ),
]


@pytest.mark.parametrize(("text", "path", "allowed"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_it_allows(text: str | bytes, path: str, allowed: bool) -> None:
    body = text if isinstance(text, bytes) else text.encode()
    assert parse(body, "FooBot").allowed("http://h.test" + path) is allowed


def test_crawl_delay_and_sitemaps() -> None:
    text = b"Sitemap: http://h.test/1.xml\nUser-agent: *\nCrawl-delay: 3\nDisallow: /a\nUser-agent: FooBot\nDisallow:\nCrawl-delay: 1.5"
    rules = parse(text, "FooBot")
    assert rules.crawl_delay == 1.5
    assert rules.sitemaps == ("http://h.test/1.xml",)
    assert parse(text, "Other").crawl_delay == 3
    for nonsense in (b"-1", b"inf", b"nan", b"soon", b"1e999"):
        assert parse(b"User-agent: *\nCrawl-delay: " + nonsense, "x").crawl_delay is None


@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(body: bytes) -> None:
    rules = parse(b"User-agent: *\nDisallow: /secret\n" + body, "FooBot")
    assert rules.allowed("http://h.test/public") in (True, False)


@given(st.text(st.sampled_from("*$/aA%2e?"), max_size=60), st.text(st.sampled_from("/aA%2e?"), max_size=60))
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    began = time.process_time()
    parse(f"User-agent: *\nDisallow: /{pattern}".encode(), "FooBot").allowed("http://h.test/" + path * 20)
    assert time.process_time() - began < 1


def _asks(answer: Reply, **options: object) -> tuple[bool | str, list[str]]:
    """Whether a page may be fetched from a site that answers so to /robots.txt, and what the site was asked for."""
    with Web() as web:
        web.site("r.test", lambda request: answer if request.path == "/robots.txt" else Reply(body="page"))
        with web.fetcher(**options) as fetcher:
            try:
                fetcher.fetch(web.url("r.test", "/a"))
                may: bool | str = True
            except Disallowed as refused:
                may = "retryable" if refused.retryable else False
        return may, web.paths("r.test")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_refusal_of_the_file_allows_everything(status: int) -> None:
    assert _asks(Reply(status, "User-agent: *\nDisallow: /")) == (True, ["/robots.txt", "/a"])


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_trouble_with_the_file_prohibits_everything_for_now(status: int) -> None:
    assert _asks(Reply(status)) == ("retryable", ["/robots.txt"])


@pytest.mark.parametrize(
    "name", ["reset", "silence", "dripping-body", "gzip-that-ends-early", "banner-of-another-protocol"]
)
def test_a_file_that_cannot_be_had_prohibits_everything_for_now(name: str) -> None:
    may, asked = _asks(Reply(play=BEHAVIOURS[name].play), limits=Limits(total=0.5))
    assert (may, asked) == ("retryable", ["/robots.txt"])


@pytest.mark.parametrize("name", ["endless-body", "gzip-bomb"])
def test_an_endless_file_is_read_to_its_limit(name: str) -> None:
    assert _asks(Reply(play=BEHAVIOURS[name].play))[0] is True


def test_rules_within_the_limit_count_though_the_file_is_longer() -> None:
    text = b"User-agent: *\nDisallow: /a\n" + b"#" * 2 * PARSE_LIMIT
    packed = Reply(body=gzip.compress(text), headers={"Content-Encoding": "gzip"})
    assert _asks(Reply(body=text))[0] is False
    assert _asks(packed)[0] is False


def test_redirects_are_followed_and_the_rules_count_for_the_first_host() -> None:
    with Web() as web:
        web.site(
            "first.test",
            {"/robots.txt": lambda _: Reply(301, headers={"Location": web.url("second.test", "/r")}), "/a": "x"},
        )
        web.site("second.test", {"/r": "User-agent: *\nDisallow: /a", "/a": "open here"})
        with web.fetcher() as fetcher:
            with pytest.raises(Disallowed):
                fetcher.fetch(web.url("first.test", "/a"))
            assert fetcher.fetch(web.url("second.test", "/a")).status == 200


def test_a_circle_of_redirects_prohibits_everything_for_now() -> None:
    assert _asks(Reply(302, headers={"Location": "/robots.txt"})) == ("retryable", ["/robots.txt"])


def test_it_is_fetched_once_a_day_per_origin_and_by_one_thread() -> None:
    from concurrent.futures import ThreadPoolExecutor

    with Web() as web:
        web.site("r.test", {"/robots.txt": Reply(body="User-agent: *\nDisallow: /x", delay=0.1), "/a": "a"})
        with web.fetcher() as fetcher, ThreadPoolExecutor(6) as pool:
            list(pool.map(lambda _: fetcher.fetch(web.url("r.test", "/a")), range(6)))
            now = time.monotonic()
            fetcher.robots._clock = lambda: now + 25 * 3600
            fetcher.fetch(web.url("r.test", "/a"))
    assert web.paths("r.test").count("/robots.txt") == 2


def test_our_token_is_what_the_file_must_name() -> None:
    def site(request: Request) -> str:
        return "User-agent: rightschecker\nDisallow: /a" if request.path == "/robots.txt" else "page"

    with Web() as web:
        web.site("r.test", site)
        with web.fetcher() as fetcher:
            assert fetcher.robots.allowed(web.url("r.test", "/b"))
            with pytest.raises(Disallowed) as refused:
                fetcher.fetch(web.url("r.test", "/a"))
    assert not refused.value.retryable


def test_no_spelling_of_a_path_gets_around_a_prohibition() -> None:
    with Web() as web:
        web.site(
            "r.test", lambda request: "User-agent: *\nDisallow: /private" if request.path == "/robots.txt" else "page"
        )
        with web.fetcher() as fetcher:
            for path in ("/private/x", "/public/../private/x", "/./private", "/%70rivate/x", "/private%2Fx"):
                with pytest.raises(Disallowed):
                    fetcher.fetch(web.url("r.test", path))
            assert fetcher.fetch(web.url("r.test", "/private/../public")).status == 200
    assert web.paths("r.test") == ["/robots.txt", "/public"]


def test_a_timeout_of_the_page_itself_is_none_of_robots() -> None:
    with Web() as web:
        web.site("r.test", {"/a": Reply(play=BEHAVIOURS["silence"].play)})
        with web.fetcher(limits=Limits(total=0.5)) as fetcher, pytest.raises(Timeout):
            fetcher.fetch(web.url("r.test", "/a"))
