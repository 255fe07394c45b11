"""The one exception tree.

RightsError
├── InputError            what was given cannot be used: says what, where and how to mend it
│   ├── PolicyError       a policy file is wrong (file:line: path: what, expected what)
│   └── StatementError    a statement file or declaration is wrong
├── FetchError            no response could be had (url, retryable)
│   ├── Unreachable       name, connection, TLS or protocol failed
│   ├── Timeout           the total deadline passed
│   ├── TooLarge          a limit on bytes, headers or redirects was passed
│   ├── Disallowed        robots.txt or the opt-out list forbids it
│   ├── Postponed         the host's pace, its Retry-After or its daily budget puts the fetch off
│   └── ForbiddenAddress  the address is not one that the fetcher may reach
├── SourceError           a source of leads gave no usable answer (quota, refusal, not its format)
├── ExtractError          bytes that hold no readable page
├── IndexFormatError      an index file is foreign, truncated or of another version
├── StoreError            the database cannot be used
│   ├── OldDatabase       the database is older than this program: run ``rights db upgrade``
│   └── BodiesRefused     the object store takes or gives no bodies, whosever they are
├── NotSent               a notification did not go out; it is tried again
└── MissingExtra          an optional part is not installed: says which extra to install

HTTP status is data, not an error.  Three places catch broadly: one page in ``crawl``, one record in ``scan`` and the
command line.
"""

from __future__ import annotations


class RightsError(Exception):
    """The root: every error that this program raises on purpose."""


class InputError(RightsError):
    """Something a person gave cannot be used."""


class PolicyError(InputError):
    """A policy file is wrong.

    ``problems`` are complete lines of the form ``file:line: path: what, expected what``.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StatementError(InputError):
    """A statement file or a ``--declare`` is wrong."""


class FetchError(RightsError):
    """No response could be had from ``url``; ``retryable`` says whether trying later makes sense."""

    retryable = False

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: {why}")
        self.url = url
        self.why = why


class Unreachable(FetchError):
    """The name, the connection, TLS or the protocol failed."""

    retryable = True


class Timeout(FetchError):
    """The total deadline passed."""

    retryable = True


class TooLarge(FetchError):
    """A limit on bytes, headers or redirects was passed."""


class Disallowed(FetchError):
    """robots.txt or the opt-out list forbids the fetch."""


class Postponed(FetchError):
    """The host is to be left alone for now; ``after`` is the number of seconds until it may be asked again."""

    retryable = True

    def __init__(self, url: str, why: str, after: float) -> None:
        super().__init__(url, why)
        self.after = after


class ForbiddenAddress(FetchError):
    """The address is not one that the fetcher may reach."""


class SourceError(RightsError):
    """A source of leads gave no usable answer: that says nothing about whether there are copies.

    ``after`` is the number of seconds after which asking again makes sense, None where it does not.
    """

    def __init__(self, source: str, why: str, after: float | None = None) -> None:
        super().__init__(f"{source}: {why}")
        self.source = source
        self.why = why
        self.after = after


class ExtractError(RightsError):
    """The bytes hold no readable page."""


class IndexFormatError(RightsError):
    """An index file is foreign, truncated, damaged or of another version; ``rights works reindex`` mends it."""


class StoreError(RightsError):
    """The database cannot be used; ``passing`` says that it may answer when it is asked again."""

    passing = False


class OldDatabase(StoreError):
    """The database is older than this program; ``rights db upgrade`` brings it up to date."""


class BodiesRefused(StoreError):
    """The object store takes or gives no bodies, whosever they are: it is away (`passing`), or knows us or the bucket not."""


class NotSent(RightsError):
    """A notification did not go out."""


class MissingExtra(RightsError):
    """An optional part is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional part: install it with  pip install 'rights[{extra}]'")
        self.extra = extra
