"""Where the built-in data lie, and which release they are."""

from __future__ import annotations

from pathlib import Path


def builtin_folder() -> Path:
    """Return the folder of the built-in data: in the wheel, or beside `src` in a checkout."""
    inside = Path(__file__).resolve().parent.parent / "data"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "data"


def data_release() -> str:
    """Return the version of the built-in data."""
    from cpstats.store.descriptor import descriptor_of

    return str(descriptor_of(builtin_folder()).get("version", ""))
