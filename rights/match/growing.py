"""How the index grows: works added, removed, put into segments, segments merged; one writer at a time.

Every step is one transaction of the catalogue.  A segment file is written and synced before the transaction that names
it; a file that no catalogue names is left over from a killed process and swept away by the next writer.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import groupby, islice, takewhile
from pathlib import Path
from typing import Protocol

import numpy as np

from rights.errors import IndexFormatError
from rights.match import fingerprint, words
from rights.match.fingerprint import Ints, Scheme, hash_words, scheme_for, winnow
from rights.match.index import MEMORY, Index, make_current, start_generation, sync_folder
from rights.match.rows import digest
from rights.match.sealing import directory_bits, in_order, merged, write
from rights.match.segments import MEND, Head, Segment, stored
from rights.model import Work

#: Works whose fingerprints the catalogue keeps before they become a segment.
FRESH = 2_000
#: Works taken in one transaction; each such batch makes one segment.  Numbers within one must fit into 16 bits.
BATCH = 20_000
#: Works fingerprinted in one go: enough for numpy, small enough for the processor's cache.
_GO = 128
#: Postings that adding a few works may cause to be merged: a fraction of a second.
SMALL_MERGE = 4_000_000
MANY_SEGMENTS = 16

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What came of works that were to be added."""

    new: int = 0
    changed: int = 0
    same: int = 0


class Works(Protocol):
    """The database of works, as far as the index must know it: `rights.store` has it."""

    def revision(self) -> int: ...
    def texts(self, since: int = 0) -> Iterable[Work]: ...
    def removed(self, since: int = 0) -> Sequence[str]: ...


