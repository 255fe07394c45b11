"""The API's sites, agreements, works, policies, sweeps, settings and keys."""

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query
from pydantic import Field

from rights import settings as all_settings
from rights.errors import PolicyError
from rights.governing import doubts_about
from rights.policy import parse_policy
from rights.report.policy import as_text
from rights.store.accounts import Account, Token
from rights.store.codec import clean
from rights.store.records import Waiver
from rights.store.showing import account_json, when
from rights.web.api_keys import Given, Keys
from rights.web.context import Web
from rights.web.desk import FURTHEST, ROWS
from rights.web.policies import LONGEST, compared, texts_of
from rights.web.steps import end_of
from rights.web.tokens import made, scopes_of
from rights.web.violation import BIGGEST

Number = Annotated[int, Path(ge=1, le=BIGGEST)]
Page = Annotated[int, Query(ge=1, le=FURTHEST)]
Day = Annotated[str, Field(max_length=10, description="A day such as 2026-12-31, or empty")]


class WatchGiven(Given):
    """A site to watch by one address of it."""

    address: str = Field(max_length=2000)
    kind: Literal["auto", "feed", "sitemap", "list", "page"] = "auto"


class MarkGiven(Given):
    """How a site is to be treated; what is null stays as it is."""

    name: str = Field(min_length=1, max_length=300)
    paused: bool | None = None
    opted_out: bool | None = None


class AgreementGiven(Given):
    """A publisher's agreement with a site; no clauses or works: all of them."""

    publisher: str = Field(min_length=1, max_length=200)
    site: str = Field(min_length=1, max_length=300)
    clauses: list[Annotated[str, Field(max_length=100)]] = Field(default_factory=list, max_length=100)
    works: list[Annotated[str, Field(max_length=2000)]] = Field(default_factory=list, max_length=1000)
    since: Day = ""
    until: Day = ""
    reference: str = Field("", max_length=1000)


class PolicyGiven(Given):
    """The text of a policy file."""

    text: str = Field(max_length=LONGEST)


class KeyGiven(Given):
    """A new key to the API."""

    name: str = Field(min_length=1, max_length=80)
    scope: Literal["read", "write"] = "read"
    days: int = Field(90, ge=1, le=3650)


