"""``link.canonical``: the page's canonical address is the original, or the page stays out of search engines."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import hyperlinks, urls
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Message, Reason, message


class LinkCanonical(Clause):
    """``<link rel=canonical>`` in the page's head leads to the original; with ``value: canonical-or-noindex`` noindex will do.

    One in the body has no effect and is reported as such.
    """

    of_markup: ClassVar[bool] = True

    type: Literal["link.canonical"] = "link.canonical"
    value: Literal["canonical", "canonical-or-noindex"] = "canonical"

    def evaluate(self, case: Case) -> Finding:
        copy = case.copy
        if self.value == "canonical-or-noindex" and copy.robots.noindex:
            return self.passed("the page is kept out of search engines", [Evidence(exact="noindex")])
        known = hyperlinks.addresses(case.work)
        shown = [Evidence(exact=copy.canonical, prefix="canonical: ")] if copy.canonical else []
        fits = any(urls.same_page(copy.canonical, url) for url in known)
        if fits and copy.canonical_in == "head":
            return self.passed("the canonical address is the original", shown)
        if fits:
            text = message("the canonical address stands in the body, where it has no effect, not in the head")
            return self.violated(text, shown, self._line(case))
        if not known:
            if copy.canonical and case.owns(copy.canonical) and not urls.is_home(copy.canonical):
                return self.incomplete(
                    Reason.NO_ORIGINAL,
                    "the canonical address leads to the publisher, but which page is the original is not known",
                    shown,
                )
            if copy.canonical is None or not case.owns(copy.canonical):
                return self._wrong(case, shown)
        return self._wrong(case, shown)

    def _wrong(self, case: Case, shown: list[Evidence]) -> Finding:
        if shown:
            return self.violated("the canonical address is another page than the original", shown, self._line(case))
        return self.violated("the page has no canonical address", [searched(case.copy, "the head")], self._line(case))

    def _line(self, case: Case) -> Message:
        return message(
            'Put into the head: <link rel="canonical" href="{url}">', url=case.work.url or "address of the original"
        )
