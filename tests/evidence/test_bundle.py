"""A violation's proof, from a real sweep to a bundle that a reader of its own verifies."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

from rights.errors import InputError
from tests.evidence.reader import opened, sha256
from tests.scenes import Scene


def test_the_bundle_holds_what_the_sweep_received(scene: Scene, tmp_path: Path) -> None:
    address = scene.violate()
    path = tmp_path / "out.wacz"
    said = scene.said("violations", "show", "1", "--bundle", str(path))
    assert said == f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path}\n", "as sha256sum prints it"
    bundle = opened(path.read_bytes())
    body = str(scene.press.pages[(scene.site, "/copy")].body).encode()  # type: ignore[union-attr]
    (response,) = bundle.find(address)
    assert response.payload == body
    assert response.headers["warc-payload-digest"] == sha256(body)
    assert response.block.startswith(b"HTTP/1.0 200 OK\r\nServer: BaseHTTP"), "the head as it came"
    assert b"X-Archive-Orig" not in response.block, "nothing was encoded, so nothing is renamed"
    assert response.headers["warc-ip-address"] == "127.0.3.2"
    assert {one.version for one in bundle.records} == {"WARC/1.1"}
    assert [one.kind for one in bundle.records] == ["warcinfo", "response", "request", "metadata"]
    request, facts = bundle.records[2:]
    assert request.block.startswith(b"GET /copy HTTP/1.1\r\nHost: 127.0.3.2")
    assert {request.headers["warc-concurrent-to"], facts.headers["warc-concurrent-to"]} == {
        response.headers["warc-record-id"]
    }
    assert b"check: 1\r\n" in facts.block
    assert [(page["url"], page["steps"]) for page in bundle.pages] == [(address, ["opened"])]
    assert bundle.package["mainPageUrl"] == address
    told = json.loads(bundle.files["evidence/violation.json"])
    assert (told["clause"], told["state"], told["snapshot"]) == (
        "link.original", "opened", sha256(body).partition(":")[2],
    )  # fmt: skip
    policy = (scene.folder / "policies" / "press.yaml").read_bytes()
    assert bundle.files["evidence/policy.yaml"] == policy
    assert sha256(policy) == f"sha256:{told['policy']['sha256']}"


def test_each_step_keeps_its_page(scene: Scene, tmp_path: Path) -> None:
    address = scene.violate()
    scene.press.copy(scene.site, "/copy", 1, "ok")
    scene.sweep()
    scene.press.copy(scene.site, "/copy", 1, "unlinked")
    scene.sweep()
    path = tmp_path / "out.wacz"
    scene.said("violations", "show", "1", "--bundle", str(path))
    bundle = opened(path.read_bytes())
    assert [page["steps"] for page in bundle.pages] == [["opened"], ["cured"], ["reopened"]]
    bodies = [one.payload for one in bundle.find(address)]
    assert len(set(bodies)) == 3
    assert f'href="{scene.original}"'.encode() in bodies[1]


def test_a_page_that_is_gone_is_proved_by_its_answer(scene: Scene, tmp_path: Path) -> None:
    address = scene.violate()
    scene.press.put(scene.site, "/copy", "", 410)
    scene.sweep()
    path = tmp_path / "out.wacz"
    scene.said("violations", "show", "1", "--bundle", str(path))
    statuses = [one.block.split(b" ", 2)[1] for one in opened(path.read_bytes()).find(address)]
    assert statuses == [b"200", b"410"]


def test_warcio_finds_nothing_wrong(scene: Scene, tmp_path: Path) -> None:
    scene.violate()
    path = tmp_path / "out.wacz"
    scene.said("violations", "show", "1", "--bundle", str(path))
    warc = tmp_path / "data.warc.gz"
    warc.write_bytes(opened(path.read_bytes()).files["archive/data.warc.gz"])
    command = [sys.executable, "-c", "from warcio.cli import main; main()", "check", "-v", str(warc)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("digest pass") == 4


def test_what_cannot_be_bundled_is_said(scene: Scene, tmp_path: Path) -> None:
    scene.violate()
    for arguments, said in (
        (("1", "--bundle", str(tmp_path / "out.zip")), ".wacz file"),
        (("7", "--bundle", str(tmp_path / "out.wacz")), "no violation has the number 7"),
        (("1", "--bundle", str(tmp_path / "out.wacz"), "--stamp"), "RIGHTS_TIMESTAMP_AUTHORITY"),
    ):
        failed = scene.rights("violations", "show", *arguments).exception
        assert isinstance(failed, InputError)
        assert said in str(failed)
    assert scene.rights("violations", "show", "1", "--stamp").exit_code == 2
    assert not list(tmp_path.glob("out*"))
