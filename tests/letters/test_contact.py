"""Whom to write to: only what the site itself gives, and where it was found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.errors import Unreachable
from rights.letters.contact import Contact, find_contacts
from rights.model import Page

HOME = "https://copy.example"
ARTICLE = "<main><article><h1>A story</h1><p>Text that is long enough to be the text of a page.</p></article></main>"


class Site:
    """Pages of a site by path; ``asked`` are the addresses that were fetched."""

    def __init__(self, footer: str = "", **pages: str) -> None:
        self.pages = {f"/{name.replace('_', '-')}": body for name, body in pages.items()}
        self.asked: list[str] = []
        body = f"<html><body>{ARTICLE}<footer>{footer}</footer></body></html>"
        self.copy = Page(body=body.encode(), url=f"{HOME}/a", final_url=f"{HOME}/a")

    def fetch(self, url: str) -> Page:
        self.asked.append(url)
        path = url.removeprefix(HOME)
        if path not in self.pages:
            raise Unreachable(url, "no route")
        text = path.endswith(".txt")
        kind = {"content-type": "text/plain" if text else "text/html"}
        body = self.pages[path] if text else f"<html><body>{self.pages[path]}</body></html>"
        return Page(body=body.encode(), url=url, final_url=url, headers=kind)

    def contacts(self, *, notices: bool = False) -> list[tuple[str, str]]:
        return [(one.address, one.where) for one in find_contacts(self.copy, self.fetch, notices=notices)]


@pytest.mark.parametrize(
    ("footer", "path", "where"),
    [
        ('<a href="/impressum">Impressum</a>', "impressum", "imprint"),
        ('<a href="/mentions-legales">Mentions légales</a>', "mentions_legales", "imprint"),
        ('<a href="/aviso-legal">Aviso legal</a>', "aviso_legal", "imprint"),
        ('<a href="/kontakt">Kontakt</a>', "kontakt", "contact page"),
        ('<a href="/contactez">Nous contacter</a>', "contactez", "contact page"),
        ('<a href="/dmca">DMCA</a>', "dmca", "abuse page"),
    ],
)
def test_an_address_is_found_on_the_page_that_gives_it(footer: str, path: str, where: str) -> None:
    site = Site(footer, **{path: f"{ARTICLE}<p>Mail: desk@copy.example</p>"})
    found = find_contacts(site.copy, site.fetch)
    assert found == [Contact(address="desk@copy.example", where=where, found_at=f"{HOME}/{path.replace('_', '-')}")]


@pytest.mark.parametrize(
    "written",
    ["desk [at] copy.example", "desk(at)copy.example", "desk [at] copy [dot] example", "desk (ät) copy (punkt) example",
     '<a href="mailto:Desk%40copy.example?subject=Hello">write</a>'],
)  # fmt: skip
def test_disguised_and_linked_addresses(written: str) -> None:
    assert Site(written).contacts() == [("desk@copy.example", "the page itself")]


def test_what_is_no_address_is_not_taken_for_one() -> None:
    assert Site("logo@2x.png user@@x.example @handle a@b sprite@3x.webp").contacts() == []
    assert Site('<a href="mailto:evil@copy.example%0ABcc:victim@else.example">x</a>').contacts() == []
    assert Site('<span style="display:none">hidden@copy.example</span>').contacts() == []


def test_the_best_comes_first_and_notices_go_to_another_desk() -> None:
    site = Site(
        '<a href="/impressum">Impressum</a> <a href="/contact">Contact</a> agency@else.example',
        impressum="<p>desk@copy.example, abuse@copy.example</p>",
        contact="<form><input name=message></form>",
    )
    site.pages["/.well-known/security.txt"] = (
        "Contact: mailto:security@copy.example\nContact: https://copy.example/report\n"
    )
    assert [address for address, _ in site.contacts()] == [
        "desk@copy.example", "agency@else.example", "abuse@copy.example", "security@copy.example",
        f"{HOME}/contact", f"{HOME}/report",
    ]  # fmt: skip
    assert site.contacts(notices=True)[0] == ("abuse@copy.example", "imprint")


def test_the_authors_address_in_the_text_is_not_the_sites() -> None:
    site = Site("office@copy.example, ann@press.example")
    text = " ".join(["The text of the article goes on and on, and somebody has to have written all of it."] * 8)
    body = site.copy.body.decode().replace(
        "</h1>",
        f'</h1><p>{text} Write to tom@wire.example.</p><p>{text}</p><p>Ask <a href="mailto:eve@wire.example">Eve</a>. {text}</p>',
    )
    page = Page(body=body.encode(), url=site.copy.url, final_url=site.copy.final_url)
    found = find_contacts(page, site.fetch, publisher=("press.example",))
    assert [one.address for one in found] == ["office@copy.example"]


def test_a_site_that_gives_nothing_gives_nothing() -> None:
    site = Site()
    assert site.contacts() == []
    assert not [url for url in site.asked if "abuse" in url]


def test_few_pages_are_asked_and_only_its_own() -> None:
    links = "".join(f'<a href="/contact-{n}">Contact {n}</a>' for n in range(50))
    site = Site(links + '<a href="https://else.example/contact">Contact</a>')
    site.contacts()
    assert len(site.asked) <= 7
    assert all(url.startswith(HOME) for url in site.asked)


def test_a_notice_looks_for_a_dmca_page_at_its_usual_place_too() -> None:
    agent = "<h1>Copyright</h1><p>Our designated agent for DMCA notices: agent@copy.example</p>"
    assert Site(dmca=agent).contacts() == []
    assert Site(dmca=agent).contacts(notices=True) == [("agent@copy.example", "abuse page")]
    soft_404 = "<p>We did not find what you look for. desk@copy.example</p>"
    assert Site(dmca=soft_404).contacts(notices=True) == [], "a page that is not about notices"


@settings(deadline=None)
@given(st.text(max_size=300))
def test_whatever_a_page_says_an_address_is_one_line(text: str) -> None:
    page = Page(body=f"<html><body>{ARTICLE}{text}</body></html>".encode("utf-8", "replace"), url=f"{HOME}/a")
    for one in find_contacts(page, Site().fetch):
        assert one.address.isprintable()
        assert " " not in one.address
