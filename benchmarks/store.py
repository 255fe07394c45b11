"""What the database costs: works imported, checks recorded, due pages leased, violations listed; a second and in CPU.

    python -m benchmarks.store [--database URL] [--checks 4000] [--works 10000] [--violations 100000]

Without a database URL a fresh SQLite file is used; a URL must name an empty database.  "bare" rows do the least that any
program could: the same rows inserted by the driver's executemany, without folding, lives or plans.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rights.model import (
    Article,
    Assessment,
    Evidence,
    Finding,
    Match,
    Page,
    PageState,
    PolicyRef,
    Republication,
    Verdict,
    Work,
    message,
)
from rights.settings import Settings
from rights.store import Store, Wanted, open_store
from rights.store.records import OPEN, Due, Lead, Look, Outcome, State
from rights.store.tables import metadata
from rights.store.tally import Tally

START = datetime(2026, 1, 5, tzinfo=UTC)
POLICY = PolicyRef(publisher="press", policy="default", file="press.yaml", sha256="0" * 64)
CLAUSES = ("attr.source", "attr.byline", "link.original", "edit.none", "nc.use")


class Table:
    """Prints one line a measurement."""

    def __init__(self) -> None:
        print(f"{'what':<44}{'a second':>10}{'CPU ms each':>13}{'wall s':>9}")

    def measure(self, what: str, count: int, began: tuple[float, float]) -> None:
        wall, cpu = time.perf_counter() - began[0], time.process_time() - began[1]
        print(f"{what:<44}{count / wall:>10,.0f}{1000 * cpu / count:>13.3f}{wall:>9.2f}", flush=True)


def clock() -> tuple[float, float]:
    """Wall and CPU seconds."""
    return time.perf_counter(), time.process_time()


def works(count: int, chance: random.Random) -> list[Work]:
    """Works of 700 words."""
    words = ["".join(chance.choices("abcdefghijklmnop", k=chance.randint(3, 10))) for _ in range(20_000)]
    return [
        Work(
            id=f"w{n}", url=f"https://press.example/{n}", title=f"Work {n}", text=" ".join(chance.choices(words, k=700))
        )
        for n in range(count)
    ]


def look(due: Due, known: list[Work], number: int, at: datetime, chance: random.Random) -> Look:
    """A look at a page of 24 KB with five findings, one of ten violated."""
    work = known[number % len(known)]
    body = chance.randbytes(2_000) + b"<p>text of a page</p>" * 1_100
    copy = Article(url=due.address, title=f"Copy {number}")
    seen = Republication(work=Work(id=work.id), copy=copy, match=Match(containment=0.9, resemblance=0.8, words=600))
    findings = tuple(
        Finding(
            clause=clause,
            type=clause,
            verdict=Verdict.VIOLATION if (number + index) % 10 == 0 else Verdict.PASS,
            message=message("The {what} is judged.", what=clause),
            remedy=message("Add the {what}.", what=clause),
            evidence=(Evidence(exact="This passage proves it.", selector="body > p:nth-of-type(3)"),),
        )
        for index, clause in enumerate(CLAUSES)
    )
    page = Page(
        body=body, url=due.address, final_url=due.address, headers={"content-type": "text/html", "etag": f'"{number}"'},
        fetched_at=at, sha256=hashlib.sha256(body).hexdigest(),
    )  # fmt: skip
    assessment = Assessment(policy=POLICY, republication=seen, findings=findings)
    return Look(
        due=due, at=at, outcome=Outcome.JUDGED, page=page, state=PageState.ARTICLE, address=due.address,
        title=copy.title, assessments=(assessment,),
    )  # fmt: skip


def sweep(store: Store, table: Table, name: str, known: list[Work], at: datetime, chance: random.Random) -> None:
    """Lease everything due, 32 hosts at a time, and record it."""
    leased, recorded, lease_time, number = 0, 0, [0.0, 0.0], 0
    began = clock()
    making = [0.0, 0.0]
    while True:
        before = clock()
        dues = store.due.lease("bench", at, at, hosts=32, pages=2)
        lease_time = [total + now - then for total, now, then in zip(lease_time, clock(), before, strict=True)]
        if not dues:
            break
        before = clock()
        looks = [look(due, known, number + index, at, chance) for index, due in enumerate(dues)]
        making = [total + now - then for total, now, then in zip(making, clock(), before, strict=True)]
        number += len(looks)
        leased += len(dues)
        hosts: dict[str, datetime | None] = {due.host: None for due in dues}
        recorded += len(store.checks.record(looks, owner="bench", release=hosts).checks)
    apart = (began[0] + lease_time[0] + making[0], began[1] + lease_time[1] + making[1])
    table.measure(f"checks recorded, {name}", recorded, apart)
    now = clock()
    table.measure(f"pages leased, {name}", leased, (now[0] - lease_time[0], now[1] - lease_time[1]))


def bare(folder: Path, count: int, table: Table, chance: random.Random) -> None:
    """The rows of as many checks, written to SQLite by the driver alone, 64 checks a transaction."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    for name in ("page (a PRIMARY KEY, b)", "checks (a, b, c, d, e)", "finding (a, b, c, d, e, f)"):
        connection.execute(f"CREATE TABLE {name}")
    bodies = [chance.randbytes(2_300) for _ in range(count)]
    began = clock()
    for start in range(0, count, 64):
        numbers = range(start, min(start + 64, count))
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO page VALUES (?, ?)", [(f"{n:064}", bodies[n]) for n in numbers])
        connection.executemany("INSERT INTO checks VALUES (?, ?, ?, ?, ?)", [(n, "x", "y", "z", "u") for n in numbers])
        rows = [(n, c, "violation", "must", "reason", "b" * 300) for n in numbers for c in CLAUSES]
        connection.executemany("INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
    table.measure("checks recorded, bare executemany on SQLite", count, began)


def leads(count: int) -> Iterator[Lead]:
    """Pages on 500 hosts."""
    for number in range(count):
        yield Lead(address=f"https://site{number % 500}.example/story/{number}", source="bench")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", default="")
    parser.add_argument("--checks", type=int, default=4_000)
    parser.add_argument("--violations", type=int, default=100_000)
    parser.add_argument("--works", type=int, default=10_000)
    given = parser.parse_args()
    chance = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="rights-bench-") as folder:
        settings = Settings(home=Path(folder), database_url=given.database)
        known = works(given.works, chance)
        table = Table()
        with open_store(settings) as store:
            began = clock()
            store.works.add(known)
            table.measure("works imported (700 words)", given.works, began)
            began = clock()
            table.measure("works read back with their texts", sum(1 for _ in store.works.texts()), began)
            began = clock()
            store.due.add(leads(given.checks), START)
            table.measure("leads added", given.checks, began)
            sweep(store, table, "first time", known, START, chance)
            with store.database.write() as connection:
                store.due.make_all_due(connection, START + timedelta(days=1))
            sweep(store, table, "again", known, START + timedelta(days=1), chance)
            bare(Path(folder), given.checks, table, chance)
            fill(store, given.violations)
            listing(store, table)


