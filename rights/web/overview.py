"""The desk's first page: what changed since somebody was here, and how things stand."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from rights.store import Wanted
from rights.store.records import OPEN, State
from rights.web.context import Web
from rights.web.desk import show
from rights.web.signing_in import Gate, Visit

#: What is told to somebody who was never here before.
WEEK = timedelta(days=7)
_CLOSED = (State.CURED, State.DISMISSED, State.WAIVED)


def overview_routes(web: Web, gate: Gate) -> APIRouter:
    """The routes of the overview."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def overview(request: Request, visit: Annotated[Visit, Depends(gate.visit)]) -> Response:
        publishers = visit.account.publishers
        inbox = web.store.inbox
        states = web.store.violations.by_state(Wanted(publishers=publishers))
        since = visit.since or web.clock() - WEEK
        return show(
            request,
            visit,
            "overview.html",
            "/",
            since=since,
            back=visit.since is not None,
            changed={state.value: number for state, number in inbox.steps_since(since, publishers).items()},
            open=sum(states.get(state, 0) for state in OPEN),
            states=[(state.value, states.get(state, 0)) for state in _CLOSED],
            due=web.store.due.count(web.clock()),
            by_clause=inbox.open_by_clause(publishers),
            by_site=inbox.open_by_site(publishers),
            steps=inbox.last_steps(publishers),
            reports=sorted(publishers or inbox.publishers())[:60],
        )

    return routes
