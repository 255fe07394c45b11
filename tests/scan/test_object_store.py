"""``rights scan`` of archives in an object store: a real server of the S3 protocol on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rights.cli.main import app
from rights.errors import InputError
from rights.scan.splits import splits
from tests.scan.test_scan import archive, home, scanned, story
from tests.servers.s3 import BadDay, serving

pytest.importorskip("obstore", reason="needs the extra 's3'")
moto_server: Any = pytest.importorskip("moto.server", reason="needs moto, not installed")
__all__ = ["home"]


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A bucket, and the settings that lead to it."""
    import boto3

    running = moto_server.ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    for name, value in (("ENDPOINT", f"http://{host}:{port}"), ("ACCESS_KEY", "tests"), ("SECRET_KEY", "secret")):
        monkeypatch.setenv(f"RIGHTS_S3_{name}", value)
    keys = {"aws_access_key_id": "tests", "aws_secret_access_key": "secret", "region_name": "us-east-1"}
    made = boto3.resource("s3", endpoint_url=f"http://{host}:{port}", **keys).Bucket("crawl")
    made.create()
    yield made
    running.stop()


def test_an_object_gives_what_the_file_gives(home: Path, bucket: Any, tmp_path: Path) -> None:
    pages = {f"https://copy{n}.example/p": story(n if n % 3 == 0 else 900 + n) for n in range(12)}
    file = archive(tmp_path / "a.warc.gz", pages)
    bucket.upload_file(str(file), "segments/a.warc.gz")
    near, far = tmp_path / "near.jsonl", tmp_path / "far.jsonl"
    for name, output in ((str(file), near), ("s3://crawl/segments/a.warc.gz", far)):
        done = CliRunner().invoke(app, ["scan", name, "-o", str(output), "--processes", "1", "--quiet"])
        assert done.exit_code == 0, done.output
    assert far.read_text() == near.read_text()
    assert len(near.read_text().splitlines()) == 4


def test_an_object_that_is_not_there_is_told_by_its_address(bucket: Any) -> None:
    with pytest.raises(InputError, match=r"s3://crawl/none\.warc\.gz: the object store answered"):
        splits(["s3://crawl/none.warc.gz"])


@pytest.fixture
def bad_day(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BadDay]:
    """An archive of one copy on a server that fails as told, and the settings that lead to it."""
    body = archive(
        home / "a.warc.gz", {"https://copy.example/p": story(3), "https://own.example/p": story(900)}
    ).read_bytes()
    with serving(BadDay(body)) as day:
        for name, value in (("ENDPOINT", day.address), ("ACCESS_KEY", "tests"), ("SECRET_KEY", "secret")):
            monkeypatch.setenv(f"RIGHTS_S3_{name}", value)
        yield day


#: Size and start, when the archive is split, then its size again: what follows reads its records.
SOUND = ["", "", ""]


@pytest.mark.parametrize(
    "fails", [[503, 503], [500, 500, 503], [*SOUND, 503, "", 503], [*SOUND, "breaks off", "breaks off"]]
)
def test_a_server_that_comes_back_loses_nothing(home: Path, bad_day: BadDay, fails: list[int | str]) -> None:
    bad_day.fails = fails
    assert [one["work"] for one in scanned("s3://crawl/a.warc.gz")] == ["w3"]
    assert bad_day.asked > len(fails)


@pytest.mark.parametrize(
    ("fails", "told"),
    [
        ([403] * 9, "lacked the necessary privileges"),
        ([*SOUND, *[403] * 9], "lacked the necessary privileges"),
        ([404] * 9, "not found"),
        ([*SOUND, *["breaks off"] * 99], "body error"),
    ],
)
def test_a_server_that_refuses_ends_the_scan_and_leaves_no_output(
    home: Path, bad_day: BadDay, fails: list[int | str], told: str
) -> None:
    bad_day.fails = fails
    command = ["scan", "s3://crawl/a.warc.gz", "-o", str(home / "found"), "--processes", "1", "--quiet"]
    run = CliRunner().invoke(app, command)
    assert isinstance(run.exception, (InputError, OSError))
    assert told in str(run.exception)
    assert "\n" not in str(run.exception)
    assert not (home / "found").exists()
