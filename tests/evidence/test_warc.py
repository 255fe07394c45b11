"""Records of answers of every kind: encoded, redirected, secured, not modified, rendered, hostile."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from rights.evidence.proof import Answer, Proof, Screenshot
from rights.evidence.wacz import searchable, write_wacz
from rights.evidence.warc import write_warc
from rights.model import Hop, Page, Tls
from tests.evidence.reader import Record, opened, records, sha256

AT = datetime(2026, 3, 1, 9, 30, 15, 250_000, tzinfo=UTC)
URL = "https://copy.example/a?b=1"
BODY = b"<p>caf\xc3\xa9</p>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
TLS = Tls(version="TLSv1.3", cipher="TLS_AES_256_GCM_SHA384", certificate="ab" * 32)


def hop(response: bytes = HEAD, url: str = URL, status: int = 200, **more: object) -> Hop:
    given = {"peer": "192.0.2.7", "tls": TLS, "request": b"GET /a?b=1 HTTP/1.1\r\nHost: copy.example\r\n\r\n"} | more
    return Hop(url=url, status=status, response=response, started_at=AT, seconds=0.25, **given)  # type: ignore[arg-type]


def answer(
    *chain: Hop, body: bytes = BODY, check: int = 1, why: tuple[str, ...] = ("opened",), **more: object
) -> Answer:
    page = Page(body=body, url=URL, final_url=chain[-1].url if chain else URL, fetched_at=AT, chain=chain,
                headers={"content-type": "text/html; charset=utf-8"}, **more)  # fmt: skip  # type: ignore[arg-type]
    return Answer(check=check, at=AT, page=page, why=why)


def proof(*answers: Answer, **more: object) -> Proof:
    return Proof(number=7, title="Violation 7", copy_url=URL, violation={"number": 7}, answers=answers, **more)  # type: ignore[arg-type]


def written(*answers: Answer, **more: object) -> list[Record]:
    return records(write_warc(proof(*answers, **more), AT)[0])


def test_a_decoded_body_stands_under_a_head_that_says_so() -> None:
    _, response, request, facts = written(answer(hop()))
    assert response.block == (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Archive-Orig-Content-Encoding: gzip\r\n"
        b"X-Archive-Orig-Transfer-Encoding: chunked\r\nContent-Length: 12\r\n\r\n" + BODY
    )
    assert response.headers["warc-payload-digest"] == sha256(BODY)
    assert response.headers["warc-block-digest"] == sha256(response.block)
    assert response.headers["warc-date"] == "2026-03-01T09:30:15.250Z"
    assert response.headers["warc-cipher-suite"] == TLS.cipher
    assert request.block.startswith(b"GET /a?b=1")
    told = dict(line.split(": ", 1) for line in facts.block.decode().splitlines())
    assert told == {
        "check": "1", "fetchTimeMs": "250", "ipAddress": "192.0.2.7", "tlsVersion": "TLSv1.3", "tlsCipher": TLS.cipher,
        "tlsCertificateSha256": "ab" * 32,
    }  # fmt: skip


def test_all_bytes_stand_as_received_where_the_fetcher_recorded_them() -> None:
    raw = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
    assert written(answer(hop(raw), body=b"abc"))[1].block == raw


def test_redirects_are_kept_and_indexed_but_are_no_pages() -> None:
    moved = hop(
        b"HTTP/1.1 301 Moved\r\nLocation: /a\r\nContent-Length: 99\r\n\r\n", url="http://copy.example/", status=301
    )
    bundle = opened(write_wacz(proof(answer(moved, hop())), AT))
    assert [(one["url"], one["status"]) for _, _, one in bundle.index] == [("http://copy.example/", 301), (URL, 200)]
    assert [page["url"] for page in bundle.pages] == [URL]
    (first,) = bundle.find("http://copy.example/")
    assert b"X-Archive-Orig-Content-Length: 99\r\nContent-Length: 0\r\n\r\n" in first.block


def test_not_modified_refers_to_the_answer_it_repeats() -> None:
    again = answer(hop(b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n", status=304), check=5, why=("reopened",))
    first = answer(hop(), check=2, why=("bytes",))
    later = Answer(check=5, at=AT + timedelta(days=1), page=again.page, why=("reopened",), base=first)
    found = {one.kind: one for one in written(later)}
    revisit, response = found["revisit"], found["response"]
    assert revisit.headers["warc-refers-to"] == response.headers["warc-record-id"]
    assert revisit.headers["warc-refers-to-date"] == response.headers["warc-date"]
    assert revisit.headers["warc-profile"].endswith("/server-not-modified")
    assert response.payload == BODY
    assert [one.kind for one in written(first, later)].count("response") == 1, "each answer is written once"
    alone = written(Answer(check=5, at=AT, page=again.page, why=("reopened",)))
    assert [one.block for one in alone if one.kind == "resource"] == [BODY], "without that answer the bytes alone"


def test_a_rendered_page_is_a_resource_and_says_so() -> None:
    bare = hop(b"", request=b"", peer=None, tls=None)
    _, resource, facts = written(answer(bare, rendered=True))
    assert (resource.kind, resource.block, resource.headers["content-type"]) == (
        "resource", BODY, "text/html; charset=utf-8",
    )  # fmt: skip
    assert b"rendered: the body is what a browser made" in facts.block


def test_a_cut_page_says_that_it_is_cut() -> None:
    _, response, _, facts = written(answer(hop(), cut="only the first 12 bytes were read"))
    assert response.headers["warc-truncated"] == "length"
    assert b"cut: only the first 12 bytes" in facts.block


def test_original_and_screenshot_come_along() -> None:
    original = Page(body=b"<p>original</p>", url="https://press.example/1", final_url="https://press.example/1")
    shot = Screenshot(url=URL, taken_at=AT + timedelta(days=3), png=b"\x89PNG")
    bundle = opened(write_wacz(proof(answer(hop()), original=original, screenshot=shot, policy_text="a: b\n"), AT))
    assert [page["url"] for page in bundle.pages] == [URL, "https://press.example/1"]
    assert bundle.files["evidence/screenshot.png"] == b"\x89PNG"
    assert bundle.package["screenshotTakenAt"] == "2026-03-04T09:30:15Z"
    assert bundle.files["evidence/policy.yaml"] == b"a: b\n"


def test_the_same_proof_gives_the_same_bytes() -> None:
    assert write_wacz(proof(answer(hop())), AT) == write_wacz(proof(answer(hop())), AT)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.example.org/Index.html", "org,example,www)/index.html"),
        ("http://a.example:8080?q=A b", "example,a:8080)?q=a%20b"),
        ("http://[2001:db8::1]/x", "2001:db8::1)/x"),
        ("urn:screenshot:https://a.example/", "urn:screenshot:https://a.example/"),
    ],
)
def test_searchable_addresses(url: str, key: str) -> None:
    assert searchable(url) == key


@settings(deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=200), st.text(max_size=40))
def test_whatever_a_server_sends_the_archive_stays_readable(head: bytes, body: bytes, words: str) -> None:
    hostile = answer(hop(b"HTTP/1.1 200 " + head + b"\r\n\r\n", location=words), body=body, cut=words or None)
    data, told = write_warc(proof(hostile), AT)
    assert [one.kind for one in records(data)] == ["warcinfo", "response", "request", "metadata"]
    assert [record.rec_type for record in ArchiveIterator(io.BytesIO(data), no_record_parse=True)] == [
        "warcinfo", "response", "request", "metadata",
    ]  # fmt: skip
    assert records(data)[1].offset == told[0].offset
