"""Creative Commons licences by address and by wording: which one, which version, which port, which SPDX identifier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rights.patterns import late

#: Ports that the SPDX list has an identifier for, by conditions and version; "" is the unported or international text.
_SPDX_PORTS: dict[tuple[str, str], frozenset[str]] = {
    ("by", "2.5"): frozenset(("AU",)),
    ("by", "3.0"): frozenset(("AT", "AU", "DE", "IGO", "NL", "US")),
    ("by-nc", "3.0"): frozenset(("DE",)),
    ("by-nc-nd", "3.0"): frozenset(("DE", "IGO")),
    ("by-nc-sa", "2.0"): frozenset(("DE", "FR", "UK")),
    ("by-nc-sa", "3.0"): frozenset(("DE", "IGO")),
    ("by-nd", "3.0"): frozenset(("DE",)),
    ("by-sa", "2.0"): frozenset(("UK",)),
    ("by-sa", "2.1"): frozenset(("JP",)),
    ("by-sa", "3.0"): frozenset(("AT", "DE", "IGO")),
}
_VERSIONS = frozenset(("1.0", "2.0", "2.5", "3.0", "4.0"))
_KINDS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")


@dataclass(frozen=True, slots=True)
class CreativeCommons:
    """A licence of the family: ``kind`` such as ``by-nc-nd``, ``zero`` or ``mark``; version and port where known."""

    kind: str
    version: str | None = None
    port: str | None = None

    @property
    def spdx(self) -> str | None:
        """The SPDX identifier, or None: no version, or a port that the list does not have."""
        if self.kind == "zero":
            return "CC0-1.0"
        if self.kind == "mark":
            return "CC-PDM-1.0"
        if self.kind not in _KINDS or self.version is None:
            return None
        if self.port is None:
            return f"CC-{self.kind.upper()}-{self.version}" if self.version in _VERSIONS else None
        if self.port in _SPDX_PORTS.get((self.kind, self.version), ()):
            return f"CC-{self.kind.upper()}-{self.version}-{self.port}"
        return None

    @property
    def label(self) -> str:
        """The name people write, such as ``CC BY-NC-ND 3.0 FR``."""
        name = {"zero": "CC0", "mark": "Public Domain Mark"}.get(self.kind, f"CC {self.kind.upper()}")
        return " ".join(part for part in (name, self.version, self.port) if part)


_ADDRESS = late(
    r"(?:creativecommons\.(?:org|net)|licensebuttons\.net)/(?:(?P<licence>licen[sc]es?|l)|(?P<domain>publicdomain|p))"
    r"/(?P<kind>[a-z+]{2,8}(?:[-_][a-z]{2}){0,3})(?:/(?P<version>\d\.\d))?(?:/(?P<port>[a-z]{2,8}(?:-[a-z]{2})?)(?=[/?#]|$))?",
    re.IGNORECASE,
)
_NOT_PORTS = frozenset(("deed", "legalcode", "rdf", "index", "scotland"))


@lru_cache(maxsize=4096)
def by_address(href: str) -> CreativeCommons | None:
    """The licence that an address of creativecommons.org or of its buttons names, deeds in any language included."""
    found = _ADDRESS.search(href)
    if not found:
        return None
    kind = found["kind"].lower().replace("_", "-")
    version, port = found["version"], (found["port"] or "").lower()
    if found["domain"]:
        return CreativeCommons(kind, version or "1.0") if kind in ("zero", "mark") else None
    if kind == "publicdomain":
        return CreativeCommons("mark", None)
    ordered = _ordered(kind.split("-"))
    if ordered is None:
        return None
    known_port = port.upper() if port and port not in _NOT_PORTS else ("SCOTLAND" if port == "scotland" else None)
    return CreativeCommons(ordered, version, {"GB": "UK"}.get(known_port or "", known_port))


def _ordered(conditions: list[str]) -> str | None:
    """The conditions in their canonical order (by, nc, nd or sa), or None for what is no licence of the family."""
    given = set(conditions)
    if "by" not in given or not given <= {"by", "nc", "nd", "sa"} or {"nd", "sa"} <= given:
        return None
    return "-".join(name for name in ("by", "nc", "nd", "sa") if name in given)


_SHORT = late(
    r"\bCC[\s\u2011-]{0,2}(?P<kind>BY(?:[\s_/.\u2010-\u2013-]{1,3}(?:NC|ND|SA)){0,2}|0|Zero)(?![\w-])"
    r"(?:[\s,/-]{0,2}(?:v(?:ersion)?\.?\s?)?(?P<version>[1-4]\.[05])(?!\d))?"
    r"(?:[\s/-]{1,2}(?P<port>IGO|US|UK|DE|AT|CH|FR|ES|IT|NL|AU|CA|PL|BR|JP|PT|NZ|IE|BE|SE)\b)?",
)

#: How the deeds name the conditions in the languages of the web's republishers.
_NC = (
    r"non[\s-]?commerci?al(?:e|es)?|nicht[\s-]?kommerziell(?:e nutzung)?|keine kommerzielle nutzung|pas d[’'e]\s?utilisation commerciale"
    r"|(?:sin|no|não|nao|sem)[\s-]?(?:uso\s|fins\s)?comercia(?:l|is|les)|niet[\s-]?commercieel|użycie niekomercyjne|некоммерческая|nocomercial"
    r"|ikke[\s-]?kommersiell|icke[\s-]?kommersiell|ei[\s-]?kaupallinen|非商用|非営利|非商业性使用|비영리|gayriticari|غير (?:ال)?تجاري|שימוש לא[\s-]?מסחרי|לא[\s-]?מסחרי|非商業性|nevyužívejte\w*|neužívejte\w* komerčně"
)
_ND = (
    r"no[\s-]?deriv(?:ative|ativ|ate)?s?(?:\sworks)?|keine[\s-]?bearbeitung(?:en)?|pas de modifications?|sin[\s-]?(?:obras?[\s-]?)?derivad(?:a|as|o|os)"
    r"|non opere derivate|sem[\s-]?deriva(?:ções|dos|das|coes)|sem derivados|geen[\s-]?afgeleide[\s-]?werken|bez utworów zależnych|без производных"
    r"|inga bearbetningar|ingen bearbeidelser|ei muutoksia|改変禁止|禁止演绎|변경금지|türetilemez|منع الاشتقاق|بدون اشتقاق|ללא (?:יצירות )?נגזרות|禁止改作"
)
_SA = (
    r"share[\s-]?alike|weitergabe unter gleichen bedingungen|(?:partage|diffusion) (?:dans les mêmes conditions|à l[’']identique)"
    r"|compartir[\s-]?igual|condividi allo stesso modo|compartilha(?:r|mento)?[\s-]?(?:igual|pela mesma licença)|gelijk[\s-]?delen|na tych samych warunkach"
    r"|с сохранением условий|del på samme vilkår|dela lika|jaasamoin|継承|相同方式共享|동일조건변경허락|aynı lisansla paylaş|الترخيص بالمثل|المشاركة بالمثل|שיתוף זהה|姓名標示-相同方式分享|相同方式分享"
)
_BY = (
    r"attribution|namensnennung|paternité|reconocimiento|atribución|atribuição|attribuzione|naamsvermelding|uznanie autorstwa|атрибуция|с указанием авторства"
    r"|navngivelse|erkännande|nimeä|表示|署名|저작자표시|atıf|ن[\u064b-\u0652]*س[\u064b-\u0652]*ب الم[\u064b-\u0652]*صن[\u064b-\u0652]*ف|النسبة|ייחוס|姓名標示|姓名标示|uveďte\w*"
)
#: What the licences are called where not in English.
_CALLED = r"知识共享|知識共享|创作共用|創用|クリエイティブ[・ ]?コモンズ|크리에이티브 ?커먼즈|المشاع الإبداعي|קריאייטיב קומונס|креатив коммонс"
_GAP = r"[\s,;/()–—‐‑-]{0,6}(?:und|and|et|y|e|en|i)?[\s,;/()–—‐‑-]{0,4}"
_CONDITIONS = rf"(?:{_GAP}(?:{_NC}|{_ND}|{_SA})){{0,2}}"
_LONG = late(
    rf"(?:creative[\s-]?commons|\bCC\b|{_CALLED})(?P<before>[^.\n]{{0,60}}?)(?:\b|(?<=[\u3040-\u9fff]))(?P<kind>(?:{_BY}){_CONDITIONS})"
    rf"(?P<after>[^\n]{{0,40}}?(?P<version>[1-4]\.[05])(?!\d)(?:[\s,(]{{0,3}}(?P<port>unported|international|igo|[A-Z][a-zé]+(?:\s(?:States|Kingdom))?))?)?",
    re.IGNORECASE,
)
_PARTS = {
    "nc": late(_NC, re.IGNORECASE),
    "nd": late(_ND, re.IGNORECASE),
    "sa": late(_SA, re.IGNORECASE),
}
_PORT_NAMES = {
    "united states": "US", "united kingdom": "UK", "deutschland": "DE", "germany": "DE", "österreich": "AT", "austria": "AT", "schweiz": "CH",
    "switzerland": "CH", "france": "FR", "españa": "ES", "spain": "ES", "italia": "IT", "italy": "IT", "nederland": "NL", "netherlands": "NL",
    "australia": "AU", "canada": "CA", "polska": "PL", "poland": "PL", "brasil": "BR", "brazil": "BR", "japan": "JP", "portugal": "PT", "igo": "IGO",
    "sweden": "SE", "norway": "NO", "denmark": "DK", "belgium": "BE", "ireland": "IE", "mexico": "MX", "argentina": "AR", "chile": "CL",
}  # fmt: skip
#: A text without one of these names no licence of the family.
HINTS = (
    "creative",
    "cc by",
    "cc-by",
    "cc0",
    "cc 0",
    "ccby",
    "cc\xa0by",
    "cc‑by",
    "知识共享",
    "知識共享",
    "创作共用",
    "創用",
    "コモンズ",
    "커먼즈",
    "المشاع",
    "קומונס",
    "коммонс",
)


def by_wording(text: str) -> CreativeCommons | None:
    """The first licence of the family that a text names by its short or its long name."""
    short = _SHORT.search(text)
    if short:
        kind = short["kind"].upper()
        if kind in ("0", "ZERO"):
            return CreativeCommons("zero", "1.0")
        ordered = _ordered(re.split(r"[^a-z]+", kind.lower()))
        if ordered:
            return CreativeCommons(ordered, short["version"], short["port"])
    long = _LONG.search(text)
    if long:
        given = long["kind"]
        names = ["by", *(name for name, pattern in _PARTS.items() if pattern.search(given))]
        ordered = _ordered(names)
        if ordered:
            return CreativeCommons(ordered, long["version"], _PORT_NAMES.get((long["port"] or "").lower()))
    return None
