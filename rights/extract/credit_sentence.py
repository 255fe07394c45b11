"""Is this line a credit, and whom does it name?  The classifier for a bare line, without its page.

`classify` knows only the line.  What only the page can tell (is the named outlet this very site? does the line stand
at an edge of the article?) is decided in `rights.extract.credits`, which calls it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rights.extract.credit_bylines import read_byline
from rights.extract.credit_forms import Form, Language, NameAt, Subject
from rights.extract.credit_grammar import read_grammar
from rights.extract.credit_line import Anchor, Line, read_line
from rights.extract.credit_names import (
    Source,
    clean_name,
    host_name,
    is_pointing,
    linked_name,
    outlet_weight,
    read_name,
)
from rights.extract.credit_people import find_author, is_person
from rights.extract.credit_pointers import read_label
from rights.extract.credit_reading import Reading
from rights.extract.credit_subject import OPENING, REACH, begins
from rights.extract.credit_titles import is_title, outlet_of_title, with_outlet
from rights.extract.credit_triggers import LANGUAGES, lower
from rights.extract.credit_vetoes import INSTRUCTION, vetoed
from rights.model import CreditKind
from rights.patterns import late


def classify(source: str | Line) -> Reading | None:
    """Read one line (plain text, Markdown or HTML source, or a `Line`) as a credit; None where it is none."""
    line = read_line(source) if isinstance(source, str) else source
    return read_form(line) or read_label(line) or read_bare(line)


def read_form(line: Line) -> Reading | None:
    """The line's best explicit credit, or None."""
    found = read_forms(line)
    return found[0] if found else None


def read_forms(
    line: Line, languages: tuple[Language, ...] = LANGUAGES, *, subject: bool = False, low: str | None = None
) -> list[Reading]:
    """All explicit credits of a line that do not overlap, the best first: a double hop names two.

    ``languages`` may be narrowed by `spoken` of a longer text that holds the line; with ``subject`` only lines that
    speak of "this article" are read at all; ``low`` is the line's text as `lower` gives it, where it is known.
    """
    low = lower(line.text) if low is None else low
    ranked: list[tuple[int, Reading]] = []
    for language in languages:
        for trigger in language.triggers:
            if trigger in low:
                break
        else:
            continue
        if subject and not language.this.search(line.text):
            continue
        for form in language.forms:
            if not form.may_stand(low):
                continue
            for reading in _match(line, low, language, form):
                unnamed = reading.source_name is None or (form.name is NameAt.NONE and _borrowed(line, reading))
                weight = 4 * reading.strong + 2 * (not unnamed) + (not reading.edge)
                ranked.append((-weight, reading))
    ranked.sort(key=lambda pair: pair[0])
    chosen: list[Reading] = []
    for _, reading in ranked:
        if all(reading.end <= other.start or other.end <= reading.start for other in chosen):
            chosen.append(reading)
    if any(r.strong and r.source_name and not _weak(line, r) and not _lent(line, r) for r in chosen):
        return chosen
    more = read_grammar(line, low, languages, subject=subject)
    if chosen:
        named = any(r.source_name for r in chosen)
        more = [r for r in more if r.source_name and not (named and is_person(r.source_name))]
    if not more:
        return chosen
    more = [with_outlet(line, r) for r in more]
    kept = [r for r in chosen if r.source_name and not _weak(line, r)]
    return more + [r for r in kept if not _lent(line, r) or all(r.end <= m.start or m.end <= r.start for m in more)]


def _borrowed(line: Line, reading: Reading) -> bool:
    """True for a translator's line that has its source only from a link's address."""
    name = reading.source_name
    if reading.kind is not CreditKind.TRANSLATION or name is None or name in line.text:
        return False
    return name == host_name(reading.href)


def _lent(line: Line, reading: Reading) -> bool:
    """True where that link is another sentence's."""
    if not _borrowed(line, reading):
        return False
    link = next((a for a in line.anchors if a.href == reading.href), None)
    return link is not None and _STOP.search(line.text, reading.end, max(link.start, reading.end)) is not None


_STOP = late(r"[.!?]\s|[。！？\n]")


def _weak(line: Line, reading: Reading) -> bool:
    """True where a form named nobody, or took for the outlet the person that "by" names."""
    name = reading.source_name
    return name is None or _by_person(line, name, reading.start)


