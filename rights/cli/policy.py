"""``rights policy``: list, show, validate and write the policies."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import FOUND, OK, Quiet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rights.policy import Source

app = typer.Typer(
    help="The publishers' terms, encoded: list, show, validate, draft, export, new.", no_args_is_help=True
)


class DraftFormat(StrEnum):
    """What ``policy draft --format`` takes."""

    YAML = "yaml"
    JSON = "json"


class ExportFormat(StrEnum):
    """What ``policy export --format`` takes."""

    ODRL = "odrl"
    RSL = "rsl"


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_(as_json: AsJson = False, quiet: Quiet = False) -> None:
    """List every policy file at hand: publisher, how its terms are known, number of clauses."""
    import json

    from rights.library import Library
    from rights.settings import settings

    rows = []
    for source in Library.load(settings().policies).sources():
        content = source.content
        rows.append(
            {
                "id": source.publisher.id,
                "name": source.publisher.name,
                "evidence": content.terms.evidence.value,
                "checked_on": content.terms.checked_on.isoformat() if content.terms.checked_on else None,
                "policies": len(content.policies),
                "clauses": sum(len(policy.clauses) for policy in content.policies),
                "file": source.file,
            }
        )
    if as_json:
        typer.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    width = max((len(str(row["id"])) for row in rows), default=0)
    for row in rows:
        typer.echo(
            f"{row['id']!s:<{width}}  {row['name']}  ({row['evidence']}, {row['clauses']} clauses"
            + (f" in {row['policies']} policies)" if row["policies"] != 1 else ")")
        )
    if not quiet:
        typer.echo(f"{len(rows)} publishers; rights policy show ID prints one", err=True)


@app.command()
def show(
    policy: Annotated[str, typer.Argument(metavar="ID|FILE", help="A publisher's id, or a policy file.")],
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Print one policy as a person would want to read it."""
    import json

    from rights.report.policy import as_text

    source = _source(policy)
    if as_json:
        data = source.content.model_dump(mode="json", exclude_defaults=True)
        typer.echo(json.dumps({**data, "file": source.file, "sha256": source.sha256}, indent=1, ensure_ascii=False))
    else:
        typer.echo(as_text(source, doubts=_doubts(source)))


def _doubts(source: Source) -> list[str]:
    """What the crawler last found of the terms, where there is a database."""
    from rights.settings import settings

    current = settings()
    if not current.has_works:
        return []
    from rights.errors import StoreError
    from rights.store import open_store

    try:
        with open_store(current) as store:
            found = store.terms.last_read(source.publisher.id, source.sha256)
    except StoreError:  # an older database: what the file says can be read all the same
        return []
    if found is None:
        return []
    day = found.at.date().isoformat()
    if not found.lost:
        return [f"terms read again on {day}: all {found.anchors} anchors stand there still"]
    told = [f"in doubt: {anchor.clause} ({anchor.policy}), no more “{anchor.words}”" for anchor in found.lost]
    return [f"terms read again on {day}: {len(found.lost)} of {found.anchors} anchors are gone", *told]


@app.command()
def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Policy files, or folders of them.")],
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Read the terms of each file again and name the anchors that are gone.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Check policy files: exit code 0 when all are valid, 1 when one is not; each problem is one line."""
    from rights.errors import InputError, PolicyError
    from rights.policy import parse_policy

    files = [file for path in paths for file in (_policy_files(path))]
    problems: list[str] = []
    owners: dict[str, str] = {}
    sources: list[Source] = []
    for file in files:
        try:
            source = parse_policy(_text(file), str(file))
            publisher = source.publisher
            sources.append(source)
        except PolicyError as wrong:
            problems += wrong.problems
            continue
        except InputError as wrong:
            problems.append(str(wrong))
            continue
        for claim in (f"id {publisher.id}", *(f"domain {domain}" for domain in publisher.domains)):
            first = owners.setdefault(claim, str(file))
            if first != str(file):
                problems.append(
                    f"{file}:1: publisher: {claim} is {first}'s already, expected one file for each publisher"
                )
    if fetch:
        problems += _changed_terms(sources)
    for problem in problems:
        typer.echo(problem)
    if not files:
        problems.append(f"{paths[0]}: holds no policy files, expected files that end in .yaml or .jsonld")
        typer.echo(problems[0])
    if not quiet:
        typer.echo(f"{len(files)} file(s), {len(problems)} problem(s)", err=True)
    raise typer.Exit(FOUND if problems else 0)


def _changed_terms(sources: Sequence[Source]) -> list[str]:
    """A line for each anchor that its publisher's terms hold no more; what could not be read is told on stderr."""
    from datetime import UTC, datetime

    from rights.settings import settings
    from rights.terms_watch import look_at_terms
    from rights.wiring import fetcher_of

    problems = []
    with fetcher_of(settings()) as fetcher:
        for source in sources:
            if not source.content.terms.url or not source.terms_known:
                continue
            found = look_at_terms(source, fetcher.fetch, datetime.now(UTC))
            if found.error:
                typer.echo(f"{source.file}: {found.url} could not be read: {found.error}", err=True)
            for anchor in found.lost:
                where = f"{source.file}:1: {anchor.policy}.{anchor.clause}"
                problems.append(
                    f"{where}: “{anchor.words}” stands no more in {found.url}, expected the terms unchanged"
                )
    return problems


