"""Pages as WARC 1.1 records (ISO 28500:2017): request, response, and what is known of the connection.

The body stands in its record decoded, so that its sha256 is the snapshot's and every viewer replays it; the headers that
spoke of the encoding are renamed to ``X-Archive-Orig-…`` with their values and are otherwise the bytes received.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from rights import __version__
from rights.beside import Kind
from rights.evidence.proof import Answer, Proof
from rights.model import Hop, Page

_SPACE = uuid.UUID("6d1f4f04-42f5-5a57-9b1c-3a7f0f6b8f0e")
_TRANSFER = re.compile(rb"(content-encoding|transfer-encoding|content-length)(?=[ \t]*:)", re.IGNORECASE)
_TRANSFER_LINE = re.compile(rb"^" + _TRANSFER.pattern + rb"[ \t]*:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
NOTHING: Mapping[str, str] = MappingProxyType({})
SOFTWARE = f"rights {__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Where a capture stands in the WARC: for the index and the list of pages.  ``why`` is empty on the way to a page."""

    url: str
    at: datetime
    status: int
    mime: str
    digest: str
    offset: int
    length: int
    title: str = ""
    why: tuple[str, ...] = ()


def write_warc(proof: Proof, made_at: datetime) -> tuple[bytes, list[Record]]:
    """A WARC of all answers and the original, each record a gzip member of its own, with where the captures stand."""
    archive = _Archive(made_at)
    for answer in proof.answers:
        archive.answer(answer, f"Copy, check {answer.check}")
    if proof.original is not None:
        archive.resource(proof.original, "Original, as the work was read from it", ("original",))
    if proof.screenshot is not None:
        shot = proof.screenshot
        page = Page(body=shot.png, url=shot.url, fetched_at=shot.taken_at, headers={"content-type": "image/png"})
        archive.resource(page, "Screenshot", (), f"urn:screenshot:{shot.url}")
    return archive.out.getvalue(), archive.records


class _Archive:
    """A WARC under way."""

    def __init__(self, made_at: datetime) -> None:
        self.out = io.BytesIO()
        self.records: list[Record] = []
        self._made_at = made_at
        self._pages: dict[str, tuple[str, str, datetime]] = {}
        self._done: set[int] = set()
        about = {"software": SOFTWARE, "format": "WARC File Format 1.1",
                 "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"}  # fmt: skip
        self._write("warcinfo", None, made_at, _fields(about), "application/warc-fields")

    def answer(self, answer: Answer, title: str) -> None:
        """The records of one check: every hop, and what was looked at beside the page; a 304 refers to the records of the
        answer that it repeats.
        """
        if answer.base is not None and answer.base.check not in self._done:
            self.answer(answer.base, f"Copy, check {answer.base.check}")
        self._done.add(answer.check)
        page, at = answer.page, answer.page.fetched_at or answer.at
        for hop in page.chain[:-1]:
            self._hop(hop, b"", at, answer)
        last = page.chain[-1] if page.chain else None
        if last is not None and last.status == 304:
            self._not_modified(last, at, answer)
            if answer.base is None and page.body:
                self.resource(page, title, answer.why)
        elif last is not None and last.response:
            self._hop(last, page.body, at, answer, title=title, cut=page.cut)
        else:  # a browser's reading of the page, or an answer whose wire bytes were not kept
            self.resource(page, title, answer.why, about=_about(answer, last))
        number = 1
        for seen in answer.beside:
            if seen.page is not None:
                number += seen.kind is Kind.FURTHER
                what = f"{title}, page {number}" if seen.kind is Kind.FURTHER else f"{title}: behind a link"
                self.answer(replace(answer, page=seen.page, lost=seen.lost, base=None, beside=()), what)

    def _hop(
        self, hop: Hop, body: bytes, at: datetime, answer: Answer, *, title: str = "", cut: str | None = None
    ) -> None:
        at = hop.started_at or at
        block = _whole(hop) or _replayable(hop.response, len(body)) + body
        payload = block[len(_head(block)) :]
        told = {"WARC-Payload-Digest": _digest(payload)} | _connection(hop)
        if cut or answer.lost:
            told["WARC-Truncated"] = "length" if cut else "unspecified"
        start = self.out.tell()
        name = self._write("response", hop.url, at, block, "application/http; msgtype=response", told)
        self.records.append(
            Record(
                url=hop.url, at=at, status=hop.status, mime=_mime(block), digest=_digest(payload), offset=start,
                length=self.out.tell() - start, title=title, why=answer.why if title else (),
            )
        )  # fmt: skip
        if title:
            self._pages[hop.url] = (name, _digest(payload), at)
        self._request(hop, at, name)
        self._facts(hop.url, at, name, _about(answer, hop))

    def _not_modified(self, hop: Hop, at: datetime, answer: Answer) -> None:
        at = hop.started_at or at
        told = _connection(hop) | {"WARC-Profile": _NOT_MODIFIED}
        if hop.url in self._pages:
            name, digest, when = self._pages[hop.url]
            told |= {"WARC-Refers-To": name, "WARC-Refers-To-Target-URI": hop.url,
                     "WARC-Refers-To-Date": _date(when), "WARC-Payload-Digest": digest}  # fmt: skip
        mine = self._write("revisit", hop.url, at, hop.response, "application/http; msgtype=response", told)
        self._request(hop, at, mine)
        self._facts(hop.url, at, mine, _about(answer, hop))

    def _request(self, hop: Hop, at: datetime, concurrent: str) -> None:
        if hop.request:
            told = {"WARC-Concurrent-To": concurrent}
            self._write("request", hop.url, at, hop.request, "application/http; msgtype=request", told)

    def _facts(self, url: str, at: datetime, concurrent: str, facts: dict[str, str]) -> None:
        told = {"WARC-Concurrent-To": concurrent}
        self._write("metadata", url, at, _fields(facts), "application/warc-fields", told)

    def resource(
        self, page: Page, title: str, why: tuple[str, ...], url: str | None = None, about: dict[str, str] | None = None
    ) -> None:
        """A body without the answer that brought it."""
        address, at = url or page.final_url or page.url or "urn:rights:page", page.fetched_at or self._made_at
        mime = page.media_type or "text/html"
        kind = _one_line(page.headers.get("content-type") or mime)
        start = self.out.tell()
        name = self._write("resource", address, at, page.body, kind)
        length = self.out.tell() - start
        digest = _digest(page.body)
        self.records.append(
            Record(
                url=address, at=at, status=page.status, mime=mime, digest=digest, offset=start, length=length,
                title=title if why else "", why=why,
            )
        )  # fmt: skip
        if about:
            self._facts(address, at, name, about)

    def _write(
        self, kind: str, url: str | None, at: datetime, block: bytes, mime: str, told: Mapping[str, str] = NOTHING
    ) -> str:
        """Write one record; gives its id, which is the same whenever the same record is written."""
        digest = _digest(block)
        name = f"<urn:uuid:{uuid.uuid5(_SPACE, f'{kind} {url} {_date(at)} {digest} {self.out.tell()}')}>"
        url = _one_line(url).replace(" ", "%20") if url else url
        headers = {"WARC-Record-ID": name, "WARC-Date": _date(at), "WARC-Block-Digest": digest}
        if kind in ("resource", "request"):
            headers["WARC-Payload-Digest"] = digest if kind == "resource" else _digest(block[len(_head(block)) :])
        headers |= told
        if url is not None:
            headers["WARC-Target-URI"] = url
        headers |= {"Content-Type": mime, "Content-Length": str(len(block))}
        lines = [f"WARC/1.1\r\nWARC-Type: {kind}\r\n", *(f"{key}: {value}\r\n" for key, value in headers.items())]
        head = "".join(lines).encode("utf-8", "replace")
        self.out.write(gzip.compress(head + b"\r\n" + block + b"\r\n\r\n", mtime=0))
        return name


