"""Words that say where: a qualifier that tells distant readers which Springfield, and what a dateline is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale

from rights.match.wording.spelling import plain
from rights.match.wording.times import bare
from rights.patterns import late

_REGIONS = """
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky
louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
tennessee texas utah vermont virginia washington wisconsin wyoming ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn
miss mo mont neb nev nh nj nm ny nc nd okla ore pa ri sc sd tenn tex vt va wash wva wis wyo dc
ontario quebec manitoba saskatchewan alberta newfoundland yukon nunavut queensland victoria tasmania england scotland wales
bavaria bayern hesse hessen saxony sachsen brandenburg thuringia thuringen saarland berlin hamburg bremen tyrol tirol styria karnten vorarlberg salzburg
catalonia cataluna andalusia andalucia galicia aragon asturias navarra valencia murcia lombardy lombardia piedmont piemonte veneto tuscany toscana
sicily sicilia sardinia sardegna calabria puglia campania liguria umbria lazio brittany bretagne normandy normandie provence corsica corse alsace
occitanie flanders vlaanderen wallonia kerala punjab gujarat maharashtra rajasthan assam bihar odisha karnataka telangana sindh balochistan
bahia parana pernambuco ceara jalisco chiapas oaxaca sonora sinaloa chihuahua veracruz puebla yucatan siberia crimea chechnya dagestan tatarstan
africa asia europe america britain usa uk us uae eu scandinavia midwest balkans caribbean
"""
_LONG_REGIONS = (
    "new york;new jersey;new mexico;new hampshire;north carolina;south carolina;north dakota;south dakota;west virginia;rhode island;"
    "district of columbia;british columbia;nova scotia;new brunswick;prince edward island;northwest territories;new south wales;"
    "western australia;south australia;northern territory;northern ireland;lower saxony;north rhine westphalia;baden wurttemberg;"
    "schleswig holstein;rheinland pfalz;rhineland palatinate;west bengal;uttar pradesh;andhra pradesh;madhya pradesh;tamil nadu;"
    "sao paulo;rio de janeiro;minas gerais;rio grande do sul;united states;united kingdom;great britain;middle east;latin america;"
    "north america;south america;central america;east africa;west africa;southern africa;southeast asia"
)
#: Words that qualify a place without naming one.
_GENERIC = frozenset(
    [
        "city",
        "town",
        "state",
        "county",
        "province",
        "region",
        "district",
        "village",
        "capital",
        "area",
        "republic",
        "commonwealth",
        "territory",
        "island",
        "suburb",
        "borough",
        "parish",
        "municipality",
        "prefecture",
        "canton",
        "neighborhood",
        "neighbourhood",
        "community",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "central",
        "downtown",
        "upstate",
        "coastal",
        "rural",
        "based",
        "near",
        "miles",
        "mile",
        "kilometers",
        "kilometres",
        "km",
        "outside",
        "nearby",
        "stadt",
        "bundesland",
        "land",
        "kreis",
        "provinz",
        "ville",
        "region",
        "departement",
        "ciudad",
        "provincia",
        "estado",
        "citta",
        "regione",
        "cidade",
        "stad",
        "provincie",
    ]
)
_SMALL = frozenset(
    [
        "in",
        "of",
        "from",
        "at",
        "near",
        "to",
        "across",
        "throughout",
        "within",
        "the",
        "a",
        "an",
        "s",
        "and",
        "on",
        "about",
        "around",
        "just",
        "side",
        "part",
        "in",
        "der",
        "die",
        "das",
        "im",
        "bei",
        "aus",
        "nahe",
        "en",
        "dans",
        "la",
        "le",
        "les",
        "du",
        "de",
        "des",
        "a",
        "au",
        "el",
        "los",
        "las",
        "del",
        "di",
        "della",
        "nel",
        "do",
        "da",
        "dos",
        "das",
        "no",
        "na",
        "van",
        "het",
        "te",
    ]
)
#: Where the writer stands: what a distant publisher spells out.
_HERE = ("here", "the city", "the town", "the state", "the county", "the province", "the country", "this city", "this town", "this state",
         "the region", "the area", "the capital", "hier", "ici", "aqui", "qui", "statewide", "citywide", "countywide", "locally", "local", "nationwide")  # fmt: skip
_LOCATIVE = late(r"\b(?:in|at|near|from|of|outside|à|en|bei|aus)\s+((?:[A-ZÀ-Þ][\w'’-]+)(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})")


@lru_cache(maxsize=64)
def regions(languages: frozenset[str]) -> frozenset[str]:
    """Names of countries and their greater parts, in `plain` form without spaces, in English and the languages given."""
    names = set(_REGIONS.split()) | {name.replace(" ", "") for name in _LONG_REGIONS.split(";")}
    for code in {"en", *languages}:
        try:
            territories = Locale.parse(code).territories
        except (ValueError, LookupError):
            continue
        names.update(re.sub(r"[^\w]", "", plain(name)) for key, name in territories.items() if not key.isdigit())
    return frozenset(names)


def local_names(*texts: str) -> frozenset[str]:
    """Words of capitalised names that these texts use as places ("in Santa Rosa")."""
    return frozenset(bare(word) for text in texts for name in _LOCATIVE.findall(text) for word in name.split())


def place_words(raw: Sequence[str], known: frozenset[str], local: frozenset[str]) -> tuple[set[str], bool]:
    """The names of places among words, and whether the words hold nothing else.

    A name that no list has counts when it is capitalised and stands before a region ("Springfield, Ohio") or is used
    as a place elsewhere in the texts.
    """
    words = [bare(part) for written in raw for part in written.split("-") if bare(part)]
    upper = [part.lstrip("(\"'“‘")[:1].isupper() for written in raw for part in written.split("-") if bare(part)]
    is_name = [False] * len(words)
    for length in (4, 3, 2, 1):
        for at in range(len(words) - length + 1):
            if "".join(words[at : at + length]) in known and all(upper[at : at + length : max(1, length - 1)]):
                is_name[at : at + length] = [True] * length
    for at in range(len(words) - 1, -1, -1):
        before_region = at + 1 < len(words) and is_name[at + 1]
        if not is_name[at] and upper[at] and words[at] not in _SMALL and (words[at] in local or before_region):
            is_name[at] = True
    names = {word for word, named in zip(words, is_name, strict=True) if named}
    return names, all(
        named or word in _GENERIC or word in _SMALL or word.isdigit()
        for word, named in zip(words, is_name, strict=True)
    )


def is_place(work: Sequence[str], copy: Sequence[str], known: frozenset[str], local: frozenset[str]) -> bool:
    """True where one side only says more exactly than the other where something is.

    Another place is no qualifier: then each side has a name that the other lacks.
    """
    if not work and not copy:
        return False
    here = [" ".join(map(bare, side)) in _HERE or _stripped(side) in _HERE for side in (work, copy)]
    (ours, only_ours), (theirs, only_theirs) = place_words(work, known, local), place_words(copy, known, local)
    if not ((only_ours or here[0]) and (only_theirs or here[1])):
        return False
    if here[0] or here[1]:
        return bool(ours or theirs)
    return bool(ours or theirs) and (ours < theirs or theirs < ours)


def _stripped(raw: Sequence[str]) -> str:
    words = [bare(word) for word in raw]
    while words and words[0] in ("in", "from", "at", "of", "near", "across", "around", "of"):
        words = words[1:]
    return " ".join(words)


_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}"
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]*){0,3}"
_REST = rf"(?:,\s*{_NAME}){{0,2}}(?:,?\s*(?:[A-Z][a-z]+\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+[A-Za-zä]+)(?:,\s*\d{{4}})?)?"
_DATELINE = late(
    rf"^[ \t]*(?:{_CITY}{_REST}\s*(?:[(/][A-Za-z .&]{{2,24}}[)/])?|{_NAME}{_REST}\s*\((?:AP|AFP|Reuters|dpa|EFE|ANSA|UPI|PTI|CNN|ots|APA|SDA)[A-Za-z/ ]*\))"
    r"\s*(?:[—–-]+|:)(?=\s)",
    re.MULTILINE,
)


def dateline_spans(text: str) -> list[tuple[int, int]]:
    """Half-open character spans of the datelines that lines of a text begin with ("SPRINGFIELD, Ohio (AP) —")."""
    return [found.span() for found in _DATELINE.finditer(text)]
