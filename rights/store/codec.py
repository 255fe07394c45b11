"""Findings, matches and texts to and from what the database can hold."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from types import MappingProxyType
from typing import Any

import zstandard

from rights.errors import StoreError
from rights.model import Evidence, Finding, Hop, Match, Message, Reason, Strength, Tls, Verdict

#: What one stored body or text may become when it is decompressed again.
MOST = 64 * 1024 * 1024
#: Longest address that is stored: PostgreSQL's index takes 2,700 bytes, browsers about as much.
LONGEST_ADDRESS = 2_000


def clean(value: Any) -> Any:
    """The value without what a database refuses: NUL, which PostgreSQL has none of, and lone surrogates."""
    if isinstance(value, str):
        if value.isascii() and "\0" not in value:
            return value
        return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {clean(key): clean(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(item) for item in value]
    return value


#: On 400 saved pages level 2 took 3 % more room than the default level 3, and 0.6 of its CPU time.
LEVEL = 2


class _Compressors(threading.local):
    """One compressor a thread: making one costs as much as compressing a page."""

    def __init__(self) -> None:
        self.one = zstandard.ZstdCompressor(level=LEVEL)


_compressors = _Compressors()


def compress(data: bytes) -> bytes:
    """zstd at `LEVEL`."""
    return _compressors.one.compress(data)


def decompress(data: bytes) -> bytes:
    """What `compress` made; bounded, whatever the frame says of itself; raises `StoreError` for what it did not make."""
    try:
        return zstandard.ZstdDecompressor().decompress(data, max_output_size=MOST)
    except zstandard.ZstdError as wrong:
        raise StoreError(f"compressed data in the database are damaged: {wrong}") from wrong


def _message(message: Message | None) -> dict[str, Any] | None:
    """A message as JSON; a value that is a message itself (a passage, a reason) becomes an object in its turn."""
    if message is None:
        return None
    values = {name: _message(value) if isinstance(value, Message) else value for name, value in message.values.items()}
    return {"template": message.template, "values": values}


def _read_message(value: Mapping[str, Any] | None) -> Message | None:
    if value is None:
        return None
    values = {name: _read_message(one) or "" if isinstance(one, dict) else one for name, one in value["values"].items()}
    return Message(value["template"], MappingProxyType(values))


def finding_body(finding: Finding) -> dict[str, Any]:
    """The parts of a finding that have no column of their own."""
    body = {
        "message": _message(finding.message),
        "evidence": [asdict(evidence) for evidence in finding.evidence],
        "remedy": _message(finding.remedy),
        "question": _message(finding.question),
        "fact": finding.fact,
        "option": finding.option,
    }
    stored: dict[str, Any] = clean({name: value for name, value in body.items() if value})
    return stored


def read_finding(row: Mapping[str, Any]) -> Finding:
    """A finding from its columns and its body."""
    body = row["body"] or {}
    return Finding(
        clause=row["clause"],
        type=row["type"],
        verdict=Verdict(row["verdict"]),
        message=_read_message(body.get("message")) or Message(""),
        strength=Strength(row["strength"]),
        evidence=tuple(Evidence(**evidence) for evidence in body.get("evidence", ())),
        remedy=_read_message(body.get("remedy")),
        reason=Reason(row["reason"]) if row["reason"] else None,
        waived=row["waived"],
        question=_read_message(body.get("question")),
        fact=body.get("fact"),
        option=body.get("option"),
    )


def match_body(match: Match | None) -> dict[str, Any] | None:
    """The figures of a match and its shared passages; the changes are made again from the snapshots."""
    if match is None:
        return None
    return {
        "containment": round(match.containment, 4),
        "resemblance": round(match.resemblance, 4),
        "words": match.words,
        "longest": match.longest,
        "copy_share": round(match.copy_share, 4),
        "quoted": match.quoted,
        "passages": [[*passage.work, *passage.copy] for passage in match.passages[:50]],
        "changes": len(match.changes),
    }


def pack_chain(chain: Sequence[Hop]) -> bytes | None:
    """The requests and answers on the way to a page, as compressed JSON; None where there are none (a file)."""
    if not chain:
        return None
    hops = []
    for hop in chain:
        told = asdict(hop)
        for name in ("request", "response"):
            told[name] = base64.b64encode(told[name]).decode()
        told["started_at"] = hop.started_at.isoformat() if hop.started_at else None
        hops.append(told)
    return compress(json.dumps(clean(hops), ensure_ascii=False).encode())


def unpack_chain(data: bytes | None) -> tuple[Hop, ...]:
    """What `pack_chain` made."""
    if data is None:
        return ()
    hops = []
    for told in json.loads(decompress(data)):
        for name in ("request", "response"):
            told[name] = base64.b64decode(told[name])
        told["started_at"] = datetime.fromisoformat(told["started_at"]) if told["started_at"] else None
        told["tls"] = Tls(**told["tls"]) if told["tls"] else None
        hops.append(Hop(**told))
    return tuple(hops)
