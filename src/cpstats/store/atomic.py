"""A file is replaced whole or not at all, and by one writer at a time."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the file, then take its place, with its permissions if there was one.

    Raises
    ------
    OSError
        When it cannot be written; the file is then as it was.
    """
    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        beside.unlink()
        raise


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other writers out of a package until the block ends; readers are not hindered.

    The lock is on the descriptor, which every package has and no writer replaces: nothing is left
    behind.
    """
    from filelock import lock_descriptor, unlock_descriptor

    with (folder / "datapackage.json").open("r+b") as file:
        lock_descriptor(file.fileno())
        try:
            yield
        finally:
            unlock_descriptor(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
