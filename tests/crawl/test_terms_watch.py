"""Publishers' terms are read again, slowly; words that are gone put their clauses in doubt, nothing else does."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from rights.cli.common import failing
from rights.cli.main import app
from rights.errors import Unreachable
from rights.library import Library
from rights.model import Work
from rights.settings import Settings
from rights.store import Store
from rights.store.terms import TermsCheck
from rights.terms_watch import watch_terms
from tests.crawl.stage import Clock, Web
from tests.servers.web import Reply
from tests.servers.web import Web as Servers

URL = "https://press.example/republish"
POLICY = f"""
publisher: {{id: press, name: The Press, domains: [press.example]}}
terms: {{url: "{URL}", checked_on: 2026-01-01, evidence: own-words}}
policies:
  - id: default
    clauses:
      - {{type: attr.source, anchor: credit The Press at the top of the story}}
      - type: one_of
        id: link
        options:
          - {{type: link.original, anchor: "link to the version on our website"}}
          - {{type: link.canonical}}
      - {{type: edit.none, says: No edits.}}
"""
TERMS = (
    "<html lang=en><head><title>Republish our stories</title></head><body><main><h1>Republish our stories</h1><p>You may republish "
    "our stories for free in print and online. Please credit The Press at the top of the story and name the author in the byline, as it "
    "stands on our own page.</p><details><summary>Links</summary><p>Online, <b>link to the version on our website</b>, and not to the "
    "front page, so that readers find corrections that were made later.</p></details></main></body></html>"
)
CHANGED = TERMS.replace("credit The Press at the top of the story", "name us somewhere")
MONTH = timedelta(days=30)


@pytest.fixture
def web() -> Web:
    made = Web(Clock())
    made.pages = {URL: TERMS}
    return made


@pytest.fixture
def library() -> Library:
    return Library([("press.yaml", POLICY)])


@pytest.fixture
def known(store: Store) -> Store:
    store.works.add(
        [Work(id="w", url="https://press.example/a", title="A", text="Some words of a story.", publisher="press")]
    )
    return store


def watch(store: Store, library: Library, web: Web) -> list[TermsCheck]:
    return watch_terms(store, library, web.fetch, web._clock(), MONTH)


def test_unchanged_terms_put_nothing_in_doubt(known: Store, library: Library, web: Web) -> None:
    (found,) = watch(known, library, web)
    assert (found.error, found.anchors, found.lost) == (None, 2, ())


def test_words_that_are_gone_are_named_in_the_log_and_kept(
    known: Store, library: Library, web: Web, caplog: pytest.LogCaptureFixture
) -> None:
    web.pages[URL] = CHANGED
    with caplog.at_level(logging.WARNING, logger="rights.crawl"):
        watch(known, library, web)
    assert "terms of press have changed" in caplog.text
    assert "in doubt are attr.source" in caplog.text
    source = library.source("press")
    assert source
    kept = known.terms.last_read("press", source.sha256)
    assert kept
    assert [(anchor.clause, anchor.words) for anchor in kept.lost] == [
        ("attr.source", "credit The Press at the top of the story")
    ]
    assert known.terms.last_read("press", "another version") is None


@pytest.mark.parametrize(
    "answer",
    [
        404,
        503,
        Unreachable(URL, "no answer"),
        "<title>Just a moment...</title><p>Checking your browser before accessing the site.</p>",
        "<html><body><div id=root></div><script src=/app.js></script></body></html>",
        "<p>This page has moved.</p>",
    ],
    ids=lambda answer: str(answer)[:20],
)
def test_a_page_that_cannot_be_read_proves_nothing(known: Store, library: Library, web: Web, answer: object) -> None:
    web.pages[URL] = answer  # type: ignore[assignment]
    (found,) = watch(known, library, web)
    assert found.error
    assert found.lost == ()
    source = library.source("press")
    assert source
    assert known.terms.last_read("press", source.sha256) is None


def test_terms_are_read_once_a_month_and_only_of_publishers_in_use(known: Store, library: Library, web: Web) -> None:
    clock = web._clock
    assert len(watch(known, library, web)) == 1
    clock.move(days=29)
    assert watch(known, library, web) == []
    clock.move(days=1)
    assert len(watch(known, library, web)) == 1
    assert web.asked[URL] == 2
    others = Library([("other.yaml", POLICY.replace("press", "other"))])
    assert watch(known, others, web) == []


def test_a_sweep_reads_a_few_and_the_next_one_goes_on(store: Store, web: Web) -> None:
    names = [f"press{number}" for number in range(8)]
    store.works.add([Work(id=name, url=f"https://{name}.example/a", text="Words.", publisher=name) for name in names])
    library = Library([(f"{name}.yaml", POLICY.replace("press", name)) for name in names])
    web.pages = {URL.replace("press", name): TERMS for name in names}
    first, second = watch(store, library, web), watch(store, library, web)
    assert [len(first), len(second)] == [5, 3]
    assert {one.publisher for one in (*first, *second)} == set(names)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)

    def _run(*arguments: str) -> tuple[int, str, str]:
        code = failing(lambda **options: app(list(arguments), **options))
        out, err = capsys.readouterr()
        return code, out, err

    return _run


def test_show_names_the_clauses_in_doubt(known: Store, settings: Settings, web: Web, run, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("rights.settings.settings", lambda: settings)
    Path("press.yaml").write_text(POLICY, encoding="utf-8")
    library = Library.load([Path("press.yaml")])
    assert "anchors" not in run("policy", "show", "press.yaml")[1]
    web.pages[URL] = CHANGED
    watch(known, library, web)
    out = run("policy", "show", "press.yaml")[1]
    assert "1 of 2 anchors are gone" in out
    assert "in doubt: attr.source (default)" in out


def test_validate_reads_the_terms_where_it_is_told_to(run, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    with Servers() as servers:
        servers.site("press.test", {"/republish": CHANGED, "/robots.txt": Reply(404)})
        monkeypatch.setattr("rights.wiring.fetcher_of", lambda settings: servers.fetcher())
        text = POLICY.replace(URL, servers.url("press.test", "/republish"))
        Path("press.yaml").write_text(text, encoding="utf-8")
        assert run("policy", "validate", "press.yaml")[0] == 0
        code, out, _ = run("policy", "validate", "--fetch", "press.yaml")
    assert code == 1
    assert out.startswith(
        "press.yaml:1: default.attr.source: “credit The Press at the top of the story” stands no more"
    )
    assert len(out.splitlines()) == 1
