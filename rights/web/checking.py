"""The page on which anybody whom the operator lets, and everybody with an account, checks one page."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from rights.errors import InputError
from rights.model import message
from rights.report.language import language_of, say_in
from rights.report.text import REASONS
from rights.web.context import Web
from rights.web.desk import show
from rights.web.limits import Rate
from rights.web.one_off import KEPT, LONGEST, OneOffs
from rights.web.pages import render
from rights.web.public import client_of
from rights.web.signing_in import Gate, SignIn

#: Checks of one client in a minute and at once.
CHECKS, CHECKS_AT_ONCE = 4, 6


async def _sent(request: Request) -> dict[str, str]:
    """The form: the framework's own bound on a field, a megabyte, is less than many pages are."""
    form = await request.form(max_files=0, max_fields=10, max_part_size=4 * LONGEST)
    return {
        name: value if isinstance(value := form.get(name, ""), str) else "" for name in ("address", "html", "publisher")
    }


ENDED = message("this link is not valid, or its result has ended: check the page again")


def _language(request: Request) -> str:
    return language_of(request.headers.get("accept-language", ""))


def _bookmarklet(home: str) -> str:
    """A link that opens this page with the address of the page that is being read."""
    return f"javascript:void(open('{home}/check?address='+encodeURIComponent(location.href)))"


def checking_routes(web: Web, gate: Gate, checks: OneOffs) -> APIRouter:
    """The routes of one-off checks."""
    routes = APIRouter(include_in_schema=False)
    names = {one.id: one.name for one in web.library.publishers}
    of_client = Rate(CHECKS, CHECKS_AT_ONCE)

    def admitted(request: Request) -> None:
        if not web.settings.open_check and gate.of(request) is None:
            raise SignIn(f"/check?{request.url.query}" if request.method == "GET" and request.url.query else "/check")

    def page(request: Request, template: str, status: int = 200, **values: object) -> Response:
        """A page that anybody may see, within the desk for whoever is signed in."""
        visit, language = gate.of(request), _language(request)
        values |= {"t": say_in(language), "language": language, "message": message}
        if visit is None:
            return render(template, status, visit=None, **values)
        return show(request, visit, template, "/check", status, **values)

    def form(
        request: Request, wrong: str = "", status: int = 200, address: str = "", html: str = "", publisher: str = ""
    ) -> Response:
        return page(
            request, "check.html", status, wrong=wrong, address=address, html=html, publisher=publisher, longest=LONGEST,
            publishers=web.library.publishers, bookmarklet=_bookmarklet(web.home(request)),
        )  # fmt: skip

    @routes.get("/check")
    def asked(request: Request, address: str = "") -> Response:
        admitted(request)
        return form(request, address=address[:2_000])

    @routes.post("/check")
    def ask(request: Request, sent: Annotated[dict[str, str], Depends(_sent)]) -> Response:
        admitted(request)
        address, html, publisher = sent["address"][:2_100], sent["html"], sent["publisher"][:200]
        try:
            wish = checks.wish(address, html, publisher, _language(request))
        except InputError as wrong:
            return form(request, str(wrong), 400, address, html[:LONGEST], publisher)
        if not of_client.allows(client_of(request)):
            return form(request, "That was many checks: wait a minute, then go on.", 429, address, html, publisher)
        token = checks.ask(wish)
        if token is None:
            return form(request, "Many checks are waiting: try again in a few minutes.", 503, address, html, publisher)
        return RedirectResponse(f"/check/{token}", 303)

    @routes.get("/check/{token}")
    def result(request: Request, token: str) -> Response:
        place = checks.place(token)
        if place is not None:
            return page(request, "check_waiting.html", place=place, token=token)
        told = checks.result(token)
        if told is None:
            raise HTTPException(404, ENDED.template)
        link = f"{web.home(request)}/check/{token}"
        return page(request, "check_result.html", found=told, link=link, days=KEPT.days, because=REASONS, names=names)

    return routes
