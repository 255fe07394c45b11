"""Ids of findings that stay the same when the page moves around them."""

from __future__ import annotations

import hashlib

from rights import urls
from rights.model import Finding, Result


def fingerprint(result: Result, finding: Finding) -> str:
    """The identity of a finding as 32 hexadecimal digits: publisher, clause, work and copy, never where it stands.

    The copy is its address where one is known, else the target as given.
    """
    found = result.assessment
    seen = found.republication if found else None
    publisher = found.policy.publisher if found and found.policy else ""
    work = seen.work if seen else None
    about = "" if work is None else urls.page_key(work.url) if work.url else work.id
    where = urls.page_key(result.url) if result.url else result.target.replace("\\", "/")
    return hashlib.sha256("\0".join((publisher, finding.clause, about, where)).encode()).hexdigest()[:32]
