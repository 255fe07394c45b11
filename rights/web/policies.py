"""Policies at the desk: read one, try one, and compare the versions by which pages were judged."""

import difflib
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from starlette.responses import Response

from rights.errors import PolicyError
from rights.governing import doubts_about
from rights.policy import parse_policy
from rights.report.policy import as_text
from rights.web.context import Web
from rights.web.desk import show
from rights.web.signing_in import Gate, Visit, checked_form

#: Characters of a policy that may be tried.
LONGEST = 200_000
#: Lines of a comparison that are shown.
LINES = 2_000


def policy_routes(web: Web, gate: Gate) -> APIRouter:
    """The routes of policies."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/policies")
    def policies(request: Request, visit: Annotated[Visit, Depends(gate.visit)]) -> Response:
        rows = [one for one in web.library.publishers if visit.account.sees(one.id)]
        return show(request, visit, "policies.html", "/policies", rows=rows)

    @routes.get("/policies/try")
    def form(request: Request, visit: Annotated[Visit, Depends(gate.visit)]) -> Response:
        return show(request, visit, "try_policy.html", "/policies", text="", problems=[], read=None)

    @routes.post("/policies/try")
    def tried(
        request: Request,
        visit: Annotated[Visit, Depends(gate.visit)],
        csrf: Annotated[str, Form()] = "",
        text: Annotated[str, Form(max_length=LONGEST)] = "",
    ) -> Response:
        checked_form(visit, csrf)
        problems: list[str] = []
        read = None
        try:
            read = as_text(parse_policy(text, "policy.yaml"))
        except PolicyError as wrong:
            problems = wrong.problems[:100]
        return show(request, visit, "try_policy.html", "/policies", text=text, problems=problems, read=read)

    @routes.get("/policies/{publisher}")
    def policy(
        request: Request,
        publisher: str,
        visit: Annotated[Visit, Depends(gate.visit)],
        one: Annotated[str, Query(alias="from", max_length=80)] = "",
        other: Annotated[str, Query(alias="to", max_length=80)] = "",
    ) -> Response:
        if not visit.account.sees(publisher):
            raise HTTPException(404, "there is no such policy")
        problems: list[str] = []
        source = None
        try:
            source = web.library.source(publisher)
        except PolicyError as wrong:
            problems = wrong.problems[:100]
        versions = web.store.policies.versions(publisher)
        if source is None and not versions and not problems:
            raise HTTPException(404, "there is no such policy")
        texts = texts_of(web, publisher)
        return show(
            request, visit, "policy.html", "/policies", publisher=publisher, problems=problems, versions=versions,
            source=source, read=as_text(source) if source else None, one=one, other=other,
            doubts=doubts_about(web.store, web.library, publisher),
            lines=compared(texts[one], texts[other]) if one in texts and other in texts else None,
        )  # fmt: skip

    return routes


def texts_of(web: Web, publisher: str) -> dict[str, str]:
    """The versions of a policy by their sha256: those that judged, and the file at hand where it can be used."""
    texts = {sha256: text for sha256, _, text in web.store.policies.versions(publisher)}
    try:
        source, now = web.library.source(publisher), web.library.text(publisher)
    except PolicyError:
        return texts
    return texts | ({source.sha256: now} if source is not None and now else {})


def compared(one: str, other: str) -> list[tuple[str, str]]:
    """The lines in which two texts differ, with some around them: pairs of what happened to the line, and the line."""
    kinds = {"+": "added", "-": "removed", "@": "place", " ": "same"}
    lines = list(difflib.unified_diff(one.splitlines(), other.splitlines(), lineterm="", n=3))[2:]
    return [(kinds[line[0]], line if line[0] == "@" else line[1:]) for line in lines[:LINES]]
