"""``rights scan`` on archives of our own making, with broken records, stops and both engines."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rights.cli.main import app
from rights.errors import InputError
from rights.scan.records import Seen, read
from rights.scan.splits import splits

warcio = pytest.importorskip("warcio.warcwriter")
statusline = pytest.importorskip("warcio.statusandheaders")

WORDS = (
    "harbour tar rope ledger quay gull winter council ferry lamp bell chart storm barrel mast sail village road bridge "
    "market garden school doctor letter summer island cellar window carpenter fiddle lantern orchard"
).split()


def story(seed: int, words: int = 220) -> str:
    draw = random.Random(seed)
    sentences = [" ".join(draw.choices(WORDS, k=11)).capitalize() + f" {seed}x{n}." for n in range(words // 12)]
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def html(title: str, text: str) -> bytes:
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title><style>p{{}}</style></head><body><nav><a href=/>Home</a>"
        f"</nav><article><h1>{title}</h1>{paragraphs}</article><script>var a='harbour tar';</script></body></html>"
    ).encode()


def archive(path: Path, pages: dict[str, str], *, gzip: bool = True, wet: bool = False) -> Path:
    with path.open("wb") as file:
        writer = warcio.WARCWriter(file, gzip=gzip)
        for url, text in pages.items():
            if wet:
                record = writer.create_warc_record(url, "conversion", payload=io.BytesIO(text.encode()))
            else:
                headers = statusline.StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
                record = writer.create_warc_record(
                    url, "response", payload=io.BytesIO(html("Page", text)), http_headers=headers
                )
            writer.write_record(record)
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    works = tmp_path / "works.jsonl"
    works.write_text(
        "\n".join(
            json.dumps({"id": f"w{n}", "url": f"https://lantern.example/{n}", "text": story(n)}) for n in range(20)
        ),
        encoding="utf-8",
    )
    assert CliRunner().invoke(app, ["works", "import", str(works), "--quiet"]).exit_code == 0
    return tmp_path


PAGES = {
    "https://valley.example/whole": story(3),
    "https://lantern.example/4": story(4),
    "https://valley.example/own": story(900),
    "https://hill.example/part": story(901) + "\n\n" + story(7).split("\n\n")[1] + "\n\n" + story(902),
    "https://hill.example/other": story(903),
}
COPIES = [("https://valley.example/whole", "w3"), ("https://hill.example/part", "w7")]


def scanned(*arguments: str | Path) -> list[dict[str, object]]:
    run = CliRunner().invoke(app, ["scan", *map(str, arguments), "--processes", "1", "--quiet"])
    assert run.exit_code == 0, run.output
    return [json.loads(line) for line in run.stdout.splitlines()]


def pairs(found: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(one["url"], one["work"]) for one in found]


@pytest.mark.parametrize("gzip", [True, False])
@pytest.mark.parametrize("wet", [True, False])
def test_copies_are_found_in_order_and_own_pages_are_none(home: Path, gzip: bool, wet: bool) -> None:
    file = archive(home / ("a.warc.gz" if gzip else "a.warc"), PAGES, gzip=gzip, wet=wet)
    found = scanned(file)
    assert pairs(found) == COPIES
    assert found[0]["containment"] == 1.0


def test_a_candidate_names_the_record_that_proves_it(home: Path) -> None:
    file = archive(home / "a.warc.gz", PAGES)
    whole = scanned(file)[0]
    with file.open("rb") as opened:
        opened.seek(int(str(whole["offset"])))
        assert opened.read(3) == b"\x1f\x8b\x08"
    again = [record for split in splits([file]) for record in read(split, Seen()) if record.id == whole["record"]]
    assert [record.page.url for record in again] == ["https://valley.example/whole"]


@pytest.mark.parametrize("gzip", [True, False])
@pytest.mark.parametrize("size", [300, 1_000, 5_000])
def test_small_splits_hold_every_record_once(home: Path, gzip: bool, size: int) -> None:
    pages = {f"https://valley.example/{n}": story(1_000 + n, 60) for n in range(40)}
    file = archive(home / "many.warc", pages, gzip=gzip)
    seen = [record.page.url for split in splits([file], size) for record in read(split, Seen())]
    assert seen == list(pages)


def test_a_broken_record_is_counted_and_the_rest_is_read(home: Path) -> None:
    file = archive(home / "a.warc.gz", PAGES)
    offsets = [record.offset for split in splits([file]) for record in read(split, Seen())]
    data = bytearray(file.read_bytes())
    data[offsets[2] : offsets[2] + 40] = b"\x00" * 40
    file.write_bytes(bytes(data))
    seen = Seen()
    urls = [record.page.url for split in splits([file]) for record in read(split, seen)]
    assert urls == [url for url in PAGES if url != "https://valley.example/own"]
    assert seen.broken >= 1


@pytest.mark.parametrize("gzip", [True, False])
def test_however_an_archive_is_damaged_reading_it_ends(home: Path, gzip: bool) -> None:
    file = archive(home / "a.warc", PAGES, gzip=gzip)
    whole = file.read_bytes()
    for seed in range(150):
        draw = random.Random(seed)
        damaged = bytearray(whole)
        for _ in range(draw.choice([1, 5, 40])):
            damaged[draw.randrange(80, len(damaged))] = draw.randrange(256)
        file.write_bytes(bytes(damaged[: draw.randrange(100, len(damaged)) if seed % 3 == 0 else None]))
        seen = Seen()
        try:
            read_whole = [record.page.url for split in splits([file], 5_000) for record in read(split, seen)]
        except InputError:
            continue
        assert len(read_whole) <= len(PAGES)


def test_a_stopped_scan_is_taken_up(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [archive(home / f"{n}.warc.gz", {f"https://s{n}.example/p": story(n)}) for n in range(4)]
    output = home / "found.jsonl"
    from rights.scan import parts

    first = parts.scan_split
    done: list[str] = []

    def stopping(split: object, *rest: object) -> object:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(str(split))
        return first(split, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("rights.scan.engines.scan_split", stopping)
    stopped = CliRunner().invoke(app, ["scan", *map(str, files), "-o", str(output), "--processes", "1", "--quiet"])
    assert stopped.exit_code != 0
    assert not output.exists()
    again: list[str] = []
    monkeypatch.setattr(
        "rights.scan.engines.scan_split", lambda split, *rest: (again.append(str(split)), first(split, *rest))[1]
    )
    scanned(*files, "-o", output)
    assert len(again) == 2
    assert [json.loads(line)["work"] for line in output.read_text().splitlines()] == ["w0", "w1", "w2", "w3"]
    assert not output.with_name("found.jsonl.parts").exists()


def test_candidates_become_leads(home: Path) -> None:
    found = home / "found.jsonl"
    scanned(archive(home / "a.warc.gz", PAGES), "-o", found)
    with found.open("a", encoding="utf-8") as file:
        file.write("no candidate\n")
    run = CliRunner().invoke(app, ["discover", "scan", str(found)])
    assert run.exit_code == 2
    assert f"{found}:3: no candidate" in run.output
    shown = CliRunner().invoke(app, ["trace", "https://valley.example/whole"]).output
    assert "scan" in shown
    assert "a.warc.gz:" in shown


@pytest.mark.parametrize("body", [b"", b"no archive\n" * 50, b"\x1f\x8b\x08 and no more", b"<html>WARC/1.1</html>"])
def test_what_is_no_archive_is_refused(home: Path, body: bytes) -> None:
    (home / "notes.warc.gz").write_bytes(body)
    run = CliRunner().invoke(app, ["scan", str(home / "notes.warc.gz"), "--quiet"])
    assert isinstance(run.exception, InputError)
    assert "notes.warc.gz: does not begin as an archive does" in str(run.exception)
