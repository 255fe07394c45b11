"""Where copies may be: one file per source of leads.

Every source is an object with a ``name`` and a method ``leads(…, budget)`` that yields `Lead`s until its budget is
spent; an answer that is none (quota, refusal, wrong format) raises `SourceError`, which says nothing about copies.
"""

from rights.discover.lead import Budget, Lead

__all__ = ["Budget", "Lead"]
