"""Telling people what changed: one file per channel; `tell` sends what waits."""
