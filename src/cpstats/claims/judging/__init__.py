"""Claims against figures: what answers a claim, and the verdict."""
