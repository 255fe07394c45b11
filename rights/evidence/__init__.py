"""Proof that stands without us: WARC records, a WACZ bundle around them, and a time stamp over the bundle.

Pure: what was seen goes in, bytes come out.  `rights.bundling` gathers what goes in.
"""
