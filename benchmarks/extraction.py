"""Main text, title, authors and dates against labelled pages, beside other extractors in the same run.

``python -m benchmarks.extraction --data FOLDER`` (the folder that holds `extraction`).  ``--every N`` takes one page in N;
``--only NAME`` one extractor; ``--peers`` is what else is measured (needs the extra ``bench``).

Text: 4-gram shingles, normalised a page (true + false + missed = 1), then summed (the measure of the scrapinghub
benchmark); where a page has segments instead, wanted and unwanted ones are counted.  CPU is process time, each page by all
extractors one after another; ours does everything that ``rights inspect`` prints, money and credits included.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import gzip
import importlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rights.extract.article import extract
from rights.model import Page
from rights.patterns import compile_all
from rights.report.inspect_json import inspect_object, render_inspect_line

#: The floors of issue 4; the text's is trafilatura's own figure of the run.
FLOORS = {
    "andythefactory": {"authors": 0.80, "date": 0.85, "title": 0.90},
    "trafilatura": {"authors": 0.62, "date": 0.87},
}
CPU_FLOOR = 1.5
#: Pages that each extractor reads before the clock starts: what is loaded or compiled once is no page's cost.
WARM = 10


@dataclass
class Seen:
    """What one extractor made of one page; None where it does not say."""

    text: str = ""
    title: str | None = None
    authors: tuple[str, ...] | None = None
    date: str | None = None


@dataclass
class Tally:
    """Sums over the pages."""

    text: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])
    title: list[float] = field(default_factory=list)
    authors: list[bool] = field(default_factory=list)
    invented: list[bool] = field(default_factory=list)
    date: list[bool] = field(default_factory=list)
    cpu: float = 0.0
    pages: int = 0
    failed: int = 0


def ours(html: bytes, url: str) -> Seen:
    """Everything that ``rights inspect`` prints."""
    article = extract(Page(body=html, url=url, final_url=url))
    render_inspect_line(inspect_object(url, article))
    return Seen(article.text, article.title, article.authors, article.published)


def trafilatura(html: bytes, url: str) -> Seen:
    """Its default settings, text alone."""
    module = importlib.import_module("trafilatura")
    return Seen(module.extract(html.decode("utf-8", "replace"), url=url) or "")


def trafilatura_metadata(html: bytes, url: str) -> Seen:
    """Its default settings, text and metadata."""
    module = importlib.import_module("trafilatura")
    found = module.bare_extraction(html.decode("utf-8", "replace"), url=url, with_metadata=True)
    if found is None:
        return Seen()
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Seen(found.text or "", found.title, authors, found.date)


def readability(html: bytes, url: str) -> Seen:
    """readability-lxml: text and title."""
    document = importlib.import_module("readability").Document(html.decode("utf-8", "replace"), url=url)
    tree = importlib.import_module("lxml.html").fromstring(document.summary())
    return Seen(" ".join(tree.itertext()), document.short_title())


def newspaper(html: bytes, url: str) -> Seen:
    """newspaper4k: text and metadata."""
    article = importlib.import_module("newspaper").Article(url, fetch_images=False)
    article.download(input_html=html.decode("utf-8", "replace"))
    article.parse()
    date = article.publish_date.isoformat() if article.publish_date else None
    return Seen(article.text, article.title, tuple(article.authors), date)


def resiliparse(html: bytes, url: str) -> Seen:
    """resiliparse: text alone, the fast one."""
    module = importlib.import_module("resiliparse.extract.html2text")
    return Seen(module.extract_plain_text(html.decode("utf-8", "replace"), main_content=True))


PEERS: Mapping[str, Callable[[bytes, str], Seen]] = {
    "trafilatura": trafilatura,
    "trafilatura+metadata": trafilatura_metadata,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "resiliparse": resiliparse,
}
#: Which of them say what besides the text.
SAYS = {"ours", "trafilatura+metadata", "newspaper4k"}


def rows(folder: Path, name: str, every: int) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The labels and bytes of each page of one set."""
    folder = folder / "extraction" if (folder / "extraction").is_dir() else folder
    for number, line in enumerate((folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
        if number % every == 0:
            label = json.loads(line)
            yield label, gzip.decompress((folder / label["file"]).read_bytes())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """4-grams of words; a shorter text is one shingle."""
    words = re.findall(r"\w+", text)
    if len(words) < 4:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[at : at + 4]) for at in range(len(words) - 3))


