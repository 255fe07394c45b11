"""``rights scan --engine spark`` on a real Spark of two cores: what the local engine writes, byte for byte."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rights.cli.main import app
from rights.errors import InputError
from tests.scan.test_scan import PAGES, archive, home, scanned, story

pytest.importorskip("pyspark")

__all__ = ["home"]

JAVA = pytest.mark.skipif(not shutil.which("java"), reason="Java is not installed")
SPARK = ("--engine", "spark", "--master", "local[2]")


@JAVA
def test_spark_finds_the_same(home: Path) -> None:
    files = [
        archive(home / f"{n}.warc.gz", {f"https://s{n}.example/p": story(n), **PAGES}, wet=n == 1) for n in range(3)
    ]
    damaged = bytearray(files[2].read_bytes())
    damaged[len(damaged) // 2 : len(damaged) // 2 + 40] = b"\0" * 40
    files[2].write_bytes(bytes(damaged))
    run = CliRunner().invoke(app, ["scan", *map(str, files), *SPARK, "-o", str(home / "spark")])
    assert run.exit_code == 0, run.output
    local = CliRunner().invoke(app, ["scan", *map(str, files), "-o", str(home / "local"), "--processes", "2"])
    assert local.exit_code == 0, local.output
    assert (home / "spark").read_bytes() == (home / "local").read_bytes()
    assert run.output.splitlines()[-1] == local.output.splitlines()[-1]
    assert "1 broken" in run.output
    assert len(scanned(*files)) == len((home / "spark").read_bytes().splitlines()) > 4


def test_without_java_it_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(home))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    run = CliRunner().invoke(app, ["scan", str(archive(home / "a.warc.gz", PAGES)), *SPARK, "--quiet"])
    assert isinstance(run.exception, InputError)
    assert "Spark needs Java" in str(run.exception)


@JAVA
def test_what_ends_a_split_on_an_executor_is_told_without_its_stacks(home: Path) -> None:
    whole = home / "whole.warc.gz"
    whole.write_bytes(gzip.compress(archive(home / "a.warc", PAGES, gzip=False).read_bytes()))
    run = CliRunner().invoke(app, ["scan", str(whole), *SPARK, "--quiet"])
    assert isinstance(run.exception, InputError)
    assert str(run.exception).startswith("Spark gave the scan up")
    assert "warcio recompress" in str(run.exception)
    assert "\n" not in str(run.exception)


def test_a_spark_that_does_not_start_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(home / "none"))
    command = ["scan", str(archive(home / "a.warc.gz", PAGES)), *SPARK, "--quiet"]
    done = subprocess.run([sys.executable, "-m", "rights", *command], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("rights: Spark does not start: ")