@app.command()
def new(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the file here instead of printing it.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="The publisher's name; asked for if not given.")] = None,
    domain: Annotated[list[str] | None, typer.Option("--domain", help="A host of the publisher's own pages.")] = None,
    terms: Annotated[str | None, typer.Option("--terms", help="Address of the terms, if you read them.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: take the usual answers.")] = False,
    quiet: Quiet = False,
) -> None:
    """Ask a few questions and write a first policy file."""
    from datetime import date

    from rights.errors import InputError
    from rights.first_policy import Answers, first_policy

    def ask(question: str, usual: str) -> str:
        return usual if yes else str(typer.prompt(question, default=usual, err=True))

    def confirm(question: str, usual: bool) -> bool:
        return usual if yes else typer.confirm(question, default=usual, err=True)

    if name is None and yes:
        raise InputError("rights policy new: --yes needs --name")
    name = name or str(typer.prompt("Name of the publisher", err=True))
    domains = tuple(domain or ()) or tuple(
        part.strip() for part in ask("Its hosts, separated by commas", "").split(",")
    )
    terms = terms or ask("Address of its terms (empty: not known)", "") or None
    text = first_policy(
        Answers(
            name=name,
            domains=tuple(part for part in domains if part),
            terms=terms,
            contact=ask("Address to ask for permission (empty: none)", "") or None,
            link=_link(ask("Link to the article, the home page, either or none", "article")),
            byline=confirm("Must the author be named?", True),
            edits=confirm("Are edits ruled out?", True),
            commercial=_one_of(ask("Commercial sites: free, ask or deny", "free"), ("free", "ask", "deny")),
            licence=ask("Licence (SPDX, such as CC-BY-ND-4.0; empty: none)", "") or None,
            checked_on=date.today() if terms else None,
        )
    )
    if output is None:
        typer.echo(text, nl=False)
        return
    if output.exists():
        raise InputError(f"{output}: is there already; choose another --output")
    output.write_text(text, encoding="utf-8")
    if not quiet:
        typer.echo(f"{output}: written; go on with docs/policy-format.md and rights explain", err=True)


def _link(answer: str) -> str | None:
    chosen = _one_of(answer, ("article", "home", "either", "none"))
    return None if chosen == "none" else chosen


def _one_of(answer: str, known: tuple[str, ...]) -> str:
    from rights.errors import InputError

    if answer.strip().lower() not in known:
        raise InputError(f"{answer!r}: expected one of {', '.join(known)}")
    return answer.strip().lower()


@app.command()
def draft(
    target: Annotated[str, typer.Argument(metavar="URL|FILE", help="The publisher's terms: a page, Markdown or text.")],
    url: Annotated[str | None, typer.Option("--url", help="The address that the file was saved from.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="The publisher's name.")] = None,
    output_format: Annotated[
        DraftFormat, typer.Option("--format", help="yaml, or json with the sentences.")
    ] = DraftFormat.YAML,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    quiet: Quiet = False,
) -> int:
    """Read a terms page and write a first policy: a clause for each sentence understood, and those that were not."""
    from datetime import UTC, datetime

    from rights.cli.articles import read_articles
    from rights.draft.render import policy_data, render_draft, render_json
    from rights.draft.terms import read_terms
    from rights.errors import InputError

    ((_, article, error), *more) = read_articles([target], url=url)
    if article is None or more:
        raise InputError(error or f"{target}: several pages, expected one")
    reading = read_terms(article)
    seen = (article.fetched_at or datetime.now(UTC)).date()
    data = policy_data(reading, article, checked_on=seen, publisher=publisher)
    text = (render_json if output_format is DraftFormat.JSON else render_draft)(reading, data)
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        typer.echo(text, nl=False)
    if not quiet:
        told = f"{len(reading.understood)} clauses, {len(reading.not_understood)} sentences not understood"
        typer.echo(told, err=True)
    return OK


@app.command()
def export(
    policy: Annotated[str, typer.Argument(metavar="ID|FILE", help="A publisher's id, or a policy file.")],
    output_format: Annotated[
        ExportFormat,
        typer.Option("--format", help="odrl (JSON-LD, loads again without loss) or rsl (says what is lost)."),
    ] = ExportFormat.ODRL,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    quiet: Quiet = False,
) -> int:
    """Write one policy file in a language of other programs: ODRL 2.2 or RSL 1.0."""
    import json

    from rights import rsl
    from rights.clauses import TYPES
    from rights.odrl.write import document

    source = _source(policy)
    lost: tuple[str, ...] = ()
    if output_format is ExportFormat.RSL:
        text, lost = rsl.export(source)
    else:
        data = source.content.model_dump(mode="json", exclude_unset=True, exclude_none=True)
        text = json.dumps(document(data, lambda name: TYPES[name].role), indent=1, ensure_ascii=False) + "\n"
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        typer.echo(text, nl=False)
    if not quiet:
        for line in lost:
            typer.echo(f"not in RSL: {line}", err=True)
    return OK


def _source(policy: str) -> Source:
    """The policy file that an id, a name, a host, a licence or a path means."""
    from rights.errors import InputError
    from rights.library import Library
    from rights.policy import parse_policy
    from rights.settings import settings

    path = Path(policy)
    if path.suffix in (".yaml", ".yml", ".jsonld") or path.is_file():
        return parse_policy(_text(path), str(path))
    library = Library.load(settings().policies)
    found = library.source(policy) or library.for_licence(policy)
    if found is None:
        owner = library.named(policy) or library.owner(policy if "/" in policy else f"https://{policy}/")
        found = library.source(owner.id) if owner else None
    if found is None:
        raise InputError(f"{policy}: no such publisher; rights policy list names those at hand")
    return found


def _policy_files(path: Path) -> list[Path]:
    return sorted([*path.glob("*.y*ml"), *path.glob("*.jsonld")]) if path.is_dir() else [path]


def _text(path: Path) -> str:
    from rights.errors import InputError, PolicyError

    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise PolicyError([f"{path}:1: not UTF-8, expected a YAML file in UTF-8"]) from None
    except OSError as wrong:
        raise InputError(f"{path}:1: {wrong.strerror or wrong}, expected a policy file or a folder of them") from None
