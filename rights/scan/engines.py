"""Who scans the splits: processes of this machine, or executors of Spark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from rights.errors import MissingExtra
from rights.scan.parts import Counts, scan_split
from rights.scan.screening import Screen
from rights.scan.splits import Split

Told = Callable[[Counts], None]


def run_local(
    waiting: Sequence[Split], index: Path, folder: Path, *, memory: int, min_words: int, processes: int, told: Told
) -> None:
    """Scan on this machine, ``processes`` splits at a time; ``told`` hears the counts of each that is done."""
    one = partial(_scan, index=str(index), folder=str(folder), memory=memory, min_words=min_words)
    if processes == 1:
        for split in waiting:
            told(one(split))
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(one, split) for split in waiting]):
            told(done.result())


def run_spark(
    waiting: Sequence[Split], index: Path, folder: Path, *, memory: int, min_words: int, master: str, told: Told
) -> None:
    """Scan on a Spark cluster whose executors see the archives, the index and the output's folder at the same paths.

    The index is what every executor maps from its file system (its page cache is the broadcast); the splits are the
    partitions, and Spark repeats one that fails.  Raises `MissingExtra` without Spark.
    """
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError:
        raise MissingExtra("scanning with Spark", "spark") from None
    conf = SparkConf().setAppName("rights scan").setMaster(master).set("spark.ui.enabled", "false")
    context = SparkContext.getOrCreate(conf)
    context.setLogLevel("ERROR")
    try:
        one = partial(_scan, index=str(index), folder=str(folder), memory=memory, min_words=min_words)
        work = context.parallelize(list(waiting), max(1, len(waiting))).map(one)
        for counts in work.toLocalIterator(prefetchPartitions=True):
            told(counts)
    finally:
        context.stop()


_SCREENS: dict[tuple[str, int, int], Screen] = {}


def _scan(split: Split, *, index: str, folder: str, memory: int, min_words: int) -> Counts:
    """One split in a process that keeps its view of the works for the next."""
    key = (index, memory, min_words)
    if key not in _SCREENS:
        _SCREENS[key] = Screen(Path(index), memory=memory, min_words=min_words)
    return scan_split(split, _SCREENS[key], Path(folder))
