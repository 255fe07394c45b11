"""Real servers on loopback addresses for tests: well-behaved sites, and sites that delay, drop, lie, drip and bomb."""

from tests.servers.web import Reply, Request, Seen, Web

__all__ = ["Reply", "Request", "Seen", "Web"]
