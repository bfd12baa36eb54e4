"""A file is replaced whole or not at all, and by one writer at a time."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from cpstats.store.drafts import OLD, draft_file, draft_folder
from cpstats.store.paths import exists, is_file
from cpstats.store.undo import sync, undo, undoable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def replace_files(contents: Mapping[Path, bytes], folder: Path | None = None) -> None:
    """Write beside each file, then let all take their places, with the permissions there were.

    What can fail for want of room fails before the first file is replaced. In a folder that is
    locked, several are replaced together, also where the process is killed in between.

    Raises
    ------
    OSError
        When one cannot be written; the files are then as they were.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
            handle, beside[path] = draft_file(path)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside[path].chmod(mode)
        with undoable(folder, beside) if folder and len(beside) > 1 else nullcontext():
            for path, temporary in beside.items():
                temporary.replace(path)
            for place in {path.parent for path in contents}:
                sync(place)
    except BaseException:
        for temporary in beside.values():
            temporary.unlink(missing_ok=True)
        raise


def replace_file(path: Path, content: bytes) -> None:
    """Replace one file, whole or not at all."""
    replace_files({path: content})


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside another; filled, it takes its place, or nothing changes.

    Raises
    ------
    OSError
        When it cannot be made, filled or moved.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_folder(folder)
    try:
        yield draft
        draft.chmod(0o755)
        for path in (*draft.rglob("*"), draft):
            sync(path)
        with locked(folder) if is_file(folder / "datapackage.json") else nullcontext():
            swap(draft, folder)
        sync(folder.parent)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def swap(draft: Path, folder: Path) -> None:
    """Move the draft to its place; what was there goes when the new one stands."""
    if not exists(folder):
        draft.rename(folder)
        return
    if sys.platform == "linux" and exchange(draft, folder):
        return  # what was there is now the draft, and is thrown away as one
    old = draft.with_name(f"{draft.name}{OLD}")
    folder.rename(old)
    try:
        draft.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


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
                undo(folder)
                yield
                return
            finally:
                unlock_descriptor(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
