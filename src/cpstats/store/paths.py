"""What lies behind a name: a name that no disk can hold, or that leads in circles, is nothing.

`Path` asks the same, and raises for a name of 300 signs, a loop of links or a closed folder.
"""

from __future__ import annotations

import os
from pathlib import Path


def exists(path: Path) -> bool:
    """Whether there is anything."""
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: Path) -> bool:
    """Whether it is a file."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether it is a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def is_link(path: Path) -> bool:
    """Whether it is a symbolic link."""
    return os.path.islink(path)  # noqa: PTH114


def real(path: Path) -> Path:
    """Return where it lies, its links followed as far as they lead."""
    return Path(os.path.realpath(path))
