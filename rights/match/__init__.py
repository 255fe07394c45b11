"""Where a page copies which work: words, fingerprints, the index and the alignment."""
