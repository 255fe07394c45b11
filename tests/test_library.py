"""The library that comes with the program: whole, unambiguous, and found by id, domain, name and licence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rights.errors import InputError
from rights.library import Library, shipped
from rights.policy import Known


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def test_every_file_is_read_and_none_is_broken(library: Library) -> None:
    sources = list(library.sources())
    assert not library.broken
    assert len(sources) == len(list(shipped("policies").glob("*.yaml")))
    assert len(sources) >= 115


def test_no_two_files_share_a_domain(library: Library) -> None:
    domains = Counter(domain for publisher in library.publishers for domain in publisher.domains)
    assert [domain for domain, count in domains.items() if count > 1] == []


def test_a_file_is_named_after_its_publisher(library: Library) -> None:
    for source in library.sources():
        assert source.file == f"policies/{source.publisher.id}.yaml"


def test_known_terms_say_where_and_when_they_were_read(library: Library) -> None:
    for source in library.sources():
        terms = source.content.terms
        assert (terms.evidence is Known.NOT_KNOWN) or (terms.url and terms.checked_on)


def test_every_clause_says_its_sentence_in_our_words(library: Library) -> None:
    silent = [
        f"{source.file}: {clause.name}"
        for source in library.sources()
        for policy in source.content.policies
        for clause in policy.clauses
        if not clause.says
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.globalresearch.ca/some-article/5860000", "globalresearch"),
        ("https://advox.globalvoices.org/2024/01/01/a/", "globalvoices-advox"),
        ("https://globalvoices.org/2024/01/01/a/", "global-voices"),
        ("https://notglobalresearch.ca/", None),
    ],
)
def test_the_owner_of_an_address_is_the_narrowest(library: Library, url: str, publisher: str | None) -> None:
    found = library.owner(url)
    assert (found.id if found else None) == publisher


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("GLOBAL RESEARCH", "globalresearch"),
        ("the Texas Tribune", "texas-tribune"),
        ("propublica.org", "propublica"),
        ("Nobody", None),
    ],
)
def test_a_publisher_is_found_by_its_names(library: Library, name: str, publisher: str | None) -> None:
    found = library.named(name)
    assert (found.id if found else None) == publisher


@pytest.mark.parametrize(
    ("spdx", "policy"),
    [
        ("CC-BY-4.0", "cc-by-4.0"),
        ("CC-BY-NC-ND-3.0-US", "cc-by-nc-nd-3.0"),
        ("CC-BY-SA-2.0-UK", "cc-by-sa-2.0"),
        ("MIT", None),
        (None, None),
    ],
)
def test_a_port_of_a_licence_stands_for_its_family(library: Library, spdx: str | None, policy: str | None) -> None:
    found = library.for_licence(spdx)
    assert (found.publisher.id if found else None) == policy
    assert found is None or found.inferred


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        Library.load([tmp_path / "nowhere"])


def test_a_broken_file_is_kept_apart(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("publisher: {id: bad\n", encoding="utf-8")
    library = Library.load([tmp_path])
    assert len(library.broken) == 1
    assert "bad.yaml" in str(library.broken[0])
