"""A database with all that a publisher's report can show: many sites and weeks, edits, questions, good copies, hostile pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rights.model import Evidence, Reason, Verdict, Work, message
from rights.store import Store
from rights.store.records import State
from tests.crawl.press import article_text, page
from tests.store.samples import assess, finding, look
from tests.store.samples import page as fetched

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
EVIL = '=HYPERLINK("http://evil.example")<script>alert(1)</script>\u202egnorw"\'><style>*{display:none}</style>'
WORKS = tuple(
    Work(id=f"https://press.example/{n}", url=f"https://press.example/{n}", title=title, publisher="press",
         text="\n\n".join(article_text(n)), language="en")
    for n, title in enumerate(("River towns plan for higher water", "What the harbour council decided", "A winter without trains"))
)  # fmt: skip


def edited(number: int) -> str:
    """A copy whose second sentence lost a word and whose third paragraph is gone."""
    first, *rest = article_text(number)
    changed = [first.replace("harbour", "lake").replace("council", "committee"), *rest[:1], *rest[2:]]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in changed)
    return (
        f"<html><head><title>Copy</title></head><body><main><article><h1>Copy</h1>{body}</article></main></body></html>"
    )


def crowd(store: Store) -> None:
    """Fill a store; `NOW` is the day of the report."""
    store.works.add(WORKS)
    clauses = ("link.original", "attr.source", "attr.byline", "edit.none")
    for n in range(14):
        at, clause, work = NOW - WEEK * (n % 9) - timedelta(days=1), clauses[n % 4], WORKS[n % 3]
        address = f"https://site{n % 5}.example/2026/03/{n}-a-story-with-a-rather-long-address"
        found = replace(
            finding(clause, Verdict.VIOLATION),
            message=message("links to the home page of {name}, not to the original article", name="The Press"),
            remedy=message("{line}", line=f'Originally published by <a href="{work.url}">The Press</a>.'),
            evidence=(Evidence(exact="The Press", prefix="First published by ", suffix=" in spring", selector="article > p:nth-of-type(7) > em > a"),),
        )  # fmt: skip
        body = edited(n % 3) if clause == "edit.none" else page(n % 3)
        look(store, assess(found, work=work), at=at, address=address, page=fetched(address, body, at=at))
        if n % 3 == 1:
            _again(store, address, assess(finding(clause, Verdict.PASS), work=work), at + timedelta(days=1))
        if n == 4:
            _again(store, address, assess(found, work=work), at + timedelta(days=2))
    store.violations.move(
        [1], State.NOTIFIED, by="ann", at=NOW - timedelta(hours=20), note="friendly letter to the editors"
    )
    store.violations.move(
        [6], State.DISMISSED, by="ann", at=NOW - timedelta(hours=10), note="a lawful quotation", until=NOW + 52 * WEEK
    )
    for n in range(6):
        address = f"https://good{n % 2}.example/story/{n}"
        good = assess(finding("link.original", Verdict.PASS), finding("attr.source", Verdict.PASS), work=WORKS[n % 3])
        look(store, good, at=NOW - WEEK * (n + 1), address=address)
    asked = finding(
        "nc.site", Verdict.INCOMPLETE, reason=Reason.NEEDS_STATEMENT, fact="kind",
        question=message("Is this site run for profit?"),
    )  # fmt: skip
    for n in range(7):
        look(store, assess(asked, work=WORKS[0]), at=NOW - WEEK, address=f"https://unsure.example/{n}")
    hostile = replace(
        finding("link.original", Verdict.VIOLATION), message=message("{x}", x=EVIL), remedy=message("{x}", x=EVIL),
        evidence=(Evidence(exact=EVIL, prefix=EVIL, suffix=EVIL, selector=EVIL),),
    )  # fmt: skip
    address = "https://evil.example/?q=" + EVIL
    at = NOW - timedelta(hours=3)
    strange = Work(id=EVIL, url="javascript:alert(1)", title=EVIL, publisher="press")
    look(store, assess(hostile, work=strange), at=at, address=address, page=fetched(address, "<p>x</p>", at=at))
    number = store.violations.count()
    store.violations.move([number], State.ANSWERED, by=EVIL, at=NOW - timedelta(hours=1), note=EVIL)


def _again(store: Store, address: str, assessment: object, at: datetime) -> None:
    look(store, assessment, at=at, address=address)  # type: ignore[arg-type]
