"""Settings from the environment and a .env file beside the data."""
