"""Where copies may be: one file per source of leads."""
