"""One invented article, its original page and copies of it: what clause cases are written with.

Everything here was written for these tests.  ``{p1}`` to ``{p6}`` in a snippet stand for the story's paragraphs with
their links, ``{story}`` for all of them, ``{url}`` for the original's address, ``{title}`` for its headline.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from rights.extract.article import extract
from rights.match.compare import compare
from rights.model import (
    Article,
    Commercial,
    History,
    Page,
    Permission,
    Republication,
    Republisher,
    Signal,
    Work,
)
from rights.publisher import Publisher

URL = "https://herald.example/2024/06/river-towns-plan-for-higher-water-48213"
COPY_URL = "https://gazette.example/river-towns"
TITLE = "River towns plan for higher water"
PARAGRAPHS = (
    "Three towns along the lower Varen are redrawing their flood plans after a winter in which the river rose faster than "
    'any of their gauges had foreseen. Engineers from the <a href="https://waterboard.example/report-2024">regional water '
    "board</a> say the old maps were drawn for a quieter century and that the next ones will have to be bolder.",
    "In Osterhal, the mayor walked the dyke on Monday with a roll of paper under her arm. “We used to measure the water in "
    "hands,” she said, “and now we measure it in houses.” The council has set aside four million crowns for pumps, gates and "
    "a second bridge, and it expects to spend most of that money before the summer ends.",
    "The plan divides the valley into eleven cells that can be closed one after another. Farmers who agree to let their "
    'meadows flood are to be paid for every lost harvest, according to <a href="https://fields.example/compensation">a draft '
    "of the compensation rules</a> that the province published last week. Forty families have signed so far.",
    "Not everybody is convinced. The owner of a sawmill below the weir calculated that one closed gate would send half a metre "
    "of water through his yard, and he has asked a court in Lindmark to halt the work. A hearing is set for the second week of "
    "September, and both sides expect the judge to visit the weir in person.",
    "What worries the hydrologists more is the speed. Their gauges now report every ten minutes, yet the wave of last January "
    "crossed the distance between two stations in less than eight. A network of cheaper sensors, built by pupils of the "
    "technical school, filled the gap and gave the fire brigade nearly an hour of warning.",
    "By autumn the three councils want to vote on a common plan. If they agree, the first cell could be ready before the snow "
    "melts, and the valley would be the first in the country to give a river back the room that it had before the railway came.",
)
_ORIGINAL = """<!doctype html><html lang="{language}"><head><title>{title} | The Herald</title>
<link rel="canonical" href="{url}"><meta property="article:published_time" content="{published}">{modified}{head}</head>
<body><header><a href="/">The Herald</a></header><main><article><h1>{title}</h1>
<p class="byline">By {authors}</p>{body}</article></main>
<footer><p>© 2024 The Herald</p><a href="/about">About us</a></footer></body></html>"""
_COPY = """<!doctype html><html lang="{language}"><head><title>{title} – Valley Gazette</title>{published}{head}</head>
<body><header><a href="/">Valley Gazette</a><nav><a href="/news">News</a> <a href="/culture">Culture</a></nav></header>
<main><article><h1>{title}</h1>{body}</article></main>{after}
<footer><p>© Valley Gazette</p>{footer}</footer></body></html>"""

HERALD = Publisher(
    id="herald",
    name="The Herald",
    also_known_as=("Herald Media",),
    domains=("herald.example",),
    contact="rights@herald.example",
)
_NOTHING = object()


def filled(snippet: str) -> str:
    """A snippet with the story's pieces put in."""
    parts = {f"{{p{n}}}": f"<p>{text}</p>" for n, text in enumerate(PARAGRAPHS, start=1)}
    parts |= {"{story}": "".join(parts.values()), "{url}": URL, "{title}": TITLE}
    for slot, text in parts.items():
        snippet = snippet.replace(slot, text)
    return snippet


def original(case: dict[str, Any]) -> Article:
    """The original page of a case."""
    given = case.get("work", {})
    modified = given.get("modified")
    html = _ORIGINAL.format(
        language=given.get("language", "en"),
        title=given.get("title", TITLE),
        url=given.get("url") or URL,
        published=given.get("published") or "2024-06-11T08:00:00+00:00",
        modified=f'<meta property="article:modified_time" content="{modified}">' if modified else "",
        head=case.get("original_head", ""),
        authors=" and ".join(given.get("authors", ("Mara Lindqvist", "Tomas Okafor"))),
        body=filled(case.get("original", "{story}")),
    )
    return _extracted(html, given.get("url") or URL)


@lru_cache(maxsize=256)
def _extracted(html: str, url: str) -> Article:
    return extract(Page(body=html.encode(), url=url))


def work(case: dict[str, Any]) -> Work:
    """The work of a case; ``original: null`` leaves only its name and address known."""
    given: dict[str, Any] = {
        "id": URL,
        "url": URL,
        "title": TITLE,
        "authors": ("Mara Lindqvist", "Tomas Okafor"),
        "published": "2024-06-11T08:00:00+00:00",
        "language": "en",
        "publisher": "herald",
    }
    overrides = dict(case.get("work", {}))
    if "authors" in overrides:
        overrides["authors"] = tuple(overrides["authors"])
    if case.get("original", _NOTHING) is not None:
        page = original(case)
        given |= {"text": page.text, "article": page}
    return Work(**(given | overrides))


def page_of(case: dict[str, Any]) -> str:
    """The HTML of a case's copy."""
    published = case.get("published", "2024-06-12T09:00:00+00:00")
    return filled(
        case.get("page")
        or _COPY.format(
            language=case.get("language", "en"),
            title=case.get("title", TITLE),
            published=f'<meta property="article:published_time" content="{published}">' if published else "",
            head=filled(case.get("head", "")),
            body=filled(case["copy"]),
            after=filled(case.get("after", "")),
            footer=filled(case.get("footer", '<a href="/contact">Contact</a>')),
        )
    )


def copy(case: dict[str, Any]) -> Article:
    """The copy of a case, read from its HTML as any page is."""
    page = Page(
        body=page_of(case).encode(), url=case.get("copy_url", COPY_URL), fetched_at=_time(case.get("observed_at"))
    )
    article = extract(page)
    if any(key in case for key in ("signals", "hints", "contrary")):
        article = replace(article, commercial=_commercial(case))
    return replace(article, cut=case.get("cut") or article.cut, plain=bool(case.get("plain")))


def _commercial(case: dict[str, Any]) -> Commercial:
    def read(name: str, level: str) -> tuple[Signal, ...]:
        return tuple(Signal(**({"level": level, "detail": item["kind"]} | item)) for item in case.get(name, ()))

    return Commercial(signals=read("signals", "C2"), hints=read("hints", "C1"), contrary=read("contrary", "N2"))


def republication(case: dict[str, Any]) -> Republication:
    """The republication of a case."""
    ours, theirs = work(case), copy(case)
    history = {
        key: _time(value) if key in ("first_seen", "takedown_requested_at") else value
        for key, value in case.get("history", {}).items()
    }
    return Republication(
        work=ours,
        copy=theirs,
        match=compare(ours, theirs) if ours.text else None,
        observed_at=_time(case.get("observed_at")),
        republisher=Republisher(
            site="gazette.example",
            facts={name: str(value) for name, value in case.get("declare", {}).items()},
            permissions=tuple(Permission(**given) for given in case.get("permissions", ())),
        ),
        history=History(**history),
        medium=case.get("medium", "web"),
        resolved=case.get("resolved", {}),
    )


def _time(value: Any) -> datetime | None:
    return datetime.fromisoformat(str(value)) if value is not None else None
