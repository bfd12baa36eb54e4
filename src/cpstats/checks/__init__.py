"""Is the data sound? One rule per file; what lies in this folder is what `validate` looks at."""
