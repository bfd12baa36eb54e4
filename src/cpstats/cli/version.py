"""The release of the program and of the data it carries."""

from __future__ import annotations

from cpstats import __version__


def version() -> str:
    """Return both releases in one line."""
    from cpstats.store.builtin import data_release

    return f"cpstats {__version__} (data {data_release()})"