def _by_person(line: Line, name: str, since: int) -> bool:
    """True where a name is a person's and stands behind "by"."""
    at = line.text.find(name, since) if is_person(name) else -1
    return at > 0 and _BY_PERSON.search(line.text, max(0, at - 12), at) is not None


_BY_PERSON = late(r"\b(?:by|von|par|por|di|da|door|av|af|de)\s\W*$", re.IGNORECASE)


def read_bare(line: Line) -> Reading | None:
    """The line as a byline that names an outlet beside its author, or None."""
    byline = read_byline(line)
    if byline is None or INSTRUCTION.search(line.text, 0, byline.end):
        return None
    return Reading(
        kind=CreditKind(byline.kind), source_name=byline.outlet, author=byline.author, href=byline.href, rel=byline.rel,
        strong=False, edge=True, bare=True, start=byline.start, end=byline.end, signed=byline.signed, dated=byline.dated,
    )  # fmt: skip


def _match(line: Line, low: str, language: Language, form: Form) -> Iterator[Reading]:
    for found in _cores(low, form):
        begun = begins(line.text, low, found.start(), language, form)
        if begun is None:
            continue
        start, subject = begun
        if vetoed(line.text, start, found.end(), form.kind) is not None:
            continue
        source = _source(line, language, form, found)
        if form.linked and not any(
            0 <= a.start - found.end() <= 4 or a.start <= found.start() < a.end for a in line.anchors
        ):
            continue
        if source is None and (form.needs_name or not _goes_on(line.text, found.end(), form)):
            continue
        if not form.loose and source is not None and source.name and not _proper(source.name):
            continue
        href, rel = _link(line, source, start)
        if href is not None and form.kind in _ORIGINS and _RELATIVE.match(href):
            continue
        if form.linked and form.edge and form.needs_name and (host_name(href) is None or _LISTING.search(href or "")):
            continue
        name = source.name if source else None
        if name is not None and form.kind is CreditKind.TRANSLATION and _by_person(line, name, found.start()):
            name = None
        titled = form.kind is CreditKind.TRANSLATION or (form.kind in _ORIGINS and href is not None)
        told = language.described.match(line.text, found.end())
        called = told is not None and told.group().strip() != ""
        if titled and not called and not (source is not None and _owns_link(line, source)):
            name = _translated(name, href, form.kind)
        if form.kind in _ORIGINS and (name is None or name == host_name(href) or is_title(line, source)):
            name = outlet_of_title(line, source, href, start, found.end()) or name
        yield Reading(
            kind=form.kind, source_name=name or host_name(href), author=find_author(line, name), href=href, rel=rel, strong=form.strong,
            edge=form.edge, subject=subject or form.itself, start=start, end=max(found.end(), source.end if source else 0),
        )  # fmt: skip


def _cores(low: str, form: Form) -> Iterator[re.Match[str]]:
    """Where a form's core stands; one that must begin the line is asked there alone."""
    if form.subject is not Subject.LINE:
        yield from form.core.finditer(low)
        return
    for at in range(len(low) - len(low.lstrip(OPENING + "\n")) + 1):
        found = form.core.match(low, at)
        if found:
            yield found
            return


def _goes_on(text: str, at: int, form: Form) -> bool:
    """A form that points at a title or an address is empty where no word follows."""
    if form.name is NameAt.NONE or at >= len(text) - 1:
        return True
    return text[at] != "~" and re.match(r"\W{0,4}\w", text[at : at + 6]) is not None


#: Kinds whose link leads to the work itself: its text is a title, and a link within one's own files is no source.
_ORIGINS = frozenset((CreditKind.TRANSLATION, CreditKind.SOURCE_LINE, CreditKind.REPUBLISHED))
#: A site's own topics and authors: what was "published in" one of them came from nowhere else.
_LISTING = late(
    r"/(?:categor\w*|kategori\w*|tags?|topics?|themen?|rubri\w+|secci\w+|section|sezion\w+|schlagwort|author|autor\w*)/",
    re.IGNORECASE,
)
_RELATIVE = late(r"(?!https?:|//|#|javascript:|mailto:|$)[^\s:]*[./][^\s:]*$")


