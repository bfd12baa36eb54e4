"""Work on packages: import, add, start, compare releases."""
