"""Assessments -> str, one file per format."""
