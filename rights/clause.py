"""The base of every clause."""
