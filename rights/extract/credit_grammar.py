"""Credits in any order of words: what a sentence says by the words it holds, where no form has its exact phrase.

"Ursprünglich wurde dieser Text in der Zeitschrift X publiziert", "Thanks to X for letting us run this article": what
is said of "this article" (first, published, again, with leave) and which names stand where an outlet would.
"""

from __future__ import annotations

from collections.abc import Iterator

from rights import urls
from rights.extract.credit_clause import AND, LATE_START, NAMED, PERSON, PLACED, Clause, ends_with
from rights.extract.credit_forms import Language
from rights.extract.credit_forms_europe import DUTCH, GERMAN
from rights.extract.credit_line import Line
from rights.extract.credit_name_tables import BREAK
from rights.extract.credit_names import host_name, is_pointing, read_name
from rights.extract.credit_people import find_author
from rights.extract.credit_reading import Reading
from rights.extract.credit_vetoes import vetoed
from rights.extract.credit_words import WORDS, Words
from rights.model import CreditKind
from rights.needles import may_match
from rights.patterns import late

#: A line so short may be a credit without "this article" and "first".
_SHORT = 160
#: A longer sentence, or a name further from where it begins, says something else as well.
_LONGEST = 340
_END = late(
    r"(?<![\s.(][A-ZÀ-Þ])(?<!\b[nN])(?<!\bDr)(?<!\bSt)(?<!\d)[.!?](?=[\s\"”»)\]]|$)|(?<=\d)\.(?!\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))(?=\s*$|\s+[A-ZÀ-Þ][a-zß-ÿ]+\s+[a-zß-ÿ]+\s)|\n"
)


def read_grammar(line: Line, low: str, languages: tuple[Language, ...], *, subject: bool = False) -> list[Reading]:
    """The credits that the sentences of a line put in words of their own; ``low`` is its text in lower case.

    With ``subject`` only lines that speak of "this article" are read.
    """
    found: list[Reading] = []
    for language, words in WORDS:
        spoken = next((spoken for spoken in languages if spoken.this is language.this), None)
        if spoken is None or not any(trigger in low for trigger in spoken.triggers):
            continue
        if not _may_speak(language, words, line.text, low, subject):
            continue
        for start, end in _sentences(line.text):
            if end - start > _LONGEST:
                continue
            reading = _Said(line, low, start, end, language, words).read()
            if reading is not None and (reading.subject or not subject):
                found.append(reading)
        if found:
            break
    return found


def _may_speak(language: Language, words: Words, text: str, low: str, subject: bool) -> bool:
    """False where the words of no credit stand in the text: cheap looks first."""
    named = (words.again, words.leave, words.thanks, words.translated, words.together, words.original, words.given)
    if not any(may_match(pattern.pattern, low) for pattern in named):
        if not subject and _LICENSED.search(low):
            return True
        if not may_match(words.published.pattern, low) and not may_match(words.made.pattern, low):
            return False
        if not subject and len(text) <= _SHORT:
            return True
        if not subject and may_match(words.first.pattern, low) and words.first.search(low):
            return True
        return language.this.search(text) is not None
    return not subject or language.this.search(text) is not None or words.version.search(low) is not None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        if mark.end() - start > 8:
            yield start, mark.end()
            start = mark.end()
    if len(text) - start > 8:
        yield start, len(text)


