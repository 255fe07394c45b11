"""A sentence as the credit grammar asks it: what words it holds, what it speaks of, which names stand where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rights.extract.credit_forms import Language
from rights.extract.credit_line import Line
from rights.extract.credit_names import Source, outlet_weight, read_name
from rights.extract.credit_people import is_person
from rights.extract.credit_subject import OPENING
from rights.extract.credit_vetoes import IMAGE
from rights.extract.credit_words import Words
from rights.model import CreditKind
from rights.patterns import late

#: Characters between the words of one predicate: "wurde zuerst am 3. Mai in X veröffentlicht".
_APART = 130
#: A word or two before "this article" that belong to no other sentence: "Editor's note:", "Hinweis:".
_LABELLED = late(r"[^.:\n]{0,60}:\s*$|[^\w]*$")
_LONG_NAME, LATE_START = 60, 40

AND = late(r"\s(?:und|and|y|e|et|i|и|och|og)\s")
_DEMONSTRATIVE = late(
    r"(?:this|the (?:following|above)|dies|folgend|nachfolg|ce|est[aeo]|ess[ae]|quest|il present|le présent|el (?:siguiente|presente)|dit|deze|ten|niniejszy|poniższy|эт|данн|настоящ|den här|det här|denn|dett)"
)
_ARTICLE = late(r"(?:The|La|Le|Les|El|Los|Il|Lo|Der|Die|Das|De|Het|O|A|Os|As)\s")
#: "This" and any noun (but in English, whose table knows them): where the sentence says that it was first published elsewhere, what it calls itself matters little.
_POINTED = late(
    r"(?:diese[rs]?|cet|cette|ce|est[ea]|quest[oa]|quest['’]|dit|deze|ten|ta|niniejsz[yae]|эт(?:от|а|о)|данн(?:ый|ая|ое)|den här|det här|denna|detta|denne|dette)\s?(?P<noun>[^\W\d_]{4,})"
)
_OTHER_WORK = late(
    r"(?:stud|étude|estud|onderzoek|badani|исслед|book|buch|livre|libro|livro|boek|książk|книг|photo|foto|фото|image|imag|bild|beeld|obraz|zdjęci|video|film|chart|graf|map|karte|data|daten|dati|song|album|novel|roman"
    r"|law|gesetz|loi|ley|legge|wet|ustaw|закон|rule|poem|report|rapport|informe|relat|raport|доклад|отч|paper|theor|method|idea|term|word|quote|claim|checkpoint|dataset|api|model|mod[eè]l|tool|repo|beispiel|example|ejemplo|exempl|esempi|voorbeeld|przykład|пример|plugin|pak|biblio|proj|fun[ck]|release|code|softw|game|play|show|was|has|is)"
)
#: Characters between what "this" points at and what is said of it.
_NEXT = 24
#: No word of a table is longer.
_WORD = 90
#: What somebody is thanked for is no part of the name.
_FOR_WHAT = late(r"\s(?:for|für|pour|por|per|para|voor|za|för|for|за)\s.*$")
#: How sure a name is: a person's after "by" is the author's, unless nothing else is named.
SURE, NAMED, PLACED, PERSON = 3, 2, 1, 0


class Clause:
    """One sentence of a line, from the first word that is no mark to its end."""

    def __init__(self, line: Line, low: str, start: int, end: int, language: Language, words: Words) -> None:
        self.line, self.text, self.low, self.began = line, line.text, low, start
        while start < end and self.text[start] in OPENING:
            start += 1
        self.start, self.end = start, end
        self.language, self.words = language, words

    def begins(self, pattern: re.Pattern[str]) -> tuple[int, int] | None:
        """A word that begins the sentence, after its lead at most."""
        met = pattern.search(self.low, self.start, min(self.end, self.start + LATE_START + _WORD))
        found = None if met is None else met.span()
        if found is None or found[0] - self.start > LATE_START:
            return None
        before = self.text[self.start : found[0]]
        low = self.low[self.start : found[0]].rstrip()
        if IMAGE.search(before):
            return None
        lead = self.language.lead.match(before)
        led = lead is not None and lead.end() == len(before)
        itself = self.text[: self.began].strip() == "" and self.words.it.fullmatch(low) is not None
        named = self.words.noun.fullmatch(low.rstrip(","))
        named = named or self.words.published.fullmatch(low)
        if not low or led or itself or named or _LABELLED.fullmatch(before):
            return found
        return None

    def said_of(self, pattern: re.Pattern[str], this: tuple[int, int]) -> int | None:
        """The end of a verb said of "this article": right before it, or after it with no other subject between."""
        for found in pattern.finditer(self.low, self.start, self.end):
            if found.end() <= this[0] and this[0] - found.end() < 24:
                return found.end()
            gap = self.text[this[1] : found.start()]
            if found.start() >= this[1] and len(gap) < _APART and not self.language.away.search(gap):
                return found.end()
        return None

    def near(self, one: re.Pattern[str], other: re.Pattern[str], this: int) -> bool:
        """True where two words make one predicate of "this article"."""
        first = self.first(one, self.start)
        second = self.first(other, self.start)
        if first is None or second is None or abs(first[0] - second[0]) > _APART:
            return False
        gap = self.text[this : max(this, min(first[0], second[0]))]
        return not self.language.away.search(gap)

    def right_after(self, this: tuple[int, int], at: int) -> bool:
        """True where only who wrote it and an auxiliary verb stand between "this article" and a verb."""
        gap = self.text[this[1] : at]
        return len(gap.split()) <= 6 and "," not in gap and not self.language.away.search(gap)

    def ends_with_name(self, this: tuple[int, int], verb: int) -> bool:
        """True where a name follows a verb, and nothing but a date or a few words it."""
        named = next(((source, at) for source, at, _ in self._places(verb)), None)
        if named is None:
            return False
        between, rest = self.text[verb : named[1]], self.text[named[0].end : self.end]
        if len(between.split()) > 6 or AND.search(between):
            return False
        pointed = _DEMONSTRATIVE.match(self.low, this[0]) is not None
        return len(rest.split()) <= (6 if pointed or any(c.isdigit() for c in rest) else 1) or "," in rest[:2]

    def holds(self, pattern: re.Pattern[str], start: int | None = None, end: int | None = None) -> bool:
        found = pattern.search(self.low, self.start if start is None else start, self.end if end is None else end)
        return found is not None

    def first(self, pattern: re.Pattern[str], start: int) -> tuple[int, int] | None:
        found = pattern.search(self.low, start, self.end)
        return None if found is None else found.span()

    def end_of(self, pattern: re.Pattern[str]) -> int | None:
        found = self.first(pattern, self.start)
        return None if found is None else found[1]

    def this_article(self) -> tuple[int, int] | None:
        """Where the sentence speaks of "this article" as what it is about."""
        version = self.first(self.words.version, self.start)
        if version is not None and version[0] - self.start < LATE_START:
            return version
        for found in self.language.this.finditer(self.text, self.start, self.end):
            before = self.low[self.start : found.start()]
            if _LABELLED.fullmatch(before) or self._leads(before, found.start()):
                return found.span()
        pointed = _POINTED.match(self.low, self.start, self.end)
        known = pointed is not None and _OTHER_WORK.match(pointed["noun"]) is None
        if pointed is None or not known or not self.near(self.words.first, self.words.published, pointed.end()):
            return None
        verb = min(
            at
            for at, _ in filter(
                None, (self.first(self.words.first, self.start), self.first(self.words.published, self.start))
            )
        )
        return pointed.span() if verb - pointed.end() <= _NEXT else None

    def _leads(self, before: str, at: int) -> bool:
        """True where what stands before "this article" only says how it was published, or of what it is a version."""
        words = self.words
        if len(before) > LATE_START:
            return False
        known = any(
            pattern.search(self.low, self.start, at)
            for pattern in (words.first, words.again, words.thanks, words.published)
        )
        return known and not ends_with(words.at, self.low, self.start, at)

    def named(self, after: int, least: int, kind: CreditKind) -> Source | None:
        """The outlet that the sentence names: where something was published, before who published it."""
        best: tuple[int, Source] | None = None
        for source, sure in self._names(after, kind):
            if sure >= least and (best is None or sure > best[0]):
                best = sure, source
        return best[1] if best else None

    def _names(self, after: int, kind: CreditKind) -> Iterator[tuple[Source, int]]:
        """The names that stand where an outlet's may, in reading order, and how sure each is."""
        taken = kind is CreditKind.REPUBLISHED or (
            kind is CreditKind.TRANSLATION and not self.holds(self.words.published)
        )
        taken = taken and not self.holds(self.words.given)
        for source, _, by in self._places(after, taken):
            yield source, self.sure(source, by)

    def _places(self, after: int, taken: bool = False) -> Iterator[tuple[Source, int, bool]]:
        """The names, where each begins, and whether it stands where a person's may; of what was ``taken``: from where."""
        words = self.words
        marks = (words.leave, words.thanks, words.together, *((words.source,) if taken else (words.at, words.by)))
        places = {
            found.end(): (found.group(), pattern is words.thanks)
            for pattern in marks
            for found in pattern.finditer(self.low, max(self.start, after - 1), self.end)
        }
        for end in sorted(places):
            described = self.language.described.match(self.text, end)
            at = described.end() if described else end
            source = read_name(self.line, at, loose=False)
            mark, thanked = places[end]
            if source is not None and source.name is not None and thanked:
                source = replace(source, name=_FOR_WHAT.sub("", source.name))
            if source is not None and self._believable(source, at):
                yield source, at, words.by.fullmatch(mark) is not None

    def sure(self, source: Source, by: bool) -> int:
        name = source.name or ""
        if source.href or outlet_weight(name):
            return SURE
        if not is_person(name) or _ARTICLE.match(name):
            return NAMED
        return PERSON if by else PLACED

    def _believable(self, source: Source, at: int) -> bool:
        name = source.name
        if name is None or source.end > self.end + 2 or len(name) > _LONG_NAME:
            return False
        if self.words.plain.fullmatch(name.split()[0].lower().strip("„“\"'.,")):
            return False
        marked = source.href is not None or self.text[at : at + 2].strip()[:1] in "„“\"«»‚'‘"
        return marked or "." in name or any(c.isupper() or c.isdigit() for c in name[:2]) or outlet_weight(name) > 0


def ends_with(pattern: re.Pattern[str], low: str, start: int, end: int) -> bool:
    """True where the text before an offset ends with one of the pattern's words."""
    stop = len(low[start:end].rstrip()) + start
    return any(found.end() == stop for found in pattern.finditer(low, start, stop))
