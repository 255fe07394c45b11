"""``rights notify``: who is told of changes, by mail, webhook or another service; nobody is unless asked for here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rights.cli.common import COULD_NOT, OK, Format, ListFormat, Quiet, print_json

if TYPE_CHECKING:
    from rights.store.records import State
    from rights.store.subscriptions import Subscription

app = typer.Typer(help="Who is told of changes, and how.", no_args_is_help=True)


@app.command()
def add(
    mail: Annotated[str | None, typer.Option("--mail", metavar="ADDRESS", help="Tell by mail.")] = None,
    webhook: Annotated[str | None, typer.Option("--webhook", metavar="URL", help="Tell by a signed POST.")] = None,
    service: Annotated[
        str | None, typer.Option("--service", metavar="URL", help="Tell by a service that Apprise knows, slack://…")
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Of this publisher only.")] = None,
    cadence: Annotated[str, typer.Option("--when", help="at-once (after each sweep), daily or weekly.")] = "at-once",
    states: Annotated[
        str, typer.Option("--on", help="Steps to tell of, by comma, or all.")
    ] = "opened,reopened,answered,cured",
    clauses: Annotated[list[str] | None, typer.Option("--clause", help="Of this clause only; repeatable.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who wants it; default: the user.")] = None,
    quiet: Quiet = False,
) -> None:
    """Tell somebody of what changes from now on."""
    import getpass
    from datetime import UTC, datetime

    from rights.errors import InputError
    from rights.notify import mail as mails
    from rights.notify import service as services
    from rights.notify import webhook as webhooks
    from rights.settings import settings
    from rights.store import open_store
    from rights.store.subscriptions import Cadence, Subscription
    from rights.wiring import library_of

    named = {"mail": mail, "webhook": webhook, "service": service}
    chosen = [(channel, target) for channel, target in named.items() if target]
    if len(chosen) != 1:
        raise typer.BadParameter("one of --mail, --webhook and --service")
    (channel, target) = chosen[0]
    check = {"mail": mails.check_address, "webhook": webhooks.check_target, "service": services.check_target}
    if cadence not in tuple(Cadence):
        raise typer.BadParameter(f"{cadence!r}, expected one of {', '.join(Cadence)}", param_hint="--when")
    current = settings()
    if publisher and library_of(current).source(publisher) is None:
        raise InputError(f"{publisher}: no such publisher, expected an id of  rights policy list")
    wish = Subscription(
        channel=channel, target=check[channel](target), publisher=publisher, cadence=Cadence(cadence),
        states=_states(states), clauses=tuple(clauses or ()), by=by or getpass.getuser(),
        secret=webhooks.new_secret() if channel == "webhook" else None,
    )  # fmt: skip
    with open_store(current) as store:
        number = store.subscriptions.add(wish, datetime.now(UTC))
    if wish.secret:
        print(wish.secret)
    if not quiet:
        shown = " the receiver verifies by the secret above, which is not shown again;" if wish.secret else ""
        typer.echo(f"subscription {number};{shown} try it with  rights notify test {number}", err=True)


@app.command("list")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="Ended ones too.")] = False,
    output_format: Format = ListFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """List who is told what."""
    from rights.settings import settings
    from rights.store import open_store

    with open_store(settings()) as store:
        found = store.subscriptions.listed(ended=everything)
    if output_format is not ListFormat.TEXT:
        print_json((_object(one) for one in found), output_format)
        return
    for one in found:
        told = _object(one)
        what = ", ".join(told["states"]) or "every step"
        clauses = f" of {', '.join(one.clauses)}" if one.clauses else ""
        ended = "  ended" if one.ended_at else ""
        print(
            f"{one.number:>4}  {one.channel} {told['target']}  {one.cadence.value}  {one.publisher or 'all publishers'}: "
            f"{what}{clauses}{ended}"
        )
    if not found and not quiet:
        typer.echo("nobody is told anything; see  rights notify add --help", err=True)


@app.command()
def remove(number: Annotated[int, typer.Argument(metavar="N", help="The subscription.")], quiet: Quiet = False) -> None:
    """Tell this one nothing more."""
    from datetime import UTC, datetime

    from rights.settings import settings
    from rights.store import open_store

    with open_store(settings()) as store:
        store.subscriptions.end(number, datetime.now(UTC))


@app.command()
def send(quiet: Quiet = False) -> int:
    """Send what waits and whose time has come, as every sweep does at its end."""
    from rights.notify.tell import tell
    from rights.settings import settings
    from rights.store import open_store
    from rights.sweep import now
    from rights.wiring import fetcher_of

    current = settings()
    with open_store(current) as store, fetcher_of(current, store=store) as fetcher:
        told = tell(current, store, fetcher, now)
    print(f"{told.sent} sent, {told.later} to be tried again, {told.given_up} given up")
    return COULD_NOT if told.later or told.given_up else OK


@app.command("test")
def try_(number: Annotated[int, typer.Argument(metavar="N", help="The subscription.")], quiet: Quiet = False) -> None:
    """Send a message that says only that this works."""
    from rights.errors import InputError
    from rights.notify.notice import SCHEMA, Notice
    from rights.notify.tell import send as send_one
    from rights.settings import settings
    from rights.store import open_store
    from rights.sweep import now
    from rights.wiring import fetcher_of

    current = settings()
    with open_store(current) as store, fetcher_of(current, store=store) as fetcher:
        wish = next((one for one in store.subscriptions.listed() if one.number == number), None)
        if wish is None:
            raise InputError(f"no subscription in force has the number {number}; see  rights notify list")
        data: dict[str, Any] = {"schema": SCHEMA, "subscription": number, "counts": {}, "changes": []}
        notice = Notice(id=f"rights-{number}-test", subject="rights: a test", text="This works.\n", data=data)
        send_one(wish, notice, current, fetcher, now())
    if not quiet:
        typer.echo("sent", err=True)


def _states(names: str) -> tuple[State, ...]:
    from rights.store.records import State

    if names.strip() == "all":
        return ()
    try:
        return tuple(State(name.strip()) for name in names.split(","))
    except ValueError:
        known = ", ".join(State)
        raise typer.BadParameter(f"{names!r}, expected all, or of {known}", param_hint="--on") from None


def _object(one: Subscription) -> dict[str, Any]:
    """A subscription without what opens doors: secrets, and the tokens in a service's address."""
    from rights.notify.service import hidden
    from rights.store.showing import when

    return {
        "number": one.number,
        "channel": one.channel,
        "target": hidden(one.target) if one.channel == "service" else one.target,
        "publisher": one.publisher,
        "when": one.cadence.value,
        "states": [state.value for state in one.states],
        "clauses": list(one.clauses),
        "by": one.by,
        "at": when(one.at),
        "last_at": when(one.last_at),
        "ended_at": when(one.ended_at),
    }
