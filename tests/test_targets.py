"""What is saved becomes pages: files, folders, compressed files, and the map of their addresses."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rights.errors import InputError
from rights.targets import MAX_BYTES, read_targets

NOW = datetime(2026, 5, 4, tzinfo=UTC)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    (tmp_path / "site" / "deep").mkdir(parents=True)
    (tmp_path / "site" / ".git").mkdir()
    (tmp_path / "site" / ".git" / "x.html").write_text("hidden")
    (tmp_path / "site" / "a.html").write_text("<p>a")
    (tmp_path / "site" / "style.css").write_text("p {}")
    (tmp_path / "site" / "deep" / "b.md").write_text("# b")
    (tmp_path / "site" / "deep" / "c.html.gz").write_bytes(gzip.compress(b"<p>c"))
    return tmp_path


def test_a_folder_gives_its_pages_sorted_and_nothing_else(saved: Path) -> None:
    found = list(read_targets([str(saved / "site")], now=NOW))
    assert [Path(target.name).name for target in found] == ["a.html", "b.md", "c.html.gz"]
    pages = [target.page for target in found]
    assert [page.body for page in pages if page] == [b"<p>a", b"# b", b"<p>c"]
    assert [page.media_type for page in pages if page] == ["text/html", "text/markdown", "text/html"]


def test_a_url_map_is_resolved_against_its_own_folder(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (saved / "site" / "map.tsv").write_text("# pages\na.html\thttps://a.example/1\n\ndeep/b.md\thttps://b.example/2\n")
    monkeypatch.chdir(saved)
    found = read_targets(["site"], url_map=Path("site/map.tsv"), now=NOW)
    assert [t.page.final_url for t in found if t.page] == ["https://a.example/1", "https://b.example/2", None]


def test_a_wrong_line_of_the_map_is_named(saved: Path) -> None:
    bad = saved / "map.tsv"
    bad.write_text("a.html\thttps://a.example/\nb.html https://b.example/\n")
    with pytest.raises(InputError, match=r"map\.tsv:2: .*expected path<TAB>"):
        list(read_targets([str(saved / "site")], url_map=bad, now=NOW))


def test_one_address_is_not_for_several_targets(saved: Path) -> None:
    with pytest.raises(InputError, match="url-map"):
        list(read_targets([str(saved / "site"), str(saved / "site")], url="https://a.example/", now=NOW))


def test_the_address_of_a_folder_is_that_of_its_root(saved: Path) -> None:
    (saved / "site" / "deep" / "index.html").write_text("<p>list")
    found = read_targets([str(saved / "site")], url="https://a.example/blog", now=NOW)
    addresses = {target.page.final_url for target in found if target.page}
    assert addresses >= {"https://a.example/blog/a.html", "https://a.example/blog/deep/"}


@pytest.mark.parametrize(
    "body", [b"", b"\x1f\x8b\x08\x00broken", gzip.compress(b"<p>whole", mtime=0)[:-6]], ids=["empty", "broken", "cut"]
)
def test_a_broken_gzip_is_an_error_of_that_target_alone(saved: Path, body: bytes) -> None:
    broken = saved / "broken.html.gz"
    broken.write_bytes(body)
    first, second = read_targets([str(broken), str(saved / "site" / "a.html")], now=NOW)
    assert second.page
    assert first.error or first.page == first.page
    assert bool(first.error) == bool(body)


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_not_the_folder_one_stands_in(name: str) -> None:
    (target,) = read_targets([name])
    assert target.page is None
    assert "no target" in (target.error or "")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    (only,) = read_targets([str(tmp_path / "nothing.html")], now=NOW)
    assert only.page is None
    assert "no such file" in (only.error or "")


def test_what_is_too_large_is_cut_and_says_so(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.html.gz"
    bomb.write_bytes(gzip.compress(b"a" * (MAX_BYTES + 10), 9))
    (only,) = read_targets([str(bomb)], now=NOW)
    assert only.page
    assert len(only.page.body) == MAX_BYTES
    assert only.page.cut


def test_a_warc_gives_every_page_in_it(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    answers = [
        ("https://a.example/1", "text/html; charset=utf-8", b"<p>first"),
        ("https://a.example/logo.png", "image/png", b"\x89PNG"),
        ("https://a.example/2", "text/html", b"<p>second"),
    ]
    plain = packed = b""
    for url, media, body in answers:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: " + media.encode() + b"\r\n\r\n" + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-06-11T08:30:00Z\r\n"
        head += "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        record = head.encode() + http + b"\r\n\r\n"
        plain, packed = plain + record, packed + gzip.compress(record)
    (tmp_path / "crawl.warc.gz").write_bytes(packed)
    (tmp_path / "crawl.warc").write_bytes(plain)
    for name in ("crawl.warc", "crawl.warc.gz"):
        found = list(read_targets([str(tmp_path / name)], now=NOW))
        assert [t.page.final_url for t in found if t.page] == ["https://a.example/1", "https://a.example/2"]
        assert [t.page.body for t in found if t.page] == [b"<p>first", b"<p>second"]
        assert found[0].page is not None
        assert found[0].page.fetched_at == datetime(2024, 6, 11, 8, 30, tzinfo=UTC)


def test_a_file_that_is_no_warc_is_an_error_of_its_own(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    (tmp_path / "x.warc").write_bytes(b"nothing of the kind")
    (found,) = read_targets([str(tmp_path / "x.warc")], now=NOW)
    assert found.error is not None
    assert "WARC" in found.error


def test_a_record_without_an_address_is_an_error_of_its_file(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 4\r\n\r\nHTTP\r\n\r\n"
    (tmp_path / "x.warc").write_bytes(head)
    (found,) = read_targets([str(tmp_path / "x.warc")], now=NOW)
    assert "WARC" in (found.error or "")


@pytest.mark.parametrize("name", ["a_files", "a-Dateien", "a.files"])
def test_the_parts_of_a_page_saved_as_complete_are_no_pages(saved: Path, name: str) -> None:
    (saved / "site" / name).mkdir()
    (saved / "site" / name / "frame.html").write_text("<p>an advertisement")
    (saved / "site" / "deep_files").mkdir()
    (saved / "site" / "deep_files" / "d.html").write_text("<p>d")
    found = [Path(target.name).name for target in read_targets([str(saved / "site")], now=NOW)]
    assert found == ["a.html", "b.md", "c.html.gz", "d.html"]
