"""The command line: arguments become a question, errors an exit status."""