def fill(store: Store, count: int) -> None:
    """Violations as old installations have them, written by the driver: ten publishers, 5,000 sites, all states."""
    chance = random.Random(2)
    states = [state.value for state in State]
    rows: dict[str, list[dict[str, object]]] = {
        name: [] for name in ("copy", "check", "assessment", "finding", "violation")
    }
    tally, first = Tally(), 1_000_000
    for n in range(first, first + count):
        at = START + timedelta(minutes=n - first)
        site = f"site{n % 5_000}.example"
        rows["copy"].append({"number": n, "address": f"https://{site}/{n}", "page_key": f"{site}/{n}", "site": site,
                             "title": f"Copy {n}", "first_seen_at": at, "last_seen_at": at})  # fmt: skip
        rows["check"].append({"number": n, "copy_number": n, "at": at, "outcome": "judged", "verdict": "violation"})
        rows["assessment"].append({"number": n, "check_number": n, "work": 1, "publisher": f"press{n % 10}",
                                   "inferred": False, "hop": 0, "verdict": "violation"})  # fmt: skip
        rows["finding"].append({"number": n, "assessment": n, "clause": "link", "type": "link.original",
                                "strength": "must", "verdict": "violation", "waived": False, "body": {}})  # fmt: skip
        rows["violation"].append({"number": n, "publisher": f"press{n % 10}", "clause": "link", "work": 1, "copy_number": n,
                                  "site": site, "type": "link.original", "hop": 0, "state": chance.choice(states),
                                  "opened_at": at, "last_seen_at": at, "changed_at": at, "opened_check": n,
                                  "last_check": n, "finding": n})  # fmt: skip
        tally.moved(f"press{n % 10}", "link", site, None, State(rows["violation"][-1]["state"]))
    sites = [{"name": f"site{n}.example", "watched": False, "paused": False, "opted_out": False, "added_at": START}
             for n in range(min(count, 5_000))]  # fmt: skip
    with store.database.write() as connection:
        for name, values in rows.items():
            connection.execute(metadata.tables[name].insert(), values)
        connection.execute(metadata.tables["site"].insert(), sites)
        tally.write(store.database, connection)
        if not store.database.is_sqlite:
            connection.exec_driver_sql("ANALYZE")


def listing(store: Store, table: Table) -> None:
    """Pages of the inbox, as the desk reads them."""
    count = store.violations.count()
    for what, wanted in (
        ("one publisher's open", Wanted(publishers=("press1",), states=OPEN)),
        ("everyone's open", Wanted(states=OPEN)),
        ("one site's", Wanted(sites=("site7.example",))),
    ):
        for ask, call in (
            ("page of 50", lambda wanted=wanted: store.violations.listed(wanted, limit=50, newest=True)),
            ("far page", lambda wanted=wanted: store.violations.listed(wanted, limit=50, newest=True, offset=4_000)),
            ("count", lambda wanted=wanted: store.violations.count(wanted)),
            ("by state", lambda wanted=wanted: store.violations.by_state(wanted)),
        ):
            began = clock()
            for _ in range(5):
                call()
            table.measure(f"inbox, {what}: {ask}", 5, began)
    began = clock()
    for _ in range(50):
        store.violations.listed(Wanted(publishers=("press",), states=OPEN), limit=50, newest=True)
    table.measure(f"inbox pages of 50, of {count:,} violations", 50, began)
    began = clock()
    for number in range(1, 101):
        store.violations.get(number)
    table.measure("single violations with their events", 100, began)


if __name__ == "__main__":
    main()
