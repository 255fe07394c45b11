"""The web part of ``rights serve``: health, metrics, the crawler's page, the pixel, and what builds on them.

Needs the extra ``web``.  A shell beside ``cli/``: it asks the store and the use cases, and decides nothing itself.
"""
