"""What goes into the database comes out of it again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rights.model import Evidence, Finding, Hop, Reason, Strength, Tls, Verdict, message
from rights.store import Store
from rights.store.codec import clean, compress, decompress, finding_body, pack_chain, read_finding, unpack_chain
from tests.store.samples import assess, look, page

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
PLAIN = st.builds(lambda text: message("{what} is so", what=text), TEXT)
MESSAGES = PLAIN | st.builds(lambda inner, text: message("{what}: {why}", what=inner, why=text), PLAIN, TEXT)
FINDINGS = st.builds(
    Finding,
    clause=TEXT,
    type=TEXT,
    verdict=st.sampled_from(list(Verdict)),
    message=MESSAGES,
    strength=st.sampled_from(list(Strength)),
    evidence=st.lists(st.builds(Evidence, exact=TEXT, prefix=TEXT, suffix=TEXT, selector=TEXT), max_size=3).map(tuple),
    remedy=st.none() | MESSAGES,
    reason=st.none() | st.sampled_from(list(Reason)),
    waived=st.booleans(),
    question=st.none() | MESSAGES,
    fact=st.none() | TEXT.filter(bool),
)


@settings(deadline=None)
@given(FINDINGS)
def test_findings(finding: Finding) -> None:
    row: dict[str, Any] = {
        "clause": finding.clause,
        "type": finding.type,
        "strength": finding.strength.value,
        "verdict": finding.verdict.value,
        "waived": finding.waived,
        "reason": finding.reason.value if finding.reason else None,
        "body": finding_body(finding),
    }
    assert read_finding(row) == finding


@given(st.binary(max_size=2000))
def test_bodies(body: bytes) -> None:
    assert decompress(compress(body)) == body


def test_the_way_to_a_page() -> None:
    tls = Tls(version="TLSv1.3", cipher="X", certificate="00")
    hop = Hop(
        url="https://a/", status=301, location="/b", peer="192.0.2.1", tls=tls, request=b"GET /\xff", response=b"HTTP",
        started_at=datetime(2026, 1, 5, tzinfo=UTC), seconds=0.5,
    )  # fmt: skip
    assert unpack_chain(pack_chain((hop, hop))) == (hop, hop)


@given(st.text(max_size=30))
def test_what_is_clean_can_be_stored(text: str) -> None:
    cleaned = clean({"a": [text]})["a"][0]
    assert "\0" not in cleaned
    cleaned.encode()
    assert clean(cleaned) == cleaned


def test_hostile_text_can_be_stored(store: Store) -> None:
    """NUL, lone surrogates and megabytes, wherever a page may put them."""
    nasty = "a\0b\ud800" + "x" * 100_000
    finding = Finding(
        clause="c", type="t", verdict=Verdict.VIOLATION, message=message("{x}", x=nasty), evidence=(Evidence(exact=nasty),)
    )  # fmt: skip
    given_page = page()
    look(store, assess(finding), error=nasty, page=given_page)
    found = store.violations.listed()[0].finding
    assert found is not None
    assert found.evidence[0].exact.startswith("a\ufffdb")
