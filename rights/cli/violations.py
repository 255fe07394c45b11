"""``rights violations``: list, show, and take the steps of a violation's life."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import Format, ListFormat, Quiet, print_json

if TYPE_CHECKING:
    from datetime import datetime

    from rights.store.records import State, Violation

app = typer.Typer(help="Violations and their lives.", no_args_is_help=True)

Numbers = Annotated[list[int], typer.Argument(metavar="N…", help="Numbers of violations.")]
By = Annotated[str | None, typer.Option("--by", help="Who says so; default: the user.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is remembered.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Until this day; default: for good.")]


@app.command("list")
def list_(
    publisher: Annotated[str | None, typer.Option("--publisher", help="Of this publisher only.")] = None,
    site: Annotated[str | None, typer.Option("--site", help="On this site only.")] = None,
    state: Annotated[str, typer.Option("--state", help="open, all, or one state such as cured.")] = "open",
    clause: Annotated[str | None, typer.Option("--clause", help="Of this clause only.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Changed on or after this day.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")] = None,
    output_format: Format = ListFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """List violations, oldest first: the open ones unless told otherwise."""
    from rights.settings import settings
    from rights.store import Wanted, open_store
    from rights.store.showing import violation_json

    wanted = Wanted(
        publishers=(publisher,) if publisher else (),
        sites=(site,) if site else (),
        states=_states(state),
        clause=clause,
        changed_since=_day(since, "--since") if since else None,
    )
    with open_store(settings()) as store:
        found = store.violations.listed(wanted, limit=limit)
    if output_format is not ListFormat.TEXT:
        print_json((violation_json(one) for one in found), output_format)
        return
    for one in found:
        print(_line(one))
    if not found and not quiet:
        typer.echo("no violations", err=True)


@app.command()
def show(
    number: Annotated[int, typer.Argument(metavar="N", help="The violation's number.")],
    bundle: Annotated[
        Path | None, typer.Option("--bundle", metavar="FILE.wacz", help="Write the proof as a web archive (WACZ).")
    ] = None,
    stamp: Annotated[
        bool, typer.Option("--stamp", help="Have the bundle time-stamped (RIGHTS_TIMESTAMP_AUTHORITY): FILE.wacz.tsr.")
    ] = False,
    screenshot: Annotated[
        bool, typer.Option("--screenshot", help="Put a picture of the page as it is now into the bundle.")
    ] = False,
    output_format: Format = ListFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """Show one violation: the finding, its evidence and remedy, and every step of its life."""
    if bundle is not None:
        from rights.cli.bundle import write_bundle

        write_bundle(number, bundle, stamped=stamp, pictured=screenshot, quiet=quiet)
        return
    if stamp or screenshot:
        raise typer.BadParameter("what goes into a bundle: name its file with --bundle FILE.wacz")
    from rights.errors import InputError
    from rights.report.text import printable, shown
    from rights.settings import settings
    from rights.store import open_store
    from rights.store.showing import violation_json, when

    with open_store(settings()) as store:
        one = store.violations.get(number)
    if one is None:
        raise InputError(f"no violation has the number {number}; see  rights violations list --state all")
    if output_format is not ListFormat.TEXT:
        print_json([violation_json(one)], output_format, one=True)
        return
    print(_line(one))
    print(f"  work    {printable(one.work_title or '')} {one.work_url or one.work}")
    print(f"  copy    {printable(one.copy_title or '')} {printable(one.copy_url)}")
    if one.finding:
        for evidence in one.finding.evidence:
            print(f"  seen    {shown(evidence)}")
        if one.finding.remedy:
            print(f"  remedy  {printable(str(one.finding.remedy))}")
    print(f"  policy  {one.policy} sha256 {one.policy_sha256}")
    print(f"  page    sha256 {one.snapshot} (check {one.last_check})")
    for event in one.events:
        note = f": {printable(event.note)}" if event.note else ""
        until = f" until {event.until:%Y-%m-%d}" if event.until else ""
        print(f"  {when(event.at)}  {event.state.value} by {event.by}{note}{until}")


@app.command()
def dismiss(numbers: Numbers, reason: Reason, until: Until = None, by: By = None, quiet: Quiet = False) -> None:
    """Set violations aside: not a violation after all; remembered on later sweeps."""
    _move(numbers, "dismissed", reason, until, by, quiet)


@app.command()
def waive(numbers: Numbers, reason: Reason, until: Until = None, by: By = None, quiet: Quiet = False) -> None:
    """Let violations pass by the publisher's leave; ``rights sites agree`` does so for a whole site."""
    _move(numbers, "waived", reason, until, by, quiet)


