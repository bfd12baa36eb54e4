"""Several files of a folder change together: what they were is kept until the last has changed.

A run that ends in between leaves what it kept; the next that opens the folder puts it back.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cpstats.store.drafts import draft_file, draft_folder
from cpstats.store.paths import is_file, is_folder, is_link, real

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KEPT = ".cpstats-undo"
LIST = "files.json"


@contextmanager
def undoable(folder: Path, paths: Iterable[Path]) -> Iterator[None]:
    """Let all files of a folder be changed, or none, whatever happens until the block ends.

    Raises
    ------
    OSError
        When what they were cannot be kept.
    """
    draft = draft_folder(folder / KEPT)
    try:
        _keep(folder, paths, draft)
        draft.rename(folder / KEPT)
        try:
            sync(folder)
            yield
            (folder / KEPT).rename(draft)  # from here on they are changed
        except BaseException:
            undo(folder)
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _keep(folder: Path, paths: Iterable[Path], draft: Path) -> None:
    files = (path for path in paths if not is_folder(path))  # a folder is never replaced
    there = {path.relative_to(folder).as_posix(): is_file(path) for path in files}
    for number, (name, kept) in enumerate(there.items()):
        if kept:
            shutil.copy2(folder / name, draft / str(number))
            sync(draft / str(number))
    (draft / LIST).write_text(json.dumps(there), encoding="utf-8")
    sync(draft / LIST)
    sync(draft)


def whole(folder: Path) -> None:
    """Put back what a run kept that ended in between; a writer that is at work is let alone."""
    if not is_folder(folder / KEPT):
        return
    from filelock import lock_descriptor, unlock_descriptor

    with suppress(OSError), (folder / "datapackage.json").open("r+b") as file:
        if lock_descriptor(file.fileno(), blocking=False):
            try:
                undo(folder)
            finally:
                unlock_descriptor(file.fileno())


def undo(folder: Path) -> None:
    """Put back what was kept; where that ends in between, it is done again the next time.

    It is for who holds the lock of the folder.
    """
    kept = folder / KEPT
    there = _listed(folder) if is_file(kept / LIST) else {}
    for number, (name, was) in enumerate(there.items()):
        if not was:
            (folder / name).unlink(missing_ok=True)
            continue
        handle, beside = draft_file(folder / name)
        os.close(handle)
        shutil.copy2(kept / str(number), beside)
        sync(beside)
        beside.replace(folder / name)
    if there:
        sync(folder)
        gone = draft_folder(kept)
        kept.rename(gone / KEPT)
        shutil.rmtree(gone, ignore_errors=True)


def _listed(folder: Path) -> dict[str, bool]:
    """Return what a run kept; nothing where it names or links what is not of the folder."""
    kept = folder / KEPT
    try:
        there = json.loads((kept / LIST).read_text(encoding="utf-8"))
    except ValueError:
        return {}
    if not isinstance(there, dict) or is_link(kept):
        return {}
    top = real(folder)
    paths = [folder / name for name in there] + [kept / str(n) for n in range(len(there))]
    within = all(top in real(path).parents and not is_link(path) for path in paths)
    return there if within else {}


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
