"""From a hostile page on the web, by a real sweep, to all that people are given of it: nothing of it runs, breaks or restyles."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from rights.settings import settings
from rights.store.accounts import Role
from rights.web.answer_links import AnswerLinks
from rights.web.context import Web
from rights.web.server import WebServer
from rights.wiring import library_of
from tests.crawl.press import article_text
from tests.notify.receivers import Letters, http, smtp
from tests.scenes import Scene
from tests.web.chromium import Tab, chromium
from tests.web.desk import PASSWORD, add_account
from tests.web.test_hostile import LD, NASTY, QUOTES, SCRIPT, whole

FORMULA = '=HYPERLINK("http://evil.example","x")'
#: Characters that turn the direction of what follows, or end a line where none should.
TURNS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029\u0085\x00\x1b")
#: As the crawler spells it when it asks.
PATH = "/copy/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E'onclick=?=cmd%7C%27+%2Fc+calc%27%21A1&a=%3Cb%3E&x=%E2%80%AE"


def page(home: str) -> str:
    """The article with a credit that links to the wrong page; every trick as text wherever we read, and as markup after it."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in article_text(1))
    said = escape(f"{FORMULA} {NASTY} \x1b]0;owned\x07")
    credit = f'This article was originally published by <a href="http://{home}/" title="{said}">The Loopback Press</a>.'
    head = f"<title>{said}</title><script type='application/ld+json'>{LD.replace('</', '<' + chr(92) + '/')}</script>"
    story = f"<h1>{said}</h1><p class=byline rel=author>By {said}</p>{text}<p class=credit><em>{credit}</em></p><p>{said}</p>"
    return (
        f"<!doctype html><html dir=rtl><head><meta charset=utf-8>{head}</head><body><main><article>{story}</article></main>"
        f"{SCRIPT}{QUOTES}"
    )


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    pytest.importorskip("aiosmtpd")
    folder = tmp_path_factory.mktemp("scene")
    with pytest.MonkeyPatch.context() as patch, smtp() as (letters, port), http() as (calls, hook):
        given = {
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(port),
            "SMTP_SECURITY": "none",
            "MAIL_FROM": "rights@desk.example",
        }
        given |= {"TIMEOUT": "120", "BASE_URL": "https://desk.example/"}
        for name, value in {f"RIGHTS_{name}": value for name, value in given.items()}.items():
            patch.setenv(name, value)
        for name, value in Scene.environment(folder).items():
            patch.setenv(name, value)
        with Scene(folder) as made:
            made.said("notify", "add", "--mail", "ann@press.example")
            made.said("notify", "add", "--webhook", hook + "/hook")
            hostile = page(made.press.own)
            made.watch(made.press.put(made.site, PATH, hostile))
            made.watch(made.press.put(made.site, "/deep", hostile + "<div><b><i>" * (5 * 1024 * 1024 // 11)))
            made.sweep()
            made.letters, made.calls = letters, calls  # type: ignore[attr-defined]
            yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


def report(scene: Scene, form: str, folder: Path) -> Path:
    path = folder / f"report.{form}"
    scene.said("report", "press", "--format", form, "--output", str(path), "--quiet")
    return path


def test_it_is_a_violation_and_not_hidden_by_its_tricks(scene: Scene) -> None:
    (told,) = json.loads(scene.said("violations", "list", "--format", "json"))
    assert told["clause"] == "link.original"
    assert "alert(1)" in told["copy"]["title"], "what it said is kept"


def test_nothing_that_it_wrote_steers_a_terminal(scene: Scene) -> None:
    (told,) = json.loads(scene.said("violations", "list", "--format", "json"))
    said = scene.said("violations", "list") + scene.said("violations", "show", "1")
    assert "alert(1)" in said
    assert not TURNS & set(said + scene.said("trace", told["copy"]["url"]))


def test_the_mail_is_one_plain_text_whose_lines_and_heads_are_ours(scene: Scene) -> None:
    letters: Letters = scene.letters  # type: ignore[attr-defined]
    (mail,) = letters.received
    assert mail.get_content_type() == "text/plain"
    assert not mail.is_multipart()
    assert {name for name, value in mail.items() if TURNS & set(str(value))} == set()
    assert not TURNS & set(mail.get_content())
    assert mail["Subject"] == "rights: press: 1 opened"


def test_the_webhook_is_json(scene: Scene) -> None:
    ((_, headers, body),) = scene.calls.received  # type: ignore[attr-defined]
    assert headers["content-type"].startswith("application/json")
    assert json.loads(body)["changes"][0]["violation"]["number"] == 1


def test_the_csv_holds_no_formula(scene: Scene, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(report(scene, "csv", tmp_path).read_text(encoding="utf-8"))))
    assert len(rows) == 2
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(tuple("=+-@|%"))]
    assert not TURNS & set("".join(rows[1]))


def test_the_feed_and_the_data_are_well_formed(scene: Scene, tmp_path: Path) -> None:
    feed = ET.fromstring(report(scene, "atom", tmp_path).read_text(encoding="utf-8"))
    assert not TURNS & set("".join(feed.itertext()))
    links = [link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert {urlsplit(link).scheme for link in links} == {"http"}
    assert json.loads(report(scene, "json", tmp_path).read_text(encoding="utf-8"))["counts"]["open"] == 1


def test_the_pdf_runs_nothing_and_links_to_the_web_only(scene: Scene, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="needs the extra 'pdf'")
    pypdf = pytest.importorskip("pypdf", reason="needs the extra 'pdf'")
    read = pypdf.PdfReader(report(scene, "pdf", tmp_path))
    root = read.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    assert set(root.get("/Names", {})) <= {"/Dests"}, "places to go to, and neither scripts nor files"
    actions = [
        note.get_object()["/A"]
        for sheet in read.pages
        for note in sheet.get("/Annots", ())
        if "/A" in note.get_object()
    ]
    assert {action["/S"] for action in actions} == {"/URI"}
    targets = {str(action["/URI"]) for action in actions}
    assert {urlsplit(target).hostname for target in targets} <= {"127.0.3.1", "127.0.3.2"}
    assert "Republication report" in " ".join(sheet.extract_text() for sheet in read.pages)


def test_letters_are_ours_line_by_line(scene: Scene, tmp_path: Path) -> None:
    for kind in ("courtesy", "dsa"):
        path = tmp_path / f"{kind}.eml"
        scene.said("violations", "notice", "1", "--kind", kind, "--name", "Ann", "--output", str(path), "--quiet")
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert not mail.is_multipart()
        assert mail.get_content_type() == "text/plain"
        assert not TURNS & set(mail.get_content())
        assert set(mail.keys()) <= {
            "Subject",
            "To",
            "From",
            "X-Unsent",
            "Content-Type",
            "Content-Transfer-Encoding",
            "MIME-Version",
        }


@pytest.mark.browser
@pytest.mark.parametrize("width", [1400, 390])
def test_no_page_made_of_it_runs_loads_hides_or_turns_anything(
    browser: Any, scene: Scene, tmp_path: Path, width: int
) -> None:
    letter = tmp_path / "letter.html"
    scene.said("violations", "notice", "1", "--name", "Ann", "--output", str(letter), "--quiet")
    tab, asked = Tab(browser, width=width), []
    tab.page.on("request", lambda request: asked.append(request.url))
    for path in (report(scene, "html", tmp_path), letter):
        tab.page.goto(path.as_uri())
        stands(tab)
    current = settings().model_copy(update={"base_url": ""})
    with scene.store() as store:
        if store.accounts.named("ann") is None:
            add_account(store, "ann", Role.ADMIN)
        web = Web(settings=current, store=store, library=library_of(current))
        with WebServer(web, "127.0.0.1", 0) as server:
            tab.sign_in(server.address, "ann", PASSWORD)
            for place in (
                "", "violations", "violations/1", "violations/1/letter", "sites", "works", "sweeps", "policies/press",
                AnswerLinks(store).address(1, server.address)[len(server.address) :],
            ):  # fmt: skip
                tab.page.goto(server.address + place)
                whole(tab)
            tab.page.goto(server.address + "violations/1/letter")
            tab.page.fill("#name", "Ann")
            tab.page.click("button[value=page]")
            tab.page.wait_for_selector("pre.letter", timeout=120_000)
            whole(tab)
            tab.page.goto(server.address + "reports/press")
            stands(tab)
            ours = (server.address, "data:", "file:")
    tab.close()
    assert tab.said == []
    assert {url for url in asked if not url.startswith(ours)} == set()


def stands(tab: Tab) -> None:
    """A page with its own style sheet inside, as reports and letters are, stands as we made it."""
    page = tab.page
    assert page.evaluate("document.documentElement.dataset.ran") is None
    assert (
        page.evaluate(
            "document.querySelectorAll('script, img, base, link, iframe, [onerror], [onload], [onclick]').length"
        )
        == 0
    )
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("[...document.links].filter(a => !/^https?:$/.test(a.protocol) && !a.hash).length") == 0
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.is_visible("h1")
