"""Whether the bytes hold the page that was asked for, or a soft 404, a challenge, a wall, a parked domain, a shell.

Precision first: a page with an article's worth of text is an article, whatever else it says.  Every other state needs
a mark of its kind and little text of its own.
"""

from __future__ import annotations

from rights import urls
from rights.extract import regions
from rights.extract.blocks import TextBlock, count_words
from rights.extract.dom import Document
from rights.extract.no_page import not_text, trouble
from rights.extract.page_state_tables import (
    CHALLENGE_MARKS,
    CHALLENGE_TEXT,
    CHALLENGE_TITLE,
    CONSENT_ADDRESS,
    CONSENT_HINTS,
    CONSENT_TERMS,
    CONSENT_TITLE,
    DEFAULT_PAGE,
    LOGIN_ADDRESS,
    LOGIN_TEXT,
    LOGIN_TITLE,
    NEEDS_SCRIPT,
    NOT_FOUND_TEXT,
    NOT_FOUND_TITLE,
    PARKED_MARKS,
    PARKED_TEXT,
    SHELL_IDS,
)  # fmt: skip
from rights.extract.part_shown import part_shown
from rights.extract.visibility import NOSCRIPT
from rights.model import Page, PageState
from rights.patterns import late

#: Words of main text from which a page is an article whatever marks it bears.
ENOUGH = 250
#: Why a page without text is none: it sends its readers on.
SENDS_ON = "sends on by meta refresh"
#: Words below which a page without marks is no article.
_FEW = 40
_TITLE_PARTS = late(r"\s[|–—·:»•-]+\s|\s*[|»•]\s*")


def judge_state(page: Page, document: Document, text_words: int) -> tuple[PageState, str | None]:
    """The state and why: ``text_words`` is the number of words of the main text.

    ``why`` is None for an article and for a good page without one.
    """
    if page.status in (404, 410):
        return PageState.GONE, f"status {page.status}"
    unread = not_text(page, document) if page.status < 300 else None
    if unread:
        return PageState.ERROR, unread
    if page.status == 200 and text_words >= ENOUGH:
        moved = _sent_home(page)
        if moved:
            return PageState.SOFT_404, moved
        return (PageState.OTHER if urls.is_home(document.url) else PageState.ARTICLE), None
    visible = [block.text for block in document.blocks if block.hidden_by is None]
    words = sum(count_words(text) for text in visible)
    if words < _FEW:
        unscripted = [block.text for block in document.blocks if block.hidden_by == NOSCRIPT]
        if sum(count_words(text) for text in unscripted) > 3 * _FEW:
            visible, words = visible + unscripted, words + sum(count_words(text) for text in unscripted)
    if page.status >= 400:
        challenge = _challenge(document, visible, words)
        if challenge:
            return PageState.CHALLENGE, challenge
        if page.status in (401, 407):
            return PageState.LOGIN_WALL, f"status {page.status}"
        return PageState.ERROR, f"status {page.status}"
    if page.status >= 300:
        return PageState.ERROR, f"status {page.status} without the page it leads to"
    if text_words < ENOUGH:
        for state, judge in (
            (PageState.CHALLENGE, _challenge),
            (PageState.PARKED, _parked),
            (PageState.SOFT_404, _not_found),
            (PageState.CONSENT_WALL, _consent),
            (PageState.LOGIN_WALL, _login),
            (PageState.SCRIPT_SHELL, _shell),
            (PageState.ERROR, trouble),
        ):
            why = judge(document, visible, words)
            if why:
                return state, why
        rest = part_shown(document, text_words) if text_words < _FEW else None
        if rest:
            return PageState.LOGIN_WALL, rest
        if words == 0:
            return PageState.ERROR, "an empty page"
    moved = _sent_home(page)
    if moved:
        return PageState.SOFT_404, moved
    if text_words < _FEW or urls.is_home(document.url):
        return PageState.OTHER, None
    return PageState.ARTICLE, None


