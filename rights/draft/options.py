"""The options that a sentence of terms gives its clause: values, places, numbers, and the strength that fits the type."""

from __future__ import annotations

import re
from collections.abc import Callable

from rights.model import Strength

_NEVER = re.compile(
    r"\b(not|no|never|without|cannot|can't|don't|doesn't|mustn't|prohibited|forbidden|nicht|kein\w*|ohne|verboten|untersagt|pas|sans|interdit\w*|sin|prohibid\w+|non|senza"
    r"|vietat\w+|não|sem|proibid\w+)\b",
    re.IGNORECASE,
)
#: Words of refusal that refuse nothing.
_HARMLESS = re.compile(
    r"\b(?:at )?no (?:cost|charge|fee|problem)s?\b|\bwithout (?:any )?(?:charge|cost|fee|paying)\b|\bnot-for-profit\w*|\bnon[- ]?profits?\b|\bnot only\b"
    r"|\bsans frais\b|\bsin (?:costo|coste|cargo|fines de lucro)\b|\bsenza (?:costi|scopo di lucro)\b|\bsem (?:custos?|fins lucrativos)\b|\bohne kosten\b",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"\b(run\b.{0,30}\bpast us|check (?:it )?with us|clear\b.{0,20}\bwith us|abgesprochen|absprache|einverständnis|einwilligung|consentement|consentimiento|consentimento|permissão|permesso|permission|consent|approv\w+|ask|contact|zustimmung|genehmigung|rücksprache|autorisation|accord|autorización|permiso|autorizzazione|consenso|autorização)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "thirty": 30, "sixty": 60, "ninety": 90, "fifty": 50, "hundred": 100, "half": 50, "third": 33,
    "quarter": 25, "drei": 3, "zwei": 2, "trois": 3, "deux": 2, "tres": 3, "dos": 2, "tre": 3, "due": 2, "três": 3,
}  # fmt: skip
_NUMBER = r"(\d[\d,.]*|" + "|".join(_NUMBERS) + r")"
_UNITS = (
    ("words", r"words?|wörter|worte|mots|palabras|parole|palavras"),
    ("percent", r"per ?cent|%|prozent|pour cent|por ciento|per cento|por cento"),
    ("paragraphs", r"paragraphs?|absätze|paragraphes|párrafos|paragrafi|parágrafos"),
    ("characters", r"characters?|zeichen|anschläge|signes|battute|caractères|caracteres|caratteri"),
)
_TOP = re.compile(
    r"\b(top|beginning|first paragraph|start|first line|head|above|anfang|oben|début|inicio|principio|inizio|início|topo)\b",
    re.IGNORECASE,
)
_END = re.compile(r"\b(bottom|end|foot|below|ende|unten|fin|bas|final|fine|rodapé)\b", re.IGNORECASE)
_HOME = re.compile(
    r"\b(home ?page|front page|our (?:web)?site|startseite|page d'accueil|página (?:principal|inicial)|our page)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(original|article|story|piece|post|artikel|beitrag|artículo|nota|articolo|matéria|reportagem|texto)\b",
    re.IGNORECASE,
)

Options = dict[str, object]


def _refuses(text: str) -> bool:
    return bool(_NEVER.search(_HARMLESS.sub(" ", text)))


def _number(text: str) -> float | None:
    word = text.lower()
    if word in _NUMBERS:
        return _NUMBERS[word]
    try:
        return int(word.replace(",", "").rstrip(".").split(".")[0])
    except ValueError:
        return None


def _grant(text: str) -> Options:
    low = text.lower()
    if low.endswith(": not permitted."):
        return {"value": "deny"}
    if "public domain" in low:
        return {"value": "public-domain"}
    if re.search(
        r"all rights (?:are )?reserved|alle rechte|tous droits|derechos reservados|diritti riservati|direitos reservados|may not be",
        low,
    ):
        return {"value": "deny"}
    if _ASK.search(text) and not re.search(
        r"\bgrants? permission|no (?:need|permission)|without (?:asking|permission needed)|don't need", low
    ):
        return {"value": "ask-first"}
    return {
        "value": "conditional"
        if re.search(r"as long as|provided|condition|if you|sofern|à condition|siempre que|purché|desde que", low)
        else "open"
    }


