"""Leads are filed once, without publishers' own pages and sites that may copy everything."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from rights.discover.lead import Lead
from rights.filing import file_leads
from rights.library import Library
from rights.store import Store
from rights.store.records import Waiver
from rights.store.tables import due

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
LIBRARY = Library(
    [
        (
            "press.yaml",
            "publisher: {id: press, name: The Press, domains: [press.example]}\n"
            "terms: {url: 'https://press.example/terms', checked_on: 2026-01-01, evidence: own-words}\n"
            "policies: [{clauses: [{type: attr.source, says: Name us.}]}]\n",
        )
    ]
)
LEADS = [
    Lead(url="https://copy.example/a", source="csv", found_at="list.csv:1", note="seen twice"),
    Lead(url="https://www.copy.example/a?utm_source=x", source="csv"),
    Lead(url="https://press.example/own", source="csv"),
    Lead(url="https://partner.example/b", source="csv"),
    Lead(url="https://bare.example/", source="pixel", page=False),
]


def filed(store: Store) -> dict[str, str]:
    with store.database.read() as connection:
        return {row.address: row.kind for row in connection.execute(select(due.c.address, due.c.kind))}


def test_each_page_is_filed_once_and_none_of_the_publishers_own(store: Store) -> None:
    assert file_leads(LEADS, store, LIBRARY, NOW) == (3, 3)
    assert filed(store) == {
        "https://copy.example/a": "page",
        "https://partner.example/b": "page",
        "https://bare.example/": "list",
    }
    assert file_leads(LEADS, store, LIBRARY, NOW) == (3, 0)


@pytest.mark.parametrize(
    ("terms", "licensed_too", "kept"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"until": "2026-03-09"}, False, True),
        ({"since": "2026-03-11"}, False, True),
        ({"since": "2026-03-10", "until": "2026-03-10"}, False, False),
        ({"works": ("w1",)}, False, True),
        ({"clauses": ("attr.source",)}, False, True),
    ],
)
def test_a_site_that_may_copy_everything_is_looked_at_only_where_it_is_watched(
    store: Store, terms: dict[str, object], licensed_too: bool, kept: bool
) -> None:
    waiver = Waiver(publisher="press", site="partner.example", by="ann", **terms)  # type: ignore[arg-type]
    store.sites.waive(waiver, NOW)
    file_leads(LEADS, store, LIBRARY, NOW, licensed_too=licensed_too)
    assert ("https://partner.example/b" in filed(store)) is kept
