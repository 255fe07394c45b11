"""Where a site says who runs it and what it sells: the pages that are worth one more look before judging money."""

from __future__ import annotations

import re

from rights import urls
from rights.extract.ads_txt import ads_txt_address
from rights.model import Article
from rights.patterns import late

_IMPRINT = late(
    r"^(?:impressum(?:\s?(?:&|und|/|\|)\s?\w+)?|imprint|legal(?:\s(?:notice|information|info))?|mentions\slégales|aviso\slegal|note\slegali|colofon|nota\sprawna"
    r"|anbieterkennzeichnung|masthead|company\sinformation|publisher\sinformation|特定商取引法.*|運営会社|会社概要|회사소개)$",
    re.IGNORECASE,
)
_ABOUT = late(
    r"^(?:about(?:\sus|\sthis\s(?:site|blog)|\sme)?|who\swe\sare|our\s(?:mission|story)|über\s(?:uns|mich|diesen?\s\w+)|wir\süber\suns|wer\swir\ssind|qui\ssommes[\s-]nous\s?\??"
    r"|à\spropos(?:\sde\snous)?|quiénes\ssomos|sobre\s(?:nosotros|nós|mí)|chi\ssiamo|over\s(?:ons|mij)|o\s(?:nas|nás)|om\s(?:oss|os)|hakkımızda|о\s(?:нас|проекте|редакции)|私たちについて)$",
    re.IGNORECASE,
)
_PATH = late(
    r"/(?:impressum|imprint|legal-notice|mentions-legales|aviso-legal|about(?:-us)?|ueber-uns|uber-uns|quienes-somos|qui-sommes-nous)/?(?:\.\w+)?$",
    re.IGNORECASE,
)


def pages_about_operator(article: Article, limit: int = 2) -> tuple[str, ...]:
    """Addresses of the same site that name its operator, the imprint before the about page; none that leads nowhere."""
    ranked: dict[str, int] = {}
    for link in article.links:
        if urls.is_dead(link.href) or not urls.same_site(link.href, article.address):
            continue
        text = " ".join(link.text.split())
        rank = (
            0
            if _IMPRINT.match(text)
            else 1
            if _ABOUT.match(text)
            else 2
            if _PATH.search(link.href.split("?")[0])
            else None
        )
        if rank is not None:
            address = urls.normalise(link.href)
            ranked[address] = min(rank, ranked.get(address, rank))
    own = urls.normalise(article.address) if article.address else None
    return tuple(sorted((a for a in ranked if a != own), key=lambda address: ranked[address]))[:limit]


def ads_txt_of(article: Article) -> str | None:
    """Where the file stands that says who may sell the site's advertising space."""
    return ads_txt_address(article.address) if article.address else None
