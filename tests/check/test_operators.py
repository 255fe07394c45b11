"""What a site says of its operator beyond the page: asked where money is in question, kept, and counted both ways."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rights.check import check_page
from rights.errors import Unreachable
from rights.extract.article import extract
from rights.given import Given, Tools
from rights.library import Library
from rights.model import Finding, Page, Work
from rights.operators import Operators
from tests.check import pages

LIBRARY = Library.load()
SITE = "https://valley.example"
ADS = (
    "<ins class='adsbygoogle' data-ad-client='ca-pub-1234567890123456'></ins>"
    "<script>(adsbygoogle = window.adsbygoogle || []).push({});</script>"
)
LINKS = "<footer><a href='/impressum'>Impressum</a> <a href='/about'>About us</a></footer>"
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


class Web:
    """A site of a few pages that counts what is asked of it."""

    def __init__(self, **answers: str) -> None:
        self.answers = {f"{SITE}/{path.replace('_', '.')}": body for path, body in answers.items()}
        self.asked: list[str] = []
        self.down = False

    def __call__(self, url: str) -> Page:
        self.asked.append(url)
        if self.down:
            raise Unreachable(url, "no route")
        body = self.answers.get(url)
        kind = "text/plain" if url.endswith(".txt") else "text/html"
        return Page(
            body=(body or "not here").encode(),
            url=url,
            final_url=url,
            status=200 if body else 404,
            headers={"content-type": kind},
        )


def imprint(text: str) -> str:
    return f"<html><body><main><h1>Impressum</h1><p>{text}</p></main></body></html>"


def kind_of_site(beside: str, operator: Operators) -> Finding:
    """The finding of who.kind on a copy that is in order but for what it shows of money."""
    original = extract(Page(body=pages.ORIGINAL.encode(), url=pages.ADDRESS, headers={"content-type": "text/markdown"}))
    copy = pages.copy(before=pages.BYLINE, after=pages.CREDIT, beside=beside + LINKS)
    work = Work(
        id="ice", url=pages.ADDRESS, title=pages.TITLE, text=original.text, publisher="globalresearch", article=original
    )
    page = Page(body=copy.encode(), url=f"{SITE}/ice", final_url=f"{SITE}/ice", fetched_at=NOON)
    (nearest, *_) = check_page(page, Tools(library=LIBRARY, operator=operator), Given(original=work))
    return next(finding for finding in nearest.findings if finding.type == "who.kind")


def test_advertising_alone_stays_open_where_the_site_says_nothing(tmp_path: Path) -> None:
    web = Web()
    assert kind_of_site(ADS, Operators(tmp_path, web)).verdict.value == "incomplete"
    assert web.asked == [f"{SITE}/ads.txt", f"{SITE}/impressum", f"{SITE}/about"]


def test_a_company_in_the_imprint_is_a_second_proof(tmp_path: Path) -> None:
    web = Web(impressum=imprint("Angaben gemäß § 5 DDG<br>Tal Medien GmbH<br>Handelsregister HRB 1234"))
    finding = kind_of_site(ADS, Operators(tmp_path, web))
    assert finding.verdict.value == "violation"
    assert any("GmbH" in evidence.exact for evidence in finding.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Angaben gemäß § 5 DDG<br>Ida Moor, Talweg 1<br>Hosting: Serverwald GmbH, Handelsregister HRB 1234",
        "Herausgeberin: Ida Moor, Talweg 1<br>Diese Seite nutzt Dienste der Google Ireland Limited.",
        "Ida Moor, Talweg 1. Webdesign: Pixelmühle GmbH",
    ],
)
def test_a_host_or_a_tool_in_the_imprint_is_not_the_operator(tmp_path: Path, text: str) -> None:
    assert kind_of_site(ADS, Operators(tmp_path, Web(impressum=imprint(text)))).verdict.value == "incomplete"


def test_a_charity_in_the_imprint_answers_for_a_page_that_shows_nothing(tmp_path: Path) -> None:
    web = Web(impressum=imprint("Talfreunde e.V., eingetragener Verein, als gemeinnützig anerkannt."))
    assert kind_of_site("", Operators(tmp_path, web)).verdict.value == "pass"


def test_a_charity_in_the_imprint_speaks_against_two_proofs(tmp_path: Path) -> None:
    web = Web(impressum=imprint("Talfreunde e.V., eingetragener Verein, als gemeinnützig anerkannt."))
    assert kind_of_site(pages.COMMERCIAL, Operators(tmp_path, Web())).verdict.value == "violation"
    assert kind_of_site(pages.COMMERCIAL, Operators(tmp_path / "other", web)).verdict.value == "incomplete"


def test_what_was_read_is_kept_and_seen_again_without_the_network(tmp_path: Path) -> None:
    web = Web(impressum=imprint("Angaben gemäß § 5 DDG<br>Tal Medien GmbH"), ads_txt="adtown.example, 1, DIRECT")
    kind_of_site(ADS, Operators(tmp_path, web, clock=lambda: NOON))
    asked = list(web.asked)
    assert (
        kind_of_site(ADS, Operators(tmp_path, web, clock=lambda: NOON + timedelta(days=29))).verdict.value
        == "violation"
    )
    assert web.asked == asked
    assert kind_of_site(ADS, Operators(tmp_path)).verdict.value == "violation"
    kind_of_site(ADS, Operators(tmp_path, web, clock=lambda: NOON + timedelta(days=31)))
    assert web.asked == [*asked, *asked]


def test_a_page_on_which_nothing_about_money_is_open_asks_nothing(tmp_path: Path) -> None:
    web = Web()
    assert kind_of_site(pages.NON_PROFIT, Operators(tmp_path, web)).verdict.value == "pass"
    assert web.asked == []


def test_a_site_that_cannot_be_reached_is_asked_again_soon(tmp_path: Path) -> None:
    web = Web(impressum=imprint("Angaben gemäß § 5 DDG<br>Tal Medien GmbH"))
    web.down = True
    assert kind_of_site(ADS, Operators(tmp_path, web, clock=lambda: NOON)).verdict.value == "incomplete"
    web.down = False
    later = NOON + timedelta(hours=3)
    assert kind_of_site(ADS, Operators(tmp_path, web, clock=lambda: later)).verdict.value == "violation"


@pytest.mark.parametrize(
    "kept", ["", "[]", "{", '{"at":"yesterday"}', '{"at":"2024-05-01T12:00:00+00:00","pages":7,"ads_txt":1}']
)
def test_a_kept_file_that_cannot_be_read_counts_as_none(tmp_path: Path, kept: str) -> None:
    web = Web(impressum=imprint("Angaben gemäß § 5 DDG<br>Tal Medien GmbH"))
    operators = Operators(tmp_path, web)
    kind_of_site(ADS, operators)
    (file,) = tmp_path.glob("*.json")
    file.write_text(kept, encoding="utf-8")
    assert kind_of_site(ADS, operators).verdict.value == "violation"


def test_a_soft_404_for_ads_txt_is_no_list_of_sellers(tmp_path: Path) -> None:
    web = Web(ads_txt="<html><body>Not found</body></html>")
    operators = Operators(tmp_path, web)
    kind_of_site(ADS, operators)
    site = operators(extract(Page(body=b"<p>x</p>", url=f"{SITE}/ice", final_url=f"{SITE}/ice")))
    assert site is not None
    assert site.ads_txt is None
