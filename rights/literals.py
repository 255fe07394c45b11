"""Many literals looked for in one text at once, by the automaton of Aho and Corasick (1975).

    words = Literals()                  # one for each kind of text, kept by the module that asks
    text = words.in_text(page_text)
    text.find("donate"), text.find("donate", 40)        # what str.find answers

A table of hundreds of literals, of which a page holds few, costs one pass over the page instead of one a literal.
Nobody has to list them: what is asked of one page is known for the next, and the first page, all that most commands
read, is searched as `str.find` does, without the library.
"""

from __future__ import annotations

from collections.abc import Callable

#: Characters searched at once: it bounds what a page that repeats one literal makes the automaton list.
_PIECE = 1 << 16
#: Literals of one table, and characters of the shortest: more, and shorter ones, which most texts hold often, are
#: searched one by one.  Today's largest table has 900.
_MOST, _SHORTEST = 10_000, 3


class Literals:
    """Literals that texts of one kind are asked for; it learns them as they are asked."""

    def __init__(self) -> None:
        self._asked: dict[str, None] = {}
        self._known: frozenset[str] = frozenset()
        self._longest = 1
        self._begun = False
        self._search: Callable[[str], list[str]] | None = None

    def in_text(self, text: str) -> LiteralsInText:
        """A text made ready to be asked."""
        if self._begun and len(self._asked) * 8 > len(self._known) * 9:
            self._learn()
        self._begun = True
        return LiteralsInText(self, text, self._known)

    def ask(self, literal: str) -> None:
        """Remember a literal for the next text."""
        if len(literal) >= _SHORTEST and len(self._asked) < _MOST:
            self._asked[literal] = None

    def held(self, text: str) -> frozenset[str]:
        """Which of the known literals stand in a text."""
        if self._search is None or not text:
            return frozenset()
        found: set[str] = set()
        try:
            for start in range(0, len(text), _PIECE):
                found.update(self._search(text[start : start + _PIECE + self._longest - 1]))
        except UnicodeEncodeError:  # half a surrogate pair: the library reads UTF-8
            return frozenset(literal for literal in self._known if literal in text)
        return frozenset(found)

    def _learn(self) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation  # what reads one page does without

        asked = list(self._asked)
        search = AhoCorasick(asked, implementation=Implementation.DFA, store_patterns=True).find_matches_as_strings
        self._longest = max(map(len, asked))
        self._search, self._known = (lambda text: search(text, overlapping=True)), frozenset(asked)


class LiteralsInText:
    """One text, told at the first question which known literals it holds."""

    __slots__ = ("_held", "_known", "_literals", "text")

    def __init__(self, literals: Literals, text: str, known: frozenset[str]) -> None:
        self.text = text
        self._literals = literals
        self._known = known
        self._held: frozenset[str] | None = None

    def find(self, literal: str, start: int = 0) -> int:
        """Where a literal stands first at or behind ``start``; -1 where it does not."""
        if literal not in self._known:
            self._literals.ask(literal)
        elif literal not in self:
            return -1
        return self.text.find(literal, start)

    def __contains__(self, literal: str) -> bool:
        if literal not in self._known:
            self._literals.ask(literal)
            return literal in self.text
        if self._held is None:
            self._held = self._literals.held(self.text)
        return literal in self._held
