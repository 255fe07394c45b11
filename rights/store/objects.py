"""Bodies of pages in an object store (the S3 protocol), so that machines share what they have seen.

One object a body, named by the sha256 of its bytes as fetched, compressed with zstd: written once, never changed, the
same whoever writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rights.errors import BodiesRefused, InputError, MissingExtra, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rights.settings import Settings

_MISSING = "a body is missing from the object store"
#: Bodies written at the same time.
_AT_ONCE = 8


class Objects:
    """The objects under one prefix of a bucket; used from many threads.  What goes wrong is a `StoreError`."""

    def __init__(self, address: str, options: Mapping[str, str] = MappingProxyType({})) -> None:
        """Raises `InputError` for an address that is not ``s3://bucket`` or ``s3://bucket/prefix``.

        ``options`` are those of `Settings.s3`.
        """
        parts = urlsplit(address)
        if parts.scheme != "s3" or not parts.netloc or parts.query:
            raise InputError(f"RIGHTS_SNAPSHOTS: {address!r} is no address of a bucket, expected s3://bucket/prefix")
        try:
            import obstore
            from obstore.store import S3Store
        except ImportError:
            raise MissingExtra("snapshots in an object store", "s3") from None
        given: Any = dict(options)
        self.address = address.rstrip("/")
        self._library = obstore
        with _translated(self.address):
            self._store = S3Store(
                parts.netloc,
                prefix=parts.path.strip("/") or None,
                client_options={"allow_http": options.get("endpoint", "").startswith("http://"), "timeout": "60s"},
                retry_config={"max_retries": 5, "retry_timeout": timedelta(seconds=30)},
                **given,
            )
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="rights-objects")

    def put(self, bodies: Mapping[str, bytes]) -> None:
        """Write compressed bodies by their sha256."""
        with _translated(self.address, "the bucket is not there"):
            list(self._pool.map(lambda name: self._library.put(self._store, _path(name), bodies[name]), bodies))

    def get(self, sha256: str) -> bytes:
        """A compressed body; raises `StoreError` where it is not there."""
        with _translated(self.address):
            return bytes(self._library.get(self._store, _path(sha256)).bytes())

    def delete(self, names: Iterable[str]) -> None:
        """Forget bodies; those that are not there are forgotten already."""
        paths = [_path(name) for name in names]
        with _translated(self.address):
            for start in range(0, len(paths), 1_000):
                self._library.delete(self._store, paths[start : start + 1_000])

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown(wait=False)


def objects_of(settings: Settings) -> Objects | None:
    """The object store of the settings; None where bodies stand in the database."""
    if not settings.snapshots:
        return None
    return Objects(settings.snapshots, settings.s3)


def _path(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}.zst"


@contextmanager
def _translated(address: str, missing: str = _MISSING) -> Iterator[None]:
    from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError

    try:
        yield
    except FileNotFoundError as wrong:
        kind = StoreError if missing is _MISSING else BodiesRefused
        raise kind(f"{address}: {missing}: {_line(wrong)}") from wrong
    except (PermissionDeniedError, UnauthenticatedError) as wrong:
        keys = "RIGHTS_S3_ACCESS_KEY and RIGHTS_S3_SECRET_KEY, or what the machine's role allows"
        raise BodiesRefused(f"{address}: the object store refuses us, see {keys}: {_line(wrong)}") from wrong
    except BaseError as wrong:
        told = BodiesRefused(f"{address}: the object store answered: {_line(wrong)}")
        told.passing = True
        raise told from wrong


def _line(wrong: Exception) -> str:
    return " ".join(str(wrong).partition("Debug source:")[0].split())[:400]
