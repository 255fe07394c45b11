"""Bare bylines: lines that name an outlet beside the author, a place or a date and say nothing else.

"By AUTHOR, OUTLET, DATE", "AUTHOR / OUTLET – DATE", "(OUTLET, DATE)", "CITY (AGENCY) –", "From OUTLET:".  A shape is
tried only where its first part stands (a "by", a date, a bracket); what stands in the outlet's place is then asked
whether it can be one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from rights.extract.credit_byline_shapes import SHAPES, Begins, Shape, ends_there
from rights.extract.credit_dates import DATE_RE, find_dates
from rights.extract.credit_line import Line
from rights.extract.credit_name_tables import AGENCIES
from rights.extract.credit_names import Source, clean_name, host_name, outlet_weight, read_name
from rights.extract.credit_people import PERSON, is_person
from rights.patterns import late

#: A byline is not longer than this many characters; of a longer line only its beginning is read.
LONGEST = 700


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline names; ``kind`` is a credit kind's value.

    ``signed``: a "by" or a bracket says that it is one; ``dated``: a date stands beside it.
    """

    outlet: str | None
    author: str | None = None
    href: str | None = None
    rel: tuple[str, ...] = ()
    kind: str = "source_line"
    start: int = 0
    end: int = 0
    signed: bool = False
    dated: bool = False


