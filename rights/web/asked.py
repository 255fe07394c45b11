"""Which violations an inbox is asked for, from a query string: whatever cannot be read does not narrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

from rights.store import Wanted
from rights.store.accounts import Account
from rights.store.codec import clean
from rights.store.inbox import Sort
from rights.store.records import OPEN, State

OPEN_ONES, ALL = "open", "all"
STATES = (OPEN_ONES, ALL, *(state.value for state in State))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filter of an inbox as it stands in the form."""

    state: str = OPEN_ONES
    publisher: str = ""
    site: str = ""
    clause: str = ""
    since: str = ""
    sort: Sort = Sort.CHANGED

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Asked:
        """Read a query; unknown words become the default."""
        given = {name: str(clean(value)) for name, value in given.items()}
        state, sort = given.get("state", ""), given.get("sort", "")
        return cls(
            state=state if state in STATES else OPEN_ONES,
            publisher=given.get("publisher", "").strip()[:200],
            site=given.get("site", "").strip().lower()[:300],
            clause=given.get("clause", "").strip()[:200],
            since=given.get("since", "") if _day(given.get("since", "")) else "",
            sort=Sort(sort) if sort in set(Sort) else Sort.CHANGED,
        )

    @classmethod
    def of_query(cls, query: str) -> Asked:
        """Read a query string."""
        return cls.of(dict(parse_qsl(query[:2000])))

    @property
    def query(self) -> str:
        """The query string that asks for the same."""
        given = {"state": self.state, "publisher": self.publisher, "site": self.site, "clause": self.clause}
        given |= {"since": self.since, "sort": self.sort.value}
        usual = {"state": OPEN_ONES, "sort": Sort.CHANGED.value}
        return urlencode({name: value for name, value in given.items() if value and usual.get(name) != value})

    @property
    def narrow(self) -> bool:
        """Whether anything but closed ones is left out."""
        return bool(self.query) or self.state != ALL

    def wanted(self, account: Account) -> Wanted | None:
        """What to ask the store for; None where the account may see nothing of it."""
        publishers: tuple[str, ...] = account.publishers
        if self.publisher:
            if not account.sees(self.publisher):
                return None
            publishers = (self.publisher,)
        if self.state == OPEN_ONES:
            states: tuple[State, ...] = OPEN
        else:
            states = () if self.state == ALL else (State(self.state),)
        return Wanted(
            publishers=publishers,
            sites=(self.site,) if self.site else (),
            states=states,
            clause=self.clause or None,
            changed_since=_day(self.since),
        )


def _day(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return None
