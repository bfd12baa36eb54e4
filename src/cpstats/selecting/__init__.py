"""Which figure answers: selection, and what is made of few figures."""
