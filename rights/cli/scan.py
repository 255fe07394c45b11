"""``rights scan``: look through web archives for copies of known works."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rights.cli.common import COULD_NOT, OK, Quiet


class ScanEngine(StrEnum):
    """What ``--engine`` takes."""

    LOCAL = "local"
    SPARK = "spark"


def scan(
    archives: Annotated[
        list[str], typer.Argument(metavar="ARCHIVE…", help="WARC or WET files, .gz too, or s3://bucket/path.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the candidates here, one JSON object a line.")
    ] = None,
    engine: Annotated[
        ScanEngine, typer.Option("--engine", help="The cores of this machine, or Spark (an extra).")
    ] = ScanEngine.LOCAL,
    master: Annotated[str, typer.Option("--master", help="Spark's master.")] = "local[*]",
    processes: Annotated[int, typer.Option("--processes", min=0, help="0: one for each core.")] = 0,
    quiet: Quiet = False,
) -> int:
    """Look through web archives for copies; ``rights discover scan FILE`` then takes the candidates as leads.

    What is done of a scan is kept until it ends; the same command takes a stopped one up.
    """
    import hashlib
    import os
    import shutil
    import sys

    from rights.cli.progress import Rate
    from rights.known import look
    from rights.scan.engines import run_local, run_spark
    from rights.scan.parts import Counts, joined, left
    from rights.scan.screening import Wanted
    from rights.scan.splits import splits
    from rights.settings import settings

    current = settings()
    known = look(current)
    if known is None:
        typer.echo("rights: no works are known yet; add some with  rights works import FILE.jsonl", err=True)
        return COULD_NOT
    known.close()
    name = hashlib.sha256("\n".join([str(output), *archives]).encode()).hexdigest()[:16]
    parts = output.with_name(output.name + ".parts") if output else current.home / "scans" / name
    every = splits(archives)
    parts.mkdir(parents=True, exist_ok=True)
    wanted = Wanted.of(current.index, memory=current.index_memory << 20, min_words=current.min_words)
    waiting = left(every, parts, wanted.revision)
    with Rate("records", quiet=quiet) as rate:

        def told(counts: Counts) -> None:
            rate(counts.records)

        if waiting:
            if engine is ScanEngine.SPARK:
                run_spark(waiting, wanted, parts, master=master, told=told)
            else:
                run_local(waiting, wanted, parts, processes=processes or os.cpu_count() or 1, told=told)
    counts, lines = joined(every, parts)
    if output:
        half = output.with_name(f".{output.name}.half")
        with half.open("w", encoding="utf-8") as file:
            file.writelines(lines)
        half.replace(output)
    else:
        sys.stdout.writelines(lines)
    shutil.rmtree(parts)
    if not quiet:
        typer.echo(
            f"{counts.records} records, {counts.others} of them no pages, {counts.broken} broken, "
            f"{counts.passed} looked at whole, {counts.found} candidates",
            err=True,
        )
    return OK
