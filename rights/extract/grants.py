"""Passages in which a page allows others to reuse its articles: grants, standing permissions, licences of the site."""

from __future__ import annotations

import re

from rights import urls
from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.dom import Document
from rights.extract.facts import Facts
from rights.model import Grant
from rights.patterns import late

_MOST = 12
_REUSE = r"(?:re-?publish|re-?post|reprint|reproduce|cross-?post|copy|share|re-?use|redistribute|distribute|syndicate|translate|repost)"
_REUSED = r"(?:re-?published|re-?posted|reprinted|reproduced|cross-?posted|copied|shared|re-?used|redistributed|distributed|translated|used|quoted)"
_IF = r"(?:provided|as long|so long|if\b|with (?:full |proper |due )?(?:attribution|credit|acknowledg\w+)|under (?:a |the )?(?:terms|creative|cc)|on (?:the )?condition|for free|free of charge|freely)"
#: Cheap to look for: no grant stands in a text without one of these.
_HINTS = (
    "permission", "free to", "freely", "for free", "free of charge", "republish", "re-publish", "permitted", "creative commons", "encourage", "welcome to", "may be re", "can be re",
    "may be copied", "cc by", "cc-by", "lizenz", "weiterverbreit", "nachgedruckt", "nachdruck", "übernommen werden", "librement", "reproduction", "autoris", "reproduc", "reprodu",
    "riprodu", "riproduzione", "overgenomen", "przedruk", "перепечат", "копирован", "kaynak göster", "转载", "轉載", "転載", "전재", "publish our", "share widely", "wolno",
)  # fmt: skip
_GRANTS = tuple(
    late(pattern.replace(" ", r"\s+"), re.IGNORECASE)
    for pattern in (
        rf"\bgrants?(?: \w+){{0,3}} permission to {_REUSE}",
        rf"\bpermission (?:is|to {_REUSE}[^.]{{0,120}} is) (?:hereby )?(?:granted|given)",
        rf"\b(?:feel|are|is|be) (?:welcome|free) to (?:{_REUSE}|use)\b",
        rf"\b(?:may|can) (?:be )?(?:freely )?(?:be )?{_REUSED}\b(?=[^.]{{0,200}}\b{_IF})",
        rf"\byou (?:may|can|are free to|are welcome to) (?:freely )?{_REUSE}\b(?! this page)",
        rf"\b{_REUSE} (?:our|this|these|the) (?:\w+ ){{0,2}}?(?:articles?|story|stories|content|work|posts?|reporting|material)\b[^.]{{0,60}}?(?:for free|freely|free of charge|under (?:a |our )?creative commons|online or in print)",
        rf"\bwe (?:encourage|welcome|allow|invite|permit|want)(?: \w+){{0,4}} to {_REUSE}",
        r"\b(?:available|free) (?:for|to) (?:re-?publication|re-?publish|re-?use|re-?print)\b",
        r"\bverbatim copying and distribution of this (?:entire )?article (?:is|are) permitted",
        r"\b(?:content|contents|articles|texts?|work|works|material|site|website|everything|stories|post|posts|article|blog)\b[^.]{0,80} (?:is|are) (?:also )?(?:licensed|published|available|released|made available|licen[sc]ed) under (?:a |the )?(?:creative commons|cc[ -]by|terms of)",
        r"\b(?:inhalte|texte|beiträge|artikel)\b[^.]{0,80} stehen[^.]{0,60} (?:lizenz|creative commons|cc)",
        r"\b(?:darf|dürfen|können)\b[^.]{0,80}(?:weiterverbreitet|nachgedruckt|übernommen|weiterverwendet|verbreitet|veröffentlicht)(?: werden)?\b(?=[^.]{0,160})",
        r"\b(?:reproduction|reprise)[^.]{0,40} (?:est )?(?:autorisée|libre)|peut être (?:librement )?(?:reproduit|republié|repris|diffusé)|peuvent être (?:librement )?(?:reproduits|republiés|repris)",
        r"\b(?:se (?:autoriza|permite) (?:la |su )?(?:reproducción|difusión|copia)|puede[n]? (?:ser )?(?:reproducid|republicad|compartid|reproducirse|difundirse)\w*|reproducción (?:libre|permitida|autorizada))",
        r"\b(?:riproduzione (?:è )?(?:consentita|libera|permessa|autorizzata)|(?:può|possono) essere (?:liberamente )?(?:riprodott|ripubblicat|condivis)\w+)",
        r"\b(?:reprodução (?:é )?(?:livre|permitida|autorizada|liberada)|pode[m]? ser (?:livremente )?(?:reproduzid|republicad)\w+|republique nosso)",
        r"\bmag (?:vrij |gratis )?(?:worden )?(?:overgenomen|gepubliceerd|verspreid)",
        r"\b(?:przedruk|kopiowanie)[^.]{0,40} (?:dozwolon\w+|mile widzian\w+)",
        r"\b(?:перепечатка|копирование)[^.]{0,60} (?:разреш\w+|допускается|привет\w+)",
        r"\bkaynak göster(?:ilerek|mek)[^.]{0,80}(?:kullanılabilir|yayınlanabilir|alıntılanabilir)",
        r"(?:欢迎|歡迎|允许|允許|可以|可自由)(?:自由)?(?:转载|轉載)|(?:转载|轉載)(?:请|請|时请|需)(?:注明|註明|保留)",
        r"転載(?:は)?(?:自由|歓迎|可)",
        r"(?:자유롭게|출처를 밝히면)[^.]{0,40}(?:전재|퍼가|이용)",
    )
)  # fmt: skip
_REFUSED = late(
    r"\b(?:may|can|must|shall|should|will)(?: ?not|n['’]t) be\b|\bwithout (?:\w+ ){0,5}(?:permission|consent|authori[sz]ation)|\bnot permitted|\bprohibited|\bnicht gestattet|\bnur mit (?:\w+ )?genehmigung"
    r"|\bohne (?:\w+ ){0,3}(?:genehmigung|zustimmung)|\binterdite?\b|\bprohibid|\bvietat|\bproibid|不得|未经|未經|禁止|無断|무단|запрещ",
    re.IGNORECASE,
)
_COMMENT = late(r"\b(?:your|this) (?:\w+ )?(?:comments?|account|profile|password|friends)\b", re.IGNORECASE)
_END = late(r"[.!?。！？](?=\s|$)|(?<=[。！？])|\n")


