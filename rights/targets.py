"""TARGET -> Page for what is saved: a file, a folder of pages, standard input.  Causes no network traffic.

Addresses come from ``--url`` (one target; of a folder, where its root is published) or a ``--url-map`` file: lines of ``path<TAB>address`` whose relative paths
are resolved against that file's own folder.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urljoin

from rights import urls
from rights.errors import InputError, RightsError
from rights.model import Page
from rights.patterns import late
from rights.warc import is_warc, read_warc

#: What a saved page is called, and the media type that its name tells.
MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".shtml": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
    ".mht": "message/rfc822",
    ".mhtml": "message/rfc822",
    ".webarchive": "application/x-webarchive",
}

#: Bytes of one saved page, after decompression; what is larger is cut, and the page says so.
MAX_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One page to look at: its name as the user gave or would give it, and the page or why it could not be read."""

    name: str
    page: Page | None = None
    error: str | None = None


def read_targets(
    names: Sequence[str], *, url: str | None = None, url_map: Path | None = None, now: datetime | None = None
) -> Iterator[Target]:
    """Every page that the names stand for, in order; a folder gives its pages, recursively and sorted.

    ``now`` is when the files count as seen (default: the current time).  Raises `InputError` for a url-map that cannot
    be read or an address for several targets.
    """
    if url and len(names) != 1:
        raise InputError("--url names the address of one target; for several give --url-map FILE")
    if url and not urls.is_web(url):
        raise InputError(f"--url {url}: not an http or https address")
    addresses = read_url_map(url_map) if url_map else {}
    seen_at = now or datetime.now(UTC)
    for name in names:
        yield from _target(name, url, addresses, seen_at)


def _target(name: str, url: str | None, addresses: Mapping[Path, str], now: datetime) -> Iterator[Target]:
    path = Path(name)
    if not name.strip():
        yield Target(name=name, error="an empty name is no target, expected a file, a folder, an address or -")
    elif name == "-":
        yield Target(name=name, page=_page(sys.stdin.buffer.read(MAX_BYTES + 1), "", url, now))
    elif path.is_dir():
        pages = [inner for inner in sorted(path.rglob("*")) if is_page(inner) and not _passed_over(inner, path)]
        if not pages:
            yield Target(name=name, error=f"{name}: holds no pages, expected {', '.join(MEDIA_TYPES)} files")
        for inner in pages:
            address = addresses.get(inner.resolve()) or (_address(url, inner.relative_to(path)) if url else None)
            yield from _files(str(inner), inner, address, now)
    else:
        yield from _files(name, path, url or addresses.get(path.resolve()), now)


def _address(home: str, path: Path) -> str:
    """Where a built page of a folder is published: ``a/index.html`` at ``a/``, ``b.html`` as it is."""
    written = path.as_posix()
    return urljoin(home if home.endswith("/") else f"{home}/", quote(written.removesuffix("index.html")))


def is_page(path: Path) -> bool:
    """True for a file whose name says that it is a saved page, compressed or not."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    return bool(suffixes) and (suffixes[-1] in MEDIA_TYPES or is_warc(path)) and path.is_file()


def _passed_over(path: Path, folder: Path) -> bool:
    """True for what is hidden, for the parts of a page saved as "complete", and for a corrected copy (``check --fix``) beside its page."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    inner = unzipped(path)
    if hidden or _is_part(path, folder):
        return True
    if not inner.stem.endswith(".fixed"):
        return False
    return path.with_name(inner.stem[:-6] + path.name[len(inner.stem) :]).exists()


#: What browsers call the folder of a page saved as "complete", behind the page's own name.
_PARTS = late(
    r"(?:[_-](?:files?|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|pliki|filer|soubory)|\.files)$",
    re.IGNORECASE,
)


def _is_part(path: Path, folder: Path) -> bool:
    """True for a frame or script in the folder of a page that a browser saved as "complete" beside it."""
    for around in path.relative_to(folder).parents:
        name = _PARTS.sub("", around.name)
        if name != around.name and any(
            (folder / around.parent / f"{name}{end}").exists() for end in (".html", ".htm", ".xhtml")
        ):
            return True
    return False


def unzipped(path: Path) -> Path:
    """The name without ``.gz``."""
    return path.with_suffix("") if path.suffix.lower() == ".gz" else path


def fixed_name(path: Path) -> Path:
    """What the corrected copy of a page is called: ``a.fixed.html`` for ``a.html``, ``a.fixed.html.gz`` for ``a.html.gz``."""
    inner = unzipped(path)
    return path.with_name(f"{inner.stem}.fixed{path.name[len(inner.stem) :]}")


def _files(name: str, path: Path, url: str | None, now: datetime) -> Iterator[Target]:
    """The one page of a file, or every page of a WARC, each named by the file and its address."""
    if not is_warc(path):
        yield _file(name, path, url, now)
        return
    try:
        for number, page in enumerate(read_warc(path, MAX_BYTES), 1):
            yield Target(name=f"{name}:{page.url or number}", page=page)
    except RightsError as wrong:
        yield Target(name=name, error=str(wrong))


def _file(name: str, path: Path, url: str | None, now: datetime) -> Target:
    try:
        return Target(name=name, page=read_file(path, url, now))
    except RightsError as wrong:
        return Target(name=name, error=str(wrong))


def read_file(path: Path, url: str | None, now: datetime) -> Page:
    """One saved page; raises `InputError` where it cannot be read."""
    try:
        with path.open("rb") as file:
            body = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file or folder") from None
    except OSError as wrong:
        raise InputError(f"{path}: cannot be read: {wrong.strerror or wrong}") from None
    inner = path
    if path.suffix.lower() == ".gz" or body[:2] == b"\x1f\x8b":
        body = _unzip(path, body)
        inner = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return _page(body, MEDIA_TYPES.get(inner.suffix.lower(), ""), url, now)


def _unzip(path: Path, body: bytes) -> bytes:
    try:
        with path.open("rb") as file, gzip.GzipFile(fileobj=file) as unzipped:
            return unzipped.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as wrong:
        raise InputError(f"{path}: not a whole gzip file: {wrong}") from None


def _page(body: bytes, media: str, url: str | None, now: datetime) -> Page:
    whole = body[:MAX_BYTES]
    return Page(
        body=whole,
        url=url,
        final_url=url,
        headers={"content-type": media} if media else {},
        fetched_at=now,
        sha256=hashlib.sha256(whole).hexdigest(),
        cut=f"only the first {MAX_BYTES} bytes were read" if len(body) > MAX_BYTES else None,
    )


def read_url_map(file: Path) -> dict[Path, str]:
    """The addresses of a url-map by absolute path.

    Raises `InputError` as ``file:line: what, expected what``.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise InputError(f"{file}: cannot be read as UTF-8: {wrong}") from None
    found: dict[Path, str] = {}
    folder = file.resolve().parent
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        path, tab, address = line.partition("\t")
        address = address.strip()
        if not tab or not urls.is_web(address):
            raise InputError(f"{file}:{number}: {line[:80]!r}, expected path<TAB>http(s) address")
        found[(folder / path.strip()).resolve()] = address
    return found
