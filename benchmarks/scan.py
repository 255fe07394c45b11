"""What looking through web archives costs, and what the quick look misses.

    python -m benchmarks.scan --data FOLDER [--works 1000000] [--index FOLDER] [--pages 400] [--part screen|engines|gate]

``screen``: records a second and core for texts (WET) and pages (WARC) of real size against so many works, in CPU
seconds, beside the time of the archive reader alone and of reader and parser alone in the same run; then recall, the share of
the records with a copy (by the whole look) that the quick look passed.  ``engines``: the wall time of ``--engine local`` on two cores
and of Spark on two local cores over an archive of ``--megabytes``, Spark's start apart, and whether both files are equal.
``gate``: what the language and length gates lose where works are in one language and pages in another: passages of each page's text
put into the midst of pages in other languages, and how many pages in other languages they keep out.

Pages are those of the data's ``extraction`` folder.  ``--index`` names an index of works that exists (an index is made, which takes
minutes for a million, and kept where the folder is empty).
"""

from __future__ import annotations

import argparse
import filecmp
import gzip
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from lxml import etree
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rights.extract.article import extract_text
from rights.extract.language import detect_language
from rights.extract.quick import quick_text
from rights.match.growing import add
from rights.match.index import Index
from rights.model import Page, Work
from rights.scan.engines import run_local, run_spark
from rights.scan.languages import LanguageGate
from rights.scan.parts import joined, left
from rights.scan.records import Record, Seen, read
from rights.scan.screening import Screen, Wanted
from rights.scan.splits import splits

#: Floors: texts and pages a second and core, times of reader and parser, recall, Spark's share of local.
TEXTS, PAGES, TIMES, RECALL, SPARK = 400, 150, 3.0, 0.99, 1.5
_WORDS = [
    f"{a}{b}{c}{d}" for a in "bdgklmprst" for b in "aeiou" for c in "nprstlmd" for d in ("", "a", "en", "ing", "ed")
]


def bodies(data: Path, count: int) -> list[bytes]:
    """Pages as they were fetched, again and again up to a count."""
    files = sorted((data / "extraction" / "pages").iterdir())
    read_all = [gzip.decompress(f.read_bytes()) if f.suffix == ".gz" else f.read_bytes() for f in files[:count]]
    return [read_all[n % len(read_all)] for n in range(count)]


def page_of(number: int, body: bytes) -> Page:
    """A body as the page that an archive's record gives."""
    url = f"https://site{number}.example/p"
    return Page(body=body, url=url, final_url=url, status=200, headers={"content-type": "text/html"})


