"""The API's letters: drafted about what a new look still shows, never sent."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Path
from pydantic import Field

from rights.correspondence import letter_about
from rights.errors import FetchError
from rights.letters.letter import Kind, Sender
from rights.report.language import LANGUAGES
from rights.store.accounts import Account
from rights.web.answer_links import AnswerLinks
from rights.web.api_keys import Given, Keys
from rights.web.context import Web
from rights.web.limits import Rate
from rights.web.network import Network
from rights.web.violation import BIGGEST

#: Letters of one account in a minute and at once: each has a page fetched.
LETTERS, LETTERS_AT_ONCE = 10, 20


class LetterGiven(Given):
    """What kind of letter, in which language, and who writes; what is empty is taken from the server's settings."""

    kind: Kind = Kind.COURTESY
    language: str = Field("en", max_length=5, description=f"one of {', '.join(LANGUAGES)}")
    name: str = Field("", max_length=200)
    email: str = Field("", max_length=200)
    address: str = Field("", max_length=500)
    phone: str = Field("", max_length=50)
    days: int = Field(14, ge=1, le=365, description="within which the second letter asks for the cure")


def letters_api(web: Web, keys: Keys, links: AnswerLinks, network: Network) -> APIRouter:
    """The route of letters."""
    routes = APIRouter(tags=["violations"])
    rate = Rate(LETTERS, LETTERS_AT_ONCE)
    current = web.settings

    @routes.post("/violations/{number}/letter")
    def draft(
        number: Annotated[int, Path(ge=1, le=BIGGEST, description="The violation's number")],
        given: LetterGiven,
        account: Annotated[Account, Depends(keys.writing)],
    ) -> dict[str, Any]:
        """Look at the page again and draft a letter about what it still shows; refused where it is mended."""
        one = web.store.violations.get(number)
        if one is None or not account.sees(one.publisher):
            raise HTTPException(404, f"there is no violation {number}")
        if not rate.allows(f"account {account.number}"):
            raise HTTPException(429, "too many letters: wait a minute", {"Retry-After": "60"})
        sender = Sender(
            name=given.name or current.sender_name, email=given.email or current.sender_email,
            address=given.address or current.sender_address, phone=given.phone or current.sender_phone,
        )  # fmt: skip
        try:
            letter = letter_about(
                current, web.store, web.library, network.fetcher, number, given.kind, sender, language=given.language,
                days=given.days, reply_url=links.address(number, web.home()),
            )  # fmt: skip
        except FetchError as wrong:
            raise HTTPException(409, str(wrong)) from wrong
        return {
            "kind": letter.kind.value,
            "language": letter.language,
            "to": letter.to,
            "subject": letter.subject,
            "body": letter.body,
            "contacts": [{"address": c.address, "where": c.where, "found_at": c.found_at} for c in letter.contacts],
            "notes": list(letter.notes),
        }

    return routes
