"""A `Report` for a machine or a document: one format per file."""