def find_grants(document: Document, facts: Facts) -> tuple[Grant, ...]:
    """The page's own grants of reuse, each passage once, with the link that leads to the terms.

    A passage that also refuses ("may not be reproduced without permission") counts only for the sentence that grants.
    """
    found: dict[str, Grant] = {}
    for block in document.blocks_with(_HINTS):
        if block.within(regions.COMMENTS, regions.CONSENT, regions.NAV, regions.CAPTION) or len(block.text) < 6:
            continue
        for passage, start, end in grants_in(block.text):
            found.setdefault(
                passage, Grant(text=passage, href=_link(block, start, end), selector=document.selector(block.element))
            )
        if len(found) >= _MOST:
            break
    return tuple(found.values())


def grants_in(text: str) -> list[tuple[str, int, int]]:
    """The granting sentences of a text with their offsets."""
    passages: list[tuple[str, int, int]] = []
    text = text[:12_000]
    for pattern in _GRANTS:
        for found in pattern.finditer(text):
            start, end = _sentence(text, found.start(), found.end())
            passage = text[start:end].strip()
            if _REFUSED.search(passage) or _COMMENT.search(passage):
                continue
            if all(end <= s or e <= start for _, s, e in passages):
                passages.append((passage, start, end))
    return sorted(passages, key=lambda passage: passage[1])


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = 0
    for mark in _END.finditer(text, 0, start):
        begin = mark.end()
    last = _END.search(text, end)
    return begin, last.end() if last else len(text)


def _link(block: TextBlock, start: int, end: int) -> str | None:
    inside = [a for a in block.anchors if a.start < end and a.end > start]
    return next((a.href for a in inside if not urls.is_dead(a.href)), inside[0].href if inside else None)
