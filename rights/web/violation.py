"""One violation: its evidence, both texts, its life, and the next step."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from rights.bundling import proof_of
from rights.evidence.wacz import write_wacz
from rights.governing import doubts_about
from rights.store.records import Violation
from rights.web.answer_links import LASTS, AnswerLinks
from rights.web.asked import Asked
from rights.web.context import Web
from rights.web.desk import show
from rights.web.sides import Texts
from rights.web.signing_in import Gate, Visit, checked_form
from rights.web.steps import steps_from, take

#: The largest number that a database keeps.
BIGGEST = 2**63 - 1


def seen_by(web: Web, visit: Visit, number: int) -> Violation:
    """A violation, where there is one and it is this person's business: otherwise there is none for them."""
    one = web.store.violations.get(number) if 0 < number <= BIGGEST else None
    if one is None or not visit.account.sees(one.publisher):
        raise HTTPException(404, f"there is no violation {number}")
    return one


def violation_routes(web: Web, gate: Gate, links: AnswerLinks) -> APIRouter:
    """The routes of one violation."""
    routes = APIRouter(include_in_schema=False)
    texts = Texts(web.store, web.library)

    @routes.get("/violations/{number}")
    def violation(request: Request, number: int, visit: Annotated[Visit, Depends(gate.visit)]) -> Response:
        return page_of(request, visit, seen_by(web, visit, number))

    def page_of(request: Request, visit: Visit, one: Violation, link: str | None = None) -> Response:
        number = one.number
        asked = Asked.of(request.query_params)
        wanted = asked.wanted(visit.account)
        before, after = web.store.inbox.beside(number, wanted) if wanted else (None, None)
        sides = texts.of(one)
        doubts = doubts_about(web.store, web.library, one.publisher)
        return show(
            request,
            visit,
            "violation.html",
            "/violations",
            one=one,
            query=asked.query,
            before=before,
            after=after,
            steps=steps_from(one.state),
            sides=None if isinstance(sides, str) else sides,
            why_no_sides=sides if isinstance(sides, str) else "",
            match=None if isinstance(sides, str) else sides.match,
            changes=() if isinstance(sides, str) else sides.changes,
            allowed=() if isinstance(sides, str) else sides.allowed,
            doubts=doubts if doubts and doubts.about(one) else None,
            link=link,
            link_days=LASTS.days,
        )

    @routes.post("/violations/{number}/step")
    def step(
        number: int,
        visit: Annotated[Visit, Depends(gate.editor)],
        csrf: Annotated[str, Form()] = "",
        step: Annotated[str, Form()] = "",
        note: Annotated[str, Form(max_length=2000)] = "",
        until: Annotated[str, Form(max_length=40)] = "",
        query: Annotated[str, Form(max_length=2000)] = "",
        next: Annotated[str, Form(max_length=5)] = "",
    ) -> Response:
        checked_form(visit, csrf)
        seen_by(web, visit, number)
        asked = Asked.of_query(query)
        wanted = asked.wanted(visit.account)
        after = web.store.inbox.beside(number, wanted)[1] if wanted and next else None
        done = take(web, visit.account, [number], step, note, until)
        kept = f"{asked.query}&" if asked.query else ""
        to = f"/violations/{after}" if after else "/violations" if next else f"/violations/{number}"
        return RedirectResponse(f"{to}?{kept}to={step}&moved={done.moved}&left={done.left}", 303)

    @routes.post("/violations/{number}/link")
    def link(
        request: Request,
        number: int,
        visit: Annotated[Visit, Depends(gate.editor)],
        csrf: Annotated[str, Form()] = "",
    ) -> Response:
        checked_form(visit, csrf)
        one = seen_by(web, visit, number)
        return page_of(request, visit, one, link=links.address(one.number, web.home(request)))

    @routes.get("/violations/{number}/page")
    def page(number: int, visit: Annotated[Visit, Depends(gate.visit)]) -> Response:
        one = seen_by(web, visit, number)
        found = web.store.checks.page(one.last_check)
        if found is None:
            raise HTTPException(404, "the page as it was fetched is no longer on file")
        return download(found.body, f"violation-{number}.page", "application/octet-stream")

    @routes.get("/violations/{number}/bundle.wacz")
    def bundle(number: int, visit: Annotated[Visit, Depends(gate.visit)]) -> Response:
        seen_by(web, visit, number)
        return download(
            write_wacz(proof_of(web.store, number), web.clock()), f"violation-{number}.wacz", "application/wacz"
        )

    return routes


def download(body: bytes, name: str, media_type: str) -> Response:
    """Bytes of strangers: saved, never shown by us."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(body, media_type=media_type, headers=headers)
