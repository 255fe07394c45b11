"""Credit forms of Swedish, Danish and Norwegian, as one language: their words differ, their sentences do not."""

from __future__ import annotations

from rights.extract.credit_forms import NameAt, Subject, form, language

_S, _E, _F, _N, _L = Subject.START, Subject.EITHER, Subject.FREE, Subject.NEXT, Subject.LINE
_ADV = r"(?:först|ursprungligen|tidigare|først|oprindeligt|oprindelig|opprinnelig|tidligere)"
_VERB = r"(?:publicerad|publicerat|publicerades|publicerats|publiceret|publisert|bragt|trykt|tryckt|utgitt|udgivet|skrevet|skriven)"
_ON = r"(?:i|på|av|af|hos|hjå|ved)(?![a-zåäöæø])"

NORDIC = language(
    "återpublic,återge,hämta,tack till,tackar,takk til,samarbete,tryckt,trykt,gengivet,gjengitt,översätt,tillhandahåll,publicera,publiceret,publisert,bragt,källa,kilde,översatt,oversat,original,tillstånd,tillad,tillat,hämtad,hentet,först,først,dök,indlægget,innlegget,inlägget,via ,läs ,les ,læs ",
    (
        form("syndicated", r"(?:dök först upp på|blev vist første gang den|dukket først opp på)", _F, before=r"\b(?:inlägget|indlægget|innlegget)\b.{1,250}? "),
        form("original_publication", rf"(?:{_ADV} {_VERB}|{_VERB} {_ADV}) {_ON}", _E),
        form("republished", r"(?:återpublicerad|genudgivet|republisert|gjengitt|gengivet|hämtad|hämtat|hentet)(?: med \w+)? (?:från|fra|av|af)(?![a-zåäöæø])", _E),
        form("source_line", r"(?:originalartikel|originalartiklen|originalartikkel(?:en)?|original) ?: ?(?=\S)", _S, edge=True),
        form("translation", r"(?:översatt|översättning|oversat|oversættelse|oversatt|oversettelse)(?: fr[åa]n? \w+)? (?:av|af) [^\n.]{3,50}", _S, NameAt.NONE, needs_name=False, edge=True),
        form("source_line", r"(?:läs|læs|les) (?:original(?:artikeln|et|artiklen|artikkelen))", _S, NameAt.NONE, needs_name=False, edge=True, linked=True),
        form("source_line", r"originale[tn]?(?: \w+){0,2}(?= här\b| her\b)", _S, needs_name=False, edge=True, linked=True),
        form("via", r"via ", _L, edge=True, strong=False, loose=False),
    ),
    this=r"(?:\b(?:den här|denna|det här|detta|denne|dette|den) (?:\w+ )?(?:artikel|artikeln|artikkelen|artikel|text|texten|tekst|teksten|inlägg|inlägget|innlegget|innlegg|indlæg|krönika|krönikan|kronikk|kronik|intervju|intervjun|interview)|(?<!\w\s)\b(?:artikeln|texten|inlägget|artiklen|artikkelen|teksten|innlegget))\b",
    away=r"\b(?:att|at|bok|bog|studie|om)\b",
    lead=r"(?:artikeln |texten )?(?:är |er |har |blev |ble )?",
    described=r"(?: ?(?:tidningen|tidskriften|avisen|bladet|bloggen|sajten))?",
)  # fmt: skip
