"""Golden pages: the layouts that articles come in, each filled with a report of `golden_words` and told what is in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.message import EmailMessage
from html import escape

from rights.model import Page
from tests.extract.golden_words import DAY, WORDS, Words

SITE = "Reedmark Weekly"
URL = "https://reedmark.example/2024/06/ferry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """One page, and what an editor would say is on it; ``credits`` are the names of outlets in order."""

    body: str
    text: tuple[str, ...]
    title: str
    authors: tuple[str, ...] = ()
    published: str | None = DAY
    modified: str | None = None
    language: str | None = None
    site_name: str | None = SITE
    canonical: tuple[str, str] | None = None
    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    copyrights: tuple[tuple[str, int, str], ...] = ()
    licences: tuple[str, ...] = ()
    hidden_credit: bool = False
    cut: bool = False
    media: str | None = "text/html; charset=utf-8"
    encoding: str = "utf-8"
    raw: bytes | None = None
    url: str | None = URL

    def page(self) -> Page:
        """The page as it would come from a server or a file."""
        body = self.raw if self.raw is not None else self.body.encode(self.encoding, "xmlcharrefreplace")
        return Page(
            body=body, url=self.url, final_url=self.url, headers={"content-type": self.media} if self.media else {}
        )


Layout = Callable[[Words, str], Golden]
LAYOUTS: dict[str, Layout] = {}


def layout(build: Layout) -> Layout:
    """Register a layout by its function's name."""
    LAYOUTS[build.__name__] = build
    return build


def prose(w: Words, tag: str = "p") -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in w.paragraphs)


def head(w: Words, lang: str, more: str = "", og: bool = True) -> str:
    site = f'<meta property="og:site_name" content="{SITE}">' if og else ""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(w.title)} | {SITE}</title>'
        f"{site}{more}</head>"
    )


def frame(w: Words, lang: str, inside: str, more: str = "", footer: str = "", og: bool = True) -> str:
    """A page with what surrounds every article: navigation, sidebar, related pieces, comments, footer."""
    cards = "".join(f'<li><a href="/b/{n}">{escape(w.teaser)} {n}</a></li>' for n in range(4))
    return f"""{head(w, lang, more, og)}<body><header class="site-header"><a href="/">{SITE}</a>
<nav class="main-nav"><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/life">Life</a></li></ul></nav></header>
<main>{inside}</main><aside class="sidebar"><h3>Most read</h3><ul>{cards}</ul></aside>
<section class="related-posts"><h2>Related</h2><ul>{cards}</ul></section>
<section id="comments" class="comments"><h3>2 comments</h3><div class="comment"><p>What a lovely piece, I was on that pier myself with my aunt and her two dogs.</p></div></section>
<footer class="site-footer"><p><a href="/about">About us</a> <a href="/imprint">Imprint</a></p>{footer}</footer></body></html>"""


def known(w: Words, lang: str, body: str) -> Golden:
    """What is the same on most pages."""
    return Golden(body=body, text=w.paragraphs, title=w.title, authors=(w.author,), language=lang)


def data(w: Words, **more: object) -> str:
    """JSON-LD of the article."""
    node: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": w.title,
        "author": {"@type": "Person", "name": w.author},
        "datePublished": f"{DAY}T08:00:00+02:00",
        "publisher": {"@type": "Organization", "name": SITE},
    }
    return f'<script type="application/ld+json">{json.dumps(node | more, ensure_ascii=False)}</script>'


STAMP = f"{DAY}T08:00:00+02:00"


@layout
def article(w: Words, lang: str) -> Golden:
    """Semantic elements, byline and time element, everything shown and in the markup."""
    inside = (
        f'<article><header><h1>{escape(w.title)}</h1><p class="byline">{w.by} <a rel="author" href="/author/x">{w.author}</a>'
        f' <time datetime="{STAMP}">{w.day}</time></p></header><div class="article-body">{prose(w)}</div></article>'
    )
    return replace(known(w, lang, frame(w, lang, inside, data(w))), published=STAMP)


@layout
def blog(w: Words, lang: str) -> Golden:
    """A weblog's post: meta line with permalink, entry content, share buttons, author box."""
    inside = (
        f'<div id="content" class="post hentry"><h2 class="entry-title">{escape(w.title)}</h2><div class="entry-meta">'
        f'<span class="posted-on">{w.day}</span> <span class="author vcard">{w.by} <a class="url fn" href="/author/x/">{w.author}</a></span></div>'
        f'<div class="entry-content">{prose(w)}<div class="sharedaddy"><a href="#">Tweet</a> <a href="#">Mail</a></div></div>'
        f'<div class="author-box"><p>{w.author} keeps a small garden above the harbour and writes letters about it.</p></div></div>'
    )
    more = f'<meta property="og:title" content="{escape(w.title)}"><meta property="article:published_time" content="{DAY}">'
    return known(w, lang, frame(w, lang, inside, more))


