"""URL -> Page: the only home of requests."""
