"""What a page of a whole site that its owner looks through is, where it carries nobody's work: the site's own page.

Most pages of a sweep are the site's own articles and lists of them.  A few opening words of a work on a list are a
teaser: the page to judge is the one that the list leads to, and the sweep comes to it.
"""

from __future__ import annotations

import re

from rights import urls
from rights.extract.page_state import SENDS_ON
from rights.model import Article, Assessment, PageState

#: Share of a work below which a list of articles holds a teaser of it, no copy.
_HALF = 0.5
#: Share of such a list's own text that one teaser makes up at most.
_TEASER = 0.2
#: Headings that lead to other pages of the site, from which on a page is a list.
_ITEMS = 4
_IN_HEADING = re.compile(r"(?:^|> )h[1-6]\b[^>]*> a\b")


def is_teaser(found: Assessment) -> bool:
    """True for the opening of a work on a list of articles; what the list credits belongs to one of its items."""
    seen = found.republication
    match = seen.match if seen else None
    if seen is None or match is None or match.containment >= _HALF:
        return False
    if seen.copy.credits and not _is_list(seen.copy):
        return False
    return seen.copy.state is PageState.OTHER or match.copy_share < _TEASER


def is_own(article: Article) -> bool:
    """True where the page says itself that the site published it, and nothing on it names another source for it."""
    if not (article.canonical and urls.same_site(article.canonical, article.address)):
        return False
    if _is_list(article):
        return True
    if article.credits or article.named or not urls.same_page(article.canonical, article.address):
        return False
    site = {name.casefold() for name in (article.publisher, article.site_name) if name}
    holders = {line.holder.casefold() for line in article.copyrights if line.holder and line.of != "image"}
    return bool(article.publisher) or bool(site & holders)


def is_forwarding(article: Article) -> bool:
    """True for a page without text that sends its readers to another page of the site, as generators write for old addresses."""
    return (
        article.state is PageState.SCRIPT_SHELL
        and article.state_reason == SENDS_ON
        and urls.same_site(article.canonical, article.address)
        and not urls.same_page(article.canonical, article.address)
    )


def _is_list(article: Article) -> bool:
    """True for the address of a list, and for a page whose headings are links to other pages of the site."""
    items = {
        urls.page_key(link.href)
        for link in article.links
        if link.visible
        and _IN_HEADING.search(link.selector)
        and urls.same_site(link.href, article.address)
        and not urls.same_page(link.href, article.address)
    }
    return len(items) >= _ITEMS or (bool(items) and urls.is_list(article.address))
