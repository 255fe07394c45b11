"""``attr.byline``: the copy names the author or authors."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import people
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Message, Reason, message
from rights.passages import find_names, quote


class AttrByline(Clause):
    """Every author of the original is named, or with ``all_authors: false`` one of them.

    ``with_outlet`` asks for "Name, Outlet" in one line; ``affiliation`` for the author's institution as the original
    gives it; ``position: byline`` for the name at the head of the article.
    """

    of_names: ClassVar[bool] = True

    type: Literal["attr.byline"] = "attr.byline"
    all_authors: bool = True
    with_outlet: bool = False
    outlet_as: tuple[str, ...] = ()
    affiliation: Literal["required", "ideal"] | None = None
    position: Literal["byline", "anywhere"] = "anywhere"
    format: str | None = Field(default=None, max_length=200)

    def evaluate(self, case: Case) -> Finding:
        authors = [name for name in case.work.authors if not people.is_house(name, case.publisher.names)]
        if not authors:
            if case.work.authors:
                return self.inapplicable(Reason.NOT_TRIGGERED, "the original names no person as its author")
            return self.incomplete(Reason.NO_ORIGINAL, "the original's author is not known")
        found = {name: people.where_named(case.copy, name) for name in authors}
        missing = [name for name, place in found.items() if place is None]
        named = [place for place in found.values() if place is not None]
        if missing and (self.all_authors or not named):
            return self._missing(case, authors, missing)
        unsure = [place for place in named if not place.sure]
        if unsure:
            text = message("{names} may be meant by a shorter or different form of the name", names=_list(authors))
            return self.incomplete(
                Reason.UNDECIDABLE, text, [place.evidence for place in unsure], self._line(case, authors)
            )
        if self.position == "byline" and not any(place.in_byline for place in named):
            return self._elsewhere(case, authors, named)
        if self.with_outlet:
            return self._outlet(case, authors, named)
        return self._affiliated(case, authors, [place.evidence for place in named])

    def _missing(self, case: Case, authors: list[str], missing: list[str]) -> Finding:
        line = self._line(case, authors)
        if all(people.in_markup(case.copy, name) for name in missing):
            text = message(
                "{names} stands in the page's markup; whether a reader sees it only a browser shows",
                names=_list(missing),
            )
            return self.incomplete(Reason.NEEDS_BROWSER, text, [searched(case.copy)], line)
        return self.violated(
            message("the author {names} is not named", names=_list(missing)), [searched(case.copy)], line
        )

    def _elsewhere(self, case: Case, authors: list[str], named: list[people.Place]) -> Finding:
        text = message("{names} is named, but not in the byline", names=_list(authors))
        evidence = [place.evidence for place in named]
        if case.copy.byline is None and not case.copy.blocks:
            return self.incomplete(Reason.UNDECIDABLE, text, evidence, self._line(case, authors))
        return self.violated(text, evidence, self._line(case, authors))

    def _outlet(self, case: Case, authors: list[str], named: list[people.Place]) -> Finding:
        outlet = self.outlet_as or case.publisher.names
        for place in named:
            line = place.line
            for start, end in find_names(line, outlet):
                return self._affiliated(case, authors, [quote(line, start, end)])
        text = message("the byline names {names} without {outlet}", names=_list(authors), outlet=outlet[0])
        evidence = [place.evidence for place in named]
        head = [line for line in case.near[:12] if next(find_names(line, outlet), None)]
        if head or any(credit.visible and next(find_names(credit.text, outlet), None) for credit in case.copy.credits):
            return self.incomplete(Reason.UNDECIDABLE, text, evidence, self._line(case, authors))
        return self.violated(text, evidence, self._line(case, authors))

    def _affiliated(self, case: Case, authors: list[str], evidence: list[Evidence]) -> Finding:
        done = self.passed(message("names {names}", names=_list(authors)), evidence)
        if self.affiliation != "required":
            return done
        wanted = people.affiliations(case.original, authors)
        if not wanted:
            return self.incomplete(
                Reason.NO_ORIGINAL,
                message(
                    "names {names}; whether the institution is named cannot be told without the original's",
                    names=_list(authors),
                ),
                evidence,
            )
        lacking = [place for place in wanted if not any(next(find_names(line, [place]), None) for line in case.near)]
        if not lacking:
            return done
        return self.violated(
            message("{names} is named without the institution {place}", names=_list(authors), place=lacking[0]),
            evidence,
            message("By {names}, {place}", names=_list(authors), place=_list(wanted)),
        )

    def _line(self, case: Case, authors: list[str]) -> Message:
        if self.with_outlet:
            outlet = (self.outlet_as or case.publisher.names)[0]
            return message("By {names}, {outlet}", names=_list(authors), outlet=outlet)
        places = people.affiliations(case.original, authors) if self.affiliation == "required" else []
        if places:
            return message("By {names}, {place}", names=_list(authors), place=_list(places))
        return message("By {names}", names=_list(authors))


def _list(names: list[str]) -> str | Message:
    if len(names) == 1:
        return names[0]
    return message("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
