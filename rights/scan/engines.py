"""Who scans the splits: processes of this machine, or executors of Spark."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path

from rights.errors import InputError, MissingExtra
from rights.offspring import end_with_parent
from rights.scan.parts import Counts, counts_of, scan_split
from rights.scan.screening import Screen, Wanted
from rights.scan.splits import Split

Told = Callable[[Counts], None]


def run_local(waiting: Sequence[Split], wanted: Wanted, folder: Path, *, processes: int, told: Told) -> None:
    """Scan on this machine, ``processes`` splits at a time; ``told`` hears the counts of each that is done."""
    one = partial(_scan, wanted=wanted, folder=folder)
    if processes == 1:
        for split in waiting:
            told(one(split))
        return
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=end_with_parent)
    try:
        for done in as_completed([pool.submit(one, split) for split in waiting]):
            told(done.result())
    except BrokenProcessPool as wrong:
        raise InputError(
            "a process of the scan was ended from without, perhaps for want of memory: the same command takes the scan up, "
            "with --processes 1 it needs least"
        ) from wrong
    finally:  # done, or stopped: what is under way is left, and leaves no part
        for process in list((pool._processes or {}).values()):
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def run_spark(
    waiting: Sequence[Split],
    wanted: Wanted,
    folder: Path,
    *,
    master: str,
    told: Told,
    started: Callable[[], object] = lambda: None,
) -> None:
    """Scan on a Spark cluster whose executors see the archives, the index and the output's folder at the same paths.

    The index is what every executor maps from its file system (its page cache is the broadcast); the splits are the
    partitions, and Spark repeats one that fails.  ``started`` hears that Spark is up.  Raises `MissingExtra` without
    Spark, `InputError` without Java, where Spark does not start or where it gives a split up.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark import SparkConf, SparkContext
        from pyspark.errors import PySparkException
    except ImportError:
        raise MissingExtra("scanning with Spark", "spark") from None
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise InputError("Spark needs Java, and none is installed: install Java 17, or use  --engine local")
    conf = SparkConf().setAppName("rights scan").setMaster(master).set("spark.ui.enabled", "false")
    conf.set("spark.ui.showConsoleProgress", "false").set("spark.log.level", "ERROR")
    if master.startswith("local"):  # executors of this machine run what we run, and nobody else need reach them
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1")
    try:
        context = SparkContext.getOrCreate(conf)
    except (Py4JError, PySparkException) as wrong:
        raise InputError(
            f"Spark does not start: {_cause(wrong)} (Java 17 by JAVA_HOME or PATH, and --master local[*] or spark://host:7077?)"
        ) from wrong
    try:
        one = partial(_scan, wanted=wanted, folder=folder)
        work = context.parallelize(list(waiting), max(1, len(waiting))).map(one)
        started()
        # Spark's own iterator over results has two partitions under way at most: so all are asked for at once, and what
        # is done is told by the parts that appear.
        with ThreadPoolExecutor(1) as asking:
            scan, left = asking.submit(work.count), list(waiting)
            while left and not scan.done():
                wait([scan], timeout=1.0)
                left = _tell(left, folder, told)
            scan.result()
            _tell(left, folder, told)
    except (Py4JError, PySparkException) as wrong:
        raise InputError(f"Spark gave the scan up, the same command takes it up again: {_cause(wrong)}") from wrong
    finally:
        context.stop()


def _cause(wrong: Exception) -> str:
    """What an error of Spark's comes from, in one line: of ours the message, without the stacks of two languages."""
    told = str(wrong)
    ours = re.findall(r"^(?:rights\.errors\.\w+|\w*Error): (.+)$", told, re.MULTILINE)
    return str(ours[0] if ours else told.strip().partition("\n")[0])[:300]


def _tell(waiting: Sequence[Split], folder: Path, told: Told) -> list[Split]:
    """Tell of the splits that have a part; gives the others."""
    left = []
    for split in waiting:
        counts = counts_of(split, folder)
        if counts is None:
            left.append(split)
        else:
            told(counts)
    return left


@lru_cache(1)
def _screen(wanted: Wanted) -> Screen:
    return Screen(wanted)


def _scan(split: Split, *, wanted: Wanted, folder: Path) -> Counts:
    """One split in a process that keeps its view of the works for the next."""
    return scan_split(split, _screen(wanted), folder)
