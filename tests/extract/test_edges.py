"""What a page asks of its readers before and after the text is not of the text, and what the text itself says is."""

from __future__ import annotations

import pytest

from rights.extract.article import extract
from rights.model import Page

BODY = [
    "The harbour board met on Tuesday and spoke for an hour about the price of tar, which has doubled since the spring.",
    "Two of the older boats will be laid up until the autumn, the harbour master said, and their crews will help on the quay.",
    "Nobody expects the price to fall before the roads to the north are mended, and that work has not even been tendered.",
    "The board will meet again in a month; until then the tar is to be kept for hulls, and the sheds must wait their turn.",
]


def text_of(*paragraphs: str) -> str:
    page = "# Tar for hulls\n\n" + "\n\n".join(paragraphs)
    return extract(Page(body=page.encode(), headers={"content-type": "text/markdown"})).text


@pytest.mark.parametrize(
    "call",
    [
        "To receive our weekly newsletter, click here.",
        "Please share this piece with friends and follow us on the usual channels.",
        "Support our independent work: make a donation today.",
        "Abonnieren Sie unseren Newsletter und folgen Sie uns.",
        "Abonnez-vous à notre lettre et suivez-nous.",
    ],
)
def test_a_call_to_readers_is_left_out_before_and_after_the_text(call: str) -> None:
    whole = text_of(*BODY)
    assert text_of(call, "***", *BODY) == whole
    assert text_of(*BODY, "***", call) == whole


@pytest.mark.parametrize(
    "legal",
    [
        "Disclaimer: what this piece says is the sole responsibility of the author, and the Valley Courier answers for none of it.",
        "The Valley Courier grants permission to cross-post its pieces on sites of the community that name and link their source.",
        "The opinions expressed in this article are those of the author and not of the harbour board.",
        "Featured image: Wikimedia Commons",
    ],
)
def test_disclaimers_and_grants_at_the_end_are_left_out_behind_a_note_on_the_author(legal: str) -> None:
    bio = "Ada Quill is a reporter who has written about harbours for many years."
    assert text_of(*BODY, legal, bio, legal) == text_of(*BODY, bio)


def test_what_the_text_itself_says_of_newsletters_and_permission_stays() -> None:
    inner = "The board grants permission to cross-post its notices, the newsletter says, and asks people to share this news."
    closing = "Tar will be dear until the winter."
    assert inner in text_of(BODY[0], inner, *BODY[1:], closing)


def test_a_text_that_would_lose_more_than_half_of_itself_is_kept() -> None:
    calls = [
        f"Subscribe to newsletter number {n} of the harbour and follow us on the {n}th quay of the town."
        for n in range(6)
    ]
    assert "newsletter number 3" in text_of(*calls, BODY[0])
