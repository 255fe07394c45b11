"""URL -> Page: the only home of requests.

`Fetcher` is the door; `addresses.py` is the one place that decides which address may be reached.
"""

from rights.fetch.budget import DailyBudget
from rights.fetch.fetcher import Fetcher
from rights.fetch.identity import Identity
from rights.fetch.limits import Limits
from rights.fetch.pace import Pace

__all__ = ["DailyBudget", "Fetcher", "Identity", "Limits", "Pace"]
