"""Whether a page shows the beginning of its article only, and says that the rest is for who signs in or pays.

What is not shown may hold the credit and the link: of such a page nothing that is missing can be proved, and text that is
not seen there is not gone.
"""

from __future__ import annotations

import re

from rights.extract import regions
from rights.extract.dom import Document
from rights.needles import may_match
from rights.patterns import late

#: Words of main text from which a page shows more than a beginning, whatever it asks for at its end.
ENOUGH = 400
#: Words that a notice has at most; longer paragraphs report on such notices.
_NOTICE = 30
#: Blocks before the end of the main text among which a notice may stand.
_END = 4
_ELSEWHERE = (regions.NAV, regions.FOOTER, regions.HEADER, regions.COMMENTS, regions.RELATED, regions.CONSENT)

_QUOTES = "\"“„«»‘’'"
_JOIN = r"(?:sign|log|register|subscri|create|account|join|trial|unlock|membership|become\sa|upgrade)"
_FORMS = rf"""(?:to|and)\s(?:continue|keep|go\son)\sreading\b.{{0,80}}\b{_JOIN}|\b{_JOIN}.{{0,80}}\b(?:to|and)\s(?:continue|keep|go\son)\sreading\b
    |\b{_JOIN}.{{0,60}}\b(?:to|and)\s(?:read|see|view|access|unlock)\s(?:on\b|more\b|(?:the|this)\s(?:full|whole|entire|rest|complete|article|story|post))
    |this\s(?:\w+\s)?(?:article|story|post|content|piece|report)\sis\s(?:\w+\s)?(?:for|available\s(?:only\s)?to|only\s(?:for|available)|reserved\sfor|exclusive(?:ly)?\s(?:to|for))\s(?:\w+\s){{0,3}}?(?:subscribers|members|registered)
    |while\swe\sverify\saccess|(?:log|sign)\s?in(?:to)?\s(?:to\s)?your\saccount,?\sor\ssubscribe
    |available\sto\s(?:\w+\s)?members\sonly|(?:subscriber|member)s?[ -]only\s(?:article|content|story|post)
    |you(?:[’']ve|\shave)?\s(?:reached|read|used|hit|run\sout\sof)\s(?:up\s)?(?:all\s)?(?:of\s)?(?:your|the)\s(?:\w+\s){{0,4}}?(?:articles?|stories|story)\b(?!\spage)
    |(?:weiter\s?lesen|weiterzulesen|ganzen\s(?:artikel|text)\s(?:zu\s)?lesen)\b.{{0,80}}(?:\babo\b|abonn|\bplus\b|anmeld|registr|einlogg|testen|premium|konto)|(?:\babo\b|abonn|\bplus\b|anmeld|registr|einlogg|testen|premium|konto).{{0,80}}(?:weiter\s?lesen|weiterzulesen|ganzen\s(?:artikel|text)\s(?:zu\s)?lesen)
    |(?:artikel|text|inhalt|beitrag)\sist\s(?:\w+\s){{0,2}}?(?:für|nur)\s(?:\w+\s)?(?:abonnent|registrierte|mitglieder|angemeldete|plus)|(?:nur|exklusiv)\sfür\s(?:\w+\s)?abonnent|artikel\s(?:jetzt\s)?freischalten
    |(?:lire|poursuivre|continuer)\s(?:la\s(?:lecture|suite)|l[’']article|cet\sarticle).{{0,80}}(?:abonn|connect|inscri|compte)|(?:abonn|connect|inscri|compte).{{0,80}}(?:lire|poursuivre|continuer)\s(?:la\s(?:lecture|suite)|l[’']article|cet\sarticle)|réservée?s?\s(?:à\snos|aux)\sabonnés|il\s(?:vous\s)?reste\s\d+\s?%.{{0,30}}à\s(?:lire|découvrir)
    |(?:seguir|sigue|continúa|continuar)\sleyendo.{{0,80}}(?:suscr|regístr|registr|inicia|cuenta|hazte)|(?:suscr|regístr|inicia|cuenta|hazte).{{0,80}}(?:seguir|sigue|continúa|continuar)\sleyendo|(?:exclusivo|solo)\spara\s(?:nuestros\s)?suscriptores
    |continua(?:re)?\sa\sleggere.{{0,80}}(?:abbon|registr|acced)|(?:abbon|registr|acced).{{0,80}}continua(?:re)?\sa\sleggere|riservat[oi]\sagli\sabbonati
    |(?:verder\s(?:te\s)?lezen|verderlezen|lees\sverder).{{0,80}}(?:abonn|inlog|log\sin|account|registr)|(?:abonn|inlog|log\sin|account|registr).{{0,80}}(?:verder\s(?:te\s)?lezen|verderlezen)|(?:alleen|exclusief)\svoor\s(?:abonnees|leden)
    |continu(?:e|ar)\s(?:a\sler|lendo).{{0,80}}(?:assin|cadastr|login|conta)|(?:assin|cadastr|login|conta).{{0,80}}continu(?:e|ar)\s(?:a\sler|lendo)|exclusivo\spara\sassinantes
    |(?:czytać|czytaj|przeczytać)\s(?:dalej|całość).{{0,80}}(?:zaloguj|subskry|dostęp|wykup|konto)|(?:tylko|wyłącznie)\sdla\s(?:prenumerator|subskryb)
    |(?:læse|läsa|lese)\s(?:videre|vidare|hele).{{0,80}}(?:log|abonn|prenum)|чита(?:ть|йте)\s(?:дальше|полностью).{{0,80}}(?:подпис|войд|регистр)"""
_NOTICES = late(re.sub(r"\n\s*", "", _FORMS), re.IGNORECASE)


def part_shown(document: Document, text_words: int) -> str | None:
    """What the page says of the rest of its text, where it shows ``text_words`` of it and no more; else None."""
    if text_words >= ENOUGH:
        return None
    main = document.main
    from_ = main.last - _END if main is not None else 0
    for block in document.blocks:
        if (
            block.tag == "h1"
            or block.hidden_by
            or block.words > _NOTICE
            or block.index < from_
            or block.within(*_ELSEWHERE)
        ):
            continue
        if not may_match(_NOTICES.pattern, block.text.lower(), ignore_case=True):
            continue
        said = _NOTICES.search(block.text)
        if said and block.text[max(said.start() - 1, 0)] not in _QUOTES:
            return f"says: {' '.join(said.group().split())[:80]}"
    return None
