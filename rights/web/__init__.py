"""The web part: health, metrics, pixel, desk."""
