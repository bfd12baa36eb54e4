"""A pseudo-terminal whose screen is read to the last character."""

from __future__ import annotations

import os
import struct
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

END = b"\x04\x04"


class Screen:
    """What is drawn on a pseudo-terminal of so many columns: write to `theirs`, then `read`.

    When the last writer closes its end, Linux may drop what nobody has read yet. So `theirs` stays
    open until a mark behind everything else has come through.
    """

    def __init__(self, columns: int) -> None:
        pty = pytest.importorskip("pty")
        import fcntl
        import termios

        self._ours, self.theirs = pty.openpty()
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        self._drawn = b""
        self._reader = threading.Thread(target=self._drain)
        self._reader.start()

    def _drain(self) -> None:
        while not self._drawn.endswith(END):
            self._drawn += os.read(self._ours, 65536)

    def read(self) -> bytes:
        """Return what was drawn; whoever drew has ended."""
        if self._reader.is_alive():
            os.write(self.theirs, END)
            self._reader.join()
        return self._drawn.removesuffix(END)

    def close(self) -> None:
        self.read()
        os.close(self.theirs)
        os.close(self._ours)


@contextmanager
def screen(columns: int = 80) -> Iterator[Screen]:
    """Open a pseudo-terminal and close both its ends afterwards."""
    opened = Screen(columns)
    try:
        yield opened
    finally:
        opened.close()
