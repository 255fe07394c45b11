"""Reports over the web, in all formats of ``rights report``: one page to read or print, or a file to save."""

import base64
import hashlib
import re
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from starlette.responses import HTMLResponse, Response

from rights.errors import InputError
from rights.report.formats import ReportFormat
from rights.report.language import LANGUAGES, say_in
from rights.report.pdf import write_pdf
from rights.report.publisher_formats import TEXT_FORMATS, render_html
from rights.reporting import publisher_report
from rights.store.accounts import Account
from rights.store.codec import clean
from rights.web.context import Web
from rights.web.signing_in import Gate, Visit

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_TYPES = {
    ReportFormat.JSON: "application/json",
    ReportFormat.CSV: "text/csv; charset=utf-8",
    ReportFormat.ATOM: "application/atom+xml",
    ReportFormat.PDF: "application/pdf",
}
Form = Annotated[ReportFormat, Query(alias="format")]
Since = Annotated[str, Query(max_length=10, description="what changed since this day, such as 2026-03-31")]
Language = Annotated[str, Query(max_length=5, description=f"one of {', '.join(LANGUAGES)}")]


def report_routes(web: Web, gate: Gate) -> APIRouter:
    """The desk's reports."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/reports/{publisher}")
    def report(
        publisher: str,
        visit: Annotated[Visit, Depends(gate.visit)],
        form: Form = ReportFormat.HTML,
        since: Since = "",
        lang: Language = "en",
    ) -> Response:
        return written(web, visit.account, publisher, form, since, lang)

    return routes


def written(web: Web, account: Account, publisher: str, form: ReportFormat, since: str, language: str) -> Response:
    """A publisher's report, for somebody who may see it: for others there is no such publisher."""
    name = clean(publisher)
    if language not in LANGUAGES:
        raise InputError(f"{language!r}: reports are written in {', '.join(LANGUAGES)}")
    if not account.sees(name):
        raise HTTPException(404, "there is no such publisher")
    told = publisher_report(web.store, web.library, name, made_at=web.clock(), since=_day(since))
    if not account.sees(told.publisher.id):
        raise HTTPException(404, "there is no such publisher")
    say = say_in(language)
    if form is ReportFormat.HTML:
        return with_style(render_html(told, say, language))
    if form is ReportFormat.PDF:
        body = write_pdf(render_html(told, say, language))
    else:
        body = TEXT_FORMATS[form](told, say).encode("utf-8", "replace")
    plain = re.sub(r"[^A-Za-z0-9.-]+", "-", told.publisher.id)[:80]
    headers = {"Content-Disposition": f'attachment; filename="report-{plain}.{form.value}"'}
    return Response(body, media_type=_TYPES[form], headers=headers)


def _day(text: str) -> datetime | None:
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise InputError(f"{text[:40]!r} is no day, expected one like 2026-12-31") from None


def with_style(page: str) -> HTMLResponse:
    """A self-contained report: its own style sheet, known by its hash, is the only one that it may use.

    Its bars are as long as a style attribute says; no text from outside ever stands in one.
    """
    found = _STYLE.search(page)
    digest = base64.b64encode(hashlib.sha256((found.group(1) if found else "").encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src-elem 'sha256-{digest}'; style-src-attr 'unsafe-inline'; img-src data:; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
    return HTMLResponse(page, headers={"Content-Security-Policy": policy})
