"""From a text to its claims: what is said of which place, for which period."""
