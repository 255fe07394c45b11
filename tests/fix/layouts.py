"""Pages of one story as site generators and editors write them: ten layouts of HTML, seven ways to write Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from html import escape, unescape

from tests.stories import PARAGRAPHS, TITLE

#: The paragraphs without their links.
TEXTS = tuple(unescape(re.sub(r"<[^>]+>", "", text)) for text in PARAGRAPHS)
ADDRESS = "https://gazette.example/2024/06/river-towns/"


def _paragraphs(tag: str = "<p>", end: str = "</p>", between: str = "\n") -> str:
    return between.join(f"{tag}{text}{end}" for text in PARAGRAPHS)


def hugo() -> str:
    return f"""<!DOCTYPE html>
<html lang="en-us">
  <head>
    <meta charset="utf-8">
    <title>{TITLE} | Valley Gazette</title>
    <meta name="generator" content="Hugo 0.125.4">
    <link rel="stylesheet" href="/css/main.min.css">
  </head>
  <body>
    <nav><a href="/">Valley Gazette</a> <a href="/posts/">Posts</a></nav>
    <main>
      <article>
        <header><h1>{TITLE}</h1><time datetime="2024-06-18">June 18, 2024</time></header>
        <div class="content">
          {_paragraphs(between=chr(10) + " " * 10)}
        </div>
      </article>
    </main>
    <footer>Valley Gazette</footer>
  </body>
</html>
"""


def jekyll() -> str:
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<!-- Begin Jekyll SEO tag v2.8.0 -->
<title>{TITLE} | Valley Gazette</title>
<meta property="og:title" content="{TITLE}" />
<link rel="canonical" href="{ADDRESS}" />
<meta property="og:site_name" content="Valley Gazette" />
<!-- End Jekyll SEO tag -->
</head><body><header class="site-header"><a class="site-title" href="/">Valley Gazette</a></header>
<main class="page-content"><article class="post h-entry"><header class="post-header">
<h1 class="post-title p-name">{TITLE}</h1><p class="post-meta"><time class="dt-published" datetime="2024-06-18T00:00:00+00:00">Jun 18, 2024</time></p>
</header><div class="post-content e-content">{_paragraphs()}

</div></article></main><footer class="site-footer"><p>News of the valley</p></footer></body></html>
"""


def eleventy() -> str:
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{TITLE}</title></head><body><header><a href=/>Valley "
        f"Gazette</a></header><main><heading-anchors><h1>{TITLE}</h1><ul class=post-metadata><li><time datetime=2024-06-18>18 "
        f"June 2024</time></li></ul>{_paragraphs(between='')}</heading-anchors></main></body></html>"
    )


def wordpress() -> str:
    blocks = "\n\n\n\n".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
\t<meta charset="UTF-8" />
<meta name='robots' content='max-image-preview:large' />
<title>{TITLE} &#8211; Valley Gazette</title>
<link rel='stylesheet' id='wp-block-library-css' href='https://gazette.example/wp-includes/css/dist/block-library/style.min.css' media='all' />
<link rel="canonical" href="{ADDRESS}" />
<link rel='shortlink' href='https://gazette.example/?p=48' />
</head>
<body class="post-template-default single single-post postid-48 wp-embed-responsive">
<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="https://gazette.example">Valley Gazette</a></p></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">{TITLE}</h1>
<div class="entry-content wp-block-post-content is-layout-flow">
{blocks}
</div></main>
<footer class="wp-block-template-part"><p>Proudly powered by WordPress</p></footer></div>
</body></html>
"""


def ghost() -> str:
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
    <title>{TITLE}</title>
    <meta charset="utf-8" />
    <link rel="canonical" href="{ADDRESS}">
    <meta property="og:site_name" content="Valley Gazette">
    <meta name="generator" content="Ghost 5.82">
</head>
<body class="post-template"><div class="gh-viewport"><header class="gh-navigation"><a class="gh-navigation-logo" href="/">Valley Gazette</a></header>
<main class="gh-main"><article class="gh-article post">
<header class="gh-article-header"><h1 class="gh-article-title">{TITLE}</h1><time datetime="2024-06-18">Jun 18, 2024</time></header>
<section class="gh-content gh-canvas">{_paragraphs(between="")}
</section></article></main></div></body></html>
"""


def old_table() -> str:
    return (
        f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD>\r\n<BODY BGCOLOR=white><TABLE WIDTH=700><TR><TD><B>Valley Gazette</B>"
        f"</TD></TR>\r\n<TR><TD><H1>{TITLE}</H1>\r\n{_paragraphs('<P>', '', chr(13) + chr(10))}\r\n</TD></TR></TABLE></BODY></HTML>\r\n"
    )


def xhtml() -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">
<head><title>{TITLE}</title><link rel="stylesheet" href="a.css" /></head>
<body><div id="main"><h1>{TITLE}</h1>
{_paragraphs("<div class='para'><p>", "</p></div>")}
</div></body></html>
"""


def fragment() -> str:
    return _paragraphs() + "\n"


def blocks() -> str:
    return "\n\n".join(f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->" for text in PARAGRAPHS) + "\n"


def spans() -> str:
    return f"""<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>
{_paragraphs('<p dir="ltr" style="line-height:1.4"><span style="font-size:11pt">', "</span></p>")}
</article></body></html>
"""


HTML: dict[str, Callable[[], str]] = {
    layout.__name__: layout
    for layout in (hugo, jekyll, eleventy, wordpress, ghost, old_table, xhtml, fragment, blocks, spans)
}

_PLAIN = "\n\n".join(TEXTS) + "\n"
_WRAPPED = "\n\n".join(textwrap.fill(text, 80) for text in TEXTS) + "\n"
MARKDOWN = {
    "bare": _PLAIN,
    "headline": f"# {TITLE}\n\n{_PLAIN}",
    "setext, wrapped, no break at the end": f"{TITLE}\n{'=' * len(TITLE)}\n\n{_WRAPPED}".rstrip("\n"),
    "jekyll": f'---\nlayout: post\ntitle: "{TITLE}"\ndate: 2024-06-18 09:00:00 +0200\ntags: [rivers, floods]\n---\n\n{_PLAIN}',
    "jekyll with an address of its own": f"---\ntitle: {TITLE}\ncanonical_url: '{ADDRESS}' # ours\n---\n{_PLAIN}",
    "hugo": (
        f'+++\ntitle = "{TITLE}"\ndate = 2024-06-18T09:00:00Z\ntags = ["rivers"]\n\n[params]\n  hero = "weir.jpg"\n+++\n\n'
        f"{_PLAIN}"
    ),
    "eleventy": f"---\ntitle: {TITLE}\neleventyNavigation:\n  key: River\n---\n## {TITLE}\n\n{_WRAPPED}\n",
}


def original(address: str, publisher: str, author: str) -> str:
    """The publisher's page of the story."""
    return (
        f'<!doctype html><html lang="en"><head><title>{TITLE} | {escape(publisher)}</title><link rel="canonical" href="{address}">'
        f'<meta property="og:site_name" content="{escape(publisher)}"><meta property="article:published_time" content="2024-06-11">'
        f'</head><body><article><h1>{TITLE}</h1><p class="byline">By <a rel="author" href="/by">{escape(author)}</a></p>{_paragraphs()}</article></body></html>'
    )
