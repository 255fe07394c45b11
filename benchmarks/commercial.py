"""Evidence of money against labelled pages: ``python -m benchmarks.commercial --data FOLDER`` (the folder of `commercial`).

Prints precision and recall of each kind beside a plain search for words, and beside a block list where one is given
(``--filter-list FILE``, EasyList's syntax, extra ``adblock``); the levels by what the site is; CPU beside trafilatura's.
``--half`` reads one half of the pages, chosen by the hash of their site, to keep the other half unseen.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import trafilatura

from rights.extract import main_text
from rights.extract.block_list import BlockList
from rights.extract.commercial import assess_commercial
from rights.extract.commercial_walk import take_census
from rights.extract.metadata import read_facts
from rights.extract.parse import parse
from rights.model import Page

#: Our kind, the label's name.
KINDS = {
    "display_ads": "display_ads", "affiliate": "affiliate", "paywall": "paywall_or_metered", "shop": "shop",
    "sponsored": "sponsored_content", "donation": "donation",
}  # fmt: skip
FLOORS = {
    "display_ads": (0.98, 0.92),
    "affiliate": (0.95, 0.95),
    "paywall": (0.97, 0.78),
    "shop": (0.93, 0.80),
    "donation": (0.90, 0.85),
}
LEVELS = ("none", "possible", "likely", "certain")
#: What the site is, the levels it should come out at, and the share of sites that must.
SITE_FLOORS = (
    ("no", ("likely", "certain"), "0"),
    ("unclear", ("possible",), ">= 0.60"),
    ("yes", ("possible", "likely", "certain"), ">= 0.85"),
)
#: What a search for words in the source would ask.
WORDS = {
    "display_ads": r"doubleclick|googlesyndication|adsbygoogle|adserver|advertisement|werbung|anzeige",
    "affiliate": r"affiliate|partnerlink|amzn\.to|tag=[\w-]+-2\d", "paywall": r"paywall|isAccessibleForFree|premium|subscriber",
    "shop": r"\bshop\b|warenkorb|\bcart\b", "sponsored": r"sponsored|advertorial", "donation": r"donat|spende|patreon|paypal",
}  # fmt: skip


def pages(folder: Path, half: str | None) -> Iterator[tuple[dict[str, Any], Page]]:
    """The labels and bytes of each page."""
    folder = folder / "commercial" if (folder / "commercial").is_dir() else folder
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        side = "a" if hashlib.sha256(label["domain"].encode()).digest()[0] % 2 else "b"
        if half in (None, side):
            body = gzip.decompress((folder / label["file"]).read_bytes())
            yield (
                label,
                Page(body=body, url=label["url"], final_url=label["url"], headers={"content-type": "text/html"}),
            )


def table(name: str, counts: dict[str, Counter[tuple[bool, bool]]], floors: bool = False) -> None:
    print(f"\n{name}\n| kind | pages | precision | recall |" + (" floor |" if floors else ""))
    print("| --- | --- | --- | --- |" + (" --- |" if floors else ""))
    for kind, seen in counts.items():
        right, wrong, missed = seen[True, True], seen[False, True], seen[True, False]
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        floor = "{} / {}".format(*FLOORS[kind]) if kind in FLOORS else "-"
        print(f"| {kind} | {right + missed} | {precision:.3f} | {recall:.3f} |" + (f" {floor} |" if floors else ""))


def timed(call: Callable[[], Any], spent: list[float]) -> Any:
    began = time.process_time()
    found = call()
    spent.append(time.process_time() - began)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--filter-list", type=Path, action="append", default=[])
    parser.add_argument("--errors", action="store_true", help="print each page that is judged otherwise than labelled")
    options = parser.parse_args()
    rules = BlockList(path.read_text(encoding="utf-8") for path in options.filter_list) if options.filter_list else None
    ours: dict[str, Counter[tuple[bool, bool]]] = {kind: Counter() for kind in KINDS}
    words = {kind: Counter() for kind in KINDS}
    listed: Counter[tuple[bool, bool]] = Counter()
    levels: Counter[tuple[str, str]] = Counter()
    spent: dict[str, list[float]] = {"read the page": [], "weigh the evidence": [], "trafilatura": []}
    for label, page in pages(options.data, options.half):
        source = page.body.decode("utf-8", "replace")
        document = timed(lambda page=page: parse(page), spent["read the page"])
        main_text.choose(document)
        facts = read_facts(document)
        found = timed(lambda d=document, f=facts: assess_commercial(d, f), spent["weigh the evidence"])
        timed(lambda source=source: trafilatura.extract(source), spent["trafilatura"])
        seen = {signal.kind for signal in found.signals}
        for kind, name in KINDS.items():
            if name in label["skip"]:
                continue
            true = bool(label["labels"][name])
            ours[kind][true, kind in seen] += 1
            words[kind][true, re.search(WORDS[kind], source, re.IGNORECASE) is not None] += 1
            if options.errors and true is not (kind in seen):
                print(
                    "missed" if true else "wrong",
                    kind,
                    label["domain"],
                    [s.detail for s in found.signals if s.kind == kind],
                )
        if rules and "display_ads" not in label["skip"]:
            resources = [(r.url, r.tag) for r in take_census(document).resources if not r.tiny]
            listed[bool(label["labels"]["display_ads"]), rules.first_match(page.url or "", resources) is not None] += 1
        levels[label["labels"]["commercial_site"], found.level.value] += 1
    table("Ours", ours, floors=True)
    table("A search for words in the source", words)
    if rules:
        table("The block list alone", {"display_ads": listed})
    print("\n| site is commercial | none | possible | likely | certain |\n| --- | --- | --- | --- | --- |")
    for site in ("yes", "unclear", "no"):
        print(f"| {site} | " + " | ".join(str(levels[site, level]) for level in LEVELS) + " |")
    judged = {site: sum(levels[site, level] for level in LEVELS) for site in ("yes", "unclear", "no")}
    print("\n| sites | of them | floor |\n| --- | --- | --- |")
    for site, wanted, floor in SITE_FLOORS:
        share = sum(levels[site, level] for level in wanted) / max(1, judged[site])
        print(f"| {site}: {' or '.join(wanted)} | {share:.3f} | {floor} |")
    mean = {name: 1000 * sum(times) / len(times) for name, times in spent.items()}
    print("\n| step | CPU ms a page | of trafilatura |\n| --- | --- | --- |")
    for name, ms in mean.items():
        print(f"| {name} | {ms:.1f} | {ms / mean['trafilatura']:.2f} |")


if __name__ == "__main__":
    main()