def catalogue_api(web: Web, keys: Keys) -> APIRouter:
    """The routes of everything but violations and checks."""
    routes = APIRouter()

    @routes.get("/sites", tags=["sites"])
    def sites(
        account: Annotated[Account, Depends(keys.reading)],
        name: Annotated[str, Query(max_length=300, description="what the name holds")] = "",
        page: Page = 1,
    ) -> dict[str, Any]:
        like, offset = clean(name), (page - 1) * ROWS
        found = web.store.catalogue.sites(account.publishers, like=like, limit=ROWS, offset=offset)
        total = web.store.catalogue.count_sites(account.publishers, like=like)
        return {"total": total, "page": page, "per_page": ROWS, "sites": [asdict(one) for one in found]}

    @routes.post("/sites", tags=["sites"])
    def watch(given: WatchGiven, account: Annotated[Account, Depends(keys.ruling)]) -> dict[str, Any]:
        return {"site": web.store.sites.watch(clean(given.address), given.kind, web.clock()).name}

    @routes.post("/sites/marks", tags=["sites"])
    def mark(given: MarkGiven, account: Annotated[Account, Depends(keys.ruling)]) -> dict[str, Any]:
        web.store.sites.mark(clean(given.name), web.clock(), paused=given.paused, opted_out=given.opted_out)
        return {"site": clean(given.name)}

    @routes.get("/agreements", tags=["sites"])
    def agreements(account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        found = web.store.sites.waivers(account.publishers)
        times = [{"at": when(one.at), "revoked_at": when(one.revoked_at)} for one in found]
        return {"agreements": [asdict(one) | told for one, told in zip(found, times, strict=True)]}

    @routes.post("/agreements", tags=["sites"])
    def agree(given: AgreementGiven, account: Annotated[Account, Depends(keys.writing)]) -> dict[str, int]:
        if not account.sees(given.publisher):
            raise HTTPException(404, "there is no such publisher")
        for day in (given.since, given.until):
            end_of(day)
        agreed = Waiver(
            publisher=clean(given.publisher), site=clean(given.site).lower(), clauses=tuple(given.clauses),
            works=tuple(clean(work) for work in given.works),
            since=given.since or None, until=given.until or None, reference=clean(given.reference) or None,
            by=account.name,
        )  # fmt: skip
        return {"number": web.store.sites.waive(agreed, web.clock())}

    @routes.delete("/agreements/{number}", tags=["sites"])
    def revoke(number: Number, account: Annotated[Account, Depends(keys.writing)]) -> dict[str, bool]:
        mine = any(one.number == number for one in web.store.sites.waivers(account.publishers))
        if not mine or not web.store.sites.revoke(number, web.clock()):
            raise HTTPException(404, "there is no such agreement, or it has ended")
        return {"revoked": True}

    @routes.get("/works", tags=["works"])
    def works(account: Annotated[Account, Depends(keys.reading)], page: Page = 1) -> dict[str, Any]:
        found = web.store.catalogue.works(account.publishers, limit=ROWS, offset=(page - 1) * ROWS)
        total = web.store.catalogue.count_works(account.publishers)
        return {"total": total, "page": page, "per_page": ROWS, "works": [asdict(one) for one in found]}

    @routes.get("/policies", tags=["policies"])
    def policies(account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        found = [one for one in web.library.publishers if account.sees(one.id)]
        return {"policies": [{"id": one.id, "name": one.name, "domains": list(one.domains)} for one in found]}

    @routes.post("/policies/validate", tags=["policies"])
    def validate(given: PolicyGiven, account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        try:
            return {"problems": [], "reads": as_text(parse_policy(clean(given.text), "policy.yaml"))}
        except PolicyError as wrong:
            return {"problems": [clean(line) for line in wrong.problems[:100]], "reads": None}

    @routes.get("/policies/{publisher}", tags=["policies"])
    def policy(publisher: str, account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        source = web.library.source(publisher) if account.sees(publisher) else None
        if source is None:
            raise HTTPException(404, "there is no such policy")
        versions = web.store.policies.versions(publisher)
        return {
            "publisher": publisher,
            "sha256": source.sha256,
            "file": source.file,
            "reads": as_text(source),
            "doubts": asdict(doubts) if (doubts := doubts_about(web.store, web.library, publisher)) else None,
            "versions": [{"sha256": sha, "first_used": when(at), "text": text} for sha, at, text in versions],
        }

    @routes.get("/policies/{publisher}/compare", tags=["policies"])
    def compare(
        publisher: str,
        account: Annotated[Account, Depends(keys.reading)],
        one: Annotated[str, Query(alias="from", max_length=80, description="sha256 of a version")],
        other: Annotated[str, Query(alias="to", max_length=80, description="sha256 of a version")],
    ) -> dict[str, Any]:
        texts = texts_of(web, publisher) if account.sees(publisher) else {}
        if one not in texts or other not in texts:
            raise HTTPException(404, "there are no such versions")
        return {"lines": [{"kind": kind, "line": line} for kind, line in compared(texts[one], texts[other])]}

    @routes.get("/sweeps", tags=["server"])
    def sweeps(account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        found = web.store.sweeps.last(30)
        times = [{"started_at": when(one.started_at), "finished_at": when(one.finished_at)} for one in found]
        rows = [asdict(one) | told for one, told in zip(found, times, strict=True)]
        return {"due": web.store.due.count(web.clock()), "well": web.sweeping(), "sweeps": rows}

    @routes.get("/settings", tags=["server"])
    def settings(account: Annotated[Account, Depends(keys.ruling_reading)]) -> dict[str, Any]:
        accounts = [account_json(one) for one in web.store.accounts.listed()]
        return {"settings": [asdict(one) for one in all_settings.listed(web.settings)], "accounts": accounts}

    @routes.get("/keys", tags=["server"])
    def own_keys(account: Annotated[Account, Depends(keys.reading)]) -> dict[str, Any]:
        return {"keys": [_key(one) for one in web.store.accounts.tokens(account)]}

    @routes.post("/keys", tags=["server"])
    def add_key(given: KeyGiven, account: Annotated[Account, Depends(keys.writing_reader)]) -> dict[str, str]:
        now = web.clock()
        until = now + timedelta(days=given.days)
        name = clean(given.name)
        return {"key": made(web.store.accounts, account, name, scopes_of([given.scope]), now, until)}

    @routes.delete("/keys/{number}", tags=["server"])
    def end_key(number: Number, account: Annotated[Account, Depends(keys.writing_reader)]) -> dict[str, bool]:
        if not web.store.accounts.revoke_token(number, web.clock(), account):
            raise HTTPException(404, "there is no such key")
        return {"revoked": True}

    return routes


def _key(one: Token) -> dict[str, Any]:
    times = {name: when(getattr(one, name)) for name in ("created_at", "until", "used_at", "revoked_at")}
    return asdict(one) | times
