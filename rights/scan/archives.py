"""Archives by their names: files of this machine, or objects of a store that speaks the S3 protocol."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit

from rights.errors import InputError, MissingExtra
from rights.settings import settings

#: Bytes asked for at a time: a split is read in a few requests, and what lies between two records comes with them.
CHUNK = 4 << 20


def opened(name: str) -> BinaryIO:
    """An archive opened for reading at any place; raises `OSError` where it cannot be read.

    Raises `MissingExtra` for an S3 address without the library that reads it.
    """
    if not name.startswith("s3://"):
        return open(name, "rb")
    return cast(BinaryIO, io.BufferedReader(_Object(name), CHUNK))


def size_of(name: str) -> int:
    """Bytes of an archive; raises like `opened`."""
    if not name.startswith("s3://"):
        return Path(name).stat().st_size
    return _Object(name).size


class _Object(io.RawIOBase):
    """One object, read in ranges; where and as whom is what the settings of this process say."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if not parts.netloc or not parts.path.strip("/"):
            raise InputError(f"{address}: no address of an object, expected s3://bucket/path")
        try:
            import obstore
            from obstore.exceptions import BaseError
            from obstore.store import S3Store
        except ImportError:
            raise MissingExtra("reading archives from an object store", "s3") from None
        current = settings()
        options: Any = current.s3
        self._library, self._failed = obstore, BaseError
        self._store = S3Store(
            parts.netloc,
            client_options={"allow_http": current.s3_endpoint.startswith("http://"), "timeout": "120s"},
            **options,
        )
        self._path, self._address, self._at = parts.path.strip("/"), address, 0
        try:
            self.size = int(obstore.head(self._store, self._path)["size"])
        except (BaseError, FileNotFoundError) as wrong:
            raise OSError(5, f"the object store answered: {_line(wrong)}", address) from wrong

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place; nothing is asked for."""
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # io names its own buffer type
        """Read the next bytes in one request."""
        end = min(self._at + len(buffer), self.size)
        if end <= self._at:
            return 0
        try:
            found = self._library.get_range(self._store, self._path, start=self._at, end=end)
        except (self._failed, FileNotFoundError) as wrong:
            raise OSError(5, f"the object store answered: {_line(wrong)}", self._address) from wrong
        if len(found) != end - self._at:
            raise OSError(5, "the object store sent less than it has: the object was changed", self._address)
        buffer[: end - self._at] = bytes(found)
        count, self._at = end - self._at, end
        return count


def _line(wrong: Exception) -> str:
    return " ".join(str(wrong).partition("Debug source:")[0].split())[:400]
