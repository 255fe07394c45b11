"""Names in credit lines: where an outlet's or a person's name ends, and what it looks like.

A credit names a source after a trigger phrase ("originally published on NAME under a Creative Commons licence") or in a
byline ("By PERSON, NAME, DATE").  Nothing here knows a list of outlets; only news agencies, which sign with bare
initials, are listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rights import urls
from rights.extract.credit_dates import DATE_RE, MONTH_START, starts_with_date
from rights.extract.credit_line import Anchor, Line
from rights.extract.credit_name_tables import (
    AGENCIES,
    BREAK,
    COMMON,
    CONNECTORS,
    FOR_AFTER,
    LEADING,
    NO_NAME,
    OUTLET_SCRIPT,
    OUTLET_WORD,
    POINTING,
)
from rights.patterns import late

_DOMAIN = late(r"(?:www\.)?(?:[a-z0-9à-öø-ÿ\-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)

_ABBREVIATION = late(r"^(?:[A-Z]\.)+$|^(?:St|Inc|Co|Corp|Ltd|Dr|Mr|Mrs|Ms|Prof|Jr|Sr|Vol|No|U\.S|vs|Mt)\.$")
_OPEN, _CLOSE = "\"'“‘«„‚‹《「『【<＜", "\"'”’»“‘›》」』】>＞"
_TOKEN = late(r"\S+")
_GLUED = late(r"(?<=.)(?:[，。；：、（]|[,:;](?=[^\W\da-z]))|(?<=[一-鿿])上(?=[,，]|$)|(?<=\w)的(?=\s|$)|^的$")
_MARKS = frozenset(",:;")
_TRIM = " \t\n.,;:|/–—-·•*_()[]\"'“”‘’«»„‹›<>《》「」『』【】（）。，、：！!?？"
_POSSESSIVE = late(r"['’]s?$|['’](?:de|da|te|ta|den|dan)$|(?<=[가-힣]{2})의$")
_CJK_STOP = late(
    r"[，。、；：！？\s,;:!?（(《》「」『』\[\]|｜\n]|(?:的|作者|原文|译者|翻译|侵删|授权|转载|链接|网址|文章|综合(?=$|[\s，。])|编辑|編輯|责编|责任编辑|记者|記者|时间|字号|阅读|浏览|发布|發布|日期|記事|より|から|の(?=記事|日本語)|(?<=.)에서|에 )"
)


@dataclass(frozen=True, slots=True)
class Source:
    """Who is named and where the name's link leads; ``name`` is None where only an address or nothing is given."""

    name: str | None
    href: str | None = None
    rel: tuple[str, ...] = ()
    end: int = 0


def clean_name(text: str) -> str | None:
    """A name without surrounding quotes, article in lower case, trailing possessive and 'blog here' remnants."""
    quoted = text.lstrip()[:1] in _OPEN
    name = re.sub(r"\s+", " ", re.sub(r"\s*https?://\S+", "", text)).strip(_TRIM)
    if not quoted:
        name = _ARTICLE.sub(_keep_capital, name)
    name = re.sub(r"^The (?=The )", "", name)
    name = re.sub(r"\s(?:here|ici|hier|aquí|qui|website|web site)$", "", name)
    name = re.sub(r"^www\.", "", _POSSESSIVE.sub("", name).strip(_TRIM), flags=re.IGNORECASE).strip(_TRIM)
    return name if 1 < len(name) <= 100 and not re.fullmatch(r"[A-Z]?\d+|v\d[\d.]*", name) else None


_ARTICLE = late(r"^(?:the|a|an|le|la|les|el|los|las|il|lo|der|die|das|den|dem|het)\s(?=[A-ZÀ-Þ0-9a-z])")


def _keep_capital(found: re.Match[str]) -> str:
    return found.group() if found.group()[0].isupper() else ""


def host_name(href: str | None) -> str | None:
    """The host of an address as a name: without www."""
    host = urls.host(href) if urls.is_web(href) else None
    return re.sub(r"^www\d?\.", "", host) if host else None


def is_pointing(text: str) -> bool:
    """True for link text that only points: 'here', 'this link', 'ici', '原文链接'."""
    return POINTING.fullmatch(text.strip(_TRIM)) is not None


def outlet_weight(name: str) -> int:
    """How much a name looks like an outlet's: 0 not at all, 1 by its form, 2 by a word, a domain or as an agency."""
    if (
        AGENCIES.fullmatch(name)
        or (len(name) > 4 and name.isupper() and AGENCIES.fullmatch(name.capitalize()))
        or (_DOMAIN.fullmatch(name) and name.rsplit(".", 1)[-1].islower())
        or OUTLET_WORD.search(name)
        or OUTLET_SCRIPT.search(name)
    ):
        return 2
    if _CAMEL.fullmatch(name):
        return 1
    return 1 if re.match(r"(?:The|La|Le|El|Il|Der|Die|Das|De|Het|L['’])\s?[A-ZÀ-Þ]", name) else 0


