"""Copies of other makes than `benchmarks.copies`: ``python -m benchmarks.other_copies --data FOLDER``.

Nothing in the program was chosen on these.  For each kind: how often the right work is first among so many, how much of
what was kept the alignment finds, and by how many points the share of the work is off.  Articles of the same papers that
are not in the index are the pages that copy nothing; those among them that hold half of a 25-word run of a known work are
told apart as versions of it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.alignment import figures
from benchmarks.copies import Copy, Word, sentences, words
from benchmarks.matching import grams, right
from benchmarks.pages import Chain, Page, Text, read
from rights.match.align import align
from rights.match.copied import Matcher
from rights.match.growing import add
from rights.match.index import Index
from rights.model import Work

Made = list[Word]
_ALIKE = dict(zip("aceopxyisj", "асеорхуіѕј", strict=True))
_INVISIBLE = ("\u200b", "\u200c", "\u2060", "\u00ad", "\ufeff")
_READ = {"rn": "m", "m": "rn", "cl": "d", "d": "cl", "li": "h", "e": "c", "o": "0", "l": "1", "S": "5", "g": "q"}
_HAN = [chr(0x4E00 + number) for number in range(0, 8_000, 3)]


def _spun(text: str, rng: random.Random, rate: float = 0.2) -> Made:
    """Words of a thesaurus: the same word always becomes the same other word, long words more often."""
    known: dict[str, str] = {}
    out = []
    for word, place in words(text):
        if word not in known:
            likely = rate * (1.6 if len(word) > 5 else 0.7)
            known[word] = word[::-1].lower() + "ing" if rng.random() < likely and word.isalpha() else word
        out.append((known[word], place if known[word] == word else -1))
    return out


def _deleted(text: str, rng: random.Random) -> Made:
    return [word for word in words(text) if rng.random() >= 0.2]


def _spans_cut(text: str, rng: random.Random) -> Made:
    source, out, at = words(text), [], 0
    while at < len(source):
        if rng.random() < 0.04:
            at += rng.randint(3, 9)
        else:
            out.append(source[at])
            at += 1
    return out


def _inserted(text: str, rng: random.Random, vocabulary: Sequence[str]) -> Made:
    out: Made = []
    for word in words(text):
        out.append(word)
        while rng.random() < 0.17:
            out.append((rng.choice(vocabulary), -1))
    return out


def _shuffled_and_cut(text: str, rng: random.Random) -> Made:
    kept = [one for one in sentences(text) if rng.random() < 0.8]
    rng.shuffle(kept)
    return [word for one in kept for word in one]


def _interleaved(text: str, rng: random.Random, filler: str) -> Made:
    """After every third sentence some of another text's words."""
    other = [(word, -1) for word in filler.split()]
    out: Made = []
    for number, one in enumerate(sentences(text)):
        out += one
        if number % 3 == 2:
            out += other[:25]
            other = other[25:] + other[:25]
    return out


def _transcript(text: str, rng: random.Random) -> Made:
    out: Made = []
    for number, one in enumerate(sentences(text)):
        out += [
            (f"\n[{number // 6:02}:{number * 9 % 60:02}]", -1),
            (rng.choice(("ANNA:", "PRESENTER:", "MARK:")), -1),
            *one,
        ]
    return out


def _disguised(text: str, rng: random.Random) -> Made:
    def hide(word: str) -> str:
        if rng.random() < 0.3:
            word = "".join(_ALIKE.get(c, c) if rng.random() < 0.6 else c for c in word)
        if len(word) > 3 and rng.random() < 0.3:
            at = rng.randrange(1, len(word))
            word = word[:at] + rng.choice(_INVISIBLE) + word[at:]
        return word

    return [(hide(word), place) for word, place in words(text)]


def _wrapped(text: str, rng: random.Random) -> Made:
    """As a PDF gives it: lines of sixty characters, words parted by hyphens at their ends, typographer's marks."""
    out, column = [], 0
    for word, place in words(text):
        word = word.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("'", "’").replace('"', "”")
        column += len(word) + 1
        if column > 60:
            column = 0
            parted = len(word) > 7 and word.isalpha()
            word = f"{word[:4]}-\n{word[4:]}" if parted else f"\n{word}"
        out.append((word, place))
    return out


