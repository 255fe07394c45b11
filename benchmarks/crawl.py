"""The whole crawl, as it runs: lease, fetch, read, match against the index of works, judge, record.

    python -m benchmarks.crawl [--hosts 100] [--pages 1000] [--works 10000] [--processes 2] [--latency 0.3] [--data DIR]
    python -m benchmarks.crawl --pages 20000 --hosts 500 --words 60 --works 1000 --latency 0      # is memory flat?

Servers on loopback addresses, one a host, run in a process of their own, whose CPU time is reported apart.  One page in
three copies a work, in order or not.  With ``--data`` pages are real ones (a folder of saved ``*.html`` or
``*.html.gz``, read as they are) instead of made ones; only made ones copy works.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.crawl_sites import Words, address, made_page, serve
from benchmarks.crawl_usage import Timed, Usage, told, worker_stages
from rights.crawl import crawler
from rights.given import Tools
from rights.known import look
from rights.model import Page, Work
from rights.settings import Settings
from rights.store import open_store
from rights.store.records import Lead
from rights.sweep import Progress, now
from rights.wiring import fetcher_of, library_of, works_of

POLICY = """\
publisher: {id: press, name: The Loopback Press, domains: ["press.example"]}
terms: {url: https://press.example/terms, checked_on: 2026-01-01, evidence: own-words}
policies:
  - title: Terms
    clauses:
      - {type: attr.source, says: Name the press.}
      - {type: attr.byline, says: Keep the author.}
      - {type: link.original, target: article, says: Link to the article.}
      - {type: edit.none, says: Change nothing.}
      - {type: nc.use, says: No commercial use.}
"""


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep took: seconds of wall, and CPU seconds of the servers and of the crawl's stages."""

    done: Progress
    wall: float
    served: float
    stages: dict[str, float]


def read(number: int, given: argparse.Namespace, files: Sequence[Path], words: Words) -> bytes:
    """What the servers send for a number."""
    if not files:
        return made_page(words, number, given.works, given.words)
    data = files[number % len(files)].read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def fill(settings: Settings, given: argparse.Namespace, words: Words) -> None:
    """Import and index the works."""
    began = time.perf_counter()
    with open_store(settings) as store:
        store.works.add(
            Work(id=str(n), url=f"https://press.example/{n}", title=f"Story {n}", text="\n\n".join(words.text(n, given.words)),
                 language="en", publisher="press")
            for n in range(given.works)
        )  # fmt: skip
    known = look(settings)
    if known:
        known.close()
    print(f"{given.works} works imported and indexed in {time.perf_counter() - began:.1f} s", flush=True)


def sweep(settings: Settings, pages: Sequence[str], usage: Usage, servers: Connection) -> Swept:
    """Sweep the pages."""
    timed = Timed()

    def served() -> float:
        servers.send("cpu")
        return float(servers.recv())

    with open_store(settings) as store, fetcher_of(settings) as fetcher:
        store.due.add((Lead(address=page, source="bench") for page in pages), now())
        fetcher.fetch = timed.wrap("fetching", fetcher.fetch)  # type: ignore[method-assign]  # to time it
        store.checks.record = timed.wrap("recording", store.checks.record)  # type: ignore[method-assign]
        store.due.lease = timed.wrap("leasing", store.due.lease)  # type: ignore[method-assign]
        before, began = served(), time.perf_counter()
        with crawler(settings, store, fetcher, usage) as running:
            done = running.sweep()
            wall = time.perf_counter() - began
        return Swept(done, wall, served() - before, timed.seconds)


def tell(swept: Swept, usage: Usage, inside: dict[str, float], processes: int) -> None:
    """Print the figures."""
    done, pages = swept.done, swept.done.checked
    own, workers = usage.milliseconds()
    warm_own, warm_workers = usage.milliseconds(since=0.2)
    stages = [(name, 1000 * seconds / pages) for name, seconds in swept.stages.items()]
    print(f"checked            {pages} pages, { {outcome.value: count for outcome, count in done.outcomes.items()} }")
    print(f"violations         { {state.value: count for state, count in done.changes.items()} }")
    print(f"wall               {swept.wall:.1f} s, {pages / swept.wall:.1f} pages a second, workers' start included")
    print(f"CPU, start and all {own:.1f} + {workers:.1f} ms a page (own process + workers):"
          f" {2000 / (own + workers):.1f} pages a second on two cores, servers apart")  # fmt: skip
    print(f"CPU, once warm     {warm_own:.1f} + {warm_workers:.1f} ms a page:"
          f" {2000 / (warm_own + warm_workers):.1f} pages a second on two cores, servers apart")  # fmt: skip
    print(f"own process        {told([*stages, ('the rest', own - sum(cost for _, cost in stages))])} ms a page")
    print(f"one page in turn   {told(inside.items())} ms a page")
    print(
        f"workers at work    {workers * pages / 10 / swept.wall / max(processes, 1):.0f} % of the time, their start included"
    )
    print(f"servers            {1000 * swept.served / pages:.1f} ms CPU a page")
    print(f"memory             {usage.flatness()}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--works", type=int, default=10_000)
    parser.add_argument("--threads", type=int, default=32)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--latency", type=float, default=0.3)
    parser.add_argument("--database", default="")
    parser.add_argument("--words", type=int, default=700, help="words of a page: fewer to sweep many pages soon")
    parser.add_argument("--data", type=Path, help="a folder of saved pages")
    given = parser.parse_args()
    files = sorted([*given.data.rglob("*.html"), *given.data.rglob("*.html.gz")]) if given.data else []
    near, far = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(given.hosts, given.works, given.latency, given.words, files, far), daemon=True
    )
    server.start()
    port = near.recv()
    with tempfile.TemporaryDirectory(prefix="rights-bench-") as folder:
        home, words = Path(folder), Words()
        (home / "policies").mkdir()
        (home / "policies" / "press.yaml").write_text(POLICY)
        settings = Settings(
            home=home, database_url=given.database, policies=(home / "policies",), allow_networks=("127.0.0.0/8",),
            pace=0, daily_budget=100_000, terms_every=0, threads=given.threads, processes=given.processes,
        )  # fmt: skip
        fill(settings, given, words)
        usage = Usage(server.pid or 0)
        urls = [f"http://{address(n % given.hosts)}:{port}/{n}" for n in range(given.pages)]
        swept = sweep(settings, urls, usage, near)
        near.send(None)
        sample = [Page(body=read(n, given, files, words), url=urls[n]) for n in range(min(given.pages, 120))]
        works = works_of(settings)
        inside = worker_stages(sample, Tools(library=library_of(settings), works=works))
        if works:
            works.close()
        tell(swept, usage, inside, given.processes)


if __name__ == "__main__":
    main()
