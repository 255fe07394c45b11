"""The real crawl (fetcher, reading, matching, judging, store) over `tests.servers.Web`, by a clock that stands still."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from rights.check import Tools
from rights.fetch import Fetcher
from rights.judgement import judge
from rights.look import Looker
from rights.model import Work
from rights.settings import Settings
from rights.store import Store
from rights.sweep import Crawl, Progress
from rights.wiring import library_of, works_of
from tests.crawl.press import POLICY, article_text
from tests.crawl.stage import Clock

OWN = "press.test"
CREDIT = "This article was originally published by The Loopback Press."


def with_policy(settings: Settings) -> Settings:
    """The settings with the press's policy among the operator's."""
    folder = settings.home / "own-policies"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "press.yaml").write_text(POLICY.format(site=OWN), encoding="utf-8")
    return settings.model_copy(update={"policies": (folder,)})


class RealCrawl:
    """Sweeps as `rights crawl` makes them, of three known works."""

    def __init__(self, store: Store, settings: Settings, fetcher: Fetcher) -> None:
        self.store, self.home, self.fetcher = store, Path(settings.home), fetcher
        self.clock = Clock()
        store.works.add(
            Work(id=f"w{n}", url=f"http://{OWN}/articles/{n}", title=f"Story {n}",
                 text="\n\n".join(article_text(n)), language="en", publisher="press")
            for n in range(3)
        )  # fmt: skip
        self.tools = Tools(library=library_of(settings), works=works_of(settings))

    def sweep(self, threads: int = 16) -> Progress:
        """One sweep over what is due."""
        judging = partial(judge, tools=self.tools)
        looker = Looker(self.fetcher, judging, self.clock, stored=self.store.snapshots.get)
        crawl = Crawl(self.store, looker, self.home, threads=threads, clock=self.clock)
        try:
            return crawl.sweep()
        finally:
            crawl.close()
