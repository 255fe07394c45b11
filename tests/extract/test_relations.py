"""Machine-readable relations to other pages and organisations."""

from __future__ import annotations

from rights.extract.relations import find_relations
from rights.model import Relation
from tests.extract.pages import document


def test_json_ld_relations_of_the_article_and_of_nothing_else() -> None:
    found = find_relations(
        document(
            "<p>x</p>",
            head='<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","isBasedOn":"https://press.example/a",'
            '"sourceOrganization":{"@id":"#o"},"provider":{"@type":"Organization","name":"Wire"},"creditText":"Press Example",'
            '"image":{"@type":"ImageObject","creditText":"A. Person"}},'
            '{"@type":"Organization","@id":"#o","name":"The Press","url":"https://press.example/"}]}</script>',
        )
    )
    assert set(found) == {
        Relation(kind="isBasedOn", href="https://press.example/a"),
        Relation(kind="sourceOrganization", href="https://press.example/", name="The Press"),
        Relation(kind="provider", href=None, name="Wire"),
        Relation(kind="creditText", href=None, name="Press Example"),
    }


def test_meta_rel_and_microformats() -> None:
    found = find_relations(
        document(
            "<a class='u-repost-of' href='https://b.example/post'>x</a><a rel='nofollow' href=/y>y</a>",
            head="<meta name=syndication-source content='https://press.example/a'><meta name='DC.source' content='The Press'>"
            "<link rel='original' href='/first'>",
        )
    )
    assert set(found) == {
        Relation(kind="syndication-source", href="https://press.example/a"),
        Relation(kind="source", href=None, name="The Press"),
        Relation(kind="original", href="https://site.example/first"),
        Relation(kind="repost-of", href="https://b.example/post"),
    }
