"""Sentences of the text that begin as a byline does stay in the text."""

from __future__ import annotations

import pytest

from rights.extract.article import extract
from rights.model import Page

_PAGE = """<!doctype html><html lang="{lang}"><title>Harbour closed</title><article><h1>Harbour closed</h1>
<p>By Ann Lee</p><p>The harbour was closed after the storm had thrown three boats over the wall on Tuesday night.</p>
<p>{sentence}</p>
<p>Nobody was hurt, said the board, which met on Friday to speak of ropes, tar and the price of both.</p></article></html>"""


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "By noon the fleet was gone."),
        ("en", "By declaring what they own, people would be able to keep it, the mayor of the harbour town said."),
        ("de", "Von dem Hafen ist nach dieser Nacht nicht viel geblieben."),
        ("fr", "Par ailleurs, le conseil se réunit vendredi."),
        ("es", "Por la tarde ya no quedaba nadie en el puerto."),
        ("nl", "Door de storm is de haven dicht."),
    ],
)
def test_a_sentence_that_begins_like_a_byline_is_text(lang: str, sentence: str) -> None:
    article = extract(Page(body=_PAGE.format(lang=lang, sentence=sentence).encode(), url="https://herald.example/a"))
    assert sentence in article.text
    assert "By Ann Lee" not in article.text
