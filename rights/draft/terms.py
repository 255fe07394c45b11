"""The sentences of a terms page, and what each says: clause types, strength, options, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rights.draft.gate import is_look_alike
from rights.draft.options import is_credit, options_of, quoted, unquoted
from rights.draft.patterns_en import PATTERNS as ENGLISH
from rights.draft.patterns_europe import PATTERNS as EUROPE
from rights.draft.strength import strength_of
from rights.model import Article, Strength

#: A page of terms longer than this is cut; no terms met in the research come near it.
MAX_SENTENCES = 2_000
_MAX_SENTENCE = 600
_SPLIT = re.compile(
    r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-ZÀ-ÖØ-Þ0-9¿¡])|\n+|\s+[•·▪►‣]\s*|;\s+(?=[a-z]{3,}\b)|,?\s+but\s+(?=(?:you|please|do not|don't)\b)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|no|nos|mr|ms|mrs|dr|st|inc|ltd|u\.s|z\.b|d\.h|bzw|ca|sr|sra|p\.ej|art)\.)$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Understood:
    """One clause read from one sentence."""

    type: str
    strength: Strength
    sentence: str
    options: tuple[tuple[str, object], ...] = ()

    @property
    def anchor(self) -> str:
        """The first words of the sentence, at most ten: a locator, never the sentence itself."""
        return " ".join(self.sentence.split()[:10])


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a terms page."""

    understood: tuple[Understood, ...]
    not_understood: tuple[str, ...]


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; a list item or line is one of its own."""
    pending = ""
    for count, part in enumerate(_SPLIT.split(text)):
        if count >= MAX_SENTENCES:
            return
        piece = f"{pending} {part or ''}".strip()
        if _ABBREVIATION.search(piece):
            pending = piece
            continue
        pending = ""
        if len(_WORDS.findall(piece)) >= 2 or _ANSWER.match(piece):
            yield piece[:_MAX_SENTENCE]
    if pending:
        yield pending[:_MAX_SENTENCE]


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    rows = []
    for kind, patterns in (*ENGLISH, *EUROPE):
        wanted = "|".join(f"(?:{pattern})" for pattern in patterns if not pattern.startswith("!"))
        against = "|".join(f"(?:{pattern[1:]})" for pattern in patterns if pattern.startswith("!"))
        rows.append((kind, re.compile(wanted, re.IGNORECASE), re.compile(against, re.IGNORECASE) if against else None))
    return tuple(rows)


def types_of(sentence: str) -> tuple[str, ...]:
    """The clause types that a sentence states, in the order of the tables; none for a look-alike."""
    if is_look_alike(sentence) or sentence.rstrip().endswith("?"):
        return ()
    line = quoted(sentence)
    credited = line is not None and is_credit(line)
    sentence = unquoted(sentence)
    found = ["attr.source"] if credited else []
    found += [
        kind
        for kind, wanted, against in _compiled()
        if wanted.search(sentence) and not (against and against.search(sentence))
    ]
    if credited:
        found = [kind for kind in found if kind != "attr.boilerplate"]
    return _arbitrated(tuple(dict.fromkeys(found)))


#: Of two types that one sentence seems to state, the first is what it says.
_STRONGER = (
    ("track.pixel", "track.tool"),
    ("link.keep_cta", "link.keep_inline"),
    ("attr.keep_tagline", "attr.byline"),
    ("attr.keep_tagline", "attr.boilerplate"),
    ("img.credit", "attr.source"),
    ("img.credit", "attr.byline"),
    ("img.third_party", "img.none"),
    ("img.with_story", "img.none"),
    ("edit.headline", "attr.title"),
    ("edit.meaning", "edit.none"),
    ("edit.change_notice", "edit.none"),
    ("edit.additions_note", "edit.none"),
    ("nc.ads_targeted", "nc.sell"),
    ("nc.site", "nc.use"),
    ("legal.disclaimer", "attr.boilerplate"),
    ("licence.notice", "grant.mode"),
    ("licence.effective_from", "grant.mode"),
    ("time.takedown", "grant.mode"),
    ("time.embargo", "time.window"),
    ("time.embargo", "who.kind"),
    ("bulk.none", "grant.mode"),
    ("translate", "grant.mode"),
    ("excerpt.limit", "grant.mode"),
    ("ai.forbid", "grant.mode"),
    ("ai.forbid", "bulk.none"),
    ("ai.forbid", "nc.use"),
    ("attr.network_tag", "attr.source"),
    ("attr.excerpt_label", "excerpt.limit"),
    ("attr.copyright", "img.third_party"),
    ("derive.media", "scope.medium"),
    ("who.contact_page", "notify"),
    ("social.tag", "notify"),
    ("social.tag", "attr.source"),
    ("derive.sharealike", "licence.notice"),
    ("nc.paywall", "nc.site"),
    ("legal.repeat_terms", "licence.notice"),
    ("licence.notice", "link.original"),
    ("link.no_deep", "link.original"),
    ("attr.partners", "attr.source"),
    ("attr.title", "attr.source"),
    ("edit.additions_note", "attr.source"),
    ("derive.media", "img.none"),
    ("nc.fundraise", "grant.mode"),
    ("nc.site", "grant.mode"),
    ("nc.ads_targeted", "nc.editorial_only"),
    ("legal.disclaimer", "edit.none"),
)


def _arbitrated(found: tuple[str, ...]) -> tuple[str, ...]:
    weaker = {weak for strong, weak in _STRONGER if strong in found and weak in found}
    return tuple(kind for kind in found if kind not in weaker)


def read_terms(article: Article) -> Reading:
    """Read a terms page sentence by sentence; a type that several sentences state is kept once a strength."""
    text = _text(article)
    understood: list[Understood] = []
    missed: list[str] = []
    seen: set[tuple[str, Strength]] = set()
    asked = ""
    for sentence in sentences(text):
        answer = _ANSWER.match(sentence)
        if answer and asked and not types_of(sentence):
            sentence = f"{asked[:-1]}: {'permitted' if answer['yes'] else 'not permitted'}."
            missed.remove(asked)
        asked = sentence if sentence.rstrip().endswith("?") else ""
        allowed = _exceptions(sentence, understood)
        kinds = () if allowed is not None else types_of(sentence)
        if allowed is not None:
            understood = allowed
        elif not kinds:
            missed.append(sentence)
        if not kinds:
            continue
        strength = strength_of(sentence)
        for kind in kinds:
            fitting, options = options_of(kind, sentence, strength)
            if kind in _NEEDS_OPTIONS and not options:
                missed.append(sentence)
                continue
            if (kind, fitting) not in seen:
                seen.add((kind, fitting))
                understood.append(Understood(kind, fitting, sentence, tuple(options.items())))
            elif kind in _RICHER:
                understood = [
                    _richer(one, options) if (one.type, one.strength) == (kind, fitting) else one for one in understood
                ]
    return Reading(tuple(understood), tuple(missed))


#: Types that say nothing without an option: where it cannot be read, the sentence was not understood.
_NEEDS_OPTIONS = frozenset({"who.geo"})
#: Types that terms often state in two sentences: that it is asked for, then where and in which words.
_RICHER = frozenset({"attr.source", "link.original"})


def _richer(one: Understood, options: dict[str, object]) -> Understood:
    """The clause with what a later sentence adds to it; what it said first stands."""
    return replace(one, options=tuple((options | dict(one.options)).items()))


#: The answer to a question of terms that come as questions and answers.
_ANSWER = re.compile(r"^(?:(?P<yes>yes|ja|oui|sí|sì|sim)|no|nein|non|não)(?:[.!,–—]| *$)", re.IGNORECASE)
_LIGHT = re.compile(
    r"\b(?:you (?:may|can)|it(?:'s| is) (?:ok|okay|fine)|feel free)\b.{0,20}\b(?:adjust|change|update|edit|adapt|tweak|alter)\b(?=.*\b(?:time|date|place|location|style)\b)",
    re.IGNORECASE,
)


def _exceptions(sentence: str, understood: list[Understood]) -> list[Understood] | None:
    """What was understood, with the edits that a sentence allows; None where it allows none or nothing forbids edits."""
    if not _LIGHT.search(sentence):
        return None
    options = options_of("edit.none", f"except {sentence}", Strength.MUST)[1]
    if "exceptions" not in options or not any(one.type == "edit.none" for one in understood):
        return None
    return [
        replace(one, options=tuple((dict(one.options) | {"exceptions": options["exceptions"]}).items()))
        if one.type == "edit.none"
        else one
        for one in understood
    ]


#: A line outside the main text that may be a sentence of the terms: it ends like one and is no footer's copyright.
_SENTENCE_LINE = re.compile(r"^(?!.*(?:©|\(c\)|all rights reserved)).{12,}[.!?:]$", re.IGNORECASE)


def _text(article: Article) -> str:
    """The main text, then what else reads like a sentence: lists of terms are often taken for navigation."""
    main = "\n".join(block.text for block in (*article.blocks, *article.notes)) or article.text
    parts = [main, *(grant.text for grant in article.grants if grant.text not in main)]
    for line in article.visible_text.splitlines():
        if line.strip() and _SENTENCE_LINE.match(line.strip()) and line.strip() not in main:
            parts.append(line.strip())
    return "\n".join(parts)