def _translated(name: str | None, href: str | None, kind: CreditKind) -> str | None:
    """Where a link's text is the translated work's title or its author, the address tells the outlet."""
    host = host_name(href)
    if name is None or host is None:
        return name or host
    weight = outlet_weight(name)
    if kind is CreditKind.TRANSLATION and weight == 0:
        return host
    unspaced = _UNSPACED.search(name) is not None and len(name) > 14 and weight == 0
    return host if unspaced or len(name) > 60 or (weight < 2 and len(name.split()) > 3 + 2 * weight) else name


#: Between an outlet and the link to its article: "X's", "X 的", "X の".
_OF = late(r"(?:['’]s|的|の|의)\s?[《「『\"“]?\s?")


def _owns_link(line: Line, source: Source) -> bool:
    """True where the name is not the link's text but whose the linked article is."""
    name = source.name
    if name is None or is_person(name):
        return False
    rest = line.text[source.end :].lstrip()
    at = len(line.text) - len(rest)
    of = _OF.match(line.text, at)
    return of is not None and any(anchor.start == of.end() for anchor in line.anchors)


_UNSPACED = late(r"[぀-ヿ㐀-鿿]")


def _proper(name: str) -> bool:
    return outlet_weight(name) > 0 or name[:1].isupper() or not name[:1].isascii()


def _source(line: Line, language: Language, form: Form, found: re.Match[str]) -> Source | None:
    if form.name is NameAt.NONE:
        return None
    if form.name is NameAt.GROUP:
        return _enclosed(line, *found.span("name"))
    if form.name is NameAt.BEFORE:
        before = form.before.search(line.text, max(0, found.start() - REACH), found.start()) if form.before else None
        if before is None:
            return None
        start, end = before.span("name")
        label = _KEY.match(line.text, start, end)
        return _enclosed(line, label.end() if label else start, end)
    after = found.end()
    article = _ARTICLE_END.search(line.text, found.start(), after)
    if article is not None:
        after = article.start(1)  # "from The Conversation": the article is the name's
    described = None if article is not None else language.described.match(line.text, after)
    source = read_name(line, described.end() if described else after, loose=form.loose)
    return None if source is None else _by_on(line, source)


_ARTICLE_END = late(r"\s(The|La|Le|Les|El|Los|Der|Die|Das|Il|De|Het)\s*$")
#: The key of a line of front matter: "title: …".
_KEY = late(r"[a-z_]{2,20}:\s+")


def _enclosed(line: Line, start: int, end: int) -> Source | None:
    """A name that the pattern encloses: all of it, or the link in it."""
    linked = [a for a in line.anchors if start <= a.start and a.end <= end and a.end > a.start]
    if len(linked) == 1 and not _OF_END.search(line.text, start, linked[0].start):
        return linked_name(line, linked[0])
    source = read_name(line, start)
    if source is None or source.href is not None:
        return source
    name = clean_name(_GENITIVE.split(line.text[start:end])[0])
    if name is None or len(name.split()) > 6 or re.search(r"[,;:()\n「『]", name):
        return source
    return Source(name, source.href, source.rel, end)


_OF_END = late(r"(?:['’]s|的|の|의)\s?[「『《“\"]?$")
#: Turkish: "of X", before "March issue".
_GENITIVE = late(r"['’]n?[ıiuü]n\s")
_BY_ON = late(
    r"[^\S\n]*(?:[,(] ?)?(?:on|at|in|for|of|auf|sur|en|su)[^\S\n]+(?-i:the |our |the blog of )?", re.IGNORECASE
)


def _by_on(line: Line, source: Source) -> Source:
    """'Published by PERSON on OUTLET' names the outlet after the person."""
    before = line.text[: source.end]
    if not re.search(r"\b(?:by|von|par|por|da|di)\s\W*[^\n]{2,60}$", before[-80:], re.IGNORECASE) or (
        source.name and outlet_weight(source.name) == 2
    ):
        return source
    follow = _BY_ON.match(line.text, source.end)
    if not follow:
        return source
    other = read_name(line, follow.end(), loose=False)
    return other if other is not None and other.name else source


def _link(line: Line, source: Source | None, start: int) -> tuple[str | None, tuple[str, ...]]:
    if source is not None and source.href is not None:
        return source.href, source.rel
    later = [a for a in line.anchors if a.end > start]
    chosen: Anchor | None = next((a for a in later if is_pointing(line.anchor_text(a))), later[0] if later else None)
    return (chosen.href, chosen.rel) if chosen else (None, ())
