"""A sweep over every page of a hostile web, real from fetching to recording: it ends, judges what is there, and goes on."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from rights.fetch import Limits
from rights.settings import Settings
from rights.store import Store
from rights.store.records import Lead, Outcome
from rights.store.tables import check, due
from rights.urls import host
from tests.crawl.press import page
from tests.crawl.real import CREDIT, RealCrawl, with_policy
from tests.crawl.stage import START
from tests.servers import Reply, Web
from tests.servers.hostile import BEHAVIOURS
from tests.servers.web import Play

LIMIT = 2 * 1024 * 1024
#: What the sweep, its servers in the same process included, may take at its height: sixteen threads' worth of bodies.
MEMORY_MB = 512
DOC = Path(__file__).parents[2] / "docs" / "hostile.md"

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
XML = "application/xml"


def _xml(body: str | bytes, kind: str = XML) -> Reply:
    return Reply(body=body, headers={"Content-Type": kind})


#: Sitemaps and feeds that misbehave, by name: the kind of the lead and the answer.
LISTS: dict[str, tuple[str, Reply]] = {
    "sitemap-with-a-billion-laughs": (
        "sitemap",
        _xml(f'<!DOCTYPE urlset [<!ENTITY l0 "lol">{_LAUGHS}]><urlset><url><loc>&l11;</loc></url></urlset>'),
    ),
    "sitemap-that-reads-a-file": (
        "sitemap",
        _xml('<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/hostname">]><urlset><url><loc>http://x.test/&f;</loc></url></urlset>'),
    ),
    "sitemap-with-a-remote-definition": (
        "sitemap",
        _xml('<!DOCTYPE urlset SYSTEM "http://169.254.169.254/x.dtd"><urlset><url><loc>http://x.test/a</loc></url></urlset>'),
    ),
    "sitemap-that-is-a-gzip-bomb": ("sitemap", _xml(gzip.compress(bytes(64 << 20)), "application/gzip")),
    "sitemap-index-that-lists-itself": (
        "sitemap",
        _xml("<sitemapindex><sitemap><loc>/sitemap-index-that-lists-itself</loc></sitemap></sitemapindex>"),
    ),
    "sitemap-of-a-million-addresses": (
        "sitemap",
        _xml("<urlset>" + "<url><loc>javascript:1</loc></url>" * 50_000 + "</urlset>"),
    ),
    "sitemap-nested-ever-deeper": ("sitemap", _xml("<urlset>" + "<url>" * 100_000)),
    "feed-with-a-billion-laughs": (
        "feed",
        _xml(f'<!DOCTYPE rss [<!ENTITY l0 "lol">{_LAUGHS}]><rss version="2.0"><channel><title>&l11;</title></channel></rss>'),
    ),
    "feed-of-private-addresses": (
        "feed",
        _xml('<rss version="2.0"><channel><item><link>http://169.254.169.254/a</link></item></channel></rss>'),
    ),
    "page-nested-ever-deeper": ("page", Reply(body="<div>" * 200_000 + "deep")),
    "page-of-a-million-links": ("page", Reply(body='<a href="/x">x</a>' * 80_000)),
    "page-of-one-endless-word": ("page", Reply(body="<p>" + "a" * 1_500_000)),
    "page-of-null-bytes": ("page", Reply(body=b"<html><p>" + bytes(1_000_000))),
    "page-with-a-huge-attribute": ("page", Reply(body=f'<p title="{"a" * 1_000_000}">text')),
}  # fmt: skip

#: robots.txt that misbehave; the page behind each is a copy in breach.
ROBOTS: dict[str, Play | Reply] = {
    "robots-that-never-ends": BEHAVIOURS["endless-body"].play,
    "robots-that-is-a-bomb": BEHAVIOURS["gzip-bomb"].play,
    "robots-that-drips": BEHAVIOURS["dripping-body"].play,
    "robots-that-redirects-to-itself": Reply(302, headers={"Location": "/robots.txt"}),
    "robots-that-redirects-inside": Reply(302, headers={"Location": "http://10.0.0.1/robots.txt"}),
    "robots-of-stars": Reply(body="User-agent: *\nDisallow: /" + "*a" * 4000 + "$\n"),
}
BREACH = page(0, CREDIT)


def names() -> list[str]:
    """All hosts that misbehave."""
    return [*BEHAVIOURS, *LISTS, *ROBOTS, "rebinding-name"]


def _robots(found: Play | Reply) -> Reply:
    return found if isinstance(found, Reply) else Reply(play=found)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_sweep_goes_on(store: Store, settings: Settings) -> None:
    with Web() as web:
        pages = {f"/{name}": Reply(play=behaviour.play) for name, behaviour in BEHAVIOURS.items()}
        pages |= {path.replace("-", "_"): reply for path, reply in pages.items()}
        for name in BEHAVIOURS:
            web.site(f"{name}.test", {**pages, "/ok": "<p>fine</p>"})
            store.due.add([Lead(address=web.url(f"{name}.test", f"/{name}"), source="test")], START)
        for name, (kind, reply) in LISTS.items():
            web.site(f"{name}.test", {f"/{name}": reply})
            store.due.add([Lead(address=web.url(f"{name}.test", f"/{name}"), source="test", kind=kind)], START)
        for name, found in ROBOTS.items():
            web.site(f"{name}.test", {"/robots.txt": _robots(found), "/a": BREACH})
            store.due.add([Lead(address=web.url(f"{name}.test", "/a"), source="test")], START)
        web.site("rebinding-name.test", {"/a": Reply(302, headers={"Location": "/b"}), "/b": BREACH})
        store.due.add([Lead(address=web.url("rebinding-name.test", "/a"), source="test")], START)
        web.site("honest.test", {f"/{n}": page(n, CREDIT) for n in range(3)})
        store.due.add([Lead(address=web.url("honest.test", f"/{n}"), source="test") for n in range(3)], START)

        asked: Counter[str] = Counter()

        def resolve(host: str) -> list[str]:
            asked[host] += 1
            if host == "rebinding-name.test" and asked[host] > 2:  # the first two: robots.txt and the page
                return ["10.0.0.1"]
            return web.resolve(host)

        limits = Limits(total=10, body=LIMIT, wire=LIMIT)
        with web.fetcher(limits=limits) as fetcher:
            fetcher.addresses._resolver = resolve
            crawl = RealCrawl(store, with_policy(settings), fetcher)
            Path("/proc/self/clear_refs").write_text("5")  # the peak starts anew
            before = _kilobytes("VmRSS")
            crawl.sweep()
            peak = (_kilobytes("VmHWM") - before) / 1024
        forbidden = [seen for seen in web.seen if seen.address.startswith(("10.", "169."))]
    outcomes = _outcomes(store)
    missing = [name for name in names() if not outcomes.get(name)]
    assert not missing, "each was looked at, or its host put off"
    assert all(len(found) == 1 for name, found in outcomes.items() if name not in ("honest", *LISTS))
    for name, behaviour in BEHAVIOURS.items():
        if "page" not in behaviour.ends:
            assert outcomes[name][0] in (Outcome.UNREACHABLE, Outcome.REFUSED), name
    assert Outcome.BROKEN not in {one for found in outcomes.values() for one in found}, "no defect of ours"
    assert outcomes["honest"] == [Outcome.JUDGED] * 3
    assert outcomes["rebinding-name"] == [Outcome.REFUSED]
    assert not forbidden
    accused = {_name(one.copy_url) for one in store.violations.listed(limit=1000)}
    # endless rules are read to their limit, where the time allows; rules of stars are about other pages
    assert {"honest", "robots-of-stars"} <= accused
    assert accused <= {"honest", "robots-of-stars", "robots-that-never-ends", "robots-that-is-a-bomb"}
    assert peak < MEMORY_MB


def test_the_documentation_lists_them_all() -> None:
    listed = re.findall(r"^- `([\w.-]+)`", DOC.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(names())


def _name(address: str) -> str:
    return (host(address) or "").removesuffix(".test")


def _kilobytes(field: str) -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith(field)))


def _outcomes(store: Store) -> dict[str, list[Outcome]]:
    query = select(due.c.address, check.c.outcome).join(check, check.c.due == due.c.number)
    found: dict[str, list[Outcome]] = {}
    with store.database.read() as connection:
        for address, outcome in connection.execute(query):
            found.setdefault(_name(address), []).append(Outcome(outcome))
    return found
