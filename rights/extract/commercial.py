"""Is money made with this page?  All evidence on the ladder of proof (C3, C2), hints (C1) and contrary (N2, N1, H)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights.extract.ads_txt import AdsTxt
from rights.extract.block_list import BlockList
from rights.extract.commercial_ads import find_ads
from rights.extract.commercial_affiliate import find_affiliate
from rights.extract.commercial_asks import find_advertise, find_donation, find_sponsored, find_subscription
from rights.extract.commercial_census import Census
from rights.extract.commercial_identity import find_company, find_contrary
from rights.extract.commercial_paywall import find_paywall
from rights.extract.commercial_shop import find_shop
from rights.extract.commercial_walk import take_census
from rights.extract.dom import Document
from rights.extract.facts import Facts
from rights.model import Commercial, CommercialLevel, Signal

#: Kinds of proof that count as independent of each other; a shop is none: charities and broadcasters have one, too.
MONEY = frozenset(("display_ads", "affiliate", "paywall", "sponsored", "subscription", "advertise", "ads_txt"))
#: Kinds that show one and the same way to earn.
_SAME = {"ads_txt": "display_ads", "subscription": "paywall"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEvidence:
    """What is known of the site beyond the page: its ads.txt, the text of its imprint and about pages, a block list.

    Each is None or empty where it was not read: absence then proves nothing.
    """

    ads_txt: AdsTxt | None = None
    imprint: tuple[str, ...] = ()
    block_list: BlockList | None = None


def assess_commercial(document: Document, facts: Facts, site: SiteEvidence | None = None) -> Commercial:
    """Everything about money on the page and how sure it makes us; see ADR 0020 for the level."""
    known = site or SiteEvidence()
    census = take_census(document, facts.canonical)
    ads, ad_hints = find_ads(census)
    subscriptions, invitations = find_subscription(census)
    company, company_hints = find_company(census, facts, known.imprint)
    walls, wall_hints = find_paywall(census, bool(subscriptions or invitations))
    contrary = find_contrary(census, facts, known.imprint)
    signals = [
        *ads, *_listed(census, known), *find_affiliate(census), *walls, *find_shop(census),
        *find_sponsored(census), *subscriptions, *find_advertise(census), *company,
    ]  # fmt: skip
    donations = find_donation(census)
    hints = [*ad_hints, *invitations, *wall_hints, *company_hints]
    if known.ads_txt is not None:
        _weigh_ads_txt(census, known.ads_txt, signals, contrary)
    signals = _without_public_baskets(signals, contrary)
    if donations and not signals:
        contrary.append(donations[0])
    return Commercial(
        level=level_of(signals, hints, contrary),
        signals=(*signals, *donations),
        hints=tuple(hints),
        contrary=tuple(contrary),
    )


def level_of(signals: Sequence[Signal], hints: Sequence[Signal], contrary: Sequence[Signal]) -> CommercialLevel:
    """How sure the evidence makes us (ADR 0020).

    ``possible`` for any proof or hint.  ``likely`` needs two independent ways to earn, or one and a company, and no
    contrary evidence; ``certain`` needs besides that one of them is proved on this very article (C3).
    """
    proof = [signal for signal in signals if signal.level in ("C2", "C3")]
    if not proof and not hints:
        return CommercialLevel.NONE
    against = any(signal.level in ("N2", "H") for signal in contrary)
    ways = {_SAME.get(signal.kind, signal.kind) for signal in proof if signal.kind in MONEY}
    company = any(signal.kind == "company" for signal in (*proof, *hints))
    if against or not (len(ways) >= 2 or (ways and company)):
        return CommercialLevel.POSSIBLE
    return (
        CommercialLevel.CERTAIN if any(s.level == "C3" and s.kind in MONEY for s in proof) else CommercialLevel.LIKELY
    )


def _listed(census: Census, known: SiteEvidence) -> list[Signal]:
    """What the user's block list finds, with the rule as evidence."""
    if known.block_list is None:
        return []
    found = known.block_list.first_match(census.url or "", [(r.url, r.tag) for r in census.resources if not r.tiny])
    return [census.signal("display_ads", f"{found.url[:160]} matches {found.rule}", "C2")] if found else []


def _weigh_ads_txt(census: Census, ads_txt: AdsTxt, signals: list[Signal], contrary: list[Signal]) -> None:
    if ads_txt.sellers:
        signals.append(census.signal("ads_txt", ads_txt.summary, "C2", scope="site"))
    elif ads_txt.placeholder:
        contrary.append(
            census.signal("sells_no_ads", "ads.txt holds the placeholder: sells no advertising", "N1", scope="site")
        )


def _without_public_baskets(signals: list[Signal], contrary: Sequence[Signal]) -> list[Signal]:
    """Authorities hand out brochures by a basket: theirs is a shop only where a price or product says so."""
    if not any(signal.kind == "public_body" for signal in contrary):
        return signals
    shops = [signal for signal in signals if signal.kind == "shop"]
    if any(
        "price" in s.detail or "shop" in s.detail.split(":")[0].lower() or "store" in s.detail.split(":")[0].lower()
        for s in shops
    ):
        return signals
    return [signal for signal in signals if signal.kind != "shop"]
