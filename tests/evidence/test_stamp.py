"""Time stamps from a real authority on loopback, verified as a third person does: by openssl alone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from rights.errors import FetchError
from rights.evidence.stamp import stamp
from rights.model import Page
from tests.evidence.authority import authority
from tests.scenes import Scene

pytest.importorskip("asn1crypto", reason="needs the extra 'evidence'")
if shutil.which("openssl") is None:
    pytest.skip("openssl is not installed", allow_module_level=True)


def verified(data: Path, reply: Path, certificate: Path) -> bool:
    command = ["openssl", "ts", "-verify", "-data", str(data), "-in", str(reply), "-CAfile", str(certificate)]
    return subprocess.run(command, capture_output=True).returncode == 0


def test_a_stamped_bundle_verifies_by_openssl_and_a_changed_one_does_not(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.violate()
    path, folder = tmp_path / "out.wacz", tmp_path / "authority"
    folder.mkdir()
    with authority(folder) as (made, address):
        monkeypatch.setenv("RIGHTS_TIMESTAMP_AUTHORITY", address)
        said = scene.said("violations", "show", "1", "--bundle", str(path), "--stamp")
        reply = tmp_path / "out.wacz.tsr"
        assert [line.split("  ")[1] for line in said.splitlines()] == [str(path), str(reply)]
        assert verified(path, reply, made.certificate)
        path.write_bytes(path.read_bytes() + b"\0")
        assert not verified(path, reply, made.certificate)


def post_to(made: object):  # type: ignore[no-untyped-def]
    return lambda address, query: Page(body=made.reply(query), status=made.status)  # type: ignore[attr-defined]


def test_an_answer_that_stamps_nothing_or_something_else_is_refused(tmp_path: Path) -> None:
    with authority(tmp_path) as (made, _):
        assert stamp(b"data", "https://tsa.example", post_to(made)).at.tzinfo is not None
        stale = made.reply
        first: list[bytes] = []

        def replayed(address: str, query: bytes) -> Page:
            first.append(first[0] if first else stale(query))
            return Page(body=first[-1])

        assert stamp(b"data", "https://tsa.example", replayed)
        with pytest.raises(FetchError, match="something else"):
            stamp(b"data", "https://tsa.example", replayed)
        made.spoil = lambda query: b"no query"  # the authority answers with a rejection
        with pytest.raises(FetchError, match=r"refused|no time stamp"):
            stamp(b"data", "https://tsa.example", post_to(made))
        made.spoil, made.answer = lambda query: query, b"<html>a login page</html>"
        with pytest.raises(FetchError, match="no time stamp"):
            stamp(b"data", "https://tsa.example", post_to(made))
        made.status = 503
        with pytest.raises(FetchError, match="answered 503"):
            stamp(b"data", "https://tsa.example", post_to(made))
