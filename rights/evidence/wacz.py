"""A WACZ 1.1.1 bundle: a ZIP of WARC, index, list of pages and manifest that web archive viewers replay."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from rights.evidence.proof import Proof
from rights.evidence.warc import SOFTWARE, Record, sha256s, write_warc

WARC = "data.warc.gz"

_README = """\
How to verify this bundle
=========================

1. Unpack it: it is a ZIP file. datapackage.json lists every other file with its SHA-256; datapackage-digest.json holds
   the SHA-256 of datapackage.json. Compare them with what  sha256sum  prints.
2. archive/data.warc.gz holds the page as it was received, with its further pages where the article has several and with
   what stood behind its links where that was looked at, one gzip member a record (WARC 1.1, ISO 28500). The header
   WARC-Payload-Digest is the SHA-256 of the page's bytes; "warcio check archive/data.warc.gz" recomputes all of them.
   A header called X-Archive-Orig-NAME stood in the answer as NAME: the body is kept decoded.
3. Any viewer of web archives shows the page, for example ReplayWeb.page, which works without sending it anywhere.
4. Where a file with the ending .tsr came with the bundle, it is a time stamp of the whole bundle (RFC 3161):
   openssl ts -verify -data BUNDLE.wacz -in BUNDLE.wacz.tsr -CAfile AUTHORITY.pem
5. evidence/violation.json says what is held against the page, with every step that was taken; evidence/policy.yaml are
   the terms as they were encoded when the page was judged.
"""


def write_wacz(proof: Proof, made_at: datetime) -> bytes:
    """The bundle; the same proof and time give the same bytes."""
    warc, records = write_warc(proof, made_at)
    files = {
        f"archive/{WARC}": warc,
        "indexes/index.cdx": "".join(sorted(_cdxj(one) for one in records)).encode(),
        "pages/pages.jsonl": _pages(proof, records).encode(),
        "evidence/violation.json": _json(proof.violation),
        "evidence/readme.txt": _README.encode(),
    }
    if proof.policy_text is not None:
        files["evidence/policy.yaml"] = proof.policy_text.encode()
    if proof.screenshot is not None:
        files["evidence/screenshot.png"] = proof.screenshot.png
    package = _json(_package(proof, made_at, files, records))
    digest = {"path": "datapackage.json", "hash": sha256s([("", package)])[0]["hash"]}
    return _zip(files | {"datapackage.json": package, "datapackage-digest.json": _json(digest)}, made_at)


def _package(proof: Proof, made_at: datetime, files: dict[str, bytes], records: list[Record]) -> dict[str, Any]:
    main = next((one for one in records if one.why and "original" not in one.why), None)
    package: dict[str, Any] = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": proof.title,
        "description": "What was seen on a page that republishes an article, as it was received. "
        "evidence/readme.txt says how to verify it.",
        "created": _when(made_at),
        "modified": _when(made_at),
        "software": SOFTWARE,
        "resources": sha256s(files.items()),
    }
    if main:
        package |= {"mainPageUrl": main.url, "mainPageDate": _when(main.at)}
    if proof.screenshot is not None:
        package["screenshotTakenAt"] = _when(proof.screenshot.taken_at)
    return package


def _pages(proof: Proof, records: list[Record]) -> str:
    lines: list[dict[str, Any]] = [{"format": "json-pages-1.0", "id": "pages", "title": proof.title}]
    for number, one in enumerate((one for one in records if one.title), start=1):
        lines.append(
            {"id": str(number), "url": one.url, "ts": _when(one.at), "title": one.title, "steps": list(one.why)}
        )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _cdxj(record: Record) -> str:
    """One line of the index (CDXJ 0.1.0): searchable address, time, and where the record is."""
    about = {
        "url": record.url, "mime": record.mime, "status": record.status, "digest": record.digest,
        "length": record.length, "offset": record.offset, "filename": WARC,
    }  # fmt: skip
    at = record.at.astimezone(UTC)
    stamp = f"{at:%Y%m%d%H%M%S}{at.microsecond // 1000:03}"
    return f"{searchable(record.url)} {stamp} {json.dumps(about)}\n"


def searchable(url: str) -> str:
    """An address in the order in which indexes sort: host reversed, then path and query."""
    parts = urlsplit(url.lower())
    if not parts.hostname:
        return url.replace(" ", "%20")
    host = parts.hostname if ":" in parts.hostname else ",".join(reversed(parts.hostname.split(".")))
    rest = url.lower().partition("://")[2]
    path = rest[len(parts.netloc) :].replace(" ", "%20")
    port = f":{parts.port}" if parts.port else ""
    return f"{host}{port}){path or '/'}"


def _zip(files: dict[str, bytes], made_at: datetime) -> bytes:
    out = io.BytesIO()
    date = made_at.astimezone(UTC)
    with zipfile.ZipFile(out, "w") as bundle:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, (date.year, date.month, date.day, date.hour, date.minute, date.second))
            packed = path.startswith("archive/") or path.endswith(".png")
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, data)
    return out.getvalue()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _when(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
