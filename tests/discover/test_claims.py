"""What others claim or wrote down: access logs, pixel hits, webmentions, lists of addresses."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights.discover import Budget
from rights.discover.access_log import AccessLog, read_line
from rights.discover.csv_list import CsvList
from rights.discover.pixel import GIF, PixelHits, read_hit, tag
from rights.discover.webmention import mentions, read_pingback, read_webmention
from rights.errors import InputError
from rights.model import Page

NOW = datetime(2024, 6, 11, 8, 0, tzinfo=UTC)
CHROME = "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0"


def line(referer: str, path: str = "/story-1", status: int = 200, agent: str = CHROME) -> str:
    return f'203.0.113.9 - - [11/Jun/2024:10:00:00 +0200] "GET {path} HTTP/1.1" {status} 512 "{referer}" "{agent}"\n'


# --- access logs


def test_a_line_in_combined_and_in_common_format() -> None:
    visit = read_line(line("https://copy.example/a"))
    assert visit is not None
    assert (visit.path, visit.status, visit.referer, visit.at) == ("/story-1", 200, "https://copy.example/a", NOW)
    common = read_line('::1 - frank smith [11/Jun/2024:10:00:00 +0200] "GET /x HTTP/1.0" 304 -')
    assert common is not None
    assert (common.path, common.referer, common.agent) == ("/x", None, "")
    assert read_line("not a log line") is None


@given(st.text(max_size=300))
def test_any_line_is_read_or_passed_over(text: str) -> None:
    read_line(text)
    read_line('1.2.3.4 - - [11/Jun/2024:10:00:00 +0200] "' + text)


def test_a_log_gives_each_referring_page_once_and_no_engines_bots_or_own_pages(tmp_path: Path) -> None:
    log = tmp_path / "access.log.gz"
    lines = [
        line("https://copy.example/a"), line("https://copy.example/a?utm_source=n"), line("https://copy.example/"),
        line("https://www.google.com/"), line("https://t.co/x"), line("https://me.example/list"), line("https://sub.other-own.example/"),
        line("-"), line("https://bot.example/", agent="AhrefsBot/7.0"), line("https://missing.example/", status=404),
        line("https://second.example/p?id=3", path="/story-2"), "garbage\n", "x" * 40_000 + "\n", line("https://third.example/after"),
    ]  # fmt: skip
    log.write_bytes(gzip.compress("".join(lines).encode()))
    source = AccessLog([log], "https://me.example/", own=["other-own.example"])
    leads = list(source.leads(Budget()))
    assert [(lead.url, lead.page) for lead in leads] == [
        ("https://copy.example/a", True),
        ("https://copy.example/", False),
        ("https://second.example/p?id=3", True),
        ("https://third.example/after", True),
    ]
    assert leads[2].work == "https://me.example/story-2"
    assert leads[0].found_at == f"{log}:1"
    assert (source.lines, source.unread) == (14, 2)


def test_a_file_that_is_no_log_is_an_error(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("one\ntwo\n")
    with pytest.raises(InputError, match=r"notes\.txt: not an access log"):
        list(AccessLog([wrong], "https://me.example/").leads(Budget()))
    (tmp_path / "cut.gz").write_bytes(gzip.compress(line("https://a.example/").encode() * 500)[:-30])
    with pytest.raises(InputError, match="cannot be read"):
        list(AccessLog([tmp_path / "cut.gz"], "https://me.example/").leads(Budget()))
    with pytest.raises(InputError, match="cannot be read"):
        list(AccessLog([tmp_path / "absent"], "https://me.example/").leads(Budget()))


# --- the pixel


def test_a_hit_names_the_page_where_the_browser_sends_it_and_else_the_site() -> None:
    by_referer = read_hit({"id": "42"}, {"referer": "https://copy.example/a?b=1", "user-agent": CHROME}, NOW)
    by_key = read_hit({"post": "42", "key": "https://copy.example/a"}, {"referer": "https://copy.example/"}, NOW)
    bare = read_hit({"id": "42"}, {"referer": "https://copy.example/"}, NOW)
    assert by_referer is not None
    assert by_key is not None
    assert bare is not None
    assert (by_referer.url, by_referer.page, by_referer.article) == ("https://copy.example/a?b=1", True, "42")
    assert (by_key.url, by_key.page, by_key.article) == ("https://copy.example/a", True, "42")
    assert (bare.url, bare.page) == ("https://copy.example/", False)


@pytest.mark.parametrize(
    ("query", "headers"),
    [({}, {}), ({"id": "1"}, {"referer": "about:blank"}), ({"id": "1"}, {"referer": "https://a.example/", "user-agent": "Googlebot/2.1"}),
     ({"key": "javascript:alert(1)"}, {}), ({"key": "http://a.example/" + "x" * 9000}, {})],
)  # fmt: skip
def test_hits_that_tell_nothing(query: dict[str, str], headers: dict[str, str]) -> None:
    assert read_hit(query, headers, NOW) is None


def test_a_hostile_id_is_no_id() -> None:
    hit = read_hit({"id": "<script>"}, {"referer": "https://a.example/x"}, NOW)
    assert hit is not None
    assert hit.article is None


def test_hits_are_counted_into_leads_without_the_publishers_own_pages() -> None:
    pages = ["https://copy.example/", "https://www.copy.example/", "https://me.example/a", "https://b.example/x"]
    hits = [hit for page in pages if (hit := read_hit({"id": "42"}, {"referer": page}, NOW))]
    leads = list(PixelHits(hits, {"42": "work-42"}, own=["me.example"]).leads(Budget()))
    assert [(lead.url, lead.note, lead.work, lead.page) for lead in leads] == [
        ("https://copy.example/", "2 hits", "work-42", False),
        ("https://b.example/x", "1 hit", "work-42", True),
    ]


def test_the_pixel_itself() -> None:
    assert len(GIF) == 43
    assert GIF.startswith(b"GIF89a")
    assert 'referrerpolicy="no-referrer-when-downgrade"' in tag("https://me.example/pixel.gif", "42")


# --- webmention and pingback

OWN = ["me.example"]


def test_a_claim_in_good_form() -> None:
    mention = read_webmention({"source": "https://copy.example/a#top", "target": "https://me.example/s"}, OWN)
    assert mention.lead(NOW).url == "https://copy.example/a"
    assert mention.lead(NOW).work == "https://me.example/s"
    call = b"""<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>
      <param><value><string>https://copy.example/a</string></value></param><param><value>https://me.example/s</value></param></params></methodCall>"""
    assert read_pingback(call, OWN) == read_webmention(
        {"source": "https://copy.example/a", "target": "https://me.example/s"}, OWN
    )


