"""Findings, matches and texts to and from what the database can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

import zstandard

from rights.model import Evidence, Finding, Match, Message, Reason, Strength, Verdict

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


def compress(data: bytes) -> bytes:
    """zstd at its default level."""
    return zstandard.ZstdCompressor().compress(data)


def decompress(data: bytes) -> bytes:
    """What `compress` made; bounded, whatever the frame says of itself."""
    return zstandard.ZstdDecompressor().decompress(data, max_output_size=MOST)


def _message(message: Message | None) -> dict[str, Any] | None:
    return None if message is None else {"template": message.template, "values": dict(message.values)}


def _read_message(value: Mapping[str, Any] | None) -> Message | None:
    return None if value is None else Message(value["template"], MappingProxyType(dict(value["values"])))


def finding_body(finding: Finding) -> dict[str, Any]:
    """The parts of a finding that have no column of their own."""
    body = {
        "message": _message(finding.message),
        "evidence": [asdict(evidence) for evidence in finding.evidence],
        "remedy": _message(finding.remedy),
        "question": _message(finding.question),
        "fact": finding.fact,
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
