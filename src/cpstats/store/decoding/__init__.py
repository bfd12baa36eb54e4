"""Bytes to text and structures: encodings, archives, JSON, percent formats."""