def _link(text: str) -> Options:
    home, article = bool(_HOME.search(text)), bool(_ARTICLE.search(text))
    target = (
        "either"
        if home and article and re.search(r"\bor\b|\boder\b|\bou\b|\bo\b", text)
        else "home"
        if home and not article
        else "article"
    )
    options: Options = {"target": target}
    if _TOP.search(text):
        options["position"] = "first-paragraph" if "paragraph" in text.lower() else "top"
    elif _END.search(text):
        options["position"] = "bottom"
    if re.search(r"no-?follow|followed|do-?follow", text, re.IGNORECASE):
        options["follow"] = True
    return options


def _source(text: str) -> Options:
    line = quoted(text)
    options: Options = {"wording": line} if line and is_credit(line) else {}
    if _TOP.search(text):
        return options | {"position": ["top"]}
    return options | ({"position": ["bottom"]} if _END.search(text) else {})


_QUOTED = re.compile(r"[“„«\"]\s*([^“”„«»\"]{12,400}?)\s*[”“»\"]")
_CREDIT = re.compile(
    r"\b(?:(?:originally|first) (?:published|appeared|ran)|re-?published (?:from|with)|reprinted|zuerst erschienen|erschien zuerst|ursprünglich (?:erschienen|veröffentlicht)"
    r"|publié (?:initialement|à l'origine)|initialement publié|publicad[oa] originalmente|publicad[oa] por primera vez|pubblicato originariamente|originariamente pubblicato)\b",
    re.IGNORECASE,
)


def quoted(text: str) -> str | None:
    """The sentence in quotation marks that the terms ask to be used, of four words at least."""
    found = next((part for part in _QUOTED.findall(text) if len(part.split()) >= 4), None)
    return found.strip() if found else None


def is_credit(line: str) -> bool:
    """True for a required sentence that says where the piece first appeared."""
    return bool(_CREDIT.search(line))


def unquoted(text: str) -> str:
    """The sentence without what it asks to be written: that speaks of the publisher, not of the terms."""
    return _QUOTED.sub(lambda part: " “…” " if len(part.group(1).split()) >= 4 else part.group(), text)


def _excerpt(text: str) -> Options:
    for unit, words in _UNITS:
        found = re.search(rf"\b{_NUMBER}\b.{{0,12}}?(?:{words})", text, re.IGNORECASE)
        value = _number(found.group(1)) if found else None
        if value:
            options: Options = {"max": value, "unit": unit}
            if re.search(
                r"\bfirst\b|\bersten\b|\bpremiers?\b|\bprimer\w*|\bprimi\b|\bprimeiros\b", text, re.IGNORECASE
            ):
                options["first"] = True
            return options
    return {}


def _days(text: str) -> Options:
    found = re.search(
        rf"\b{_NUMBER}\b.{{0,4}}?\b(day|week|month|year|tag|woche|monat|jour|semaine|mois|día|semana|mes|giorn|settiman|dia)",
        text,
        re.IGNORECASE,
    )
    value = _number(found.group(1)) if found else None
    if not found or not value:
        return {"days": 90}
    factor = {"w": 7, "s": 7, "m": 30, "y": 365}.get(found.group(2).lower()[0], 1)
    return {"days": value * factor}


def _hours(text: str) -> Options:
    found = re.search(
        rf"\b{_NUMBER}\b.{{0,4}}?\b(hour|day|stunde|tag|heure|jour|hora|día|ora|ore|giorn|dia)", text, re.IGNORECASE
    )
    value = _number(found.group(1)) if found else None
    if not found or not value:
        return {"per_item": True}
    return {
        "hours": value * (1 if found.group(2).lower()[0] in "hs" or found.group(2).lower().startswith("or") else 24)
    }


