"""What a check is given: what it may use of the world, and what the person who asks has said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from rights.extract.commercial import SiteEvidence
from rights.library import Library
from rights.model import Article, History, Match, Page, Republisher, Work
from rights.policy import Source
from rights.publisher import Publisher

if TYPE_CHECKING:
    from rights.match.translation import Proposal


class Works(Protocol):
    """The known works, as the check asks for them."""

    def by_url(self, url: str) -> Work | None: ...
    def copied_by(self, article: Article) -> Sequence[tuple[Work, Match]]: ...
    def translations(self, article: Article) -> Sequence[Proposal]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the check uses of the world.

    ``further`` gives, where ``fetch`` does not, the further pages of an article that is spread over several, and ``linked``
    what is behind its links.
    ``original`` gives the page that a known work was read from, ``operator`` what is known of who runs an article's site; it
    is asked only where the page alone leaves a clause about money or the kind of site open or broken.
    """

    library: Library
    works: Works | None = None
    fetch: Callable[[str], Page] | None = None
    further: Callable[[str], Page] | None = None
    linked: Callable[[str], Page] | None = None
    original: Callable[[Work], Article | None] = lambda work: work.article
    operator: Callable[[Article], SiteEvidence | None] = lambda article: None

    @property
    def turn(self) -> Callable[[str], Page] | None:
        """What gives a further page of the article; None where the network may not be used."""
        return self.further or self.fetch

    @property
    def follow(self) -> Callable[[str], Page] | None:
        """What gives the page behind a link; None where the network may not be used."""
        return self.linked or self.fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the person who asks has said: the original, whose terms, who republishes, and what earlier sweeps saw.

    ``swept`` says that the page is one of a whole site that its owner looks through: most are the site's own.
    """

    original: Work | None = None
    publisher: Publisher | None = None
    policy: Source | None = None
    republisher: Republisher = field(default_factory=Republisher)
    history: History = field(default_factory=History)
    medium: str = "web"
    swept: bool = False
