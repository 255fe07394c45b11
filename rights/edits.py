"""What a copy changed in a work: which of the alignment's changes count as edits, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rights import times
from rights.clause import Case
from rights.match.words import words_of
from rights.model import Change, ChangeKind, Evidence, Message, Reason, message
from rights.passages import select

#: A copy that holds less of the work than this lacks a part of it (research: policies.md, whole.only).
WHOLE = 0.97
#: Changes of the running text.
TEXT = frozenset(
    {
        ChangeKind.TIME,
        ChangeKind.PLACE,
        ChangeKind.STYLE,
        ChangeKind.CUT,
        ChangeKind.ADDITION,
        ChangeKind.MOVED,
        ChangeKind.SUBSTANTIVE,
    }
)
#: An addition of fewer words may be the page's furniture ("Read also", a caption) rather than an edit.
ADDED_WORDS = 8
#: A cut of fewer words may be a teaser or a caption that the copy's page left out.
CUT_WORDS = 12
#: Languages in whose pages a Latin name is spelled with other letters.
_OTHER_SCRIPTS = frozenset(
    "am ar be bg bn el fa he hi hy ja ka kk ko ky mk mn my ne ru sr ta te tg th uk ur yi zh".split()
)
#: Sentences that share fewer of their words were not made from each other.
_ALIKE = 0.5
#: Words that a finding shows of one change.
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the texts cannot be compared."""

    reason: Reason
    text: Message


def doubt(case: Case) -> Doubt | None:
    """Why nothing can be said about edits, or None where the texts were compared."""
    if is_translation(case) is True:
        return Doubt(
            Reason.TRANSLATION,
            message("the copy is a translation: a comparison of words says nothing, a person must read it"),
        )
    if not case.work.text or case.match is None:
        return Doubt(Reason.NO_ORIGINAL, message("the original's text is not at hand, so nothing can be compared"))
    if not case.match.words:
        return Doubt(Reason.UNDECIDABLE, message("none of the work's text was found in the copy"))
    if case.copy.cut:
        return Doubt(
            Reason.PAGE_CUT,
            message("the page was cut short ({limit}), so the texts cannot be compared", limit=case.copy.cut),
        )
    return None


def is_translation(case: Case) -> bool | None:
    """Whether the copy is in another language than the work; None where that is not known."""
    if case.match is not None and case.match.language_independent:
        return True
    ours, theirs = case.work.language, case.copy.language
    if case.match is not None and case.match.containment >= 0.2:
        return False
    return ours[:2].lower() != theirs[:2].lower() if ours and theirs else None


def is_framed(case: Case) -> bool:
    """True for a text in its own language on a page that is in another: what stands beside it may be translated."""
    ours, theirs = case.work.language, _page_language(case)
    return bool(ours and theirs) and (ours or "")[:2].lower() != theirs[:2].lower()


def _page_language(case: Case) -> str:
    """What the page declares of itself; its text may well be in another language."""
    declared = case.once("lang", lambda: next((element.get("lang") for element in select(case.copy, "html")), None))
    return declared or case.copy.language or ""


def in_other_script(case: Case) -> bool:
    """True for a translation into a script in which the publisher's and the authors' names are spelled otherwise."""
    names = "".join((*case.publisher.names, *case.work.authors))
    if _latin(names) < 0.5:
        return False
    if is_translation(case):
        return 2 * _latin(case.copy.text[:4000]) < 0.5
    return is_framed(case) and _page_language(case)[:2].lower() in _OTHER_SCRIPTS


def _latin(text: str) -> float:
    """The share of Latin letters among all letters."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter < "\u0250" for letter in letters) / len(letters) if letters else 0.0


def changes(case: Case, kinds: Iterable[ChangeKind]) -> list[Change]:
    """The alignment's changes of these kinds."""
    wanted = set(kinds)
    found = case.match.changes if case.match else ()
    return [
        replace(change, firm=False) if _is_of_the_edges(case, change) else change
        for change in found
        if change.kind in wanted and not _is_typography(change) and not _is_link_written_out(case, change)
    ]


def _is_of_the_edges(case: Case, change: Change) -> bool:
    """True where beyond the shared text both sides go on with words of their own: notes and credits, not an edit."""
    if change.kind is not ChangeKind.SUBSTANTIVE or case.match is None or not case.match.passages:
        return False
    first, last = min(p.work[0] for p in case.match.passages), max(p.work[1] for p in case.match.passages)
    if first < change.work_span[1] and change.work_span[0] < last:
        return False
    named = set(words_of(" ".join((*case.publisher.names, *case.work.authors))))
    ours, theirs = set(words_of(change.work)) - named, set(words_of(change.copy)) - named
    return not (ours & theirs) or len(ours & theirs) < _ALIKE * min(len(ours), len(theirs))


def _is_typography(change: Change) -> bool:
    """True where both sides have the same words: quotation marks, dashes and the like are never an edit."""
    if change.kind is not ChangeKind.STYLE:
        return False
    return "".join(words_of(change.work)) == "".join(words_of(change.copy))


