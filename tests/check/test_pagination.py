"""A copy spread over several pages is judged as one; what cannot be read proves nothing by absence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rights.check import check_page
from rights.errors import Timeout
from rights.given import Given, Tools
from rights.model import Page, Reason, Verdict, Work
from tests.check.island import OneWork, island
from tests.match.test_align import prose

PARAGRAPHS = [" ".join(prose(seed, 80)).capitalize() + "." for seed in range(60, 66)]
WORK = Work(id="w", url="https://island.example/ferry", text="\n\n".join(PARAGRAPHS), publisher="island")
CREDIT = '<p>This article was first published by <a href="https://island.example/ferry">Island Post</a>.</p>'
BASE = "https://herald.example/2024/ferry"


def page(address: str, paragraphs: list[str], more: str = "", title: str = "The ferry | Herald") -> Page:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    html = f"<html lang=en><head><title>{title}</title></head><body><article><h1>The ferry</h1>{body}{more}</article></body></html>"
    return Page(url=address, final_url=address, body=html.encode(), headers={"content-type": "text/html"})


def pager(*links: tuple[str, str], rel: str = "") -> str:
    return "<div class=pages>" + " ".join(f'<a href="{href}" rel="{rel}">{text}</a>' for text, href in links) + "</div>"


def verdicts(first: Page, fetch: Callable[[str], Page] | None) -> dict[str, tuple[Verdict, Reason | None]]:
    tools = Tools(library=island("link.original", "edit.none"), works=OneWork(WORK), fetch=fetch)
    (found,) = check_page(first, tools, Given())
    return {finding.clause: (finding.verdict, finding.reason) for finding in found.findings}


def fetching(*pages: Page) -> Callable[[str], Page]:
    known = {one.url: one for one in pages}

    def fetch(url: str) -> Page:
        if url not in known:
            raise Timeout(url, "no answer")
        return known[url]

    return fetch


@pytest.mark.parametrize(
    ("second", "third"),
    [
        (f"{BASE}/2", f"{BASE}/3"),
        (f"{BASE}/page/2/", f"{BASE}/page/3/"),
        (f"{BASE}?page=2", f"{BASE}?page=3"),
        (f"{BASE}-2", f"{BASE}-3"),
    ],
)
def test_three_pages_are_one_copy(second: str, third: str) -> None:
    first = page(BASE, PARAGRAPHS[:2], pager(("2", second), ("3", third)))
    middle = page(second, PARAGRAPHS[2:4], pager(("1", BASE), ("3", third)), "The ferry - Page 2 | Herald")
    last = page(third, PARAGRAPHS[4:], CREDIT + pager(("1", BASE), ("2", second)), "The ferry - Page 3 | Herald")
    found = verdicts(first, fetching(middle, last))
    assert {verdict for verdict, _ in found.values()} == {Verdict.PASS}


def test_a_page_that_cannot_be_read_leaves_the_copy_cut() -> None:
    first = page(BASE, PARAGRAPHS[:2], pager(("Next page", f"{BASE}/2")))
    for fetch in (fetching(), None):
        found = verdicts(first, fetch)
        assert found["link.original"] == found["edit.none"] == (Verdict.INCOMPLETE, Reason.PAGE_CUT)


def test_a_number_that_leads_to_a_like_address_is_doubted_without_the_network() -> None:
    found = verdicts(page(BASE, PARAGRAPHS[:2], pager(("2", f"{BASE}-2"))), None)
    assert found["link.original"] == (Verdict.INCOMPLETE, Reason.PAGE_CUT)
    assert (
        verdicts(page(BASE, PARAGRAPHS, pager(("2", f"{BASE}?page=2"))), None)["link.original"][0] is Verdict.VIOLATION
    )


def test_a_later_page_alone_proves_nothing_by_absence() -> None:
    found = verdicts(page(f"{BASE}/2", PARAGRAPHS[2:4], pager(("1", BASE), ("3", f"{BASE}/3"))), None)
    assert found["link.original"] == (Verdict.INCOMPLETE, Reason.PAGE_CUT)


@pytest.mark.parametrize(
    "more",
    [
        pager(("Next", "https://herald.example/2024/harbour")),
        pager(("The ferry", f"{BASE}-2"), rel="next"),
        pager(("2", "https://herald.example/page/2")),
        pager(("Comments 2", f"{BASE}/comment-page-2")),
        pager(("2", "https://other.example/2024/ferry/2")),
    ],
)
def test_other_articles_lists_and_comments_are_no_further_pages(more: str) -> None:
    def fetch(url: str) -> Page:
        pytest.fail(f"{url} was fetched")

    assert verdicts(page(BASE, PARAGRAPHS, more), fetch)["link.original"][0] is Verdict.VIOLATION
    assert verdicts(page(BASE, PARAGRAPHS, more), None)["link.original"][0] is Verdict.VIOLATION


def test_a_further_page_about_something_else_is_not_joined() -> None:
    first = page(BASE, PARAGRAPHS, pager(("2", f"{BASE}/2")))
    other = page(f"{BASE}/2", ["Something else."], CREDIT, "The harbour | Herald")
    assert verdicts(first, fetching(other))["link.original"][0] is Verdict.VIOLATION
