"""``derive.media``: no audio, video or other version without consent."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights import urls
from rights.asides import asides
from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding, Reason, message
from rights.passages import quote, select
from rights.patterns import late

_READ_ALOUD = late(
    r"\blisten to (?:this|the) (?:article|story|post)|\baudio version\b|\bartikel (?:an)?hören\b|\bécouter (?:l.|cet )article|\bescuchar (?:este )?artículo",
    re.I,
)


class DeriveMedia(Clause):
    """The page offers no audio or video version of the text; a player that the original has as well is fine.

    A player may show something else, so one alone proves nothing; a line such as "Listen to this article" with a player
    does.
    """

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"

    type: Literal["derive.media"] = "derive.media"
    formats: tuple[str, ...] = ("audio", "video")

    def evaluate(self, case: Case) -> Finding:
        theirs = {urls.page_key(embed.src) for embed in case.original.embeds} if case.original else set()
        players = [e for e in case.copy.embeds if e.kind in ("audio", "video") and urls.page_key(e.src) not in theirs]
        tags = [Evidence(exact=e.get("src") or e.tag, selector=e.selector) for e in select(case.copy, "audio")]
        spoken = [quote(line, *found.span()) for line in asides(case) if (found := _READ_ALOUD.search(line))]
        evidence = [*spoken, *tags, *(Evidence(exact=embed.src, selector=embed.selector) for embed in players)][:5]
        remedy = message("Take the spoken or filmed version off, or ask {name} for consent.", name=case.publisher.name)
        said = case.says("media_version")
        if said or (spoken and (tags or any(player.kind == "audio" for player in players))):
            return self.violated("the page offers a spoken or filmed version of the text", evidence, remedy)
        if said is False:
            return self.passed("declared as without a spoken or filmed version")
        if evidence:
            return self.incomplete(
                Reason.UNDECIDABLE,
                "a player stands on the page; whether it plays this text a person must hear",
                evidence,
            )
        return self.passed("no player for the text was found on the page")
