"""What the desk's pages share: their frame, what was done last, and how much of a list is shown."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rights.report.language import say_in
from rights.store.accounts import Role
from rights.store.records import State
from rights.web.pages import render
from rights.web.signing_in import Visit

#: The desk's places, in the order of its bar; those of an admin only come last.
PLACES = (
    ("/", "Overview"),
    ("/violations", "Violations"),
    ("/sites", "Sites"),
    ("/works", "Works"),
    ("/policies", "Policies"),
    ("/sweeps", "Sweeps"),
    ("/check", "Check a page"),
)
ADMINS_PLACES = (("/settings", "Settings"),)

#: Rows of one page, and the furthest page: whoever looks for more narrows the list.
ROWS, FURTHEST = 50, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page of a list: ``path`` and ``query`` give its address without the page's number."""

    page: int
    total: int
    path: str
    query: str = ""

    @property
    def last(self) -> int:
        """The number of the last page."""
        return min(max(1, ceil(self.total / ROWS)), FURTHEST)

    @property
    def offset(self) -> int:
        """How many rows come before this page."""
        return (self.page - 1) * ROWS

    def at(self, page: int) -> str:
        """The address of another page."""
        return f"{self.path}?{self.query}&page={page}" if self.query else f"{self.path}?page={page}"


def show(request: Request, visit: Visit, template: str, here: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the desk."""
    admin = visit.may(Role.ADMIN)
    return render(
        template,
        status,
        visit=visit,
        here=here,
        places=(*PLACES, *ADMINS_PLACES) if admin else PLACES,
        told=told(request),
        may_edit=visit.may(Role.EDITOR),
        may_all=admin,
        say=say_in("en"),
        **values,
    )


#: What a form's answer may tell on the page that it leads to.
_DONE = {
    "watched": "The site is watched now.",
    "paused": "The site is paused: nothing of it is fetched.",
    "resumed": "The site is visited again.",
    "opted-out": "The site is on the list of those that are not visited.",
    "revoked": "The key works no more.",
    "agreed": "The agreement is on file; the next sweep waives what it covers.",
}


def told(request: Request) -> str | None:
    """What the form that led here did: made of figures and known words only, so that no link can put text there."""
    asked = request.query_params
    state, moved, left = asked.get("to", ""), asked.get("moved", ""), asked.get("left", "")
    if state in set(State) and moved.isdecimal() and len(moved) < 8:
        said = f"{int(moved):,} {state}."
        if left.isdecimal() and len(left) < 8 and int(left):
            said += f" {int(left):,} stayed as they were: from their state this step does not follow."
        return said
    return _DONE.get(asked.get("done", ""))
