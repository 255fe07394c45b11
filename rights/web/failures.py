"""What a request that cannot be served is answered: a page for people, JSON for programs, never a traceback."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from rights.errors import InputError, MissingExtra, StoreError
from rights.model import message
from rights.report.language import language_of, say_in
from rights.web.pages import render
from rights.web.signing_in import SignIn, to_sign_in

API = "/api/"
NOTHING_HERE = message("there is nothing at this address")
NO_SUCH_REQUEST = message("this address takes no such request")
AWAY = message("the database does not answer at the moment; try again soon")


def add_failures(app: FastAPI) -> None:
    """Let an application answer errors so."""

    @app.exception_handler(HTTPException)
    def refused(request: Request, wrong: HTTPException) -> Response:
        plain = {404: NOTHING_HERE.template}.get(wrong.status_code, NO_SUCH_REQUEST.template)
        why = plain if wrong.detail == HTTPStatus(wrong.status_code).phrase else str(wrong.detail)
        return _told(request, wrong.status_code, why, dict(wrong.headers or {}))

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, wrong: RequestValidationError) -> Response:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return _told(request, 422, f"{where}: {first['msg']}")

    @app.exception_handler(InputError)
    def unusable(request: Request, wrong: InputError) -> Response:
        return _told(request, 400, str(wrong))

    @app.exception_handler(MissingExtra)
    def missing(request: Request, wrong: MissingExtra) -> Response:
        return _told(request, 501, str(wrong))

    @app.exception_handler(StoreError)
    def away(request: Request, wrong: StoreError) -> Response:
        return _told(request, 503, AWAY.template, {"Retry-After": "10"})

    app.add_exception_handler(SignIn, to_sign_in)


def _told(request: Request, status: int, why: str, headers: dict[str, str] | None = None) -> Response:
    why = "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in why[:2000])
    if request.url.path.startswith(API):
        return JSONResponse({"error": why}, status, headers)
    language = language_of(request.headers.get("accept-language", ""))
    answer = render(
        "error.html", status, code=status, heading=_heading(status), why=why, t=say_in(language), language=language
    )
    answer.headers.update(headers or {})
    return answer


#: What errors are called; whatever else has its name in the standard.
_HEADINGS = {
    400: message("That cannot be done"),
    403: message("Not allowed"),
    404: message("Not found"),
    405: message("That cannot be done"),
    422: message("That cannot be done"),
    429: message("Too many requests"),
    503: message("Not available at the moment"),
}


def _heading(status: int) -> str:
    known = _HEADINGS.get(status)
    return known.template if known else HTTPStatus(status).phrase
