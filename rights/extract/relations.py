"""Machine-readable relations of the page to other pages and organisations."""

from __future__ import annotations

from rights.extract.dom import Document
from rights.extract.jsonld import href_of, text_of, types_of
from rights.model import Relation

#: Properties of an article's node that say where it comes from or what may be done with it.
PROPERTIES = (
    "isBasedOn", "isBasedOnUrl", "sourceOrganization", "provider", "creditText", "translationOfWork", "exampleOfWork",
    "citation", "copyrightHolder", "copyrightNotice", "acquireLicensePage", "usageInfo",
)  # fmt: skip
#: Properties whose value is a text or an organisation rather than an address.
_NAMES = frozenset(("creditText", "copyrightNotice", "sourceOrganization", "provider", "copyrightHolder"))
ARTICLE_TYPES = frozenset(
    (
        "article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle"
        " backgroundnewsarticle asknewsarticle advertisercontentarticle scholarlyarticle techarticle report creativework"
        " liveblogposting socialmediaposting discussionforumposting review recipe webpage itempage claimreview interview"
    ).split()
)
_META = {
    "syndication-source": "syndication-source", "original-source": "original-source", "dc.source": "source",
    "dcterms.source": "source", "dcterms.isversionof": "isVersionOf", "dc.relation.isversionof": "isVersionOf",
    "dcterms.ispartof": "isPartOf", "dcterms.isformatof": "isFormatOf",
}  # fmt: skip
_REL = {"syndication-source": "syndication-source", "original-source": "original-source", "original": "original",
        "in-reply-to": "in-reply-to", "syndication": "syndication"}  # fmt: skip
#: Microformats 2 classes that state a relation of the post they stand in.
_CLASSES = {"u-repost-of": "repost-of", "u-translation-of": "translation-of", "u-syndication": "syndication"}
_LIMIT = 60


def find_relations(document: Document) -> tuple[Relation, ...]:
    """The relations in JSON-LD, meta tags, rel attributes and microformats; addresses absolute, each once."""
    found: dict[Relation, None] = {}
    graph = document.jsonld
    for node in graph.nodes:
        if not types_of(node) & ARTICLE_TYPES:
            continue
        for key in PROPERTIES:
            for value in graph.values(node, key):
                _add(found, document, key, href_of(value), text_of(value))
    for name, kind in _META.items():
        for content in document.meta.get(name, ()):
            _add(found, document, kind, content, None)
    for element in document.tagged("link"):
        for token in (element.get("rel") or "").lower().split():
            if token in _REL:
                _add(found, document, _REL[token], element.get("href"), None)
    for anchor in document.links:
        for token in anchor.rel:
            if token in _REL:
                _add(found, document, _REL[token], anchor.raw, None)
    for name in (name for name in _CLASSES if name in document.source):
        for element in document.root.xpath("//a[contains(@class, $n)] | //link[contains(@class, $n)]", n=name):
            if name in (element.get("class") or "").split():
                _add(found, document, _CLASSES[name], element.get("href"), None)
    return tuple(found)[:_LIMIT]


def _add(found: dict[Relation, None], document: Document, kind: str, href: str | None, name: str | None) -> None:
    if href and (kind in _NAMES or name in (None, href)) and not _like_address(href):
        href, name = None, name or href
    if href and href == name:
        name = None
    if href or name:
        found[Relation(kind=kind, href=document.resolve(href) if href else None, name=name)] = None


def _like_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "/", "doi:", "urn:", "./", "../")) and " " not in text.strip()
