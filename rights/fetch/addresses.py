"""THE place that decides which address may be reached.

A host name is resolved once per connection; every answer is checked; the connection is made to a checked address.
Nothing else in the program opens a connection to an address that a page or a person named.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotDone
from dataclasses import dataclass
from threading import BoundedSemaphore
from urllib.parse import urlsplit

from rights.errors import ForbiddenAddress, InputError, Unreachable
from rights.fetch.deadline import Deadline

#: Turns a host name into its IP addresses; raises OSError where there are none.
Resolver = Callable[[str], Sequence[str]]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

#: Web ports, and the two alternates that real news sites are served on; any port of a network that a setting allows.
PORTS = frozenset({80, 443, 8080, 8443})

_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
#: Inside 2000::/3 yet not a host on the internet: protocol assignments with Teredo, documentation, 6to4, documentation.
_NOT_HOSTS = tuple(ipaddress.ip_network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
_RELAY_ANYCAST = ipaddress.ip_network("192.88.99.0/24")

#: Characters that have no place in an address: controls, spaces, and the backslash that parsers disagree about.
_MISPLACED = re.compile(r"[\x00-\x20\\\x7f]")

#: Look-ups that a stalled name server may hold at once; a thread that waits for one cannot be stopped.
_LOOKUPS = 32


@dataclass(frozen=True, slots=True)
class Route:
    """A host and port with the checked IP addresses that a connection may be made to, IPv4 first."""

    host: str
    port: int
    addresses: tuple[str, ...]


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """Parse networks such as ``127.0.0.0/8``; a single address is a network of one."""
    found: list[Network] = []
    for text in texts:
        try:
            found.append(ipaddress.ip_network(text.strip(), strict=False))
        except ValueError as wrong:
            raise InputError(f"RIGHTS_ALLOW_NETWORKS: {text!r} is not a network like 10.1.0.0/16") from wrong
    return tuple(found)


def is_public(address: Address) -> bool:
    """True for an address of a host on the public internet.

    `ipaddress.is_global` alone will not do: Python 3.11 calls multicast, NAT64, 6to4 and IPv4-compatible addresses
    global.  For IPv6 only global unicast space counts; an IPv4-mapped address counts as the IPv4 address it holds.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        return address in _GLOBAL_UNICAST and not any(address in network for network in _NOT_HOSTS)
    return address.is_global and not (address.is_multicast or address.is_reserved or address in _RELAY_ANYCAST)


def system_resolver(host: str) -> list[str]:
    """Ask the operating system."""
    answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(answer[4][0]) for answer in answers]


#: Seconds that a name server gets to name an address.
_NAMING = 5.0


def reverse_name(address: str) -> str | None:
    """The name that the DNS gives an IP address; None where it has none, or none comes within five seconds."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="reverse")
    asked = pool.submit(socket.getnameinfo, (address, 0), socket.NI_NAMEREQD)
    try:
        return str(asked.result(_NAMING)[0])
    except (OSError, NotDone):
        return None
    finally:
        pool.shutdown(wait=False)


class Addresses:
    """Checks addresses before anything is sent to them.

    ``allow_networks`` may be reached although they are not public, on any port.  ``resolver`` replaces the operating
    system's look-up; IP addresses, in every spelling that the system accepts, never reach it.
    """

    def __init__(self, allow_networks: Iterable[str] = (), resolver: Resolver = system_resolver) -> None:
        self._allowed = networks(allow_networks)
        self._resolver = resolver
        self._pool = ThreadPoolExecutor(_LOOKUPS, thread_name_prefix="rights-dns")
        self._free = BoundedSemaphore(_LOOKUPS)

    def close(self) -> None:
        """Give the look-up threads back."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def check_url(self, url: str) -> tuple[str, int]:
        """The host and port of an address whose spelling is in order; raises `ForbiddenAddress`."""
        if _MISPLACED.search(url):
            raise ForbiddenAddress(url[:200], "spaces, control characters and backslashes have no place in an address")
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as wrong:
            raise ForbiddenAddress(url, f"not an address: {wrong}") from wrong
        if parts.scheme not in ("http", "https"):
            raise ForbiddenAddress(
                url, f"only http and https are fetched, not {parts.scheme or 'an address without a scheme'}"
            )
        if not host:
            raise ForbiddenAddress(url, "the address names no host")
        if "@" in parts.netloc:
            raise ForbiddenAddress(url, "user names and passwords in addresses are refused")
        if port == 0:
            raise ForbiddenAddress(url, "port 0 cannot be reached")
        return host, port or (443 if parts.scheme == "https" else 80)

    def route(self, url: str, host: str, port: int, deadline: Deadline) -> Route:
        """Resolve a host once and check every answer; one bad answer refuses them all."""
        answers = self._answers(url, host, deadline)
        checked = [self._check(url, host, port, answer) for answer in answers]
        ordered = sorted(dict.fromkeys(checked), key=lambda address: address.version)
        if not ordered:
            raise Unreachable(url, f"the host {host} has no address")
        return Route(host, port, tuple(str(address) for address in ordered))

    def _answers(self, url: str, host: str, deadline: Deadline) -> list[str]:
        try:  # a literal address, however odd its spelling (0x7f.1, 017700000001): no name server is asked
            literal = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
            return [str(answer[4][0]) for answer in literal]
        except (OSError, UnicodeError):
            pass
        if not self._free.acquire(timeout=deadline.remaining()):
            raise deadline.passed("waiting for the name server")
        try:
            look_up = self._pool.submit(self._resolver, host)
        except RuntimeError as closed:
            self._free.release()
            raise Unreachable(url, "the fetcher is closed") from closed
        look_up.add_done_callback(lambda _: self._free.release())
        try:
            return list(look_up.result(timeout=deadline.remaining()))
        except NotDone as late:
            look_up.cancel()
            raise deadline.passed("waiting for the name server") from late
        except (OSError, UnicodeError) as unknown:
            raise Unreachable(url, f"the host {host} is not known: {unknown}") from unknown

    def _check(self, url: str, host: str, port: int, answer: str) -> Address:
        try:
            address = ipaddress.ip_address(answer)
        except ValueError as wrong:
            raise ForbiddenAddress(url, f"{host} leads to {answer!r}, which is no IP address") from wrong
        if "%" in answer:
            raise ForbiddenAddress(url, f"{host} leads to {answer}, an address of one network interface only")
        plain = getattr(address, "ipv4_mapped", None) or address
        if any(plain.version == network.version and plain in network for network in self._allowed):
            return address
        if not is_public(address):
            raise ForbiddenAddress(url, f"{host} leads to {answer}, which is not an address on the public internet")
        if port not in PORTS:
            raise ForbiddenAddress(url, f"port {port} is not a web port ({', '.join(map(str, sorted(PORTS)))})")
        return address
