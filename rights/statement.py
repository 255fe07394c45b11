"""What a site owner declares: facts and permissions, from ``--declare`` or a statement file.

A statement answers ``needs-statement``; a contradiction with what a page shows is reported, never hidden.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic import Field, ValidationError, model_validator

from rights.errors import StatementError
from rights.model import Permission, Republisher
from rights.patterns import late
from rights.publisher import Written

FILE = "rights.toml"

_FACT = late(r"[a-z][a-z0-9_.-]*")


def declared(pairs: Sequence[str]) -> dict[str, str]:
    """The facts of ``--declare K=V``; raises `StatementError` for anything else."""
    facts: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        name = name.strip().lower()
        if not equals or not _FACT.fullmatch(name) or not value.strip():
            raise StatementError(f"--declare {pair!r}: expected FACT=VALUE, such as kind=nonprofit")
        if facts.get(name, value.strip()) != value.strip():
            raise StatementError(f"--declare {name}: declared twice with different values")
        facts[name] = value.strip()
    return facts


class PermissionGiven(Written):
    """A permission that the site holds: from whom, for what, from when until when."""

    publisher: str
    clauses: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    reference: str = Field(min_length=1, max_length=400)

    @model_validator(mode="after")
    def _in_order(self) -> PermissionGiven:
        if self.since and self.until and self.since > self.until:
            raise ValueError("since is later than until")
        return self


class Site(Written):
    """Who republishes: ``kind`` as the policies name it, country, and further facts that questions ask for."""

    domain: str | None = None
    kind: str | None = None
    country: str | None = None
    facts: dict[str, str | bool | int] = Field(default_factory=dict)


class Statement(Written):
    """A ``rights.toml``: what a site owner says of the site, and the permissions it holds."""

    site: Site = Site()
    permission: tuple[PermissionGiven, ...] = ()

    def republisher(self, source: str) -> Republisher:
        """The statement as the clauses read it; ``source`` names the file."""
        facts = {name: _plain(value) for name, value in self.site.facts.items()}
        facts |= {name: value for name, value in (("kind", self.site.kind), ("country", self.site.country)) if value}
        permissions = tuple(
            Permission(
                publisher=given.publisher,
                clauses=given.clauses,
                works=given.works,
                since=given.since.isoformat() if given.since else None,
                until=given.until.isoformat() if given.until else None,
                reference=given.reference,
            )
            for given in self.permission
        )
        return Republisher(site=self.site.domain, facts=facts, permissions=permissions, source=source)


def _plain(value: str | bool | int) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def parse_statement(text: str, source: str) -> Statement:
    """Read a statement file.

    Raises `StatementError` whose text has a line ``source: path: what, expected what`` for each problem.
    """
    try:
        return Statement.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as wrong:
        raise StatementError(f"{source}: not TOML: {wrong}") from None
    except RecursionError:
        raise StatementError(f"{source}: nested too deeply, expected [site] and [[permission]] tables") from None
    except ValidationError as wrong:
        lines = [
            f"{source}: {'.'.join(str(part) for part in error['loc']) or 'file'}: {error['msg']}, got "
            f"{str(error['input'])[:60]!r}"
            for error in wrong.errors(include_url=False)
        ]
        raise StatementError("\n".join(lines)) from None


def find_statement(target: Path) -> Path | None:
    """The nearest ``rights.toml`` beside a target or in a folder above it."""
    start = target if target.is_dir() else target.parent
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE).is_file():
            return folder / FILE
    return None
