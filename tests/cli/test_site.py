"""A whole site, over the network and as a folder of built pages: the republished pages are found, and no other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rights.cli.main import app
from rights.site_pages import SitePages
from tests import generated_site as made
from tests.match.texts import text
from tests.servers import Reply, Web

SITE = "127.78.9.2"
PAGES, COPIES = 60, 4


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RIGHTS_ALLOW_NETWORKS", "127.0.0.0/8")
    monkeypatch.setenv("RIGHTS_PACE", "0")
    (tmp_path / "lantern.yaml").write_text(made.POLICY, encoding="utf-8")
    monkeypatch.setenv("RIGHTS_POLICIES", str(tmp_path / "lantern.yaml"))
    assert CliRunner().invoke(app, ["works", "import", "-", "-q"], input=made.works(COPIES * 2)).exit_code == 0
    return tmp_path


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as servers:
        servers.point("lantern.example", "127.78.9.3")
        yield servers


def serve(web: Web, *, sitemap: bool) -> str:
    pages = {
        where: Reply(
            body=body,
            headers={
                "content-type": "text/plain"
                if "robots" in where
                else "application/xml"
                if "map" in where
                else "text/html"
            },
        )
        for where, body in made.site(PAGES, COPIES, lambda path: web.url(SITE, path), sitemap=sitemap)
    }
    web.site(SITE, pages, address=SITE)
    return web.url(SITE)


def check(*arguments: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(app, ["check", *arguments, "--format", "jsonl", "--quiet"])
    return [json.loads(line) for line in result.stdout.splitlines() if line]


def found(rows: list[dict[str, object]]) -> set[int]:
    """The numbers of the pages that something was found to be owed for."""
    owing = [row for row in rows if row["findings"] or row["verdict"] not in ("inapplicable", None)]
    return {int(str(row["target"]).split("/posts/")[1].split("-")[0]) for row in owing}


@pytest.mark.parametrize("sitemap", [True, False])
def test_a_site_is_swept_and_exactly_the_copies_are_found(web: Web, sitemap: bool) -> None:
    rows = check(serve(web, sitemap=sitemap))
    assert len({row["target"] for row in rows}) == PAGES + PAGES // 20 + 1
    assert found(rows) == set(made.republished(PAGES, COPIES))
    own = [row["reason"] for row in rows if "/posts/" in str(row["target"]) and not row["findings"]]
    assert set(own) == {"own-page"}
    lists = [row["reason"] for row in rows if "/posts/" not in str(row["target"])]
    assert set(lists) == {"no-known-work"}


def build(tmp_path: Path, pages: int, copies: int) -> None:
    """The site as a generator writes it to a folder."""
    for where, body in made.site(pages, copies, lambda path: f"https://valley.example{path}"):
        file = (
            tmp_path / "public" / where.strip("/") / "index.html"
            if where.endswith("/")
            else tmp_path / f"public{where}"
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, encoding="utf-8")


def test_fixing_a_folder_leaves_nothing_that_lines_could_cure(tmp_path: Path) -> None:
    build(tmp_path, 20, 4)
    CliRunner().invoke(app, ["check", "public", "--url", "https://valley.example/", "--fix", "-q"])
    fixed = sorted(tmp_path.glob("public/**/*.fixed.html"))
    assert len(fixed) == 3, "one of the four copies was in order"
    for page in fixed:
        page.replace(page.with_name("index.html"))
    again = [row for row in check("public", "--url", "https://valley.example/") if row["findings"]]
    assert len(again) == 4
    assert {row["verdict"] for row in again} == {"pass"}


def test_a_folder_of_built_pages(tmp_path: Path) -> None:
    build(tmp_path, PAGES, COPIES)
    rows = check("public", "--url", "https://valley.example/")
    assert {row["url"] for row in rows} >= {f"https://valley.example{made.path(n)}" for n in range(PAGES)}
    owing = [row for row in rows if row["findings"]]
    assert {str(row["url"]) for row in owing} == {
        f"https://valley.example{made.path(number)}" for number in made.republished(PAGES, COPIES)
    }
    verdicts = [row["verdict"] for row in owing]
    assert verdicts.count("violation") == sum(1 for number in range(COPIES) if number % 3 != 1)


def test_lists_owe_nothing_whatever_their_items_credit_and_pages_that_send_on_are_the_sites_own(tmp_path: Path) -> None:
    build(tmp_path, PAGES, COPIES)
    copied = made.republished(PAGES, COPIES)
    items = "".join(
        f'<li><h3><a href="{made.path(n)}">Post {n}</a></h3><p>{opening(n, copied.get(n))}</p></li>'
        for n in range(PAGES)
    )
    credit = '<li><h3><a href="/x/">Translated</a></h3><p>Originally published by <a href="https://lantern.example/x">The Lantern</a>.</p></li>'
    head = '<!doctype html><html lang="en"><head><title>Valley Notes</title><link rel="canonical" href="https://valley.example/{}">'
    sent = (
        f'{head.format("new/")}<meta http-equiv="refresh" content="0; url=https://valley.example/new/"></head></html>'
    )
    listed = f"{head.format('all/')}</head><body><main><h1>All posts</h1><ul>{items}{credit}</ul></main></body></html>"
    away = sent.replace('href="https://valley.example/', 'href="https://elsewhere.example/')
    for name, body in {"all": listed, "old": sent, "gone": away}.items():
        (tmp_path / "public" / name).mkdir()
        (tmp_path / "public" / name / "index.html").write_text(body, encoding="utf-8")
    rows = {str(row["url"]): row for row in check("public", "--url", "https://valley.example/")}
    for name in ("all", "old"):
        row = rows[f"https://valley.example/{name}/"]
        assert (row["verdict"], row["reason"], row["findings"]) == ("inapplicable", "own-page", [])
    assert rows["https://valley.example/gone/"]["verdict"] == "incomplete"


def opening(number: int, work: int | None) -> str:
    """The first words of a post, as a list shows them."""
    return " ".join(text(f"own {number}" if work is None else f"w{work}").split()[:45])


def test_a_sweep_that_was_cut_off_goes_on(web: Web, tmp_path: Path) -> None:
    home = serve(web, sitemap=True)
    file = tmp_path / "kept.pages"
    with web.fetcher() as fetcher:
        first = iter(SitePages(fetcher, home, file, threads=2))
        some = [next(first) for _ in range(20)]
        first.close()  # type: ignore[attr-defined]
        asked = len([path for path in web.paths(SITE) if "/posts/" in path])
        again = SitePages(fetcher, home, file, threads=2)
        rest = list(again)
    total = len([path for path in web.paths(SITE) if "/posts/" in path])
    assert len(some) == 20
    assert len({address for address, _, _ in rest}) == PAGES + PAGES // 20 + 1
    assert again.reused >= 15
    assert total - asked < PAGES


def test_a_later_sweep_asks_only_what_has_changed(web: Web, tmp_path: Path) -> None:
    def page(request: object) -> Reply:
        asked.append(request.headers.get("if-none-match"))  # type: ignore[attr-defined]
        if asked[-1] == '"v1"':
            return Reply(status=304, headers={"etag": '"v1"'})
        return Reply(body=made.article(1, None, "x"), headers={"content-type": "text/html", "etag": '"v1"'})

    asked: list[str | None] = []
    web.site(SITE, {"/": page}, address=SITE)
    for _ in range(2):
        with web.fetcher() as fetcher:
            ((_, got, error),) = list(SitePages(fetcher, web.url(SITE), tmp_path / "kept.pages"))
        assert error is None
        assert got is not None
        assert b"Post 1" in got.body
    assert '"v1"' in asked


def test_the_text_report_counts_what_owes_nothing(web: Web) -> None:
    result = CliRunner().invoke(app, ["check", serve(web, sitemap=True)])
    assert "own" in result.stdout
    assert result.stdout.count("\n") < 90
    assert "pages by its sitemap" in result.stderr


def test_a_page_that_cannot_be_read_ends_no_sweep(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/a.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "public/b.html").write_text(made.article(3, 0, "https://valley.example/b.html"), encoding="utf-8")
    rows = {str(row["target"]): row for row in check("public", "--url", "https://valley.example/")}
    assert rows["public/a.pdf"]["error"] or rows["public/a.pdf"]["verdict"] == "incomplete"
    assert rows["public/b.html"]["findings"]


def test_a_site_beyond_the_days_requests_ends_there_and_goes_on_later(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = serve(web, sitemap=True)
    total = PAGES + PAGES // 20 + 1
    monkeypatch.setenv("RIGHTS_DAILY_BUDGET", "30")
    first = CliRunner().invoke(app, ["check", home, "--format", "jsonl"])
    rows = [json.loads(line) for line in first.stdout.splitlines()]
    (cut,) = [row for row in rows if row["error"]]
    assert cut["target"] == home
    assert "more are there" in cut["error"]
    assert "--max-pages" in cut["error"]
    assert len(rows) < 35
    second = CliRunner().invoke(app, ["check", home, "--format", "jsonl", "--max-pages", "500"])
    rows = [json.loads(line) for line in second.stdout.splitlines()]
    assert len({row["target"] for row in rows}) == total
    assert found(rows) == set(made.republished(PAGES, COPIES))
    assert "kept from a sweep that was cut off" in second.stderr
    assert len([path for path in web.paths(SITE) if "/posts/" in path]) == PAGES, "no page was asked for twice"


@pytest.mark.parametrize("sitemap", [True, False])
def test_a_number_of_pages_may_be_named(web: Web, sitemap: bool) -> None:
    home = serve(web, sitemap=sitemap)
    command = ["check", home, "--format", "jsonl", "--max-pages", "10"]
    result = CliRunner().invoke(app, command)
    assert len(result.stdout.splitlines()) == 10
    assert "10 pages looked at, at least" in result.stderr
    again = CliRunner().invoke(app, [*command, "--lang", "de"]).stderr
    assert "10 Seiten angesehen, mindestens" in again
    assert f"Seiten von {home}: 10 in" in again
