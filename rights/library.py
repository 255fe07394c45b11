"""The policies at hand: those that come with the program and those of the operator's own folders.

Only the publisher's block at the head of each file is read at first, so that a single check does not pay for a hundred
policies; a file is parsed whole when its publisher is asked for.  What the shipped blocks say stands in one generated
file, each under the digest of its text: a block that was changed since is read from its own file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rights import policy_yaml, urls
from rights.errors import InputError, PolicyError
from rights.match.words import words_of
from rights.odrl import read as odrl
from rights.patterns import late
from rights.policy import Source, parse_policy
from rights.publisher import Publisher

#: A folder of the wheel, else of the checkout that this file stands in.
_HERE = Path(__file__).resolve().parent
_HEAD = late(r"^publisher:.*?(?=^[^\s#])", re.MULTILINE | re.DOTALL)
#: Generated: ``python -m rights.library > policies/heads.json``.
HEADS = "heads.json"
_LICENCE_IDS = late(r"^cc", re.IGNORECASE)


def shipped(name: str) -> Path:
    """A data folder that the wheel carries (``policies``, ``alembic``, ``docs``), or its place in a checkout."""
    packed = _HERE / "_data" / name
    return packed if packed.exists() else _HERE.parent / name


class Library:
    """Publishers and their policies, found by id, by domain, by name or by licence."""

    def __init__(self, files: Iterable[tuple[str, str]]) -> None:
        """``files`` are pairs of a name and the file's text; of two with one publisher id the later wins."""
        self._texts: dict[str, tuple[str, str]] = {}
        self._publishers: dict[str, Publisher] = {}
        self._sources: dict[str, Source] = {}
        self.broken: list[PolicyError] = []
        known = _known_heads()
        for file, text in files:
            try:
                publisher = _head(text, file, known)
            except PolicyError as wrong:
                self.broken.append(wrong)
                continue
            self._texts[publisher.id] = (file, text)
            self._publishers[publisher.id] = publisher

    @classmethod
    def load(cls, folders: Sequence[Path] = ()) -> Library:
        """The shipped policies, then those of the given folders or files."""
        return cls(_read([shipped("policies"), *folders]))

    @property
    def publishers(self) -> tuple[Publisher, ...]:
        """All publishers, by id."""
        return tuple(self._publishers[name] for name in sorted(self._publishers))

    @property
    def domains(self) -> tuple[str, ...]:
        """The publishers' own domains."""
        return tuple(domain for publisher in self.publishers for domain in publisher.domains)

    def source(self, publisher: str) -> Source | None:
        """The policy file of a publisher's id; raises `PolicyError` where the file is wrong."""
        if publisher not in self._texts:
            return None
        if publisher not in self._sources:
            file, text = self._texts[publisher]
            self._sources[publisher] = parse_policy(text, file)
        return self._sources[publisher]

    def text(self, publisher: str) -> str | None:
        """The policy file of a publisher's id as it was read."""
        return self._texts[publisher][1] or None if publisher in self._texts else None

    def sources(self) -> Iterator[Source]:
        """Every policy file, parsed; raises `PolicyError` at the first wrong one."""
        for publisher in sorted(self._texts):
            found = self.source(publisher)
            if found:
                yield found

    def add(self, source: Source) -> None:
        """Put a policy in front of the one with the same publisher id."""
        self._sources[source.publisher.id] = source
        self._publishers[source.publisher.id] = source.publisher
        self._texts[source.publisher.id] = (source.file or "", "")
        self.__dict__.pop("_names", None)
        self.__dict__.pop("_owners", None)

    def owner(self, url: str | None) -> Publisher | None:
        """The publisher whose own page the address is."""
        if not url:
            return None
        owners = {
            owner.id: owner
            for domain in urls.domains_over(url)
            for owner in self._owners.get(domain, ())
        }  # fmt: skip
        return min(owners.values(), key=lambda owner: (-max(map(len, owner.domains)), owner.id), default=None)

    @cached_property
    def _owners(self) -> dict[str, list[Publisher]]:
        """The publishers of each domain: pages have many links, and there are many publishers."""
        found: dict[str, list[Publisher]] = {}
        for publisher in self._publishers.values():
            for domain in publisher.domains:
                found.setdefault(domain, []).append(publisher)
        return found

    @cached_property
    def _names(self) -> dict[tuple[str, ...], str]:
        return {
            _folded(name): publisher.id
            for publisher in reversed(self.publishers)
            for name in publisher.names
            if _folded(name)
        }

    def named(self, name: str | None) -> Publisher | None:
        """The publisher that goes by this name (case, punctuation and a leading article do not count)."""
        if not name:
            return None
        found = self._names.get(_folded(name))
        return self._publishers[found] if found else self.owner(f"https://{name.strip()}/") if "." in name else None

    def for_licence(self, spdx: str | None) -> Source | None:
        """The policy that encodes a Creative Commons licence; a port stands for its family."""
        if not spdx or not _LICENCE_IDS.match(spdx):
            return None
        wanted = spdx.lower()
        while wanted:
            if wanted in self._texts:
                found = self.source(wanted)
                return replace(found, inferred=True) if found else None
            wanted = wanted.rpartition("-")[0]
        return None


def digest(block: str) -> str:
    """The name under which a block stands in the file of heads."""
    return sha256(block.encode()).hexdigest()[:32]


def heads(folder: Path) -> str:
    """The file of heads of a folder of policies: the publisher's block of each, parsed, by the digest of its text."""
    found: dict[str, Any] = {}
    for file, text in _read([folder]):
        block = _HEAD.search(text[:20_000])
        if block:
            found[digest(block.group())] = policy_yaml.load(block.group(), file)["publisher"]
    return json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _known_heads() -> Mapping[str, Mapping[str, Any]]:
    try:
        found: Mapping[str, Mapping[str, Any]] = json.loads((shipped("policies") / HEADS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _folded(name: str) -> tuple[str, ...]:
    words = tuple(words_of(name))
    return words[1:] if len(words) > 1 and words[0] in ("the", "a") else words


def _head(text: str, file: str, known: Mapping[str, Mapping[str, Any]]) -> Publisher:
    if odrl.looks_like(text):
        return parse_policy(text, file).publisher
    block = _HEAD.search(text[:20_000])
    head = known.get(digest(block.group())) if block else None
    if head is not None:
        return Publisher.model_validate(head)
    data = policy_yaml.load(block.group(), file) if block else policy_yaml.load(text, file)
    try:
        return Publisher.model_validate(data["publisher"] if isinstance(data, dict) and "publisher" in data else {})
    except ValidationError:
        parse_policy(text, file)
        raise PolicyError([f"{file}:1: publisher: unreadable, expected a mapping with id and name"]) from None


def _read(places: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for place in places:
        if not place.exists():
            raise InputError(f"{place}: no such policy file or folder; RIGHTS_POLICIES or --policy names it")
        for path in sorted([*place.glob("*.y*ml"), *place.glob("*.jsonld")]) if place.is_dir() else [place]:
            shown = f"policies/{path.name}" if path.parent == shipped("policies") else str(path)
            try:
                yield shown, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                raise InputError(f"{shown}: not UTF-8, expected a YAML file in UTF-8") from None


def site_publisher(url: str, name: str | None) -> Publisher:
    """A stand-in for a publisher without a policy file: its site."""
    site = urls.site(url) or "unknown"
    return Publisher(
        id=re.sub(r"[^a-z0-9._-]+", "-", site.lower()).strip("-") or "unknown", name=name or site, domains=(site,)
    )


if __name__ == "__main__":
    print(heads(shipped("policies")), end="")
