"""Which part of a page an element opens: article, header, navigation, comments and so on, from tag, role and names."""

from __future__ import annotations

from functools import lru_cache

from rights.patterns import late

ARTICLE = "article"
BODY = "body-text"
HEADER = "header"
FOOTER = "footer"
NAV = "nav"
ASIDE = "aside"
COMMENTS = "comments"
CAPTION = "caption"
FIGURE = "figure"
BYLINE = "byline"
RELATED = "related"
SHARE = "share"
CONSENT = "consent"
NEWSLETTER = "newsletter"
BIO = "bio"
AD = "ad"

#: Parts that stand beside the article: a name of theirs on an element that holds the page's heading means nothing.
BESIDE = frozenset((ASIDE, COMMENTS, RELATED, SHARE, CONSENT, NEWSLETTER, BIO, AD, CAPTION))

_BY_TAG = {
    "article": ARTICLE, "header": HEADER, "footer": FOOTER, "nav": NAV, "aside": ASIDE, "figcaption": CAPTION,
    "caption": CAPTION, "figure": FIGURE, "address": BYLINE,
}  # fmt: skip
_BY_ROLE = {
    "article": ARTICLE, "banner": HEADER, "contentinfo": FOOTER, "navigation": NAV, "complementary": ASIDE,
    "search": NAV, "menu": NAV, "menubar": NAV,
}  # fmt: skip

#: Names in classes and ids, split into words; the region listed first wins, so the more telling ones come first.
#: A name of two words joined by "+" must stand in that order.
_NAMES = {
    CONSENT: "cookie cookies consent gdpr onetrust cmp cookiebanner cookieconsent cookie+banner privacy+banner",
    COMMENTS: "comment comments commentlist commentarea disqus respond kommentar kommentare comentarios commentaires"
    " kommentarer reader+reactions",
    CAPTION: "caption captions wp+caption photo+credit image+credit img+credit media+credit photo+desc image+desc"
    " image+legend photo+info image+info image+copyright photo+copyright bildunterschrift bildnachweis bildtext"
    " legende photocredit imagecredit imgcaption photocaption",
    BIO: "author+bio author+box author+info author+about author+description about+author about+the+author bio biography"
    " authorbio authorbox saboxplugin autoreninfo autorenbox autorbox author+card",
    BYLINE: "byline bylines author authors by+line post+meta entry+meta article+meta meta+author autor auteur autore"
    " dateline article+info post+info story+meta posted+on postmeta entrymeta articlemeta authorname author+name"
    " story+byline article+byline postmetadata",
    SHARE: "share sharing social sharedaddy addtoany addthis sociable sharebar socialmedia sharetools sharethis"
    " shariff heateor",
    RELATED: "related recommended recommendations recommend mostread most+read most+popular most+viewed trending"
    " read+more read+next read+also more+from more+stories more+news also+like popular+posts outbrain taboola"
    " relatedposts yarpp up+next weitere+artikel mehr+zum verwandte relatedarticles related+posts",
    NEWSLETTER: "newsletter newsletters subscribe signup sign+up mailing+list mailchimp optin",
    AD: "ad ads advert adverts advertisement advertising adsbygoogle werbung anzeige publicidad sponsored advertorial"
    " adslot adbox dfp",
    FOOTER: "footer colophon sitefooter pagefooter fuss fusszeile foot",
    NAV: "nav navbar navigation menu breadcrumb breadcrumbs mainmenu topbar pagination pager skip+link toc navi"
    " submenu menubar sitenav mainnav topnav megamenu navigationsleiste",
    ASIDE: "sidebar aside rail widget widgets widgetarea rightcol rightcolumn right+column right+col seitenleiste"
    " side+bar",
    HEADER: "header masthead siteheader pageheader topheader mainheader kopf kopfzeile",
    BODY: "articlebody article+body story+body entry+content post+content article+content article+text post+body"
    " entry+text page+content main+content maincontent bodytext body+text body+copy richtext rich+text fulltext"
    " artikeltext entry story artikel prose hentry article+copy post+text storybody postcontent entrycontent"
    " textbody news+text content+body",
}
_WORDS: dict[str, str] = {}
_PAIRS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _region, _names in _NAMES.items():
    for _name in _names.split():
        _parts = tuple(_name.split("+"))
        if len(_parts) == 1:
            _WORDS.setdefault(_name, _region)
        else:
            _PAIRS.setdefault(_parts[0], []).append((_parts, _region))
_RANK = {region: rank for rank, region in enumerate(_NAMES)}
_SPLIT = late(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
#: A number in a name tells nothing, and would make every post's own class and id a new one to the caches.
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"), "-")


def numberless(names: str) -> str:
    """The same names to `region_of`, with a dash for each digit."""
    return names.translate(_NO_DIGITS)


@lru_cache(maxsize=16384)
def region_of(tag: str, role: str | None, names: str) -> str | None:
    """The region that an element opens; ``names`` are its class and id; None where it opens none."""
    found = _BY_ROLE.get(role) if role else None
    if found is None and names:
        found = _named(names[:400])
        if tag == "article" and found in (BODY, HEADER, RELATED):
            found = ARTICLE if found != RELATED else RELATED
        elif tag == "header" and found in (BODY, None):
            found = HEADER
        elif tag in ("body", "html"):
            found = None
    return found or _BY_TAG.get(tag)


def _named(names: str) -> str | None:
    """The most telling region that one of the names stands for."""
    best: str | None = None
    for name in numberless(names).split():
        region = _of_name(name)
        if region is not None and (best is None or _RANK[region] < _RANK[best]):
            best = region
    return best


@lru_cache(maxsize=65536)
def _of_name(name: str) -> str | None:
    """The region that a single class or id stands for: the same few thousand names recur on all pages."""
    words = [word.lower() for word in _SPLIT.findall(name)]
    best: str | None = None
    for at, word in enumerate(words):
        candidates = [_WORDS[word]] if word in _WORDS else []
        candidates += [region for parts, region in _PAIRS.get(word, ()) if tuple(words[at : at + len(parts)]) == parts]
        for region in candidates:
            if best is None or _RANK[region] < _RANK[best]:
                best = region
    return best
