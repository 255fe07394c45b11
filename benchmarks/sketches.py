"""What others offer for finding copies, each asked the same: which works does this page copy, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from benchmarks.pages import Text
from rights.match.words import words_of

#: Given a page's text: ids of works, best first.
Finder = Callable[[str], Sequence[str]]


def shingles(text: str, size: int = 5) -> set[str]:
    """The word n-grams of a text."""
    words = words_of(text)
    return {" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))}


def datasketch_lsh(works: Sequence[Text], threshold: float) -> Finder:
    """MinHash of 128 permutations in LSH bands for a Jaccard threshold; candidates ranked by estimated Jaccard."""
    from datasketch import MinHash, MinHashLSH

    def sketch(text: str) -> MinHash:
        made = MinHash(num_perm=128)
        made.update_batch([shingle.encode() for shingle in shingles(text)])
        return made

    table, sketches = MinHashLSH(threshold=threshold, num_perm=128), {}
    for ref, text in works:
        sketches[ref] = sketch(text)
        table.insert(ref, sketches[ref], check_duplication=False)

    def find(page: str) -> Sequence[str]:
        asked = sketch(page)
        return sorted(table.query(asked), key=lambda ref: -asked.jaccard(sketches[ref]))

    return find


def rensa_lsh(works: Sequence[Text], bands: int = 32) -> Finder:
    """R-MinHash of 128 permutations in LSH bands; candidates ranked by estimated Jaccard."""
    from rensa import RMinHash, RMinHashLSH

    def sketch(text: str) -> RMinHash:
        made = RMinHash(num_perm=128, seed=42)
        made.update(list(shingles(text)))
        return made

    table = RMinHashLSH(threshold=0.2, num_perm=128, num_bands=bands)
    sketches = [sketch(text) for _, text in works]
    for number, made in enumerate(sketches):
        table.insert(number, made)

    def find(page: str) -> Sequence[str]:
        asked = sketch(page)
        return [works[number][0] for number in sorted(table.query(asked), key=lambda n: -asked.jaccard(sketches[n]))]

    return find


def tantivy_bm25(works: Sequence[Text], terms: int = 40) -> Finder:
    """A full-text index asked with the page's rarest terms."""
    import tantivy

    schema = tantivy.SchemaBuilder().add_unsigned_field("number", stored=True).add_text_field("text").build()
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    frequency: dict[str, int] = {}
    for number, (_, text) in enumerate(works):
        words = words_of(text)
        writer.add_document(tantivy.Document(number=number, text=" ".join(words)))
        for word in set(words):
            frequency[word] = frequency.get(word, 0) + 1
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(page: str) -> Sequence[str]:
        known = sorted({word for word in words_of(page) if word in frequency}, key=lambda word: (frequency[word], word))
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", word)) for word in known[:terms]]
        )
        return [works[searcher.doc(at)["number"][0]][0] for _, at in searcher.search(query, 5).hits]

    return find


def rapidfuzz_token_set(works: Sequence[Text]) -> Finder:
    """Every work compared with the page by rapidfuzz's token_set_ratio: no index, linear in the works."""
    from rapidfuzz import fuzz, process

    texts = [" ".join(words_of(text)) for _, text in works]

    def find(page: str) -> Sequence[str]:
        best = process.extract(" ".join(words_of(page)), texts, scorer=fuzz.token_set_ratio, limit=5)
        return [works[number][0] for _, _, number in best]

    return find


@cache
def peers() -> dict[str, Callable[[Sequence[Text]], Finder]]:
    """By name, how each makes its index of the works."""
    return {
        "datasketch LSH 0.5": lambda works: datasketch_lsh(works, 0.5),
        "datasketch LSH 0.2": lambda works: datasketch_lsh(works, 0.2),
        "rensa LSH": rensa_lsh,
        "tantivy BM25, 40 rarest": tantivy_bm25,
        "rapidfuzz token_set": rapidfuzz_token_set,
    }
