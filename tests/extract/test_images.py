"""Images of the article with caption and credit, and embedded content."""

from __future__ import annotations

import pytest

from rights.extract.embeds import find_embeds
from rights.extract.images import find_images
from tests.extract.pages import document


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        ("<figure><img src=a.jpg><figcaption>A river. (Photo: Ann Person)</figcaption></figure>", "A river.", "Photo: Ann Person"),
        ("<figure><img src=a.jpg><figcaption>A river. Photo by Ann Person</figcaption></figure>", "A river.", "Photo by Ann Person"),
        ("<figure><img src=a.jpg><figcaption>A river <span class=credit>Ann Person / AP</span></figcaption></figure>", "A river", "Ann Person / AP"),
        ("<figure><img src=a.jpg><figcaption>Un fleuve. (Crédit photo : Anne)</figcaption></figure>", "Un fleuve.", "Crédit photo : Anne"),
        ("<figure><img src=a.jpg><figcaption>Ein Fluss. Foto: Anna Muster/dpa</figcaption></figure>", "Ein Fluss.", "Foto: Anna Muster/dpa"),
        ("<figure><img src=a.jpg><figcaption>A river. (Ann Person/AFP via Getty Images)</figcaption></figure>", "A river.", "Ann Person/AFP via Getty Images"),
        ("<figure><img src=a.jpg><figcaption>© Ann Person</figcaption></figure>", None, "© Ann Person"),
        ("<div class=wp-caption><a href=x><img src=a.jpg></a><p class=wp-caption-text>A river</p></div>", "A river", None),
        ("<div><img src=a.jpg></div><div class=bildunterschrift>Ein Fluss</div>", "Ein Fluss", None),
        ("<figure><img src=a.jpg></figure>", None, None),
        ("<p><img src=a.jpg><em>A river. Photo: Ann Person</em></p>", "A river.", "Photo: Ann Person"),
        ("<p><img src=a.jpg><em>A river</em> is what we see in this story of ours.</p>", None, None),
        ("<figure><img src=a.jpg><figcaption>川の水（写真：共同）</figcaption></figure>", "川の水", "写真：共同"),
        ("<figure><img src=a.jpg><figcaption>河水。图片来源：河口社</figcaption></figure>", "河水。", "图片来源：河口社"),
        ("<figure><img src=a.jpg><figcaption>강물 /사진=갈대통신</figcaption></figure>", "강물", "사진=갈대통신"),
        ("<figure><img src=a.jpg><figcaption>النهر (تصوير: ليلى منصور)</figcaption></figure>", "النهر", "تصوير: ليلى منصور"),
        ("<figure><img src=a.jpg><figcaption>הנהר. צילום: נועה שקד</figcaption></figure>", "הנהר.", "צילום: נועה שקד"),
        ("<figure><img src=a.jpg><figcaption>Rzeka, fot. Jan Trzcina</figcaption></figure>", "Rzeka", "fot. Jan Trzcina"),
        ("<picture><img src=a.jpg></picture><div class=image-credit>Ann Person / AFP via Getty Images</div>", None, "Ann Person / AFP via Getty Images"),
        ("<picture><img src=a.jpg></picture><p class=image-caption>A river</p><p class=image-credit>Ann Person</p>", "A river", "Ann Person"),
        ("<table class=tr-caption-container><tr><td><img src=a.jpg></td></tr><tr><td class=tr-caption>A river. Photo: Ann Person</td></tr></table>", "A river.", "Photo: Ann Person"),
        ("<figure><img src=a.jpg><figcaption>A river. Photo: Ann Person (CC BY 2.0)</figcaption></figure>", "A river.", "Photo: Ann Person (CC BY 2.0)"),
        ("<figure><img src=a.jpg><figcaption>The source of the river</figcaption></figure>", "The source of the river", None),
    ],
)  # fmt: skip
def test_caption_and_credit(figure: str, caption: str | None, credit: str | None) -> None:
    [image] = find_images(
        document(
            f"<main><article><p>{'Text of the story. ' * 20}</p>{figure}<p>{'More text. ' * 30}</p></article></main>"
        )
    )
    assert (image.src, image.caption, image.credit) == ("https://site.example/2024/a.jpg", caption, credit)


def test_lazy_sources_and_alternative_text() -> None:
    page = document(
        "<article><img class=lazy src='data:image/gif;base64,R0' data-src='/b.jpg' alt=' A tree '><img src=/c.png srcset='/c2.png 2x'></article>"
    )
    assert [(i.src, i.alt) for i in find_images(page)] == [
        ("https://site.example/b.jpg", "A tree"),
        ("https://site.example/c.png", None),
    ]


def test_pixels_icons_portraits_and_related_stories_are_no_images_of_the_article() -> None:
    page = document(
        "<article><img src=/p.gif width=1 height=1><img src=/icons/share.png><img class=avatar src=/me.jpg><img src=/logo.png>"
        "<div class=related-posts><img src=/other.jpg></div></article><aside><img src=/side.jpg></aside>"
    )
    assert find_images(page) == ()


def test_credit_from_json_ld() -> None:
    page = document(
        "<article><p>Text</p><img src='/d.jpg?w=600'></article>",
        head='<script type="application/ld+json">{"@type":"ImageObject","contentUrl":"https://site.example/d.jpg","creditText":"Ann Person"}</script>',
    )
    assert [i.credit for i in find_images(page)] == ["Ann Person"]


def test_embeds_by_kind() -> None:
    page = document(
        "<iframe src='https://www.youtube-nocookie.com/embed/x'></iframe><iframe data-src='https://w.soundcloud.com/player/?u=1'></iframe>"
        "<iframe src='https://press.example/story'></iframe><video><source src=/v.mp4></video>"
        "<blockquote class=twitter-tweet><a href='https://twitter.com/a'>A</a><a href='https://twitter.com/a/status/1'>date</a></blockquote>"
        "<amp-youtube data-videoid=abc></amp-youtube><object data=/doc.pdf></object>"
    )
    assert [(e.kind, e.src) for e in find_embeds(page)] == [
        ("video", "https://www.youtube-nocookie.com/embed/x"),
        ("audio", "https://w.soundcloud.com/player/?u=1"),
        ("iframe", "https://press.example/story"),
        ("video", "https://site.example/v.mp4"),
        ("post", "https://twitter.com/a/status/1"),
        ("video", "amp-youtube:abc"),
        ("object", "https://site.example/doc.pdf"),
    ]


def test_ads_consent_and_hidden_frames_are_no_embeds() -> None:
    page = document(
        "<iframe src='https://www.googletagmanager.com/ns.html?id=1' style='display:none'></iframe><iframe src='about:blank'></iframe>"
        "<iframe width=1 height=1 src='https://x.example/p'></iframe><iframe src='https://ads.x.example/ads/1'></iframe>"
        "<blockquote><p>A quotation</p></blockquote>"
    )
    assert find_embeds(page) == ()
