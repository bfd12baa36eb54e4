"""`python -m cpstats`."""

from __future__ import annotations

from cpstats.cli.app import main

if __name__ == "__main__":
    main()