def add(index: Index, works: Iterable[Work], progress: Progress | None = None) -> Added:
    """Add works, or replace those with the same ids; when it returns they are on disk."""
    total, merges = Added(), SMALL_MERGE
    source = iter(works)
    while batch := _batch(source, index.memory // 16):
        with index.writing():
            _sweep(index)
            added = _add(index, batch)
        total = Added(total.new + added.new, total.changed + added.changed, total.same + added.same)
        count = len(batch)
        batch.clear()  # before the next batch is read and segments are merged
        if count >= FRESH:
            merges += 4 * 110 * count
        if progress is not None:
            progress(count)
        if len(index.segments()) > 2 * MANY_SEGMENTS:
            tidy(index, merges)
    tidy(index, merges)
    return total


def _batch(source: Iterable[Work], most: int) -> list[Work]:
    """The next works: at most `BATCH`, and no more of them when their texts pass so many characters."""
    batch: list[Work] = []
    chars = 0
    for work in islice(source, BATCH):
        batch.append(work)
        chars += len(work.text)
        if chars > most:
            break
    return batch


def _add(index: Index, batch: Sequence[Work]) -> Added:
    catalogue = index.catalogue
    last = {work.id: work for work in batch}
    known = catalogue.docs("id", last)
    fresh = [work for work in last.values() if work.id not in known or known[work.id][1] != digest(work)]
    replaced = [known[work.id][0] for work in fresh if work.id in known]
    catalogue.delete(replaced)
    count, first = catalogue.meta("works"), catalogue.meta("next")
    scheme = scheme_for(count)
    docs = range(first, first + len(fresh))
    hashes, owners = _fingerprints([work.text for work in fresh], scheme)
    if len(fresh) >= FRESH:
        index.reload()  # without what was just replaced
        while _flush(index, 1):  # numbers of works rise from segment to segment
            index.reload()
        catalogue.insert(docs, fresh, scheme.k, None)
        span = first, first + len(fresh) - 1
        new = _write(index, scheme, span, len(hashes), [in_order(hashes, owners, first)])
        catalogue.set_segments((), new, span)
    elif fresh:
        order = np.lexsort((hashes, owners))
        cuts = np.searchsorted(owners[order], np.arange(1, len(fresh)))
        catalogue.insert(docs, fresh, scheme.k, [np.unique(part) for part in np.split(stored(hashes[order]), cuts)])
    catalogue.set_meta("next", first + len(fresh))
    catalogue.set_meta("works", count + len(fresh) - len(replaced))
    return Added(len(fresh) - len(replaced), len(replaced), len(batch) - len(fresh))


def _fingerprints(texts: Sequence[str], scheme: Scheme) -> tuple[fingerprint.U64, Ints]:
    hashes, owners = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    for start in range(0, len(texts), _GO):
        found, place = winnow(*hash_words(texts[start : start + _GO]), scheme)
        hashes.append(found)
        owners.append(place + start)
    return np.concatenate(hashes), np.concatenate(owners)


def remove(index: Index, refs: Sequence[str]) -> int:
    """Take works out by their ids; gives how many were there."""
    with index.writing():
        docs = [doc for doc, _ in index.catalogue.docs("id", refs).values()]
        index.catalogue.delete(docs)
        index.catalogue.set_meta("works", index.catalogue.meta("works") - len(docs))
    return len(docs)


# --- segments ---------------------------------------------------------------------------------------------------


def _write(
    index: Index,
    scheme: Scheme,
    span: tuple[int, int],
    postings: int,
    pieces: Iterable[tuple[fingerprint.U64, fingerprint.U64]],
) -> tuple[str, Head]:
    number = index.catalogue.meta("next_segment")
    index.catalogue.set_meta("next_segment", number + 1)
    name = f"{number:08d}.segment"
    head = Head(
        k=scheme.k, w=scheme.w, words=words.VERSION, hashes=fingerprint.VERSION,
        first=span[0], last=span[1], works=0, postings=0, bits=directory_bits(postings), size=0,
    )  # fmt: skip
    head = write(index.place / name, head, pieces)
    sync_folder(index.place)
    return name, head


def tidy(index: Index, postings: int = 1 << 62) -> None:
    """Put the newest works into a segment and merge segments, as far as ``postings`` many need be rewritten."""
    while True:
        with index.writing():
            index.reload()
            if not (_flush(index, FRESH) or _merge(index, postings)):
                return


def _flush(index: Index, least: int) -> bool:
    fresh = index.state.fresh
    if len(fresh) < least:
        return False
    k = fresh[0].k
    scheme = Scheme(k, scheme_for(0).w)
    rows = list(takewhile(lambda row: row.k == k, fresh))
    docs = np.repeat(np.array([row.doc for row in rows], np.uint64), [len(row.marks) for row in rows])
    keys = np.concatenate([row.marks for row in rows])
    order = np.lexsort((docs, keys))
    span = rows[0].doc, rows[-1].doc
    new = _write(index, scheme, span, len(keys), [(keys[order], docs[order])])
    index.catalogue.set_segments((), new, span)
    return True


def _merge(index: Index, postings: int) -> bool:
    """Merge the longest row of newest segments that may be rewritten; all of them where they have become too many."""
    segments = index.segments()
    if len(segments) > MANY_SEGMENTS:
        postings = 1 << 62
    for _, run in groupby(reversed(segments), key=lambda one: one.head.k):
        row: list[Segment] = []
        size = 0
        for one in run:
            size += one.head.postings
            if size > min(postings, 0xFFFFFFF0):
                break
            row.insert(0, one)
        if len(row) < 2:
            continue
        span = row[0].head.first, row[-1].head.last
        dead = index.state.dead
        dead = dead[(dead >= span[0]) & (dead <= span[1])]
        scheme = Scheme(row[0].head.k, row[0].head.w)
        size = sum(one.head.postings for one in row)
        new = _write(index, scheme, span, size, merged(row, dead, index.memory // 16))
        index.catalogue.set_segments([one.path.name for one in row], new, span)
        return True
    return False


def _sweep(index: Index) -> None:
    """Delete the files of segments that are no longer, or never were, listed; the caller is the only writer."""
    index.reload()
    listed = {name for name, _ in index.state.segments}
    for path in (*index.place.glob("*.segment"), *index.place.glob("*.sieve")):
        if path.with_suffix(".segment").name not in listed:
            with suppress(OSError):  # still mapped by a reader, on systems that mind
                path.unlink()


# --- in step with the database of works ---------------------------------------------------------------------------


def keep_in_step(index: Index, works: Works, progress: Progress | None = None) -> Added:
    """Take in what changed in the database of works since the index last looked."""
    now, seen = works.revision(), index.revision
    if now == seen:
        return Added()
    if now < seen:
        raise IndexFormatError(f"{index.folder}: it knows more changes than the database of works has; {MEND}")
    added = add(index, works.texts(seen), progress)
    remove(index, works.removed(seen))
    with index.writing():
        index.catalogue.set_meta("revision", now)
    return added


def rebuild(folder: Path, works: Works, *, memory: int = MEMORY, progress: Progress | None = None) -> Added:
    """Build the index anew from the database of works, beside the old one whatever state that is in.

    The new one counts from the moment it is complete; a process killed before that leaves the old one as it was.
    """
    with ExitStack() as stack:
        with suppress(IndexFormatError, FileNotFoundError):
            stack.enter_context(stack.enter_context(Index(folder, memory=memory)).writing())
        old = sorted(path.name for path in folder.glob("g[0-9]*"))
        name = f"g{int(old[-1][1:]) + 1 if old else 1:06d}"
        start_generation(folder, name)
        with Index(folder, memory=memory, generation=name) as index:
            added = keep_in_step(index, works, progress)
        make_current(folder, name)
    for gone in old:
        shutil.rmtree(folder / gone, ignore_errors=True)
    return added
