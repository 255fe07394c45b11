"""An article spread over several pages, read as one: what page 1 lacks, its credit or its end, may stand on page 3.

The pages of one article are told by their addresses (the same but for a page number that rises by one) and by how they
are linked (the number, or a word for the next page).  A further page that cannot be had leaves the article cut: absence
then proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from rights import urls
from rights.errors import ExtractError, FetchError
from rights.extract.article import extract
from rights.match.pages import joined
from rights.model import Article, Page
from rights.patterns import late

#: Pages of one article that are read.
MOST = 20
_IN_PATH = late(
    r"(?P<base>.*?)(?:(?P<part>/)(?:(?:page|seite|pagina|strona)[-/]?)?|[-_,](?P<word>(?:page|seite|p)[-_]?)?)(?P<number>\d{1,2})(?P<end>(?:\.\w{2,5})?/?)$"
)
_NUMBERS = ("page", "pg", "seite", "pagina", "pageno", "pagenum", "page_num", "paged", "pn")
_NEXT = late(
    r"(?:next|continue(?: reading)?|older|weiter|nächste|naechste|suivante?|siguiente|seguinte|próxima|successiva|avanti|volgende|następna|dalej|"
    r"следующая|далее|下一页|下一頁|次へ|次のページ|다음)(?: (?:page|seite|página|pagina|strona))?\s*[›»>→]*|[›»→]|>{1,2}",
    re.IGNORECASE,
)
_NAMES_PAGE = late(r"(?:page|seite|página|pagina|strona|страница)?\s*(\d{1,2})", re.IGNORECASE)
_OF_PAGE = late(
    r"\W+(?:page|seite|página|pagina|strona|страница)\s+\d{1,2}(?:\s*(?:/|of|von|de|sur|di|van|z|из)\s*\d{1,2})?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Which page of what an address is.

    ``sure`` where its form is used for the pages of articles alone: comments have ``?page=2``, too, and a second article of
    one name has ``name-2``, which is why that is believed only where the link says the number (``bare``).
    """

    base: str
    number: int
    sure: bool = False
    bare: bool = False


def whole(article: Article, fetch: Callable[[str], Page] | None) -> Article:
    """The article with all its pages; ``cut`` where some of them exist and cannot be had."""
    pages = [article]
    number, sure = _own_number(article)
    if number > 1 and sure:
        return replace(article, cut=article.cut or f"page {number} of several")
    while len(pages) < MOST:
        following = _next(pages[-1], article, number + len(pages))
        if following is None:
            break
        address, likely = following
        if fetch is None:
            return replace(article, cut=article.cut or "page 1 of several") if likely else article
        try:
            page = extract(fetch(address))
        except (FetchError, ExtractError):
            return replace(joined(pages), cut=article.cut or f"page {len(pages) + 1} could not be read")
        if not (page.status == 200 and page.state.judgeable and _same_article(article, page)):
            break
        pages.append(page)
    return joined(pages) if len(pages) > 1 else article


def _own_number(article: Article) -> tuple[int, bool]:
    """The page number of the article's own address; a number counts only where page 1 is linked as such."""
    place = _place(article.address)
    if place is None or place.number == 1:
        return 1, False
    linked = any(
        (number := _NAMES_PAGE.fullmatch(link.text.strip())) and int(number[1]) == 1 and _is(link.href, place.base, 1)
        for link in article.links
    )
    return (place.number, place.sure) if linked else (1, False)


def _next(page: Article, first: Article, number: int) -> tuple[str, bool] | None:
    """The address of the article's page with this number, as the page before links to it, and whether it is likely one.

    Comments have pages with a number in the query, too.
    """
    if not first.address or urls.is_home(first.address) or urls.is_list(first.address):
        return None
    own = _place(first.address)
    bases = [first.address, *([own.base] if own and not own.sure and own.number == number - 1 else [])]
    for link in page.links:
        text = link.text.strip()
        told = _NAMES_PAGE.fullmatch(text)
        if not (told and int(told[1]) == number) and not _NEXT.fullmatch(text) and "next" not in link.rel:
            continue
        place = _place(link.href)
        if (
            place
            and place.number == number
            and not (place.bare and not told)
            and any(urls.same_page(place.base, base) for base in bases)
        ):
            return link.href, place.sure or place.bare or "next" in link.rel
    return None


def _is(address: str, base: str, number: int) -> bool:
    place = _place(address)
    return (number == 1 and urls.same_page(address, base)) or (
        place is not None and place.number == number and urls.same_page(place.base, base)
    )


def _place(address: str | None) -> _Place | None:
    """Which page an address names, None where it names none."""
    if not urls.is_web(address):
        return None
    parts = urlsplit(address or "")
    query = parse_qsl(parts.query, keep_blank_values=True)
    for name, value in query:
        if name.lower() in _NUMBERS and value.isdigit() and len(value) < 3:
            rest = urlencode([pair for pair in query if pair != (name, value)])
            return _Place(urlunsplit((*parts[:3], rest, "")), int(value))
    found = _IN_PATH.fullmatch(parts.path)
    if found and found["base"].strip("/"):
        end = found["end"] if found["end"] != "/" else ""
        bare = not (found["part"] or found["word"] or end)
        base = urlunsplit((*parts[:2], found["base"] + end, parts.query, ""))
        return _Place(base, int(found["number"]), sure=not bare, bare=bare)
    return None


def _same_article(first: Article, page: Article) -> bool:
    """True where a further page is of the article of the first: by its title, or the page that both are folded into."""
    if first.canonical and urls.same_page(first.canonical, page.canonical):
        return True
    one, other = (_OF_PAGE.sub("", article.title or "").strip().casefold() for article in (first, page))
    return bool(one) and bool(other) and (one.startswith(other) or other.startswith(one))
