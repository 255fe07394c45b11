"""TARGET -> Article for the commands that look at pages: saved ones are read, addresses are fetched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from rights.fetch.fetcher import Fetcher
    from rights.model import Article, Page


def read_articles(
    names: list[str],
    *,
    url: str | None = None,
    url_map: Path | None = None,
    read: Callable[[Page], Article] | None = None,
) -> Iterator[tuple[str, Article | None, str | None]]:
    """Every page that the targets stand for: its name, and what was extracted from it or why it could not be read.

    ``read`` is what extracts (default: all that can be seen on the page).  Of a feed or sitemap the pages that it names
    are read.  Only a target that is an http(s) address causes network traffic.  Raises `InputError` for a wrong option.
    """
    from rights import urls
    from rights.targets import read_targets

    fetcher: Fetcher | None = None
    try:
        for remote, group in groupby(names, urls.is_web):
            if not remote:
                for target in read_targets(list(group), url=url, url_map=url_map):
                    yield _seen(target.name, target.page, target.error, read)
                continue
            from rights.originals import read_pages

            fetcher = fetcher or _fetcher()
            for name in group:
                for address, page, error in read_pages(name, fetcher.fetch):
                    yield _seen(address, page, error, read)
    finally:
        if fetcher is not None:
            fetcher.close()


def _seen(
    name: str, page: Page | None, error: str | None, read: Callable[[Page], Article] | None
) -> tuple[str, Article | None, str | None]:
    from rights.bounded import bounded
    from rights.errors import RightsError
    from rights.extract.article import extract

    if page is None:
        return name, None, error
    try:
        return name, bounded(read or extract)(page), None
    except RightsError as wrong:
        return name, None, str(wrong)


def _fetcher() -> Fetcher:
    from rights.settings import settings
    from rights.wiring import fetcher_of

    return fetcher_of(settings())
