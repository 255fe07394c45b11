"""JSON-LD as pages really carry it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.extract.jsonld import MAX_NODES, href_of, parse_lenient, read_jsonld, text_of, types_of


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "Article", "name": "A"}',
        '<!-- {"@type": "Article", "name": "A"} -->',
        '//<![CDATA[\n{"@type": "Article", "name": "A"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "Article", "name": "A"} /*]]>*/',
        '\ufeff{"@type": "Article", "name": "A",}',
        '{"@type": "Article", "name": "A"};',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;name&quot;: &quot;A&quot;}",
        '[{"@type": "Article", "name": "A"},]',
        '{"@graph": [{"@type": "Article", "name": "A"}]}',
        '{"@type": ["http://schema.org/Article"], "schema:name": "A"}',
    ],
)
def test_common_mistakes_are_mended(block: str) -> None:
    found = read_jsonld([block])
    [article] = found.of_type("article")
    assert found.texts(article, "name") == ("A",)


def test_raw_line_breaks_and_several_objects_in_one_block() -> None:
    found = read_jsonld(['{"@type": "Article", "name": "two\nlines"}\n{"@type": "Organization", "name": "B"}'])
    assert [types_of(node) for node in found.top] == [{"article"}, {"organization"}]


def test_references_are_resolved_across_blocks() -> None:
    found = read_jsonld(
        [
            '{"@type": "Article", "publisher": {"@id": "#org"}, "author": [{"@id": "#nobody"}]}',
            '{"@graph": [{"@type": "Organization", "@id": "#org", "name": "The Example", "url": "https://e.example/"}]}',
        ]
    )
    [article] = found.of_type("Article")
    [publisher] = found.values(article, "publisher")
    assert text_of(publisher) == "The Example"
    assert href_of(publisher) == "https://e.example/"
    assert found.texts(article, "author") == ()


@pytest.mark.parametrize(
    "block", ["", "not json", "{", '{"a": }', "<script>", "[" * 100_000, '{"a":' * 100_000, "9" * 9_000]
)
def test_what_cannot_be_read_says_nothing(block: str) -> None:
    assert read_jsonld([block]).of_type("article") == ()


def test_the_number_of_nodes_is_bounded() -> None:
    block = json.dumps([{"@type": "Thing", "name": str(n)} for n in range(3 * MAX_NODES)])
    assert len(read_jsonld([block]).nodes) == MAX_NODES


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["@type", "@id", "@graph", "name", "x"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(deadline=None)
@given(_JSON)
def test_any_json_can_be_asked(value: object) -> None:
    found = read_jsonld([json.dumps(value)])
    for node in found.nodes:
        types_of(node), text_of(node), href_of(node), found.texts(node, "name"), found.values(node, "x")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    parse_lenient(text)
    read_jsonld([text, "<!--" + text + "-->", "{" + text])