def archive(path: Path, pages: Sequence[bytes], texts: Sequence[str]) -> Path:
    """Write a WARC of pages, or a WET of texts."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, body in enumerate(pages):
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            url = f"https://site{number}.example/p"
            writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=http))
        for number, text in enumerate(texts):
            url = f"https://site{number}.example/p"
            writer.write_record(writer.create_warc_record(url, "conversion", payload=BytesIO(text.encode())))
    return path


def made_works(count: int) -> Iterator[Work]:
    """Works of 480 words that no page copies."""
    chance = random.Random(8)
    for number in range(count):
        yield Work(id=f"made{number}", title="", text=" ".join(chance.choices(_WORDS, k=480)))


def fill(folder: Path, count: int, copied: Sequence[Work]) -> None:
    """An index of works; those that pages copy last."""
    began = time.process_time()
    index = Index.create(folder)
    if len(index) < count:
        add(index, made_works(count))
    add(index, copied)
    index.close()
    print(f"index of {count:,} works: {time.process_time() - began:.0f} s of CPU", flush=True)


def copied_works(pages: Sequence[bytes]) -> list[Work]:
    """Works of which the pages hold the whole, the half, a run of 30 words, or all but every eleventh word."""
    found = []
    for number, body in enumerate(pages):
        words = extract_text(page_of(number, body)).text.split()
        if len(words) > 120:
            edited = [word if at % 11 else "otherwise" for at, word in enumerate(words)]
            part = (words, words[: len(words) // 2], words[40:70], edited)[number % 4]
            rest = random.Random(number).choices(_WORDS, k=0 if number % 4 in (0, 3) else 300)
            found.append(Work(id=f"copied{number}", title="", text=" ".join([*part, *rest])))
    return found


def records(path: Path) -> Iterator[Record]:
    """The records of a whole archive."""
    for split in splits([path]):
        yield from read(split, Seen())


def timed(what: str, path: Path, each: object) -> float:
    """Do something with every record; gives and prints records a second of CPU."""
    cpu, wall, count = time.process_time(), time.perf_counter(), 0
    for record in records(path):
        each(record)  # type: ignore[operator]
        count += 1
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{what:<44}{count / cpu:>10,.0f}{1000 * cpu / count:>10.2f}{count / wall:>12,.0f}", flush=True)
    return count / cpu


def parse(record: Record) -> None:
    """The parser alone, as fast as it goes."""
    etree.fromstring(record.page.body, etree.HTMLParser(remove_comments=True))


def screen_part(folder: Path, index: Path, pages: Sequence[bytes]) -> bool:
    """Speed of the quick look and its recall; True where the floors hold."""
    warc = archive(folder / "pages.warc.gz", pages, [])
    wet = archive(folder / "pages.warc.wet.gz", [], [quick_text(page_of(n, body)) for n, body in enumerate(pages)])
    size = sum(map(len, pages)) / len(pages)
    print(
        f"{len(pages)} pages of {size / 1000:.0f} kB, texts of {wet.stat().st_size / len(pages) / 1000:.1f} kB compressed"
    )
    print(f"{'a second and core':<44}{'CPU':>10}{'CPU ms':>10}{'wall':>12}")
    began = time.process_time()
    with Screen(Wanted.of(index, memory=2 << 30)) as screen:
        print(f"{'a process made ready, once':<44}{'':>10}{1000 * (time.process_time() - began):>10.0f}", flush=True)
        for record in list(records(wet))[:20]:
            screen.passes(record)
        timed("texts: archive reader", wet, lambda record: None)
        texts = timed("texts: reader and quick look", wet, screen.passes)
        timed("pages: archive reader", warc, lambda record: None)
        alone = timed("pages: reader and parser", warc, parse)
        looked = timed("pages: reader and quick look", warc, screen.passes)
        found = passed = 0

        def whole(record: Record) -> None:
            nonlocal found, passed
            if screen.look(record):
                found += 1
                passed += screen.passes(record)

        timed("pages: reader and whole look", warc, whole)
        for_nothing = sum(screen.passes(record) for record in records(warc)) - passed
    recall = passed / found if found else 0.0
    print(f"quick look against reader and parser: {alone / looked:.2f} times")
    print(f"recall: {passed} of {found} records with a copy ({recall:.4f}); {for_nothing} passed without one")
    return texts >= TEXTS and looked >= PAGES and alone / looked <= TIMES and recall >= RECALL


def gate_part(pages: Sequence[bytes]) -> bool:
    """What the gates let in of copies on pages in other languages; True where the recall of 50 words holds.

    A passage in the page's midst is the harder case: beside the whole of it stand two pieces in the other language.
    """
    texts: dict[str, list[str]] = {}
    for number, body in enumerate(dict.fromkeys(pages)):
        text = extract_text(page_of(number, body)).text
        language, sure = detect_language(text)
        if language and sure >= 0.9 and len(text.split()) >= 150:
            texts.setdefault(language, []).append(text)
    texts = {language: some for language, some in texts.items() if len(some) >= 20}
    print(f"{'works':<8}{'pages':<8}{'words':>6}{'copies':>9}{'let in':>9}{'labelled':>10}{'kept out':>10}")
    holds = True
    for works, theirs in texts.items():
        gate = LanguageGate([works])
        for other, around in texts.items():
            if other == works:
                continue
            out = sum(not gate.admits(text) for text in around) / len(around)
            for length in (25, 50, 100):
                copies = [" ".join(text.split()[at : at + length]) for text in theirs for at in range(0, 120, 12)]
                pairs = [(copy, around[n % len(around)]) for n, copy in enumerate(copies)]
                mixed = [f"{text[: len(text) // 2]}\n{copy}\n{text[len(text) // 2 :]}" for copy, text in pairs]
                plain = sum(gate.admits(text) for text in mixed) / len(mixed)
                label = sum(gate.admits(text, other) for text in mixed) / len(mixed)
                print(f"{works:<8}{other:<8}{length:>6}{len(mixed):>9,}{plain:>9.4f}{label:>10.4f}{out:>10.2f}")
                holds &= length < 50 or min(plain, label) >= RECALL
    return holds


def engines_part(folder: Path, index: Path, pages: Sequence[bytes], megabytes: int) -> bool:
    """Both engines over one archive; True where Spark is near enough and both found the same."""
    one = archive(folder / "one.warc.gz", pages, [])
    times = max(1, (megabytes << 20) // one.stat().st_size)
    whole = folder / "whole.warc.gz"
    with whole.open("wb") as file:
        for _ in range(times):
            file.write(one.read_bytes())
    every = splits([whole])
    print(f"archive of {whole.stat().st_size >> 20} MB, {times * len(pages)} pages, {len(every)} splits")
    wanted = Wanted.of(index, memory=2 << 30)
    walls = {}
    for engine in ("local", "spark"):
        parts = folder / engine
        parts.mkdir()
        done: list[float] = []

        def told(counts: object, done: list[float] = done) -> None:
            done.append(time.perf_counter())

        waiting, begun = left(every, parts, wanted.revision), [time.perf_counter()]

        def started(begun: list[float] = begun) -> None:
            begun.append(time.perf_counter())

        if engine == "local":
            run_local(waiting, wanted, parts, processes=2, told=told)
        else:
            run_spark(waiting, wanted, parts, master="local[2]", told=told, started=started)
        walls[engine] = done[-1] - begun[-1]
        _, lines = joined(every, parts)
        (folder / f"{engine}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(
            f"{engine:<8}{walls[engine]:>8.1f} s of wall clock, {times * len(pages) / walls[engine]:,.0f} pages a second",
            flush=True,
        )
    same = filecmp.cmp(folder / "local.jsonl", folder / "spark.jsonl", shallow=False)
    print(f"Spark takes {walls['spark'] / walls['local']:.2f} times as long; files {'equal' if same else 'DIFFER'}")
    return same and walls["spark"] <= SPARK * walls["local"]


def main() -> int:
    """Measure and print; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--works", type=int, default=1_000_000)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--part", choices=("screen", "engines", "gate"), default="screen")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="rights-scan-"))
    try:
        pages = bodies(given.data, given.pages)
        if given.part == "gate":
            return int(not gate_part(pages))
        index = given.index or folder / "index"
        if not (index / "current").exists():
            index.mkdir(parents=True, exist_ok=True)
            fill(index, given.works, copied_works(pages[: len(set(pages)) // 3]))
        if given.part == "engines":
            return int(not engines_part(folder, index, pages, given.megabytes))
        return int(not screen_part(folder, index, pages))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
