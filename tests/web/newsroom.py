"""A desk with work on it: copies of one story on many sites, some of them hostile, served as they are in a newsroom."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rights.library import Library
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
from rights.store import Store, open_store
from rights.store.accounts import Role
from rights.store.records import Lead, Look, Outcome
from rights.web.context import Web
from rights.web.server import WebServer
from tests.stories import PARAGRAPHS, TITLE
from tests.web.conftest import PRESS
from tests.web.desk import add_account

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXT = "\n".join(paragraph.split("<")[0] for paragraph in PARAGRAPHS)
WORK = Work(
    id="https://press.example/river", url="https://press.example/river", title=TITLE, publisher="press",
    authors=("Mara Lindqvist",), published="2026-02-01", language="en", text=TEXT,
)  # fmt: skip
REF = PolicyRef(publisher="press", policy="press", file="policies/press.yaml", sha256="0" * 64)
REMEDY = '<p>This article first appeared in <a href="https://press.example/river">The Loopback Press</a>.</p>'
CLAUSES = ("link", "attr.source", "attr.byline")


def body(title: str, text: str = TEXT, extra: str = "") -> bytes:
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n"))
    return f"<!doctype html><html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{extra}{paragraphs}</article></body></html>".encode()


def violating(clause: str, exact: str = "From our partners") -> Finding:
    return Finding(
        clause=clause, type="link.original", verdict=Verdict.VIOLATION,
        message=message("No link leads to the article at {url}.", url=WORK.url or ""),
        remedy=message("{html}", html=REMEDY),
        evidence=(Evidence(exact=exact, prefix="", suffix=" tell the story", selector="article > p:nth-child(2)"),),
    )  # fmt: skip


def assessed(*findings: Finding) -> Assessment:
    seen = Republication(
        work=WORK, copy=Article(url="https://x.example/"), observed_at=NOW,
        match=Match(containment=0.97, resemblance=0.9, words=410),
    )  # fmt: skip
    return Assessment(policy=REF, republication=seen, findings=findings)


def record(store: Store, copies: Sequence[tuple[str, str, bytes, Assessment]], at: datetime) -> list[int]:
    """Record looks at copies (address, title, body, assessment); gives the violations that opened."""
    store.works.add([WORK], at)
    store.due.add([Lead(address=address, source="test") for address, *_ in copies], at)
    looks = []
    for address, title, content, assessment in copies:
        due = store.due.find(address)
        assert due is not None
        page = Page(
            body=content, url=address, final_url=address, headers={"content-type": "text/html; charset=utf-8"},
            fetched_at=at, sha256=hashlib.sha256(content).hexdigest(),
        )  # fmt: skip
        looks.append(
            Look(
                due=due,
                at=at,
                outcome=Outcome.JUDGED,
                page=page,
                state=PageState.ARTICLE,
                address=address,
                title=title,
                assessments=(assessment,),
            )
        )
    return [change.violation for change in store.checks.record(looks).changes]


def fill(store: Store, count: int) -> list[int]:
    """So many violations, three clauses on each copy."""
    copies = []
    changed = TEXT.replace("Three towns", "Four towns").replace("faster", "more slowly")
    for number in range(-(-count // len(CLAUSES))):
        site = f"site{number % 40}.example"
        title = f"{TITLE} ({number})"
        findings = [violating(clause) for clause in CLAUSES][: count - number * len(CLAUSES)]
        copies.append((f"https://{site}/story-{number}", title, body(title, changed), assessed(*findings)))
    return record(store, copies, NOW)


@contextmanager
def newsroom(home: Path, count: int) -> Iterator[tuple[WebServer, Store, Web]]:
    """A server over a store with so many violations; ann is admin, pat sees the press, all with one password."""
    home.mkdir(parents=True, exist_ok=True)
    settings = Settings(home=home, pace=0.0, contact="crawl@press.example", open_check=True)
    with open_store(settings) as store:
        fill(store, count)
        add_account(store, "ann", Role.ADMIN)
        add_account(store, "pat", Role.EDITOR, "press")
        web = Web(settings=settings, store=store, library=Library([("policies/press.yaml", PRESS)]))
        with WebServer(web, "127.0.0.1", 0) as server:
            yield server, store, web


LATER = timedelta(hours=1)