def _sent_home(page: Page) -> str | None:
    """A story's address that ends at the front page: the story is not there any more."""
    if page.url and page.final_url and urls.is_home(page.final_url) and not urls.is_home(page.url):
        deep = len([part for part in page.url.split("?")[0].split("/")[3:] if part]) >= 1
        if deep and urls.same_site(page.url, page.final_url):
            return "redirected to the front page"
    return None


def _title(document: Document) -> str:
    found = next(iter(document.tagged("title")), None)
    return " ".join("".join(found.itertext()).split())[:300] if found is not None else ""


def _headlines(document: Document) -> list[str]:
    """The title, its parts without the site's name, and the first heading."""
    title = _title(document)
    headings = [block.text for block in document.blocks if block.tag in ("h1", "h2") and block.hidden_by is None][:2]
    return [title, *_TITLE_PARTS.split(title), *headings]


def _notices(document: Document) -> list[str]:
    """The headlines that may be all there is to say: on a page that tells something a long one is a report's."""
    headlines = _headlines(document)
    return [one for one in headlines if len(one.split()) <= _SHORT] if _tells(document) else headlines


def _challenge(document: Document, visible: list[str], words: int) -> str | None:
    if words > 180:
        return None
    for headline in _notices(document):
        if CHALLENGE_TITLE.match(headline.strip()):
            return f"titled: {headline.strip()[:80]}"
    source = document.source
    mark = next((mark for mark in CHALLENGE_MARKS if mark in source), None) if words < 120 else None
    text = "\n".join(visible)
    said = CHALLENGE_TEXT.search(text)
    if said and (mark or words < 120):
        return f"says: {said.group()[:80]}"
    return f"marked: {mark}" if mark and words < 60 else None


def _parked(document: Document, visible: list[str], words: int) -> str | None:
    if words > 250:
        return None
    text = "\n".join(_short(document) if _tells(document) else [_title(document), *visible])
    said = PARKED_TEXT.search(text) or (DEFAULT_PAGE.search(text) if words < 200 else None)
    if said:
        return f"says: {' '.join(said.group().split())[:80]}"
    mark = next((mark for mark in PARKED_MARKS if mark in document.source), None)
    return f"marked: {mark}" if mark and words < 120 else None


#: Words from which a paragraph tells something, and up to which a line or a headline is a notice.
_TELLING, _LINE, _SHORT = 35, 14, 7
#: Who asks for consent speaks of himself or to the reader; a report on banners does neither.
_ASKS = late(
    r"\b(?:we|our|your|wir|unser\w*|ihre?|dein\w*|nous|nos|notre|votre|vos|nosotros|nuestr\w+|tus?|noi|nostri|tuoi|nós|nossos|seus|wij|onze|uw|nasi|twoj\w+|мы|наши|biz\w*|vi|våra|vores)\b|当社|弊社|私たち|我们|您"
)


def _tells(document: Document) -> bool:
    """True where a paragraph outside menus is long enough to be a report: then a notice must stand by itself."""
    return any(
        block.words >= _TELLING and block.hidden_by is None and not _furniture(block) for block in document.blocks
    )


def _short(document: Document) -> list[str]:
    """The lines that may be a notice: short ones that are no headline."""
    return [
        block.text
        for block in document.blocks
        if block.hidden_by is None and block.words <= _LINE and block.tag not in ("h1", "h2")
    ]


def _not_found(document: Document, visible: list[str], words: int) -> str | None:
    for headline in _notices(document):
        if NOT_FOUND_TITLE.match(headline.strip()):
            return f"titled: {headline.strip()[:80]}"
    if "error404" in (document.body.get("class") or "").lower().replace("-", "").split():
        return "body marked error404"
    shown = [
        block
        for block in document.blocks
        if block.hidden_by is None and not block.within(regions.NAV, regions.FOOTER, regions.ASIDE, regions.COMMENTS)
    ]
    if sum(block.words for block in shown) > 150:
        return None
    tells = _tells(document)
    for block in shown:
        if tells and (block.words > _LINE or block.tag in ("h1", "h2")):
            continue
        said = NOT_FOUND_TEXT.search(block.text)
        if said:
            return f"says: {' '.join(said.group().split())[:80]}"
    return None


