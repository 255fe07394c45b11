"""One run of ``rights check``: what it was given, what it holds open, and the results of its targets."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rights import urls
from rights.check import check_page
from rights.errors import ExtractError, InputError, MissingExtra
from rights.extract.article import extract
from rights.given import Given, Tools
from rights.model import Article, Assessment, Page, Place, Republisher, Result, Work, message
from rights.policy import Source, parse_policy
from rights.publisher import Publisher
from rights.report.language import Say, say_in
from rights.report.troubles import trouble
from rights.settings import Settings
from rights.statement import declared, find_statement, parse_statement
from rights.targets import Target, read_targets
from rights.which_works import work_of
from rights.wiring import Originals, fetcher_of, library_of, operators_of, works_of

if TYPE_CHECKING:
    from rights.fetch import Fetcher
    from rights.wiring import KnownWorks


class CheckRun:
    """What one run of the command holds open."""

    def __init__(
        self,
        settings: Settings,
        network: bool | None,
        quiet: bool,
        max_pages: int | None = None,
        say: Say | None = None,
    ) -> None:
        # Who names a number of pages wants them, sitemaps and lookups besides, whatever a stranger's day allows.
        room = max(settings.daily_budget, (max_pages or 0) + 1_000) if max_pages else settings.daily_budget
        self.settings = settings.model_copy(update={"daily_budget": room})
        self.max_pages = max_pages
        self.network = network
        self.quiet = quiet
        self.say = say or say_in()
        self.library = library_of(settings)
        self._fetcher: Fetcher | None = None
        self._works: KnownWorks | None = None
        self._originals = Originals(settings)
        self._kept: dict[str, Page] = {}

    def close(self) -> None:
        for part in (self._fetcher, self._works, self._originals):
            if part:
                part.close()

    def tools(self, *, network: bool) -> Tools:
        if self._works is None:
            self._works = works_of(self.settings)
        fetch = self.fetcher().fetch if network else None
        operator = operators_of(self.settings, fetch)
        return Tools(library=self.library, works=self._works, fetch=fetch, original=self._originals, operator=operator)

    def fetcher(self) -> Fetcher:
        if self._fetcher is None:
            self._fetcher = fetcher_of(self.settings)
        return self._fetcher

    def given(
        self,
        original: str | None,
        publisher: str | None,
        policy: str | None,
        republisher: Republisher,
        url_map: Path | None,
    ) -> Given:
        """What was said on the command line; raises `InputError` for what cannot be used."""
        source = self._source(policy) if policy else None
        judge = self._publisher(publisher) if publisher else None
        return Given(
            original=self._original(original, judge, url_map) if original else None,
            publisher=judge,
            policy=source,
            republisher=republisher,
        )

    def republisher(self, targets: list[str], declare: list[str]) -> Republisher:
        """The statement file beside the first saved target, and ``--declare`` over it."""
        saved = [Path(name) for name in targets if not urls.is_web(name)]
        file = find_statement(Path() if saved[0] == Path("-") else saved[0]) if saved else None
        said = Republisher()
        if file:
            said = parse_statement(file.read_text(encoding="utf-8"), str(file)).republisher(str(file))
        facts = declared(declare)
        source = " and ".join(filter(None, (said.source, "--declare" if facts else None)))
        return replace(said, facts={**said.facts, **facts}, source=source or None)

    def _source(self, policy: str) -> Source:
        path = Path(policy)
        if path.suffix in (".yaml", ".yml", ".jsonld") or path.is_file():
            if not path.is_file():
                raise InputError(f"--policy {policy}: no such file")
            source = parse_policy(path.read_text(encoding="utf-8"), policy)
            self.library.add(source)
            return source
        found = self.library.source(policy)
        if found is None:
            raise InputError(f"--policy {policy}: no such policy, expected a file or an id of  rights policy list")
        return found

    def _publisher(self, name: str) -> Publisher:
        source = self.library.source(name)
        found = source.publisher if source else self.library.named(name)
        if found is None:
            raise InputError(f"--publisher {name}: not known, expected an id of  rights policy list")
        return found

    def _original(self, ref: str, publisher: Publisher | None, url_map: Path | None) -> Work:
        works = self.tools(network=False).works
        known = self._works.by_id(ref) if self._works else None
        if known is None and urls.is_web(ref) and works:
            known = works.by_url(ref)
        if known:
            return known
        if urls.is_web(ref):
            if self.network is False:
                raise InputError(f"--original {ref}: not among the known works, and --offline forbids fetching it")
            page = self.fetcher().fetch(ref)
        elif Path(ref).exists() or ref == "-":
            (target, *more) = read_targets([ref], url_map=url_map)
            if more or target.page is None:
                raise InputError(f"--original {ref}: {target.error or 'several pages, expected one saved page'}")
            page = target.page
        else:
            raise InputError(f"--original {ref}: no such work, address or file; see  rights works list")
        article = extract(page)
        if page.status != 200 or not article.text:
            raise InputError(f"--original {ref}: holds no article (status {page.status}, {article.state.value})")
        return work_of(article, self.library, publisher)

    def results(
        self,
        targets: list[str],
        url: str | None,
        url_map: Path | None,
        given: Given,
        *,
        placed: bool = False,
        keep: bool = False,
    ) -> Iterator[Result]:
        """The results of all targets, in order; with the places of findings in saved pages where ``placed``.

        ``keep`` the pages, so that they can be put right afterwards.
        """
        if url and len(targets) > 1:
            list(read_targets(targets, url=url))
        for target, network, swept in self._pages(targets, url, url_map):
            if target.page is None:
                yield Result(target=target.name, url=url, error=target.error)
                continue
            if keep:
                self._kept[target.name] = target.page
            told = replace(given, swept=True) if swept else given
            try:
                found = check_page(target.page, self.tools(network=network), told)
            except (ExtractError, MissingExtra) as wrong:
                yield Result(target=target.name, url=target.page.final_url, error=str(wrong))
                continue
            for assessment in found:
                seen = assessment.republication
                address = seen.copy.address if seen else target.page.final_url
                kept = _light(assessment) if swept else assessment
                places = self._places(target, assessment) if placed else {}
                yield Result(target=target.name, url=address, assessment=kept, places=places)

    def _places(self, target: Target, assessment: Assessment) -> Mapping[str, Place]:
        """Where the findings stand in a saved page's source; nobody edits the source of a page on the web."""
        if target.page is None or urls.is_web(target.name):
            return {}
        from rights.places import places_of

        return places_of(target.page, assessment)

    def _pages(self, targets: list[str], url: str | None, url_map: Path | None) -> Iterator[tuple[Target, bool, bool]]:
        """Each page, whether the network may be used for it, and whether it is one of a whole site's."""
        for name in targets:
            if not urls.is_web(name):
                one = url if len(targets) == 1 else None
                for target in read_targets([name], url=one, url_map=url_map):
                    yield target, self.network is True, bool(one) and Path(name).is_dir()
            elif self.network is False:
                yield Target(name=name, error=f"{name}: not fetched, --offline was given"), False, False
            elif urls.is_home(name):
                for target in self._site(name):
                    yield target, target.page is not None, True
            else:
                # what reads feeds costs a tenth of a second to import: a check of a file must not pay for it
                from rights.originals import read_pages

                for address, page, error in read_pages(name, self.fetcher().fetch):
                    yield Target(name=address, page=page, error=error), page is not None, False

    def _site(self, home: str) -> Iterator[Target]:
        """Every page of a site; how far it is, on stderr."""
        from rights.cli.progress import Rate
        from rights.site_pages import SitePages

        name = (urls.site(home) or home).replace(":", "_")
        pages = SitePages(
            self.fetcher(), home, self.settings.home / "sites" / f"{name}.pages", threads=self.settings.threads,
            limit=self.max_pages,
        )  # fmt: skip
        with Rate(self.say(message("pages of {home}", home=home)), quiet=self.quiet, say=self.say) as rate:
            for address, page, error in pages:
                rate()
                if page is None or page.status == 200 or address == home:
                    yield Target(name=address, page=page, error=error)
        seen, left = f"{rate.done:,}", f"{pages.left:,}"
        if not self.quiet:
            found = message("{home}: {pages} pages by {way}", home=home, pages=seen, way=pages.way)
            kept = message(
                "{found}, {kept} of them kept from a sweep that was cut off", found=found, kept=f"{pages.reused:,}"
            )
            print(self.say(kept if pages.reused else found), file=sys.stderr)
        if pages.left and pages.stopped:
            why = message(
                "{pages} pages looked at, at least {left} more are there: {why}. Run the same command again later: it goes"
                " on where it was. For a site of your own add --max-pages {most}",
                pages=seen, left=left, why=trouble(pages.stopped), most=min(50_000, 2 * (rate.done + pages.left)),
            )  # fmt: skip
            yield Target(name=home, error=self.say(why))
        elif pages.left and not self.quiet:
            more = message(
                "{home}: {pages} pages looked at, at least {left} more are there; the same command with a larger"
                " --max-pages goes on from here", home=home, pages=seen, left=left,
            )  # fmt: skip
            print(self.say(more), file=sys.stderr)

    def fix(self, results: list[Result], given: Given, output: Path | None) -> None:
        """Write corrected copies of the pages that `results` kept."""
        from rights.cli.fixing import write_fixed

        write_fixed(results, self._kept, given, self.tools(network=self.network is True), output, self.say)


def _light(assessment: Assessment) -> Assessment:
    """The assessment without the parsed page, and without its text where nothing was found: a site has thousands."""
    seen = assessment.republication
    if seen is None:
        return assessment
    copy = seen.copy
    few = (
        replace(copy, dom=None)
        if assessment.findings
        else Article(url=copy.url, final_url=copy.final_url, status=copy.status, state=copy.state, title=copy.title)
    )
    return replace(assessment, republication=replace(seen, copy=few))
