"""Credit sentences and look-alikes of our own in fourteen languages, and how they are scored: see ``credit_phrases/``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rights.extract import main_text
from rights.extract.credit_context import same_name, words_of_name
from rights.extract.credit_sentence import classify
from rights.extract.credits import find_credits
from rights.extract.metadata import read_facts
from rights.extract.parse import parse
from rights.model import Page
from tests.extract.credit_pages import page

FOLDER = Path(__file__).with_name("credit_phrases")
#: Lines that were written before anything was tuned on them, in further languages too.
BLIND = Path(__file__).with_name("credit_phrases_blind")
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
_ADDRESS = "https://reedmark.example/2021/water"
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line, and the name it credits: "" where it is a credit that names nobody, None where it is none."""

    text: str
    name: str | None
    why: str = ""

    @property
    def html(self) -> str:
        """The line as a paragraph, its links as anchors."""
        return "<p>" + _LINK.sub(r'<a href="\2">\1</a>', escape(self.text, quote=False)) + "</p>"


def phrases(language: str, folder: Path | None = None) -> Iterator[Phrase]:
    """The lines of a language's file."""
    for line in ((folder or FOLDER) / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        label, bar, text = line[2:].partition(" | ")
        if line[:1] == "+":
            yield Phrase(text, "" if label == "?" else label)
        elif line[:1] == "-" and bar:
            yield Phrase(text, None, label)


def names_by_line(phrase: Phrase, language: str) -> list[str]:
    """The names that the classifier reads in the bare line."""
    found = classify(phrase.text)
    return [found.source_name or ""] if found else []


def names_on_page(phrase: Phrase, language: str) -> list[str]:
    """The names of the credits of a page that ends in the line."""
    html = page(bottom=phrase.html, lang=language).encode()
    document = parse(Page(body=html, url=_ADDRESS, final_url=_ADDRESS, headers={"content-type": "text/html"}))
    main_text.choose(document)
    return [credit.source_name or "" for credit in find_credits(document, read_facts(document))]


def alike(wanted: str, found: str) -> bool:
    """True for one name, however it is inflected: words that begin alike."""
    if same_name(wanted, found):
        return True
    ours, theirs = words_of_name(wanted), words_of_name(found)
    return len(ours) == len(theirs) > 0 and all(a[:4] == b[:4] for a, b in zip(ours, theirs, strict=True))
