"""Letters at the desk: drafted about what a new look still shows, never sent; whoever sends one marks it."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from rights.correspondence import letter_about
from rights.errors import FetchError, InputError
from rights.letters.letter import Kind, Sender, as_mail
from rights.report.language import LANGUAGES
from rights.web.answer_links import AnswerLinks
from rights.web.context import Web
from rights.web.desk import show
from rights.web.network import Network
from rights.web.signing_in import Gate, Visit, checked_form
from rights.web.violation import download, seen_by

#: What kinds and languages are called in the form.
KINDS = {
    "courtesy": "a friendly request",
    "second": "a second, firmer one",
    "dmca": "DMCA notice, 17 USC 512(c)(3)",
    "dsa": "DSA notice, Article 16",
}
#: How a field is given on the command line: at the desk there is a form.
_HINT = re.compile(r" \(--[a-z]+ or RIGHTS_[A-Z_]+\)")
NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}


def letter_routes(web: Web, gate: Gate, links: AnswerLinks, network: Network) -> APIRouter:
    """The routes of letters."""
    routes = APIRouter(include_in_schema=False)
    usual = Sender(
        name=web.settings.sender_name, address=web.settings.sender_address, phone=web.settings.sender_phone,
        email=web.settings.sender_email,
    )  # fmt: skip

    def page(request: Request, visit: Visit, number: int, **values: object) -> Response:
        given = {"kind": Kind.COURTESY.value, "language": "en", "sender": usual, "letter": None, "wrong": ""} | values
        return show(
            request, visit, "letter.html", "/violations", status=400 if given["wrong"] else 200, number=number,
            kinds=[kind.value for kind in Kind], languages=LANGUAGES, kind_names=KINDS, language_names=NAMES, **given,
        )  # fmt: skip

    @routes.get("/violations/{number}/letter")
    def asked(request: Request, number: int, visit: Annotated[Visit, Depends(gate.editor)]) -> Response:
        seen_by(web, visit, number)
        return page(request, visit, number)

    @routes.post("/violations/{number}/letter")
    def drafted(
        request: Request,
        number: int,
        visit: Annotated[Visit, Depends(gate.editor)],
        csrf: Annotated[str, Form()] = "",
        kind: Annotated[Kind, Form()] = Kind.COURTESY,
        language: Annotated[str, Form(max_length=5)] = "en",
        name: Annotated[str, Form(max_length=200)] = "",
        email: Annotated[str, Form(max_length=200)] = "",
        address: Annotated[str, Form(max_length=500)] = "",
        phone: Annotated[str, Form(max_length=50)] = "",
        form: Annotated[str, Form(max_length=10)] = "page",
    ) -> Response:
        checked_form(visit, csrf)
        one = seen_by(web, visit, number)
        sender = Sender(name=name, email=email, address=address, phone=phone)
        reply = links.address(one.number, web.home(request))
        try:
            letter = letter_about(
                web.settings, web.store, web.library, network.fetcher, number, kind, sender, language=language,
                reply_url=reply,
            )  # fmt: skip
        except (InputError, FetchError) as wrong:
            return page(
                request,
                visit,
                number,
                kind=kind.value,
                language=language,
                sender=sender,
                wrong=_HINT.sub("", str(wrong)),
            )
        if form == "mail":
            return download(as_mail(letter), f"violation-{number}.eml", "message/rfc822")
        return page(request, visit, number, kind=kind.value, language=language, sender=sender, letter=letter)

    return routes
