"""A file is replaced whole or not at all, and by one writer at a time."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write beside each file, then let all take their places, with the permissions there were.

    What can fail for want of room fails before the first file is replaced.

    Raises
    ------
    OSError
        When one cannot be written; the files are then as they were.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
            handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            beside[path] = Path(draft)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside[path].chmod(mode)
        for path, temporary in beside.items():
            temporary.replace(path)
        for folder in {path.parent for path in contents}:
            sync(folder)
    except BaseException:
        for temporary in beside.values():
            temporary.unlink(missing_ok=True)
        raise


def replace_file(path: Path, content: bytes) -> None:
    """Replace one file, whole or not at all."""
    replace_files({path: content})


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk; not every system can for folders."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        if not path.is_dir():
            raise
    finally:
        os.close(handle)


def exchange(new: Path, old: Path) -> bool:
    """Let two folders change places in one step; False where the system has none for it."""
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    here, both = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
    try:
        done = libc.renameat2(here, os.fsencode(new), here, os.fsencode(old), both)
    except AttributeError:
        return False
    return bool(done == 0)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other writers out of a package until the block ends; readers are not hindered.

    The lock is on the descriptor, which every package has: nothing is left behind. Where the folder
    was exchanged for another while this writer waited, it waits again for the one that is there now.
    """
    from filelock import lock_descriptor, unlock_descriptor

    path = folder / "datapackage.json"
    while True:
        with path.open("r+b") as file:
            lock_descriptor(file.fileno())
            try:
                if not os.path.samestat(os.fstat(file.fileno()), path.stat()):
                    continue
                yield
                return
            finally:
                unlock_descriptor(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