def judge(tally: Tally, label: dict[str, Any], seen: Seen, says: bool) -> None:
    """Add one page to the sums."""
    if label.get("text"):
        wanted, given = shingles(label["text"]), shingles(seen.text)
        shared = sum((wanted & given).values())
        counts = [shared, sum(given.values()) - shared, sum(wanted.values()) - shared]
        total = sum(counts) or 1
        tally.text = [old + new / total for old, new in zip(tally.text, counts, strict=True)]
    else:
        wanted_segments, unwanted = label.get("with") or [], label.get("without") or []
        hits = sum(segment in seen.text for segment in wanted_segments)
        counts = [hits, sum(segment in seen.text for segment in unwanted), len(wanted_segments) - hits]
        tally.text = [old + new for old, new in zip(tally.text, counts, strict=True)]
    if label.get("title") and seen.title is not None:
        tally.title.append(dice(label["title"], seen.title))
    if says and label.get("authors"):
        tally.authors.append({key(name) for name in label["authors"]} == {key(name) for name in seen.authors or ()})
    elif says and label.get("title"):
        tally.invented.append(bool(seen.authors))
    if says and label.get("date"):
        tally.date.append((seen.date or "")[:10] == label["date"][:10])


def dice(one: str, other: str) -> float:
    """F of the words of two titles."""
    first, second = Counter(re.findall(r"\w+", one.lower())), Counter(re.findall(r"\w+", other.lower()))
    total = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / total if total else 0.0


def key(name: str) -> str:
    """A name as it is compared."""
    return re.sub(r"[\W_]+", "", name.lower())


def measure(
    folder: Path, name: str, extractors: Mapping[str, Callable[[bytes, str], Seen]], every: int
) -> dict[str, Tally]:
    """Each page by all extractors, one after another."""
    tallies = {extractor: Tally() for extractor in extractors}
    compile_all()  # as the peers do when they are imported; an installed package has kept the code
    pages = list(rows(folder, name, every))
    for label, html in pages[:WARM]:
        for run in extractors.values():
            with contextlib.suppress(Exception):
                run(html, label["url"])
    for label, html in pages:
        for extractor, run in extractors.items():
            tally = tallies[extractor]
            began = time.process_time()
            try:
                seen = run(html, label["url"])
            except Exception:
                seen = Seen()
                tally.failed += 1
            tally.cpu += time.process_time() - began
            tally.pages += 1
            judge(tally, label, seen, extractor in SAYS)
    return tallies


def mean(values: list[Any]) -> str:
    """The mean to three places, or a dash."""
    return f"{sum(values) / len(values):.3f}" if values else "-"


def f1(tally: Tally) -> tuple[float, float, float]:
    """F1, precision and recall of the text."""
    true, false, missed = tally.text
    precision, recall = true / max(1e-9, true + false), true / max(1e-9, true + missed)
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def show(name: str, tallies: dict[str, Tally]) -> bool:
    """Print a set's table and say whether its floors hold."""
    base = tallies.get("trafilatura")
    pages = next(iter(tallies.values())).pages
    print(f"\n### {name}: {pages} pages\n")
    print(
        "| extractor | text F1 | precision | recall | title F | author set | author invented | date | CPU ms | x trafilatura | failed |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for extractor, tally in sorted(tallies.items(), key=lambda item: -f1(item[1])[0]):
        score, precision, recall = f1(tally)
        ratio = f"{tally.cpu / base.cpu:.2f}" if base and base.cpu else "-"
        print(
            f"| {extractor} | {score:.4f} | {precision:.4f} | {recall:.4f} | {mean(tally.title)} | {mean(tally.authors)} | "
            f"{mean(tally.invented)} | {mean(tally.date)} | {1000 * tally.cpu / max(1, tally.pages):.1f} | {ratio} | {tally.failed} |"
        )
    mine = tallies.get("ours")
    if mine is None:
        return True
    held = True
    figures = {"authors": mine.authors, "date": mine.date, "title": mine.title}
    for what, floor in FLOORS[name].items():
        values = figures[what]
        held &= not values or sum(values) / len(values) >= floor
    if base:
        held &= f1(mine)[0] >= f1(base)[0] and mine.cpu <= CPU_FLOOR * base.cpu
    print(f"\nfloors of {name}: {'hold' if held else 'DO NOT HOLD'}")
    return held


def main() -> int:
    """Measure, print, and give 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", choices=["ours", *PEERS])
    parser.add_argument("--peers", default=",".join(PEERS), help="names separated by commas")
    given = parser.parse_args()
    gc.set_threshold(100_000, 20, 20)  # as the command line does
    extractors = {"ours": ours} | {name: PEERS[name] for name in given.peers.split(",") if name in PEERS}
    if given.only:
        extractors = {given.only: extractors[given.only]}
    for name in [name for name in extractors if name != "ours"]:
        try:
            extractors[name](b"<html><body><p>x</p></body></html>", "https://example.org/")
        except ImportError as missing:
            print(f"{name}: not installed ({missing.name}); pip install 'rights[bench]'")
            del extractors[name]
        except Exception:  # a page of one letter is too short for some; that they load is enough
            pass
    held = True
    for name in FLOORS:
        held &= show(name, measure(given.data, name, extractors, given.every))
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