def _consent(document: Document, visible: list[str], words: int) -> str | None:
    if words >= 600:
        return None
    if CONSENT_ADDRESS.search(document.url or ""):
        return "the address of a consent page"
    text = "\n".join(visible).lower()
    if not any(hint in text for hint in CONSENT_HINTS):
        return None
    terms = own = 0
    for block in document.blocks:
        if block.hidden_by is None:
            if CONSENT_TERMS.search(block.text):
                terms += 1
            elif not _furniture(block):
                own += block.words
                if block.words >= _TELLING:
                    return None
    if terms and own < 150 and any(CONSENT_TITLE.match(headline.strip()) for headline in _headlines(document)):
        return "titled as a question for consent"
    if ((terms >= 3 and own < 60) or (terms == 2 and own < 25)) and _ASKS.search(text):
        return f"{terms} passages about consent and little else"
    return None


def _furniture(block: TextBlock) -> bool:
    """Menus and footers; a nav that was never closed holds paragraphs, too, and those are none."""
    if block.within(regions.CONSENT):
        return True
    return block.within(regions.NAV, regions.FOOTER) and (block.link_density > 0.5 or len(block.text) < 20)


#: Where a form to sign in stands beside what is told.
_BESIDE = (regions.NAV, regions.HEADER, regions.FOOTER, regions.ASIDE, regions.COMMENTS, regions.NEWSLETTER)


def _login(document: Document, visible: list[str], words: int) -> str | None:
    if words > 350:
        return None
    password = any((i.get("type") or "").lower() == "password" for i in document.tagged("input"))
    headlines = _headlines(document)
    titled = next((h.strip() for h in headlines if LOGIN_TITLE.match(h.strip())), None)
    path = (document.url or "").split("?")[0]
    if LOGIN_ADDRESS.search(path) and (password or titled):
        return "the address of a login page"
    if titled and password and words < 200:
        return f"titled: {titled[:80]}"
    if _tells(document):
        visible = [block.text for block in document.blocks if block.hidden_by is None and not block.within(*_BESIDE)]
    said = next((found for text in visible if (found := LOGIN_TEXT.search(text))), None)
    if said and words < 150 and (password or titled or words < 80):
        return f"says: {' '.join(said.group().split())[:80]}"
    return None


#: Words outside menus below which a page with menus is an empty frame.
_BARE = 5


def _own_words(document: Document) -> int:
    return sum(block.words for block in document.blocks if block.hidden_by is None and not block.within(*_FRAME))


_FRAME = (regions.NAV, regions.HEADER, regions.FOOTER)


def _shell(document: Document, visible: list[str], words: int) -> str | None:
    if words >= 40 and _own_words(document) >= _BARE:
        return None
    if document.tagged("frameset"):
        return "a frameset: the text stands in its frames"
    for element in document.tagged("meta"):
        if (element.get("http-equiv") or "").lower() == "refresh" and "url" in (element.get("content") or "").lower():
            return SENDS_ON
    hidden = "\n".join(block.text for block in document.blocks if block.hidden_by)
    asked = next((found for text in (*visible, hidden) if (found := NEEDS_SCRIPT.search(text))), None)
    if asked:
        return f"says: {' '.join(asked.group().split())[:80]}"
    scripts = sum(1 for script in document.tagged("script") if "json" not in (script.get("type") or ""))
    if not scripts:
        return None
    for element in document.body.iter("div", "main", "app-root", "section"):
        if (element.get("id") or "").lower() in SHELL_IDS or element.tag == "app-root":
            return f"an empty #{element.get('id') or element.tag} for scripts to fill"
    if words >= 10 and urls.is_home(document.url):
        return None
    return "scripts and next to no text" if words < 10 or _own_words(document) < _BARE else None
