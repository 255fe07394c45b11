"""``link.original``: the copy links to the original."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from rights import hyperlinks, urls, wording
from rights.clause import Case, Clause, searched
from rights.hyperlinks import Led, Links, Target
from rights.match.words import words_of
from rights.model import Article, Finding, Message, Position, Reason, message

_PLACES = Literal["title", "top", "first-paragraph", "byline", "bottom", "top-and-bottom", "above-or-below", "anywhere"]


class LinkOriginal(Clause):
    """A hyperlink that a reader sees leads to the original article, the publisher's home page, or either.

    ``address`` is a fixed address to link to instead; ``position`` says where, with ``within_paragraphs`` as the reading
    of "top" and "end"; ``follow`` forbids nofollow, ugc and sponsored; ``link_text`` fixes the link's words, ``[title]``
    and ``[outlet]`` standing for the work's; ``count`` asks for several links.
    """

    of_markup: ClassVar[bool] = True

    type: Literal["link.original"] = "link.original"
    target: Literal["article", "home", "either"] = "article"
    address: str | None = None
    position: _PLACES = "anywhere"
    within_paragraphs: int = Field(default=3, ge=1, le=50)
    follow: bool = False
    visible: bool = True
    no_redirect: bool = False
    in_credit: bool = False
    link_text: tuple[str, ...] = ()
    count: int = Field(default=1, ge=1, le=10)

    def evaluate(self, case: Case) -> Finding:
        links = hyperlinks.leads(case)
        good = self._reaching(case, links)
        if not good:
            return self._without(case, links)
        return self._shaped(case, good)

    def _reaching(self, case: Case, links: Links) -> list[Led]:
        if self.address:
            wanted = self.address
            return [
                Led(link, Target.OTHER_PAGE)
                for link in case.copy.links
                if link.visible
                and (urls.same_page(link.href, wanted) or (urls.is_home(wanted) and urls.same_site(link.href, wanted)))
            ]
        targets = [Target.ARTICLE, Target.LIKELY]
        if self.target != "article":
            targets.append(Target.HOME)
        found = links.to(*targets, visible=self.visible)
        if self.target == "home":
            found += links.to(Target.OTHER_PAGE, visible=self.visible)
        return [led for led in found if led.target is not Target.HOME or led.link.position is not Position.OUTSIDE]

    # --- a link is there: its form ---------------------------------------------------------------------------

    def _shaped(self, case: Case, good: list[Led]) -> Finding:
        fitting = good
        for keep, text in self._demands(case):
            left = [led for led in fitting if keep(led)]
            if not left:
                evidence = [led.evidence for led in fitting[:3]]
                return self.violated(text, evidence, self._line(case))
            fitting = left
        placed = self._placed(case.copy, fitting)
        if placed is None:
            text = message("links to the original, but where on the page cannot be told")
            return self.incomplete(Reason.UNDECIDABLE, text, [led.evidence for led in fitting[:3]], self._line(case))
        if not placed:
            text = message("links to the original, but not where it is asked for: {where}", where=self.position)
            return self.violated(text, [led.evidence for led in fitting[:3]], self._line(case))
        if len(fitting) < self.count:
            text = message(
                "links to the original {there} time(s), {asked} are asked for", there=len(fitting), asked=self.count
            )
            return self.violated(text, [led.evidence for led in fitting], self._line(case))
        best = sorted(placed, key=lambda led: led.target is Target.HOME)
        return self.passed(
            message("links to {where}", where=_named(best[0].target)), [led.evidence for led in best[:3]]
        )

    def _demands(self, case: Case) -> Iterator[tuple[Callable[[Led], bool], Message]]:
        if self.follow:
            yield (
                lambda led: led.followed and not case.copy.robots.nofollow,
                message("the link to the original carries nofollow, which the terms rule out"),
            )
        if self.no_redirect:
            yield (lambda led: not led.wrapped, message("the link reaches the original only through a redirect"))
        if self.in_credit:
            yield (lambda led: led.in_credit, message("the link to the original does not stand in the credit line"))
        if self.link_text:
            asked = [words_of(wording.fill(text, case.slots)) for text in self.link_text]
            yield (
                lambda led: any(_holds(words_of(led.link.text), words) for words in asked),
                message("the link to the original has other words than “{words}”", words=" / ".join(self.link_text)),
            )

    def _placed(self, copy: Article, good: Sequence[Led]) -> list[Led] | None:
        """Those of the links that stand where they are asked for; None where a link's place is not known."""
        if self.position == "anywhere":
            return list(good)
        top = [led for led in good if _at(led, "top", self.within_paragraphs, copy)]
        bottom = [led for led in good if _at(led, "bottom", self.within_paragraphs, copy)]
        if self.position == "top-and-bottom":
            found = [*top, *bottom] if top and bottom else []
        elif self.position == "above-or-below":
            found = [*top, *bottom]
        else:
            found = [led for led in good if _at(led, self.position, self.within_paragraphs, copy)]
        unknown = all(led.link.position is Position.OUTSIDE for led in good)
        return None if not found and unknown else found

    # --- no link is there: why -------------------------------------------------------------------------------

    def _without(self, case: Case, links: Links) -> Finding:
        name, line = case.publisher.name, self._line(case)
        hidden = [led for led in links.to(Target.ARTICLE, Target.LIKELY, visible=False) if not led.link.visible]
        if hidden and self.visible:
            text = message("the link to the original is hidden from readers")
            return self.violated(text, [led.evidence for led in hidden], line)
        short, archived = links.to(Target.SHORT, Target.UNSURE), links.to(Target.ARCHIVE)
        if short or archived:
            unsure = short or archived
            reason = Reason.NEEDS_FETCH if short else Reason.UNDECIDABLE
            text = message(
                "where the link leads has not been looked up: it may be another address of the original"
                if short
                else "links to an archived copy of the original instead of the original"
            )
            return self.incomplete(reason, text, [led.evidence for led in unsure], line)
        broken, dead = links.to(Target.BROKEN), links.to(Target.DEAD)
        if broken:
            text = message("the link meant for the original leads to a page that does not answer")
            return self.violated(text, [led.evidence for led in broken], line)
        pages, home, asset = links.to(Target.OTHER_PAGE), links.to(Target.HOME), links.to(Target.ASSET)
        if not links.known and (pages or asset) and not self.address:
            text = message("links to {name}, but which page is the original is not known", name=name)
            return self.incomplete(Reason.NO_ORIGINAL, text, [led.evidence for led in (*pages, *asset)[:3]])
        if dead:
            text = message("the link meant for the original leads nowhere")
            return self.violated(text, [led.evidence for led in dead[:3]], line)
        if self.target == "article" and home:
            text = message("links to the home page of {name}, not to the original article", name=name)
            return self.violated(text, [led.evidence for led in home[:3]], line)
        if self.target != "article" and home:
            text = message("links to the home page of {name} only outside of the article", name=name)
            return self.incomplete(Reason.UNDECIDABLE, text, [led.evidence for led in home[:3]], line)
        if pages or asset:
            text = message("links to another page of {name}, not to the original article", name=name)
            return self.violated(text, [led.evidence for led in (*pages, *asset)[:3]], line)
        scripted = hyperlinks.scripted(case)
        if scripted:
            text = message(
                "the original's address stands in the page's code; whether a reader can follow it only a browser shows"
            )
            return self.incomplete(Reason.NEEDS_BROWSER, text, scripted, line)
        return self.violated(message("no link leads to {name}", name=name), [searched(case.copy, "the links")], line)

    def _line(self, case: Case) -> Message:
        name = case.publisher.name
        url = self.address or case.work.url
        if url is None:
            return message("Originally published by {name}: link the words to the original article.", name=name)
        if self.target == "home" and not self.address:
            parts = urls.host(url)
            url = f"https://{parts}/"
        words = wording.fill(self.link_text[0], case.slots) if self.link_text else name
        return message('Originally published by <a href="{url}">{words}</a>.', url=url, words=words)


def _at(led: Led, place: str, within: int, copy: Article) -> bool:
    link = led.link
    if place == "bottom":
        total = len(copy.blocks)
        late = link.paragraph is not None and link.paragraph >= total - within
        return link.position is Position.BOTTOM or late
    if place == "byline":
        return link.position in (Position.BYLINE, Position.TITLE)
    if place == "title":
        return link.position is Position.TITLE
    limit = 1 if place == "first-paragraph" else within
    early = link.paragraph is not None and link.paragraph < limit
    return early or link.position in (Position.TITLE, Position.TOP, Position.BYLINE)


def _holds(words: Sequence[str], asked: Sequence[str]) -> bool:
    return f" {' '.join(asked)} " in f" {' '.join(words)} "


def _named(target: Target) -> str:
    return {Target.HOME: "the publisher's home page", Target.LIKELY: "the publisher's page that fits the title"}.get(
        target, "the original"
    )
