"""Generated pages of many layouts, judged by generated policies: what is said to be done is done, nothing else changes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.check import check_page
from rights.cli.fixing import corrected, policy_of
from rights.extract.article import extract
from rights.extract.front_matter import find_front_matter, front_values
from rights.fix.plan import FIXABLE, Plan, plan, verified
from rights.given import Given, Tools
from rights.library import Library
from rights.model import Assessment, Page, Result, Verdict, Work
from rights.policy import Source, parse_policy
from rights.which_works import work_of
from tests.fix import layouts

ORIGINAL = "https://lantern.example/2024/06/river-towns-48213"
SEEN = datetime(2024, 6, 20, tzinfo=UTC)
POSITIONS = ("top", "bottom", "byline", "top-and-bottom")
CLAUSES = {
    "source": "{{type: attr.source, position: [{places}], says: Name us.}}",
    "sentence": "{{type: attr.source, id: sentence, wording: 'This story by [author] first appeared in Lantern & Quay.', says: Say so.}}",
    "byline": "{{type: attr.byline, position: byline, says: Name the author.}}",
    "link": "{{type: link.original, position: {place}, says: Link to us.}}",
    "canonical": "{{type: link.canonical, says: Set the canonical.}}",
    "licence": "{{type: licence.notice, link: required, says: Name the licence.}}",
    "copyright": "{{type: attr.copyright, says: Say whose it is.}}",
    "counter": (
        "{{type: track.pixel, address: count.lantern.example, id_from: url-number, says: Keep the counter., "
        "paste: '<img src=\"https://count.lantern.example/[id].gif\" alt=\"\" width=\"1\" height=\"1\">'}}"
    ),
    "headline": "{{type: edit.headline, says: Keep our headline.}}",
}  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le")


@cache
def source_of(clauses: tuple[str, ...], place: str) -> Source:
    lines = "\n".join(
        f"      - {CLAUSES[name].format(place=place, places=place.replace('-and-', ', '))}" for name in clauses
    )
    return parse_policy(
        "publisher: {id: lantern, name: Lantern & Quay, domains: [lantern.example]}\n"
        "terms: {url: 'https://lantern.example/terms', checked_on: 2026-01-05, evidence: own-words}\n"
        f"policies:\n  - licence: CC-BY-4.0\n    clauses:\n{lines}\n",
        "lantern.yaml",
    )


@cache
def original() -> Work:
    body = layouts.original(ORIGINAL, "Lantern & Quay", "Ada Bergström").encode()
    return work_of(extract(Page(body=body, url=ORIGINAL, final_url=ORIGINAL, fetched_at=SEEN)), Library([]), None)


def library_of(source: Source) -> Library:
    made = Library([])
    made.add(source)
    return made


def page_of(name: str, body: bytes) -> Page:
    kind = {"html": "text/html", "xhtml": "application/xhtml+xml", "md": "text/markdown"}[name]
    return Page(
        body=body,
        url=layouts.ADDRESS,
        final_url=layouts.ADDRESS,
        headers={"content-type": kind},
        fetched_at=SEEN,
    )


def bytes_of(text: str, encoding: str, media: str) -> bytes:
    if encoding == "utf-16-le" and media != "md":
        text = re.sub(r"charset=\"?(?:utf|UTF)-8\"?", 'charset="utf-16le"', text)
        return b"\xff\xfe" + text.encode(encoding)
    if encoding == "cp1252" and media == "html":
        text = re.sub(r"charset=\"?(?:utf|UTF)-8\"?", 'charset="windows-1252"', text)
    if media == "xhtml" or (encoding == "utf-16-le" and media == "md"):
        encoding = "utf-8"
    return text.encode(encoding)


def look(page: Page, source: Source) -> list[Assessment]:
    tools = Tools(library=library_of(source))
    return list(check_page(page, tools, Given(original=original(), policy=source)))


def mend(page: Page, source: Source) -> tuple[Plan, bytes, list[Assessment]]:
    """What was done and is left, the corrected bytes, and the second look at them."""
    found = look(page, source)
    results = [Result(target="x", assessment=one) for one in found]
    wanted = plan(results, policy_of(library_of(source), Given(policy=source)))
    if wanted.empty:
        return wanted, page.body, found
    body = corrected(page, results, wanted)
    assert body is not None, "its text was not found in its source"
    again = look(page_of(media_of(page), body), source)
    verified(wanted, again)
    return wanted, body, again


def media_of(page: Page) -> str:
    return {"text/html": "html", "application/xhtml+xml": "xhtml"}.get(str(page.media_type), "md")


def holds_all_of(fixed: bytes, before: bytes) -> bool:
    """True where every byte of the page is there still, in order."""
    rest = iter(fixed)
    return all(byte in rest for byte in before)


def without_canonical(body: bytes) -> bytes:
    plain = body.replace(b"\x00", b"")
    return re.sub(rb"<link rel=\"canonical\"[^>]*>|^canonical_url[^\r\n]*\r?\n", b"", plain, flags=re.MULTILINE)


def tried(media: str, text: str, encoding: str, clauses: tuple[str, ...], place: str, ends: str) -> None:
    source = source_of(clauses, place)
    page = page_of(media, bytes_of(text.replace("\r\n", "\n").replace("\n", ends), encoding, media))
    asked, fixed, again = mend(page, source)
    # nothing that was there is gone
    assert holds_all_of(without_canonical(fixed), without_canonical(page.body))
    # what is said to be done is done, and what could be done was
    verdicts = {finding.clause: finding for one in again for finding in one.findings}
    assert {name for name in asked.done if verdicts[name].verdict > Verdict.PASS} == set()
    left = {name for name, one in verdicts.items() if one.verdict > Verdict.PASS and one.type in FIXABLE}
    headless = (media == "md" and not front_values_of(text)) or (media == "html" and "<head" not in text.lower())
    beyond = {"link.canonical"} if headless else set()
    assert left <= beyond | ({"link.original", "attr.source"} if place == "byline" else set()), (asked, left)
    assert asked.left.keys() >= left
    # a second correction finds nothing to correct
    once_more, same, _ = mend(page_of(media, fixed), source)
    assert same == fixed
    assert not once_more.done


def front_values_of(text: str) -> bool:
    front = find_front_matter(text)
    return bool(front and front_values(front))


SOME = st.lists(st.sampled_from(sorted(CLAUSES)), min_size=1, max_size=5, unique=True).map(tuple)


@settings(max_examples=15, deadline=None)
@given(
    name=st.sampled_from(sorted(layouts.HTML)), clauses=SOME, place=st.sampled_from(POSITIONS),
    encoding=st.sampled_from(ENCODINGS), ends=st.sampled_from(("\n", "\r\n")),
)  # fmt: skip
def test_any_html(name: str, clauses: tuple[str, ...], place: str, encoding: str, ends: str) -> None:
    tried("xhtml" if name == "xhtml" else "html", layouts.HTML[name](), encoding, clauses, place, ends)


@settings(max_examples=15, deadline=None)
@given(
    name=st.sampled_from(sorted(layouts.MARKDOWN)), clauses=SOME, place=st.sampled_from(POSITIONS),
    encoding=st.sampled_from(ENCODINGS), ends=st.sampled_from(("\n", "\r\n")),
)  # fmt: skip
def test_any_markdown(name: str, clauses: tuple[str, ...], place: str, encoding: str, ends: str) -> None:
    tried("md", layouts.MARKDOWN[name], encoding, clauses, place, ends)


@pytest.mark.parametrize("name", sorted(layouts.HTML))
def test_every_layout_with_every_clause(name: str) -> None:
    tried("xhtml" if name == "xhtml" else "html", layouts.HTML[name](), "utf-8", tuple(CLAUSES), "top", "\n")


@pytest.mark.parametrize("name", sorted(layouts.MARKDOWN))
def test_every_way_to_write_markdown_with_every_clause(name: str) -> None:
    tried("md", layouts.MARKDOWN[name], "utf-8", tuple(CLAUSES), "bottom", "\n")
