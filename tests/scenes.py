"""A publisher and a site that republishes it, on loopback, with a home of its own: for whole tests through the commands."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from rights.cli.main import app
from rights.model import Work
from rights.settings import settings
from rights.store import Store, open_store
from rights.sweep import now
from tests.crawl.press import Press, article_text


class Scene:
    """The Loopback Press with article 1, and one site at ``site``; use within a ``with`` block.

    The environment must name the home, ``folder/policies`` and loopback as allowed (`environment`).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.press = Press()

    def __enter__(self) -> Scene:
        self.press.__enter__()
        self.site = self.press.site("127.0.3.2")
        self.press.policies(self.folder / "policies")
        self.original = self.press.publish(1)
        work = Work(
            id=self.original, url=self.original, title="Story 1", text="\n\n".join(article_text(1)), language="en",
            publisher="press",
        )  # fmt: skip
        with self.store() as store:
            store.works.add([work])
        return self

    def __exit__(self, *_: object) -> None:
        self.press.__exit__()

    @staticmethod
    def environment(folder: Path) -> dict[str, str]:
        """What the commands need to know."""
        return {
            "RIGHTS_HOME": str(folder / "home"),
            "RIGHTS_POLICIES": str(folder / "policies"),
            "RIGHTS_ALLOW_NETWORKS": "127.0.0.0/8",
            "RIGHTS_PACE": "0",
            "RIGHTS_BROWSER": "off",
            "RIGHTS_DATABASE_URL": "",
        }

    def store(self) -> Store:
        """The database; close it."""
        return open_store(settings())

    def rights(self, *arguments: str) -> Result:
        """One command, as typed."""
        return CliRunner().invoke(app, list(arguments))

    def said(self, *arguments: str) -> str:
        """What a command prints, which must end well."""
        done = self.rights(*arguments)
        assert done.exit_code == 0, (done.output, done.exception)
        return done.stdout

    def watch(self, *addresses: str) -> None:
        """Have the crawler look at pages."""
        with self.store() as store:
            for address in addresses:
                store.sites.watch(address, "page", now())

    def sweep(self) -> str:
        """One sweep over everything."""
        return self.said("crawl", "--all", "--quiet")

    def violate(self, path: str = "/copy", credit: str = "home") -> str:
        """Put a copy that breaks the terms on the site and find it; gives its address."""
        address = self.press.copy(self.site, path, 1, credit)
        self.watch(address)
        self.sweep()
        return address
