"""Which works does this text copy: candidates from the index, aligned, best first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from threading import RLock

import numpy as np

from rights import urls
from rights.match.align import PASSAGE_WORDS, Alignment, align_sides
from rights.match.boilerplate import LONG, Boilerplate, Common, Mask, common, spread
from rights.match.candidates import candidates
from rights.match.compare import compare
from rights.match.cover import cover
from rights.match.fingerprint import U64, Ints, hash_words
from rights.match.index import Index
from rights.match.pages import with_picture_texts
from rights.match.parts import Hits
from rights.match.sides import WORD, Side, is_telling, side
from rights.match.signatures import SignatureTable
from rights.match.translation import Proposal
from rights.match.widespread import TEXTS, Sharing, alike, told
from rights.match.words import words_of
from rights.model import Article, Match, Work

#: Words that a page must share with a work to count.
MIN_WORDS = 25
#: Works aligned with one page.
LIMIT = 20
#: What boilerplate is worth beside words of a work's own when works are ranked.
_BOILERPLATE_WORTH = 0.1
#: What words of a passage too short to be a copy by itself are worth: one work's teaser and another's few words are less
#: than the words of one passage.
_TEASER_WORTH = 0.5
#: Part of the least words that must be no boilerplate; and the part of a work that counts even if all of it is.
_OWN_SHARE, _WHOLE = 0.6, 0.5
#: Part of the least words that must be different ones which tell: a row of numbers, an alphabet, "read more" thirty times, are none.
_TELLING = 0.4
#: Versions of one work hold nearly as much of a page as the best of them.
_VERSION = 0.9
#: Passages of boilerplate whose ends are sought, works that are asked for them, and the part of a passage's k-grams that
#: such a work holds.
_GROWN, _WITNESSES, _MOSTLY = 4, 3, 0.8
_KEPT_SIDES = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A work that the text copies.

    ``own`` counts the page's words, as ``match.words`` does, that no better work explains; ``near`` are ids of the other works of its group:
    versions of one work, or works that share with the page only what a better one does.
    """

    work: Work
    match: Match
    own: int
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The works that a page copies, best first, and what it shares with so many that it names none."""

    copied: tuple[Copied, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()


#: A work, what the page shares with it, and where.
Found = tuple[Work, Match, Alignment]


class Matcher:
    """Asks one index which works texts copy, and keeps the works it met last ready for the next page.

    Threads may share one: they are answered one after the other.
    """

    def __init__(self, index: Index, *, min_words: int = MIN_WORDS, limit: int = LIMIT) -> None:
        self.index, self.min_words, self.limit = index, min_words, limit
        self._sides: OrderedDict[int, tuple[Work, Side]] = OrderedDict()
        self._lock = RLock()

    def match(self, text: str) -> Answer:
        """The works that share at least ``min_words`` words with a text, best first."""
        words = hash_words([text])[0]
        with self._lock:
            self.index.refresh()
            return self.answer(text, words, self.index.hits(words))

    def match_article(self, article: Article) -> Answer:
        """The works that a page's main text copies, best first."""
        return self.match(with_picture_texts(article).text)

    def answer(self, text: str, words: U64, hits: Hits) -> Answer:
        """As `match`, for a text of which it is known where its k-grams stand in works."""
        page = side(text)
        shared = common(hits, len(page))
        with self._lock:
            shared = self._grown(page, words, shared)
            found = self._found(page, words, hits, shared)
        found, more = self._named(page, found, shared)
        found.sort(key=lambda one: _rank(one[0], one[1], one[2], shared.tokens))
        boilerplate = sorted((*shared.told(page), *more), key=lambda one: one.place)
        return Answer(_grouped(found), tuple(boilerplate))

    def _named(self, page: Side, found: list[Found], shared: Common) -> tuple[list[Found], tuple[Boilerplate, ...]]:
        """The found works without those that share nothing but what different texts do, and what that is."""
        if len(found) < TEXTS:
            return found, ()
        covered = [_covered(alignment) for _, _, alignment in found]
        sharing = Sharing(covered, [alignment.work for _, _, alignment in found])
        named: list[Found] = []
        passed = np.zeros(len(page), np.bool_)
        for at, one in enumerate(found):
            if one[1].containment < _WHOLE:
                many, sharers = sharing.of(at)
                if not self._own(one[2], many | shared.tokens) and sharing.are_different(sharers):
                    passed |= many
                    continue
            named.append(one)
        return named, told(page, passed & ~shared.tokens, covered)

    def _own(self, alignment: Alignment, boilerplate: Mask) -> bool:
        """True where enough of what a work shares with the page is no boilerplate."""
        shared, many = (_weight(alignment, _touched(alignment, within)) for within in (None, boilerplate))
        return shared - many >= self.min_words * WORD * _OWN_SHARE

    def _found(self, page: Side, words: U64, hits: Hits, shared: Common) -> list[Found]:
        found = self._aligned(page, shared, candidates(hits, self.index.state.dead, self.limit))
        explained = _explained(page, found)
        for places in shared.long(explained):
            docs, times = self._sharers(words, places)
            best = docs[np.argsort(-times, kind="stable")][: self.limit // 2].tolist()
            more = self._aligned(page, shared, best, one_text=self._one_text(docs[times >= _MOSTLY * times.max()]))
            found += [one for one in more if one[0].id not in {work.id for work, _, _ in found}]
        return found

    def _sharers(self, words: U64, places: Ints) -> tuple[Ints, Ints]:
        """Works that hold the k-grams at these places of a page, and how many of them each holds."""
        docs, times = np.unique(self.index.sharers(words, places), return_counts=True)
        alive = ~np.isin(docs, self.index.state.dead)
        return docs[alive], times[alive]

    def _grown(self, page: Side, words: U64, shared: Common) -> Common:
        """Boilerplate to its ends: an index holds some of the k-grams only, two of those who share it hold every word."""
        docs: list[int] = []
        for places in shared.longest(_GROWN):
            some, times = self._sharers(words, places)
            if len(some):
                docs += spread(some[times >= _MOSTLY * times.max()], _WITNESSES).tolist()
        if not docs:
            return shared
        seen = np.zeros(len(page), np.int64)
        for _, own in self._works(list(dict.fromkeys(docs))):
            seen += _covered(align_sides(own, page))
        return shared.grown(seen >= 2)

    def _one_text(self, docs: Ints) -> bool:
        """True where most works that share a passage share most else too: one text put out by many, no boilerplate."""
        sides = [own for _, own in self._works(spread(docs, 2 * _WITNESSES).tolist())]
        same = [alike(one, other) for one, other in pairwise(sides)]
        return sum(same) * 2 > len(same)

    def by_id(self, id: str) -> Work | None:
        """The work with an id."""
        work = self.index.get(id)
        return work if work and work.id == id else None

    def by_url(self, url: str) -> Work | None:
        """The work whose original stands at an address."""
        return self.index.get(url)

    def copied_by(self, article: Article) -> Sequence[tuple[Work, Match]]:
        """The works that a page copies, best first, each compared in full; none of which a better one explains all."""
        article = with_picture_texts(article)
        answer = self.match(article.text)
        page = side(article.text)
        places = [one.place for one in answer.boilerplate]
        found: list[tuple[Work, Match]] = []
        passed: set[str] = set()
        for one in answer.copied:
            if one.work.id not in passed:
                passed.update(one.near)
                versions = [other for other in answer.copied if _is_version(other, one)]
                shown = max((one, *versions), key=lambda each: _named_by(article, each.work)) if versions else one
                full = compare(shown.work, article, theirs=page, common=places)
                found.append((shown.work, replace(full, words=shown.match.words)))
        return found

    def translations(self, article: Article) -> list[Proposal]:
        """Works in another language that a page may translate, the likeliest first: leads, no proof."""
        with self._lock:
            self.index.refresh()
            return SignatureTable(self.index).propose(article)

    def close(self) -> None:
        """Close the index."""
        self.index.close()

    def _aligned(self, page: Side, shared: Common, docs: list[int], *, one_text: bool = False) -> list[Found]:
        found = []
        least = self.min_words * WORD
        for work, own in self._works(docs):
            alignment = align_sides(own, page)
            if not alignment.blocks:
                continue
            match = alignment.match()
            words, boilerplate = _touched(alignment), _touched(alignment, shared.tokens)
            weight, many = _weight(alignment, words), _weight(alignment, boilerplate)
            enough = weight >= least and _counts(weight, many, match.containment, least, one_text)
            if enough and _telling(alignment) >= self.min_words * _TELLING:
                told = max(match.words, int(words.sum()))
                found.append((work, replace(match, words=told, boilerplate_words=int(boilerplate.sum())), alignment))
        return found

    def _works(self, docs: list[int]) -> list[tuple[Work, Side]]:
        missing = self.index.works(doc for doc in docs if doc not in self._sides)
        for doc, work in missing.items():
            self._sides[doc] = (work, side(work.text))
        found = [self._sides[doc] for doc in docs if doc in self._sides]
        for doc in docs:
            if doc in self._sides:
                self._sides.move_to_end(doc)
        while len(self._sides) > _KEPT_SIDES:
            self._sides.popitem(last=False)
        return found


def _is_version(other: Copied, best: Copied) -> bool:
    """True for a work of the best one's publisher and group that holds nearly as much of the page."""
    same = other.work.id in best.near and other.work.publisher == best.work.publisher
    return same and other.match.words >= _VERSION * best.match.words


def _named_by(article: Article, work: Work) -> tuple[bool, bool, int]:
    """How surely a page says that this is the version it has: by a link, the title, the authors."""
    shown = article.visible_text.casefold()
    return (
        any(urls.same_page(link.href, work.url) for link in article.links),
        bool(work.title and article.title and words_of(work.title) == words_of(article.title)),
        sum(author.casefold() in shown for author in work.authors),
    )


def _covered(alignment: Alignment) -> Mask:
    """Which tokens of the page stand in shared runs."""
    covered = np.zeros(len(alignment.copy), np.bool_)
    for _, start, length in alignment.runs:
        covered[start : start + length] = True
    return covered


def _explained(page: Side, found: Iterable[Found]) -> Mask:
    explained = np.zeros(len(page), np.bool_)
    for _, _, alignment in found:
        explained |= _covered(alignment)
    return explained


def _telling(alignment: Alignment) -> int:
    """How many different words are shared that are neither numbers nor single letters."""
    words = alignment.work.tokens.words
    return len(
        {word for start, _, length in alignment.runs for word in words[start : start + length] if is_telling(word)}
    )


def _touched(alignment: Alignment, within: Mask | None = None) -> Mask:
    """Words of the work in shared runs, with the dashes and signs beside them: what ``str.split`` counts.

    ``within`` names the tokens of the page that count; all of them where it is left out.
    """
    work = alignment.work
    shared = np.zeros(len(work), np.bool_)
    for start, other, length in alignment.runs:
        shared[start : start + length] |= True if within is None else within[other : other + length]
    first, last = work.token_units
    both = np.flatnonzero(shared[:-1] & shared[1:])
    edges = np.zeros(len(work.units) + 2, np.int64)
    np.add.at(edges, np.concatenate((first[shared], first[both])) + 1, 1)
    np.add.at(edges, np.concatenate((last[shared], last[both + 1])) + 1, -1)
    touched = np.cumsum(edges) > 0
    wordless = np.flatnonzero(work.tokens_in_unit == 0) + 1
    touched[wordless] = touched[wordless - 1] | touched[wordless + 1]
    return touched[1:-1]


def _weight(alignment: Alignment, units: Mask) -> int:
    return int(alignment.work.unit_weights[units].sum())


def _counts(weight: int, boilerplate: int, containment: float, least: int, one_text: bool) -> bool:
    """Whether enough of what is shared is the work's own, or it is long and most of the work or of ``one_text``."""
    if weight - boilerplate >= least * _OWN_SHARE:
        return True
    return weight >= LONG * WORD and (one_text or containment >= _WHOLE)


def _rank(work: Work, match: Match, alignment: Alignment, common: Mask) -> tuple[float, float, float, str]:
    worth = 0.0
    for block in alignment.blocks:
        shared = sum(length for _, _, length in block)
        many = sum(int(common[start : start + length].sum()) for _, start, length in block)
        told = shared - many + _BOILERPLATE_WORTH * many
        worth += told if shared >= PASSAGE_WORDS else told * _TEASER_WORTH
    return (-worth, -match.containment, -match.resemblance, work.id)


def _grouped(found: list[Found]) -> tuple[Copied, ...]:
    explained = {one.index: one for one in cover([alignment for _, _, alignment in found])}
    groups: dict[int, list[int]] = {}
    for at, one in explained.items():
        groups.setdefault(at if one.beside is None else one.beside, []).append(at)
    near = {
        at: tuple(found[other][0].id for other in group if other != at) for group in groups.values() for at in group
    }
    return tuple(
        Copied(work=work, match=match, own=explained[at].own, near=near[at])
        for at, (work, match, _) in enumerate(found)
    )
