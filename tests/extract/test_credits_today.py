"""Credits and look-alikes in the shapes of today's pages: block themes, static sites, blogs, wires; Arabic and Hebrew too."""

from __future__ import annotations

import pytest

from rights.extract.article import extract
from rights.model import Article, Page
from tests.extract.golden_words import WORDS

URL = "https://reedmark.example/2024/ferry"
BLOCKS = """<body class="single wp-theme"><div class="wp-site-blocks"><header><a href="/">Reedmark</a></header><main><h1>{title}</h1>
<div class="wp-block-group">{meta}</div><div class="entry-content wp-block-post-content">{top}{text}{end}</div>{after}</main><footer><p>© 2024 Reedmark</p></footer></div></body>"""
STATIC = """<body><div id="__next"><div class="css-1a"><h1 class="css-2b">{title}</h1><div class="css-3c">{meta}</div><div class="css-4d">{top}{text}{end}</div>{after}</div>
<div class="css-9z">© 2024 Reedmark</div></div></body>"""
BLOG = """<body><div class="blog-posts hfeed"><div class="post hentry"><h3 class="post-title entry-title">{title}</h3>{meta}<div class="post-body entry-content">{top}{text}{end}</div>
<div class="post-footer">{after}</div></div></div></body>"""
SHAPES = (BLOCKS, STATIC, BLOG)


def read(shape: str, lang: str, lead: str = "", **slots: str) -> Article:
    words = WORDS[lang]
    first, *rest = words.paragraphs
    text = f"<p>{lead}{first}</p>" + "".join(f"<p>{part}</p>" for part in rest)
    filled = {name: slots.get(name, "") for name in ("meta", "top", "end", "after")}
    html = shape.format(title=words.title, text=text, **filled)
    head = f'<meta charset="utf-8"><title>{words.title} - Reedmark</title><meta property="og:site_name" content="Reedmark">'
    page = f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head>{html}</html>'
    return extract(Page(body=page.encode(), url=URL, headers={"content-type": "text/html; charset=utf-8"}))


CREDITS = {
    "reading time behind the outlet": ("en", {"meta": "<p>Nell Harrow, The Ledger of Holt &bull; 4 min read</p>"}, "The Ledger of Holt"),
    "agency and desk in the dateline": ("de", {"lead": "Emden (dpa/lni) - "}, "dpa/lni"),
    "agency without a town": ("en", {"lead": "(Bloomberg) -- "}, "Bloomberg"),
    "agency alone at the end": ("de", {"end": "<p>(APA/Red.)</p>"}, "APA"),
    "with an agency at the end": ("fr", {"end": "<p>Avec AFP</p>"}, "AFP"),
    "agency as the author": ("pt", {"meta": '<span class="autor">Por Agência Lusa</span>'}, "Agência Lusa"),
    "agency in corner brackets": ("ko", {"lead": "【서울=뉴시스】김하나 기자 = "}, "뉴시스"),
    "agency of Taiwan": ("zh", {"lead": "【中央社記者王芳台北4日電】"}, "中央社"),
    "Turkish town with a dotted capital": ("tr", {"lead": "<strong>İZMİR (DHA) -</strong> "}, "DHA"),
    "Arabic dateline with a dash": ("ar", {"lead": "القاهرة - رويترز: "}, "رويترز"),
    "Arabic author": ("ar", {"meta": '<span class="author">رويترز</span>'}, "رويترز"),
    "Arabic, first in": ("ar", {"end": '<p>نُشرت هذه المادة أول مرة في موقع <a href="https://dalta.example/1">دلتا</a>.</p>'}, "دلتا"),
    "Arabic, published again": ("ar", {"end": '<p>أُعيد نشر هذا المقال من <a href="https://dalta.example/1">دلتا بوست</a>.</p>'}, "دلتا بوست"),
    "Hebrew, in the original": ("he", {"top": '<p>פורסם במקור באתר <a href="https://nahar.example/1">נהר חדש</a> ומובא כאן באישור.</p>'}, "נהר חדש"),
    "Hebrew agency": ("he", {"meta": "<span>מאת: סוכנות רויטרס</span>"}, "סוכנות רויטרס"),
    "label and place run together": ("zh", {"meta": "<span>2024-05-06 08:12</span><span>来源：河口周报</span><span>编辑：李林</span>"}, "河口周报"),
    "outlet behind a linked title": ("fr", {"end": '<p>Article original : <a href="https://mp.example/h">Where the ferry went</a>, The Marsh Post, le 4 mai 2024</p>'}, "The Marsh Post"),
    "outlet behind a title in Chinese": ("zh", {"end": '<p>原文：<a href="https://mp.example/h">Where the ferry went</a>，刊载于《Marsh Post》</p>'}, "Marsh Post"),
    "outlet in a quoted link": ("en", {"end": '<p>Excerpted from <a href="https://brook.example/h">“Where the ferry went” at Brook Magazine</a></p>'}, "Brook Magazine"),
    "author and outlet after a label": ("ru", {"meta": "<span>Текст: Анна Котова, «Речной листок»</span>"}, "Речной листок"),
    "author, licence and outlet": ("en", {"end": '<p><small>Text: Nell Harrow / <a href="https://eurotide.example">EuroTide</a> (CC BY 4.0)</small></p>'}, "EuroTide"),
    "in the paper": ("pt", {"meta": "<p>Por Rita Lima, no Jornal do Delta</p>"}, "Jornal do Delta"),
    "press release": ("de", {"end": '<p>Pressemitteilung der <a href="https://uni.example">Universität Deichhorst</a></p>'}, "Universität Deichhorst"),
}  # fmt: skip


