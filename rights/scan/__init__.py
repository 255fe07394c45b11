"""Web archives looked through for copies: records in, candidates out, by any engine with the same result."""
