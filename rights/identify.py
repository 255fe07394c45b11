"""Which work is this a copy of, and by which policy is it judged."""
