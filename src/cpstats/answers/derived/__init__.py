"""One file for each derived figure that has no command of its own; the folder is the list."""
