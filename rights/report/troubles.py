"""Why a page could not be had or read, as a sentence for its reader; the error itself says the detail in English."""

from __future__ import annotations

from rights.errors import (
    Disallowed,
    ExtractError,
    ForbiddenAddress,
    Postponed,
    RightsError,
    Timeout,
    TooLarge,
    Unreachable,
)
from rights.model import Message, message

#: The first that an error is one of.
_SENTENCES: tuple[tuple[type[RightsError], Message], ...] = (
    (Timeout, message("the page did not answer in time")),
    (TooLarge, message("the page is too large, or leads on too often")),
    (Disallowed, message("the site does not want visits by programs like this one")),
    (Postponed, message("the site is to be left alone for now: try again later")),
    (ForbiddenAddress, message("this address is not one that may be looked at")),
    (Unreachable, message("the page could not be reached")),
    (ExtractError, message("what was found there is no page that can be read")),
)


def trouble(wrong: RightsError) -> Message:
    """The sentence of an error, with its detail in brackets; the detail alone where there is no sentence."""
    told = next((told for kind, told in _SENTENCES if isinstance(wrong, kind)), None)
    return message("{trouble} ({detail})", trouble=told, detail=wrong) if told else message("{detail}", detail=wrong)
