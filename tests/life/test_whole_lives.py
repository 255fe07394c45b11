"""Lives of violations from the publisher's terms to the last step, by real sweeps over loopback and typed commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from rights.crawl import crawler
from rights.errors import InputError
from rights.fetch import Fetcher, Pace
from rights.settings import settings
from rights.store import Store
from rights.store.records import State
from rights.sweep import now
from tests.crawl.press import POLICY, article_text
from tests.scenes import Scene


def violations(scene: Scene) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(scene.said("violations", "list", "--state", "all", "--format", "json"))
    return found


def life(scene: Scene, number: int = 1) -> list[tuple[str, str, str | None]]:
    """The steps of a violation: state, by whom, note."""
    shown = json.loads(scene.said("violations", "show", str(number), "--format", "json"))
    assert all(event["at"] for event in shown["events"]), "every step is dated"
    return [(event["state"], event["by"], event["note"]) for event in shown["events"]]


def states(scene: Scene) -> list[str]:
    return [one["state"] for one in violations(scene)]


def test_a_whole_life(scene: Scene) -> None:
    scene.violate()
    scene.said("violations", "mark", "notified", "1", "--note", "a kind letter", "--by", "ann")
    scene.sweep()
    assert states(scene) == ["notified"], "seen again, it is the same violation in the same state"
    scene.said("violations", "mark", "answered", "1", "--note", "“done”", "--by", "ann")
    scene.press.copy(scene.site, "/copy", 1, "ok")
    scene.sweep()
    scene.press.copy(scene.site, "/copy", 1, "unlinked")
    scene.sweep()
    assert life(scene) == [
        ("opened", "rights", None),
        ("notified", "ann", "a kind letter"),
        ("answered", "ann", "“done”"),
        ("cured", "rights", "mended"),
        ("reopened", "rights", None),
    ]
    assert len(violations(scene)) == 1


def test_whatever_moves_on_the_page_it_is_the_same_violation(scene: Scene) -> None:
    scene.violate()
    text = "".join(f"<p>{paragraph}</p>" for paragraph in article_text(1))
    credit = f'<div><p>Originally published by <a href="http://{scene.press.own}/">The Loopback Press</a></p></div>'
    scene.press.put(
        scene.site, "/copy",
        f"<html><head><title>Another headline</title></head><body><nav>new</nav><article><h1>Another headline</h1>{credit}"
        f"{text}</article><aside>more</aside></body></html>",
    )  # fmt: skip
    scene.sweep()
    (one,) = violations(scene)
    assert (one["number"], one["state"]) == (1, "opened")


def test_dismissed_with_reason_and_end_is_remembered(scene: Scene) -> None:
    scene.violate()
    scene.said("violations", "dismiss", "1", "--reason", "agreed by phone", "--until", "2099-12-31", "--by", "ann")
    scene.sweep()
    (one,) = violations(scene)
    assert (one["state"], one["reason"], one["until"]) == ("dismissed", "agreed by phone", "2099-12-31T00:00:00Z")
    assert life(scene)[-1] == ("dismissed", "ann", "agreed by phone")


def test_an_agreement_waives_and_its_end_reopens(scene: Scene) -> None:
    scene.violate()
    agree = ("sites", "agree", f"http://{scene.site}/anything", "--publisher", "press", "--by", "ann")
    scene.said(*agree, "--reference", "contract 12", "--since", "2020-01-01", "--until", "2099-01-01")
    scene.sweep()
    assert life(scene)[-1][:2] == ("waived", "rights")
    (one,) = json.loads(scene.said("sites", "agreements", "--format", "json"))
    assert (one["site"], one["reference"], one["by"], one["until"]) == (scene.site, "contract 12", "ann", "2099-01-01")
    scene.said("sites", "revoke", "1")
    scene.sweep()
    assert [state for state, *_ in life(scene)] == ["opened", "waived", "reopened"]
    (one,) = [json.loads(line) for line in scene.said("sites", "agreements", "--format", "jsonl").splitlines()]
    assert one["revoked_at"], "it stays on file"


@pytest.mark.parametrize(
    ("terms", "covers"),
    [
        (("--until", "2020-01-01"), False),
        (("--since", "2099-01-01"), False),
        (("--clause", "attr.source"), False),
        (("--clause", "link.original"), True),
        (("--work", "https://press.example/another"), False),
        (("--work", "{original}"), True),
    ],
)
def test_an_agreement_covers_what_it_says_and_nothing_else(scene: Scene, terms: tuple[str, ...], covers: bool) -> None:
    terms = tuple(term.format(original=scene.original) for term in terms)
    scene.said("sites", "agree", scene.site, "--publisher", "press", *terms)
    scene.violate()
    assert states(scene) == ([] if covers else ["opened"])


def test_an_agreement_that_names_nobody_or_nothing_is_refused(scene: Scene) -> None:
    for arguments, said in (
        (("--publisher", "pres"), "no such publisher"),
        (("--publisher", "press", "--clause", "link"), "it has attr.source, link.original"),
    ):
        failed = scene.rights("sites", "agree", scene.site, *arguments).exception
        assert isinstance(failed, InputError)
        assert said in str(failed)


def test_the_publishers_own_sites_never_yield_any(scene: Scene) -> None:
    second = scene.press.site("127.0.3.3")
    policy = POLICY.format(site=scene.press.own).replace(
        f'domains: ["{scene.press.own}"]', f'domains: ["{scene.press.own}", "{second}"]'
    )
    (scene.folder / "policies" / "press.yaml").write_text(policy, encoding="utf-8")
    scene.watch(scene.original, scene.press.copy(second, "/mirror", 1, "home"))
    scene.sweep()
    assert states(scene) == []


def test_one_page_under_many_addresses_is_one_violation(scene: Scene) -> None:
    page = str(scene.press.pages[scene.site, "/copy"].body) if scene.violate() else ""  # type: ignore[union-attr]
    head = f'<link rel="canonical" href="http://{scene.site}/copy">'
    others = ["/copy?utm_source=mail&fbclid=1", "/copy?amp=1", "/copy/amp", "/copy/print", "/copy?print=1", "/copy/"]
    for path in others:
        scene.press.put(scene.site, path, page)
    scene.press.put(scene.site, "/p?id=7", page.replace("</head>", f"{head}</head>"))
    shown = page.replace("<h1>Story 1</h1>", '<h2><a href="/copy">Story 1</a></h2>')
    lists = ["/tag/river/", "/category/news/page/2/", "/author/ann", "/"]
    for path in lists:
        scene.press.put(scene.site, path, shown)
    scene.watch(*(f"http://{scene.site}{path}" for path in (*others, "/p?id=7", *lists)))
    scene.sweep()
    assert [one["copy"]["url"] for one in violations(scene)] == [f"http://{scene.site}/copy"]
    scene.press.copy(scene.site, "/copy", 1, "ok")
    scene.sweep()
    assert states(scene) == ["cured"], "no second address keeps it open"


def test_a_list_alone_leads_to_the_page_it_shows(scene: Scene) -> None:
    scene.press.copy(scene.site, "/copy", 1, "home")
    page = str(scene.press.pages[scene.site, "/copy"].body)  # type: ignore[union-attr]
    scene.press.put(scene.site, "/tag/river/", page.replace("<h1>Story 1</h1>", '<h2><a href="/copy">Story 1</a></h2>'))
    scene.watch(f"http://{scene.site}/tag/river/")
    scene.sweep()
    assert [one["copy"]["url"] for one in violations(scene)] == [f"http://{scene.site}/copy"]


def test_with_and_without_www_is_one_copy(scene: Scene) -> None:
    port = scene.site.rpartition(":")[2]
    scene.press.copy(scene.site, "/copy", 1, "home")
    scene.watch(f"http://www.copy.test:{port}/copy", f"http://copy.test:{port}/copy", f"http://m.copy.test:{port}/copy")
    current = settings()
    fetcher = Fetcher(
        allow_networks=("127.0.0.0/8",), pace=Pace(delay=0, address_delay=0, latency_factor=0),
        resolver=lambda name: ["127.0.3.2"] if name.endswith("copy.test") else ["127.0.3.1"],
    )  # fmt: skip
    with scene.store() as store, fetcher, crawler(current, store, fetcher) as running:
        running.sweep()
        assert (len(store.copies.listed()), store.violations.count()) == (1, 1)


def test_bulk_steps_move_all_or_none(scene: Scene) -> None:
    for path in ("/a", "/b", "/c"):
        scene.watch(scene.press.copy(scene.site, path, 1, "home"))
    scene.sweep()
    scene.said("violations", "dismiss", "1", "2", "--reason", "quotes")
    failed = scene.rights("violations", "mark", "notified", "2", "3")
    assert isinstance(failed.exception, InputError)
    assert "violation 2 is dismissed: it cannot be notified" in str(failed.exception)
    assert states(scene) == ["dismissed", "dismissed", "opened"]
    assert scene.rights("violations", "dismiss", "3", "99", "--reason", "x").exit_code != 0
    scene.said("violations", "reopen", "1", "2", "--reason", "they were not")
    assert states(scene) == ["reopened", "reopened", "opened"]
    assert scene.rights("violations", "reopen", "3").exit_code != 0, "an open one has nothing to reopen"


def test_nothing_is_deleted_by_any_step(scene: Scene) -> None:
    address = scene.violate()
    scene.press.put(scene.site, "/copy", "", 410)
    scene.sweep()
    scene.said("sites", "remove", scene.site)
    assert address in scene.said("violations", "list", "--state", "cured")
    with scene.store() as store:
        assert _rows(store, "violation_event") == 2
        assert _rows(store, "check") == 2


def _rows(store: Store, table: str) -> int:
    with store.database.read() as connection:
        return int(connection.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one())


def test_a_waiver_by_hand_ends_on_its_day(scene: Scene) -> None:
    scene.violate()
    with scene.store() as store:
        store.violations.move([1], State.WAIVED, by="ann", at=now().replace(year=2020), note="a year", until=now())
    scene.sweep()
    assert [state for state, *_ in life(scene)] == ["opened", "waived", "reopened"]


def test_a_report_in_every_format(scene: Scene, tmp_path: Path) -> None:
    address = scene.violate()
    scene.watch(scene.press.copy(scene.site, "/good", 1, "ok"))
    scene.sweep()
    for form in ("html", "csv", "json", "atom"):
        assert address in scene.said("report", "press", "--format", form)
    told = json.loads(scene.said("report", "The Loopback Press", "--format", "json", "--since", "2020-01-01"))
    assert (told["counts"]["open"], told["counts"]["new"]) == (1, 1)
    assert [(one["site"], one["copies"]) for one in told["good"]] == [(scene.site, 1)]
    pytest.importorskip("weasyprint", reason="needs the extra 'pdf'")
    scene.said("report", "press", "--format", "pdf", "--output", str(tmp_path / "report.pdf"))
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
