"""``rights trace``: the whole way of one page: found where, fetched when, why this verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rights.cli.common import Format, ListFormat, Quiet, print_json

if TYPE_CHECKING:
    from rights.store import Store
    from rights.store.records import Assessed, Due


def trace(
    url: Annotated[str, typer.Argument(metavar="URL", help="The page, in any of its spellings.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many checks.")] = 10,
    output_format: Format = ListFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """Show where a page was found, when it was looked at, what came of it and why."""
    from rights.errors import InputError
    from rights.report.text import printable
    from rights.settings import settings
    from rights.store import open_store

    with open_store(settings()) as store:
        due = store.due.find(url)
        if due is None:
            raise InputError(
                f"{url} is not known; the crawl learns of pages by  rights sites add  and  rights discover"
            )
        told = _told(store, due, limit)
    if output_format is not ListFormat.TEXT:
        print_json([told], output_format, one=True)
        return
    print(f"{told['address']}  ({told['standing']}, next look {told['next'] or 'never'})")
    for lead in told["leads"]:
        print(f"  {lead['at']}  found by {lead['source']}: {printable(lead['detail'] or '')}".rstrip(": "))
    for one in told["checks"]:
        why = " ".join(filter(None, [one["verdict"], one["reason"], one["error"]]))
        print(f"  {one['at']}  check {one['number']}: {one['outcome']} {one['status'] or ''} {printable(why)}".rstrip())
    if told["signals"]:
        print(f"  the page tells crawlers: {printable('; '.join(told['signals']))}")
    for one in told["assessments"]:
        match = one["match"] or {}
        share = f", containment {match['containment']}" if "containment" in match else ""
        print(f"  by {one['publisher'] or 'no policy'} (hop {one['hop']}): {one['verdict']}; work {one['work']}{share}")
        for finding in one["findings"]:
            print(f"    {finding['verdict']:<12} {finding['clause']}: {printable(finding['message'])}")
    for violation in told["violations"]:
        print(f"  violation {violation['number']}: {violation['clause']} {violation['state']}")


def _told(store: Store, due: Due, limit: int) -> dict[str, Any]:
    from rights.store import Wanted
    from rights.store.showing import check_json, violation_json, when

    checks = store.checks.of([due.number], limit=limit)
    judged = next((one for one in checks if one.outcome.value == "judged"), None)
    held = store.violations.listed(Wanted(copy=due.copy)) if due.copy else []
    return {
        "address": due.address,
        "standing": due.standing.value,
        "next": when(due.next_at),
        "leads": [
            {"at": when(lead.found_at), "source": lead.source, "detail": lead.detail, "work": lead.work}
            for lead in store.due.leads(due.number)
        ],
        "checks": [check_json(one) for one in checks],
        "signals": _signals(store, judged.number) if judged else [],
        "assessments": [_assessed(one) for one in store.checks.assessments(judged.number)] if judged else [],
        "violations": [violation_json(one) for one in held],
    }


def _signals(store: Store, number: int) -> list[str]:
    """What the page of a check tells crawlers, by headers and meta tags: robots directives and TDM reservation."""
    from rights.errors import ExtractError
    from rights.extract.article import extract

    page = store.checks.page(number)
    try:
        article = extract(page) if page else None
    except ExtractError:
        return []
    if article is None:
        return []
    robots = [f"robots {', '.join(article.robots.directives)}"] if article.robots.directives else []
    return robots + [mark.text for mark in article.licences if mark.where == "tdmrep" and mark.text]


def _assessed(one: Assessed) -> dict[str, Any]:
    findings = [
        {"clause": f.clause, "type": f.type, "verdict": f.verdict.value, "message": str(f.message), "waived": f.waived}
        for f in one.findings
    ]
    return {
        "publisher": one.publisher,
        "policy": one.policy,
        "sha256": one.sha256,
        "hop": one.hop,
        "verdict": one.verdict,
        "reason": one.reason,
        "work": one.work,
        "match": one.match,
        "findings": findings,
    }
