"""Sites and works at the desk: what is watched, what was agreed, and what is looked for."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from starlette.responses import RedirectResponse, Response

from rights.errors import InputError
from rights.store.records import Waiver
from rights.web.context import Web
from rights.web.desk import FURTHEST, ROWS, Listing, show
from rights.web.signing_in import Gate, Visit, checked_form
from rights.web.steps import end_of

KINDS = ("auto", "feed", "sitemap", "list", "page")
_MARKS = {"pause": ("paused", True), "resume": ("paused", False), "opt-out": ("opted_out", True)}
_SAID = {"pause": "paused", "resume": "resumed", "opt-out": "opted-out"}


def catalogue_routes(web: Web, gate: Gate) -> APIRouter:
    """The routes of sites and works."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/sites")
    def sites(
        request: Request,
        visit: Annotated[Visit, Depends(gate.visit)],
        page: Annotated[int, Query(ge=1, le=FURTHEST)] = 1,
        name: Annotated[str, Query(max_length=300)] = "",
    ) -> Response:
        publishers = visit.account.publishers
        found = web.store.catalogue.sites(publishers, like=name, limit=ROWS, offset=(page - 1) * ROWS)
        total = web.store.catalogue.count_sites(publishers, like=name)
        listing = Listing(page=page, total=total, path="/sites", query=f"name={name}" if name else "")
        agreed = web.store.sites.waivers(publishers)
        return show(
            request, visit, "sites.html", "/sites", rows=found, listing=listing, name=name, kinds=KINDS,
            agreed=agreed[-100:][::-1], publishers=sorted(publishers or web.store.inbox.publishers()),
        )  # fmt: skip

    @routes.post("/sites/watch")
    def watch(
        visit: Annotated[Visit, Depends(gate.admin)],
        csrf: Annotated[str, Form()] = "",
        address: Annotated[str, Form(max_length=2000)] = "",
        kind: Annotated[str, Form(max_length=20)] = "auto",
    ) -> Response:
        checked_form(visit, csrf)
        if kind not in KINDS:
            raise InputError(f"{kind[:20]!r} is no kind, expected one of {', '.join(KINDS)}")
        web.store.sites.watch(address.strip(), kind, web.clock())
        return RedirectResponse("/sites?done=watched", 303)

    @routes.post("/sites/mark")
    def mark(
        visit: Annotated[Visit, Depends(gate.admin)],
        csrf: Annotated[str, Form()] = "",
        name: Annotated[str, Form(max_length=300)] = "",
        how: Annotated[str, Form(max_length=20)] = "",
    ) -> Response:
        checked_form(visit, csrf)
        if how not in _MARKS or not name.strip():
            raise InputError("choose a site, and whether to pause it, to go on, or to visit it no more")
        flag, value = _MARKS[how]
        web.store.sites.mark(name.strip(), web.clock(), **{flag: value})
        return RedirectResponse(f"/sites?done={_SAID[how]}", 303)

    @routes.post("/sites/agree")
    def agree(
        visit: Annotated[Visit, Depends(gate.editor)],
        csrf: Annotated[str, Form()] = "",
        publisher: Annotated[str, Form(max_length=200)] = "",
        name: Annotated[str, Form(max_length=300)] = "",
        clauses: Annotated[str, Form(max_length=1000)] = "",
        works: Annotated[str, Form(max_length=20_000)] = "",
        since: Annotated[str, Form(max_length=10)] = "",
        until: Annotated[str, Form(max_length=10)] = "",
        reference: Annotated[str, Form(max_length=1000)] = "",
    ) -> Response:
        checked_form(visit, csrf)
        if not visit.account.sees(publisher):
            raise HTTPException(404, "there is no such publisher")
        if not publisher or not name.strip():
            raise InputError("name the publisher and the site that the agreement is for")
        for day in (since, until):
            end_of(day)
        agreed = Waiver(
            publisher=publisher, site=name.strip().lower(), clauses=tuple(clauses.replace(",", " ").split()), works=tuple(works.split()),
            since=since or None, until=until or None, reference=reference.strip() or None, by=visit.account.name,
        )  # fmt: skip
        web.store.sites.waive(agreed, web.clock())
        return RedirectResponse("/sites?done=agreed", 303)

    @routes.get("/works")
    def works(
        request: Request,
        visit: Annotated[Visit, Depends(gate.visit)],
        page: Annotated[int, Query(ge=1, le=FURTHEST)] = 1,
    ) -> Response:
        publishers = visit.account.publishers
        found = web.store.catalogue.works(publishers, limit=ROWS, offset=(page - 1) * ROWS)
        total = web.store.catalogue.count_works(publishers)
        listing = Listing(page=page, total=total, path="/works")
        return show(request, visit, "works.html", "/works", rows=found, listing=listing)

    return routes