#: A prohibition, or a licence that is granted: the words of a credit say how others may use the page.
_MODAL = late(
    r"\b(?:only|without|not|may|must|should|forbidden|nur|ohne|nicht|darf|dürfen|kann|seulement|uniquement|sans|interdite?|peut|peuvent|solo|sólo|sin|puede|pueden|prohibid\w+|senza|vietat\w+|può|possono|somente|apenas|sem"
    r"|pode|podem|proibid\w+|alleen|zonder|mag|mogen|niet|verboden|tylko|bez|można|wolno|zabronion\w+|только|без|можно|нельзя|запрещ\w+|endast|utan|får|kun|uden|uten|må)\b"
)
_COPYRIGHT = late(r"(?:©|\(c\)|[Cc]opyright|COPYRIGHT)[\s©]*(?:(?:19|20)\d\d[\s,]*)?(?:by\s)?")
#: What a copyright notice in a text may be about: words quoted in it, its pictures.
_QUOTED_WORK = late(
    r"\b(?:scriptures?|bible|lyrics|verses?|quotations?|quotes?|photo\w*|images?|illustrations?|maps?|songs?|poems?|foto\w*|bibel\w*|bild\w*)\b"
)
#: What the holder asks of others.
_ASK = late(
    r"\b(?:please|ask (?:me|us|before|first|for)|contact|bitte|anfrag\w*|merci de|prière|por favor|si prega|proszę|gelieve)\b"
)
_LICENSED = late(r"creative commons|\bcc[ -](?:by|0)\b")
#: A sentence that only points at the original is not longer.
POINTING = 140
#: A kind of credit, where a name may follow, whether it counts at an article's edge alone, and how sure the name must be.
_Claim = tuple[CreditKind, int, bool, int]


