"""The API's violations: list, one, steps, both texts, bundle, link for an answer, figures."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Path, Query
from pydantic import Field
from starlette.responses import Response

from rights.bundling import proof_of
from rights.evidence.wacz import write_wacz
from rights.store import Wanted
from rights.store.accounts import Account
from rights.store.inbox import Sort
from rights.store.records import State, Violation
from rights.store.showing import violation_json
from rights.web.answer_links import LASTS, AnswerLinks
from rights.web.api_keys import Given, Keys
from rights.web.asked import OPEN_ONES, Asked
from rights.web.context import Web
from rights.web.desk import FURTHEST, ROWS
from rights.web.sides import Texts
from rights.web.steps import MOST, take
from rights.web.violation import BIGGEST, download

Number = Annotated[int, Path(ge=1, le=BIGGEST, description="The violation's number")]
#: The same within a body.
AnyNumber = Annotated[int, Field(ge=1, le=BIGGEST)]


class StepGiven(Given):
    """A step on violations: dismissed and waived need a note."""

    numbers: list[AnyNumber] = Field(min_length=1, max_length=MOST)
    step: State
    note: str = Field("", max_length=2000)
    until: str = Field("", max_length=10, description="A day such as 2026-12-31; empty: for good")


def violations_api(web: Web, keys: Keys, links: AnswerLinks) -> APIRouter:
    """The routes of violations."""
    routes = APIRouter(tags=["violations"])
    texts = Texts(web.store)

    def one_of(account: Account, number: int) -> Violation:
        one = web.store.violations.get(number)
        if one is None or not account.sees(one.publisher):
            raise HTTPException(404, f"there is no violation {number}")
        return one

    @routes.get("/violations")
    def listed(
        account: Annotated[Account, Depends(keys.reading)],
        state: Annotated[str, Query(description="open, all, or one state")] = OPEN_ONES,
        publisher: str = "",
        site: str = "",
        clause: str = "",
        since: Annotated[str, Query(description="changed on or after this day")] = "",
        sort: Sort = Sort.CHANGED,
        page: Annotated[int, Query(ge=1, le=FURTHEST)] = 1,
    ) -> dict[str, Any]:
        given = {"state": state, "publisher": publisher, "site": site, "clause": clause, "since": since}
        asked = Asked.of({**given, "sort": sort.value})
        wanted = asked.wanted(account)
        if wanted is None:
            return {"total": 0, "page": page, "per_page": ROWS, "violations": []}
        found = web.store.inbox.page(wanted, asked.sort, limit=ROWS, offset=(page - 1) * ROWS)
        return {
            "total": web.store.violations.count(wanted),
            "page": page,
            "per_page": ROWS,
            "violations": [violation_json(one) for one in found],
        }

    @routes.get("/violations/{number}")
    def one(number: Number, account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        return violation_json(one_of(account, number))

    @routes.get("/violations/{number}/texts")
    def both(number: Number, account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        found = texts.of(one_of(account, number))
        if isinstance(found, str):
            return {"work": [], "copy": [], "changes": [], "why": found}
        changes = [{"kind": one.kind.value, "work": one.work, "copy": one.copy} for one in found.changes]
        work, copy = [asdict(piece) for piece in found.work], [asdict(piece) for piece in found.copy]
        return {"work": work, "copy": copy, "changes": changes, "why": None}

    @routes.get("/violations/{number}/bundle.wacz", response_class=Response)
    def bundle(number: Number, account: Annotated[Account, Depends(keys.reading)]) -> Response:
        one_of(account, number)
        return download(
            write_wacz(proof_of(web.store, number), web.clock()), f"violation-{number}.wacz", "application/wacz"
        )

    @routes.post("/violations/steps")
    def steps(given: StepGiven, account: Annotated[Account, Depends(keys.writing)]) -> dict[str, int]:
        done = take(web, account, given.numbers, given.step.value, given.note, given.until)
        return {"moved": done.moved, "left": done.left}

    @routes.post("/violations/{number}/answer-link")
    def link(number: Number, account: Annotated[Account, Depends(keys.writing)]) -> dict[str, Any]:
        one = one_of(account, number)
        base = web.settings.base_url or f"http://{web.settings.host}:{web.settings.port}"
        return {"link": links.address(one.number, base), "days": LASTS.days}

    @routes.get("/overview")
    def overview(account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        states = web.store.violations.by_state(Wanted(publishers=account.publishers))
        return {
            "states": {state.value: states.get(state, 0) for state in State},
            "due": web.store.due.count(web.clock()),
            "open_by_clause": dict(web.store.inbox.open_by_clause(account.publishers)),
            "open_by_site": dict(web.store.inbox.open_by_site(account.publishers)),
        }

    return routes
