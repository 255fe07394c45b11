"""Search engines and other interfaces, each spoken to by a local server in its documented form, errors included."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from rights.discover import Budget
from rights.discover.brave import Brave
from rights.discover.common_crawl import CommonCrawl
from rights.discover.gdelt import Gdelt
from rights.discover.google_json import GoogleJson
from rights.discover.media_cloud import MediaCloud
from rights.discover.search import Search
from rights.discover.searxng import SearXNG
from rights.errors import InputError, SourceError
from rights.fetch import Fetcher, Pace
from tests.servers import Reply, Request, Web

PHRASE = "the herons came back to the reservoir after nine dry winters"


def answer(value: object, status: int = 200, **headers: str) -> Reply:
    given = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, json.dumps(value), {"Content-Type": "application/json", **given})


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as web:
        yield web


@pytest.fixture
def fetcher(web: Web) -> Iterator[Fetcher]:
    waits: list[float] = []
    clock = [1000.0]

    def sleep(seconds: float) -> None:
        waits.append(round(seconds, 3))
        clock[0] += seconds

    pace = Pace(delay=0, address_delay=0, latency_factor=0, clock=lambda: clock[0], sleep=sleep)
    with web.fetcher(pace=pace) as fetcher:
        fetcher.waits = waits  # type: ignore[attr-defined]  # what the pace slept, for tests that ask
        yield fetcher


def serve(web: Web, path: str, reply: Callable[[Request], Reply]) -> str:
    web.site("api.test", {path: reply, "/robots.txt": "User-agent: *\nDisallow: /"})
    return web.url("api.test", path)


# --- SearXNG


def test_searxng_gives_the_results_of_two_pages(web: Web, fetcher: Fetcher) -> None:
    def reply(request: Request) -> Reply:
        assert request.query["q"] == f'"{PHRASE}"'
        assert request.query["format"] == "json"
        number = int(request.query["pageno"])
        results = [
            {"url": f"http://s.test/{number}", "title": "T", "engines": ["a", "b"], "publishedDate": None},
            {"title": "no url"},
        ]
        return answer({"query": "q", "results": results, "unresponsive_engines": [["c", "timeout"]]})

    serve(web, "/search", reply)
    leads = list(SearXNG(fetcher, web.url("api.test")).search(PHRASE, Budget()))
    assert [lead.url for lead in leads] == ["http://s.test/1", "http://s.test/2"]
    assert leads[0].note == "a, b"


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(403, "Forbidden"), "does not give JSON"),
        (answer({"results": [], "unresponsive_engines": [["google", "too many requests"]]}), "too many requests"),
        (Reply(200, "<html>challenge</html>"), "no JSON"),
        (answer([1, 2]), "another form"),
        (Reply(500, "oops"), "500"),
    ],
)
def test_searxng_says_when_nothing_is_known(web: Web, fetcher: Fetcher, reply: Reply, why: str) -> None:
    serve(web, "/search", lambda _: reply)
    with pytest.raises(SourceError, match=why):
        list(SearXNG(fetcher, web.url("api.test")).search(PHRASE, Budget()))


def test_searxng_that_finds_nothing_finds_nothing(web: Web, fetcher: Fetcher) -> None:
    serve(web, "/search", lambda _: answer({"results": [], "unresponsive_engines": []}))
    assert list(SearXNG(fetcher, web.url("api.test")).search(PHRASE, Budget())) == []


# --- Brave


def test_brave_turns_pages_while_there_are_more(web: Web, fetcher: Fetcher) -> None:
    def reply(request: Request) -> Reply:
        assert request.headers["x-subscription-token"] == "key"
        number = int(request.query["offset"])
        results = [{"url": f"http://b.test/{number}", "title": "T", "page_age": "2024-06-11T00:00:00"}]
        body = {"query": {"more_results_available": True}, "web": {"results": results}}
        return answer(body, X_RateLimit_Remaining="0, 1500", X_RateLimit_Reset="1, 86400")

    home = serve(web, "/web/search", reply)
    leads = list(Brave(fetcher, "key", home=home).search(PHRASE, Budget()))
    assert [lead.url for lead in leads] == ["http://b.test/0", "http://b.test/1"]
    assert fetcher.waits == [1.0]  # type: ignore[attr-defined]


def test_brave_quota_spent_tells_when_to_come_again(web: Web, fetcher: Fetcher) -> None:
    home = serve(web, "/s", lambda _: answer({}, 429, X_RateLimit_Remaining="1, 0", X_RateLimit_Reset="1, 86400"))
    with pytest.raises(SourceError) as spent:
        list(Brave(fetcher, "key", home=home).search(PHRASE, Budget()))
    assert spent.value.after == 86400


@pytest.mark.parametrize("status", [401, 422])
def test_brave_refusal(web: Web, fetcher: Fetcher, status: int) -> None:
    home = serve(web, "/s", lambda _: answer({"error": {"detail": "bad token"}}, status))
    with pytest.raises(SourceError, match="bad token") as refused:
        list(Brave(fetcher, "key", home=home).search(PHRASE, Budget()))
    assert refused.value.after is None


# --- Google's form


def test_google_follows_next_page(web: Web, fetcher: Fetcher) -> None:
    def reply(request: Request) -> Reply:
        start = int(request.query["start"])
        assert request.query["exactTerms"] == PHRASE
        queries = {"nextPage": [{"startIndex": start + 10}]} if start < 11 else {}
        return answer({"items": [{"link": f"http://g.test/{start}", "title": "T"}], "queries": queries})

    home = serve(web, "/customsearch/v1", reply)
    assert [lead.url for lead in GoogleJson(fetcher, "k", "cx", home=home).search(PHRASE, Budget())] == [
        "http://g.test/1",
        "http://g.test/11",
    ]


@pytest.mark.parametrize(
    ("status", "reason", "after"),
    [
        (429, "rateLimitExceeded", 120),
        (429, "dailyLimitExceeded", 86400),
        (400, "keyInvalid", None),
        (403, "quotaExceeded", 86400),
    ],
)
def test_google_errors(web: Web, fetcher: Fetcher, status: int, reason: str, after: float | None) -> None:
    body = {"error": {"code": status, "message": "No more of that.", "errors": [{"reason": reason}]}}
    home = serve(web, "/v1", lambda _: answer(body, status))
    with pytest.raises(SourceError, match="No more of that") as failed:
        list(GoogleJson(fetcher, "k", "cx", home=home).search(PHRASE, Budget()))
    assert failed.value.after == after


# --- GDELT


def test_gdelt_mends_its_escapes_and_keeps_its_pace(web: Web, fetcher: Fetcher) -> None:
    body = '{"articles":[{"url":"http://d.test/a","title":"It\\\'s back","seendate":"20240611T080000Z"}]}'
    home = serve(web, "/doc", lambda request: Reply(200, body if request.query["mode"] == "artlist" else ""))
    gdelt = Gdelt(fetcher, home=home)
    for _ in range(2):
        [lead] = gdelt.search(PHRASE, Budget())
    assert (lead.url, lead.published) == ("http://d.test/a", "2024-06-11T08:00:00Z")
    assert fetcher.waits == [5.0]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("reply", "after"),
    [
        (Reply(200, "Please limit requests to one every 5 seconds."), 60),
        (Reply(200, "Your query was too short or too long."), None),
        (Reply(429, "slow", {"Retry-After": "30"}), 30),
    ],
)
def test_gdelt_errors_come_as_text(web: Web, fetcher: Fetcher, reply: Reply, after: float | None) -> None:
    home = serve(web, "/doc", lambda _: reply)
    with pytest.raises(SourceError) as failed:
        list(Gdelt(fetcher, home=home).search(PHRASE, Budget()))
    assert failed.value.after == after


def test_gdelt_that_found_nothing(web: Web, fetcher: Fetcher) -> None:
    home = serve(web, "/doc", lambda _: Reply(200, "{}"))
    assert list(Gdelt(fetcher, home=home).search(PHRASE, Budget())) == []


# --- Media Cloud


def test_media_cloud_follows_its_token(web: Web, fetcher: Fetcher) -> None:
    def reply(request: Request) -> Reply:
        assert request.headers["authorization"] == "Token t"
        assert request.query["cs"] == "34412234"
        assert request.query["start"] == "2024-06-01"
        if request.query.get("pagination_token") == "more":
            return answer({"stories": [{"url": "http://m.test/2", "title": "B"}], "pagination_token": None})
        return answer(
            {"stories": [{"url": "http://m.test/1", "publish_date": "2024-06-11"}], "pagination_token": "more"}
        )

    home = serve(web, "/list", reply)
    cloud = MediaCloud(fetcher, "t", since=date(2024, 6, 1), until=date(2024, 6, 30), collections=[34412234], home=home)
    assert [lead.url for lead in cloud.search(PHRASE, Budget())] == ["http://m.test/1", "http://m.test/2"]
    assert fetcher.waits == [30.0]  # type: ignore[attr-defined]


def test_media_cloud_needs_something_to_search_in(fetcher: Fetcher) -> None:
    with pytest.raises(InputError, match="collection"):
        MediaCloud(fetcher, "t", since=date(2024, 6, 1), until=date(2024, 6, 30))


def test_media_cloud_without_a_valid_token(web: Web, fetcher: Fetcher) -> None:
    home = serve(web, "/list", lambda _: answer({"detail": "Invalid token."}, 403))
    cloud = MediaCloud(fetcher, "t", since=date(2024, 6, 1), until=date(2024, 6, 2), sources=[1], home=home)
    with pytest.raises(SourceError, match="Invalid token"):
        list(cloud.search(PHRASE, Budget()))


# --- Common Crawl


def _crawl_site(web: Web, lines: Callable[[Request], Reply]) -> str:
    def info(_: Request) -> Reply:
        return answer(
            [
                {"id": "CC-MAIN-2024-26", "cdx-api": web.url("cc.test", "/idx")},
                {"id": "old", "cdx-api": web.url("cc.test", "/old")},
            ]
        )

    web.site("cc.test", {"/collinfo.json": info, "/idx": lines})
    return web.url("cc.test", "/collinfo.json")


def test_common_crawl_lists_the_pages_of_a_site(web: Web, fetcher: Fetcher) -> None:
    def lines(request: Request) -> Reply:
        assert request.query["url"] == "w.test/*"
        assert request.query["filter"] == "=status:200"
        if "showNumPages" in request.query:
            return answer({"blocks": 7, "pages": 2, "pageSize": 5})
        number = request.query["page"]
        rows = [
            {"url": f"http://w.test/{number}", "mime-detected": "text/html"},
            {"url": f"http://w.test/{number}.pdf", "mime-detected": "application/pdf"},
        ]
        return Reply(200, "\n".join([json.dumps(row) for row in rows] + ["not json", json.dumps(rows[0])]))

    home = _crawl_site(web, lines)
    assert [lead.url for lead in CommonCrawl(fetcher, home=home).leads("w.test", Budget())] == [
        "http://w.test/0",
        "http://w.test/1",
    ]
    assert len(list(CommonCrawl(fetcher, home=home).leads("w.test", Budget(requests=3)))) == 1
    assert min(fetcher.waits) == 1.5  # type: ignore[attr-defined]


def test_common_crawl_404_is_none_and_503_is_an_error(web: Web, fetcher: Fetcher) -> None:
    home = _crawl_site(web, lambda _: answer({"message": "No Captures found"}, 404))
    assert list(CommonCrawl(fetcher, home=home).leads("w.test", Budget())) == []
    home = _crawl_site(web, lambda _: Reply(503, "Please reduce your request rate."))
    with pytest.raises(SourceError, match="reduce") as failed:
        list(CommonCrawl(fetcher, home=home).leads("w.test", Budget()))
    assert failed.value.after == 60


# --- all together


class _Engine:
    def __init__(self, name: str, *urls: str, fails: bool = False, after: float | None = None) -> None:
        self.name = name
        self.asked = 0
        self._urls = urls
        self._fails = fails
        self._after = after

    def search(self, phrase: str, budget: Budget) -> Iterator:
        from rights.discover import Lead
        from rights.discover.api import Spent

        if not budget.request():
            raise Spent
        self.asked += 1
        if self._fails:
            raise SourceError(self.name, "out of order", self._after)
        for url in self._urls:
            yield Lead(url=url, source=self.name)


def test_engines_are_asked_in_turn_and_one_that_fails_stops_nobody() -> None:
    search = Search(
        [
            _Engine("a", fails=True),
            _Engine("b", "http://x.test/1?utm_source=b", "http://x.test/2", "mailto:x"),
            _Engine("c", "http://x.test/1"),
        ]
    )
    leads = list(search.leads("work-1", [PHRASE], Budget()))
    assert [(lead.url, lead.source) for lead in leads] == [
        ("http://x.test/1?utm_source=b", "b"),
        ("http://x.test/2", "b"),
    ]
    assert {lead.work for lead in leads} == {"work-1"}
    assert leads[0].found_at == f'"{PHRASE}"'
    assert set(search.failed) == {"a"}


def test_when_every_engine_fails_that_is_an_error_and_not_an_empty_answer() -> None:
    with pytest.raises(SourceError, match="out of order"):
        list(Search([_Engine("a", fails=True), _Engine("b", fails=True)]).leads("w", [PHRASE], Budget()))


def test_an_engine_that_is_spent_is_left_alone_until_it_says_and_one_that_refuses_for_good() -> None:
    clock = [0.0]
    spent, refusing, well = (
        _Engine("a", fails=True, after=100),
        _Engine("b", fails=True),
        _Engine("c", "http://x.test/1"),
    )
    search = Search([spent, refusing, well], clock=lambda: clock[0])
    for _ in range(10):
        assert len(list(search.leads("w", [PHRASE], Budget()))) == 1
    assert (spent.asked, refusing.asked, well.asked) == (1, 3, 10)
    clock[0] = 101
    list(search.leads("w", [PHRASE], Budget()))
    assert (spent.asked, refusing.asked) == (2, 3)


def test_where_all_engines_rest_that_is_an_error_too() -> None:
    search = Search([_Engine("a", fails=True, after=100)])
    for _ in range(2):
        with pytest.raises(SourceError, match="out of order"):
            list(search.leads("w", [PHRASE], Budget()))


def test_a_budget_ends_the_search() -> None:
    search = Search([_Engine("a", *(f"http://x.test/{n}" for n in range(100)))])
    assert len(list(search.leads("w", [PHRASE], Budget(leads=7)))) == 7
    assert list(search.leads("w", [PHRASE], Budget(requests=0))) == []
