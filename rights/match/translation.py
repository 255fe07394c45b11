"""Which work may a page be a translation of: what survives translation is names, numbers, dates, links and pictures.

A proposal is a lead for a person.  Whatever is judged on its ground is ``incomplete``: it is no proof of copying.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote, urlsplit

from babel import Locale
from rapidfuzz.distance import LCSseq

from rights import urls
from rights.match.pages import work_text
from rights.match.quotation import quoted_spans
from rights.match.wording.spelling import plain
from rights.model import Article, Match, Work
from rights.patterns import late

#: The shares of the shorter sequence of names and numbers that must recur in order, with and without a link or picture.
IN_ORDER, IN_ORDER_LINKED = 0.5, 0.3
#: So much must be shared: a name weighs up to 1, a year little, a link or picture 2.
LEAST_WEIGHT = 6.0
#: A feature of less weight does not tell works apart.
TELLING = 0.5
#: Names, numbers and dates of a text that count.
MOST = 5000
#: Two languages share fewer of their commonest words than this.
SAME_LANGUAGE = 0.2

_LETTERS = dict(
    zip(
        "абвгґдеєзиіїйклмнопрстуфхцыэёαβγδεζηικλμνξοπρσςτυφωάέήίόύώ",
        "abvggdeeziiijklmnoprstufhcyeeabgdeziiklmnxoprsstyfoaeiioyo",
        strict=True,
    )
) | {
    "ж": "zh",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ь": "",
    "ъ": "",
    "θ": "th",
    "χ": "ch",
    "ψ": "ps",
}
_LATIN = str.maketrans(_LETTERS)
#: Numbers, and words that no small Latin letter begins; a class of characters comes first, which is what is quick to find.
_TOKEN = late(
    "[0-9A-Z\u00c0-\u1fff\u2c00-\u2fef\u3040-\ufdff\uff10-\uffef]"
    r"(?:(?<=\d)(?:[\d.,\u00a0\u202f]*\d)?|(?<=[^\W\d_])[^\W\d_]*(?:['’-][^\W\d_]+)*)"
)
_WORD = late(r"\d[\d.,\u00a0\u202f]*\d|\d|[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Characters beside a number among which a month is looked for.
_BESIDE = 32
#: What stands before the first word of a sentence or quotation, whose capital says nothing.
_OPENERS = frozenset(".!?…:\"'“”„«»‘’([")
_GENERIC_IMAGE = late(r"logo|placeholder|default|avatar|icon|pixel|blank|spacer|share|banner|sprite", re.IGNORECASE)
_SIZE = late(r"[-_@]?(?:\d{2,4}x\d{2,4}|\d+w|scaled|large|medium|small|thumb(?:nail)?|[234]x)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """What of a page survives translation.

    ``sequence`` holds names, numbers and dates in reading order (``n:``, ``#:``, ``d:``), ``marks`` addresses of links,
    pictures and embeds and words quoted, ``paragraphs`` the numbers of letters of each.
    """

    sequence: tuple[str, ...]
    marks: frozenset[str] = frozenset()
    paragraphs: tuple[int, ...] = ()
    common: frozenset[str] = frozenset()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two signatures are: weight shared, share of the shorter sequence kept in order, links and pictures shared."""

    weight: float
    in_order: float
    marks: tuple[str, ...] = ()
    paragraphs: float = 0.0

    @property
    def convincing(self) -> bool:
        """True where the one may be a translation of the other."""
        firm = [mark for mark in self.marks if not mark.startswith("q:")]
        return self.weight >= LEAST_WEIGHT and self.in_order >= (IN_ORDER_LINKED if firm else IN_ORDER)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A work that a page may translate."""

    work: Work
    likeness: Likeness

    @property
    def match(self) -> Match:
        """A match that counts no words."""
        return Match(containment=0.0, resemblance=0.0, words=0, language_independent=True)


def signature(text: str, article: Article | None = None, language: str | None = None) -> Signature:
    """The signature of a text and, where its page is known, of its links, pictures and embeds."""
    words = Counter(word for word in re.findall(r"\b[^\W\d_]{1,4}\b", text.lower()))
    common = frozenset(word for word, _ in words.most_common(25))
    paragraphs = tuple(size for size in (sum(map(str.isalpha, line)) for line in text.splitlines()) if size)
    language = (language or (article.language if article else None) or "").split("-")[0].lower() or None
    return Signature(tuple(islice(_sequence(text), MOST)), _all_marks(text, article), paragraphs, common, language)


def work_signature(work: Work) -> Signature:
    """The signature of a work."""
    return signature(work_text(work), work.article, work.language)


def features(text: str, article: Article | None = None) -> frozenset[str]:
    """What of a signature is telling enough to look its works up by: all but years and numbers of two digits."""
    found = frozenset(islice(_sequence(text), MOST)) | _all_marks(text, article)
    return frozenset(one for one in found if one[0] != "#" or weight(one) >= TELLING)  # only numbers may weigh less


def _all_marks(text: str, article: Article | None) -> frozenset[str]:
    return frozenset((*_quoted(text), *(_marks(article) if article else ())))


def _sequence(text: str) -> Iterator[str]:
    for token in _TOKEN.finditer(text):
        word, start = token.group(), token.start()
        if word[0].isdigit():
            digits = "".join(filter(str.isdecimal, plain(word))).lstrip("0")
            month = _month_beside(text, *token.span()) if len(word) < 3 and digits and int(digits) <= 31 else None
            if month:
                yield f"d:{month}-{digits}"
            elif len(digits) > 1:
                yield f"#:{digits}"
        else:
            name = _name(word)
            if name and not _goes_on(text[start - 1 : start]) and not _begins(text[max(0, start - 3) : start]):
                yield name


@lru_cache(maxsize=65_536)
def _name(word: str) -> str:
    """What a word adds to a signature where it may be a name: its first five Latin letters; '' where it may not."""
    key = plain(word)
    if not word[0].isupper() or len(key) <= 3 or key in _months():
        return ""
    name = key if key.isascii() and key.isalpha() else re.sub(r"[^a-z]", "", key.translate(_LATIN))
    return f"n:{name[:5]}" if len(name) > 3 else ""


def _goes_on(before: str) -> bool:
    """True where a word that stands after this character has begun before it."""
    return before.isalpha() or before in ("'", "’", "-")


def _begins(before: str) -> bool:
    """True where a sentence or quotation begins after these characters."""
    kept = before.rstrip()
    return not kept or kept[-1] in _OPENERS or "\n" in before[len(kept) :]


def _month_beside(text: str, start: int, end: int) -> int | None:
    """The month that is named within two words of a number, None where none is or two are."""
    words = (
        *_WORD.findall(text[max(0, start - _BESIDE) : start])[-2:],
        *_WORD.findall(text[end : end + _BESIDE])[:2],
    )
    near = {month for word in words if (month := _months().get(plain(word)))}
    return near.pop() if len(near) == 1 else None


def _quoted(text: str) -> Iterator[str]:
    for start, end in quoted_spans(text):
        if end - start < 120:
            for word in re.findall(r"[A-Za-z]{5,}", text[start:end]):
                yield f"q:{word.lower()}"


def _marks(article: Article) -> Iterator[str]:
    for link in article.links:
        if (
            link.paragraph is not None
            and urls.is_web(link.href)
            and not urls.is_home(link.href)
            and not urls.same_site(link.href, article.address)
        ):
            yield f"l:{urls.page_key(link.href)}"
    for image in article.images:
        name = unquote(urlsplit(image.src).path).rsplit("/", 1)[-1].rsplit(".", 1)[0]
        name = _SIZE.sub("", name)
        if len(name) >= 8 and not _GENERIC_IMAGE.search(name):
            yield f"i:{name.lower()}"
    for embed in article.embeds:
        path = urlsplit(embed.src)
        if len(path.path) > 6 and not path.path.endswith(".js"):
            yield f"e:{path.netloc}{path.path}"


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    """Names of months in the languages met most, and the month that each is; names of two months are left out."""
    found: dict[str, set[int]] = defaultdict(set)
    for code in "en de fr es it pt nl sv da nb fi pl cs ru uk tr ro hu el id ca".split():
        locale = Locale.parse(code)
        for kind in ("format", "stand-alone"):
            for number, name in locale.months[kind]["wide"].items():
                found[plain(name)].add(int(number))
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}


def weight(feature: str) -> float:
    """What a feature that both have is worth: a year little, a link or picture most."""
    kind, value = feature.split(":", 1)
    if kind == "#":
        year = len(value) == 4 and value[:2] in ("19", "20")
        return 0.3 if year else 0.4 if len(value) == 2 else 1.0
    return {"n": 0.8, "d": 0.8, "q": 0.8}.get(kind, 2.0)


def likeness(work: Signature, copy: Signature, rarity: Mapping[str, float] | None = None) -> Likeness:
    """Compare two signatures; ``rarity`` scales the weight of a feature (1 where a collection has it once)."""

    def worth(feature: str) -> float:
        return weight(feature) * (rarity.get(feature, 1.0) if rarity is not None else 1.0)

    kept = LCSseq.similarity(work.sequence, copy.sequence)
    shorter = min(len(work.sequence), len(copy.sequence))
    marks = work.marks & copy.marks
    shared = set(work.sequence) & set(copy.sequence)
    return Likeness(
        sum(map(worth, shared | marks)),
        kept / max(8, shorter),
        tuple(sorted(marks)),
        _profile(work.paragraphs, copy.paragraphs),
    )


def _profile(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How alike two rows of paragraph lengths are, each as its share of the whole: 1 the same, 0 not at all."""
    if len(one) < 3 or not len(one) * 2 / 3 <= len(other) <= len(one) * 3 / 2:
        return 0.0
    points = [at / 20 for at in range(1, 20)]
    return 1.0 - sum(abs(_reached(one, point) - _reached(other, point)) for point in points) / len(points) * 4


def _reached(lengths: tuple[int, ...], point: float) -> float:
    """The share of paragraphs done when this share of the letters is."""
    total, so_far = sum(lengths), 0
    for at, length in enumerate(lengths):
        so_far += length
        if so_far >= point * total:
            return (at + 1) / len(lengths)
    return 1.0


def other_language(one: Signature, other: Signature) -> bool:
    """True where two texts are clearly in different languages."""
    if one.language and other.language and one.language != other.language:
        return True
    if not one.common or not other.common:
        return False
    both = len(one.common & other.common) / len(one.common | other.common)
    return both < SAME_LANGUAGE


def translated(work: Work, copy: Article) -> Match | None:
    """A language-independent match of a work and a page in another language, None where nothing convincing is shared.

    It counts no words: ``containment`` and ``resemblance`` are 0, ``language_independent`` is True.
    """
    ours, theirs = work_signature(work), signature(copy.text, copy)
    like = likeness(ours, theirs)
    return Proposal(work, like).match if like.convincing and other_language(ours, theirs) else None
