"""What anybody may ask for: health, metrics, the crawler's page, the pixel."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from rights.errors import StoreError
from rights.store import Store
from rights.web.app import make_app
from rights.web.context import Web
from rights.web.pages import STATIC, environment
from rights.web.pixel import PixelLeads
from tests.store.samples import look, violated

READER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0"}


def test_health_says_which_part_is_not_well(web: Web, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    well = client.get("/health")
    assert (well.status_code, well.json()["status"]) == (200, "ok")
    with TestClient(make_app(replace(web, sweeping=lambda: False))) as limping:
        assert (limping.get("/health").status_code, limping.get("/health").json()["scheduler"]) == (503, "not well")

    def away(limit: int) -> None:
        raise StoreError("away")

    monkeypatch.setattr(web.store.sweeps, "last", away)
    assert client.get("/health").json()["database"] == "does not answer"


def test_metrics_tell_sweeps_pages_and_violations(store: Store, client: TestClient) -> None:
    at = datetime(2026, 1, 5, tzinfo=UTC)
    sweep = store.sweeps.begin(at)
    look(store, violated())
    store.sweeps.finish(sweep.number, at)
    client.get("/bot")
    told = client.get("/metrics").text
    assert "rights_sweeps_total 1.0" in told
    assert 'rights_violations{state="opened"} 1.0' in told
    assert "rights_due " in told
    assert "rights_last_sweep_timestamp_seconds 1.7675712e+09" in told
    assert 'rights_http_requests_total{method="GET",status="200"} 1.0' in told


def test_the_page_about_the_crawler_names_what_robots_txt_must_name(web: Web) -> None:
    known = web.settings.model_copy(update={"contact": "crawl@press.example"})
    with TestClient(make_app(replace(web, settings=known))) as client:
        page = client.get("/bot").text
    assert "mailto:crawl@press.example" in page
    assert "User-agent: RightsChecker\nDisallow: /" in page
    assert "RightsChecker/" in page


def test_every_answer_lets_no_foreign_script_or_frame_in(client: TestClient) -> None:
    for path in ("/bot", "/health", "/nothing-here", "/static/desk.css"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert "immutable" in client.get("/static/desk.css").headers["cache-control"]


def test_htmx_is_the_release_that_the_notice_names_and_evaluates_nothing(client: TestClient) -> None:
    notice = (STATIC / "htmx/NOTICE").read_text()
    sha256 = hashlib.sha256((STATIC / "htmx/htmx.min.js").read_bytes()).hexdigest()
    assert sha256 in notice
    assert (STATIC / "htmx/LICENSE").read_text().startswith("Zero-Clause BSD")
    page = client.get("/sign-in").text + client.get("/check", follow_redirects=True).text
    assert "unsafe" not in client.get("/bot").headers["content-security-policy"]
    for template in (STATIC.parent / "templates").glob("*.html"):
        text = template.read_text()
        assert "hx-on" not in text, template
        assert "js:" not in text, template
    assert (
        '"allowEval": false, "includeIndicatorStyles": false'
        in environment.get_template("pieces.html").module.scripts()
    )  # type: ignore[attr-defined]
    assert "onclick" not in page


def test_pixel_hits_become_leads_to_the_page_or_the_site(web: Web) -> None:
    pixel = PixelLeads(web)
    at = web.clock()
    pixel.take({"id": "a1"}, {**_lower(READER), "referer": "https://copy.example/story"}, at)
    pixel.take({"id": "a1"}, {**_lower(READER), "referer": "https://copy.example/story#top"}, at)
    pixel.take({}, {**_lower(READER), "referer": "https://other.example/"}, at)
    pixel.take({}, {**_lower(READER), "referer": "https://press.example/own"}, at)
    pixel.take({}, {"user-agent": "curl/8", "referer": "https://bot.example/x"}, at)
    assert pixel.write() == 2
    page, site = web.store.due.find("https://copy.example/story"), web.store.due.find("https://other.example/")
    assert page is not None
    assert site is not None
    assert (page.kind, site.kind) == ("page", "list")
    assert web.store.due.find("https://press.example/own") is None


def test_the_pixel_answers_a_picture_without_cookies_and_writes_at_the_end(web: Web) -> None:
    with TestClient(make_app(web)) as client:
        answer = client.get("/pixel.gif?id=a1", headers={**READER, "Referer": "https://copy.example/story"})
        assert (answer.status_code, answer.headers["content-type"], len(answer.content)) == (200, "image/gif", 43)
        assert "set-cookie" not in answer.headers
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert web.store.due.find("https://copy.example/story") is not None


def test_one_client_cannot_flood_the_pixel(web: Web) -> None:
    with TestClient(make_app(web)) as client:
        for number in range(200):
            headers = {**READER, "Referer": f"https://copy{number}.example/story"}
            assert client.get("/pixel.gif", headers=headers).status_code == 200
        told = client.get("/metrics").text
    taken = re.search(r"^rights_pixel_hits_total (\S+)$", told, re.MULTILINE)
    assert taken is not None
    assert 60 <= float(taken.group(1)) < 200


def test_our_own_robots_txt_lets_crawlers_see_the_page_about_ours(client: TestClient) -> None:
    text = client.get("/robots.txt").text
    assert "Allow: /bot" in text
    assert "Disallow: /\n" in text


def test_a_body_that_is_too_large_is_refused(client: TestClient) -> None:
    assert client.post("/bot", content=b"x" * (11 * 1024 * 1024)).status_code == 413


def _lower(headers: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