class _Said(Clause):
    """What a sentence says of where the text comes from."""

    def read(self) -> Reading | None:
        """The credit that the sentence gives, or None."""
        if self.holds(self.words.later):
            return None
        this = self.this_article()
        said = self._held_by() or self._says_outlet() or self._says_where() or self._piece_by()
        if said is not None:
            return said
        for kind, after, edge, least in (*self._of_this(this), *self._of_nothing(this), *self._thanks(this)):
            source = self.named(after, least, kind)
            if source is None:
                continue
            if vetoed(self.text, self.start, after, kind.value) is not None:
                return None
            return Reading(
                kind=kind, source_name=source.name, author=find_author(self.line, source.name), href=source.href, rel=source.rel,
                strong=True, edge=edge, subject=this is not None, start=self.start, end=max(source.end, after),
            )  # fmt: skip
        return self._points_at_original()

    def _points_at_original(self) -> Reading | None:
        """ "You can find the original article on X", "Retrouvez l'article original ici", where that is a link."""
        original = self.first(self.words.original, self.start)
        if original is None or self.end - self.start > POINTING:
            return None
        for anchor in self.line.anchors:
            if original[0] <= anchor.start < self.end and urls.is_web(anchor.href):
                pointing = is_pointing(self.line.anchor_text(anchor))
                if not pointing and not ends_with(self.words.at, self.low, self.start, anchor.start):
                    continue
                source = read_name(self.line, anchor.start)
                if source is None or vetoed(self.text, self.start, original[1], "source_line"):
                    return None
                named = host_name(anchor.href) if pointing or not source.name else source.name
                return Reading(
                    CreditKind.SOURCE_LINE,
                    named,
                    None,
                    anchor.href,
                    anchor.rel,
                    edge=True,
                    start=self.start,
                    end=anchor.end,
                )
        return None

    def _held_by(self) -> Reading | None:
        """ "© X. Reprinted with permission", where the notice stands with the text."""
        mark = _COPYRIGHT.match(self.text, self.start)
        if mark is None or _MODAL.search(self.low, mark.end(), mark.end() + POINTING):
            return None
        if _QUOTED_WORK.search(self.low, 0, self.start) or _ASK.search(self.low, mark.end(), mark.end() + POINTING):
            return None
        source = read_name(self.line, mark.end(), loose=False)
        after = self.low[source.end : source.end + 90] if source else ""
        if (
            source is None
            or source.name is None
            or not (self.words.again.search(after) or self.words.leave.search(after))
        ):
            return None
        return Reading(
            CreditKind.REPUBLISHED,
            source.name,
            None,
            source.href,
            source.rel,
            edge=True,
            start=self.start,
            end=source.end,
        )

    def _says_outlet(self) -> Reading | None:
        """ "X first published this article", "X granted permission to repost this article"."""
        if self.first(self.words.object, self.start) is None:
            return None
        source = read_name(self.line, self.start, loose=False)
        if source is None or source.name is None or source.name.lower() in BREAK or self.sure(source, by=False) < NAMED:
            return None
        this = next((found for found in self.words.object.finditer(self.low, source.end, self.end)), None)
        if this is None or this.start() - source.end > POINTING // 2:
            return None
        began = self.low[source.end : this.start()]
        first = self.words.first.search(self.low, source.end, self.end) and self.words.published.search(began)
        allowed = self.words.leave.search(began) or self.words.allow.search(began)
        if not (first or (allowed and self.words.again.search(self.low, source.end, self.end))):
            return None
        if self.holds(_MODAL) or len(began.split()) > 9 or vetoed(self.text, self.start, this.end(), "republished"):
            return None
        return Reading(
            CreditKind.ORIGINAL_PUBLICATION, source.name, None, source.href, source.rel, edge=True, subject=True,
            start=self.start, end=this.end(),
        )  # fmt: skip

    def _piece_by(self) -> Reading | None:
        """ "Story by X, republished through Y", "Text by X, CC BY-SA 4.0", where X is no person."""
        if (
            self.end - self.start > POINTING
            or not (self.holds(self.words.again) or self.holds(_LICENSED))
            or self.holds(_MODAL)
        ):
            return None
        for by in (
            *self.words.by.finditer(self.low, self.start, self.start + LATE_START),
            *self.words.source.finditer(self.low, self.start, self.start + LATE_START),
        ):
            lead = self.low[self.start : by.start()].rstrip()
            if self.words.noun.fullmatch(lead) is None and self.language.this.fullmatch(lead) is None:
                continue
            source = read_name(self.line, by.end(), loose=False)
            if source is None or source.name is None or self.sure(source, by=True) < NAMED:
                continue
            rest = self.low[source.end : self.end]
            if not (self.words.again.search(rest) or _LICENSED.search(rest)) or vetoed(
                self.text, self.start, by.end(), "republished"
            ):
                continue
            return Reading(
                CreditKind.REPUBLISHED, source.name, None, source.href, source.rel, edge=True, start=self.start, end=source.end
            )  # fmt: skip
        return None

    def _says_where(self) -> Reading | None:
        """ "A writes for X, where this article first appeared"."""
        for where in self.words.where.finditer(self.low, self.start, self.end):
            if self.text[: where.start()].rstrip()[-1:] != ",":
                continue
            this = self.language.this.search(self.text, where.end(), self.end)
            told = self.words.first.search(self.low, where.end(), self.end)
            if this is None or (told is None and self.words.version.search(self.low, where.end(), self.end) is None):
                continue
            named = [source for source, _, by in self._places(self.start) if source.end <= where.start() and not by]
            if named and not vetoed(self.text, self.start, self.end, "original_publication"):
                source = named[-1]
                return Reading(
                    CreditKind.ORIGINAL_PUBLICATION, source.name, find_author(self.line, source.name), source.href,
                    source.rel, subject=True, start=self.start, end=self.end,
                )  # fmt: skip
        return None

    def _of_this(self, this: tuple[int, int] | None) -> Iterator[_Claim]:
        """What is said of "this article"."""
        if this is None:
            return
        words, until = self.words, this[1]
        granted = self.holds(_MODAL)
        for verb in (words.published, words.made):
            if self.near(words.first, verb, until):
                yield CreditKind.ORIGINAL_PUBLICATION, min(until, self.end_of(verb) or until), False, PERSON
        version = self.first(words.version, self.start)
        if version is not None and self.holds(words.published, version[1]):
            yield CreditKind.ORIGINAL_PUBLICATION, version[1], False, PERSON
        if (translated := self.first(words.translated, this[0])) is not None:
            published = self.first(words.published, translated[1])
            yield CreditKind.TRANSLATION, published[1] if published else translated[1], False, PLACED
        if not granted and self.holds(words.leave):
            yield CreditKind.REPUBLISHED, until, False, PLACED
        if not granted and (again := self.said_of(words.again, this)) is not None:
            if (published := self.first(words.published, again)) is not None:
                yield CreditKind.ORIGINAL_PUBLICATION, published[1], False, PLACED
            verb_last = self.language in (GERMAN, DUTCH)
            yield CreditKind.REPUBLISHED, min(again, until) if verb_last else again, False, PLACED
        if self.holds(words.given, until):
            yield CreditKind.REPUBLISHED, until, True, NAMED
        if self.holds(words.made, until) and (self.holds(words.again, until) or "creative commons" in self.low):
            yield CreditKind.ORIGINAL_PUBLICATION, until, False, NAMED
        if self.holds(words.together, until) and self.holds(words.published, until):
            yield CreditKind.REPUBLISHED, until, True, PLACED
        published = self.first(words.published, until)
        if published is not None and self.right_after(this, published[0]) and self.ends_with_name(this, published[1]):
            yield CreditKind.ORIGINAL_PUBLICATION, published[1], False, PLACED

    def _of_nothing(self, this: tuple[int, int] | None) -> Iterator[_Claim]:
        """What a sentence without a subject says: "First seen in X", "With permission of X", "Taken from X"."""
        words = self.words
        opened = "(" in self.text[self.began : self.start] and self.text[: self.began].strip() != ""
        if opened:  # a bracket within a sentence speaks of what stands before it
            return
        original = self.begins(words.original)
        if original is not None and self.holds(words.published, original[1]):
            yield CreditKind.ORIGINAL_PUBLICATION, original[1], True, PLACED
        if this is not None:
            return
        for first, second in ((words.first, words.published), (words.published, words.first)):
            begun = self.begins(first)
            if begun is not None and (met := self.first(second, begun[1])) is not None and met[0] - begun[1] < 24:
                yield CreditKind.ORIGINAL_PUBLICATION, begun[1], True, PLACED
        if (handed := self._taken_after_publication()) is not None:
            yield CreditKind.ORIGINAL_PUBLICATION, handed, True, NAMED
        shown = self.begins(words.shown) or self._published_noun()
        if (
            shown is not None
            and self.end - self.start < POINTING
            and self.ends_with_name((shown[0], shown[0]), shown[1])
        ):
            yield CreditKind.ORIGINAL_PUBLICATION, shown[1], True, NAMED
        translated = self.begins(words.translated)
        if translated is not None:
            met = self.first(words.published, translated[1])
            yield CreditKind.TRANSLATION, met[1] if met else translated[1], True, PLACED if met else NAMED
        together = self.begins(words.together)
        if together is not None and self.near(words.first, words.published, together[1]):
            yield CreditKind.REPUBLISHED, together[0], True, PLACED
        if self.holds(_MODAL):
            return
        if (begun := self.begins(words.leave)) is not None:
            yield CreditKind.REPUBLISHED, begun[0], True, PLACED
        if (begun := self.begins(words.again)) is not None:
            if (met := self.first(words.published, begun[1])) is not None:
                yield CreditKind.ORIGINAL_PUBLICATION, met[1], True, PLACED
            yield CreditKind.REPUBLISHED, begun[0], True, PLACED

    def _published_noun(self) -> tuple[int, int] | None:
        """ "Article published on 4 April in X": a noun before the verb, and a date."""
        begun = self.begins(self.words.published)
        if begun is None or not self.words.noun.match(self.low, self.start, begun[0]):
            return None
        return begun if any(c.isdigit() for c in self.low[begun[1] : self.end]) else None

    def _taken_after_publication(self) -> int | None:
        """ "… was published in X and is reprinted here with permission": where X may stand."""
        again = self.first(self.words.again, self.start)
        leave = self.first(self.words.leave, self.start)
        if again is None or leave is None:
            return None
        for found in self.words.published.finditer(self.low, self.start, again[0]):
            if again[0] - found.end() < POINTING // 2 and AND.search(self.text, found.end(), again[0] + 1):
                return found.end()
        return None

    def _thanks(self, this: tuple[int, int] | None) -> Iterator[_Claim]:
        """ "We thank X for permission to reprint", "Thanks to X, where this article ran"."""
        thanks = self.first(self.words.thanks, self.start)
        if thanks is not None and thanks[0] - self.start < LATE_START and self.holds(self.words.allow, thanks[1]):
            yield CreditKind.REPUBLISHED, thanks[0], this is None, PLACED
