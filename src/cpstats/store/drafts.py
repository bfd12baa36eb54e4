"""Drafts: what is not yet whole has the name of its process, and what a kill left is swept away."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = "-old"  # what is replaced where two folders cannot change places in one step
ASIDE = "cpstats"


def draft_folder(place: Path) -> Path:
    """Make an empty folder beside a place."""
    sweep(place.parent, f".{place.name}", keep_old=not place.exists())
    return Path(tempfile.mkdtemp(prefix=_prefix(f".{place.name}"), dir=place.parent))


def draft_file(place: Path) -> tuple[int, Path]:
    """Make an empty file beside a place; return its descriptor and its path."""
    sweep(place.parent, f".{place.name}")
    handle, path = tempfile.mkstemp(prefix=_prefix(f".{place.name}"), dir=place.parent)
    return handle, Path(path)


def aside() -> tempfile.TemporaryDirectory[str]:
    """Make a folder for what is put aside in the meantime, where the system keeps such things."""
    sweep(Path(tempfile.gettempdir()), ASIDE)
    return tempfile.TemporaryDirectory(prefix=_prefix(ASIDE))


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Let SIGTERM, and SIGHUP of a terminal that is closed, end the block as an error does: what was made for it goes.

    What `nohup` told to go on goes on.
    """
    if threading.current_thread() is not threading.main_thread():  # no other is told
        yield
        return

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    hangup = getattr(signal, "SIGHUP", None)  # there is none on Windows
    ends = [n for n in (signal.SIGTERM, hangup) if n and signal.getsignal(n) is signal.SIG_DFL]
    for number in ends:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in ends:
            signal.signal(number, signal.SIG_DFL)


def sweep(folder: Path, name: str, *, keep_old: bool = False) -> None:
    """Remove what processes of this machine that were killed left under a name.

    Parameters
    ----------
    folder, name : Path, str
        Where to look, and how the drafts begin.
    keep_old : bool
        Keep what was moved out of the way of something that never came.
    """
    if sys.platform == "win32":  # there is no question there that does not end the process
        return
    mine = re.compile(rf"{re.escape(_of_machine(name))}(\d+)-[^.]*")
    with suppress(OSError):  # what cannot be listed or removed stays
        for path in folder.iterdir():
            found = mine.fullmatch(path.name)
            if found is None or _runs(int(found[1])) or (keep_old and path.name.endswith(OLD)):
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()


def _prefix(name: str) -> str:
    """Return how the drafts of this process begin: on a shared disk there are other machines."""
    return f"{_of_machine(name)}{os.getpid()}-"


def _of_machine(name: str) -> str:
    machine = "" if sys.platform == "win32" else os.uname().nodename
    return f"{name}-{zlib.crc32(machine.encode()):08x}-"


def _runs(process: int) -> bool:
    """Whether a process of this machine is there."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