def _edit(text: str) -> Options:
    options: Options = {}
    exceptions = [
        name
        for name, words in (
            ("time", r"\btime|date|tense|zeit|temps|tiempo|tempo"),
            ("place", r"\bplace|location|local|ort\b|\borts|lieu|lugar|luogo"),
            ("headline", r"\bheadline|\btitle|überschrift|\btitel|\btitre|título|titolo"),
            ("style", r"\bstyle|typo|spelling|grammar|punctuation|stil|orthograph|estilo|stile"),
        )
        if re.search(words, text, re.IGNORECASE)
    ]
    if exceptions and re.search(
        r"except|other than|apart from|only|but|ausser|außer|ausgenommen|erlaubt|sauf|salvo|excepto|tranne|exceto",
        text,
        re.IGNORECASE,
    ):
        options["exceptions"] = exceptions
    if _ASK.search(text):
        options["approval_by"] = ["author"] if re.search(r"\bauthor|autor", text, re.IGNORECASE) else ["publisher"]
    return options


def _choice(free: str, never: str, ask: str, other: str | None = None) -> Callable[[str], Options]:
    def choose(text: str) -> Options:
        if _ASK.search(text) and not re.search(
            r"\bno (?:permission|need)|without (?:asking|permission)", text, re.IGNORECASE
        ):
            return {"value": ask}
        if _refuses(text):
            return {"value": never}
        return {
            "value": other
            if other and re.search(r"\bnote|notice|say so|mark|hinweis|mention", text, re.IGNORECASE)
            else free
        }

    return choose


_WELCOME = re.compile(
    r"\b(?:may|can|are|is) (?:\w+ )?(?:free|welcome|allowed|permitted|use|run|re-?publish|re-?print)\w*|\b(?:may|can) (?:also )?\w+|\b(?:fine|ok|okay)\b"
    r"|\b(?:dürfen|können|erlaubt|gestattet|peuvent|pueden|possono|podem|autoris\w+|permitid\w+|consentit\w+)\b",
    re.IGNORECASE,
)


def _site(text: str) -> Options:
    if re.search(r"\bfees?\b|\bpay\b|\bcharge", text, re.IGNORECASE):
        return {"commercial": "fee"}
    if _ASK.search(text):
        return {"commercial": "ask"}
    if _refuses(text):
        return {"commercial": "deny"}
    return {"commercial": "allowed" if _WELCOME.search(text) else "ask"}


_KINDS = (
    ("news-org", r"news|media|medien|médias|medios|testate|veículos|redaktion"),
    ("nonprofit", r"non-?profit|not-for-profit|gemeinnützig|association|asociaci|associazion"),
    ("community-site", r"community (?:internet |web)?sites?"),
    ("education", r"school|educat|universit|librar|schule|écoles|escuela"),
    ("personal", r"blogger|individual"),
    ("network-partner", r"partners?|members?"),
)


def _kind(text: str) -> Options:
    kinds = [name for name, words in _KINDS if re.search(words, text, re.IGNORECASE)] or ["news-org"]
    return {"ask" if _ASK.search(text) else "deny" if _refuses(text) else "allow": kinds}


#: Countries and states that terms were found to name, by their names in the languages that are read.
_PLACES = (
    ("US", r"united states|u\.s\.a?\.?|\bUSA?\b|vereinigte\w* staaten|états-unis|estados unidos|stati uniti"),
    ("GB", r"united kingdom|\bUK\b|great britain|großbritannien|royaume-uni|reino unido|regno unito"),
    ("IE", r"\bireland|irland\b|irlande"),
    ("CA", r"\bcanada|kanada|canadá"),
    ("AU", r"\baustralia|australien|australie"),
    ("NZ", r"new zealand|neuseeland"),
    ("DE", r"\bgermany|deutschland|allemagne|alemania|germania|alemanha"),
    ("AT", r"\baustria|österreich|autriche"),
    ("CH", r"switzerland|schweiz|suisse|suiza|svizzera|suíça"),
    ("FR", r"\bfrance|frankreich|francia|frança"),
    ("ES", r"\bspain|spanien|espagne|españa|spagna|espanha"),
    ("IT", r"\bitaly|italien|italie|italia|itália"),
    ("PT", r"portugal|portogallo"),
    ("BR", r"bra[sz]il\w*|brésil|brasile"),
    ("US-CA", r"california"),
    ("US-MN", r"minnesota"),
    ("US-TX", r"\btexas"),
    ("US-NJ", r"new jersey"),
    ("US-NY", r"new york"),
)


