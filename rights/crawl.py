"""One sweep over what is due."""
