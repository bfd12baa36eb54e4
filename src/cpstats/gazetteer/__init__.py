"""Places by every name."""
