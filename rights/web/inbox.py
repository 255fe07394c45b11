"""The inbox: violations by filter and order, a page at a time, and steps on many of them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from rights.store.inbox import Sort
from rights.web.asked import STATES, Asked
from rights.web.context import Web
from rights.web.desk import FURTHEST, ROWS, Listing, show
from rights.web.signing_in import Gate, Visit, checked_form
from rights.web.steps import MOST, STEPS, take


def inbox_routes(web: Web, gate: Gate) -> APIRouter:
    """The routes of the inbox."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/violations")
    def inbox(
        request: Request,
        visit: Annotated[Visit, Depends(gate.visit)],
        page: Annotated[int, Query(ge=1, le=FURTHEST)] = 1,
    ) -> Response:
        asked = Asked.of(request.query_params)
        wanted = asked.wanted(visit.account)
        total = web.store.violations.count(wanted) if wanted else 0
        listing = Listing(page=page, total=total, path="/violations", query=asked.query)
        rows = web.store.inbox.page(wanted, asked.sort, limit=ROWS, offset=listing.offset) if wanted else []
        return show(
            request,
            visit,
            "inbox.html",
            "/violations",
            asked=asked,
            rows=rows,
            listing=listing,
            states=STATES,
            sorts=[sort.value for sort in Sort],
            publishers=sorted(visit.account.publishers or web.store.inbox.publishers()),
            steps=STEPS,
            most=MOST,
        )

    @routes.post("/violations/steps")
    def steps(
        visit: Annotated[Visit, Depends(gate.editor)],
        csrf: Annotated[str, Form()] = "",
        step: Annotated[str, Form()] = "",
        note: Annotated[str, Form(max_length=2000)] = "",
        until: Annotated[str, Form(max_length=40)] = "",
        query: Annotated[str, Form(max_length=2000)] = "",
        all: Annotated[str, Form(max_length=5)] = "",
        n: Annotated[list[int] | None, Form(max_length=MOST)] = None,
    ) -> Response:
        checked_form(visit, csrf)
        asked = Asked.of_query(query)
        wanted = asked.wanted(visit.account)
        numbers = list(n or ())
        if all and wanted is not None:
            numbers = web.store.inbox.numbers(wanted, asked.sort, limit=MOST)
        done = take(web, visit.account, numbers, step, note, until)
        query = f"{asked.query}&" if asked.query else ""
        return RedirectResponse(f"/violations?{query}to={step}&moved={done.moved}&left={done.left}", 303)

    return routes
