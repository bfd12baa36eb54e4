"""One command per file; the file name is the name of the command."""
