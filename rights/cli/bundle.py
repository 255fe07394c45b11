"""``rights violations show N --bundle``: the proof of one violation as files that a third person can verify."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rights.evidence.proof import Screenshot
    from rights.settings import Settings


def write_bundle(number: int, path: Path, *, stamped: bool, pictured: bool, quiet: bool) -> None:
    """Write the bundle and, where asked for, its time stamp; prints the SHA-256 of each file, as ``sha256sum`` does."""
    import hashlib
    from datetime import UTC, datetime

    from rights.bundling import proof_of
    from rights.errors import InputError
    from rights.evidence.wacz import write_wacz
    from rights.settings import settings
    from rights.store import open_store

    if path.suffix != ".wacz":
        raise InputError(f"{path}: a bundle is a .wacz file, by which viewers know it")
    current = settings()
    if stamped and not current.timestamp_authority:
        raise InputError("no time stamp authority is set: RIGHTS_TIMESTAMP_AUTHORITY=https://…")
    with open_store(current) as store:
        proof = proof_of(store, number)
        if pictured:
            proof = proof_of(store, number, _screenshot(current, proof.copy_url))
    data = write_wacz(proof, datetime.now(UTC).replace(microsecond=0))
    files = {path: data}
    if stamped:
        files[path.with_name(path.name + ".tsr")] = _stamp(current, data, quiet)
    for to, content in files.items():
        to.write_bytes(content)
        print(f"{hashlib.sha256(content).hexdigest()}  {to}")


def _stamp(current: Settings, data: bytes, quiet: bool) -> bytes:
    from rights.evidence.stamp import QUERY, REPLY, stamp
    from rights.model import Page
    from rights.wiring import fetcher_of

    with fetcher_of(current) as fetcher:

        def post(address: str, body: bytes) -> Page:
            return fetcher.fetch(
                address, method="POST", data=body, accept=REPLY, headers={"Content-Type": QUERY}, obey_robots=False
            )

        made = stamp(data, current.timestamp_authority, post)
    if not quiet:
        typer.echo(f"stamped by {current.timestamp_authority} at {made.at.isoformat()}", err=True)
    return made.reply


def _screenshot(current: Settings, address: str) -> Screenshot:
    from datetime import UTC, datetime

    from rights.evidence.proof import Screenshot
    from rights.fetch.browser import Browser
    from rights.wiring import fetcher_of

    named = current.browser if current.browser not in ("auto", "off") else None
    with fetcher_of(current) as fetcher:
        page, png = Browser(fetcher, executable=named).screenshot(address)
    return Screenshot(url=page.final_url or address, taken_at=page.fetched_at or datetime.now(UTC), png=png)