@pytest.mark.parametrize(
    "form",
    [{}, {"source": "x", "target": "https://me.example/s"}, {"source": "https://a.example/", "target": "https://else.example/"},
     {"source": "https://me.example/a", "target": "https://me.example/b"}, {"source": "https://me.example/b", "target": "https://me.example/b"},
     {"source": "file:///etc/hostname", "target": "https://me.example/s"}, {"source": "https://a.example/" + "x" * 3000, "target": "https://me.example/s"}],
)  # fmt: skip
def test_a_claim_in_bad_form(form: dict[str, str]) -> None:
    with pytest.raises(InputError):
        read_webmention(form, OWN)


@pytest.mark.parametrize(
    "body",
    [b"", b"<a>", b"<methodCall><methodName>system.listMethods</methodName></methodCall>", b"x" * 100_000,
     b'<!DOCTYPE m [<!ENTITY a "b">]><methodCall><methodName>pingback.ping</methodName></methodCall>',
     b"<methodCall><methodName>pingback.ping</methodName><params/></methodCall>"],
)  # fmt: skip
def test_a_pingback_in_bad_form(body: bytes) -> None:
    with pytest.raises(InputError):
        read_pingback(body, OWN)


@pytest.mark.parametrize(
    ("kind", "body", "holds"),
    [
        ("text/html", b'<a href="http://www.me.example/s/">s</a>', True),
        ("text/html", b"<p>https://me.example/s</p>", False),
        ("text/html", b'<img src="https://me.example/s">', True),
        ("application/json", b'{"items": [{"url": "https://me.example/s"}]}', True),
        ("application/json", b"[" * 100_000, False),
        ("text/plain", b"see https://me.example/s", True),
        ("text/html", b"", False),
    ],
)
def test_whether_a_page_holds_the_target(kind: str, body: bytes, holds: bool) -> None:
    page = Page(body=body, final_url="https://copy.example/", headers={"content-type": kind})
    assert mentions(page, "https://me.example/s") is holds


# --- lists


def leads_of(tmp_path: Path, content: str | bytes) -> tuple[list[tuple[str, str | None]], list[str]]:
    file = tmp_path / "list.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    source = CsvList(file)
    return [(lead.url, lead.work) for lead in source.leads(Budget())], source.wrong


def test_lists_with_and_without_header_in_any_usual_dialect(tmp_path: Path) -> None:
    assert leads_of(tmp_path, "title,URL,work\nA,http://a.example/1,w1\n") == ([("http://a.example/1", "w1")], [])
    assert leads_of(tmp_path, "\ufeffname;link\nA;http://a.example/1\n") == ([("http://a.example/1", None)], [])
    assert leads_of(tmp_path, "7\thttp://a.example/1\n8\thttp://a.example/2\n")[0] == [
        ("http://a.example/1", None),
        ("http://a.example/2", None),
    ]
    assert leads_of(tmp_path, "# mine\nhttp://a.example/1?a=1,2\n\nhttp://a.example/2\n")[0][1] == (
        "http://a.example/2",
        None,
    )


def test_lines_without_an_address_are_named(tmp_path: Path) -> None:
    found, wrong = leads_of(tmp_path, "url\nhttp://a.example/1\nnot one\n")
    assert found == [("http://a.example/1", None)]
    assert wrong == [f"{tmp_path / 'list.csv'}:3: 'not one' is no address, expected http(s)://…"]
    with pytest.raises(InputError, match=r"list\.csv:1"):
        leads_of(tmp_path, "only words\nand more\n")
    with pytest.raises(InputError, match="UTF-8"):
        leads_of(tmp_path, b"http://a.example/\xff\n")
