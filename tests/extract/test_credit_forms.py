"""Forms of agencies, press wires and many languages, each on a whole article page; ``None`` means: no credit."""

from __future__ import annotations

import pytest

from rights.extract.credit_context import same_name
from tests.extract.credit_pages import page, read

_T = '<a href="https://tideline.example/a">Tideline</a>'

#: (where it stands, the HTML, the outlet that must be named; "" for a credit that names none).
FORMS: tuple[tuple[str, str, str | None], ...] = (
    ("top", "<p>NEW YORK, Jan. 5, 2024 /PRNewswire/ -- Acme announced a thing.</p>", "PRNewswire"),
    ("top", "<p>NEW YORK--(BUSINESS WIRE)--Acme announced a thing.</p>", "BUSINESS WIRE"),
    ("top", "<p>TORONTO, Jan. 05, 2024 (GLOBE NEWSWIRE) -- Acme announced a thing.</p>", "GLOBE NEWSWIRE"),
    ("bottom", "<p>SOURCE Acme Corporation</p>", "Acme Corporation"),
    ("bottom", "<p>(This story has not been edited by our staff and is published from a syndicated feed.)</p>", ""),
    ("bottom", f"<p>The post How to sail first appeared on {_T}.</p>", "Tideline"),
    ("bottom", f"<p>Used with permission from {_T}.</p>", "Tideline"),
    ("bottom", "<p>Posted with permission from Tideline.</p>", "Tideline"),
    ("bottom", f"<p>This story was co-published with {_T}.</p>", "Tideline"),
    ("bottom", f"<p>This article was syndicated from {_T}.</p>", "Tideline"),
    ("byline", "<div>By Jane Roe</div><div>The Washington Post</div>", "The Washington Post"),
    ("byline", "<p>Jane Roe<br>Los Angeles Times</p>", "Los Angeles Times"),
    ("byline", "<p>By Jane Roe | Tribune News Service</p>", "Tribune News Service"),
    ("byline", "<p>By JANE ROE Associated Press</p>", "Associated Press"),
    ("byline", "<p>by Jane Roe, ProPublica, and John Doe, The Texas Tribune</p>", "ProPublica"),
    ("byline", "<p>dpa/lnw</p>", "dpa"),
    ("byline", "<p>Redacción / EFE</p>", "EFE"),
    ("bottom", "<p>© dpa-infocom, dpa:240430-99-866093/3</p>", "dpa"),
    ("bottom", "<p>Der Rat tagt am Dienstag wieder, sagte der Sprecher. (dpa)</p>", "dpa"),
    ("bottom", "<p>Copyright 2024 NPR. To see more, visit https://www.npr.org.</p>", "NPR"),
    ("top", "<p>Madrid, 3 may (EFE).- El consejo se reunió el martes.</p>", "EFE"),
    ("top", "<p>(ANSA) - ROMA, 5 MAG - Il consiglio si è riunito.</p>", "ANSA"),
    ("top", "<p>МОСКВА, 5 мая - РИА Новости. Совет собрался.</p>", "РИА Новости"),
    ("top", "<p>МОСКВА, 5 мая. /ТАСС/. Совет собрался.</p>", "ТАСС"),
    ("top", "<p>［東京 5日 ロイター］ - 委員会は火曜日に開かれた。</p>", "ロイター"),
    ("bottom", "<p>委員会は火曜日に開かれた。（共同）</p>", "共同"),
    ("top", "<p>(서울=연합뉴스) 홍길동 기자 = 위원회가 열렸다.</p>", "연합뉴스"),
    ("top", "<p>新华社北京5月5日电 委员会星期二开会。</p>", "新华社"),
    ("bottom", f"<p>Article Source: {_T}</p>", "Tideline"),
    ("bottom", f"<p>To read the full story, visit {_T}.</p>", "Tideline"),
    ("bottom", f"<p>Read more at {_T}</p>", "Tideline"),
    ("bottom", f"<p>Dieser Artikel wurde zuerst auf Englisch in der {_T} veröffentlicht.</p>", "Tideline"),
    ("bottom", "<p>Dieser Beitrag erschien im Original bei Tideline.</p>", "Tideline"),
    ("bottom", "<p>Mit freundlicher Genehmigung von Tideline übernommen.</p>", "Tideline"),
    ("bottom", "<p>Aus dem Englischen von Jutta Sommer</p>", ""),
    ("bottom", f"<p>Cet article est republié à partir de {_T} sous licence Creative Commons.</p>", "Tideline"),
    ("bottom", "<p>Article paru dans Le Courrier du Littoral</p>", "Le Courrier du Littoral"),
    ("bottom", f"<p>Artículo publicado en {_T}.</p>", "Tideline"),
    ("bottom", "<p>Publicado en El Correo de la Ría el 3 de mayo de 2016</p>", "El Correo de la Ría"),
    ("bottom", "<p>Articolo apparso su Il Giornale del Delta il 3 maggio 2016</p>", "Il Giornale del Delta"),
    ("bottom", f"<p>Pubblicato su {_T}</p>", "Tideline"),
    ("bottom", "<p>Dit artikel is overgenomen van De Waterkant.</p>", "De Waterkant"),
    ("bottom", '<p>Материал опубликован на сайте <a href="https://t.example/a">«Берег»</a></p>', "Берег"),
    ("bottom", '<p>По материалам: <a href="https://t.example/a">Берег</a></p>', "Берег"),
    ("bottom", "<p>文章来源：河口周报</p>", "河口周报"),
    ("bottom", "<p>Zdroj: Říční noviny</p>", "Říční noviny"),
    ("byline", "<p>By Jane Roe, Fenland Center for Investigative Journalism</p>", "Fenland Center for Investigative Journalism"),
    ("byline", '<p>By Jane Roe, <a href="https://tideline.example/">Tideline</a></p>', "Tideline"),
    ("bottom", "<p>Jane Roe, The long dike (FKK, May 3, 2023)</p>", "FKK"),
    ("bottom", "<p>Originally published by Jane Roe at Our Sea in Data.</p>", "Our Sea in Data"),
    ("bottom", "<p>Originally published by Fenland Watch.</p>", "Fenland Watch"),
    ("bottom", "<p>This work is republished under a Creative Commons BY NC ND licence from Tide 9 Media</p>", "Tide 9 Media"),
    ("bottom", "<p>FenContext produced this article as a service of Fenland Public Radio.</p>", "FenContext"),
    ("bottom", "<p>Jane Roe reported this story on assignment from Gullwing.</p>", "Gullwing"),
    ("bottom", "<p>Dies ist eine Recherche des gemeinnützigen Recherchezentrums TIDE, das sich durch Spenden trägt.</p>", "TIDE"),
    ("bottom", "<p>Copyright (c)2023 CompuTide. This work is published under a Creative Commons Attribution License.</p>", "CompuTide"),
    ("bottom", "<p>Copyright 2023 Jane Roe. This work is licensed under a Creative Commons Attribution License.</p>", None),
    ("byline", '<p>By <a href="/jane">Jane Roe</a>, <a href="/london">London</a></p>', None),
    ("byline", "<p>Par Le Courrier avec AFP</p>", None),
    ("bottom", "<p>The Associated Press contributed to this report.</p>", None),
    ("bottom", "<p>With inputs from agencies.</p>", None),
    ("byline", "<p>Local News</p>", None),
    ("byline", "<p>Published: May 3, 2019 | Updated: May 4, 2019</p>", None),
    ("byline", "<p>By Jane Roe on May 3, 2019 in News, Politics</p>", None),
    ("byline", "<p>Posted by Jane Roe in Press Releases | May 3, 2019</p>", None),
    ("byline", "<p>Written by Jane Roe for Reedmark Weekly</p>", None),
    ("byline", "<p>Jane Roe, Chief Economist</p>", None),
    ("byline", "<p>By Jane Roe • 5 min read</p>", None),
    ("bottom", "<p>Jane Roe is a reporter for The Mossbank Post.</p>", None),
    ("bottom", "<p>More information: A. Roe et al, Dikes, Coastal Physics (2023). DOI: 10.1/1</p>", None),
    ("bottom", "<p>Journal Reference: A. Roe. Dikes. Coastal Physics, 2023; 12 (3)</p>", None),
    ("bottom", '<p>Read more: <a href="/b">Another story of ours</a></p>', None),
    ("bottom", "<p>Source: Shutterstock</p>", None),
    ("bottom", "<p>Sources: WHO, CDC</p>", None),
    ("bottom", "<p>Publicado en Noticias</p>", None),
    ("bottom", "<p>Publicado em Notícias</p>", None),
    ("bottom", '<p><a href="https://petition.example/p/2013-x">https://petition.example/p/2013-x</a></p>', None),
    ("bottom", "<p>(责任编辑：韩青)</p>", None),
)  # fmt: skip


@pytest.mark.parametrize(("part", "html", "name"), FORMS, ids=lambda value: str(value)[:50])
def test_form(part: str, html: str, name: str | None) -> None:
    found = read(page(**{part: html})).credits
    if name is None:
        assert found == ()
    else:
        assert found
        assert name == "" or any(same_name(name, credit.source_name or "") for credit in found)
