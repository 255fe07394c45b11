"""Bytes to a hostile page: each byte picks a piece, so that a small change of the input is a small change of the page."""

from __future__ import annotations

from rights.model import Page

#: What a fuzzed page is declared as; None: nothing is declared.
MEDIA = (
    "text/html; charset=utf-8", "text/html", "text/html; charset=shift_jis", "text/html; charset=utf-16",
    "application/xhtml+xml", "text/plain", "text/markdown", None, "message/rfc822", "text/html; charset=iso-8859-1",
)  # fmt: skip
_TAGS = (
    "div p span a b i em strong h1 h2 ul ol li table tr td th blockquote pre figure figcaption article section main nav aside"
    " header footer form button label select option textarea noscript template iframe frameset frame noframes script style"
    " title svg math audio video object map area dialog details summary time address cite q dl dt dd center font body html"
    " head amp-img amp-ad x-card base link meta img br hr input"
).split()
_ATTRIBUTES = (
    ' class="byline"', ' class="article-body entry-content"', ' class="comments"', ' class="sidebar widget"', ' id="a"',
    ' style="display:none"', ' style="color:#fff;background:#fff"', ' style="position:absolute;left:-9999px"',
    ' style="font-size:0"', " hidden", ' rel="author nofollow license canonical"', ' href="https://other.example/x?y=1#z"',
    ' href="//[::1"', ' href="http://[bad"', ' href="javascript:x"', ' href=""', ' href="/a/../../b"', ' href="data:,x"',
    ' itemprop="author"', ' itemprop="datePublished" datetime="2024-06-11T08:00:00+99:99"', ' role="navigation"',
    ' src="https://pixel.example/count?id=1"', ' src="https://[::1/x.png"', ' width="1" height="1"', ' alt="By Jo Marsh"',
    ' data-src="x.jpg 2x, y.jpg"', ' lang="ar" dir="rtl"', ' xml:lang="zz"', ' content="2024-13-41"', ' name="author"',
    ' property="article:published_time"', ' content="By By By, and , ;"', ' http-equiv="refresh"', ' content="0;url="',
    " =", ' "', " '", " a='", ' class="', " onclick=x", ' open="1"', ' style="color:rgb(1e9,,%)"', ' color="#zzz"',
)  # fmt: skip
_TEXTS = (
    "The water rose for nine days before the council agreed to open the lower gates, and the market was lost. ",
    "By Jo Marsh and Ada Grün, Harbour Lantern, 11 June 2024", "Originally published by The Harbour Lantern.",
    "This article first appeared in ", "Republished with permission from ", "© 2024 The Harbour Lantern. ",
    "Copyright (c) 99999 ", "(Reuters) - ", "BERLIN (dpa) – ", "Foto: Jo Marsh/dpa", "本文转载自《港口灯笼》，作者：王小明。",
    "この記事は港ランタンに掲載されたものです。", "출처: 항구등불 ", "Источник: Портовый фонарь. ", "هذا المقال نشر أول مرة في ",
    "Publié à l’origine par Le Phare. ", "Zuerst erschienen bei Hafenlaterne. ", "CC BY-NC-ND 4.0 ", "Advertisement ",
    "Subscribe to read the rest of this article ", "€ 9,99 in den Warenkorb ", "donate ", "11/11/2024 ", "0000-00-00 ",
    "31. Februar 2024 ", "\u202e\u200b\ufeff\u00ad", "\x00", "\x85\x1c", "\ud7ff\ue000", "𝕏" * 7, "â€™ Ã¼ â€œ", "&#0;", "&#x110000;",
    "&#xD800;", "&nbsp", "&" * 9, "\n\n", "- ", "# Title\n\n", "[a](b) ", "---\ntitle: [\n---\n", "a" * 300, "by " * 40,
    ", and " * 40, "http://" * 20, "İ" * 9, "ß.", "1" * 40, "(" * 60, "“" * 30, "\t" * 60, "A.B.C.D.E.F. ",
)  # fmt: skip
_RAW = (
    "<!--", "-->", "<!-- saved from url=(0)http://[x -->", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='x'?>",
    "<!doctype html>", "<", ">", "</", "/>", "<a <b", "</p></div></article>", "</script>", "<script>", "<plaintext>",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","author":[{"name":["A B"]},"C D",null,7],'
    '"datePublished":"2024-06-11","isBasedOn":{"@id":"http://[x"},"license":[[]],"publisher":[{"name":{}}]}</script>',
    '<script type="application/ld+json">{"@graph":[{"@id":"#a","author":{"@id":"#a"}},{"@type":["Article",3],"@id":"#a"}]}',
    '<script type="application/ld+json">' + "[" * 300, '<script type="application/ld+json">{"@type":"Article","name":"\\ud800"}</script>',
    "<style>.byline,#a{display:none}@media{", "<style>" + "a{" * 200, '<meta name="robots" content="noindex, max-snippet:x">',
    '<meta property="og:title" content="T">', '<meta property="og:site_name" content="(">', "<base href='http://[::'>",
    '<link rel="canonical" href="http://[::1">', '<link rel="license" href="https://creativecommons.org/licenses/by/9.9/xx/">',
    "<svg><title>", "<math><mtext>", "<table><p>", "<select><div>", "<form><form>", "<frameset><frame src=a>", "Content-Type: text/html\n\n",
    "Subject: =?x?q?=\nDate: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nx", "%PDF-", "\u2028", "<p>" * 40, "</p>" * 40,
)  # fmt: skip
_REPEATS = (2, 2, 2, 3, 3, 5, 5, 17, 60, 400, 4000)
#: Characters of one page; enough for what grows with the square to show.
LARGEST = 400_000
#: Characters of most pages.
SMALL = 12_000


