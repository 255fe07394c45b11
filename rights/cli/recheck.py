"""``rights recheck``: judge what is stored by today's policies."""

from __future__ import annotations

from typing import Annotated

import typer

from rights.cli.common import Quiet


def recheck(
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="ID", help="Only pages that owe this publisher something.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before recording.")] = False,
    quiet: Quiet = False,
) -> None:
    """Judge the stored pages anew by today's policies and works, without fetching anything.

    A copy that is spread over several pages is judged with all of them, as the crawler saw it.

    What would change is shown first.  Then violations open and are cured as if on a sweep: on a terminal after you agree,
    elsewhere at once.  Use it after a policy was mended or works were added.
    """
    import sys
    from collections import Counter

    from rights.errors import InputError
    from rights.given import Tools
    from rights.judgement import Asked, Judgement, judge
    from rights.model import Page
    from rights.recheck import recheck as again
    from rights.settings import settings
    from rights.store import open_store
    from rights.sweep import now
    from rights.wiring import Originals, library_of, operators_of, works_of

    current = settings()
    library = library_of(current)
    if policy and library.source(policy) is None:
        raise InputError(f"--policy {policy}: no such policy, expected an id of  rights policy list")
    judged: dict[object, Judgement] = {}
    parts: set[str] = set()

    with open_store(current) as store:
        tools = Tools(
            library=library, works=works_of(current), original=Originals(current, store), operator=operators_of(current)
        )

        def once(page: Page, known: Asked) -> Judgement:
            beside = [(address, one and one.sha256) for address, one in (known.further or {}).items()]
            key = (page.sha256, page.final_url or page.url, *beside)
            if key not in judged:
                judged[key] = judge(page, known, tools)
            return judged[key]

        count, changes = again(
            store, once, now, policy, preview=True, passed_over=lambda page: parts.add(page.final_url or page.url or "")
        )
        if parts:
            told = f"{len(parts)} passed over: they are the first of several pages, and the others are not on file"
            print(f"{told}; the next sweep judges them", file=sys.stderr)
        for change in changes:
            was = f" (was {change.before.value})" if change.before else ""
            typer.echo(f"{change.state.value:<9} {change.publisher}/{change.clause}  {change.copy_url}{was}")
        moved = Counter(change.state.value for change in changes)
        told = ", ".join(f"{number} {state}" for state, number in sorted(moved.items())) or "none"
        if dry_run:
            print(f"{count} pages judged again; violations that would change: {told}")
            return
        if changes and not yes and sys.stdin.isatty() and not typer.confirm("Record this?", err=True):
            print("nothing was recorded")
            return
        again(store, once, now, policy)
    print(f"{count} pages judged again; violations: {told}")