#: ProPublica, openDemocracy, BuzzFeed; not McDonald, DeSantis.
_CAMEL = late(r"(?!Mc|Mac|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Van[A-Z]|Fitz)[A-Za-z][a-z]+(?:[A-Z][a-z]+)+")


def read_name(line: Line, at: int, *, loose: bool = True) -> Source | None:
    """The source named from offset ``at`` on; None where what stands there is a date, a language or nothing.

    A link that begins there gives name and address; otherwise the run of capitalised words, the quoted words, the
    domain or, where ``loose``, the first lower-case word.
    """
    text = line.text
    at = _skip(text, at)
    anchor = _anchor_at(line, at)
    if anchor is not None:
        return linked_name(line, anchor)
    rest = text[at : at + 200]
    address = re.match(r"https?://\S{4,}", rest)
    if address:
        near = next((a for a in line.anchors if a.start <= at < a.end), None)
        href = near.href if near else address.group().rstrip(".,;)")
        return Source(host_name(href), href, near.rel if near else (), at + address.end())
    if not rest or NO_NAME.match(rest) or starts_with_date(rest):
        return _pointed(line, at)
    end = at + _run(rest, loose)
    name = clean_name(text[at:end])
    if name is None or is_pointing(name) or not (name[0].isalnum() or name[0] in "@"):
        return _pointed(line, at)
    around = next((a for a in line.anchors if a.start < at < a.end), None)
    near = around or next((a for a in line.anchors if at <= a.start <= end + 3 and a.end > a.start), None)
    return Source(name, near.href if near else None, near.rel if near else (), end)


def _pointed(line: Line, at: int) -> Source | None:
    """'on our blog', 'on my website', 'sur le forum' as a link: the address is named, not the outlet."""
    for anchor in line.anchors:
        if at - 24 <= anchor.start <= at + 24 and anchor.end >= at - 1 and urls.is_web(anchor.href):
            text = re.sub(
                r"(?i)^\W*(?:our|my|notre|mon|unser\w*|mein\w*|su|mi|nuestro|the|le|el|il)\s",
                "",
                line.anchor_text(anchor),
            )
            if is_pointing(text):
                return Source(host_name(anchor.href), anchor.href, anchor.rel, anchor.end)
    return None


def _skip(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in ":：-–—*>|•·"):
        at += 1
    return at


def _anchor_at(line: Line, at: int) -> Anchor | None:
    for anchor in line.anchors:
        lead = line.text[at : anchor.start]
        if (
            anchor.start >= at
            and len(lead) <= 6
            and lead.strip(_OPEN + " (（[*>").lower() in ("", "the", "le", "la", "el", "il", "der")
        ):
            return anchor
    return None


def linked_name(line: Line, anchor: Anchor) -> Source:
    """The source that a link names by its words, or by its address where they only point."""
    text = line.anchor_text(anchor)
    if text == anchor.href or re.match(r"https?://", text):
        return Source(host_name(anchor.href), anchor.href, anchor.rel, anchor.end)
    name = None if is_pointing(text) or NO_NAME.match(text) else clean_name(title_suffix(text) or text)
    return Source(name or host_name(anchor.href), anchor.href, anchor.rel, anchor.end)


#: Within a link: the title in quotation marks and where it stands.
_QUOTED_IN = late(
    r"[\"“«„].{3,}[\"”»“],?\s(?:at|in|from|on|by|dans|sur|en|auf|bei|su|em|no|na|op|w|в)\s(?P<outlet>.{2,40})$"
)
_SUFFIX = late(r"\S.{2,}\s(?P<mark>[-–—|·]|｜)\s(?P<outlet>[^-–—|·｜]{2,40})$|\S.{2,}[｜](?P<cjk>[^｜|]{2,30})$")


#: "Part 2", "Vol. 3", "第三章", "2021": which piece of a work, not whose.
_INSTALMENT = late(
    r"(?:(?:part|vol|volume|chapter|episode|teil|partie|parte|kapitel|folge|deel|часть|第)\b[.\s]*|第)?[\dIVX一二三四五六七八九十]+\W?[章部篇回话話]?$",
    re.IGNORECASE,
)


