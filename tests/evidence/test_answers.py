"""Answers as the database keeps them: what a 304 repeats, what has no body, what a browser made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rights.beside import Beside, Kind
from rights.bundling import proof_of
from rights.errors import InputError
from rights.evidence.wacz import write_wacz
from rights.model import Hop, Page, Tls
from rights.settings import Settings
from rights.store import open_store
from rights.store.records import Outcome
from tests.evidence.reader import opened
from tests.store.samples import COPY, DAY, START, look, mended, page, violated

TLS = Tls(version="TLSv1.3", cipher="TLS_AES_128_GCM_SHA256", certificate="cd" * 32)


def answered(status: int, head: bytes, body: str = "<p>text</p>", day: int = 0) -> Page:
    at = START + day * DAY
    hop = Hop(url=COPY, status=status, peer="192.0.2.9", tls=TLS, request=b"GET /a HTTP/1.1\r\n\r\n", response=head,
              started_at=at, seconds=0.1)  # fmt: skip
    return replace(page(body=body, at=at), chain=(hop,))


def test_a_304_is_proved_by_the_answer_that_it_repeats(tmp_path: Path) -> None:
    ok, same = b"HTTP/1.1 200 OK\r\nETag: 1\r\n\r\n", b"HTTP/1.1 304 Not Modified\r\nETag: 1\r\n\r\n"
    with open_store(Settings(home=tmp_path)) as store:
        look(store, mended(), page=answered(200, ok))
        look(store, violated(), at=START + DAY, page=answered(304, same, day=1))  # the policy had changed
        look(store, violated(), at=START + 2 * DAY, page=answered(304, same, day=2))
        bundle = opened(write_wacz(proof_of(store, 1), START + 3 * DAY))
    assert [one.kind for one in bundle.records if one.kind in ("response", "revisit")] == [
        "response",
        "revisit",
        "revisit",
    ]
    (response,) = bundle.find(COPY)
    assert response.payload == b"<p>text</p>"
    assert response.headers["warc-cipher-suite"] == TLS.cipher
    assert {one.headers["warc-refers-to"] for one in bundle.records if one.kind == "revisit"} == {
        response.headers["warc-record-id"]
    }


def test_what_a_page_was_judged_with_is_in_the_bundle(tmp_path: Path) -> None:
    second, short = f"{COPY}/2", "https://bit.example/x"
    hop = Hop(url=second, status=200, response=b"HTTP/1.1 200 OK\r\n\r\n", started_at=START)
    beside = (
        Beside(address=second, kind=Kind.FURTHER, page=replace(page(second, "<p>page 2</p>"), chain=(hop,))),
        Beside(address=f"{COPY}/3", kind=Kind.FURTHER),
        Beside(address=short, kind=Kind.LINKED, page=page("https://shop.example/p", "<p>lamps</p>")),
    )
    with open_store(Settings(home=tmp_path)) as store:
        look(store, violated(), page=answered(200, b"HTTP/1.1 200 OK\r\n\r\n"), beside=beside)
        bundle = opened(write_wacz(proof_of(store, 1), START + DAY))
    assert [(one["url"], one["title"]) for one in bundle.pages] == [
        (COPY, "Copy, check 1"),
        (second, "Copy, check 1, page 2"),
        ("https://shop.example/p", "Copy, check 1: behind a link"),
    ]
    assert bundle.package["mainPageUrl"] == COPY
    assert bundle.find(second)[0].payload == b"<p>page 2</p>"
    assert bundle.find("https://shop.example/p")[0].block == b"<p>lamps</p>"


def test_a_404_without_a_body_is_an_answer_too(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path)) as store:
        look(store, violated(), page=answered(200, b"HTTP/1.1 200 OK\r\n\r\n"))
        gone = replace(answered(404, b"HTTP/1.1 404 Not Found\r\n\r\n", body="", day=1), status=404)
        for day in (1, 3):
            look(store, at=START + day * DAY, outcome=Outcome.GONE, page=gone)
        bundle = opened(write_wacz(proof_of(store, 1), START + 4 * DAY))
    assert [page["steps"] for page in bundle.pages] == [["opened"], ["cured"]]
    assert bundle.find(COPY)[-1].block.startswith(b"HTTP/1.1 404")


def test_a_body_that_is_no_longer_kept_is_said_to_be_lost(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path)) as store:
        look(store, violated(), page=answered(200, b"HTTP/1.1 200 OK\r\n\r\n"))
        with store.database.write() as connection:
            connection.exec_driver_sql("DELETE FROM snapshot")
        with pytest.raises(InputError, match="no page on file"):
            proof_of(store, 1)
        assert store.answers.get(99) is None
