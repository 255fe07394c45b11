"""Settings from the environment and a ``.env`` file beside the data.

Every setting is an environment variable ``RIGHTS_NAME``; what stands in ``RIGHTS_HOME/.env`` counts where the
environment says nothing.  `settings` is the one door; nothing else in the program reads the environment.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from rights.errors import InputError

PREFIX = "RIGHTS_"

#: A list in an environment variable: networks and hosts by comma, folders as in PATH.
Listed = tuple[str, ...]
Folders = tuple[Path, ...]


def default_home() -> Path:
    """The user's data folder for this program."""
    return user_data_path("rights", appauthor=False)


class Settings(BaseModel):
    """All settings; the description of each field is what ``rights settings`` prints."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    home: Path = Field(default_factory=default_home, description="where data lives")
    database_url: str = Field("", description="the database; default SQLite in the home")
    database_pool: int = Field(
        8, gt=0, le=500, description="connections to PostgreSQL that one process keeps open; twice as many in a rush"
    )
    statement_timeout: float = Field(
        60.0, ge=0, description="seconds after which PostgreSQL ends a statement; 0: never"
    )
    snapshots: str = Field(
        "", description="object store for the bodies of pages, as s3://bucket/prefix; default the database"
    )
    s3_endpoint: str = Field("", description="address of its server, where it is not Amazon's")
    s3_region: str = Field("", description="its region")
    s3_access_key: str = Field("", description="its access key; default what the machine's environment says")
    s3_secret_key: str = Field("", description="the secret that goes with the access key")
    policies: Folders = Field((), description="extra policy folders, separated as in PATH")
    filter_lists: Folders = Field((), description="block lists in EasyList's syntax, as in PATH: further proof of ads")
    contact: str = Field("", description="e-mail address in the User-Agent, for site owners who have a question")
    bot_page: str = Field("", description="address of the page that explains the crawler, in the User-Agent")
    allow_networks: Listed = Field((), description="networks the fetcher may reach though they are private")
    opt_out: Listed = Field((), description="hosts that asked not to be visited")

    timeout: float = Field(30.0, gt=0, le=600, description="seconds for one fetch, all in all")
    max_bytes: int = Field(8 * 1024 * 1024, gt=0, description="bytes of one page after decompression")
    max_redirects: int = Field(5, ge=0, le=20, description="redirects followed for one page")
    pace: float = Field(2.0, ge=0, le=3600, description="seconds between two requests to one host")
    daily_budget: int = Field(2_000, gt=0, description="pages fetched from one site in a day")
    threads: int = Field(16, gt=0, le=512, description="fetches at the same time")
    processes: int = Field(0, ge=0, le=256, description="processes that extract and match; 0: in the fetching threads")

    workers: bool = Field(False, description="leave the looking of sweeps to rights worker processes (PostgreSQL only)")
    browser: str = Field(
        "auto", description="renders pages whose text comes by script: auto (not as root), off, or a Chromium's path"
    )
    searxng: str = Field("", description="address of a SearXNG whose JSON is switched on")
    brave_key: str = Field("", description="subscription token of the Brave Search API")
    google_key: str = Field("", description="key of Google's Custom Search JSON API")
    google_engine: str = Field("", description="id of the search engine that goes with the key")
    gdelt: bool = Field(False, description="ask GDELT, which takes one request in five seconds and often refuses")
    media_cloud_token: str = Field("", description="token of Media Cloud")
    common_crawl: str = Field(
        "https://index.commoncrawl.org/collinfo.json", description="list of the indexes of Common Crawl"
    )
    media_cloud_collections: Listed = Field((), description="numbers of the Media Cloud collections to search in")

    smtp_host: str = Field("", description="mail server for notifications")
    smtp_port: int = Field(587, gt=0, le=65535, description="its port")
    smtp_security: str = Field("starttls", pattern="^(starttls|tls|none)$", description="starttls, tls or none")
    smtp_user: str = Field("", description="its user, where it asks for one")
    smtp_password: str = Field("", description="the password that goes with the user")
    mail_from: str = Field("", description="address that notifications come from")
    sender_name: str = Field("", description="name of the person whose letters are drafted")
    sender_email: str = Field("", description="e-mail address in letters; default: the publisher's contact")
    sender_address: str = Field("", description="postal address in letters that must give one")
    sender_phone: str = Field("", description="telephone number in letters that must give one")
    timestamp_authority: str = Field("", description="address of an RFC 3161 time stamp authority, for evidence")

    sweep_every: float = Field(15.0, gt=0, description="minutes between two sweeps of rights serve")
    terms_every: float = Field(30.0, ge=0, description="days between two looks at a publisher's terms; 0: never")
    keep_snapshots: int = Field(90, ge=0, description="days that a snapshot is kept on which no violation stands")
    keep_history: int = Field(
        730, ge=0, description="days that checks are kept on which no violation stands; 0 is for ever"
    )
    min_words: int = Field(25, gt=0, description="words a copy must share with a work to count")
    index_memory: int = Field(1024, ge=64, description="megabytes that the index of works may hold resident")
    translations: bool = Field(True, description="keep what finds the originals of translations beside the index")
    host: str = Field("127.0.0.1", description="address that rights serve listens on")
    port: int = Field(8080, ge=0, le=65535, description="port that rights serve listens on")
    base_url: str = Field("", description="address at which people reach rights serve, such as https://rights.example")
    open_check: bool = Field(False, description="whether rights serve lets people without an account check a page")
    proxies: Listed = Field(("127.0.0.1",), description="proxies that are believed when they name the client")
    log: str = Field("text", pattern="^(text|json)$", description="form of the logs: text or json")

    @field_validator("policies", "filter_lists", mode="before")
    @classmethod
    def _paths(cls, value: object) -> object:
        return tuple(part for part in value.split(os.pathsep) if part) if isinstance(value, str) else value

    @field_validator("allow_networks", "opt_out", "media_cloud_collections", "proxies", mode="before")
    @classmethod
    def _commas(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("home", mode="after")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @property
    def database(self) -> str:
        """The database's URL, with the default filled in."""
        return self.database_url or f"sqlite:///{self.home / 'rights.db'}"

    @property
    def s3(self) -> dict[str, str]:
        """How an object store is asked; what is not set is what the machine's own environment says."""
        region = self.s3_region or ("us-east-1" if self.s3_endpoint else "")
        given = {"endpoint": self.s3_endpoint, "region": region}
        given |= {"access_key_id": self.s3_access_key, "secret_access_key": self.s3_secret_key}
        return {name: value for name, value in given.items() if value}

    @property
    def index(self) -> Path:
        """The folder of the index of works."""
        return self.home / "index"

    @property
    def has_works(self) -> bool:
        """Whether there may be works at all: an index, a SQLite file, or a database on a server."""
        return self.index.exists() or self.has_database

    @property
    def has_database(self) -> bool:
        """Whether there may be a database: a SQLite file, or one on a server."""
        kind, _, path = self.database.partition(":///")
        return not kind.startswith("sqlite") or Path(path).exists()


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it stands: its variable, value, and where the value came from."""

    variable: str
    value: str
    source: str
    description: str


def dotenv_path() -> Path:
    """The ``.env`` file that belongs to the home named by the environment."""
    return Path(os.environ.get(PREFIX + "HOME") or default_home()).expanduser() / ".env"


def settings() -> Settings:
    """Read the settings; a value that cannot be used is an `InputError` that names variable, source and value."""
    given = _given()
    try:
        return Settings.model_validate({name: value for name, (value, _) in given.items()})
    except ValidationError as wrong:
        lines = []
        for problem in wrong.errors():
            name = str(problem["loc"][0]) if problem["loc"] else "?"
            _, source = given.get(name, ("", "default"))
            lines.append(f"{PREFIX}{name.upper()} ({source}): {problem['msg']}, got {problem['input']!r}")
        raise InputError("\n".join(lines)) from wrong


def _given() -> dict[str, tuple[str, str]]:
    """What is set, by the setting's name: the value and where it stands.  What is set to nothing is not set."""
    path = dotenv_path()
    places: list[tuple[Mapping[str, str | None], str]] = [(os.environ, "environment")]
    if path.is_file():
        places.insert(0, (dotenv_values(path), str(path)))
    found: dict[str, tuple[str, str]] = {}
    for variables, source in places:
        for key, value in variables.items():
            name = key.upper().removeprefix(PREFIX).lower()
            if value and key.upper().startswith(PREFIX) and name in Settings.model_fields:
                found[name] = (value, source)
    return found


def listed(current: Settings) -> list[Setting]:
    """Every setting with its source, in the order of the class; passwords, keys and tokens are hidden."""
    given = _given()
    found = []
    for name, field in Settings.model_fields.items():
        value = getattr(current, name)
        if name == "database_url":
            value = hide_password(current.database)
        elif name.endswith(("_key", "_token", "_password")):
            value = "***" if value else ""
        elif isinstance(value, tuple):
            value = (os.pathsep if name == "policies" else ",").join(str(part) for part in value)
        found.append(
            Setting(PREFIX + name.upper(), str(value), given.get(name, ("", "default"))[1], field.description or "")
        )
    return found


def hide_password(url: str) -> str:
    """A database URL that may be shown: the password becomes ``***``."""
    head, at, tail = url.rpartition("@")
    if not at or "://" not in head:
        return url
    scheme, _, login = head.partition("://")
    user, colon, _ = login.partition(":")
    return f"{scheme}://{user}{':***' if colon else ''}@{tail}"