@layout
def credited(w: Words, lang: str) -> Golden:
    """A republished piece: the credit with its link stands under the text."""
    said = escape(w.credit).replace("Harbour Lantern", '<a href="https://lantern.example/ferry">Harbour Lantern</a>')
    inside = (
        f'<article><h1>{escape(w.title)}</h1><div class="byline">{w.by} {w.author}, {w.day}</div><div class="entry-content">'
        f"{prose(w)}<p><em>{said}</em></p></div></article>"
    )
    return replace(known(w, lang, frame(w, lang, inside)), credits=("Harbour Lantern",))


@layout
def soup(w: Words, lang: str) -> Golden:
    """No paragraphs at all: one div, its parts held apart by two line breaks."""
    inside = (
        f'<div class="story"><div class="title">{escape(w.title)}</div><div class="author">{w.by} {w.author}</div><div>{w.day}</div>'
        f'<div class="text">{"<br><br>".join(escape(text) for text in w.paragraphs)}</div></div>'
    )
    return known(w, lang, frame(w, lang, inside))


@layout
def tables(w: Words, lang: str) -> Golden:
    """A page of the nineties: tables within tables, fonts, capital tags, no class and no id."""
    body = (
        f"<HTML><HEAD><TITLE>{escape(w.title)}</TITLE></HEAD><BODY BGCOLOR=#ffffff><TABLE WIDTH=780><TR><TD VALIGN=top WIDTH=140>"
        f"<A HREF=a.html>Home</A><BR><A HREF=b.html>Archive</A><BR><A HREF=c.html>Guestbook</A></TD><TD><FONT SIZE=5><B>{escape(w.title)}</B></FONT>"
        f"<P><FONT SIZE=2><I>{w.by} {w.author}, {w.day}</I></FONT><P>{'<P>'.join(escape(text) for text in w.paragraphs)}</TD></TR></TABLE></BODY></HTML>"
    )
    return replace(known(w, lang, body), site_name=None)


@layout
def amp(w: Words, lang: str) -> Golden:
    """AMP: its own elements, a sidebar element, the canonical page elsewhere on the site."""
    inside = (
        f'<amp-sidebar id="s"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header">'
        f'<h1 class="amp-wp-title">{escape(w.title)}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">{w.author}</span></div>'
        f'<div class="amp-wp-meta amp-wp-posted-on"><time datetime="{STAMP}">{w.day}</time></div></header>'
        f'<amp-img src="/pier.jpg" width="800" height="400"></amp-img><div class="amp-wp-article-content">{prose(w)}</div><amp-ad type="x"></amp-ad></article>'
    )
    html = frame(w, lang, inside, f'<link rel="canonical" href="{URL}/">{data(w)}').replace("<html ", "<html amp ")
    return replace(known(w, lang, html), canonical=(f"{URL}/", "head"), published=STAMP)


@layout
def printed(w: Words, lang: str) -> Golden:
    """A print view: next to nothing around the text, the page's own address at the end."""
    body = (
        f"{head(w, lang, og=False)}<body onload='window.print()'><h1>{escape(w.title)}</h1><p>{w.by} {w.author}</p><p>{w.day}</p>{prose(w)}"
        f"<hr><p>Printed from <a href='{URL}'>{URL}</a></p></body></html>"
    )
    return replace(known(w, lang, body), site_name=None)


@layout
def microdata(w: Words, lang: str) -> Golden:
    """Microdata only; author and date as meta elements in the body."""
    inside = (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{escape(w.title)}</h1>'
        f'<meta itemprop="datePublished" content="{STAMP}"><meta itemprop="dateModified" content="2024-06-12T10:00:00+02:00">'
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person">{w.by} <a itemprop="author" href="/p/x"><span itemprop="name">{w.author}</span></a></span>'
        f'<div itemprop="articleBody">{prose(w)}</div></div>'
    )
    return replace(known(w, lang, frame(w, lang, inside)), published=STAMP, modified="2024-06-12T10:00:00+02:00")


