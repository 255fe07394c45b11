"""The main job, run on the demonstration's sites by the very commands that a user types."""

from __future__ import annotations

import os
import shlex
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rights.demo.articles import ARTICLES, PUBLISHER
from rights.demo.sites import FAULTS, Site, copy_page, publish, republish, serving

#: Runs one command line (without the program's name) and gives its exit code.
Command = Callable[[list[str]], int]

#: How many of the ten articles each site carries.
_CARRIED = 3

_POLICY = """\
publisher:
  id: harbour-lantern
  name: {name}
  domains: ["{domain}"]
  contact: desk@lantern.example
terms:
  url: {home}
  checked_on: 2026-04-01
  evidence: own-words
policies:
  - title: Terms of the demonstration's publisher
    clauses:
      - {{type: attr.source, says: Name the publisher.}}
      - {{type: attr.byline, says: Keep the author's name.}}
      - {{type: link.original, target: article, says: Link to the article itself.}}
      - {{type: edit.none, exceptions: [time, place, style, cut], says: Change nothing but time words and house style.}}
      - {{type: excerpt.limit, max: 100, unit: words, when: {{excerpt: true}}, says: Excerpts hold at most 100 words.}}
      - {{type: nc.use, says: No commercial use.}}
"""

#: The clause that each fault breaks.
EXPECTED = {
    "no link": {"link.original"},
    "home page link": {"link.original"},
    "no author": {"attr.byline"},
    "advertising": {"nc.use"},
    "edited": {"edit.none"},
    "long excerpt": {"excerpt.limit"},
    "copy of a copy": {"attr.source", "link.original"},
}


def run(command: Command, say: Callable[[str], None], folder: Path | None = None) -> Path:
    """Run the demonstration in ``folder`` (default: a new one of the system's) and give the report's path.

    ``command`` runs one command line; ``say`` prints what is going on.
    """
    home = folder or Path(tempfile.mkdtemp(prefix="rights-demo-"))
    home.mkdir(parents=True, exist_ok=True)
    publisher = Site(PUBLISHER, "127.0.1.1")
    copies = [Site(name, f"127.0.2.{number}") for number, name in enumerate(FAULTS, 1)]
    with serving(publisher, *copies), _environment(home):
        publish(publisher)
        for number, site in enumerate(copies):
            articles = tuple(ARTICLES[(number + step) % len(ARTICLES)] for step in range(_CARRIED))
            republish(publisher, site, articles, first_copy=copies[0])
        policy = _POLICY.format(name=PUBLISHER, domain=publisher.domain, home=publisher.home)
        (home / "policies").mkdir(exist_ok=True)
        (home / "policies" / "harbour-lantern.yaml").write_text(policy, encoding="utf-8")

        def rights(*arguments: str) -> None:
            say(f"\n$ rights {shlex.join(arguments)}")
            code = command(list(arguments))
            if code > 1:
                raise RuntimeError(f"rights {shlex.join(arguments)} ended with {code}")

        say(f"{PUBLISHER} publishes {len(ARTICLES)} articles at {publisher.home}; {len(copies)} sites republish some:")
        for site in copies:
            say(f"  {site.home}  {site.name}: {FAULTS[site.name]}")
        rights("works", "add", f"{publisher.home}feed.xml")
        for site in copies:
            rights("sites", "add", f"{site.home}feed.xml")
        rights("crawl", "--once")
        rights("violations", "list")
        mended = copies[1]
        slug = ARTICLES[1].slug
        say(f"\n{mended.name} mends {mended.home}posts/{slug}: it now links to the original.")
        page = copy_page(publisher, mended, ARTICLES[1], "in order")
        mended.pages[f"/posts/{slug}"] = ("text/html; charset=utf-8", page)
        rights("crawl", "--once", "--all")
        rights("violations", "list", "--state", "all")
        report = home / "report.html"
        rights("report", "harbour-lantern", "--format", "html", "--output", str(report))
        say(f"\nThe report for the publisher: {report}")
        say(f"Everything of this run is in {home}; remove the folder when you have seen it.")
        return report


@contextmanager
def _environment(home: Path) -> Iterator[None]:
    """The demonstration's settings, and nothing of the user's own."""
    ours = {
        "RIGHTS_HOME": str(home),
        "RIGHTS_DATABASE_URL": "",
        "RIGHTS_POLICIES": str(home / "policies"),
        "RIGHTS_ALLOW_NETWORKS": "127.0.0.0/8",
        "RIGHTS_CONTACT": "demo@lantern.example",
        "RIGHTS_PACE": "0.02",
    }
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
