"""The terms that an original's own markup states, for a publisher without a policy file.

Only a Creative Commons label that is surely the article's gives terms that can be broken.  A label in the site's footer, one that the text
mentions, labels that contradict each other, and every pointer to terms elsewhere are told, and judge nothing.  A reservation against text and
data mining says nothing about republication; an image's licence is not the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from rights import licences
from rights.licences import Label
from rights.model import Article, Licence, Message, message
from rights.patterns import late
from rights.policy import Known, Source

#: Markup about the page as a whole; a label in running text has to say what it is about.
_MARKUP = frozenset({"rel", "jsonld", "meta", "atom"})
#: The article speaks of itself.
_ITSELF = late(
    r"\b(?:th(?:is|e present) (?:article|story|post|piece|essay|text|work|item|page|interview|translation|column|commentary)"
    r"|(?:dies(?:er|e|es|em)|der vorliegende) (?:artikel|text|beitrag|werk|inhalt)\w*|(?:cet|cette|ce|le présent) (?:article|texte|œuvre|billet|contenu)"
    r"|est[ea] (?:artículo|texto|obra|nota|entrada|artigo|reportagem|publicação)|quest[oa'’] ?(?:articolo|testo|opera|pezzo|contributo))",
    re.IGNORECASE,
)
#: Other things that are under licences: a label in a sentence about one of them is not the article's.
_OTHERS = late(
    r"\b(?:stud(?:y|ies)|studien?|étude|estudio|studio|estudo|data(?:set|base)?s?|daten(?:satz)?|données|datos|dati|dados|book|buch|livre|libro|livro|paper|software"
    r"|code|maps?|karten?|charts?|figures?|grafik|photo\w*|foto\w*|images?|bild\w*|imagen|immagin\w*|imagem|imagens|pictures?|videos?|music|musik|audio|icons?"
    r"|illustrations?|font|report|wikipedia|content of others|open access|journal)\b",
    re.IGNORECASE,
)
#: A label for the whole site, from which the item may be excepted.
_SITE = late(
    r"\bunless (?:otherwise|stated|noted|indicated)|\bexcept where|\bsoweit nicht anders|\bsauf (?:mention|indication) contraire|\bsalvo (?:indicación|que se indique|diversa|indicação)"
    r"|\b(?:this|our|the) (?:web ?site|site|blog)\b|\bdieser (?:web)?(?:seite|site)\b|\bde ce site\b|\bde este sitio\b|\bdi questo sito\b|\bdeste (?:site|sítio)\b",
    re.IGNORECASE,
)
#: A line of so few words is a label, not a sentence about something.
_LABEL_WORDS = 14


class Licences(Protocol):
    """What is asked of the library of policies."""

    def for_licence(self, spdx: str | None) -> Source | None: ...


def stated(original: Article, known: Licences) -> Source | None:
    """The policy of the licence that the original's markup names, or None.

    Its terms count as not known where the label may be about something else than this article.
    """
    marks = [mark for mark in original.licences if mark.of != "image" and mark.where not in ("tdmrep", "rsl")]
    firm = _one(mark for mark in marks if is_firm(mark))
    if firm is not None:
        return _source(firm, known)
    loose = _one(mark for mark in marks if not any(map(is_firm, marks)))
    source = _source(loose, known) if loose is not None else None
    if source is None:
        return None
    note = "The licence stands on the original's page, but it cannot be told whether for this article."
    terms = source.content.terms.model_copy(update={"evidence": Known.NOT_KNOWN, "note": note})
    return replace(source, content=source.content.model_copy(update={"terms": terms}))


def is_firm(mark: Licence) -> bool:
    """True for a licence mark that is surely the article's own."""
    if mark.of != "article":
        return False
    if mark.where in _MARKUP and not mark.said:
        return True
    said = mark.said or ""
    if _SITE.search(said):
        return False
    if _ITSELF.search(said):
        return True
    return (len(said.split()) <= _LABEL_WORDS or mark.where == "rel") and not _OTHERS.search(said)


def _one(marks: Iterator[Licence]) -> Label | str | None:
    """The one licence that all marks name, as precise as one of them names it; None for none and for several."""
    found: list[Label] = []
    for mark in marks:
        if mark.spdx == "CC0-1.0":
            return mark.spdx if not found else None
        label = licences.label_of(mark)
        if label is not None:
            found.append(label)
    if not found or any(not label.fits(found[0]) for label in found):
        return None
    return max(found, key=lambda label: (label.version is not None, label.port is not None))


def _source(label: Label | str, known: Licences) -> Source | None:
    if isinstance(label, str):
        return known.for_licence(label)
    source = known.for_licence(f"CC-{label.family}-{label.version or '4.0'}")
    if source is None or label.version:
        return source
    policies = tuple(policy.model_copy(update={"licence": f"CC-{label.family}"}) for policy in source.content.policies)
    return replace(source, content=source.content.model_copy(update={"policies": policies}))


def pointer(original: Article) -> Message | None:
    """Where the original's markup says that its terms stand, which nobody has encoded; None where it says nothing."""
    for kind in ("usageInfo", "acquireLicensePage"):
        for relation in original.relations:
            if relation.kind == kind and relation.href:
                return message(
                    "the original's markup points to its terms ({url}), which no policy encodes", url=relation.href
                )
    for mark in original.licences:
        if mark.of == "image" or mark.where == "tdmrep":
            continue
        if mark.where == "rsl":
            text = "the original has an RSL licence ({what}), which speaks of automated use, not of republication"
            return message(text, what=mark.href or mark.text or "RSL")
        if mark.href and mark.of == "article" and mark.where in _MARKUP and licences.label_of(mark) is None:
            return message("the original names a licence ({url}) that no policy encodes", url=mark.href)
    if any("isAccessibleForFree" in signal.detail for signal in original.commercial.signals):
        return message("the original is marked as not free to read, and no policy says what may be done with it")
    return None
