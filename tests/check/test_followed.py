"""Links of a credit that only a look can tell are followed where the network may be used, and only those."""

from __future__ import annotations

import dataclasses

import pytest

from rights.check import check_page
from rights.errors import Disallowed
from rights.given import Given, Tools
from rights.model import Page, Reason, Verdict, Work
from tests.check.island import OneWork, island
from tests.match.test_align import prose

STORY = "https://island.example/2024/ferry"
PARAGRAPHS = [" ".join(prose(seed, 80)).capitalize() + "." for seed in range(80, 84)]
WORK = Work(id="w", url=STORY, title="The ferry", text="\n\n".join(PARAGRAPHS), publisher="island")


class Web:
    """Answers by address: a status, the final address and a body; what is not there is closed by robots.txt."""

    def __init__(self, **answers: tuple[int, str, str]) -> None:
        self.answers = {name.replace("_", "/"): answer for name, answer in answers.items()}
        self.asked: list[str] = []

    def __call__(self, url: str) -> Page:
        self.asked.append(url)
        for name, (status, final, body) in self.answers.items():
            if name in url:
                return Page(url=url, final_url=final or url, status=status, body=body.encode())
        raise Disallowed(url, "robots.txt forbids it")


def verdict(href: str, web: Web | None, more: str = "") -> tuple[Verdict, Reason | None]:
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    credit = f'<p>This article was first published by <a href="{href}">Island Post</a>.</p>{more}'
    html = f"<html lang=en><title>The ferry | Herald</title><body><article><h1>The ferry</h1>{body}{credit}</article></body></html>"
    address = "https://herald.example/2024/ferry"
    page = Page(url=address, final_url=address, body=html.encode(), headers={"content-type": "text/html"})
    tools = Tools(library=island("link.original"), works=OneWork(WORK), fetch=web)
    (found,) = check_page(page, tools, Given())
    (finding,) = found.findings
    return finding.verdict, finding.reason


@pytest.mark.parametrize(
    ("href", "answer", "told"),
    [
        ("https://bit.ly/3abcDE", (200, STORY, ""), (Verdict.PASS, None)),
        ("https://bit.ly/3abcDE", (200, "https://casino.example/", ""), (Verdict.VIOLATION, None)),
        ("https://bit.ly/3abcDE", (404, "", ""), (Verdict.VIOLATION, None)),
        ("https://bit.ly/3abcDE", (503, "", ""), (Verdict.INCOMPLETE, Reason.NEEDS_FETCH)),
        ("https://bit.ly/3abcDE", (403, "", ""), (Verdict.INCOMPLETE, Reason.NEEDS_FETCH)),
        ("https://news.example/out.php?id=3abcDE", (200, "", f'<meta http-equiv=refresh content="0;url={STORY}">'), (Verdict.PASS, None)),
        ("https://news.example/out.php?id=3abcDE", (200, "", "Press the button."), (Verdict.INCOMPLETE, Reason.NEEDS_FETCH)),
        ("https://island.example/old-name/3abcDE", (200, STORY, ""), (Verdict.PASS, None)),
        ("https://island.example/other/3abcDE", (200, "", ""), (Verdict.VIOLATION, None)),
        ("https://island.example/old/3abcDE", (200, "", f'<meta http-equiv="refresh" content="0; url={STORY}">'), (Verdict.PASS, None)),
        ("https://island.example/old/3abcDE", (200, "", "<meta http-equiv=refresh content=0;url=/elsewhere>"), (Verdict.INCOMPLETE, Reason.NEEDS_FETCH)),
        ("https://island.example/other/3abcDE", (503, "", ""), (Verdict.INCOMPLETE, Reason.NEEDS_FETCH)),
    ],
)  # fmt: skip
def test_a_followed_link_is_judged_by_where_it_leads(
    href: str, answer: tuple[int, str, str], told: tuple[Verdict, Reason | None]
) -> None:
    web = Web(**{"3abcDE": answer})
    assert verdict(href, web) == told
    assert href in web.asked


def test_a_link_that_may_not_be_followed_proves_nothing() -> None:
    assert verdict("https://bit.ly/3abcDE", Web()) == (Verdict.INCOMPLETE, Reason.NEEDS_FETCH)


def test_without_the_network_nothing_is_followed() -> None:
    assert verdict("https://bit.ly/3abcDE", None) == (Verdict.INCOMPLETE, Reason.NEEDS_FETCH)


def test_nothing_is_followed_where_a_plain_link_leads_to_the_original() -> None:
    web = Web()
    assert verdict("https://bit.ly/3abcDE", web, f'<p><a href="{STORY}">Original</a></p>') == (Verdict.PASS, None)
    assert web.asked == []


def test_few_links_are_followed() -> None:
    web = Web()
    many = "".join(f'<p>Source: <a href="https://bit.ly/{n}xYz">Island Post</a></p>' for n in range(30))
    assert verdict("https://bit.ly/3abcDE", web, many)[0] is Verdict.INCOMPLETE
    assert len(set(web.asked)) <= 5


def test_an_original_that_shows_its_beginning_only_is_not_compared_with() -> None:
    """Whether anything was changed cannot be told: the rest stands behind the publisher's own wall."""
    wall = "<div><h2>Subscribe to continue reading</h2><p>Already a subscriber? <a href=/login>Sign in</a></p></div>"
    tools = Tools(library=island("edit.none"))
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    html = f"<html lang=en><title>The ferry | Herald</title><body><article><h1>The ferry</h1>{body}<p>First published by <a href='{STORY}'>Island Post</a>.</p></article></body></html>"
    copy = Page(url="https://herald.example/a", body=html.encode(), headers={"content-type": "text/html"})
    found = {}
    for name, shown, end in (("whole", 4, ""), ("wall", 3, wall)):
        text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS[:shown])
        original = f"<html lang=en><title>The ferry</title><body><main><article><h1>The ferry</h1>{text}</article>{end}</main></body></html>"
        web = Web(ferry=(200, "", original))
        (one,) = check_page(copy, dataclasses.replace(tools, fetch=web), Given())
        found[name] = one.verdict
    assert found == {"whole": Verdict.PASS, "wall": Verdict.INCOMPLETE}
