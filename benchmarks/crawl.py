"""The whole crawl, as it runs: lease, fetch, read, match against the index of works, judge, record.

    python -m benchmarks.crawl [--hosts 100] [--pages 1000] [--works 10000] [--processes 2] [--latency 0.3] [--data DIR]

Servers on loopback addresses, one a host, run in a process of their own, whose CPU time is reported apart.  One page in
three copies a work, in order or not.  With ``--data`` pages are real ones (a folder of saved ``*.html`` or
``*.html.gz``, read as they are) instead of made ones; only made ones copy works.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import multiprocessing
import os
import random
import resource
import socket
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from rights.crawl import crawler
from rights.known import look
from rights.model import Work
from rights.settings import Settings
from rights.store import open_store
from rights.store.records import Lead
from rights.sweep import Progress, now
from rights.wiring import fetcher_of

POLICY = """\
publisher: {{id: press, name: The Loopback Press, domains: ["press.example"]}}
terms: {{url: https://press.example/terms, checked_on: 2026-01-01, evidence: own-words}}
policies:
  - title: Terms
    clauses:
      - {{type: attr.source, says: Name the press.}}
      - {{type: attr.byline, says: Keep the author.}}
      - {{type: link.original, target: article, says: Link to the article.}}
      - {{type: edit.none, says: Change nothing.}}
      - {{type: nc.use, says: No commercial use.}}
"""


class Words:
    """Texts whose words are as common as those of a language (Zipf), the same for the same number."""

    def __init__(self) -> None:
        chance = random.Random(1)
        self.words = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(2, 11))) for _ in range(20_000)]
        total, self.cumulative = 0.0, []
        for rank in range(len(self.words)):
            total += 1 / (rank + 3)
            self.cumulative.append(total)

    def text(self, number: int, count: int = 700) -> list[str]:
        """The paragraphs of a text."""
        chance = random.Random(number)
        chosen = chance.choices(self.words, cum_weights=self.cumulative, k=count)
        return [" ".join(chosen[start : start + 70]).capitalize() + "." for start in range(0, count, 70)]


def made_page(words: Words, number: int, works: int, size: int) -> bytes:
    """A page of so many words with navigation, sidebar and footer (700: some 30 KB); every third copies a work."""
    copies = number % 3 == 0
    text = words.text(number // 3 % works if copies else 10_000_000 + number, size)
    original = f"https://press.example/{number // 3 % works}"
    credit = ""
    if copies:
        name = f'<a href="{original}">The Loopback Press</a>' if number % 2 else "The Loopback Press"
        credit = f"<p><em>This article was originally published by {name}.</em></p>"
    menu = "".join(f'<li class="menu-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(size // 9))
    side = "".join(
        f'<div class="card"><a href="/story/{n}"><h3>Another story {n}</h3></a></div>' for n in range(size // 12)
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    style = "<style>" + ".x{color:#123}" * (size * 6 // 7) + "</style>"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story {number}</title>{style}</head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>Story {number}</h1>"
        f'<p class="byline">By Ann Reader</p>{body}{credit}</article></main><aside>{side}</aside>'
        f"<footer><p>Copyright 2026 Site {number % 100}.</p></footer></body></html>"
    ).encode()


def address(host: int) -> str:
    """The loopback address of a host."""
    return f"127.89.{host // 250}.{host % 250 + 1}"


def serve(hosts: int, works: int, latency: float, size: int, files: Sequence[Path], pipe: Connection) -> None:
    """The servers' process: says its port, and its CPU time for every message, until told None."""
    words = Words()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1].decode()
            await asyncio.sleep(latency)
            status, body = "200 OK", b""
            if not path[1:].isdigit():  # robots.txt, ads.txt, a page about the site
                status = "404 Not Found"
            elif files:
                data = files[int(path[1:]) % len(files)].read_bytes()
                body = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
            else:
                body = made_page(words, int(path[1:]), works, size)
            head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    async def run() -> None:
        await asyncio.start_server(answer, [address(host) for host in range(hosts)], port, backlog=1024)
        pipe.send(port)
        while (await asyncio.get_running_loop().run_in_executor(None, pipe.recv)) is not None:
            pipe.send(time.process_time())

    asyncio.run(run())


def cpu() -> float:
    """CPU seconds of this process and of its ended children."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class Memory:
    """Notes the resident memory of the crawl's own process, and of its workers, as the sweep goes on."""

    def __init__(self, server: int) -> None:
        self.seen: list[tuple[int, float, float]] = []
        self.used: list[tuple[int, float]] = []
        self._server = server

    def __call__(self, progress: Progress) -> None:
        workers = [one.pid for one in multiprocessing.active_children() if one.pid and one.pid != self._server]
        self.seen.append((progress.checked, _megabytes(os.getpid()), sum(map(_megabytes, workers))))
        self.used.append((progress.checked, sum(map(_seconds, [os.getpid(), *workers]))))

    def milliseconds(self) -> float:
        """CPU a page from a fifth of the sweep on, when the workers are warm; a page that replaces a worker left out."""
        first = next(place for place, (count, _) in enumerate(self.used) if count >= self.used[-1][0] / 5)
        steps = zip(self.used[first:], self.used[first + 1 :], strict=False)
        told = [(late[0] - early[0], late[1] - early[1]) for early, late in steps if late[1] >= early[1]]
        return 1000 * sum(seconds for _, seconds in told) / max(sum(count for count, _ in told), 1)

    def flatness(self) -> str:
        """The mean of the last tenth of the sweep against that around its first quarter, and some marks."""
        last = self.seen[-1][0]

        def around(share: float) -> tuple[int, float, float]:
            near = [one for one in self.seen if abs(one[0] - share * last) <= last / 20] or self.seen[-1:]
            return round(share * last), *(sum(one[place] for one in near) / len(near) for place in (1, 2))

        marks = [around(share) for share in (0.25, 0.5, 0.75, 0.95)]
        told = ", ".join(f"{own:.0f} + {workers:.0f} MB at {count:,}" for count, own, workers in marks)
        return f"{told}; {marks[-1][1] / marks[0][1]:.2f} of the first"


def _megabytes(number: int) -> float:
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
    except OSError:  # it ended meanwhile
        return 0.0
    return pages * resource.getpagesize() / 2**20


def _seconds(number: int) -> float:
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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
        home = Path(folder)
        (home / "policies").mkdir()
        (home / "policies" / "press.yaml").write_text(POLICY.format())
        settings = Settings(
            home=home, database_url=given.database, policies=(home / "policies",), allow_networks=("127.0.0.0/8",),
            pace=0, threads=given.threads, processes=given.processes,
        )  # fmt: skip
        words = Words()
        with open_store(settings) as store, fetcher_of(settings) as fetcher:
            began = time.perf_counter()
            store.works.add(
                Work(id=str(n), url=f"https://press.example/{n}", title=f"Story {n}", text="\n\n".join(words.text(n, given.words)),
                     language="en", publisher="press")
                for n in range(given.works)
            )  # fmt: skip
            known = look(settings)
            if known:
                known.close()
            print(f"{given.works} works imported and indexed in {time.perf_counter() - began:.1f} s", flush=True)
            pages = (f"http://{address(n % given.hosts)}:{port}/{n}" for n in range(given.pages))
            store.due.add((Lead(address=page, source="bench") for page in pages), now())
            memory = Memory(server.pid or 0)
            near.send("cpu")
            served = near.recv()
            used, began = cpu(), time.perf_counter()
            with crawler(settings, store, fetcher, memory) as running:
                done = running.sweep()
                wall = time.perf_counter() - began
            for worker in multiprocessing.active_children():
                if worker.pid != server.pid:
                    worker.join(30)
            used = cpu() - used
            near.send("cpu")
            served = near.recv() - served
        near.send(None)
        print(f"checked            {done.checked} pages on {given.hosts} hosts, {given.latency:g} s latency")
        print(f"outcomes           { {outcome.value: count for outcome, count in done.outcomes.items()} }")
        print(f"violations         { {state.value: count for state, count in done.changes.items()} }")
        print(f"wall               {wall:.1f} s, {done.checked / wall:.1f} pages a second, workers' start included")
        print(f"CPU                {1000 * used / done.checked:.1f} ms a page, in all processes of the crawl")
        print(f"two cores' worth   {2 * done.checked / (used + served):.1f} pages a second, servers' CPU included")
        print(f"                   {2 * done.checked / used:.1f} pages a second, servers' CPU apart")
        warm = memory.milliseconds()
        print(
            f"once warm          {warm:.1f} ms a page: {2000 / warm:.1f} pages a second on two cores, servers' CPU apart"
        )
        print(f"servers            {1000 * served / done.checked:.1f} ms CPU a page")
        print(f"memory             {memory.flatness()}")


if __name__ == "__main__":
    main()
