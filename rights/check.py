"""The whole on one screen: fetch, extract, identify, match, evaluate."""