_CLOSED = late(r"\s?\)[.\s]*$")
_SIGNED = (Begins.BY, Begins.HEAD, Begins.BRACKET, Begins.ORIGIN)
#: "CITY (AGENCY) –" and "CITY, 27 Ago. (AGENCY) –".
_DATELINE = late(
    r"[\W_]{0,3}(?P<city>[A-ZÀ-ÞİŁŚŻŠČŽА-Я][\w’'.À-ž-]*(?:[ /][A-ZÀ-ÞА-Я(][\w’'.)À-ž-]*){0,3})(?:,\s[^()\n]{2,40})?\s?(?:[–—-]\s)?\((?P<outlet>[^()\n]{2,40})\)\s?[.:]?\s?[–—-]{1,2}\s?"
)
_P = rf"(?P<person>{PERSON})"
#: Datelines whose form alone tells the agency.
_AGENCY_DATELINES = tuple(
    late(pattern)
    for pattern in (
        r"[(\[](?P<name>ANSA|AGI|EFE|Belga|BELGA|AFP|dpa|PAP|APA|Adnkronos|LaPresse|askanews|AA|DHA|İHA|IANS|PTI|ANI|AP|Reuters|Bloomberg|Xinhua|Kyodo|UPI|TASS|CNN|CNS|OSV News|RNS|Lusa|Ritzau|NTB|TT)[)\]]\s?[-–—]",
        r"[^\n/]{2,60}?\s/(?P<name>PRNewswire|CNW|TASS|ТАСС)[\w-]{0,20}/\.?\s?(?:--|[-–—])?",
        r"[^\n(]{2,60}?--\((?P<name>BUSINESS WIRE)\)--",
        r"[А-ЯЁ][А-ЯЁ-]{2,}[^\n]{0,30}?[-–—]\s?(?P<name>РИА Новости|ТАСС|Интерфакс)\b",
        r"[А-ЯЁ][А-ЯЁ-]{2,},?\s\d{1,2}\s[а-я]{3,8}\.?\s?[-–—./]{1,2}\s?(?P<name>[А-ЯЁ][\w-]{2,20}(?:\s[А-ЯЁ][\w-]{2,20})?)[./,]",
        r"[\u0590-\u05ff \"'-]{2,20}\s?\((?P<name>רויטרס|איי[. ]?פי|אי[. ]?פי|א[.]?פ[.]?|סוכנויות הידיעות)\)\s?[-–—]",
        r"(?:[［【\[(][^］】\])\n]{0,24}?|（[^）\n]{1,16}＝)(?P<name>ロイター|共同(?:通信)?|時事(?:通信)?|ＡＦＰ|AFP|ＡＰ|ブルームバーグ)(?:時事)?[］】\])）]",
        r"[［【\[(（](?P<name>中央社|中新社|新华社|路透社|法新社|美联社|德國之聲|中新网)[^］】\])）\n]{0,24}[电電讯訊][］】\])）]",
        r"[［【\[(][가-힣]{2,8}=(?P<name>연합뉴스|뉴시스|뉴스1|뉴스핌|이데일리|머니투데이)[］】\])]",
        r"[\u0600-\u06ff ]{2,20}\s?\((?P<name>رويترز|أ\s?ف\s?ب|د\s?ب\s?أ|أسوشيتد برس|وكالات|شينخوا|الأناضول|سانا|وفا|سبوتنيك)\)\s?[-–—]",
        r"[\u0600-\u06ff ]{2,20}\s?[-–—ـ]\s?(?P<name>رويترز|أ\s?ف\s?ب|د\s?ب\s?أ|أسوشيتد برس|وكالات|شينخوا|الأناضول|سانا|وفا|سبوتنيك)\s?[:：]",
        r"[A-ZÀ-Þİ][\w/ ,.À-ž-]{2,40}\s\((?P<name>dpa(?=[/)])|Prensa Latina|Europa Press|EUROPA PRESS|Xinhua|askanews|LaPresse|epd|KNA|AFP|AP|APA|SDA|sda|ats|TT|NTB|Ritzau|ANP|Belga|PAP|ČTK|Reuters|EFE|Lusa|AA|DHA|İHA)\)(?:\.|:)?\s(?=[A-ZÀ-Þ„\"])",
    )
)
#: A date must follow.
_DATED_ADDRESS = late(rf"^[\W_]{{0,3}}{_P}\s+https?://\S+\s+")
_SIGNED_ADDRESS = late(rf"https?://\S+\s+(?:by|By)\s{_P}$")
_ROLE = late(
    r"(?i)(?:staff|editor|reporter|correspondent|writer|journalist|contributor|columnist|director|president|professor|author|chief|senior|guest|special|sponsored|gesponsert\w*|anzeige|werbung|guest \w+|gast\w*|a|an|the author|ph\.?d|md|esq"
    r"|january|february|march|april|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun|posted|updated|published|photo\w*|image|illustration|associated press photo"
    r"|redaktion\w*|unserer redaktion|comments?|share|save|print|email|tweet|facebook|twitter|\d+ min\w*|last updated|here|and|with|min read|permalink|leave a|hinterlasse|e-?mail|tel|phone|fax|kontakt|contact|abo\w*|reply|filed under|tags?|category)\b"
)
#: Towns of several words, which a byline names after the author just as it names an outlet.
_TOWN = late(
    r"(?:New|Los|Las|San|Santa|Saint|St\.?|Port|Fort|Cape|El|North|South|East|West|Tel|Hong|Buenos|Rio de|São|Mexico|Ciudad de|Kuala|Abu|Addis|Phnom|Ho Chi Minh|Salt Lake|Kansas|Bad|Frankfurt am"
    r") ?(?:[A-ZÀ-Þ][\w-]+)(?:,? (?:[A-Z]{2}|D\.?C\.?))?|Washington(?:,? D\.?C\.?)?"
    r"|La (?:Paz|Plata|Habana|Coruña|Rioja|Spezia|Rochelle|Jolla|Crosse)|Le (?:Havre|Mans|Caire|Cap)|Las Palmas[\w ]*|Los Ángeles|Den (?:Haag|Bosch|Helder)|L['’]Aquila|Il Cairo"
)
_ROLE_END = late(
    r"(?i)\b(?:reporter|editor|correspondent|writer|columnist|producer|photographer|contributor|director|chief|anchor|host|fellow|analyst|intern|manager|officer)s?$"
)
_IMAGE = late(
    r"(?i)\b(?:photos?|photograph\w*|image|picture|illustrat\w+|foto\w*|graphic|handout|file|video|screenshot|source:|credit)\b"
)
_IMAGE_LEAD = late(
    r"(?i)\W*(?:photos?|photograph\w*|images?|pictures?|illustrat\w+|foto\w*|bild\w*|beeld|imagen|immagin\w+|imagem|zdjęci\w+|fot\.|graphi\w+|grafi\w+|crédits?|фото\w*|görsel\w*)\b"
)
#: Two parts of a line that no mark parts: "The Coastal Observer Jane Holt".
_OUTLET_AND_PERSON = late(
    r"(?P<outlet>(?:[^\W\d_a-z][\w’'.-]*\s){0,4}(?:Times|Post|Tribune|Journal|Herald|Chronicle|Guardian|Telegraph|Independent|Globe|Gazette|Dispatch|Inquirer|Sentinel|Examiner|Observer|Mercury|Monitor|Register|Courier|News|Weekly|Daily|Magazine))\s(?P<person>[^\W\d_a-z]\S+\s[^\W\d_a-z]\S+)$"
)
#: "MIDDLEMAN" - "ORIGIN" -
_NEXT_QUOTED = late(r"[\"”]?\s*[-–—]\s*[\"“](?=[^\"\n]{2,60}[\"”])")
_RIGHTS = late(r"(?i)©|\bcopyright\b|\ball rights reserved\b")
_BOOK = late(r"(?i)\b(?:books?|press|verlag|éditions?|edizioni|editorial|publishers?|publishing)\b")
_PERSON_END = late(rf"(?:^|\s)({PERSON})[\s,|–—-]*$")