def _about(answer: Answer, hop: Hop | None) -> dict[str, str]:
    """The facts of a connection and of the check, for a metadata record."""
    facts = {"check": str(answer.check)}
    if answer.page.rendered or (hop is not None and not hop.response):
        facts["rendered"] = "the body is what a browser made of the page by running its scripts"
    if hop is not None:
        facts |= {"fetchTimeMs": str(round(hop.seconds * 1000)), "ipAddress": hop.peer or "", "via": hop.location or ""}
        if hop.tls:
            facts |= {"tlsVersion": hop.tls.version, "tlsCipher": hop.tls.cipher,
                      "tlsCertificateSha256": hop.tls.certificate}  # fmt: skip
    if answer.page.cut:
        facts["cut"] = answer.page.cut
    return {name: value for name, value in facts.items() if value}


def _connection(hop: Hop) -> dict[str, str]:
    """The peer and the protocols, by the headers that archives use for them."""
    told = {"WARC-IP-Address": hop.peer or ""}
    if hop.tls:
        told["WARC-Cipher-Suite"] = _one_line(hop.tls.cipher)
    return {name: value for name, value in told.items() if value}


def _head(block: bytes) -> bytes:
    """An HTTP message's head, to the end of its blank line."""
    found = re.search(rb"\r?\n\r?\n", block)
    return block[: found.end()] if found else block


def _whole(hop: Hop) -> bytes | None:
    """The answer byte for byte, where the fetcher recorded more than its head."""
    return hop.response if len(hop.response) > len(_head(hop.response)) else None


def _replayable(head: bytes, length: int) -> bytes:
    """The head of an answer whose body stands decoded after it; as received where it speaks of no encoding."""
    spoken = _TRANSFER_LINE.findall(head)
    if all(name.lower() == b"content-length" and value.strip() == b"%d" % length for name, value in spoken):
        return head
    lines = [_TRANSFER.sub(rb"X-Archive-Orig-\1", line, count=1) if _TRANSFER.match(line) else line
             for line in head.splitlines(keepends=True)]  # fmt: skip
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and not lines[-1].endswith(b"\n"):
        lines[-1] += b"\r\n"
    return b"".join(lines) + b"Content-Length: %d\r\n\r\n" % length


def _mime(block: bytes) -> str:
    found = re.search(rb"^content-type[ \t]*:[ \t]*([\w.+/-]+)", _head(block), re.IGNORECASE | re.MULTILINE)
    return found.group(1).decode("ascii", "replace").lower() if found else "application/octet-stream"


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _date(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _fields(values: dict[str, str]) -> bytes:
    return "".join(f"{name}: {_one_line(value)}\r\n" for name, value in values.items()).encode("utf-8", "replace")


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def sha256s(files: Iterable[tuple[str, bytes]]) -> list[dict[str, Any]]:
    """The entries of a manifest: name, path, hash and size of every file."""
    return [
        {"name": path.rpartition("/")[2].lower(), "path": path, "hash": _digest(data), "bytes": len(data)}
        for path, data in files
    ]
