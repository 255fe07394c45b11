"""Tracking pixels in the forms that editors, plugins and minifiers leave them."""

from __future__ import annotations

import pytest

from rights.extract.pixels import find_pixels
from tests.extract.pages import document

TC = "https://counter.theconversation.com/content/158016/count.gif"


@pytest.mark.parametrize(
    ("body", "kind", "article_id", "lazy"),
    [
        (f'<img src="{TC}?distributor=republish-lightbox-basic" width="1" height="1">', "the-conversation", "158016", False),
        (f'<img src="{TC}?distributor=a&amp;amp;b=1">', "the-conversation", "158016", False),
        (f'<img src="data:image/gif;base64,R0" data-src="{TC}">', "the-conversation", "158016", True),
        (f'<noscript><img src="{TC}"></noscript>', "the-conversation", "158016", True),
        (f"<p>&lt;img src=&quot;{TC}&quot; width=&quot;1&quot; /&gt;</p>", "the-conversation", "158016", True),
        ('<img src="//counter.theconversation.edu.au/content/99/count.gif">', "the-conversation", "99", False),
        ('<script src="https://pixel.propublica.org/pixel.js" async></script>', "propublica", None, False),
        (
            '<img id="republication-tracker-tool-source" src="https://press.example/?republication-pixel=true&amp;post=4711&amp;ga4=G-1">',
            "republication-tracker", "4711", False,
        ),
        ('<img id="republication-tracker-tool-source">', "republication-tracker", None, True),
        ('<img src="https://rt.prnewswire.com/rt.gif?NewsItemId=NY12345&Transmission_Id=2">', "prnewswire", "NY12345", False),
        ('<img src="https://stats.press.example/matomo.php?idsite=3&amp;rec=1&amp;url=https%3A%2F%2Fpress.example%2Fa">', "matomo", "https://press.example/a", False),
        (
            '<script>PARSELY = {onload: function(){PARSELY.beacon.trackPageView({url: "https://press.example/a", urlref: location.href})}}'
            '</script><script>(function(d){d.src="//cdn.parsely.com/keys/press.example/p.js"; PARSELY.beacon.trackPageView({url: "https://press.example/a"})})</script>',
            "parsely", "https://press.example/a", False,
        ),
        ('<img src="http://vg08.met.vgwort.de/na/0123456789abcdef" width="1">', "vgwort", "0123456789abcdef", False),
    ],
)  # fmt: skip
def test_signatures(body: str, kind: str, article_id: str | None, lazy: bool) -> None:
    [pixel] = find_pixels(document(f"<article><p>Text</p>{body}</article>"))
    assert (pixel.kind, pixel.article_id, pixel.lazy) == (kind, article_id, lazy)
    assert pixel.selector


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://stats.site.example/matomo.php?idsite=1&rec=1">',
        '<script src="//cdn.parsely.com/keys/site.example/p.js"></script>',
        '<a href="https://theconversation.com/a-story-158016">The Conversation</a>',
        "<p>The counter of theconversation.com was in the news.</p>",
        '<img src="/count.gif" width="1">',
    ],
)
def test_what_is_no_publishers_pixel(body: str) -> None:
    assert find_pixels(document(body)) == ()


def test_a_lazy_copy_beside_the_real_one_counts_once_as_loaded() -> None:
    [pixel] = find_pixels(document(f'<noscript><img src="{TC}"></noscript><img src="{TC}">'))
    assert not pixel.lazy


def test_many_addresses_are_bounded_and_quick_to_read() -> None:
    body = "".join(f'<img src="https://counter.theconversation.com/content/{n}/count.gif">' for n in range(400))
    assert len(find_pixels(document(body))) <= 200
    assert find_pixels(document("<script>" + "counter.theconversation." * 20_000 + "</script>")) == ()
