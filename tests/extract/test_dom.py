"""The shared document: blocks, links, visibility, selectors and hostile input, through `parse`."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rights.errors import ExtractError, InputError
from rights.extract.dom import Document
from rights.extract.parse import parse
from rights.model import Page


def read(html: str | bytes, media: str = "text/html", url: str | None = "https://example.org/news/a.html") -> Document:
    body = html.encode() if isinstance(html, str) else html
    return parse(Page(body=body, url=url, headers={"content-type": media}))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_blocks_come_in_reading_order_with_folded_space() -> None:
    document = read("<h1>A  title</h1><div>loose <b>text</b>\n here<p>para</p>tail</div><ul><li>one<li>two</ul>")
    assert texts(document) == ["A title", "loose text here", "para", "tail", "one", "two"]


def test_a_paragraph_within_a_quotation_is_a_quotation() -> None:
    document = read("<blockquote><p>We go.</p><h3>Then</h3></blockquote><p>She went.</p>")
    assert [block.kind.value for block in document.blocks] == ["quote", "heading", "paragraph"]


def test_one_line_break_stays_and_two_end_the_block() -> None:
    document = read("<div>first<br>line two<br><br>second</div>")
    assert texts(document) == ["first\nline two", "second"]


def test_script_style_and_comment_are_no_text_but_what_follows_is() -> None:
    document = read("<p>a<!-- x --> b<script>var c=1</script> d<style>p{}</style> e</p>")
    assert texts(document) == ["a b d e"]


def test_links_tell_their_place_in_the_block() -> None:
    document = read('<p>See <a href="/b" rel="NoFollow ugc">the  piece</a>, or <a href="#">nothing</a>.</p>')
    first, second = document.blocks[0].anchors
    assert document.blocks[0].text[first.start : first.end] == "the piece"
    assert (first.href, first.rel) == ("https://example.org/b", ("nofollow", "ugc"))
    assert (second.href, second.text) == ("#", "nothing")


def test_a_link_around_several_blocks_is_one_link_with_a_part_in_each() -> None:
    document = read('<a href="/x"><div>Head</div><div>Teaser</div></a><p>after</p>')
    assert [anchor.text for anchor in document.links] == ["Head"]
    assert [anchor.text for block in document.blocks for anchor in block.anchors] == ["Head", "Teaser"]


def test_a_link_without_text_says_what_its_image_says() -> None:
    document = read('<a href="/"><img alt="The Paper" src="l.png"></a>')
    assert document.links[0].alt == "The Paper"


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ('<p style="display: none">{}</p>', "display:none"),
        ('<div style="visibility:hidden"><p>{}</p></div>', "visibility:hidden"),
        ("<p hidden>{}</p>", "hidden"),
        ('<p style="font-size:0">{}</p>', "zero size"),
        ('<p style="height:1px;overflow:hidden">{}</p>', "zero size"),
        ('<p style="opacity:0">{}</p>', "zero size"),
        ('<p style="color:#fff;background:#FFFFFF">{}</p>', "colour"),
        ('<div style="background-color:rgb(0,0,0)"><font color="black">{}</font></div>', "colour"),
        ('<p style="color:white">{}</p>', "colour"),
        ('<p style="position:absolute;left:-9999px">{}</p>', "off-screen"),
        ('<p class="screen-reader-text">{}</p>', "off-screen"),
        ("<noscript><p>{}</p></noscript>", "noscript"),
        ("<template><p>{}</p></template>", "template"),
    ],
)
def test_hidden_text_is_read_and_says_why_nobody_sees_it(markup: str, why: str) -> None:
    document = read(f"<body><p>before</p>{markup.format('First published elsewhere')}<p>after</p></body>")
    (block,) = [block for block in document.blocks if "First" in block.text]
    assert block.hidden_by == why
    assert not document.visible(block)
    assert all(document.visible(other) for other in document.blocks if other is not block)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>{}</p>",
        '<p style="color:#fff;background:#000">{}</p>',
        '<div style="font-size:0"><p style="font-size:14px">{}</p></div>',
        '<body style="opacity:0"><p>{}</p></body>',
        '<p aria-hidden="true">{}</p>',
        '<p style="text-indent:-2px">{}</p>',
        '<style>.a{{}}</style><p style="color:white">{}</p>',
    ],
)
def test_what_a_reader_sees_is_not_called_hidden(markup: str) -> None:
    document = read(markup.format("First published elsewhere"))
    assert [document.visible(block) for block in document.blocks if "First" in block.text] == [True]


def test_an_embedded_style_sheet_hides_by_plain_class_and_id() -> None:
    sheet = "<style>@media print{.m{display:none}} .h, #i{display:none} .o{display:none} .on .o{display:block}</style>"
    document = read(f"{sheet}<p class=m>m</p><p class=h>h</p><p id=i>i</p><p class=o>o</p>")
    assert {block.text: document.visible(block) for block in document.blocks} == {
        "m": True, "h": False, "i": False, "o": True,
    }  # fmt: skip


def test_hidden_words_within_a_line_do_not_tear_it() -> None:
    document = read('<p>Read <a href="/x">this<span class="sr-only"> (new window)</span></a> now</p>')
    assert [(b.text, b.hidden_by) for b in document.blocks] == [("(new window)", "off-screen"), ("Read this now", None)]


def test_a_declared_shadow_root_is_shown_and_other_templates_are_not() -> None:
    shadow = "<x-story><template shadowrootmode=open><p>Shown in its host.</p></template></x-story>"
    document = read(f"{shadow}<template><p>Not shown.</p></template>")
    assert [(b.text, b.hidden_by) for b in document.blocks] == [
        ("Shown in its host.", None),
        ("Not shown.", "template"),
    ]


def test_comments_are_kept_apart() -> None:
    document = read("<p>a</p><!-- First published by <b>The Paper</b> --><!--[if IE]> x y z <![endif]-->")
    assert [(b.text, b.hidden_by) for b in document.comments] == [("First published by The Paper", "comment")]
    assert texts(document) == ["a"]


def test_regions_come_from_tags_roles_and_names() -> None:
    document = read(
        '<div role="banner">h</div><article><p class="by-line">b</p><div class="storyBody"><p>t</p>'
        '<figure><figcaption>c</figcaption></figure></div></article><div id="comments"><p>k</p></div><footer>f</footer>'
    )
    assert {block.text: block.region for block in document.blocks} == {
        "h": "header", "b": "byline", "t": "body-text", "c": "caption", "k": "comments", "f": "footer",
    }  # fmt: skip
    assert document.blocks[3].within("article")


def test_selectors_find_exactly_their_element() -> None:
    document = read("<div id=a><p>1</p><p>2 <a href=x>l</a></p><x-y><p>3</p></x-y></div><div id=d></div><p id=d>4</p>")
    for block in document.blocks:
        (found,) = document.select(document.selector(block.element))
        assert found.text == block.text
    assert document.selector(document.links[0].element) == "#a > p:nth-of-type(2) > a:nth-of-type(1)"


def test_elements_of_a_selection_are_read_only_views() -> None:
    document = read('<p><a rel="license" href="/l">CC<script>1</script></a></p><p hidden><b>x</b></p>')
    (link,) = document.select("a[rel~=license]")
    assert (link.tag, link.text, link.get("href"), link.get("id"), link.visible) == ("a", "CC", "/l", None, True)
    assert document.select("b")[0].visible is False
    assert document.select("p > table") == []


def test_a_wrong_selector_is_an_input_error() -> None:
    with pytest.raises(InputError, match="expected a CSS selector"):
        read("<p>x").select("p[")


def test_markdown_becomes_the_same_document_with_its_dead_links() -> None:
    document = read("# Title\n\nBy [A B](#)\n\n*First on [The Paper](#).*\n\n- item\n", "text/markdown")
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("heading", "Title"), ("paragraph", "By A B"), ("paragraph", "First on The Paper."), ("item", "item"),
    ]  # fmt: skip
    assert [a.href for a in document.links] == ["#", "#"]
    assert document.blocks[2].emphasised


def test_front_matter_is_the_head_of_a_markdown_page() -> None:
    text = "---\ntitle: T\nauthors: [A B, C D]\ndate: 2024-05-01\ncanonical_url: https://x.org/a\n---\n\nText\n"
    document = read(text, "text/markdown")
    assert document.meta["author"] == ("A B", "C D")
    assert document.meta["article:published_time"] == ("2024-05-01",)
    assert document.select("link[rel=canonical]")[0].get("href") == "https://x.org/a"
    assert texts(document) == ["Text"]


def test_plain_text_keeps_paragraphs_and_short_lines() -> None:
    document = read("TITLE\r\n\r\nBy A <b>\r\nThe Paper\r\n\r\n" + "word " * 12 + "\r\n" + "more " * 12, "text/plain")
    assert texts(document)[:2] == ["TITLE", "By A <b>\nThe Paper"]
    assert "\n" not in document.blocks[2].text


@pytest.mark.parametrize(
    ("body", "media"),
    [
        ("<p>Grüße – “x”</p>".encode(), "text/html"),
        ("<p>Grüße – “x”</p>".encode(), "text/html; charset=iso-8859-1"),
        ("<p>Grüße – “x”</p>".encode("cp1252"), "text/html"),
        ("<meta charset=windows-1252><p>Grüße – “x”</p>".encode("cp1252"), "text/html"),
        ("<p>Grüße – “x”</p>".encode("utf-16"), "text/html"),
        ("<p>Grüße – “x”</p>".encode("utf-8-sig"), "text/html; charset=koi8-r"),
        (
            "<p>Grüße – “x” “y” “z”</p>".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode(),
            "text/html",
        ),
    ],
)
def test_a_wrong_or_missing_charset_is_seen_through(body: bytes, media: str) -> None:
    assert texts(read(body, media))[0].startswith("Grüße – “x”")


def test_cyrillic_without_declaration_is_detected() -> None:
    body = ("<p>" + "Оригинал статьи опубликован в журнале, перевод сделан редакцией. " * 8 + "</p>").encode("cp1251")
    assert texts(read(body))[0].startswith("Оригинал статьи")


def test_xhtml_empty_elements_do_not_swallow_the_page() -> None:
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script src="a.js"/><title/></head><body><p>x</p></body></html>'
    assert texts(read(page)) == ["x"]


@pytest.mark.parametrize("levels", [300, 2_100, 100_000])
@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote"])
def test_deep_nesting_loses_no_text_and_is_named(levels: int, tag: str) -> None:
    document = read(
        f"<p>top</p>{f'<{tag}>' * levels}in <a href=/x>link</a>{f'</{tag}>' * levels}<p>credit at the end</p>"
    )
    assert texts(document)[-1] == "credit at the end"
    assert document.cut == "nesting"
    assert [anchor.href for anchor in document.links] == ["https://example.org/x"]


def test_unclosed_tags_lose_no_text() -> None:
    document = read("<b>x " * 100_000 + "<p>credit at the end")
    assert texts(document)[-1].endswith("credit at the end")


def test_an_element_with_very_many_attributes_is_cut() -> None:
    attributes = " ".join(f'a{i}=">{i}"' for i in range(200_000))
    document = read(f"<p>a</p><div {attributes}>x</div><p>credit at the end</p>")
    assert texts(document) == ["a", "x", "credit at the end"]
    assert document.cut == "attributes"


def test_a_long_data_address_is_not_cut() -> None:
    document = read(f'<p>a</p><img src="data:image/png;base64,{"A" * 200_000}"><p>b</p>')
    assert (texts(document), document.cut) == (["a", "b"], None)


def test_a_ten_megabyte_text_node_is_read() -> None:
    document = read("<p>" + "abcd efgh " * 1_000_000 + "</p><p>credit at the end</p>")
    assert texts(document)[-1] == "credit at the end"


def test_a_page_beyond_the_size_limit_is_cut() -> None:
    document = read("<p>" + "a" * 25_000_000 + "</p><p>end</p>")
    assert document.cut == "size"


@pytest.mark.parametrize(
    "body", [b"", b"\x00", b"<", b"<!--", b"<html><frameset><frame src=a></frameset></html>", b"\xff\xfe"]
)
def test_next_to_nothing_is_an_empty_page(body: bytes) -> None:
    assert texts(read(body)) in ([], ["<"])


_MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "</div>", "<a href='/x'>", "</a>", "<br>", "<span hidden>", "</span>", "<!--", "-->",
             "<table>", "<td>", "<li>", "<ul>", "<pre>", "</pre>", "<em>", "<style>", "</style>", "<noscript>", "&amp;",
             "<svg>", "</svg>", "<template>", "<body>", "</html>", "<a>", "<a href>", "<x-a>", "<![CDATA[", "<?x", "\x00"]
        ),
        st.text(alphabet=string.ascii_letters + " \n<>&\"'é中", max_size=12),
    ),
    max_size=60,
)  # fmt: skip


@given(_MARKUP)
@settings(max_examples=300, deadline=None)
def test_any_markup_gives_sound_blocks(parts: list[str]) -> None:
    document = read("".join(parts))
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
    for block in document.blocks:
        assert block.text == block.text.strip() != ""
        for anchor in block.anchors:
            assert 0 <= anchor.start <= anchor.end <= len(block.text)
            assert anchor.text in block.text
        found = document.select(document.selector(block.element))
        assert len(found) == 1


@given(
    st.binary(max_size=400), st.sampled_from(["text/html", "text/markdown", "text/plain", "application/xhtml+xml", ""])
)
@example(b"%PDF-", "text/html")
@example(b"%PDF-", "")
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_without_an_error(body: bytes, media: str) -> None:
    try:
        read(body, media)
    except ExtractError:
        assert not media
        assert body.startswith(b"%PDF-"), "only a file that says that it is a PDF may be refused"


def test_what_looks_like_a_tag_inside_a_script_takes_nothing_away() -> None:
    script = "for(var i=0;i<n.length;i++){s='it\\'s';t=\"x\"}" * 900
    page = f"<html><body><script>{script}</script><!-- <p ' --><p>The credit at the end</p></body></html>"
    document = parse(Page(body=page.encode(), headers={"content-type": "text/html"}))
    assert document.cut is None
    assert [block.text for block in document.blocks] == ["The credit at the end"]


@pytest.mark.parametrize("outer", ["article", "main", "section", "header", "nav", "figure", "x-story", "div", "p"])
@pytest.mark.parametrize("body", ["", "<body class=b>Before. <p>After it.</p>"])
def test_a_page_that_leaves_its_body_tag_out_has_a_body(outer: str, body: str) -> None:
    page = f"<!doctype html><html lang=en><title>T</title><meta charset=utf-8><{outer}>The tide was out.</{outer}><!-- note -->{body}"
    document = parse(Page(body=page.encode(), headers={"content-type": "text/html"}))
    wanted = ["The tide was out.", *(["Before.", "After it."] if body else [])]
    assert [block.text for block in document.blocks] == wanted
    assert document.root.find("head/title") is not None
