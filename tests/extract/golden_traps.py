"""Golden pages that mislead: each holds what has been taken for something else, or hides what must be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from tests.extract.golden_layouts import SITE, STAMP, URL, Golden, data, frame, head, known, prose
from tests.extract.golden_words import DAY, WORDS

EN, DE, FR, RU, JA = (WORDS[lang] for lang in ("en", "de", "fr", "ru", "ja"))
TRAPS: dict[str, Callable[[], Golden]] = {}


def trap(build: Callable[[], Golden]) -> Callable[[], Golden]:
    TRAPS[build.__name__] = build
    return build


def piece(inside: str, more: str = "", **told: object) -> Golden:
    """The English report under its heading, with something inserted; ``told`` is what differs from the usual."""
    html = frame(EN, "en", f"<article><h1>{EN.title}</h1>{inside}</article>", more)
    return replace(known(EN, "en", html), **told)  # type: ignore[arg-type]  # fields by name


BYLINE = f'<p class="byline">By {EN.author}</p><time datetime="{DAY}">{EN.day}</time>'
BODY = f'<div class="article-body">{prose(EN)}</div>'


def text_with(extra: str, at: int = 2) -> str:
    parts = [f"<p>{escape(text)}</p>" for text in EN.paragraphs]
    return f'<div class="article-body">{"".join(parts[:at])}{extra}{"".join(parts[at:])}</div>'


# --- who wrote it


@trap
def two_authors() -> Golden:
    return piece(
        f'<p class="byline">By Nora Whitfield and Tomas Okoro</p><time datetime="{DAY}"></time>{BODY}',
        authors=("Nora Whitfield", "Tomas Okoro"),
    )


@trap
def three_authors_with_roles() -> Golden:
    line = "By Nora Whitfield, Senior Correspondent, Tomas Okoro and Mireille Sand"
    return piece(
        f'<p class="byline">{line}</p><time datetime="{DAY}"></time>{BODY}',
        authors=("Nora Whitfield", "Tomas Okoro", "Mireille Sand"),
    )


@trap
def staff_is_nobody() -> Golden:
    return piece(f'<p class="byline">By {SITE} Staff</p><time datetime="{DAY}"></time>{BODY}', authors=())


@trap
def newsroom_in_data_is_nobody() -> Golden:
    more = data(EN, author={"@type": "Organization", "name": SITE})
    return piece(BODY, more, authors=(), published=STAMP)


@trap
def admin_is_nobody() -> Golden:
    return piece(
        f'<div class="entry-meta">{EN.day} by <a rel="author" href="/author/admin">admin</a></div>{BODY}', authors=()
    )


@trap
def author_of_another_piece_is_nobody() -> Golden:
    card = '<section class="related"><h4><a href="/b/1">The well that sang</a></h4><p class="byline">By Piet Varga</p></section>'
    return piece(f'<time datetime="{DAY}"></time>{BODY}{card}', authors=())


@trap
def commenter_is_nobody() -> Golden:
    says = '<div class="comments"><div class="comment"><span class="author">Olga Brandt</span><p>I was there too, and it rained the whole time.</p></div></div>'
    return piece(f'<time datetime="{DAY}"></time>{BODY}{says}', authors=())


@trap
def photographer_is_nobody() -> Golden:
    figure = f"<figure><img src='/a.jpg' width='900'><figcaption>{EN.caption}. Photo: Iver Tangen</figcaption></figure>"
    return piece(f'<time datetime="{DAY}"></time>{figure}{BODY}', authors=(), photo_credits=("Photo: Iver Tangen",))


@trap
def author_at_the_end() -> Golden:
    return piece(f'<time datetime="{DAY}"></time>{BODY}<p class="author">Written by Nora Whitfield</p>')


@trap
def author_in_data_and_byline_in_capitals() -> Golden:
    return piece(f'<p class="byline">BY NORA WHITFIELD</p>{BODY}', data(EN), published=STAMP)


@trap
def author_as_address() -> Golden:
    more = '<meta property="article:author" content="https://social.example/nora.whitfield">'
    return piece(
        f'<p class="byline">By <a href="/people/nora">Nora Whitfield</a></p><time datetime="{DAY}"></time>{BODY}', more
    )


@trap
def author_with_degree_and_outlet() -> Golden:
    return piece(f'<p class="byline">By Nora Whitfield, PhD | {SITE}</p><time datetime="{DAY}"></time>{BODY}')


@trap
def interviewer_in_german() -> Golden:
    inside = f"<article><h1>{DE.title}</h1><p>Text: {DE.author}</p><time datetime='{DAY}'>{DE.day}</time><div class='artikeltext'>{prose(DE)}</div></article>"
    return known(DE, "de", frame(DE, "de", inside))


# --- when


@trap
def modified_is_not_published() -> Golden:
    more = f'<meta property="article:published_time" content="{DAY}"><meta property="article:modified_time" content="2024-07-02">'
    return piece(f'<p class="byline">By {EN.author}</p>{BODY}', more, modified="2024-07-02")


@trap
def todays_date_in_the_header() -> Golden:
    html = piece(f'<p class="byline">By {EN.author}</p><p class="date">Published {EN.day}</p>{BODY}').body
    return replace(
        known(EN, "en", html.replace("<nav ", "<div class='today'>Thursday, November 26, 2026</div><nav ", 1))
    )


@trap
def dates_in_the_text_are_not_its_date() -> Golden:
    extra = "<p>The first ferry of the line had been launched on May 3, 1911, and the last one on October 9, 1988, as a plate in the hall says.</p>"
    return piece(
        f'<p class="byline">By {EN.author}</p><p class="meta">{EN.day}</p>{text_with(extra)}',
        text=(
            *EN.paragraphs[:2],
            "The first ferry of the line had been launched on May 3, 1911, and the last one on October 9, 1988, as a plate in the hall says.",
            *EN.paragraphs[2:],
        ),
    )


@trap
def day_before_month() -> Golden:
    return piece(f'<p class="byline">By {EN.author}</p><p class="date">25/06/2024</p>{BODY}', published="2024-06-25")


@trap
def no_date_at_all() -> Golden:
    return piece(f'<p class="byline">By {EN.author}</p>{BODY}', published=None)


@trap
def copyright_year_is_no_date() -> Golden:
    html = frame(
        EN,
        "en",
        f"<article><h1>{EN.title}</h1><p class='byline'>By {EN.author}</p>{BODY}</article>",
        footer=f"<p>© 2019 {SITE}. All rights reserved.</p>",
    )
    return replace(known(EN, "en", html), published=None, copyrights=((SITE, 2019, "site"),))


# --- title


@trap
def site_name_is_the_only_h1() -> Golden:
    html = f"{head(EN, 'en')}<body><header><h1 class='logo'>{SITE}</h1></header><article><h2 class='entry-title'>{EN.title}</h2>{BYLINE}{BODY}</article></body></html>"
    return known(EN, "en", html)


@trap
def title_with_a_dash_of_its_own() -> Golden:
    title = "Bread, tide and chain – three days on the northern pier"
    html = frame(EN, "en", f"<article><h1>{title}</h1>{BYLINE}{BODY}</article>").replace(
        f"<title>{EN.title}", f"<title>{title}"
    )
    return replace(known(EN, "en", html), title=title)


@trap
def title_only_in_the_head() -> Golden:
    html = f"{head(EN, 'en')}<body><div class='story'>{BYLINE}{BODY}</div></body></html>"
    return known(EN, "en", html)


# --- the text


@trap
def newsletter_box_within() -> Golden:
    return piece(
        f"{BYLINE}{text_with('<div class=newsletter-signup><p>Get our morning letter with five stories, free, every working day of the week.</p></div>')}"
    )


@trap
def teaser_list_within() -> Golden:
    links = "".join(
        f"<li><a href='/b/{n}'>{EN.teaser}, part {n} of our long series on bread and the sea</a></li>" for n in range(3)
    )
    return piece(f"{BYLINE}{text_with(f'<ul class=more-stories>{links}</ul>')}")


@trap
def advertisement_within() -> Golden:
    return piece(
        f"{BYLINE}{text_with('<div class=ad-slot><p>Advertisement</p><p>Buy two sacks of flour and get a third one for half the price at any mill.</p></div>')}"
    )


@trap
def cookie_notice_first() -> Golden:
    notice = "<div id='cookie-consent'><p>We and our 812 partners store information on your device, such as unique identifiers in cookies, to show you advertising.</p><button>Accept</button></div>"
    return replace(known(EN, "en", piece(f"{BYLINE}{BODY}").body.replace("<header class", f"{notice}<header class", 1)))


@trap
def long_comments() -> Golden:
    talk = "".join(
        f"<div class='comment'><p>Comment {n}: when I was a boy the same ferry lay there for a whole week and my father walked home across the ice, which nobody believes today.</p></div>"
        for n in range(12)
    )
    return replace(known(EN, "en", piece(f"{BYLINE}{BODY}").body.replace("<h3>2 comments</h3>", talk)))


@trap
def subheadings_and_lists() -> Golden:
    items = (
        "two hundred and four passengers in the customs hall",
        "eleven crates of bread, four of them with raisins",
        "one chain that nobody had looked at",
    )
    extra = "<h2>What was counted</h2><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    return piece(
        f"{BYLINE}{text_with(extra)}", text=(*EN.paragraphs[:2], "What was counted", *items, *EN.paragraphs[2:])
    )


@trap
def quotation_within() -> Golden:
    said = "I have baked for funerals and for weddings, but I had never before baked for a queue, and I found that a queue is the most grateful guest."
    return piece(
        f"{BYLINE}{text_with(f'<blockquote><p>{said}</p></blockquote>')}",
        text=(*EN.paragraphs[:2], said, *EN.paragraphs[2:]),
    )


@trap
def author_biography_after() -> Golden:
    bio = "<div class='author-bio'><p>Nora Whitfield writes about islands and lives on one of them with a patient dog and too many charts.</p></div>"
    return piece(f"{BYLINE}{BODY}{bio}")


@trap
def live_blog() -> Golden:
    posts = "".join(
        f"<div class='liveblog-post'><time datetime='{DAY}T1{n}:00:00Z'>1{n}:00</time><p>{escape(t)}</p></div>"
        for n, t in enumerate(EN.paragraphs)
    )
    return piece(
        f"{BYLINE}<div class='liveblog'>{posts}</div>", '<meta property="article:published_time" content="2024-06-11">'
    )


@trap
def several_pages() -> Golden:
    pager = "<div class='pagination'><a href='/2024/06/ferry?page=2'>2</a> <a href='/2024/06/ferry?page=3'>3</a> <a rel='next' href='/2024/06/ferry?page=2'>Next page</a></div>"
    return piece(f"{BYLINE}{BODY}{pager}")


@trap
def forum_thread() -> Golden:
    first = "".join(f"<p>{escape(t)}</p>" for t in EN.paragraphs)
    html = f"{head(EN, 'en')}<body><h1>{EN.title}</h1><div class='thread'><div class='message'><span class='username'>marsh_hen</span><div class='message-content'>{first}</div></div></div></body></html>"
    return replace(known(EN, "en", html), authors=(), published=None)


@trap
def list_of_pieces_is_no_article() -> Golden:
    cards = "".join(
        f"<div class='card'><h3><a href='/b/{n}'>{EN.teaser} {n}</a></h3><a href='/b/{n}'>Read more about it</a></div>"
        for n in range(30)
    )
    html = f"{head(EN, 'en').replace(EN.title, 'All stories')}<body><h1>All stories</h1><div class='cards'>{cards}</div></body></html>"
    return replace(known(EN, "en", html), text=(), title="All stories", authors=(), published=None)


@trap
def frameset() -> Golden:
    html = f"<html><head><title>{EN.title}</title></head><frameset cols='20%,80%'><frame src='nav.html'><frame src='text.html'><noframes><p>This page needs frames.</p></noframes></frameset></html>"
    return replace(known(EN, "en", html), text=(), authors=(), published=None, language=None, site_name=None)


@trap
def upper_case_wire_copy() -> Golden:
    texts = (f"HARBOUR TOWN, June 11 (Coastwire) - {EN.paragraphs[0]}", *EN.paragraphs[1:])
    html = frame(
        EN,
        "en",
        f"<article><h1>{EN.title}</h1><time datetime='{DAY}'>{EN.day}</time><div class='article-body'>{''.join(f'<p>{escape(t)}</p>' for t in texts)}</div></article>",
    )
    return replace(known(EN, "en", html), text=texts, authors=())


@trap
def nested_deeper_than_parsers_go() -> Golden:
    html = piece(f"{BYLINE}{'<div>' * 400}{BODY}{'</div>' * 400}").body
    return replace(known(EN, "en", html), cut=True, authors=(EN.author,))


@trap
def paragraphs_never_closed() -> Golden:
    return piece(f"{BYLINE}<div class='article-body'>{''.join(f'<p>{escape(t)}' for t in EN.paragraphs)}</div>")


@trap
def form_around_everything() -> Golden:
    html = piece(f"{BYLINE}{BODY}").body
    return known(
        EN, "en", html.replace("<main>", "<form id='aspnetForm' action='/'><main>").replace("</main>", "</main></form>")
    )


@trap
def text_twice_for_two_screens() -> Golden:
    return piece(f"{BYLINE}{BODY}<div class='mobile' style='display:none'>{prose(EN)}</div>")


@trap
def script_with_markup() -> Golden:
    return piece(
        f"{BYLINE}<script>document.write('<div class=\"article-body\"><p>' + x + '</p></div>'); if (a < b && c > d) {{}}</script>{BODY}"
    )


# --- credits


@trap
def credit_above_the_text() -> Golden:
    said = '<p><em>This article was first published by <a href="https://lantern.example/ferry">Harbour Lantern</a>.</em></p>'
    return piece(f"{BYLINE}{said}{BODY}", credits=("Harbour Lantern",))


@trap
def credit_in_the_byline() -> Golden:
    line = f'<p class="byline">By {EN.author}, The Harbour Lantern, {EN.day}</p><time datetime="{DAY}"></time>'
    return piece(f"{line}{BODY}", credits=("The Harbour Lantern",))


@trap
def credit_nobody_sees() -> Golden:
    said = '<p style="display:none">This article was originally published by Harbour Lantern.</p>'
    return piece(f"{BYLINE}{BODY}{said}", credits=("Harbour Lantern",), hidden_credit=True)


@trap
def credit_white_on_white() -> Golden:
    said = '<p style="color:#fff;background:#ffffff">This article was originally published by Harbour Lantern.</p>'
    return piece(f"{BYLINE}{BODY}{said}", credits=("Harbour Lantern",), hidden_credit=True)


@trap
def credit_of_the_site_itself_is_none() -> Golden:
    return piece(f"{BYLINE}{BODY}<p>This article was originally published by {SITE} in 2019.</p>")


@trap
def study_that_was_published_is_no_credit() -> Golden:
    extra = "The study of the chain was published in the Journal of Coastal Works in May and names four other bridges that were fastened in the same way."
    return piece(f"{BYLINE}{text_with(f'<p>{extra}</p>')}", text=(*EN.paragraphs[:2], extra, *EN.paragraphs[2:]))


@trap
def credit_in_a_comment_is_none() -> Golden:
    html = piece(f"{BYLINE}{BODY}").body.replace(
        "<h3>2 comments</h3>",
        "<div class='comment'><p>Originally published by Harbour Lantern, as everybody knows.</p></div>",
    )
    return known(EN, "en", html)


@trap
def licence_block() -> Golden:
    block = '<div class="licence"><p>This story is licensed under <a rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">CC BY-ND 4.0</a>.</p></div>'
    return piece(f"{BYLINE}{BODY}{block}", licences=("CC-BY-ND-4.0",))


@trap
def copyrights_of_article_and_site() -> Golden:
    html = frame(
        EN,
        "en",
        f"<article><h1>{EN.title}</h1>{BYLINE}<div class='article-body'>{prose(EN)}<p>© 2024 Harbour Lantern</p></div></article>",
        footer=f"<p>Copyright © 2026 {SITE}</p>",
    )
    return replace(
        known(EN, "en", html),
        copyrights=(("Harbour Lantern", 2024, "article"), (SITE, 2026, "site")),
    )


# --- bytes


@trap
def latin_without_declaration() -> Golden:
    return replace(french(), media="text/html", encoding="cp1252")


@trap
def utf8_declared_as_latin() -> Golden:
    return replace(french(), media="text/html; charset=iso-8859-1")


@trap
def read_twice_as_windows() -> Golden:
    page = french()
    return replace(page, raw=page.body.encode().decode("cp1252", "replace").replace("\ufffd", "").encode())


@trap
def cyrillic_in_windows_1251() -> Golden:
    page = known(
        RU,
        "ru",
        f"<html lang=ru><head><title>{RU.title}</title></head><body><h1>{RU.title}</h1><p class='byline'>{RU.by} {RU.author}</p><p>{RU.day}</p>{prose(RU)}</body></html>",
    )
    return replace(page, media="text/html", encoding="cp1251", site_name=None)


@trap
def japanese_in_shift_jis() -> Golden:
    page = known(
        JA,
        "ja",
        f"<html lang=ja><head><meta charset=shift_jis><title>{JA.title}</title></head><body><h1>{JA.title}</h1><p class='byline'>{JA.by}{JA.author}</p><p>{JA.day}</p>{prose(JA)}</body></html>",
    )
    return replace(page, media="text/html", encoding="shift_jis", site_name=None)


@trap
def utf16_with_a_mark() -> Golden:
    page = french()
    return replace(page, raw=b"\xff\xfe" + page.body.encode("utf-16-le"), media="text/html")


@trap
def saved_by_a_browser() -> Golden:
    page = piece(f"{BYLINE}{BODY}")
    html = page.body.replace("<html ", f"<!-- saved from url=(0040){URL} -->\n<html ", 1)
    return replace(page, body=html, url=None, media="text/html")


@trap
def wrong_language_declared() -> Golden:
    inside = f"<article><h1>{DE.title}</h1><p class='byline'>Von {DE.author}</p><time datetime='{DAY}'></time>{prose(DE)}{prose(DE)}</article>"
    return replace(known(DE, "de", frame(DE, "en", inside)), language="de", text=DE.paragraphs * 2)


@trap
def canonical_on_another_site() -> Golden:
    return piece(
        f"{BYLINE}{BODY}",
        '<link rel="canonical" href="https://lantern.example/ferry">',
        canonical=("https://lantern.example/ferry", "head"),
    )


@trap
def canonical_in_the_body() -> Golden:
    return piece(
        f"{BYLINE}{BODY}<link rel='canonical' href='https://lantern.example/ferry'>",
        canonical=("https://lantern.example/ferry", "body"),
    )


def french() -> Golden:
    """The French report, which has accents to lose, without a declared encoding."""
    inside = f"<article><h1>{FR.title}</h1><p class='byline'>{FR.by} {FR.author}</p><time datetime='{DAY}'>{FR.day}</time><div class='entry-content'>{prose(FR)}</div></article>"
    html = frame(FR, "fr", inside).replace('<meta charset="utf-8">', "")
    return known(FR, "fr", html)
