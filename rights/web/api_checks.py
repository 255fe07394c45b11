"""The API's one-off checks and reports."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Path
from pydantic import Field
from starlette.responses import Response

from rights.report.formats import ReportFormat
from rights.store.accounts import Account
from rights.store.codec import clean
from rights.web.api_keys import Given, Keys
from rights.web.context import Web
from rights.web.limits import Rate
from rights.web.one_off import LONGEST, OneOffs
from rights.web.reports import Form, Language, Since, written

#: Checks of one account in a minute, and at once.
CHECKS, CHECKS_AT_ONCE = 20, 20


class CheckGiven(Given):
    """A page to check: its address, or its HTML and where it will be published."""

    address: str = Field("", max_length=2000)
    html: str = Field("", max_length=LONGEST)
    publisher: str = Field("", max_length=200, description="by whose terms; empty: found out from the page")
    language: str = Field("en", max_length=20, description="of messages and remedies: en, de, fr or es")


def checks_api(web: Web, keys: Keys, checks: OneOffs) -> APIRouter:
    """The routes of checks and reports."""
    routes = APIRouter(tags=["checks"])
    rate = Rate(CHECKS, CHECKS_AT_ONCE)

    @routes.post("/checks", status_code=202)
    def ask(given: CheckGiven, account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        wish = checks.wish(clean(given.address), clean(given.html), given.publisher, given.language)
        if not rate.allows(f"account {account.number}"):
            raise HTTPException(429, "too many checks: wait a minute", {"Retry-After": "60"})
        token = checks.ask(wish)
        if token is None:
            raise HTTPException(429, "many checks are waiting: try again later", {"Retry-After": "120"})
        return {"check": token, "place": checks.place(token)}

    @routes.get("/checks/{check}")
    def result(
        check: Annotated[str, Path(max_length=100)], account: Annotated[Account, Depends(keys.reading)]
    ) -> dict[str, Any]:
        place = checks.place(check)
        if place is not None:
            return {"check": check, "place": place, "result": None}
        told = checks.result(check)
        if told is None:
            raise HTTPException(404, "there is no such check, or its result has ended")
        return {"check": check, "place": None, "result": told}

    @routes.get("/reports/{publisher}", response_class=Response)
    def report(
        publisher: str,
        account: Annotated[Account, Depends(keys.reading)],
        form: Form = ReportFormat.JSON,
        since: Since = "",
        lang: Language = "en",
    ) -> Response:
        return written(web, account, publisher, form, since, lang)

    return routes
