"""The pace of whole sweeps, proved from the servers' own logs: one crawler, and two at once on one database."""

from __future__ import annotations

import threading
from itertools import pairwise

import pytest

from rights.fetch import Pace
from rights.look import Looker
from rights.settings import Settings
from rights.store import Store
from rights.store.records import Lead
from rights.sweep import Crawl, now
from tests.crawl.stage import judge
from tests.servers import Reply, Web

PACE = 0.25
HOSTS = ("one.test", "two.test", "three.test")


@pytest.mark.parametrize("crawlers", [1, 2])
def test_no_host_sees_two_requests_closer_than_the_pace(store: Store, settings: Settings, crawlers: int) -> None:
    with Web() as web:
        for host in HOSTS:
            pages = {f"/{number}": "keeps link" for number in range(5)}
            web.site(host, {**pages, "/moved": Reply(302, headers={"Location": "/0"})})
        store.due.add(
            [Lead(address=web.url(host, path), source="test") for host in HOSTS for path in ("/0", "/1", "/2", "/3", "/4", "/moved")],
            now(),
        )  # fmt: skip
        fetchers = [web.fetcher(pace=Pace(delay=PACE, address_delay=0, latency_factor=0)) for _ in range(crawlers)]
        crawls = [
            Crawl(store, Looker(fetcher, judge, now, stored=store.snapshots.get), settings.home, threads=4)
            for fetcher in fetchers
        ]
        sweeping = [threading.Thread(target=crawl.sweep) for crawl in crawls]
        for one in sweeping:
            one.start()
        for one in sweeping:
            one.join(120)
        for crawl, fetcher in zip(crawls, fetchers, strict=True):
            crawl.close()
            fetcher.close()
        for host in HOSTS:
            seen = [one for one in web.seen if one.host == host]
            assert {f"/{number}" for number in range(5)} <= {one.path for one in seen}
            robots = [one.path for one in seen].count("/robots.txt")
            assert robots <= crawlers, "each process reads it for itself"
            gaps = [later.at - earlier.at for earlier, later in pairwise(seen)]
            assert min(gaps) >= PACE * 0.95, (host, [(one.path, round(one.at, 3)) for one in seen])
