"""A second reader of WACZ and WARC, written from the specifications alone: what the first one wrote is checked by it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any


@dataclass
class Record:
    """One WARC record: where it stands, its headers (lower-case) and its block."""

    offset: int
    length: int
    version: str
    headers: dict[str, str]
    block: bytes

    @property
    def kind(self) -> str:
        return self.headers["warc-type"]

    @property
    def payload(self) -> bytes:
        """The body of the HTTP message in the block."""
        return self.block.partition(b"\r\n\r\n")[2]


def records(data: bytes) -> list[Record]:
    """The records of a gzipped WARC, each of which must be a gzip member of its own."""
    found, offset = [], 0
    while offset < len(data):
        unzip = zlib.decompressobj(zlib.MAX_WBITS + 16)
        plain = unzip.decompress(data[offset:])
        assert unzip.eof
        length = len(data) - offset - len(unzip.unused_data)
        head, _, rest = plain.partition(b"\r\n\r\n")
        version, *lines = head.decode("utf-8").split("\r\n")
        pairs = [line.partition(":")[::2] for line in lines]
        headers = {name.lower(): value.strip() for name, value in pairs}
        assert len(headers) == len(pairs), "no header stands twice"
        size = int(headers["content-length"])
        assert rest[size:] == b"\r\n\r\n", "a record ends with two line ends and nothing else"
        found.append(Record(offset, length, version, headers, rest[:size]))
        offset += length
    return found


@dataclass
class Bundle:
    """A WACZ whose every hash was checked when it was opened."""

    files: dict[str, bytes]
    package: dict[str, Any]
    records: list[Record]
    index: list[tuple[str, str, dict[str, Any]]]
    pages: list[dict[str, Any]]

    def find(self, url: str) -> list[Record]:
        """What a viewer finds for an address, by the index alone."""
        data = self.files["archive/data.warc.gz"]
        found = []
        for _, _, entry in self.index:
            if entry["url"] == url:
                (record,) = records(data[entry["offset"] : entry["offset"] + entry["length"]])
                found.append(record)
        return found


def sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def opened(data: bytes) -> Bundle:
    """Open a WACZ as the specification says, verifying everything on the way."""
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        assert bundle.testzip() is None
        files = {name: bundle.read(name) for name in bundle.namelist()}
        for entry in bundle.infolist():
            if entry.filename.startswith("archive/"):
                assert entry.compress_type == zipfile.ZIP_STORED
    package = json.loads(files["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    digest = json.loads(files["datapackage-digest.json"])
    assert digest == {"path": "datapackage.json", "hash": sha256(files["datapackage.json"])}
    listed = {one["path"]: one for one in package["resources"]}
    assert files.keys() - {"datapackage.json", "datapackage-digest.json"} == listed.keys()
    for path, one in listed.items():
        assert (one["hash"], one["bytes"]) == (sha256(files[path]), len(files[path]))
        assert one["name"] == path.rpartition("/")[2]
    assert [path for path in files if path.startswith("pages/")] == ["pages/pages.jsonl"]
    header, *pages = [json.loads(line) for line in files["pages/pages.jsonl"].decode().splitlines()]
    assert header["format"] == "json-pages-1.0"
    found = records(files["archive/data.warc.gz"])
    return Bundle(files, package, found, _index(files["indexes/index.cdx"]), pages)


def _index(data: bytes) -> list[tuple[str, str, dict[str, Any]]]:
    lines = data.splitlines(keepends=True)
    assert lines == sorted(lines)
    entries = []
    for line in lines:
        key, stamp, about = line.decode().split(" ", 2)
        assert stamp.isdigit()
        assert len(stamp) in (14, 17)
        entries.append((key, stamp, json.loads(about)))
    return entries


__all__ = ["Bundle", "Record", "opened", "records", "sha256"]