def _scanned(text: str, rng: random.Random) -> Made:
    """Letters misread in groups, words run together or parted."""
    out: Made = []
    for word, place in words(text):
        read_ = word
        for seen, taken in _READ.items():
            if seen in read_ and rng.random() < 0.025:
                read_ = read_.replace(seen, taken, 1)
        roll = rng.random()
        if roll < 0.01 and len(read_) > 4:
            read_ = f"{read_[:3]} {read_[3:]}"
            out += [(part, -1) for part in read_.split()]
            continue
        out.append((read_, place if read_ == word else -1))
    return out


def _quoted(text: str, rng: random.Random, count: int) -> Made:
    source = words(text)
    start = rng.randrange(max(1, len(source) - count))
    some = source[start : start + count]
    some[0] = ("“" + some[0][0], some[0][1])
    some[-1] = (some[-1][0] + "”", some[-1][1])
    return some


def _mixed(text: str, rng: random.Random, vocabulary: Sequence[str]) -> Made:
    """A rewriting desk: half of the sentences moved a little, every eighth word changed, a tenth of them dropped."""
    groups = [one for one in sentences(text) if rng.random() < 0.9]
    for at in range(len(groups) - 1):
        if rng.random() < 0.25:
            groups[at], groups[at + 1] = groups[at + 1], groups[at]
    return [(rng.choice(vocabulary), -1) if rng.random() < 0.125 else word for one in groups for word in one]


