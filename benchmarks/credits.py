"""Credits on labelled lines and pages: ours beside a search for key words.

    python -m benchmarks.credits --data DIR

``DIR`` holds ``attribution/sentences.jsonl`` and ``republished/`` as the data's README describes them.  Lines are split
by the hash of their identifier into ``dev`` (six tenths), on which the forms were tuned, and ``held`` (four tenths); each
is read alone, as a page of its own, and at the end of an article.  Two names count as the same where one holds the other,
letters and digits alone.  Times are CPU; trafilatura runs on the same pages in the same run.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import trafilatura

from rights import urls
from rights.extract import main_text
from rights.extract.article import extract
from rights.extract.credit_sentence import classify
from rights.extract.credits import find_credits
from rights.extract.metadata import read_facts
from rights.extract.parse import parse
from rights.model import Credit, Page

#: What a keyword search would look for, in the same fourteen languages.
KEYWORDS = re.compile(
    r"originally (?:published|appeared|posted)|first (?:published|appeared)|republished|reprinted|cross-?posted|courtesy of|source:|via "
    r"|ursprünglich|zuerst (?:auf|erschienen)|quelle:|initialement publié|traduit|publicado originalmente|fuente:|tomado de|traducido"
    r"|pubblicato originariamente|fonte:|publicado originalmente|traduzido|oorspronkelijk|verscheen eerder|bron:|pierwotnie|źródło:"
    r"|источник|оригинал|перевод|ilk olarak|kaynak:|转载|译自|翻译|首发|来源|原文|転載|日本語訳|元記事|원문|번역|المصدر|نقلا",
    re.IGNORECASE,
)
#: Classes of republished pages that the floors do not count: the sites of one house, and sources no sentence names.
UNCOUNTED = ("same_group", "byline_or_canonical")
_PROSE = (
    "The committee met on Tuesday to review the budget and heard from eleven residents about the state of the roads.",
    "Several members asked for more time, and the chair agreed that the vote should wait for the figures.",
    "The session ended shortly after nine, with a promise that the minutes would follow before the month was out.",
)


def same(one: str | None, other: str | None) -> bool:
    """True where one name's letters hold the other's."""
    first, second = (re.sub(r"[\W_]", "", re.sub(r"^the\s", "", (name or "").lower())) for name in (one, other))
    return bool(first and second) and (first in second or second in first)


def held(identifier: str) -> bool:
    """Whether a line was kept back while the forms were tuned."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 10 >= 6


def _credits(source: str, media: str) -> list[str | None]:
    page = Page(body=source.encode(), headers={"content-type": f"{media}; charset=utf-8"})
    return [credit.source_name for credit in extract(page).credits]


def _article(text: str) -> str:
    prose = "".join(f"<p>{line}</p>" for line in _PROSE * 4)
    return f"<html><body><article><h1>Minutes</h1>{prose}<p>{html.escape(text)}</p></article></body></html>"


def _alone(text: str) -> list[str | None]:
    credit = classify(text)
    return [credit.source_name] if credit else []


#: How a line is given to the reader, and what it answers: the names of the credits found.
READERS: dict[str, Callable[[str], list[str | None]]] = {
    "key words": lambda text: [None] if KEYWORDS.search(text) else [],
    "line": _alone,
    "page .md": lambda text: _credits(text, "text/markdown"),
    "page .txt": lambda text: _credits(text, "text/plain"),
    "page .html": lambda text: _credits(f"<html><body><p>{html.escape(text)}</p></body></html>", "text/html"),
    "end of article": lambda text: _credits(_article(text), "text/html"),
}


def lines(data: Path) -> None:
    """Print precision, recall and names on the labelled lines."""
    rows = [json.loads(line) for line in (data / "attribution" / "sentences.jsonl").read_text("utf-8").splitlines()]
    print("| reader | lines | origin | precision | recall | right name | name in the line, right | CPU ms |")
    print("|---|---|---|---|---|---|---|---|")
    for reader, read in READERS.items():
        for part in ("dev", "held"):
            for origin in ("all", "web_page", "github_file") if reader in ("line", "key words") else ("all",):
                chosen = [r for r in rows if held(r["id"]) is (part == "held") and origin in ("all", r["origin"])]
                print(f"| {reader} | {part} {len(chosen)} | {origin} | {_line_scores(chosen, read)} |")


def _line_scores(rows: Iterable[dict[str, Any]], read: Callable[[str], list[str | None]]) -> str:
    counts: Counter[str] = Counter()
    start = time.process_time()
    answers = [(row, read(row["text"])) for row in rows]
    spent = (time.process_time() - start) * 1000 / max(1, len(answers))
    for row, names in answers:
        credit = row["label"] == "attribution"
        counts[("tp" if credit else "fp") if names else ("fn" if credit else "tn")] += 1
        if credit and names and row["source_name"]:
            right = any(same(name, row["source_name"]) for name in names)
            counts["named", right] += 1  # type: ignore[index]
            if same(row["source_name"], row["text"]):
                counts["held", right] += 1  # type: ignore[index]
    named = _share(counts["named", True], counts["named", False])  # type: ignore[index]
    inside = _share(counts["held", True], counts["held", False])  # type: ignore[index]
    return f"{_share(counts['tp'], counts['fp'])} | {_share(counts['tp'], counts['fn'])} | {named} | {inside} | {spent:.2f}"


def _share(good: int, bad: int) -> str:
    return f"{good / (good + bad):.3f}" if good + bad else "-"


def pages(data: Path) -> None:
    """Print what is missed, false, and rightly named and linked on the labelled pages."""
    labels = [json.loads(line) for line in (data / "republished" / "labels.jsonl").read_text("utf-8").splitlines()]
    counts: Counter[str] = Counter()
    spent = Counter[str]()
    for label in labels:
        raw = gzip.decompress((data / "republished" / label["file"]).read_bytes())
        start = time.process_time()
        trafilatura.bare_extraction(raw.decode("utf-8", "replace"))
        spent["trafilatura"] += time.process_time() - start  # type: ignore[assignment]
        document = parse(Page(body=raw, url=label["url"], final_url=label["url"]))
        main_text.choose(document)
        facts = read_facts(document)
        start = time.process_time()
        found = find_credits(document, facts)
        spent["credits"] += time.process_time() - start  # type: ignore[assignment]
        _score_page(label, found, counts)
    print("\n| pages | missed | false | right source | right link | CPU of credits / trafilatura |")
    print("|---|---|---|---|---|---|")
    print(
        f"| {len(labels)} | {counts['missed']} of {counts['republished']} | {counts['false']} of {counts['look-alike']} "
        f"| {_share(counts['source'], counts['wrong source'])} | {_share(counts['link'], counts['wrong link'])} "
        f"| {spent['credits'] / spent['trafilatura']:.2f} |"
    )


def _score_page(label: dict[str, Any], found: tuple[Credit, ...], counts: Counter[str]) -> None:
    if label["label"] != "republished":
        counts["look-alike"] += 1
        counts["false"] += bool(found)
        return
    if label["class"] in UNCOUNTED:
        return
    counts["republished"] += 1
    counts["missed"] += not found
    if found and label["publisher_named"]:
        right = any(same(credit.source_name, label["publisher_named"]) for credit in found)
        counts["source" if right else "wrong source"] += 1
    if found and label["links"]:
        right = any(urls.same_page(credit.href, link) for credit in found for link in label["links"])
        counts["link" if right else "wrong link"] += 1


def main() -> None:
    """Measure on the data that ``--data`` names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled data")
    data = parser.parse_args().data
    lines(data)
    pages(data)


if __name__ == "__main__":
    main()
