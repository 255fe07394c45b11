"""What decides is not the sentence: whose site this is, where on the page the line stands, and what it speaks of."""

from __future__ import annotations

import pytest

from tests.extract.credit_pages import page, read

LINK = '<a href="https://tideline.example/2021/eels">Tideline</a>'
SAID = f"This article was originally published on {LINK}."

#: The same words where they speak of something else, or of this site itself.
NONE = {
    "in an image's caption": {"middle": f"<figure><img src='/a.jpg' alt=''><figcaption>Eels. {SAID}</figcaption></figure>"},
    "thanks for an image": {"bottom": f"<figure><img src='/a.jpg'><figcaption>Courtesy of {LINK}</figcaption></figure>"},
    "in a teaser of another story": {"related": f"<article><h3>Eels</h3><p>{SAID}</p></article>"},
    "in a reader's comment": {"comment": f"<p>{SAID} You copied it!</p>"},
    "in the box about the author": {"bottom": f'<div class="author-bio"><p>Ida Crane. Her "Eels" first appeared in {LINK}.</p></div>'},
    "in the sidebar": {"aside": f"<p>From our partners: originally published on {LINK}</p>"},
    "in the site's footer": {"footer": "<p>Some articles here are republished with permission from Tideline.</p>"},
    "in a post that is embedded": {"middle": f'<blockquote class="twitter-tweet"><p>{SAID}</p></blockquote>'},
    "in a code sample": {"middle": "<p>This is what the line looks like:</p><pre><code>&lt;p&gt;This article was originally published on Tideline.</code></pre>"},
    "quoted": {
        "middle": "<p>At the end of the copy stood in grey: “This article was originally published in The Lantern.” Nobody"
        " had asked the paper, and nobody at the desk could say who had typed it in, or when, or why.</p>"
    },
    "of a study": {"middle": f"<p>The study was originally published in {LINK} and has been cited often since.</p>"},
    "of a video": {"middle": "<p>The video was first posted on YouTube by a passer-by.</p>"},
    "under a table": {"middle": '<div class="chart"><table><tr><td>2019</td><td>4</td></tr></table><p>Source: Eurostat</p></div>'},
    "in a list of works": {
        "bottom": "<h3>References</h3><ol><li>Crane, I. Eels. Originally published in Tideline, 2014.</li>"
        "<li>Lis, A. Peat. Republished from The Lantern.</li></ol>"
    },
    "of something else to read": {"bottom": '<p>Also read: <a href="https://tideline.example/2">the original story on Tideline</a></p>'},
    "of a mistake": {"bottom": "<p>Correction: an earlier version of this article, published by Tideline, gave the wrong date.</p>"},
    "a magazine of this site's": {"bottom": "<p>This article first appeared in Reedmark Weekly Magazine.</p>"},
    "this site, for short": {"bottom": "<p>This article first appeared in Reedmark.</p>"},
    "this site, by its link": {"bottom": '<p>Originally published on <a href="https://www.reedmark.example/x">the Weekly</a>.</p>'},
    "our newsletter": {"bottom": "<p>This article first appeared in our newsletter, The Sluice.</p>"},
    "our print edition, in German": {"bottom": "<p>Dieser Artikel erschien zuerst in der Printausgabe vom 3. Mai.</p>"},
    "our review, in French": {"bottom": "<p>Cet article est paru dans le numéro 42 de notre revue.</p>"},
    "a byline with this site": {"byline": "By Ida Crane, Reedmark Weekly"},
    "a byline with an office": {"byline": "By Ida Crane, Political Correspondent"},
    "a byline with a town": {"byline": "By Ida Crane, New Haven"},
    "a talk": {"bottom": "<p>This essay is adapted from a talk given at the University of Oslo.</p>"},
}  # fmt: skip
#: Credits in the markup that sites put them in, and the outlet that each names.
CREDITS = {
    "after line breaks": ({"bottom": f"<p>The gates stayed shut.<br><br><i>Originally published in {LINK}</i></p>"}, "Tideline"),
    "cut into spans": ({"bottom": "<p><span>This</span> <b>story</b> was <span>first</span> <i>published</i> by <strong>Tideline</strong>.</p>"}, "Tideline"),
    "in the article's footer": ({"bottom": f'<footer class="article-footer"><p>Republished from {LINK} under CC BY.</p></footer>'}, "Tideline"),
    "before the text": ({"top": f'<p class="note">This story is republished from {LINK}.</p>'}, "Tideline"),
    "in the byline": ({"byline": f"By Ida Crane, {LINK}"}, "Tideline"),
    "in the byline, unlinked": ({"byline": "By Ida Crane | The Tideline Gazette | 4 April 2019"}, "The Tideline Gazette"),
    "an agency's dateline": ({"top": "<p>LONDON (Reuters) - The water rose for nine days before the council agreed.</p>"}, "Reuters"),
    "a press release": ({"bottom": "<p>SOURCE Crane Insurance</p>"}, "Crane Insurance"),
    "indented like code at the end": ({"bottom": "<pre><code>This article was originally published on Tideline.</code></pre>"}, "Tideline"),
    "in brackets": ({"bottom": f"<p>(via {LINK})</p>"}, "Tideline"),
    "a translator, who is no source": ({"bottom": "<p>Translated from the Swedish by Nadia Holm</p>"}, None),
}  # fmt: skip


@pytest.mark.parametrize("where", NONE)
def test_the_words_alone_make_no_credit(where: str) -> None:
    assert read(page(**NONE[where])).credits == ()


@pytest.mark.parametrize("where", CREDITS)
def test_a_credit_names_its_outlet_in_any_markup(where: str) -> None:
    parts, name = CREDITS[where]
    assert [credit.source_name for credit in read(page(**parts)).credits] == [name]