@pytest.mark.parametrize("case", CREDITS)
@pytest.mark.parametrize("shape", SHAPES, ids=["blocks", "static", "blog"])
def test_the_source_is_named(case: str, shape: str) -> None:
    lang, slots, name = CREDITS[case]
    found = read(shape, lang, **slots).credits
    assert [credit.source_name for credit in found if credit.visible] == [name]


LOOK_ALIKES = {
    "category of this site": ("fr", {"meta": '<p>Publié dans <a href="/rubrique/jardin">Jardin</a> le 4 mai 2024</p>'}),
    "instruction": ("en", {"after": "<p>The credit must read: originally published by Reedmark Weekly.</p>"}),
    "this very site": ("nl", {"end": "<p>Dit artikel verscheen eerder op 4 mei 2023 op deze site.</p>"}),
    "another work quoted": ("en", {"end": "<p>Scripture taken from the Marsh Version. Copyright 1978 Lantern House. Used by permission.</p>"}),
    "figures": ("fr", {"end": "<p>Source : Insee, calculs de la rédaction.</p>"}),
    "data made into a chart": ("ja", {"end": "<p>出典：気象庁のデータをもとに作成</p>"}),
    "wish to publish": ("en", {"end": "<p>Originally I wanted to publish this on Marsh Medium.</p>"}),
    "press office of its own": ("en", {"meta": "<p>Published May 6, 2024 by the press office</p>"}),
    "Arabic update": ("ar", {"end": "<p>نُشر هذا المقال أول مرة في 4 أيار 2023 وجرى تحديثه.</p>"}),
    "Arabic study": ("ar", {"end": "<p>ونُشرت الدراسة أول مرة في مجلة «هيدرولوجيا»، وفق وكالة رويترز.</p>"}),
    "Hebrew update": ("he", {"end": "<p>המאמר פורסם לראשונה ב-4 במאי 2023 ועודכן.</p>"}),
    "Hebrew biography": ("he", {"after": "<p>דנה לוי היא עיתונאית. מאמריה פורסמו בנהר חדש ובגשר.</p>"}),
}  # fmt: skip


@pytest.mark.parametrize("case", LOOK_ALIKES)
@pytest.mark.parametrize("shape", SHAPES, ids=["blocks", "static", "blog"])
def test_what_only_looks_like_a_credit_is_none(case: str, shape: str) -> None:
    lang, slots = LOOK_ALIKES[case]
    assert read(shape, lang, **slots).credits == ()


def test_a_link_to_the_original_within_a_credit_is_no_second_one() -> None:
    sentence = '<p>Cet article est republié à partir de <a href="https://dune.example">La Dune</a>. Lire l’<a href="https://dune.example/7">article original</a>.</p>'
    found = read(BLOCKS, "fr", end=sentence).credits
    assert [(credit.source_name, credit.href) for credit in found] == [("La Dune", "https://dune.example/7")]


def test_a_translators_line_leaves_the_source_to_the_sentence_that_names_it() -> None:
    lines = '<p>Übersetzt von Nele Harms. Das Original erschien unter dem Titel „The ferry“ bei <a href="https://tide.example/f">TideWatch</a>.</p>'
    found = {credit.kind.value: credit.source_name for credit in read(BLOCKS, "de", end=lines).credits}
    assert found["original_publication"] == "TideWatch"


@pytest.mark.parametrize("shape", [BLOCKS, BLOG], ids=["blocks", "blog"])
def test_the_way_to_the_whole_story_counts_in_the_article_even_where_it_is_called_read_more(shape: str) -> None:
    link = '<p class="read-more"><a href="https://lantern.example/f">Read the full story at Lantern Magazine</a></p>'
    assert [credit.source_name for credit in read(shape, "en", end=link).credits] == ["Lantern Magazine"]
    other = link.replace("Read the full story at Lantern Magazine", "Seven ferries of the north")
    assert read(shape, "en", end=other).credits == ()