def _is_link_written_out(case: Case, change: Change) -> bool:
    """True where the copy adds nothing but the address to which the original's words are linked."""
    if change.kind not in (ChangeKind.SUBSTANTIVE, ChangeKind.ADDITION) or case.work.article is None:
        return False
    if change.work or "." not in change.copy or len(change.copy.split()) > 3:
        return False
    written = change.copy.strip("()[]<>,.;: ").split("://", 1)[-1].removeprefix("www.").rstrip("/").lower()
    hrefs = (link.href.split("://", 1)[-1].removeprefix("www.").lower() for link in case.work.article.links)
    return len(written) > 4 and any(href.startswith(written) for href in hrefs)


def inner_cuts(case: Case) -> list[Change]:
    """Cuts with copied text after them: what is missing at the end only makes an excerpt."""
    if case.match is None:
        return []
    last = max((passage.work[1] for passage in case.match.passages), default=0)
    return [cut for cut in changes(case, {ChangeKind.CUT}) if cut.work_span == (0, 0) or cut.work_span[1] <= last]


def lasting_cuts(case: Case) -> list[Change]:
    """Cuts long enough to be missed: shorter ones may be the page's or the extraction's doing."""
    return [cut for cut in changes(case, {ChangeKind.CUT}) if cut.firm and len(cut.work.split()) >= CUT_WORDS]


def inner_additions(case: Case) -> list[Change]:
    """Additions that stand between copied passages: what stands before or after them is the page's own."""
    if case.match is None:
        return []
    first = min((passage.copy[0] for passage in case.match.passages), default=0)
    last = max((passage.copy[1] for passage in case.match.passages), default=0)
    return [
        change
        for change in changes(case, {ChangeKind.ADDITION})
        if change.copy_span == (0, 0) or (change.copy_span[0] >= first and change.copy_span[1] <= last)
    ]


def sure(change: Change) -> bool:
    """True for a change that the republisher must have made; short additions may be the page's furniture."""
    return change.firm and (change.kind is not ChangeKind.ADDITION or len(change.copy.split()) >= ADDED_WORDS)


def doubtful(change: Change) -> bool:
    """True for a change that is not sure, and yet too much to be passed over."""
    if sure(change) or change.kind is ChangeKind.STYLE:
        return False
    if change.kind is ChangeKind.CUT:
        return len(change.work.split()) >= CUT_WORDS
    return change.kind is not ChangeKind.ADDITION or len(change.copy.split()) >= ADDED_WORDS


def original_updated(case: Case) -> bool:
    """True when the original was changed after the copy was made: a difference may then be the original's."""
    changed, made = times.span(case.work.modified), times.span(case.copy.published)
    issued = times.span(case.work.published)
    if changed is None or (issued is not None and changed.first <= issued.last):
        return False
    return made is None or changed.last > made.first


def held(case: Case) -> float:
    """The share of the work that the copy holds."""
    return case.match.containment if case.match else 0.0


def is_whole(case: Case) -> bool:
    """True when the copy holds the work from beginning to end, small differences aside."""
    return held(case) >= WHOLE


def is_edited(case: Case) -> bool | None:
    """Whether the running text was changed in more than its spelling; None where it cannot be told."""
    if doubt(case) is not None:
        return True if is_translation(case) else None
    own = [
        *changes(case, TEXT - {ChangeKind.STYLE, ChangeKind.CUT, ChangeKind.ADDITION}),
        *inner_cuts(case),
        *inner_additions(case),
    ]
    if any(sure(change) for change in own):
        return True
    return None if any(doubtful(change) for change in own) else False


def first_words(case: Case, most: int = 30) -> tuple[Evidence, ...]:
    """The beginning of what the copy carries of the work."""
    words = case.copy.text.split()
    start, end = min((passage.copy for passage in case.match.passages), default=(0, 0)) if case.match else (0, 0)
    words = words[start:end] or words
    return (Evidence(exact=" ".join(words[:most]), suffix=" …" if len(words) > most else ""),) if words else ()


def is_cut(case: Case) -> bool | None:
    """Whether passages are missing from the copy; None where it cannot be told."""
    if doubt(case) is not None:
        return None
    return bool(lasting_cuts(case)) or any(cut.firm for cut in inner_cuts(case))


def is_extended(case: Case) -> bool | None:
    """Whether the republisher added to the text; None where it cannot be told."""
    if doubt(case) is not None:
        return None
    added = inner_additions(case)
    return (
        True if any(sure(change) for change in added) else None if any(doubtful(change) for change in added) else False
    )


def is_excerpt(case: Case) -> bool | None:
    """Whether only a part of the work is carried; None where it cannot be told."""
    return None if doubt(case) is not None else not is_whole(case)


def show(found: Iterable[Change], most: int = 12, removed: bool = False) -> tuple[Evidence, ...]:
    """Changes side by side: the copy's words as the passage, the work's words before them.

    With ``removed`` the work's words are the passage: they stand in the copy no more.
    """
    if removed:
        return tuple(
            Evidence(exact=_short(change.work), prefix=f"{change.kind.value}: ") for change in list(found)[:most]
        )
    return tuple(
        Evidence(exact=_short(change.copy), prefix=f"{change.kind.value}: “{_short(change.work)}” → ")
        for change in list(found)[:most]
    )


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def in_words(found: Iterable[Change]) -> str:
    """The kinds of changes with their numbers, for a message: ``substantive (2), cut``."""
    counts: dict[str, int] = {}
    for change in found:
        counts[change.kind.value] = counts.get(change.kind.value, 0) + 1
    return ", ".join(kind if number == 1 else f"{kind} ({number})" for kind, number in counts.items())
