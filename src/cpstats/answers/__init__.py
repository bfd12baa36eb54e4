"""One question per file: a `Question` and the figures give a `Report`."""
