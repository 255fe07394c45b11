"""Sweeps with their progress, the server's settings, and one's own account."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from rights import settings as all_settings
from rights.errors import InputError
from rights.web.context import Web
from rights.web.desk import show
from rights.web.signing_in import Gate, Visit, checked_form
from rights.web.tokens import SCOPES, made, scopes_of


def running_routes(web: Web, gate: Gate) -> APIRouter:
    """The routes of sweeps, settings and account."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/sweeps")
    def sweeps(request: Request, visit: Annotated[Visit, Depends(gate.visit)]) -> Response:
        rows = web.store.sweeps.last(30)
        running = rows[0] if rows and rows[0].finished_at is None else None
        due = web.store.due.count(web.clock())
        return show(request, visit, "sweeps.html", "/sweeps", rows=rows, running=running, due=due, web=web)

    @routes.get("/settings")
    def settings(request: Request, visit: Annotated[Visit, Depends(gate.admin)]) -> Response:
        return show(
            request, visit, "settings.html", "/settings", rows=all_settings.listed(web.settings),
            accounts=web.store.accounts.listed(),
        )  # fmt: skip

    @routes.get("/account")
    def account(request: Request, visit: Annotated[Visit, Depends(gate.visit)]) -> Response:
        return _account(request, visit)

    @routes.post("/account/keys")
    def add_key(
        request: Request,
        visit: Annotated[Visit, Depends(gate.visit)],
        csrf: Annotated[str, Form()] = "",
        name: Annotated[str, Form(max_length=80)] = "",
        scope: Annotated[str, Form(max_length=20)] = "read",
        days: Annotated[int, Form(ge=1, le=3650)] = 90,
    ) -> Response:
        checked_form(visit, csrf)
        if not name.strip():
            raise InputError("say what the key is for")
        now = web.clock()
        until = now + timedelta(days=days)
        secret = made(web.store.accounts, visit.account, name.strip(), scopes_of([scope]), now, until)
        return _account(request, visit, secret)

    @routes.post("/account/keys/{number}/revoke")
    def revoke(
        number: int, visit: Annotated[Visit, Depends(gate.visit)], csrf: Annotated[str, Form()] = ""
    ) -> Response:
        checked_form(visit, csrf)
        if not 0 < number < 2**63 or not web.store.accounts.revoke_token(number, web.clock(), visit.account):
            raise HTTPException(404, "there is no such key")
        return RedirectResponse("/account?done=revoked", 303)

    def _account(request: Request, visit: Visit, secret: str | None = None) -> Response:
        keys = web.store.accounts.tokens(visit.account)
        return show(request, visit, "account.html", "/account", keys=keys, secret=secret, scopes=SCOPES)

    return routes