def title_suffix(text: str) -> str | None:
    """The outlet that a page title ends with: 'TITLE - OUTLET', 'TITLE | OUTLET'."""
    quoted = _QUOTED_IN.match(text.strip())
    if quoted is not None:
        return quoted["outlet"]
    found = _SUFFIX.match(text.strip())
    if found is None:
        return None
    outlet = str(found["outlet"] or found["cjk"]).strip()
    if _INSTALMENT.match(outlet):
        return None
    return outlet if found["cjk"] or found["mark"] in "-|" or outlet_weight(outlet) == 2 else None


def _is_unspaced(letter: str) -> bool:
    """True for a letter of Chinese, Japanese or Korean, whose words have no capitals."""
    return "\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or "가" <= letter <= "힣"


def _run(rest: str, loose: bool) -> int:
    """How many characters of ``rest`` are a name."""
    if rest[0] in _OPEN:
        closing = _CLOSE[_OPEN.index(rest[0])]
        closed = rest.find(closing, 1, 90)
        if closed > 1:
            return closed + 1
    domain = _DOMAIN.match(rest)
    if domain:
        return domain.end()
    if _is_unspaced(rest[0]):
        inner = re.match(r"[^\s，。、：:『]{0,12}『([^』\n]{2,40})』", rest)
        if inner:
            return inner.end(1) + 1
        stop = _CJK_STOP.search(rest, 1)
        return min(stop.start() if stop else len(rest), 40)
    if rest[0].isalpha() and rest[0].lower() == rest[0].upper():
        caseless = re.match(
            r"[^\s.,،؛:()\[\]\n]+(?: (?!بتاريخ|يوم|في |على |بإذن|بتصرف|ترجمة|تحت|وفق|بموجب|بعد|عام|ترجم|وننشر|وتم|ביום|בתאריך|ועודכן|ונערך)[^\s.,،؛:()\[\]\n]+){0,3}",
            rest,
        )
        return caseless.end() if caseless else 0
    end = 0
    previous = ""
    for token in _TOKEN.finditer(rest):
        word = token.group()
        bare = word.strip(_TRIM)
        if end and (word[0] in "([|–—-/•\"'“‘«「" or "\n" in rest[end : token.start()]):
            break
        if not bare:
            break
        if end and (bare[0].isdigit() or MONTH_START.fullmatch(bare)) and DATE_RE.match(rest, token.start()):
            break
        glued = None if word.isascii() and _MARKS.isdisjoint(word) else _GLUED.search(word)
        if glued:
            end = token.start() + glued.start()
            break
        capital = bare[0].isupper() or bare[0].isdigit() or bare[:1] == "@"
        lower = bare.lower()
        if capital and end and lower in BREAK:
            break
        inside = capital or _inner(bare) or (end and _ELIDED.match(bare))
        if not inside and not _connects(rest, token.end(), lower, previous):
            if not end and loose:
                end = _lower_case(rest)
            break
        end = token.end()
        previous = bare
        if word[-1] in ',;:!?)]”»"|' or (word[-1] == "." and not _ABBREVIATION.match(word)):
            end = token.start() + len(word.rstrip('.,;:!?)]”»"|'))
            break
    return end


_LOWER = late(
    r"(?:www\.)?[a-z][\w-]{3,}(?: [a-z][\w-]{3,})?(?=[.,;:!?)\]”»\"]*(?:$|\n| [A-Z(\[–—|-]| (?:and|und|et|y|e|under|with|on|in|by|as|is|was|here|for|at|am|vom|mit|unter|avec|le|con|el)\b))"
)


def _lower_case(rest: str) -> int:
    """The length of a name written in lower case: one or two words that a break or a function word follows."""
    found = _LOWER.match(rest)
    if not found or found.group().split()[0] in COMMON or found.group().split()[0] in CONNECTORS:
        return 0
    return found.end()


_ELIDED = late(r"(?:d|l|dell|all|dall|nell|sull)['’]\w", re.IGNORECASE)


def _inner(bare: str) -> bool:
    """True for openDemocracy, iPolitics, eLife: lower-case first, a capital within."""
    return any(c.isupper() for c in bare[1:])


def _connects(rest: str, at: int, word: str, previous: str) -> bool:
    """True for a lower-case word within a name: 'of', 'de la', 'und', with more of the name after it."""
    if word not in CONNECTORS or (not previous and word not in LEADING):
        return False
    if word == "for" and not FOR_AFTER.search(previous):
        return False
    if word == "in":
        return bool(re.match(r"\s(?:Data|Education|Medicine|Science|Brief|Review|Action|Society|Public)\b", rest[at:]))
    following = _TOKEN.search(rest, at)
    after = following.group().strip(_TRIM) if following else ""
    return bool(after) and (after[0].isupper() or after.lower() in LEADING) and after.lower() not in BREAK
