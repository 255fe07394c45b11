"""Looks and findings to record."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from rights.model import (
    Article,
    Assessment,
    Evidence,
    Finding,
    Match,
    Page,
    PageState,
    PolicyRef,
    Reason,
    Republication,
    Verdict,
    Work,
    message,
)
from rights.store import Store
from rights.store.records import Due, Lead, Look, Outcome, Recorded

START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
WORK = Work(
    id="https://press.example/one", url="https://press.example/one", title="One", publisher="press", text="a b c"
)
POLICY = PolicyRef(publisher="press", policy="press", file="policies/press.yaml", sha256="0" * 64)
COPY = "https://copy.example/a"


def page(address: str = COPY, body: str = "<p>text</p>", *, status: int = 200, at: datetime = START) -> Page:
    data = body.encode()
    return Page(
        body=data, url=address, final_url=address, status=status, headers={"content-type": "text/html", "etag": '"1"'},
        fetched_at=at, sha256=hashlib.sha256(data).hexdigest(),
    )  # fmt: skip


def finding(clause: str, verdict: Verdict, **kwargs: object) -> Finding:
    return Finding(
        clause=clause, type=clause, verdict=verdict, message=message("The {what} is judged.", what=clause),
        remedy=message("Add the {what}.", what=clause), evidence=(Evidence(exact="text", selector="p"),), **kwargs,
    )  # fmt: skip  # type: ignore[arg-type]


def assess(*findings: Finding, work: Work = WORK, policy: PolicyRef | None = POLICY, hop: int = 0,
           reason: Reason | None = None, fallback: Verdict = Verdict.INAPPLICABLE) -> Assessment:  # fmt: skip
    match = Match(containment=0.9, resemblance=0.8, words=500)
    republication = Republication(work=work, copy=Article(url=COPY), match=match, observed_at=START)
    return Assessment(
        policy=policy, republication=republication, findings=findings, hop=hop, reason=reason, fallback=fallback
    )


def add(store: Store, address: str = COPY, at: datetime = START) -> Due:
    store.due.add([Lead(address=address, source="test")], at)
    found = store.due.find(address)
    assert found is not None
    return found


def look(
    store: Store, *assessments: Assessment, at: datetime = START, outcome: Outcome = Outcome.JUDGED, address: str = COPY,
    **kwargs: object,
) -> Recorded:  # fmt: skip
    """Look at an address once and record it."""
    due = store.due.find(address) or add(store, address, at)
    status = kwargs.pop("status", 200)
    given = kwargs.pop("page", page(address, at=at, status=status))  # type: ignore[arg-type]
    made = Look(
        due=due, at=at, outcome=outcome, page=given, state=PageState.ARTICLE, address=address, assessments=assessments,
        title="A copy", **kwargs,
    )  # fmt: skip  # type: ignore[arg-type]
    return store.checks.record([made])


def violated(clause: str = "link") -> Assessment:
    return assess(finding(clause, Verdict.VIOLATION))


def mended(clause: str = "link") -> Assessment:
    return assess(finding(clause, Verdict.PASS))