def read_byline(line: Line) -> Byline | None:
    """Read a line as 'By PERSON, OUTLET, DATE' or one of its relatives; None where it is none."""
    if len(line.text) > LONGEST:
        line = line.cut(0, 300)
    if _RIGHTS.search(line.text):
        return None
    dateline = read_dateline(line)
    if dateline is not None:
        return dateline
    places = _Places(line.text)
    for shape in SHAPES:
        if shape.dated and not places.dates:
            continue
        for at in places.of(shape.begins):
            found = shape.pattern.match(line.text, at)
            byline = _read(line, shape, found, places) if found else None
            if byline is not None:
                return byline
    return _with_address(line)


def read_dateline(line: Line) -> Byline | None:
    """An agency's dateline at the beginning of a text: 'CITY (AGENCY) –'."""
    for pattern in _AGENCY_DATELINES:
        plain = pattern.match(line.text)
        if plain:
            return Byline(plain["name"], kind="syndicated", start=0, end=plain.end())
    found = _DATELINE.match(line.text)
    name = clean_name(found["outlet"]) if found else None
    if found is None or name is None or _IMAGE.search(name):
        return None
    if not (AGENCIES.fullmatch(name) or outlet_weight(name) or (name.isupper() and len(name) > 1)):
        return None
    return Byline(name, kind="syndicated", start=found.start("city"), end=found.end())


