"""What a page proves about money, by the evidence ladder of the extraction: C3, C2 strong, C1 weak, N2 and H contrary.

One kind of evidence counts once, however often it is seen; kinds that follow from one another are one kind.  Proof of
commercial use needs two independent strong kinds and no contrary evidence (ADR 0050).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rights.model import Article, Evidence, Signal

STRONG = frozenset({"C2", "C3"})
CONTRARY = frozenset({"N2", "H"})
#: Kinds that are the same money seen twice.
_SAME = {
    "display_ads": "ads",
    "ads_txt": "ads",
    "ad_label": "ads",
    "paywall": "paid access",
    "metered": "paid access",
    "subscription": "paid access",
    "sponsored": "sponsoring",
    "sponsored_content": "sponsoring",
    "company": "company",
    "company_identity": "company",
    "imprint": "company",
    "advertise": "advertising offer",
    "mediadaten": "advertising offer",
}
#: Asking for donations is no commerce.
_NOT_COMMERCE = frozenset({"donation"})
#: Kinds that, standing in or over the article itself (C3), are proof alone: the text is sold.
_SELLING = frozenset({"paywall", "price", "offer", "sale"})


def family(kind: str) -> str:
    """The independent kind of evidence that a signal's kind belongs to."""
    return _SAME.get(kind, kind)


@dataclass(frozen=True, slots=True)
class Standing:
    """The strong signals of a page, one for each independent kind, and what speaks against them."""

    strong: tuple[Signal, ...]
    contrary: tuple[Signal, ...]
    hints: tuple[Signal, ...]
    sold: tuple[Signal, ...] = ()

    @property
    def proven(self) -> bool:
        """Two independent strong kinds, or the text itself for sale, and nothing contrary."""
        return not self.contrary and (len(self.strong) >= 2 or bool(self.sold))

    @property
    def nonprofit(self) -> bool:
        """The page shows a non-profit or public body, and nothing strong speaks against it."""
        return any(signal.level == "N2" for signal in self.contrary) and not self.strong

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return shown((*self.strong, *self.contrary) or self.hints)


def standing(article: Article, ignoring: Iterable[str] = ()) -> Standing:
    """Weigh the page's signals; kinds (or families) in ``ignoring`` are expressly fine and do not count."""
    fine = set(ignoring)
    strong: dict[str, Signal] = {}
    for signal in article.commercial.signals:
        if signal.level not in STRONG or signal.kind in _NOT_COMMERCE or {signal.kind, family(signal.kind)} & fine:
            continue
        kept = strong.get(family(signal.kind))
        if kept is None or signal.level > kept.level:
            strong[family(signal.kind)] = signal
    sold = tuple(s for s in strong.values() if s.level == "C3" and s.kind in _SELLING)
    contrary = tuple(signal for signal in article.commercial.contrary if signal.level in CONTRARY)
    return Standing(tuple(strong.values()), contrary, article.commercial.hints, sold)


def shown(signals: Iterable[Signal]) -> tuple[Evidence, ...]:
    """Signals as evidence: the detail, with its kind and level before it."""
    return tuple(
        Evidence(exact=signal.detail, prefix=f"{signal.level} {signal.kind}: ", selector=signal.selector)
        for signal in signals
    )


def kinds(signals: Iterable[Signal]) -> str:
    """The kinds of signals in words, for a message."""
    return ", ".join(sorted({signal.kind.replace("_", " ") for signal in signals}))