@app.command()
def reopen(
    numbers: Numbers,
    reason: Annotated[str | None, typer.Option("--reason", help="Why; it is remembered.")] = None,
    by: By = None,
    quiet: Quiet = False,
) -> None:
    """Take up violations that were dismissed, waived or cured."""
    _move(numbers, "reopened", reason, None, by, quiet)


@app.command()
def mark(
    state: Annotated[str, typer.Argument(help="notified or answered.")],
    numbers: Numbers,
    note: Annotated[str | None, typer.Option("--note", help="What was sent or answered.")] = None,
    by: By = None,
    quiet: Quiet = False,
) -> None:
    """Note that the republisher was notified, or has answered."""
    if state not in ("notified", "answered"):
        raise typer.BadParameter(f"{state!r}, expected notified or answered", param_hint="STATE")
    _move(numbers, state, note, None, by, quiet)


@app.command()
def notice(
    number: Annotated[int, typer.Argument(metavar="N", help="The violation's number.")],
    kind: Annotated[str, typer.Option("--kind", help="courtesy (first), second, dmca or dsa.")] = "courtesy",
    language: Annotated[str, typer.Option("--language", "--lang", help="en, de, fr or es.")] = "en",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file: .txt, .eml (opens as a draft) or .html.")
    ] = None,
    name: Annotated[str, typer.Option("--name", help="Who writes.")] = "",
    email: Annotated[str, typer.Option("--email", help="The sender's e-mail address.")] = "",
    address: Annotated[str, typer.Option("--address", help="The sender's postal address.")] = "",
    phone: Annotated[str, typer.Option("--phone", help="The sender's telephone number.")] = "",
    days: Annotated[int, typer.Option("--days", min=1, help="Days given to answer a second letter.")] = 14,
    quiet: Quiet = False,
) -> None:
    """Draft a letter about a page that still breaks the terms, looked at again now.  Nothing is sent."""
    from rights.cli.letter import write_letter

    sender = {"name": name, "email": email, "address": address, "phone": phone}
    write_letter(number, kind, sender, language=language, days=days, output=output, quiet=quiet)


def _move(numbers: list[int], state: str, note: str | None, until: str | None, by: str | None, quiet: bool) -> None:
    import getpass
    from datetime import UTC, datetime

    from rights.settings import settings
    from rights.store import open_store
    from rights.store.records import State

    end = _day(until, "--until") if until else None
    with open_store(settings()) as store:
        moved = store.violations.move(
            numbers, State(state), by=by or getpass.getuser(), at=datetime.now(UTC), note=note, until=end
        )
    if not quiet:
        typer.echo(f"{moved} {state}", err=True)


def _states(name: str) -> tuple[State, ...]:
    from rights.store.records import OPEN, State

    if name == "all":
        return ()
    if name == "open":
        return OPEN
    try:
        return (State(name),)
    except ValueError:
        known = ", ".join(("open", "all", *(state.value for state in State)))
        raise typer.BadParameter(f"{name!r}, expected one of {known}", param_hint="--state") from None


def _day(text: str, option: str) -> datetime:
    from datetime import UTC, datetime

    try:
        day = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r}, expected a day like 2026-12-31", param_hint=option) from None
    return day if day.tzinfo else day.replace(tzinfo=UTC)


def _line(one: Violation) -> str:
    from rights.report.text import printable

    message = printable(str(one.finding.message)) if one.finding else ""
    return f"{one.number:>5}  {one.state.value:<9} {one.publisher}  {one.type}  {printable(one.copy_url)}  {message}"
