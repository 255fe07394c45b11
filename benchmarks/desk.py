"""How long the desk's pages take with 100,000 violations in the database, over HTTP on loopback.

    python -m benchmarks.desk [--postgresql | --database URL] [--violations 100000] [--rounds 15] [--checks 10000000]

Without a database a fresh SQLite file is used; ``--postgresql`` starts a server of its own for the time of the run, as the
tests do; a URL must name an empty database.  Prints for each page and each list of the API the median of the wall clock and
of this process's CPU, in milliseconds: the server runs in this process, so CPU counts the client's share too, and
PostgreSQL's own CPU comes on top.  The floor is 100 ms of wall clock in the median of each page; the exit code is 1 where a
page is above it.  A report of 10,000 violations is a document, not a page: it is told apart and has no floor.

``--checks`` (PostgreSQL only) makes so many checks of a tenth as many addresses first, a fifth of them with an assessment
and two findings.
"""

from __future__ import annotations

import argparse
import http.client
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from sqlalchemy import literal, select, update

from benchmarks.store import START, fill, look, works
from rights.library import Library
from rights.settings import Settings
from rights.store import Store, open_store
from rights.store.accounts import Account, Role
from rights.store.records import Lead
from rights.store.tables import finding, violation, violation_event
from rights.web.context import Web
from rights.web.passwords import hashed
from rights.web.server import WebServer
from rights.web.tokens import made
from tests.databases import Cluster, _binaries

FLOOR = 100.0
PASSWORD = "only for measuring"
PAGES = (
    ("overview", "/"),
    ("inbox", "/violations"),
    ("inbox, page 800", "/violations?state=all&page=800"),
    ("inbox, one publisher", "/violations?publisher=press1"),
    ("inbox, one site", "/violations?site=site7.example&state=all"),
    ("inbox, one clause", "/violations?clause=link"),
    ("inbox, a state by site", "/violations?state=waived&sort=site"),
    ("inbox, the oldest", "/violations?sort=oldest"),
    ("inbox by clause", "/violations?sort=clause"),
    ("inbox by site, page 500", "/violations?sort=site&page=500"),
    ("inbox, open ones, page 1000", "/violations?page=1000"),
    ("inbox, since a day", "/violations?state=all&since=2026-03-01"),
    ("one violation with both texts", "/violations/{}"),
    ("one violation of many", "/violations/{middle}"),
    ("a letter's form", "/violations/{}/letter"),
    ("sites", "/sites"),
    ("sites, page 80", "/sites?page=80"),
    ("sites by name", "/sites?name=site49"),
    ("works", "/works"),
    ("policies", "/policies"),
    ("one policy", "/policies/globalresearch"),
    ("try a policy", "/policies/try"),
    ("sweeps", "/sweeps"),
    ("settings", "/settings"),
    ("account", "/account"),
    ("check a page", "/check"),
    ("metrics", "/metrics"),
    ("health", "/health"),
)
API = (
    "/violations", "/violations?state=all&page=800", "/violations?publisher=press1", "/violations?site=site7.example",
    "/violations/{}", "/violations/{}/texts", "/overview", "/sites", "/agreements", "/works", "/policies",
    "/policies/globalresearch", "/sweeps", "/settings", "/keys",
)  # fmt: skip


def prepare(store: Store, count: int) -> int:
    """Violations with the steps that opened them and an account; gives the number of one whose page can be read."""
    chance = random.Random(1)
    known = works(500, chance)
    store.works.add(known)
    fill(store, count)
    address = "https://copy.example/story"
    store.due.add([Lead(address=address, source="bench")], START)
    due = store.due.find(address)
    assert due is not None
    (opened, *_) = store.checks.record([look(due, known, 0, START, chance)]).changes
    with store.database.write() as connection:
        columns = ["violation", "at", "state", "by"]
        rows = select(violation.c.number, violation.c.opened_at, violation.c.state, literal("rights"))
        connection.execute(violation_event.insert().from_select(columns, rows))
        body = connection.execute(select(finding.c.body).order_by(finding.c.number.desc()).limit(1)).scalar_one()
        connection.execute(update(finding).values(body=body))
    with store.database.write() as connection:
        if not store.database.is_sqlite:
            connection.exec_driver_sql("ANALYZE")
    store.database.learn()
    store.accounts.add(Account(name="ann", role=Role.ADMIN, password=hashed(PASSWORD)), START)
    return opened.violation


