"""The mathematics: one calculation per file; no files are read, nothing is printed."""
