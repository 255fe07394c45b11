"""Webhooks, signed as the Standard Webhooks specification says, sent through the fetcher's address checks."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from datetime import datetime

from rights.errors import FetchError, InputError, NotSent
from rights.fetch import Fetcher
from rights.notify.notice import Notice
from rights.urls import is_web

_PREFIX = "whsec_"


def new_secret() -> str:
    """A secret that both sides know, as the specification writes it."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def sign(secret: str, id: str, at: datetime, body: bytes) -> str:
    """The signature of one message: HMAC-SHA256 over its id, its time in whole seconds and its body."""
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except binascii.Error as wrong:
        raise InputError("the webhook's secret is no base64 text") from wrong
    signed = f"{id}.{int(at.timestamp())}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def call(target: str, notice: Notice, secret: str, at: datetime, fetcher: Fetcher) -> None:
    """Post one notice; any answer of the 2xx kind means that it arrived.  Raises `NotSent`."""
    body = json.dumps(notice.data, ensure_ascii=False).encode("utf-8", "replace")
    headers = {
        "Content-Type": "application/json",
        "webhook-id": notice.id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": sign(secret, notice.id, at, body),
    }
    try:
        answer = fetcher.fetch(target, method="POST", data=body, headers=headers, obey_robots=False, cut=True)
    except FetchError as failed:
        raise NotSent(str(failed)) from failed
    if not 200 <= answer.status < 300:
        raise NotSent(f"{target}: answered {answer.status}")


def check_target(target: str) -> str:
    """An address that can be posted to, or an `InputError`; whether it may be reached is asked at every call."""
    if not is_web(target):
        raise InputError(f"{target!r} is not an http(s) address")
    return target.strip()
