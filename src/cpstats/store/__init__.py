"""Files become pandas frames; nothing is computed and nothing is printed."""
