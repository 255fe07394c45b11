"""WordPress sites through their REST interface: newest posts, or posts that hold a title's words.

Limits: 100 posts an answer, at most 20 answers; many sites switch it off (401, 403, 404), which is no error of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from rights import urls
from rights.discover.api import Spent, ask, objects, read_json, refused, text
from rights.discover.feed import Entry
from rights.discover.lead import Budget, Lead
from rights.discover.markup import elements
from rights.errors import SourceError
from rights.fetch import Fetcher
from rights.model import Page
from rights.patterns import late

ANSWERS = 20
_POSTS = 100
_LINK = late(r'<([^<>]{1,2000})>\s*;[^,]{0,300}?rel="?https://api\.w\.org/"?')


class WordPress:
    """The posts of one site; ``since`` (an ISO date and time) leaves out older ones."""

    name = "wordpress"

    def __init__(self, fetcher: Fetcher, home: str, *, since: str | None = None) -> None:
        self._fetcher = fetcher
        self._home = home
        self._since = since

    def leads(self, budget: Budget, search: str | None = None) -> Iterator[Lead]:
        """Newest posts first, or those that match the search words; none where the interface is switched off."""
        for entry in self.entries(budget, search):
            if not budget.lead():
                return
            yield Lead(
                url=entry.url, source=self.name, found_at=self._home, title=entry.title, published=entry.published
            )

    def entries(self, budget: Budget, search: str | None = None) -> Iterator[Entry]:
        """The posts with the rendered content that the interface gives."""
        try:
            root = self._root(budget)
            yield from self._posts(root, search, budget) if root else ()
        except Spent:
            return

    def _root(self, budget: Budget) -> str | None:
        """The interface's root, as the home page names it; its usual place where the home page says nothing."""
        page = ask(self._fetcher, self.name, self._home, {}, budget, accept="text/html,*/*;q=0.5", obey_robots=True)
        named = _LINK.search(page.headers.get("link", ""))
        href = named.group(1) if named else _in_head(page)
        root: str | None = urljoin(page.final_url or self._home, href) if href else None
        if root and urls.same_site(root, self._home):
            return root
        return urljoin(self._home, "/wp-json/") if b"/wp-content/" in page.body else None

    def _posts(self, root: str, search: str | None, budget: Budget) -> Iterator[Entry]:
        query: dict[str, object] = {"per_page": _POSTS, "search": search, "after": self._since}
        query["_fields"] = "id,link,date_gmt,modified_gmt,title,content"
        query["orderby"] = "relevance" if search else "date"
        for number in range(1, ANSWERS + 1):
            page = ask(
                self._fetcher, self.name, f"{root}wp/v2/posts", {**query, "page": number}, budget, obey_robots=True
            )
            if page.status == 400 and number > 1:
                return  # rest_post_invalid_page_number: past the end
            if page.status in (401, 403, 404):
                return
            if page.status != 200:
                raise refused(self.name, page)
            posts = read_json(self.name, page)
            if not isinstance(posts, list):
                raise SourceError(self.name, "answered JSON of another form")
            yield from filter(None, (self._entry(post) for post in objects(posts)))
            total = page.headers.get("x-wp-totalpages", "")
            if len(posts) < _POSTS or (total.isdigit() and number >= int(total)):
                return

    def _entry(self, post: dict[str, Any]) -> Entry | None:
        url = text(post.get("link"))
        if not url or not urls.same_site(url, self._home):
            return None
        title, content = (field.get("rendered") if isinstance(field := post.get(name), dict) else None for name in ("title", "content"))  # fmt: skip
        return Entry(
            url=url,
            title=text(title),
            published=_utc(post.get("date_gmt")),
            updated=_utc(post.get("modified_gmt")),
            html=content if isinstance(content, str) else None,
        )


def _in_head(page: Page) -> str | None:
    for link in elements(page, "link"):
        if link.get("rel") == "https://api.w.org/":
            return str(link.get("href") or "") or None
    return None


def _utc(value: object) -> str | None:
    moment = text(value)
    return f"{moment}Z" if moment and "T" in moment and not moment.endswith("Z") else moment
