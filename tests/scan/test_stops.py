"""A scan whatever happens to it: records at which reading fails, processes that are killed, works that change meanwhile."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rights.cli.main import app
from rights.errors import InputError
from tests.scan.test_scan import COPIES, PAGES, archive, home, html, pairs, scanned, statusline, story, warcio

__all__ = ["home"]


def counted(*arguments: str | Path) -> str:
    """The line that a scan ends with."""
    run = CliRunner().invoke(app, ["scan", *map(str, arguments), "--processes", "1"])
    assert run.exit_code == 0, run.output
    return run.stderr.splitlines()[-1]


def test_archives_of_one_name_are_all_looked_at_and_each_once(home: Path) -> None:
    for folder in ("one", "two"):
        (home / folder).mkdir()
    one = archive(home / "one/a.warc.gz", {"https://one.example/p": story(3)})
    two = archive(home / "two/a.warc.gz", {"https://two.example/p": story(5)})
    assert pairs(scanned(one, two, one)) == [("https://one.example/p", "w3"), ("https://two.example/p", "w5")]


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_record_that_breaks_off_is_counted_and_no_candidate(home: Path, gzipped: bool) -> None:
    file = archive(
        home / "a.warc", {"https://one.example/p": story(3), "https://two.example/p": story(5)}, gzip=gzipped
    )
    file.write_bytes(file.read_bytes()[:-200])
    assert pairs(scanned(file)) == [("https://one.example/p", "w3")]
    assert "2 records, 0 of them no pages, 1 broken" in counted(file)


def test_pages_and_texts_in_one_archive(home: Path) -> None:
    pages = archive(home / "a.warc.gz", PAGES)
    texts = archive(home / "b.warc.wet.gz", PAGES, wet=True)
    both = home / "both.warc.gz"
    both.write_bytes(pages.read_bytes() + texts.read_bytes())
    assert pairs(scanned(both)) == COPIES * 2


def test_an_archive_compressed_as_one_is_refused_with_what_mends_it(home: Path) -> None:
    file = archive(home / "a.warc", PAGES, gzip=False)
    (home / "a.warc.gz").write_bytes(gzip.compress(file.read_bytes()))
    run = CliRunner().invoke(app, ["scan", str(home / "a.warc.gz"), "--processes", "1", "--quiet"])
    assert isinstance(run.exception, InputError)
    assert "warcio recompress" in str(run.exception)


def test_no_record_ends_a_scan(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page says of itself (an encoding that is none), what is no page, and what our own reading fails on."""
    file = home / "a.warc.gz"
    bodies = (
        ("text/html; charset=zip", html("Page", story(3))), ("text/html; charset=idna", html("Page", story(4))),
        ("application/pdf", b"%PDF-1.4\n" + story(5).encode() + b"\n%%EOF"), ("text/html", html("deadly", story(6))),
        ("text/html", html("Page", story(7))),
    )  # fmt: skip
    with file.open("wb") as out:
        writer = warcio.WARCWriter(out, gzip=True)
        for number, (kind, body) in enumerate(bodies):
            head = statusline.StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            url = f"https://s{number}.example/p"
            record = writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=head)
            writer.write_record(record)
    from rights.scan import screening

    sound = screening.extract_text

    def failing(page: object) -> object:
        if b"deadly" in page.body:  # type: ignore[attr-defined]  # a page
            raise RecursionError("too deep")
        return sound(page)  # type: ignore[arg-type]  # a page

    monkeypatch.setattr("rights.scan.screening.extract_text", failing)
    monkeypatch.setattr("rights.scan.engines._screen", lambda wanted: screening.Screen(wanted))
    assert [one["work"] for one in scanned(file)] == ["w3", "w4", "w7"]
    assert "5 records, 1 of them no pages, 1 broken" in counted(file)


def test_what_was_found_among_other_works_is_sought_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = archive(home / "a.warc.gz", {"https://one.example/p": story(800)})
    second = archive(home / "b.warc.gz", {"https://two.example/p": story(3)})
    output = home / "found.jsonl"
    from rights.scan import parts

    def stopping(split: object, *rest: object) -> object:
        if "b.warc" in str(split):
            raise KeyboardInterrupt
        return scan_split(split, *rest)  # type: ignore[arg-type]

    scan_split = parts.scan_split
    with monkeypatch.context() as patched:
        patched.setattr("rights.scan.engines.scan_split", stopping)
        CliRunner().invoke(app, ["scan", str(first), str(second), "-o", str(output), "--processes", "1", "--quiet"])
    assert len(list((home / "found.jsonl.parts").iterdir())) == 1
    works = home / "more.jsonl"
    works.write_text(json.dumps({"id": "new", "text": story(800)}))
    assert CliRunner().invoke(app, ["works", "import", str(works), "--quiet"]).exit_code == 0
    scanned(first, second, "-o", output)
    assert [json.loads(line)["work"] for line in output.read_text().splitlines()] == ["new", "w3"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
def test_a_killed_scan_leaves_no_process_and_is_taken_up(home: Path) -> None:
    files = [
        archive(
            home / f"{n}.warc.gz",
            {f"https://s{n}-{m}.example/p": story(n if m == 250 else 9_000 + m, 600) for m in range(300)},
        )
        for n in range(5)
    ]
    output = home / "found.jsonl"
    command = [sys.executable, "-m", "rights", "scan", *map(str, files), "-o", str(output), "--processes", "2"]
    scan = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=os.environ | {"RIGHTS_HOME": str(home / "home")})
    parts = home / "found.jsonl.parts"
    while not (done := [part.name for part in parts.glob("[0-9]*")]):
        assert scan.poll() is None
        time.sleep(0.02)
    children = _children(scan.pid)
    assert len(children) >= 2
    scan.kill()
    scan.wait()
    while any(map(_runs, children)):
        time.sleep(0.02)
    assert not output.exists()
    assert len(done) < len(files)
    line = counted(*files, "-o", output)
    assert line.startswith("1500 records, 0 of them no pages, 0 broken")
    assert [json.loads(one)["work"] for one in output.read_text().splitlines()] == [f"w{n}" for n in range(5)]
    assert not parts.exists()


def _children(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(entry.parent.name))
    return found


def _runs(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
