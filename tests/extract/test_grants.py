"""Grants of reuse: what a page allows others, and what only looks so."""

from __future__ import annotations

import pytest

from rights.extract.grants import grants_in
from tests.extract.credit_pages import page, read


@pytest.mark.parametrize(
    "sentence",
    [
        "The Institute of Tides grants permission to cross-post its articles on community sites as long as the source is named.",
        "You can republish our stories for free under a Creative Commons licence.",
        "Feel free to repost and share our articles widely.",
        "Articles may be reproduced in full provided that the author and this site are credited.",
        "Republish our articles for free, online or in print.",
        "We encourage other sites to republish it as long as the whole text is kept.",
        "Permission is hereby granted to copy this text.",
        "Verbatim copying and distribution of this entire article is permitted in any medium, provided this notice is preserved.",
        "Unless otherwise noted, content on this site is licensed under a Creative Commons Attribution 4.0 licence.",
        "Die von uns verfassten Inhalte stehen, soweit nicht anders vermerkt, unter der Lizenz Creative Commons BY-NC-SA 4.0.",
        "Dieser Text darf unter Nennung der Quelle weiterverbreitet werden.",
        "Cet article peut être librement reproduit à condition de citer la source.",
        "Se permite la reproducción citando la fuente.",
        "La riproduzione è consentita citando la fonte.",
        "A reprodução é livre, desde que citada a fonte.",
        "Перепечатка материалов разрешена со ссылкой на сайт.",
        "欢迎转载，请注明出处。",
    ],
)
def test_a_grant_is_seen(sentence: str) -> None:
    article = read(page(footer=f"<p>About us and our work.</p><p>{sentence}</p>"))
    assert [grant.text for grant in article.grants] == [sentence]
    assert article.credits == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "No part of this site may be reproduced without written permission.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Nachdruck nur mit Genehmigung der Redaktion.",
        "未经授权不得转载。",
        "记事・写真の無断転載を禁じます。",
        "Feel free to share your comments below.",
        "She was given permission to leave the island.",
        "The story can be told in two ways.",
        "This article is republished from Tideline under a Creative Commons licence.",
    ],
)
def test_no_grant(sentence: str) -> None:
    assert read(page(footer=f"<p>{sentence}</p>")).grants == ()


def test_only_the_granting_sentence_of_a_disclaimer() -> None:
    text = (
        "Disclaimer: the opinions are the authors'. The Institute grants permission to cross-post articles as long as the source is"
        " acknowledged together with a hyperlink. For publication in print, contact us. No photo may be copied without permission."
    )
    [(passage, start, end)] = grants_in(text)
    assert passage.startswith("The Institute grants")
    assert passage.endswith("a hyperlink.")
    assert text[start:end].strip() == passage


def test_the_link_to_the_terms() -> None:
    html = page(footer='<p>You may republish this story under <a href="/terms">our terms</a>.</p>')
    [grant] = read(html).grants
    assert grant.href == "https://reedmark.example/terms"
