"""The crawl as it is run: a sweep's parts made from the settings.  `rights.sweep` does the work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from rights.errors import FetchError
from rights.fetch import Fetcher
from rights.given import Tools
from rights.judgement import Asked, Judgement, judge
from rights.judging import Apart, JudgePool
from rights.library import Library
from rights.look import Looker
from rights.model import History, Page, Republisher
from rights.notify.tell import tell
from rights.settings import Settings
from rights.store import Store
from rights.store.records import Due
from rights.sweep import Crawl, Watcher, now
from rights.terms_watch import watch_terms
from rights.urls import page_key
from rights.visits import SUSPECT
from rights.wiring import Originals, library_of, operators_of, renderer_of, works_of

#: Originals of unknown works that are kept for the next copy of them.
ORIGINALS = 200


@contextmanager
def crawler(settings: Settings, store: Store, fetcher: Fetcher, watcher: Watcher | None = None) -> Iterator[Crawl]:
    """A crawler over the store, judging by the policies at hand and the known works, until the block ends."""
    library, republishers = library_of(settings), store.sites.republishers()
    originals = Originals(settings, store)
    operators = operators_of(settings, fetcher.fetch)
    tools = Tools(
        library=library,
        works=works_of(settings),
        fetch=_once_a_sweep(fetcher),
        original=originals,
        operator=operators,
    )

    def asked(due: Due) -> Asked:
        republisher = republishers.get(due.site) or Republisher(site=due.site)
        history = store.copies.history(due.copy) if due.copy else History()
        return Asked(republisher=republisher, history=history, suspect=due.tries >= SUSPECT)

    remember_budget(fetcher, store)
    pool = JudgePool(settings, settings.processes, fetch=tools.fetch) if settings.processes else None
    apart = Apart(settings, tools.fetch)

    def judged(page: Page, known: Asked) -> Judgement:
        if not pool and not known.suspect:
            return judge(page, known, tools)
        elsewhere = pool or apart
        found = elsewhere(page, known)
        if found.unread and operators.learn(found.unread):
            found = elsewhere(page, known)
        return found

    looker = Looker(
        fetcher,
        judged,
        now,
        stored=store.snapshots.get,
        asked=asked,
        own=library.domains,
        render=renderer_of(settings, fetcher),
    )
    made = Crawl(
        store,
        looker,
        settings.home,
        threads=settings.threads,
        pages=1 if settings.pace else 8,
        watcher=watcher or (lambda progress: None),
        policy_text=lambda ref: library.text(ref.publisher),
        on_finished=lambda: after_sweep(settings, store, fetcher, library),
        on_visit=lambda site: share_budget(fetcher, store, site),
    )
    try:
        yield made
    finally:
        made.close()
        store.due.spend(now().date(), fetcher.budget.taken())
        apart.close()
        if pool is not None:
            pool.close()


def after_sweep(settings: Settings, store: Store, fetcher: Fetcher, library: Library) -> None:
    """What follows a sweep: whoever wants to be told is told, and a few publishers' terms are read again."""
    tell(settings, store, fetcher, now)
    if settings.terms_every:
        watch_terms(store, library, fetcher.fetch, now(), timedelta(days=settings.terms_every))


def remember_budget(fetcher: Fetcher, store: Store) -> None:
    """Tell the daily budget what was spent today already: as remembered, or at least the checks of a crawl that was killed."""
    today = now().replace(hour=0, minute=0, second=0, microsecond=0)
    remembered, checked = store.due.spent(today.date()), store.checks.since(today)
    fetcher.budget.restore({site: max(remembered.get(site, 0), checked.get(site, 0)) for site in remembered | checked})


def share_budget(fetcher: Fetcher, store: Store, site: str) -> None:
    """Tell the database of the requests since the last time, and the daily budget what all machines told of a site."""
    today = now().date()
    store.due.spend(today, fetcher.budget.taken())
    fetcher.budget.at_least(store.due.spent(today, site))


def _once_a_sweep(fetcher: Fetcher) -> Callable[[str], Page]:
    """Fetch an original that copies link to; many copies link to one, and its publisher need not serve it to each."""
    known: dict[str, Page | FetchError] = {}

    def fetch(url: str) -> Page:
        key = page_key(url)
        found = known.get(key)
        if found is None:
            if len(known) >= ORIGINALS:
                known.clear()
            try:
                found = fetcher.fetch(url)
            except FetchError as wrong:
                found = wrong
            known[key] = found
        if isinstance(found, FetchError):
            raise found
        return found

    return fetch
