"""Media Cloud's search: news stories by phrase within collections and sources.

Limits: a token; as many requests a minute as the account's rate allows (2 unless told otherwise); a search over
neither collections nor sources is refused here because it burdens the service.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rights.discover.api import ask, objects, read_object, refused, text
from rights.discover.lead import Budget, Lead
from rights.discover.search import quoted
from rights.errors import InputError
from rights.fetch import Fetcher

HOME = "https://search.mediacloud.org/api/search/story-list"
PAGES = 5
_PAGE = 100


class MediaCloud:
    """Stories from ``since`` to ``until``; ``rate`` is requests a minute."""

    name = "media-cloud"

    def __init__(
        self,
        fetcher: Fetcher,
        token: str,
        *,
        since: date,
        until: date,
        collections: Sequence[int] = (),
        sources: Sequence[int] = (),
        home: str = HOME,
        rate: float = 2.0,
    ) -> None:
        if not collections and not sources:
            raise InputError("Media Cloud: name at least one collection or source to search in")
        self._fetcher = fetcher
        self._token = token
        self._home = home
        self._gap = 60.0 / rate
        self._within = {
            "start": since.isoformat(),
            "end": until.isoformat(),
            "platform": "onlinenews-mediacloud",
            "cs": ",".join(map(str, collections)) or None,
            "ss": ",".join(map(str, sources)) or None,
        }

    def search(self, phrase: str, budget: Budget) -> Iterator[Lead]:
        """The stories that hold the phrase."""
        following: str | None = None
        for _ in range(PAGES):
            parameters = {"q": quoted(phrase), **self._within, "page_size": _PAGE, "pagination_token": following}
            page = ask(
                self._fetcher,
                self.name,
                self._home,
                parameters,
                budget,
                headers={"Authorization": f"Token {self._token}"},
            )
            self._fetcher.hold(self._home, self._gap)
            if page.status != 200:
                raise refused(self.name, page)
            answer = read_object(self.name, page, "stories")
            for story in objects(answer.get("stories")):
                if url := text(story.get("url")):
                    yield Lead(
                        url=url,
                        source=self.name,
                        title=text(story.get("title")),
                        published=text(story.get("publish_date")),
                    )
            following = text(answer.get("pagination_token"))
            if following is None:
                return
