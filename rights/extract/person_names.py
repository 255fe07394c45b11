"""Names of persons in bylines and metadata: split, cleaned, and told from outlets, roles and teams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from rights.extract.written_dates import WRITTEN_DATE
from rights.patterns import late

_LEAD = late(
    r"^(?:(?:written|posted|published|reported|story|words|text|article|opinion|analysis|review|column|commentary|reviewed|compiled"
    r"|ein\s+(?:gast)?(?:beitrag|artikel|kommentar)|texto|escrito|edited|contributed|produced)\s*:?\s+)?"
    r"(?:by|von|vom|por|par|di|door|av|af|przez|autor(?:in|en|es)?|autore|auteur|authors?|redakteur(?:in)?)\b\s*[:：]?\s*"
    r"|^(?:texte?|texto|testo|tekst|автор(?:ы)?|текст|yazan|autor(?:ka)?|作者|撰文|文|著者|執筆|글|written|words|author)\s*[:：]\s*"
    r"|^文[・／/]\s*|^(?:本报)?(?:记者|記者)[:：\s]\s*"
    r"|^(?:بقلم|كتبه?|كتبت|إعداد|מאת|글)\s*[:：]?\s+",
    re.IGNORECASE,
)
_SPLIT = late(
    r"\s*(?:,\s*(?:and|und|et|y|e|en|i|&)\s+|;|\||/|\s&\s|\s\+\s|\s·\s|\s•\s|\s(?:and|und|et|y|och|og|with|mit|sowie|avec|con|com|met|z|с|и|ve)\s|、|，|\n"
    r"|\s[-–—]+\s)\s*",
    re.IGNORECASE,
)
#: Words that no person's name holds, in any case; those below only where they are written small.
_NO_NAME = late(
    r"\b(?:staff|editors?|editorial|team|admin(?:istrator)?|redaktion\w*|redakteure|newsroom|newsdesk|desk|news|press|agency|agencies"
    r"|correspondents?|contributors?|reporters?|writers?|journalists?|columnists?|authors?|autor|unknown|anonymous|webmaster|redacci[oó]n"
    r"|r[ée]daction|redazione|redacja|presse\w*|wire|services?|magazine?|media|network|inc|ltd|llc|gmbh|sponsored|advertorial|partner|manufacturer"
    r"|university|institute?|department|ministry|\w*ministerium|office|council|foundation|association|committee|society|company|technologies"
    r"|times|tribune|gazette|zeitung|bureau|user|default|username|moderator|online|website|updated|published|publisher|minutes?|mins?"
    r"|follow|subscribe|share|copy|url|link|comments?|photos?|getty|reuters|afp|dpa|associated|efe|ansa|images?|view|posts?|articles?|bio|profile"
    r"|senior|director|producer|manager|managing|deputy|assistant|associate|president|professor|fellow|specialist|analyst|expert|chefredakteur"
    r"|about|contact|e-?mail|redactie|stiftung|verein|e\.\s?v|verband|\w+verband|verlag|blog|ago|months?|hours?|sekretariat|partei|fraktion|\w+fraktion"
    r"|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|uhr|aktualisiert|aktuelle|meldung\w*|quelle|source|copyright|rights|reserved"
    r"|facts?|tv|radio|video|podcast|report|special|exclusive|breaking|sports?|politics|business|opinion|culture|health|science|deutsche[rsn]?|feuerwehr"
    r"|abteilung|bundes\w+|amt|zentrum|gesellschaft|institut|universität|hochschule|stadt|kanton|polizei\w*|kreis|landkreis|gemeinde|bündnis"
    r"|bundestag\w*|union|rotes|kreuz|club|klub|center|centre|ort|datum|group|gruppe|holding|program|project|journal|post|herald|star|daily|weekly|review|guardian|observer|independent|telegraph|corp|corporation|co|kg|ag|se)\b",
    re.IGNORECASE,
)
_NO_NAME_SMALL = late(
    r"\b(?:the|this|our|your|from|for|at|in|on|by|all|more|read|day|days|home|world|guest|chief|lead|head|host|stand|company|story"
    r"|für|aus|dem|das|ein|eine|und|mit|im|bei|als|and|with)\b"
)
#: Places of two words that stand beside a name in bylines.
_CITIES = frozenset(
    "newyork newdelhi telaviv hongkong losangeles sanfrancisco buenosaires washingtondc saopaulo sãopaulo riodejaneiro mexicocity"
    " sandiego newyorkcity kualalumpur capetown tokyojapan".split()
)
_TITLES = late(
    r"^(?:dr\.?(?:\s(?:med|phil|jur|rer|nat|ing|h\.?c)\.?)*|prof|mr|mrs|ms|sir|rev|herr|frau|dott|ing|mag|lic|dipl\.?-?\w*|rechtsanw[äa]lt(?:in)?|pfarrer(?:in)?|pastor(?:in)?|father|bishop)\.?\s+(?=\S)",
    re.IGNORECASE,
)
_DEGREES = late(
    r",?\s+(?:ph\.?\s?d\.?|m\.?d\.?|m\.?s\.?|m\.?a\.?|b\.?a\.?|r\.?d\.?n?\.?|jr\.?|esq\.?|mph|mba)$", re.IGNORECASE
)
_ROLE_TAIL = late(r"\s*(?:\s[-–—|]\s|[(|,]|\s(?:for|at|of|is|für|in|special to|bei)\s).*$", re.IGNORECASE)
_BAD = late(r"[@<>{}\[\]=#:?!]|https?:|www\.|\d{3,}|\.(?:com|org|net|de|co)\b", re.IGNORECASE)
_TOKEN = late(
    r"^(?:[^\W\d_a-z][\w.'’-]*|d[aeiou]|de|del|della|di|du|el|al|bin|ibn|la|le|van|von|der|den|ter|ten|y|zu|zur|af|bint|dos|das|do|e"
    r"|d['’]\w+|[“\"(]\w+[”\")])$"
)
#: "by Nickname": one word and no more before the line ends or a date follows.
_ONE_WORD = late(r"^\s*(?:[^\W\d_a-z][\w.-]{2,24}|[a-z][\w.-]{4,24})\s*(?:,|$)")
_INITIALS = late(r"\b[A-Z]\.[A-Z]$")
_ASIAN = late("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
#: Where a line goes on to something that is no name: a date, a time, "3 hours ago", "5 min read".
_END = late(
    re.sub(r"(^|\|)\\b\(\?P<", r"\1(?P<", WRITTEN_DATE.pattern)
    + r"|\s*[·,/|]?\s*(?:사진|写真|撮影)[\s：:=]|\s*(?:编辑|編輯|责任编辑|責任編輯|责编|来源|來源|翻译|译者|校对|摄影|图)\s*[:：]|\s(?:기자|특파원|편집위원|인턴기자|논설위원)(?=\s|$)|[.;,|/]?\s*(?:photo\w*|fotos?|fotografías?|pictures|images|bilder|zdjęcia|фото|illustrations?|graphics?)\s*(?:by\b|von\b|:)"
    + r"|\d{1,2}:\d\d|\b\d+\s*(?:min|hour|day|week|month|year|std|stunden|minuten|mesi|ore|h|m)\w*\b|\b(?:updated|published|posted|last|aktualisiert"
    r"|stand|veröffentlicht|on|am|um|le|el|il|at|alle|à)\b\s|\bfollow\b|\s@\w+|\s\d+$|\bUhr\b",
    re.IGNORECASE,
)
_BY = late(
    r"(?:^|\s|[|•·-])(?:by|von|por|par|door|di|av|af)\s*:?\s+(?=[^\W\d_])"
    r"|^(?:text|interview|foto|fotos|autor(?:in)?|author|words|story|bericht|kommentar|report|redaktion|verfasser(?:in)?)"
    r"(?:\s*(?:&|und|and|/)\s*(?:fotos?|photos?|bilder|interview|text))?\s*:\s*"
    r"|(?:^|\s|[|•·-])(?:بقلم|كتبه?|كتبت|إعداد|מאת)\s*[:：]?\s+|^글\s*[:：]?\s+"
    r"|^文[・／/]|^(?:texte|texto|testo|tekst)\s*:\s*|(?:^|\s|[|•·-])(?:автор(?:ы)?|текст|yazan|autor(?:ka)?|作者|撰文|文|著者|執筆)\s*[:：]\s*",
    re.IGNORECASE,
)


def split_names(text: str, banned: frozenset[str] = frozenset(), *, strict: bool = False) -> Iterator[str]:
    """The persons that a byline or metadata field names.

    ``banned`` are keys (`name_key`) of names that are no person's here, such as the site's; ``strict`` wants
    capitalised names of two words or more.
    """
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", unescape(text)))[:300].strip()
    text = re.sub(r"\([^)]*\)|（[^）]*）", " ", text)
    text = _LEAD.sub("", text).strip(" .,:;|-–—•")
    for part in _couples(_SPLIT.split(text)):
        pieces = [_tidy(piece) for piece in part.split(",")]
        good = [piece for piece in pieces if is_name(piece, banned, strict=True)]
        if len(pieces) > 1 and good:
            yield from (piece for at, piece in enumerate(good) if at == 0 or len(piece.split()) <= 4)
            continue
        turned = None if strict or _TURNED.fullmatch(part.strip()) is None else f"{pieces[1]} {pieces[0]}"
        name = turned or _tidy(pieces[0])
        if not is_name(name, banned, strict=strict):
            name = _tidy(_ROLE_TAIL.sub("", name))
        if is_name(name, banned, strict=strict):
            yield name


#: "And" where it is a letter or two that names hold as well: two persons only where each has two names.
_COUPLE = late(r"(?<=[^\W\d_])\s(?:e|i|en|a)\s(?=[^\W\d_a-z])")


#: "Holt, Jane", as catalogues write a person.
_TURNED = late(r"[^\W\d_a-z][^\W\d_A-Z]+(?:-[^\W\d_]+)?, ?[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z]\.?)?")


def _couples(parts: list[str]) -> Iterator[str]:
    for part in parts:
        names = _COUPLE.split(part)
        yield from names if len(names) > 1 and all(len(name.split()) > 1 for name in names) else [part]


def byline_names(line: str, banned: frozenset[str] = frozenset(), *, marked: bool = False) -> Iterator[str]:
    """The persons in one line that a reader sees, such as "By A B and C D, 3 May 2024".

    ``marked`` says that the page's markup calls the line a byline, so that no "by" is needed.
    """
    by = _BY.search(line)
    if by is None and not marked:
        return
    rest = line[by.end() :] if by else line
    end = _END.search(rest)
    while by is None and end is not None and end.start() <= 1:
        rest = rest[end.end() :].lstrip(" ,|-–—•·:")
        end = _END.search(rest)
    rest = rest[: end.start()] if end else rest
    names = list(split_names(rest, banned, strict=True))
    if not names and by is not None and by.start() == 0 and _ONE_WORD.match(rest):
        names = list(split_names(rest.split(",")[0], banned))
    yield from names


def is_name(text: str, banned: frozenset[str] = frozenset(), *, strict: bool = False) -> bool:
    """True for what can be the name of a person, not of an outlet, a role or a team."""
    words = text.split()
    if not 1 <= len(words) <= 6 or not 2 <= len(text) <= 60 or _BAD.search(text):
        return False
    if _NO_NAME.search(text) or _NO_NAME_SMALL.search(text):
        return False
    if (
        text[:4].lower() == "the "
        or name_key(text) in _CITIES
        or name_key(text) in banned
        or not re.search(r"[^\W\d_]", text)
    ):
        return False
    if _ASIAN.search(text):
        return len(text) <= 12
    if not strict:
        return len(words) > 1 or len(text) > 2
    return len(words) >= 2 and all(_TOKEN.match(word) for word in words) and not words[0][0].islower()


def name_key(text: str) -> str:
    """A name as it is compared: letters and digits, lower-case."""
    return "".join(filter(str.isalnum, text.lower()))


def unique_names(names: Iterator[str]) -> tuple[str, ...]:
    """The names in order, each once."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name_key(name), name)
    return tuple(found.values())


def _tidy(text: str) -> str:
    text = _LEAD.sub("", re.sub(r"\s+", " ", text).strip(' .,:;|-–—•*"“”'))
    text = _DEGREES.sub("", _TITLES.sub("", text)) if " " in text else text
    text = text.strip(' ,:;|-–—•*"“”')
    return f"{text}." if _INITIALS.search(text) else text
