"""The originals of translations, found among many works."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from rights.errors import IndexFormatError
from rights.match.growing import add, remove
from rights.match.index import Index
from rights.match.signatures import SignatureTable
from rights.model import Article, Image, Link, Work
from tests.match.test_translation import ENGLISH, GERMAN, OTHER, RUSSIAN

FERRY = Work(id="ferry", text=ENGLISH, language="en")
COUNCIL = Work(id="council", text=OTHER, language="de")
GERMAN_PAGE = Article(text=GERMAN, language="de")


@pytest.fixture
def table(tmp_path: Path) -> SignatureTable:
    index = Index.create(tmp_path / "index")
    add(index, [FERRY, COUNCIL])
    made = SignatureTable(index)
    made.catch_up()
    return made


def proposed(table: SignatureTable, page: Article) -> list[str]:
    return [one.work.id for one in table.propose(page)]


def test_the_original_is_proposed_and_nothing_for_a_stranger(table: SignatureTable) -> None:
    assert proposed(table, GERMAN_PAGE) == ["ferry"]
    assert proposed(table, Article(text=RUSSIAN, language="ru")) == ["ferry"]
    assert proposed(table, Article(text="Ein Text über nichts, ohne Namen und Zahlen.", language="de")) == []
    assert proposed(table, Article(text=OTHER, language="de")) == []


def test_a_proposal_counts_no_words(table: SignatureTable) -> None:
    (found,) = table.propose(GERMAN_PAGE)
    assert found.match.language_independent
    assert (found.match.words, found.match.containment) == (0, 0.0)


def test_it_follows_the_index(table: SignatureTable, tmp_path: Path) -> None:
    with Index(tmp_path / "index") as index:
        remove(index, ["ferry"])
        table.catch_up()
        assert proposed(SignatureTable(index), GERMAN_PAGE) == []
        add(index, [FERRY])
        assert proposed(SignatureTable(index), GERMAN_PAGE) == []
        SignatureTable(index).catch_up()
        assert proposed(SignatureTable(index), GERMAN_PAGE) == ["ferry"]


def test_pictures_and_links_of_the_works_page_count(tmp_path: Path) -> None:
    few = "Die Fähre liegt still. Laut Scandlines kostete das Feuer vom 14. März viel. Bürgermeister John Brædder aus Nykøbing war an Bord, dazu Leute der Werft in Stralsund."
    link = Link(href="https://port.example/fire-report", paragraph=0)
    image = Image(src="https://a.example/i/ferry-fire-rostock-1200x800.jpg")
    original = Article(url="https://a.example/x", links=(link,), images=(image,))
    page = Article(url="https://b.example/y", text=few, language="de", links=(link,), images=(image,))

    def pages(works: Sequence[Work]) -> dict[str, Article]:
        return {"ferry": original}

    with Index.create(tmp_path / "index") as index:
        add(index, [FERRY, COUNCIL])
        bare = SignatureTable(index)
        bare.catch_up()
        assert proposed(bare, page) == []
        bare.path.unlink()
        bare.catch_up(pages)
        assert proposed(bare, page) == ["ferry"]


def test_a_page_of_thousands_of_names_is_answered(table: SignatureTable) -> None:
    names = " ".join(f"{a}{b}{c}los sagt" for a in "BDFGKLMNPRST" for b in "aeiouy" for c in "bdfgklmnprstvz")
    assert proposed(table, Article(text=f"{GERMAN}\n\nEs waren da: {names}.", language="de")) == ["ferry"]


@pytest.mark.parametrize("bytes_left", [b"", b"no database at all" * 200])
def test_a_file_that_is_no_table_is_made_anew(table: SignatureTable, bytes_left: bytes) -> None:
    for path in table.path.parent.glob("signatures.sqlite*"):
        path.unlink()
    table.path.write_bytes(bytes_left)
    with pytest.raises(IndexFormatError, match="reindex"):
        table.propose(GERMAN_PAGE)
    table.catch_up()
    assert proposed(table, GERMAN_PAGE) == ["ferry"]


def test_without_a_table_nothing_is_proposed(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as index:
        add(index, [FERRY])
        assert SignatureTable(index).propose(GERMAN_PAGE) == []
