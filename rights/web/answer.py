"""The answer channel: a republisher follows a signed link, sees what is wrong and how it looks when right, and answers.

An answer never ends a violation: it is noted, the state becomes ``answered`` for the publisher to confirm, and, where
the republisher says that it is mended, the page is looked at again at once, or in the next sweep where its host is to be left alone.
"""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from rights.model import Message, message
from rights.report.language import language_of, say_in
from rights.store import Wanted
from rights.store.life import may
from rights.store.records import OPEN, Event, State, Violation
from rights.web.answer_links import AnswerLinks
from rights.web.context import Web
from rights.web.limits import Rate
from rights.web.network import Network
from rights.web.pages import render
from rights.web.public import client_of

ANSWERS = {
    "fixed": message("I have mended it: check again now"),
    "licensed": message("We have a licence: here is the reference"),
    "not-yours": message("This is not yours: here is why"),
}
NOTHING = message("")
NOT_CHOSEN = message("Choose one of the three answers.")
NOT_SAID = message("Please add the reference or the reason.")
CLOSED = message("This is closed: there is nothing to answer any more.")
MANY = message("Several answers came in already: they will be read.")
ENDED = message("this link is not valid, or has ended: please answer the letter itself")
OFTEN = message("too many requests: wait a minute")
SETTLED = message("This is settled: nothing is asked of you any more.")
LOOKING = message("Your page is being looked at again: what comes of it will be told here.")
LATER = message("Your page will be looked at again soon.")
#: Violations of one page that are shown and answered together.
MOST = 20
#: By whom the step is taken, in the violation's life.
REPUBLISHER = "republisher"
#: Requests of one client in a minute and at once; answers to one violation in a minute and at once.
ASKS, ASKS_AT_ONCE, REPLIES, REPLIES_AT_ONCE = 30, 30, 1 / 60, 5


def answer_routes(web: Web, links: AnswerLinks, network: Network) -> APIRouter:
    """The routes of the answer channel."""
    routes = APIRouter(include_in_schema=False)
    of_client, of_violation = Rate(ASKS, ASKS_AT_ONCE), Rate(REPLIES, REPLIES_AT_ONCE)

    def found(request: Request, token: str) -> Violation:
        if not of_client.allows(client_of(request)):
            raise HTTPException(429, OFTEN.template)
        number = links.violation(token)
        one = web.store.violations.get(number) if number else None
        if one is None:
            raise HTTPException(404, ENDED.template)
        return one

    def beside(one: Violation) -> list[Violation]:
        """The violation and whatever else the publisher holds open against the same page, as a letter tells them."""
        wanted = Wanted(publishers=(one.publisher,), copy=one.copy, states=OPEN)
        others = web.store.violations.listed(wanted, limit=MOST)
        return [one, *(other for other in others if other.number != one.number and other.work == one.work)]

    @routes.get("/answer/{token}")
    def page(request: Request, token: str) -> Response:
        return shown(request, found(request, token))

    @routes.post("/answer/{token}")
    def reply(
        request: Request,
        token: str,
        answer: Annotated[str, Form(max_length=20)] = "",
        note: Annotated[str, Form(max_length=2000)] = "",
    ) -> Response:
        one = found(request, token)
        if answer not in ANSWERS:
            return shown(request, one, NOT_CHOSEN, 400)
        if answer != "fixed" and not note.strip():
            return shown(request, one, NOT_SAID, 400)
        if not may(one.state, State.ANSWERED):
            return shown(request, one, CLOSED, 409)
        if not of_violation.allows(f"violation {one.number}"):
            return shown(request, one, MANY, 429)
        said = f"{answer}: {note.strip()}" if note.strip() else answer
        now = web.clock()
        numbers = [other.number for other in beside(one) if may(other.state, State.ANSWERED)]
        web.store.violations.move(numbers, State.ANSWERED, by=REPUBLISHER, at=now, note=said)
        if answer == "fixed":
            web.store.due.bring_forward(one.copy, now)
            network.look_soon(one.number)
        return RedirectResponse(f"/answer/{token}", 303)

    def shown(request: Request, one: Violation, wrong: Message = NOTHING, status: int = 200) -> Response:
        publisher = next((p for p in web.library.publishers if p.id == one.publisher), None)
        mine = [event for event in one.events if event.by == REPUBLISHER and event.state is State.ANSWERED]
        told = beside(one) if one.state.is_open else [one]
        language = language_of(request.headers.get("accept-language", ""))
        t = say_in(language)
        answer, _, note = ((mine[-1].note or "") if mine else "").partition(": ")
        return render(
            "answer.html",
            status,
            one=one,
            again=_again(one, mine[-1], network) if answer == "fixed" else None,
            looking=network.looks_at(one.number),
            here=request.url.path,
            said=ANSWERS.get(answer, NOTHING),
            note=note,
            shown=told,
            remedies=dict.fromkeys(t(each.finding.remedy) for each in told if each.finding and each.finding.remedy),
            publisher=publisher,
            answers=ANSWERS.items(),
            wrong=wrong if wrong is not NOTHING else None,
            answered=mine[-1] if mine else None,
            settled=SETTLED if not one.state.is_open else None,
            t=t,
            language=language,
            message=message,
        )

    return routes


def _again(one: Violation, answered: Event, network: Network) -> Message:
    """What came, or will come, of the look that an answer asked for."""
    if one.last_seen_at > answered.at:
        seen = one.last_seen_at.strftime("%Y-%m-%d %H:%M")
        return message("We looked again on {moment}, and the page still shows this.", moment=seen)
    return LOOKING if network.looks_at(one.number) else LATER