class _Places:
    """Where the shapes of a line may begin, each kind looked for once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = find_dates(text)
        self.dates = [end for _, end in self.spans]
        self.known: list[list[int] | None] = [[0], None, None, self.dates[:12], None, None, None]

    def of(self, begins: int) -> list[int]:
        """At most twelve offsets."""
        known = self.known[begins]
        if known is None:
            marks, text = _MARKS[begins], self.text
            known = [at for m in islice(marks.finditer(text), 12) if (at := _after(begins, text, m)) is not None]
            self.known[begins] = known
        return known


def _after(begins: int, text: str, mark: re.Match[str]) -> int | None:
    """Where the shape begins after its mark, or None where the mark does not stand as it must."""
    start = mark.start()
    before = text[start - 1] if start else "\n"
    if begins in (Begins.BY, Begins.ORIGIN) and before not in ' \n“"([\xa0':
        return None
    if begins == Begins.HEAD:
        head = _LED.sub("", text[:start]).rstrip(" \xa0")
        if head.strip("\n\"'“*_>[(|–-•") and head[-1:] not in "\n|–" and not _YEAR_END.search(head):
            return None
    return mark.end()


_BY = late(
    r"(?:[Bb]y|BY|[Ww]ritten by|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|(?:[Aa]uthor|Autora?|Autorin|Autore|Auteure?|Words|Texte?|Texto|Testo|Tekst|Yazan|Yazar|Автор|Текст)\s?:)\s+(?=\S)"
)
#: What may stand before the "by" of a byline.
_LED = late(r"^\W*(?:(?:Story|Words|Text|Article|Report|Reported|Essay)\s)$")
_YEAR_END = late(r"\d{4}$")
_MARKS: dict[int, re.Pattern[str]] = {
    Begins.BY: _BY,
    Begins.HEAD: _BY,
    Begins.ORIGIN: late(r"(?:from|From|FROM)\s+(?:the\s)?(?=\S)"),
    Begins.BRACKET: late(r"[(\[]\s?(?=\S)"),
    Begins.SENTENCE: late(r"[.!?]\s+(?=[A-ZÀ-Þ])"),
}


def _read(line: Line, shape: Shape, found: re.Match[str], places: _Places) -> Byline | None:
    text = line.text
    at = found.start("outlet")
    if shape.near:
        dates = [span for span in places.spans if at + 2 <= span[0] <= at + shape.near]
        if not dates or (shape.closed and not _CLOSED.match(text, dates[0][1])):
            return None
    source = _outlet(line, at, shape)
    if source is None or source.name is None:
        return None
    person = found.groupdict().get("person")
    if person is not None and re.match(r"(?:The|A|An|This|Our|Staff|In|On|Last|Last updated)\b", person):
        return None
    if person is not None and shape.begins not in (Begins.BY, Begins.HEAD) and not is_person(person):
        return None
    if person is not None and _IMAGE_LEAD.match(text):
        return None
    if person is None:
        if shape.begins == Begins.LINE and shape.dated and text[source.end : source.end + 1] == ":":
            return None
        if _IMAGE.search(text[: found.start("outlet")]):
            return None
        if shape.begins is Begins.BRACKET and _BOOK.search(source.name):
            return None
        if shape.begins is Begins.DATE and shape.whole:
            before = _PERSON_END.search(text[: _date_start(text, found.start())])
            person = before.group(1) if before else None
            if person is None or not is_person(person):
                return None
    parted = (
        "person" not in found.groupdict()
        or found["person"] is None
        or text[found.end("person") : found.start("outlet")].strip() != ""
    )
    return Byline(
        source.name, person, source.href, source.rel, shape.kind, found.start(), source.end,
        signed=_is_signed(shape, text, found.start()) and (parted or outlet_weight(source.name) > 0), dated=places.dates != [],
    )  # fmt: skip


def _is_signed(shape: Shape, text: str, start: int) -> bool:
    """True for what says that it is a byline: a "by", a bracket, "from PERSON at"."""
    return shape.begins in _SIGNED or shape.strict or text[start : start + 1] in ("(", "[")


def _date_start(text: str, end: int) -> int:
    return next((start for start, until in find_dates(text) if until == end), end)


def _with_address(line: Line) -> Byline | None:
    """'PERSON https://… DATE': a byline with the bare address of the source."""
    if not line.anchors:
        return None
    plain, end = _DATED_ADDRESS.search(line.text), 0
    if plain and (date := DATE_RE.match(line.text, plain.end())):
        end = date.end()
    elif plain := _SIGNED_ADDRESS.search(line.text):
        end = plain.end()
    if plain and end:
        anchor = line.anchors[0]
        return Byline(host_name(anchor.href), plain["person"], anchor.href, anchor.rel, start=plain.start(), end=end)
    return None


def _outlet(line: Line, at: int, shape: Shape) -> Source | None:
    """The outlet that stands at an offset: named, heavy enough, and where asked at the byline's end."""
    text = line.text
    word = at + 1 if text[at] in "([" else at
    if text.startswith("http", at) or _ROLE.match(text, word) or DATE_RE.match(text, word):
        return None
    source = read_name(line, at, loose=False)
    while source is not None and (quoted := _NEXT_QUOTED.match(text, source.end)):
        after = read_name(line, quoted.end(), loose=False)
        if after is None or after.end <= quoted.end():
            break
        source = after
    if source is None or not source.name:
        return None
    name = source.name
    if source.href is None and (cut := _OUTLET_AND_PERSON.match(name)) and is_person(cut["person"]):
        source = replace(source, name=cut["outlet"], end=source.end - len(name) + len(cut["outlet"]))
        name = cut["outlet"]
    if _ROLE_END.search(name) or _TOWN.fullmatch(name):
        return None
    words = len(name.split())
    weight = outlet_weight(name)
    if not shape.words <= words <= 6 or weight < shape.weight or _IMAGE.search(name):
        return None
    if not weight and is_person(name) and not DATE_RE.search(text[source.end : source.end + 24]):
        return None
    if not (name[0].isupper() or name[0].isdigit() or not name[0].isascii() or "." in name):
        return None
    if shape.whole and not ends_there(text, source.end, shape.strict):
        return None
    return source