def page_of(data: bytes, largest: int = LARGEST) -> Page:
    """The page that an input stands for, of at most about ``largest`` characters.

    The first byte says how it is declared, whether the rest is taken as it is, and whether the page may be larger than
    `SMALL`: one in sixteen, because in the time of a large page dozens of small ones are tried.
    """
    first, rest = (data[0], data[1:]) if data else (0, b"")
    if first % 16 != 5:
        largest = min(largest, SMALL)
    media = MEDIA[first % len(MEDIA)]
    body = (
        rest if first >= 240 else _html(rest, largest).encode("utf-8", "replace" if first % 2 else "xmlcharrefreplace")
    )
    if 200 <= first < 240:
        body = body.decode("utf-8", "replace").encode("utf-16" if first % 2 else "cp1252", "replace")
    url = None if first % 7 == 0 else "https://reedmark.example/2021/water"
    return Page(body=body, url=url, final_url=url, headers={"content-type": media} if media else {})


def _html(data: bytes, largest: int) -> str:
    parts: list[str] = []
    size, at = 0, 0
    while at < len(data) and size < largest:
        kind, choice = data[at] % 8, data[at + 1] if at + 1 < len(data) else 0
        at += 2
        if kind <= 1:
            part = f"<{_TAGS[choice % len(_TAGS)]}{_ATTRIBUTES[data[at - 2] // 8 % len(_ATTRIBUTES)] if kind else ''}>"
        elif kind == 2:
            part = f"</{_TAGS[choice % len(_TAGS)]}>"
        elif kind <= 4:
            part = _TEXTS[choice % len(_TEXTS)]
        elif kind == 5:
            part = _RAW[choice % len(_RAW)]
        elif kind == 6:
            tag, attribute = _TAGS[data[at - 2] // 8], _ATTRIBUTES[choice % len(_ATTRIBUTES)]
            part = f"<{tag}{attribute}>{_TEXTS[choice % len(_TEXTS)]}</{tag}>"
        else:
            back = "".join(parts[-1 - choice % 4 :])
            part = back * min(_REPEATS[choice // 4 % len(_REPEATS)], 1 + (largest - size) // max(1, len(back)))
        parts.append(part)
        size += len(part)
    return "".join(parts)
