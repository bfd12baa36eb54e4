"""A disk that fails: the n-th call that changes something under a folder is the last, or an error.

The calls are those of the system: opening to write, writing, syncing, renaming, removing, making
folders. A write that fails has written half.
"""

from __future__ import annotations

import errno
import io
import os
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

CALLS = ("mkdir", "rmdir", "unlink", "remove", "rename", "replace", "chmod", "link", "truncate")


def no_room() -> None:
    """Find no room."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def ends() -> None:
    """End as by `kill -9`, here and now."""
    os._exit(9)


class Disk:
    """Counts the calls that change something under a folder; at one of them a deed is done."""

    def __init__(
        self, patch: pytest.MonkeyPatch, folder: Path, *, at: int = 0, deed: Callable[[], None]
    ) -> None:
        self.count, self._at, self._deed, self._folder = 0, at, deed, os.fspath(folder)
        for name in CALLS:
            patch.setattr(os, name, self._on_path(getattr(os, name)))
        opened, opened_low, synced = io.open, os.open, os.fsync

        def open_(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
            writes = set(mode) & set("wax+") and (isinstance(file, int) or self._is_mine(file))
            if writes and not isinstance(file, int):
                self._step()
            found = opened(file, mode, *more, **named)
            return _File(found, self._step) if writes else found

        def open_low(path: Any, flags: int, *more: Any, **named: Any) -> int:
            if flags & (os.O_WRONLY | os.O_RDWR) and self._is_mine(path):
                self._step()
            return opened_low(path, flags, *more, **named)

        def fsync(handle: int) -> None:
            self._step()
            synced(handle)

        patch.setattr(io, "open", open_)
        patch.setattr("builtins.open", open_)
        patch.setattr(os, "open", open_low)
        patch.setattr(os, "fsync", fsync)

    def _on_path(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(path: Any, *more: Any, **named: Any) -> Any:
            if self._is_mine(path):
                self._step()
            return call(path, *more, **named)

        return stepped

    def _is_mine(self, path: Any) -> bool:
        return not isinstance(path, int) and self._folder in os.path.abspath(os.fspath(path))  # noqa: PTH100 - links are not followed

    def _step(self) -> None:
        self.count += 1
        if self.count == self._at:
            self._deed()


class _File:
    """A file that is written: each write is a call of the disk."""

    def __init__(self, file: Any, step: Callable[[], None]) -> None:
        self._file, self._step = file, step

    def write(self, content: Any) -> int:
        try:
            self._step()
        except OSError:
            self._file.write(content[: len(content) // 2])
            self._file.flush()
            raise
        return self._file.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
