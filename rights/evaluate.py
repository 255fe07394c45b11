"""Policy x Republication -> Assessment."""
