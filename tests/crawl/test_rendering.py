"""Pages whose text comes by script: rendered where a browser is at hand, else unreachable."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rights.errors import MissingExtra, Timeout
from rights.fetch import Fetcher
from rights.judgement import Asked, Judgement
from rights.look import Looker
from rights.model import Page, PageState
from rights.settings import Settings
from rights.store.records import Due, Outcome, Standing
from rights.wiring import renderer_of

URL = "https://app.example/story"
NOW = datetime(2024, 6, 11, tzinfo=UTC)


class _Pace:
    def ready_in(self, host: str) -> float:
        return 0.0


class _Shells:
    pace = _Pace()

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Page:
        return Page(body=b"<div id=app></div><script src=a.js></script>", url=url, final_url=url)


def _judge(page: Page, asked: Asked) -> Judgement:
    return Judgement(state=PageState.ARTICLE if page.rendered else PageState.SCRIPT_SHELL, address=page.final_url)


def _look(render):
    due = Due(number=1, address=URL, host="app.example", site="app.example", kind="page", standing=Standing.LEAD)
    return Looker(_Shells(), _judge, lambda: NOW, render=render).look(due)


def test_a_shell_is_rendered_and_the_rendered_page_is_what_is_judged_and_kept() -> None:
    look = _look(lambda url: Page(body=b"<p>story</p>", url=url, final_url=url, rendered=True))
    assert look.outcome is Outcome.JUDGED
    assert look.page is not None
    assert look.page.body == b"<p>story</p>"


def test_without_a_browser_or_when_it_fails_a_shell_is_unreachable() -> None:
    def late(url: str) -> Page:
        raise Timeout(url, "no complete answer")

    assert _look(None).outcome is Outcome.UNREACHABLE
    assert _look(None).state is PageState.SCRIPT_SHELL
    assert _look(late).outcome is Outcome.UNREACHABLE


def test_the_browser_is_left_alone_where_nobody_asked_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Fetcher() as fetcher:
        monkeypatch.setattr("os.geteuid", lambda: 0)
        assert renderer_of(Settings(home=tmp_path), fetcher) is None
        assert renderer_of(Settings(home=tmp_path, browser="off"), fetcher) is None
        monkeypatch.setattr("os.geteuid", lambda: 1000)
        monkeypatch.setenv("PATH", "")
        assert renderer_of(Settings(home=tmp_path), fetcher) is None
        monkeypatch.setattr("importlib.import_module", _missing)
        with pytest.raises(MissingExtra):
            renderer_of(Settings(home=tmp_path, browser="/usr/bin/chromium"), fetcher)


def _missing(name: str) -> None:
    raise ImportError(name)
