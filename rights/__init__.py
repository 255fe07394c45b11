"""Checks whether a page that republishes an article keeps the publisher's terms."""

__version__ = "0.1.0"
