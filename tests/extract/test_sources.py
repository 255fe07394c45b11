"""Pages that are no HTML: e-mail, Markdown and text from a pipe, XHTML, AMP, frames, pages saved by browsers."""

from __future__ import annotations

import contextlib
import plistlib
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.errors import ExtractError, RightsError
from rights.extract.article import extract
from rights.model import Article, Page

PROSE = "".join(
    f"<p>Sentence {n} of the harbour story: the boats came in before the storm and the town closed its gates behind them"
    " while the keeper of the light stayed where he was, as he had done for thirty years.</p>"
    for n in range(5)
)


def read(body: bytes, media: str = "text/html", url: str | None = None) -> Article:
    return extract(Page(body=body, url=url, final_url=url, headers={"content-type": media} if media else {}))


def mail(html: str | None, text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "The boats came in – early"
    message["From"] = "The Harbour Letter <news@harbour.example>"
    message["Date"] = "Tue, 11 Jun 2024 08:30:00 +0200"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def test_a_newsletter_is_read_by_its_html_part() -> None:
    seen = read(mail(f"<h1>The boats came in – early</h1>{PROSE}", "plain"), "message/rfc822")
    assert (seen.title, seen.site_name, seen.published) == (
        "The boats came in – early", "The Harbour Letter", "2024-06-11T08:30:00+02:00",
    )  # fmt: skip
    assert seen.text.startswith("Sentence 0")
    assert seen.words > 100


def test_a_newsletter_without_html_is_read_by_its_text() -> None:
    text = "\n\n".join(f"Paragraph {n}. " + "The boats came in before the storm. " * 8 for n in range(4))
    seen = read(mail(None, text), "message/rfc822")
    assert "Paragraph 3." in seen.text


@pytest.mark.parametrize(
    "body", [b"", b"\x00\x01", b"Content-Type: image/png\n\nxx", b"Content-Type: text/html; charset=nope\n\n<p>x"]
)
def test_a_file_that_is_no_letter_is_an_error_or_an_empty_page(body: bytes) -> None:
    try:
        words = read(body, "message/rfc822").words
    except ExtractError:
        words = 0
    assert words < 5


def test_markdown_and_text_from_a_pipe_are_told_apart() -> None:
    assert read(b"# The boats\n\nBy [Ann Example](#)\n\n" + b"They came in early. " * 60, "").title == "The boats"
    assert read(b"THE BOATS\n\nBy Ann\n\n" + b"They came in early, a < b. " * 60, "").words > 100


def test_an_amp_page_is_read_like_any_other() -> None:
    page = (
        "<!doctype html><html ⚡ lang=en><head><link rel=canonical href='https://harbour.example/boats'>"
        "<style amp-boilerplate>body{visibility:hidden;animation:-amp-start 8s steps(1,end) 0s 1 normal both}</style></head>"
        f"<body><h1>The boats came in</h1><amp-img src=a.jpg></amp-img>{PROSE}<amp-ad>ad text here</amp-ad></body></html>"
    )
    seen = read(page.encode(), url="https://harbour.example/amp/boats")
    assert (seen.title, seen.canonical, seen.language) == ("The boats came in", "https://harbour.example/boats", "en")
    assert "Sentence 4" in seen.text
    assert "ad text" not in seen.text


def test_a_frameset_is_no_article_and_no_error() -> None:
    page = b"<html><frameset cols='20%,80%'><frame src='a.html'><noframes>Your browser shows no frames</noframes></frameset></html>"
    assert not read(page).text.startswith("Sentence")


@pytest.mark.parametrize(
    "mark",
    ["<!-- saved from url=(0035)https://harbour.example/boats.html -->",
     "<!--\n Page saved with SingleFile \n url: https://harbour.example/boats.html \n saved date: Tue -->"],
)  # fmt: skip
def test_a_page_saved_by_a_browser_says_where_it_is_from(mark: str) -> None:
    seen = read(
        f"<!DOCTYPE html>\n{mark}\n<html><body><h1>Boats</h1>{PROSE}<a href='/next'>next</a></body></html>".encode()
    )
    assert seen.url == "https://harbour.example/boats.html"
    assert seen.links[-1].href == "https://harbour.example/next"


SAVED = f"<html><head><title>Boats</title></head><body><h1>Boats</h1>{PROSE}<p>© Harbour Press 2024 – all of it</p>"


def mhtml(content_type: str = "text/html") -> bytes:
    """As Chromium writes it: the page's bytes, and a type that seldom names their encoding."""
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/boats.html\r\nSubject: Boats\r\n"
        b"Date: Tue, 26 Nov 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----x"\r\n\r\n------x\r\n'
        b"Content-Type: " + content_type.encode() + b"\r\nContent-Transfer-Encoding: 8bit\r\n"
        b"Content-Location: https://harbour.example/boats.html\r\n\r\n" + SAVED.encode() + b"\r\n------x\r\n"
        b"Content-Type: text/css\r\n\r\nbody { color: red }\r\n------x--\r\n"
    )


def web_archive(**resource: object) -> bytes:
    main = {"WebResourceData": SAVED.encode(), "WebResourceURL": "https://harbour.example/boats.html", **resource}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize(
    ("body", "media"), [(mhtml(), "message/rfc822"), (web_archive(), "application/x-webarchive")]
)  # fmt: skip
def test_a_page_saved_whole_is_read_as_the_page(body: bytes, media: str) -> None:
    seen = read(body, media)
    assert (seen.url, seen.title) == ("https://harbour.example/boats.html", "Boats")
    assert [line.text for line in seen.copyrights] == ["© Harbour Press 2024 – all of it"]
    assert seen.published is None  # the mail's date is the day of saving


@pytest.mark.parametrize(
    "body",
    [b"bplist00", b"<plist/>", plistlib.dumps([1]), plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}),
     web_archive(WebResourceMIMEType="image/png")],
)  # fmt: skip
def test_a_file_that_is_no_web_archive_of_a_page_is_an_error(body: bytes) -> None:
    with pytest.raises(ExtractError, match="web archive"):
        read(body, "application/x-webarchive")


@given(
    st.binary(max_size=300),
    st.sampled_from(["application/pdf", "message/rfc822", "application/x-webarchive", "", "text/html; charset=utf-7"]),
)
@settings(max_examples=120, deadline=None)
def test_any_bytes_are_read_or_refused_clearly(body: bytes, media: str) -> None:
    with contextlib.suppress(RightsError):
        read(body, media)
