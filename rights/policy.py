"""parse_policy: the one door through which any policy comes."""
