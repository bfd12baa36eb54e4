"""Findings of `check` in words, for the eye and for machines."""