def _han(text: str) -> str:
    """The text in a script without spaces: every word two characters, always the same."""

    def written(word: str) -> str:
        number = sum(ord(c) * 131**at for at, c in enumerate(word.lower()))
        return _HAN[number % len(_HAN)] + _HAN[number // len(_HAN) % len(_HAN)]

    return "\n".join(
        "。".join("".join(map(written, part.split())) for part in line.split(". ")) for line in text.split("\n")
    )


def _cyrillic(text: str) -> str:
    return text.lower().translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувжщыз"))


def kinds(text: str, vocabulary: Sequence[str], filler: str, rng: random.Random) -> dict[str, Callable[[], Made]]:
    return {
        "spun by a thesaurus": lambda: _spun(text, rng),
        "deleted 20 %": lambda: _deleted(text, rng),
        "spans cut": lambda: _spans_cut(text, rng),
        "inserted 17 %": lambda: _inserted(text, rng, vocabulary),
        "shuffled and cut": lambda: _shuffled_and_cut(text, rng),
        "interleaved": lambda: _interleaved(text, rng, filler),
        "transcript": lambda: _transcript(text, rng),
        "disguised letters": lambda: _disguised(text, rng),
        "wrapped as a PDF": lambda: _wrapped(text, rng),
        "scanned": lambda: _scanned(text, rng),
        "first 60 words …": lambda: [*words(text)[:60], ("…", -1)],
        "quoted 30 words": lambda: _quoted(text, rng, 30),
        "rewriting desk": lambda: _mixed(text, rng, vocabulary),
        "upper case": lambda: [(word.upper().strip(".,;:!?\"'"), place) for word, place in words(text)],
    }


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--works", type=int, default=10_000)
    options.add_argument("--each", type=int, default=100)
    options.add_argument("--seed", type=int, default=11)
    given = options.parse_args(arguments)
    data = given.data / "matching" if (given.data / "matching").is_dir() else given.data
    rng = random.Random(given.seed)
    real = [one for one in read(data / "bbc") if len(one[1].split()) >= 150]
    rng.shuffle(real)
    absent, known = real[:300], real[300:]
    chain, filler = Chain([text for _, text in real]), Chain([text for _, text in read(data / "movie_reviews")])
    made = [
        (f"made/{n}", text) for n, text in enumerate(chain.write(max(0, given.works - len(known)), 480, given.seed))
    ]
    foreign = [
        (f"{name}/{ref}", write(text))
        for ref, text in known[:150]
        for name, write in (("han", _han), ("cyr", _cyrillic))
    ]
    texts = dict([*known, *made, *foreign])
    around = filler.write(given.each * 20 + 300, 300, given.seed)
    with tempfile.TemporaryDirectory() as folder, Index.create(Path(folder)) as index:
        add(index, (Work(id=ref, text=text) for ref, text in texts.items()))
        matcher = Matcher(index)
        print(
            f"{len(texts):,} works\n{'':22}{'first':>7}{'recall':>8}{'prec.':>7}{'points off':>11}{'95 %':>7}{'worst':>7}"
        )
        measured(matcher, texts, known, made, filler, around, given.each, rng)
        merged(matcher, texts, [*known, *made], around, given.each, rng)
        languages(matcher, texts, foreign, around, rng)
        nothing(matcher, absent, dict(known), around)


def measured(
    matcher: Matcher, texts: dict[str, str], known: list[Text], made: list[Text], filler: Chain, around: list[str],
    each: int, rng: random.Random,
) -> None:  # fmt: skip
    for kind in kinds("a b", ["x"], "y", rng):
        ranks, rows = [], []
        for number in range(each):
            ref, text = rng.choice(known if number % 2 or not made else made)
            body = kinds(text, filler.words, around[-1 - number], rng)[kind]()
            outside = around[number].split()
            cut = rng.randrange(len(outside))
            before, after = ([(word, -1) for word in part] for part in (outside[:cut], outside[cut:]))
            whole = [*before, *body, *after]
            page = " ".join(word for word, _ in whole)
            found = [one.work.id for one in matcher.match(page).copied]
            taken = " ".join(word for word, _ in body)
            ranks.append(right(Page(kind, page, (ref,), taken), found, texts))
            split = tuple(place for word, place in whole for _ in word.split())
            copy = Copy(kind, page, split, frozenset(place for _, place in body if place >= 0))
            rows.append(figures(align(text, page), text, copy))
        recall, precision, _, off = (statistics.fmean(column) for column in zip(*rows, strict=True))
        worst = sorted(one[3] for one in rows)
        print(
            f"{kind:22}{sum(ranks) / len(ranks):7.3f}{recall:8.4f}{precision:7.3f}{off:11.2f}"
            f"{worst[int(0.95 * len(worst))]:7.2f}{worst[-1]:7.2f}",
            flush=True,
        )


def merged(
    matcher: Matcher, texts: dict[str, str], works: list[Text], around: list[str], each: int, rng: random.Random
) -> None:
    """Two works by turns, paragraph by paragraph; and lists of ten works' openings, forty words of each."""
    both = tenths = 0
    for number in range(each):
        pair = rng.sample(works, 2)
        pieces = [[text.split()[at : at + 45] for at in range(0, 360, 45)] for _, text in pair]
        page = "\n".join(" ".join(piece) for two in zip(*pieces, strict=True) for piece in two) + around[number]
        found = {one.work.id for one in matcher.match(page).copied}
        both += {ref for ref, _ in pair} <= found
        ten = rng.sample(works, 10)
        listed = "\n".join(f"{at}. {' '.join(text.split()[:40])}" for at, (_, text) in enumerate(ten, 1))
        found = {one.work.id for one in matcher.match(listed + around[number]).copied}
        tenths += len({ref for ref, _ in ten} & found)
    print(f"{'two by turns: both':22}{both / each:7.3f}\n{'lists of ten: each':22}{tenths / each / 10:7.3f}")


def languages(
    matcher: Matcher, texts: dict[str, str], foreign: list[Text], around: list[str], rng: random.Random
) -> None:
    for name in ("han", "cyr"):
        marks: dict[str, list[bool]] = {"full": [], "half": [], "40 words": []}
        some = [one for one in foreign if one[0].startswith(name)]
        for number, (ref, text) in enumerate(some):
            split = list(text) if name == "han" else text.split()
            glue = "" if name == "han" else " "
            for kind, size in (("full", len(split)), ("half", len(split) // 2), ("40 words", 40)):
                start = rng.randrange(len(split) - size + 1)
                page = around[number] + "\n" + glue.join(split[start : start + size])
                found = [one.work.id for one in matcher.match(page).copied]
                marks[kind].append(found[:1] == [ref])
        for kind, found_ in marks.items():
            print(f"{name + ', ' + kind:22}{sum(found_) / len(found_):7.3f}")


def nothing(matcher: Matcher, absent: list[Text], known: dict[str, str], around: list[str]) -> None:
    flagged = versions = 0
    for number, (_, text) in enumerate(absent):
        found = matcher.match(around[number] + "\n" + text).copied
        if found:
            alike = any(len(grams(text) & grams(known.get(one.work.id, ""))) >= 5 for one in found)
            flagged, versions = flagged + (not alike), versions + alike
    print(
        f"{len(absent)} articles that are not in the index: {flagged} thought to copy, {versions} share runs of 12 words and more"
    )


if __name__ == "__main__":
    main()
