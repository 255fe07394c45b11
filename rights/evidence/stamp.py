"""RFC 3161 time stamps: an authority signs that a bundle's SHA-256 existed at a time."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rights.errors import FetchError, MissingExtra, Unreachable
from rights.model import Page

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
_GRANTED = ("granted", "granted_with_mods")

#: Sends a query to an authority: its address and the body; gives the answer.
Post = Callable[[str, bytes], Page]


@dataclass(frozen=True, slots=True)
class Stamp:
    """An authority's answer: the bytes of a ``.tsr`` file, and the time that it attests."""

    reply: bytes
    at: datetime


def stamp(data: bytes, authority: str, post: Post) -> Stamp:
    """Have bytes stamped by the authority at an address.

    Raises a `FetchError` where there is no usable answer: one that grants nothing, or stamps something else.  The
    signature is not checked here: whoever relies on the stamp checks it against the authority's certificate.
    """
    try:
        from asn1crypto import tsp
    except ImportError:
        raise MissingExtra("time stamps", "evidence") from None
    digest, nonce = hashlib.sha256(data).digest(), secrets.randbits(63)
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest}
    query = tsp.TimeStampReq({"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True})
    page = post(authority, query.dump())
    if page.status != 200:
        raise Unreachable(authority, f"the time stamp authority answered {page.status}")
    try:
        told = _told(tsp.TimeStampResp.load(page.body, strict=True))
    except (ValueError, TypeError, KeyError) as wrong:
        raise FetchError(authority, f"no time stamp in the answer: {wrong}") from wrong
    if told["message_imprint"]["hashed_message"] != digest or told["nonce"] != nonce:
        raise FetchError(authority, "the authority stamped something else than what it was asked to")
    return Stamp(page.body, told["gen_time"])


def _told(answer: Any) -> Any:
    """What the token says, as plain values."""
    status = answer["status"]["status"].native
    if status not in _GRANTED:
        raise ValueError(f"the authority refused: {status}")
    return answer["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed.native
