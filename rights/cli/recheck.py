"""``rights recheck``: judge what is stored by today's policies."""

from __future__ import annotations

from typing import Annotated

import typer

from rights.cli.common import Quiet


def recheck(
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="ID", help="Only pages that owe this publisher something.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Judge the stored pages anew by today's policies and works, without fetching anything.

    Use it after a policy was mended or works were added: violations open and are cured as if on a sweep.
    """
    from collections import Counter

    from rights.errors import InputError
    from rights.given import Tools
    from rights.judgement import judge
    from rights.recheck import recheck as again
    from rights.settings import settings
    from rights.store import open_store
    from rights.sweep import now
    from rights.wiring import library_of, operators_of, works_of

    current = settings()
    library = library_of(current)
    if policy and library.source(policy) is None:
        raise InputError(f"--policy {policy}: no such policy, expected an id of  rights policy list")
    tools = Tools(library=library, works=works_of(current), operator=operators_of(current))
    with open_store(current) as store:
        count, changes = again(store, lambda page, known: judge(page, known, tools), now, policy)
    moved = Counter(change.state.value for change in changes)
    told = ", ".join(f"{number} {state}" for state, number in sorted(moved.items())) or "none"
    print(f"{count} pages judged again; violations: {told}")
