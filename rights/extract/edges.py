"""What stands first or last in a text without being of it: calls to share and subscribe, disclaimers, grants of reuse.

A page saved as Markdown or plain text has no containers that would tell; there the words must.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rights.extract.blocks import TextBlock
from rights.patterns import late

#: A paragraph with more words is no call to action, whatever it says.
_MOST_CALL, _MOST_LEGAL = 60, 220
#: Paragraphs about the author and short lines, such as a credit, that may stand among those at the end.
_MOST_PASSED, _SHORT = 3, 15
_RULE = late(r"[\W_]*")
_CALL = late(
    r"\b(?:share (?:this|the|our|and)|share buttons?|e-?mail/forward|subscribe to|sign up (?:for|to)|newsletter|follow us|join us on|click here|like us on|telegram channel"
    r"|become a member|support (?:us|our|independent)|make a donation|donate (?:to|now|today)|comment on .{0,40}(?:facebook|page)|download (?:the|our) app|translate website"
    r"|teilen sie|abonnieren sie|folgen sie uns|spenden sie|partagez (?:cet|sur)|abonnez-vous|suivez-nous|faites un don|comparte (?:este|en)|suscr[ií]bete|s[ií]guenos|haz una donaci[oó]n"
    r"|condividi (?:questo|su)|iscriviti|seguici|compartilhe|assine (?:a|nossa)|siga-nos)\b",
    re.IGNORECASE,
)
_LEGAL = late(
    r"^\W*(?:disclaimer|haftungsausschluss|avertissement|descargo de responsabilidad)\b"
    r"|\bcontains? copyrighted material\b|\bunder the provisions of .{0,5}fair use\b"
    r"|\bgrants? permission to (?:cross-?post|re-?post|republish|reprint)\b|\b(?:may be|can be) (?:freely )?(?:republished|reposted|cross-?posted|reprinted)\b"
    r"|\b(?:views|opinions) expressed (?:in this (?:article|piece|commentary)|here(?:in)?|by the authors?)\b|\bsole responsibility of the authors?\b"
    r"|\bfor (?:media|press) (?:inquiries|enquiries)\b",
    re.IGNORECASE,
)
_IMAGE = late(
    r"^\W*(?:featured|cover|header|lead|top|main)?\s?(?:image|photo|picture|illustration|bild|foto|titelbild|image [àa] la une)s?\s?(?:source|credit|by|:|©)",
    re.IGNORECASE,
)
_BIO = late(
    r"^\W*(?:(?:dr|prof)\.?\s)?[^\W\d_a-z][\w.’'-]+(?:\s[\w.’'-]+){1,4}\s(?:is|was|ist|war|est|es|è|é)\s(?:an?|the|ein|eine|un|une|una|uno|um|uma|professor|currently)\b"
)


def without_edges(blocks: Sequence[TextBlock], kept: Iterable[int]) -> set[int]:
    """The blocks of a text without what its first and last ones ask of the reader or say of their reuse."""
    inside = sorted(kept)
    dropped = set(_edge(blocks, inside)) | set(_edge(blocks, inside[::-1], passed=_MOST_PASSED))
    left = set(inside) - dropped
    return (
        left
        if sum(blocks[index].words for index in left) > sum(blocks[index].words for index in dropped)
        else set(inside)
    )


def _edge(blocks: Sequence[TextBlock], order: Sequence[int], passed: int = 0) -> list[int]:
    found: list[int] = []
    rules: list[int] = []
    for index in order:
        block = blocks[index]
        if _RULE.fullmatch(block.text):
            rules.append(index)
        elif _is_furniture(block):
            found += [*rules, index]
            rules = []
        elif passed and (block.words <= _SHORT or (block.words < 90 and _BIO.match(block.text))):
            passed -= 1
        else:
            break
    return found + rules if found else []


def _is_furniture(block: TextBlock) -> bool:
    if block.words <= _MOST_CALL and _CALL.search(block.text):
        return True
    if block.words <= 25 and _IMAGE.search(block.text):
        return True
    return block.words <= _MOST_LEGAL and _LEGAL.search(block.text) is not None