def _geo(text: str) -> Options:
    places = [code for code, names in _PLACES if re.search(names, text, re.IGNORECASE)]
    return (
        {
            "deny"
            if re.search(r"\boutside|\bnot in\b|außerhalb|hors d|fuera de|fuori d|fora d", text)
            else "allow": places
        }
        if places
        else {}
    )


def _none(text: str) -> Options:
    return {}


_READERS: dict[str, Callable[[str], Options]] = {
    "grant.mode": _grant,
    "link.original": _link,
    "attr.source": _source,
    "excerpt.limit": _excerpt,
    "time.window": _days,
    "time.embargo": _hours,
    "edit.none": _edit,
    "edit.headline": _choice("free", "keep", "approval"),
    "edit.length": _choice("free", "forbidden", "approval", "note-required"),
    "translate": _choice("allowed", "forbidden", "approval", "notice"),
    "nc.paywall": _choice("allowed", "forbidden", "ask"),
    "nc.site": _site,
    "who.kind": _kind,
    "attr.logo": lambda text: {"value": "forbidden" if _NEVER.search(text) else "asked"},
    "attr.boilerplate": lambda text: {"text": quoted(text) or "[the sentence that the terms give]"},
    "attr.role_note": lambda text: {"wording": "was not involved in the reporting"},
    "attr.excerpt_label": lambda text: {"wording": "Excerpt"},
    "attr.as_of_note": lambda text: {"wording": "As of"},
    "attr.network_tag": lambda text: {"wording": "[the wording that the terms give]"},
    "attr.partners": _none,
    "edit.additions_note": lambda text: {"wording": "Additional reporting by"},
    "legal.disclaimer": lambda text: {"if_supplied": True},
    "who.geo": _geo,
    "scope.medium": lambda text: {"print": "ask" if _ASK.search(text) else "conditional"},
    "licence.notice": lambda text: {
        "generic": True,
        "link": "required" if re.search(r"\blink|verlink|lien|enlace", text, re.IGNORECASE) else "none",
    },
    "ai.forbid": lambda text: {"what": ["training"]},
    "link.canonical": lambda text: (
        {"value": "canonical-or-noindex"} if re.search(r"no-?index", text, re.IGNORECASE) else {}
    ),
    "notify": lambda text: {
        "timing": "before"
        if re.search(r"\bbefore|in advance|prior|vorher|avant|antes|prima", text, re.IGNORECASE)
        else "after"
    },
    "track.pixel": lambda text: {"address": "host-of-the-pixel.invalid"},
}
_PERMISSIONS = {
    "translate": "allowed",
    "edit.headline": "free",
    "edit.length": "free",
    "nc.paywall": "allowed",
    "nc.site": "allowed",
}


def options_of(kind: str, sentence: str, strength: Strength) -> tuple[Strength, Options]:
    """The strength and options of one clause; a permission is ``may`` whatever verb it stands with."""
    options = _READERS.get(kind, _none)(sentence)
    given = options.get("value", options.get("commercial"))
    if kind == "nc.ads_adjacent" or (kind in _PERMISSIONS and _PERMISSIONS[kind] == given):
        return Strength.MAY, options
    if kind == "excerpt.limit":
        limited = "max" in options and bool(
            re.search(
                r"no more|not exceed|at most|maximum|only|limit|up to|höchstens|maximal|máximo|massimo|jusqu|hasta|até",
                sentence,
                re.IGNORECASE,
            )
        )
        return (Strength.MUST if limited else strength), options
    if strength is Strength.MAY:
        return Strength.MUST, options
    return strength, options
