"""``track.tool``: the text is taken through the publisher's republish button."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import hyperlinks, urls
from rights.clause import Case, Clause
from rights.model import Evidence, Finding, message


class TrackTool(Clause):
    """What the button pastes along (a counter, a canonical address, ``traces``) is on the page; else a person must say."""

    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"
    of_markup: ClassVar[bool] = True

    type: Literal["track.tool"] = "track.tool"
    traces: tuple[str, ...] = ()

    def evaluate(self, case: Case) -> Finding:
        copy = case.copy
        found = [
            Evidence(exact=pixel.src, selector=pixel.selector)
            for pixel in copy.pixels
            if case.owns(pixel.src) or pixel.kind == "republication-tracker"
        ]
        if any(urls.same_page(copy.canonical, url) for url in hyperlinks.addresses(case.work)):
            found.append(Evidence(exact=copy.canonical or "", prefix="canonical: "))
        if copy.dom is not None:
            found += [
                Evidence(exact=trace, selector=e.selector) for trace in self.traces for e in copy.dom.select(trace)[:1]
            ]
        if found:
            return self.passed("carries what the republish button pastes along", found[:3])
        return self.stated(
            case,
            "republish_tool",
            "Did you take the text through the publisher's republish button?",
            good=True,
            kept="declared as taken through the republish button",
            broken="declared as not taken through the republish button",
            unknown="nothing on the page shows that the republish button was used",
            remedy=message(
                "Take the text through the republish button at {url}", url=case.work.url or case.publisher.name
            ),
        )