def make_history(store: Store, count: int) -> None:
    """Addresses of 5,000 sites and their checks over two years, made by the database itself."""
    began = time.perf_counter()
    pages, start = max(count // 10, 1), "timestamptz '2024-11-01'"
    steps = (
        # the references hold by construction: checking each would take most of the time
        "SET LOCAL session_replication_role = replica",
        "SET LOCAL statement_timeout = 0",
        # `fill` gave out numbers of its own
        *(
            f"""SELECT setval('{of}_number_seq', (SELECT max(number) FROM "{of}"))"""
            for of in ("check", "assessment", "finding")
        ),
        f"""INSERT INTO due (address, page_key, kind, host, site, standing, failures, added_at, next_at, last_at)
            SELECT 'https://site' || n % 5000 || '.example/' || n, 'made:' || n, 'page', 'site' || n % 5000 || '.example',
            'site' || n % 5000 || '.example', 'other', 0, {start}, now() + n % 90 * interval '1 day', now()
            FROM generate_series(1, {pages}) n""",
        f"""INSERT INTO "check" (due, sweep, at, outcome, verdict, url, final_url, status, state, fetched_at, sha256, seconds)
            SELECT d.first + n % {pages}, NULL, {start} + interval '730 days' * (n / {count}.0),
            CASE WHEN n % 50 = 0 THEN 'unreachable' ELSE 'judged' END, 'inapplicable', 'https://site.example/' || n,
            'https://site.example/' || n, 200, 'article', {start}, md5((n % {pages})::text) || md5((n % {pages})::text), 0.5
            FROM generate_series(1, {count}) n, (SELECT min(number) AS first FROM due WHERE page_key LIKE 'made:%') d""",
        f"""INSERT INTO assessment (check_number, publisher, policy, inferred, hop, verdict)
            SELECT number, 'press' || number % 20, 'default', false, 0, 'pass' FROM "check" WHERE number % 5 = 0
            AND number > (SELECT max(number) - {count} FROM "check")""",
        """INSERT INTO finding (assessment, clause, type, strength, verdict, waived)
            SELECT a.number, 'link', 'link.original', 'must', 'pass', false FROM assessment a, generate_series(1, 2)
            WHERE a.publisher LIKE 'press%'""",
    )
    with store.database.write() as connection:
        for step in steps:
            connection.exec_driver_sql(step.replace("%", "%%"))
    with store.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("SET statement_timeout = 0")
        connection.exec_driver_sql("VACUUM ANALYZE")
    print(f"{count:,} checks made in {time.perf_counter() - began:.0f} s", flush=True)


class Browser:
    """One signed-in client on one connection."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._origin = address.rstrip("/")
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
        self._headers: dict[str, str] = {}

    def sign_in(self) -> None:
        """Sign in as the admin."""
        form = urlencode({"name": "ann", "password": PASSWORD})
        headers = {"Origin": self._origin, "Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request("POST", "/sign-in", form, headers)
        answer = self._connection.getresponse()
        answer.read()
        self._headers = {"Cookie": (answer.headers["Set-Cookie"] or "").partition(";")[0]}

    def get(self, path: str, **headers: str) -> int:
        """Ask for a page; gives its status."""
        self._connection.request("GET", path, headers=self._headers | headers)
        answer = self._connection.getresponse()
        answer.read()
        return answer.status


def measure(browser: Browser, what: str, path: str, rounds: int, **headers: str) -> tuple[float, float]:
    """Print the medians of one page; gives those of CPU and wall clock."""
    walls, cpus = [], []
    assert browser.get(path, **headers) == 200, path
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        browser.get(path, **headers)
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.process_time() - cpu))
    print(f"{what:<44}{median(cpus):>10.1f}{median(walls):>10.1f}{min(walls):>10.1f}", flush=True)
    return median(cpus), median(walls)


def run(database: str, count: int, rounds: int, checks: int = 0) -> bool:
    """Measure on one database; True where every page is within the floor."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="rights-bench-") as folder:
        settings = Settings(home=Path(folder), database_url=database)
        with open_store(settings) as store:
            number = prepare(store, count)
            if checks:
                make_history(store, checks)
            now = datetime.now(UTC)
            of = store.accounts.named("ann")
            assert of is not None
            key = made(store.accounts, of, "bench", ("read",), now, now + timedelta(days=1))
            web = Web(settings=settings, store=store, library=Library.load())
            with WebServer(web, "127.0.0.1", 0) as server:
                browser = Browser(server.address)
                browser.sign_in()
                print(
                    f"{store.violations.count():,} violations on {'SQLite' if store.database.is_sqlite else 'PostgreSQL'}"
                )
                print(f"{'page':<44}{'CPU ms':>10}{'wall ms':>10}{'best':>10}")
                found = [
                    measure(browser, what, path.format(number, middle=1_000_000 + count // 2), rounds)
                    for what, path in PAGES
                ]
                bearer = {"Authorization": f"Bearer {key}"}
                found += [
                    measure(
                        browser,
                        f"API {path}"[:43],
                        f"/api/v1{path.format(number, middle=1_000_000 + count // 2)}",
                        rounds,
                        **bearer,
                    )
                    for path in API
                ]
                cpus, walls = zip(*found, strict=True)
                print(f"median of the pages: {median(cpus):.1f} ms of CPU, {median(walls):.1f} of wall clock")
                print(f"the slowest:         {max(cpus):.1f} ms of CPU, {max(walls):.1f} of wall clock")
                measure(browser, "a report of 10,000 violations", "/reports/press1", 1)
    print(f"in all {time.perf_counter() - began:.0f} s\n", flush=True)
    return max(walls) <= FLOOR


@contextmanager
def own_postgresql() -> Iterator[str]:
    """A PostgreSQL server of our own, gone afterwards."""
    binaries = _binaries()
    if binaries is None:
        sys.exit("no PostgreSQL here: install postgresql, or name an empty database with --database")
    with tempfile.TemporaryDirectory(prefix="rights-pg-") as folder:
        cluster = Cluster(binaries, Path(folder))
        try:
            yield cluster.url
        finally:
            cluster.stop()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", default="")
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--violations", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--checks", type=int, default=0)
    given = parser.parse_args()
    if given.postgresql:
        with own_postgresql() as url:
            return int(not run(url, given.violations, given.rounds, given.checks))
    return int(not run(given.database, given.violations, given.rounds, given.checks))


if __name__ == "__main__":
    sys.exit(main())
