"""``link.keep_inline``: the links that stand in the story are kept."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import detours, edits, urls
from rights.clause import Case, Clause
from rights.model import ChangeKind, Evidence, Finding, Link, Reason, message
from rights.passages import holds_words, visible


class LinkKeepInline(Clause):
    """Every link of the original's text whose words the copy carries leads to the same place in the copy.

    Links in passages that the copy left out are not missed.  With ``fallback: footnotes`` the bare address will do.
    """

    of_markup: ClassVar[bool] = True

    type: Literal["link.keep_inline"] = "link.keep_inline"
    fallback: Literal["none", "footnotes"] = "none"

    def minds(self) -> frozenset[ChangeKind]:
        return frozenset({ChangeKind.LINK})

    def evaluate(self, case: Case) -> Finding:
        doubt = edits.doubt(case)
        if doubt:
            return self.incomplete(doubt.reason, doubt.text)
        if case.original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "the links of the original are not known")
        inline = [
            link
            for link in case.original.links
            if link.paragraph is not None and link.visible and urls.is_web(link.href)
        ]
        carried = [link for link in inline if link.text and self._carries(case, link)]
        if not carried:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the text that is carried has no links in the original")
        there = {urls.page_key(link.href) for link in case.copy.links if link.visible}
        there |= {urls.page_key(inner) for link in case.copy.links if (inner := detours.inside(link.href))}
        there |= {urls.page_key(final) for final in case.republication.resolved.values() if final}
        lost = [link for link in carried if urls.page_key(link.href) not in there and not self._written(case, link)]
        if not lost:
            return self.passed(message("keeps all {count} links of the text", count=len(carried)))
        near = [link for link in lost if _is_archived(case, link)]
        if len(near) == len(lost):
            text = message(
                "{lost} of the text's {count} links lead to archived copies instead",
                lost=len(lost),
                count=len(carried),
            )
            return self.incomplete(
                Reason.UNDECIDABLE, text, [Evidence(exact=link.text, suffix=f" → {link.href}") for link in near[:8]]
            )
        return self.violated(
            message("{lost} of the text's {count} links are missing", lost=len(lost), count=len(carried)),
            [Evidence(exact=link.text, suffix=f" → {link.href}") for link in lost[:8]],
            message("Link the words “{words}” to {url}", words=lost[0].text, url=lost[0].href),
        )

    def _carries(self, case: Case, link: Link) -> bool:
        if not holds_words(case.copy.text, link.text):
            return False
        blocks = case.original.blocks if case.original else ()
        if link.paragraph is None or link.paragraph >= len(blocks) or len(link.text.split()) >= 6:
            return True
        words = blocks[link.paragraph].text.split()
        at = " ".join(words).find(link.text)
        around = " ".join(words)[max(0, at - 30) : at + len(link.text)]
        return holds_words(case.copy.text, " ".join(around.split()[1:]) if at > 30 else around)

    def _written(self, case: Case, link: Link) -> bool:
        return self.fallback == "footnotes" and _bare(link.href) in visible(case.copy)


def _bare(href: str) -> str:
    return href.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _is_archived(case: Case, link: Link) -> bool:
    return any(other.visible and other.href.endswith(_bare(link.href)) for other in case.copy.links)
