"""Every source against every kind of answer that is documented for it or met in practice: one table.

An answer that is none (a quota, a refusal, a page of HTML where JSON should be) is an error that says when to come again
where the source says so; it is never "nothing found".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from rights.discover import Budget, Lead
from rights.discover.api import Spent
from rights.discover.archive_pages import ArchivePages
from rights.discover.brave import Brave
from rights.discover.common_crawl import CommonCrawl
from rights.discover.feed import Feed
from rights.discover.gdelt import Gdelt
from rights.discover.google_json import GoogleJson
from rights.discover.media_cloud import MediaCloud
from rights.discover.searxng import SearXNG
from rights.discover.sitemap import Sitemaps
from rights.discover.wordpress import WordPress
from rights.errors import FetchError, SourceError
from rights.fetch import Fetcher, Pace
from tests.servers import Reply, Request, Web

PHRASE = "the herons came back to the reservoir after nine dry winters"
HOST = "source.test"
HTML = {"Content-Type": "text/html"}
JUNE = (date(2024, 6, 1), date(2024, 6, 30))

#: How each source is asked, as a publisher's program asks it.
ASK: dict[str, Callable[[Fetcher, str, Budget], Iterable[Lead]]] = {
    "searxng": lambda f, home, b: SearXNG(f, home).search(PHRASE, b),
    "brave": lambda f, home, b: Brave(f, "key", home=home + "res").search(PHRASE, b),
    "google": lambda f, home, b: GoogleJson(f, "key", "cx", home=home + "v1").search(PHRASE, b),
    "gdelt": lambda f, home, b: Gdelt(f, home=home + "doc").search(PHRASE, b),
    "media-cloud": lambda f, home, b: MediaCloud(
        f, "token", since=JUNE[0], until=JUNE[1], collections=[1], home=home + "list"
    ).search(PHRASE, b),
    "common-crawl": lambda f, home, b: CommonCrawl(f, home=home + "collinfo.json").leads("w.test", b),
    "wordpress": lambda f, home, b: WordPress(f, home).leads(b),
    "feed": lambda f, home, b: Feed(f, home + "feed/").leads(b),
    "sitemap": lambda f, home, b: Sitemaps(f, home).leads(b),
    "archive-pages": lambda f, home, b: ArchivePages(f, home).leads(b),
}


def as_json(value: object, status: int = 200, **headers: str) -> Reply:
    given = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, json.dumps(value), {"Content-Type": "application/json", **given})


def listed(items: str, root: str) -> Reply:
    return Reply(body=f"<{root}>{items}</{root.split()[0]}>", headers={"Content-Type": "application/xml"})


#: An answer in which nothing is found, as each source words it.
EMPTY: dict[str, Reply] = {
    "searxng": as_json({"query": PHRASE, "number_of_results": 0, "results": [], "unresponsive_engines": []}),
    "brave": as_json({"type": "search", "query": {"original": PHRASE, "more_results_available": False}}),
    "google": as_json({"kind": "customsearch#search", "searchInformation": {"totalResults": "0"}, "queries": {}}),
    "gdelt": Reply(200, "{}"),
    "media-cloud": as_json({"stories": [], "pagination_token": None}),
    "common-crawl": as_json({"message": "No Captures found for: w.test/*"}, 404),
    "wordpress": as_json([], X_WP_Total="0", X_WP_TotalPages="0"),
    "feed": listed("<channel><title>t</title></channel>", 'rss version="2.0"'),
    "sitemap": listed("", "urlset"),
    "archive-pages": Reply(200, "<html><body><p>Nothing yet.</p></body></html>", HTML),
}

#: A refusal: a key or token that is wrong, or an interface that is shut.
REFUSED: dict[str, Reply] = {
    "searxng": Reply(403, "<h1>Forbidden</h1>", HTML),
    "brave": as_json({"type": "ErrorResponse", "error": {"code": "SUBSCRIPTION_TOKEN_INVALID"}}, 422),
    "google": as_json({"error": {"code": 400, "message": "API key not valid.", "errors": [{"reason": "badRequest"}]}}, 400),
    "gdelt": Reply(403, "forbidden"),
    "media-cloud": as_json({"detail": "Invalid token."}, 403),
    "common-crawl": Reply(403, "blocked"),
    "wordpress": as_json({"code": "rest_forbidden", "data": {"status": 401}}, 401),
    "feed": Reply(403, "no"),
    "sitemap": Reply(403, "no"),
    "archive-pages": Reply(403, "no"),
}  # fmt: skip

#: The month's or day's allowance is spent.
SPENT: dict[str, Reply] = {
    "searxng": as_json({"results": [], "unresponsive_engines": [["google", "Suspended: too many requests"]]}),
    "brave": as_json(
        {"error": {"code": "RATE_LIMITED"}}, 429, X_RateLimit_Remaining="1, 0", X_RateLimit_Reset="1, 9000"
    ),
    "google": as_json({"error": {"message": "Quota exceeded", "errors": [{"reason": "dailyLimitExceeded"}]}}, 403),
    "gdelt": Reply(200, "Please limit requests to one every 5 seconds or contact kalev.leetaru5@gmail.test", HTML),
    "media-cloud": as_json({"detail": "Request was throttled. Expected available in 40 seconds."}, 429, Retry_After="40"),
    "common-crawl": Reply(503, "Please reduce your request rate."),
}  # fmt: skip

#: An error told with status 200: nothing of it is an answer.
TOLD_WITH_200: dict[str, Reply] = {
    "searxng": as_json({"error": "no"}),
    "brave": as_json({"type": "ErrorResponse", "error": {"code": "INTERNAL"}}),
    "google": as_json({"error": {"message": "Backend error"}}),
    "gdelt": as_json({"status": "error"}),
    "media-cloud": as_json({"status": "error", "note": "busy"}),
    "wordpress": as_json({"code": "rest_error"}),
}

SLOW = Reply(429, "slow down", {"Retry-After": "30"})
BROKEN = Reply(500, "oops")
PAGE = Reply(200, "<!doctype html><html><body><h1>Down for repairs</h1></body></html>", HTML)
CUT = Reply(200, '{"results": [{"url": "http:', {"Content-Type": "application/json"})

#: (source, answer) -> when to come again, None for "never by itself"; what is not an error stands in `NOTHING`.
ERRORS: list[tuple[str, Reply, float | None]] = [
    *[(name, SLOW, 30) for name in ASK if name not in ("feed", "sitemap")],
    *[(name, BROKEN, 60) for name in ASK if name not in ("feed", "sitemap", "google")],
    ("google", BROKEN, 120),
    *[(name, PAGE, None) for name in ASK if name != "archive-pages"],
    *[(name, CUT, None) for name in ASK if name != "archive-pages"],
    *[(name, reply, None) for name, reply in REFUSED.items() if name not in ("wordpress", "feed", "sitemap")],
    ("searxng", SPENT["searxng"], 3600), ("brave", SPENT["brave"], 9000), ("google", SPENT["google"], 86400),
    ("gdelt", SPENT["gdelt"], 60), ("media-cloud", SPENT["media-cloud"], 40), ("common-crawl", SPENT["common-crawl"], 60),
    *[(name, reply, None) for name, reply in TOLD_WITH_200.items()],
    *[(name, reply, None) for name in ("feed", "sitemap") for reply in (SLOW, BROKEN, REFUSED[name])],
]  # fmt: skip

#: What is an answer, and says that there is nothing.
NOTHING: list[tuple[str, Reply]] = [*EMPTY.items(), ("wordpress", REFUSED["wordpress"]), ("archive-pages", CUT)]


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with Web() as made:
        yield made


@pytest.fixture
def fetcher(web: Web) -> Iterator[Fetcher]:
    clock = [1000.0]

    def sleep(seconds: float) -> None:
        clock[0] += seconds

    pace = Pace(delay=0, address_delay=0, latency_factor=0, clock=lambda: clock[0], sleep=sleep)
    with web.fetcher(pace=pace) as made:
        yield made


def served(web: Web, source: str, reply: Callable[[Request], Reply] | Reply) -> str:
    """Serve the answers of a source; gives its root.  What leads to the answer in question is in order."""
    answer: Callable[[Request], Reply] = reply if callable(reply) else lambda _: reply
    home = web.url(HOST, "/")

    def site(request: Request) -> Reply:
        path = request.path.partition("?")[0]
        if path == "/robots.txt":
            return Reply(404)
        if source == "common-crawl" and path == "/collinfo.json":
            return as_json([{"id": "CC-MAIN-2024-26", "cdx-api": home + "idx"}])
        if source == "wordpress" and path == "/":
            return Reply(200, f'<link rel="https://api.w.org/" href="{home}wp-json/">', HTML)
        return answer(request)

    web.site(HOST, site)
    return home


@pytest.mark.parametrize(("source", "reply", "after"), ERRORS)
def test_an_answer_that_is_none_is_an_error(
    web: Web, fetcher: Fetcher, source: str, reply: Reply, after: float | None
) -> None:
    home = served(web, source, reply)
    with pytest.raises((SourceError, FetchError)) as failed:
        list(ASK[source](fetcher, home, Budget()))
    assert getattr(failed.value, "after", None) == after


@pytest.mark.parametrize(("source", "reply"), NOTHING)
def test_nothing_found_is_no_error(web: Web, fetcher: Fetcher, source: str, reply: Reply) -> None:
    assert list(ASK[source](fetcher, served(web, source, reply), Budget())) == []


def paged(source: str, asked: list[Request]) -> Callable[[Request], Reply]:
    """Answers that never run out of pages, as each source turns them."""
    home = ""

    def reply(request: Request) -> Reply:
        nonlocal home
        home = f"http://{request.headers['host']}/"
        asked.append(request)
        number = len(asked)
        one = f"{home}{number}"
        answers: dict[str, Any] = {
            "searxng": {"results": [{"url": one}]},
            "brave": {"query": {"more_results_available": True}, "web": {"results": [{"url": one}]}},
            "google": {"items": [{"link": one}], "queries": {"nextPage": [{"startIndex": 10 * number + 1}]}},
            "gdelt": {"articles": [{"url": one}]},
            "media-cloud": {"stories": [{"url": one}], "pagination_token": str(number)},
            "common-crawl": {"pages": 10**6} if "showNumPages" in request.query else {"url": one, "status": "200"},
            "wordpress": [{"link": f"{one}/{n}", "title": {"rendered": "t"}} for n in range(100)],
        }
        if source == "archive-pages":
            links = f'<a href="/story-of-the-herons-{number}">x</a><a rel="next" href="/p/{number}">next</a>'
            return Reply(200, links, HTML)
        if source == "sitemap":
            return listed(f"<sitemap><loc>{home}{number}.xml</loc></sitemap>", "sitemapindex")
        if source == "feed":
            return listed(f"<channel><title>t</title><item><link>{one}</link></item></channel>", 'rss version="2.0"')
        return as_json(answers[source])

    return reply


#: Requests that one question takes at most where pages never end: each source's own limit, or the budget's.
LIMITS = {
    "searxng": 2, "brave": 2, "google": 3, "gdelt": 1, "media-cloud": 5, "common-crawl": 24, "wordpress": 20, "feed": 1,
    "sitemap": 4, "archive-pages": 25,
}  # fmt: skip


@pytest.mark.parametrize("source", ASK)
def test_pages_without_an_end_end_by_the_limit_or_the_budget(web: Web, fetcher: Fetcher, source: str) -> None:
    asked: list[Request] = []
    home = served(web, source, paged(source, asked))
    leads = list(ASK[source](fetcher, home, Budget(requests=25)))
    assert len(asked) == LIMITS[source]
    assert bool(leads) is (source != "sitemap")


@pytest.mark.parametrize("source", ASK)
def test_a_budget_without_requests_asks_for_nothing(web: Web, fetcher: Fetcher, source: str) -> None:
    asked: list[Request] = []
    home = served(web, source, paged(source, asked))
    with suppress(Spent):  # how engines say it to whoever asks several
        assert list(ASK[source](fetcher, home, Budget(requests=0))) == []
    assert asked == []
