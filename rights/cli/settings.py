"""``rights settings``: every setting with its source, and who may sign in at ``rights serve``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import Format, ListFormat, Quiet, print_json

if TYPE_CHECKING:
    from datetime import datetime

app = typer.Typer(help="Print every setting, its value and where the value came from.", invoke_without_command=True)
account = typer.Typer(help="Who may sign in at rights serve.", no_args_is_help=True)
token = typer.Typer(help="Keys to the API of rights serve.", no_args_is_help=True)
app.add_typer(account, name="account")
app.add_typer(token, name="token")

Name = Annotated[str, typer.Argument(metavar="NAME", help="The account's name.")]


@app.callback()
def settings(context: typer.Context, output_format: Format = ListFormat.TEXT, quiet: Quiet = False) -> None:
    """Print every setting, its value and where the value came from."""
    if context.invoked_subcommand is not None:
        return
    from rights import settings as source

    listed = source.listed(source.settings())
    if output_format is not ListFormat.TEXT:
        print_json([{s.variable: {"value": s.value, "source": s.source} for s in listed}], output_format, one=True)
        return
    width = max(len(setting.variable) for setting in listed)
    for setting in listed:
        print(f"{setting.variable:<{width}}  {setting.value or '-'}  ({setting.source})")
        if not quiet:
            print(f"{'':<{width}}  {setting.description}")


@account.command("add")
def add(
    name: Name,
    role: Annotated[str, typer.Option("--role", help="reader, editor or admin.")] = "reader",
    publisher: Annotated[
        list[str] | None, typer.Option("--publisher", metavar="ID", help="Sees only this publisher's; repeatable.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Make an account; its password is asked for, or read from the first line of standard input."""
    from datetime import UTC, datetime

    from rights.settings import settings as current
    from rights.store import open_store
    from rights.store.accounts import Account, Role

    try:
        given = Role(role)
    except ValueError:
        raise typer.BadParameter(f"{role!r}, expected reader, editor or admin", param_hint="--role") from None
    new = Account(name=name, role=given, publishers=tuple(publisher or ()), password=_password())
    with open_store(current()) as store:
        store.accounts.add(new, datetime.now(UTC))
    if not quiet:
        typer.echo(f"{name} may sign in as {given.value}", err=True)


@account.command("list")
def list_(output_format: Format = ListFormat.TEXT, quiet: Quiet = False) -> None:
    """List accounts."""
    from rights.settings import settings as current
    from rights.store import open_store
    from rights.store.showing import account_json

    with open_store(current()) as store:
        found = store.accounts.listed()
    if output_format is not ListFormat.TEXT:
        print_json((account_json(one) for one in found), output_format)
        return
    for one in found:
        ended = "  disabled" if one.disabled_at else ""
        print(f"{one.name}  {one.role.value}  {', '.join(one.publishers) or 'all publishers'}{ended}")


@account.command("password")
def password(name: Name, quiet: Quiet = False) -> None:
    """Give an account a new password; its sessions end."""
    _change(name, password=_password())


@account.command("disable")
def disable(name: Name, quiet: Quiet = False) -> None:
    """Let an account sign in no more; its sessions and tokens end."""
    from datetime import UTC, datetime

    _change(name, disabled_at=datetime.now(UTC))


@account.command("enable")
def enable(name: Name, quiet: Quiet = False) -> None:
    """Let an account sign in again."""
    _change(name, disabled_at=None)


@token.command("add")
def add_token(
    name: Name,
    label: Annotated[str, typer.Option("--label", help="What it is for.")] = "command line",
    scope: Annotated[list[str] | None, typer.Option("--scope", help="read or write; repeatable.")] = None,
    days: Annotated[int, typer.Option("--days", min=1, max=3650, help="Days until it ends.")] = 90,
    quiet: Quiet = False,
) -> None:
    """Make a key to the API for an account, and print it: it is shown this once."""
    from datetime import UTC, datetime, timedelta

    from rights.errors import InputError
    from rights.settings import settings as current
    from rights.store import open_store
    from rights.web.tokens import made, scopes_of

    now = datetime.now(UTC)
    scopes = scopes_of(scope or ["read"])
    with open_store(current()) as store:
        of = store.accounts.named(name)
        if of is None:
            raise InputError(f"there is no account {name}; see  rights settings account list")
        secret = made(store.accounts, of, label, scopes, now, now + timedelta(days=days))
    print(secret)


@token.command("list")
def list_tokens(quiet: Quiet = False) -> None:
    """List keys to the API, newest first."""
    from rights.settings import settings as current
    from rights.store import open_store

    with open_store(current()) as store:
        for one in store.accounts.tokens():
            ends = "revoked" if one.revoked_at else f"until {_day(one.until)}"
            print(
                f"{one.number:>4}  {one.account}  {one.name}  {'+'.join(one.scopes)}  {ends}  used {_day(one.used_at)}"
            )


@token.command("revoke")
def revoke_token(number: Annotated[int, typer.Argument(metavar="N")], quiet: Quiet = False) -> None:
    """End a key to the API at once."""
    from datetime import UTC, datetime

    from rights.errors import InputError
    from rights.settings import settings as current
    from rights.store import open_store

    with open_store(current()) as store:
        if not store.accounts.revoke_token(number, datetime.now(UTC)):
            raise InputError(f"no key has the number {number}; see  rights settings token list")


def _change(name: str, **values: object) -> None:
    from rights.settings import settings as current
    from rights.store import open_store

    with open_store(current()) as store:
        store.accounts.change(name, **values)


def _password() -> str:
    """The argon2 hash of a password that is typed twice, or stands on the first line of standard input."""
    from importlib.util import find_spec

    from rights.errors import MissingExtra

    if find_spec("argon2") is None:
        raise MissingExtra("an account", "web")
    from rights.web.passwords import hashed

    if sys.stdin.isatty():
        return hashed(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return hashed(sys.stdin.readline().rstrip("\r\n"))


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "never"
