"""Signing in and out, and who is asking: sessions in a cookie that no script reads and no other site sends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from rights.store.accounts import LONGEST, Account, Role
from rights.web.context import Web
from rights.web.limits import Rate
from rights.web.pages import render
from rights.web.passwords import digest, fits, form_token, new_secret, same
from rights.web.public import client_of

#: Tries to sign in: of one client and for one name, in a minute and at once.
TRIES, TRIES_AT_ONCE = 6, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody who is signed in; ``since`` is when they were here before."""

    account: Account
    csrf: str
    since: datetime | None = None

    def may(self, role: Role) -> bool:
        """Whether this person may do what the role may."""
        return self.account.role.covers(role)


class SignIn(Exception):
    """Nobody is signed in: show the form, then go on to ``then``."""

    def __init__(self, then: str) -> None:
        super().__init__(then)
        self.then = then


class Gate:
    """Who is asking; `visit`, `editor` and `admin` are what routes depend on."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self.visit = self._needing(Role.READER)
        self.editor = self._needing(Role.EDITOR)
        self.admin = self._needing(Role.ADMIN)

    def _needing(self, role: Role) -> Callable[[Request], Visit]:
        def needed(request: Request) -> Visit:
            found = self.of(request)
            if found is None:
                query = "" if "poll" in request.query_params else request.url.query
                asked = request.url.path + (f"?{query}" if query else "")
                raise SignIn(asked if request.method == "GET" else "/")
            if not found.may(role):
                raise HTTPException(403, f"your account is a {found.account.role.value}: this takes {role.value}")
            return found

        return needed

    def of(self, request: Request) -> Visit | None:
        """Whoever is signed in."""
        secret = request.cookies.get(cookie_name(request, self._web))
        if not secret:
            return None
        here = "poll" not in request.query_params  # a page that renews itself proves nobody's presence
        found = self._web.store.accounts.session(digest(secret), self._web.clock(), here=here)
        if found is None:
            return None
        account, since = found
        return Visit(account=account, since=since, csrf=form_token(secret))


def checked_form(visit: Visit, csrf: str) -> None:
    """Refuse a form that does not carry its session's token."""
    if not same(csrf, visit.csrf):
        raise HTTPException(403, "this form is out of date: go back, load the page again and repeat")


def secure(request: Request, web: Web) -> bool:
    """Whether people reach us by https."""
    return (web.settings.base_url or str(request.url)).startswith("https:")


def cookie_name(request: Request, web: Web) -> str:
    """Browsers bind ``__Host-`` to this host and to https."""
    return "__Host-rights" if secure(request, web) else "rights"


def signing_in_routes(web: Web, gate: Gate) -> APIRouter:
    """The routes to sign in and out."""
    routes = APIRouter(include_in_schema=False)
    of_client, of_name = Rate(TRIES, TRIES_AT_ONCE), Rate(TRIES, TRIES_AT_ONCE)

    @routes.get("/sign-in")
    def form(request: Request, then: str = "/") -> Response:
        if gate.of(request) is not None:
            return RedirectResponse(_inside(then), 303)
        return render("sign_in.html", then=_inside(then), name="", wrong=None)

    @routes.post("/sign-in")
    def sign_in(
        request: Request,
        name: Annotated[str, Form(max_length=200)] = "",
        password: Annotated[str, Form(max_length=1000)] = "",
        then: Annotated[str, Form(max_length=2000)] = "/",
    ) -> Response:
        if not of_client.allows(client_of(request)) or not of_name.allows(f"name {name}"):
            wrong = "Too many tries: wait a minute, then try again."
            return render("sign_in.html", 429, then=_inside(then), name=name, wrong=wrong)
        account = web.store.accounts.named(name)
        active = account if account and account.disabled_at is None else None
        if not fits(password, active.password if active else None) or active is None:
            wrong = "No account has this name and password."
            return render("sign_in.html", 401, then=_inside(then), name=name, wrong=wrong)
        secret = new_secret()
        web.store.accounts.open_session(digest(secret), active, web.clock())
        answer = RedirectResponse(_inside(then), 303)
        answer.set_cookie(
            cookie_name(request, web), secret, max_age=int(LONGEST.total_seconds()), path="/", httponly=True,
            secure=secure(request, web), samesite="lax",
        )  # fmt: skip
        return answer

    @routes.post("/sign-out")
    def sign_out(
        request: Request, visit: Annotated[Visit, Depends(gate.visit)], csrf: Annotated[str, Form()] = ""
    ) -> Response:
        checked_form(visit, csrf)
        name = cookie_name(request, web)
        web.store.accounts.end_session(digest(request.cookies[name]))
        answer = RedirectResponse("/sign-in", 303)
        answer.delete_cookie(name, path="/", httponly=True, secure=secure(request, web), samesite="lax")
        return answer

    return routes


def to_sign_in(request: Request, wrong: Exception) -> Response:
    """The way to the form, for whoever asked for a page that needs an account."""
    then = wrong.then if isinstance(wrong, SignIn) else "/"
    to = f"/sign-in?then={quote(then)}" if then != "/" else "/sign-in"
    if "HX-Request" in request.headers:  # htmx would put the form into the page at hand
        return Response(status_code=204, headers={"HX-Redirect": to})
    return RedirectResponse(to, 303)


def _inside(then: str) -> str:
    """A path of ours: never another site, whatever a link says."""
    plain = then.startswith("/") and not then.startswith(("//", "/\\")) and "\\" not in then
    return then if plain and then.isprintable() else "/"
