"""One file per clause type and nothing else: dropping a file in makes it valid in policies."""
