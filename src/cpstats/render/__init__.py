"""A `Report` for the eye."""
