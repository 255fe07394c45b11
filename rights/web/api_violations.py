"""The API's violations: list, one, steps, both texts, bundle, link for an answer, figures."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Path, Query
from pydantic import Field
from starlette.responses import Response

from rights.bundling import proof_of
from rights.errors import InputError
from rights.evidence.wacz import write_wacz
from rights.store import Wanted
from rights.store.accounts import Account
from rights.store.inbox import Sort
from rights.store.records import State, Violation
from rights.store.showing import violation_json, when
from rights.web.answer_links import LASTS, AnswerLinks
from rights.web.api_keys import Given, Keys
from rights.web.asked import OPEN_ONES, Asked
from rights.web.context import Web
from rights.web.desk import FURTHEST, ROWS
from rights.web.overview import WEEK
from rights.web.sides import Texts
from rights.web.steps import MOST, take
from rights.web.violation import BIGGEST, download

Number = Annotated[int, Path(ge=1, le=BIGGEST, description="The violation's number")]
#: The same within a body.
AnyNumber = Annotated[int, Field(ge=1, le=BIGGEST)]


class Matching(Given):
    """A filter as the list of violations takes it."""

    state: str = OPEN_ONES
    publisher: str = ""
    site: str = ""
    clause: str = ""
    since: str = ""


class StepGiven(Given):
    """A step on violations, by their numbers or all that a filter shows: dismissed and waived need a note."""

    numbers: list[AnyNumber] = Field(default_factory=list, max_length=MOST)
    matching: Matching | None = None
    step: State
    note: str = Field("", max_length=2000)
    until: str = Field("", max_length=10, description="A day such as 2026-12-31; empty: for good")


def violations_api(web: Web, keys: Keys, links: AnswerLinks) -> APIRouter:
    """The routes of violations."""
    routes = APIRouter(tags=["violations"])
    texts = Texts(web.store, web.library)

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
        changes = [
            {"kind": one.kind.value, "work": one.work, "copy": one.copy, "allowed": one.kind in found.allowed}
            for one in found.changes
        ]
        work, copy = [asdict(piece) for piece in found.work], [asdict(piece) for piece in found.copy]
        return {"work": work, "copy": copy, "changes": changes, "why": None}

    @routes.get("/violations/{number}/page", response_class=Response)
    def page(number: Number, account: Annotated[Account, Depends(keys.reading)]) -> Response:
        """The page as it was fetched, for the last look that showed the violation."""
        found = web.store.checks.page(one_of(account, number).last_check)
        if found is None:
            raise HTTPException(404, "the page as it was fetched is no longer on file")
        return download(found.body, f"violation-{number}.page", "application/octet-stream")

    @routes.get("/violations/{number}/bundle.wacz", response_class=Response)
    def bundle(number: Number, account: Annotated[Account, Depends(keys.reading)]) -> Response:
        one_of(account, number)
        return download(
            write_wacz(proof_of(web.store, number), web.clock()), f"violation-{number}.wacz", "application/wacz"
        )

    @routes.post("/violations/steps")
    def steps(given: StepGiven, account: Annotated[Account, Depends(keys.writing)]) -> dict[str, int]:
        numbers = list(given.numbers)
        if given.matching is not None:
            asked = Asked.of(given.matching.model_dump())
            wanted = asked.wanted(account)
            numbers += web.store.inbox.numbers(wanted, asked.sort, limit=MOST) if wanted else []
        done = take(web, account, numbers, given.step.value, given.note, given.until)
        return {"moved": done.moved, "left": done.left}

    @routes.post("/violations/{number}/answer-link")
    def link(number: Number, account: Annotated[Account, Depends(keys.writing)]) -> dict[str, Any]:
        one = one_of(account, number)
        return {"link": links.address(one.number, web.home()), "days": LASTS.days}

    @routes.get("/overview")
    def overview(
        account: Annotated[Account, Depends(keys.reading)],
        since: Annotated[datetime | None, Query(description="what changed since then; empty: in the last week")] = None,
    ) -> dict[str, Any]:
        then = _utc(since) if since else web.clock() - WEEK
        steps = web.store.inbox.last_steps(account.publishers)
        states = web.store.violations.by_state(Wanted(publishers=account.publishers))
        return {
            "states": {state.value: states.get(state, 0) for state in State},
            "due": web.store.due.count(web.clock()),
            "open_by_clause": dict(web.store.inbox.open_by_clause(account.publishers)),
            "open_by_site": dict(web.store.inbox.open_by_site(account.publishers)),
            "since": when(then),
            "changed": {state.value: n for state, n in web.store.inbox.steps_since(then, account.publishers).items()},
            "last_steps": [asdict(one) | {"at": when(one.at), "state": one.state.value} for one in steps],
        }

    return routes


def _utc(moment: datetime) -> datetime:
    """A moment in UTC, which is meant where no zone is named; what lies beyond all calendars is refused."""
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        raise InputError(f"{moment} lies beyond the calendar") from None
