"""The database: the only home of sqlmodel; takes and returns dataclasses."""