@layout
def figures(w: Words, lang: str) -> Golden:
    """Pictures with captions and credits, a pull quote, and a list of related pieces within the text."""
    texts = [f"<p>{escape(text)}</p>" for text in w.paragraphs]
    figure = (
        f'<figure><img src="/pier.jpg" width="800" alt=""><figcaption>{escape(w.caption)} <span class="photo-credit">Photo: Iver Tangen</span>'
        "</figcaption></figure>"
    )
    related = (
        f'<div class="related-links"><h4>Read also</h4><ul><li><a href="/b/9">{escape(w.teaser)}</a></li></ul></div>'
    )
    inside = (
        f'<article><h1>{escape(w.title)}</h1><p class="byline">{w.by} {w.author}</p><time datetime="{DAY}">{w.day}</time>{figure}'
        f'<div class="article-body">{texts[0]}{texts[1]}{related}{texts[2]}{texts[3]}</div></article>'
    )
    return replace(known(w, lang, frame(w, lang, inside)), captions=(w.caption,), photo_credits=("Photo: Iver Tangen",))


@layout
def nobody(w: Words, lang: str) -> Golden:
    """No author anywhere, though a person is thanked and quoted."""
    inside = f'<article><h1>{escape(w.title)}</h1><p class="meta">{w.day}</p><div class="article-body">{prose(w)}</div></article>'
    more = f'<meta name="author" content="{SITE}"><meta property="article:published_time" content="{DAY}">'
    return replace(known(w, lang, frame(w, lang, inside, more)), authors=())


@layout
def modern(w: Words, lang: str) -> Golden:
    """A generated page: class names that say nothing, every paragraph in wrappers of its own, data in a script."""
    parts = "".join(
        f'<div class="css-1x{n}"><div class="sc-b{n}"><p class="r7">{escape(t)}</p></div></div>'
        for n, t in enumerate(w.paragraphs)
    )
    inside = (
        f'<div class="css-k9"><div class="css-q1"><h1 class="r1">{escape(w.title)}</h1></div><div class="css-a2"><span>{w.by} </span>'
        f'<a href="/authors/x">{w.author}</a></div><div class="css-t4"><time datetime="{STAMP}">{w.day}</time></div>{parts}</div>'
    )
    state = (
        f"<script>window.__STATE__={json.dumps({'article': {'title': w.title, 'body': list(w.paragraphs)}})}</script>"
    )
    return replace(known(w, lang, frame(w, lang, inside, data(w)) + state), published=STAMP)


@layout
def plain_file(w: Words, lang: str) -> Golden:
    """A text file: the title in the first line, then who and when, paragraphs by blank lines."""
    body = "\n\n".join((w.title, f"{w.by} {w.author}, {w.day}", *w.paragraphs)) + "\n"
    return replace(known(w, lang, body), media="text/plain; charset=utf-8", site_name=None, title="")


@layout
def markdown(w: Words, lang: str) -> Golden:
    """Markdown with front matter."""
    body = (
        f'---\ntitle: "{w.title}"\nauthor: {w.author}\ndate: {DAY}\nlang: {lang}\n---\n\n# {w.title}\n\n'
        + "\n\n".join(w.paragraphs)
        + "\n"
    )
    return replace(known(w, lang, body), media="text/markdown; charset=utf-8", site_name=None)


@layout
def xhtml(w: Words, lang: str) -> Golden:
    """XHTML as XML: a declaration, self-closed empty elements, a CDATA section."""
    body = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{lang}" lang="{lang}">'
        f'<head><title>{escape(w.title)} - {SITE}</title><meta name="date" content="{DAY}" /><meta name="author" content="{w.author}" /><script src="a.js"/>'
        f'<style type="text/css">/*<![CDATA[*/ p {{ margin: 0 }} /*]]>*/</style></head><body><div id="nav"><a name="top"/><a href="/">Home</a></div>'
        f'<div id="main"><h1>{escape(w.title)}</h1><p class="author">{w.by} {w.author}</p>{prose(w)}<div class="clear"/></div></body></html>'
    )
    return replace(known(w, lang, body), media="application/xhtml+xml; charset=utf-8", site_name=None)


@layout
def letter(w: Words, lang: str) -> Golden:
    """A newsletter: an e-mail message with an HTML part laid out by tables."""
    message = EmailMessage()
    message["Subject"] = w.title
    message["From"] = f"{SITE} <post@reedmark.example>"
    message["Date"] = "Tue, 11 Jun 2024 08:00:00 +0200"
    message.set_content("\n\n".join(w.paragraphs))
    message.add_alternative(
        f"<html><body><table><tr><td><h1>{escape(w.title)}</h1><p>{w.by} {w.author}</p>{prose(w)}</td></tr><tr><td>"
        "<a href='https://reedmark.example/u'>Unsubscribe</a></td></tr></table></body></html>",
        subtype="html",
    )
    return replace(known(w, lang, ""), raw=message.as_bytes(), media="message/rfc822", published=STAMP, url=None)


def build(name: str, lang: str) -> Golden:
    """The golden page of this layout in this language."""
    return LAYOUTS[name](WORDS[lang], lang)
