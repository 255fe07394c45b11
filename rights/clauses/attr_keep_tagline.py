"""``attr.keep_tagline``: the tagline, contributor, funder or author's note of the original is kept."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights import wording
from rights.clause import Case, Clause, searched
from rights.model import Article, BlockKind, Finding, Reason, message
from rights.passages import margins, names_any
from rights.patterns import late

_NOTE = late(
    r"\b(?:is an? |are (?:both )?|was an? )\b.{0,80}\b(?:reporter|writer|editor|journalist|professor|fellow|correspondent|researcher|author|lecturer|columnist)\b"
    r"|\b(?:funded|supported|sponsored|made possible) by\b|\b(?:contributed|contributing)\b.{0,30}\b(?:reporting|to this)|\b(?:reporting|story) (?:was|is) (?:produced|supported)"
    r"|\bproduced (?:by|in|with)\b",
    re.IGNORECASE,
)


class AttrKeepTagline(Clause):
    """The notes after the original's text stand on the copy, too.

    Which lines are such a note is a guess, so only a note that names the author or a funder is missed for certain.
    """

    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"

    of_words: ClassVar[bool] = True

    type: Literal["attr.keep_tagline"] = "attr.keep_tagline"

    def evaluate(self, case: Case) -> Finding:
        if case.original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "the original's tagline is not known")
        notes = _notes(case.original)
        if not notes:
            return self.inapplicable(Reason.NOT_TRIGGERED, "no tagline was found on the original")
        lines = case.near
        lost = [note for note in notes if not (found := wording.find_wording(lines, note)) or not found.same]
        if not lost:
            return self.passed("keeps the original's tagline")
        remedy = message("{line}", line=lost[0])
        sure = [
            note
            for note in lost
            if _NOTE.search(note)
            and (names_any(note, case.work.authors) or re.search(r"\b(?:funded|supported)\b", note, re.I))
        ]
        if sure:
            return self.violated(
                message("the original's note is missing: “{note}”", note=sure[0]),
                [searched(case.copy)],
                message("{line}", line=sure[0]),
            )
        return self.incomplete(
            Reason.UNDECIDABLE,
            message("a line after the original's text is missing: “{note}”", note=lost[0]),
            [searched(case.copy)],
            remedy,
        )


def _notes(original: Article) -> list[str]:
    after = [note.text for note in original.notes if note.kind is not BlockKind.CAPTION]
    tail = [block.text for block in original.blocks[-2:] if _NOTE.search(block.text) and len(block.text.split()) < 80]
    edges = [line for line in margins(original) if _NOTE.search(line) and 6 <= len(line.split()) < 80]
    return [line for line in dict.fromkeys([*after, *tail, *edges]) if len(line.split()) >= 6]
