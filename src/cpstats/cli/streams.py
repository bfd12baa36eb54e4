"""Standard output and standard error of a process: closed, full, or left by their reader.

What cannot be said on standard error is lost, and the exit status stays; what cannot be written to
standard output is an error, and a reader that has gone (`| head`) ends the program without a word.
This happens where the bytes leave, so that it holds for an answer and for a help page alike.
"""

from __future__ import annotations

import io
import sys
from errno import EAGAIN
from typing import TYPE_CHECKING

from cpstats.errors import ExitStatus, UsageError
from cpstats.message import Message, cause

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import TextIO

    from _typeshed import ReadableBuffer


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says, to streams that know what to do when they fail."""
    sys.stdout = _speaking(sys.stdout, sys.__stdout__, _Output, _Closed)
    sys.stderr = _speaking(sys.stderr, sys.__stderr__, _Notes, _Nowhere)


def _speaking(
    stream: TextIO | None, own: TextIO | None, live: type[io.FileIO], closed: type[io.RawIOBase]
) -> TextIO:
    """Return the stream in UTF-8; that of the process itself (not one put in its place) guarded."""
    if stream is None:
        return io.TextIOWrapper(io.BufferedWriter(closed()), "utf-8", "backslashreplace")
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    raw = getattr(stream.buffer, "raw", stream.buffer)  # it is its own where nothing is buffered
    if stream is own and type(raw) is io.FileIO:
        stream = io.TextIOWrapper(
            io.BufferedWriter(live(raw.fileno(), "w", closefd=False)),
            line_buffering=stream.line_buffering,
        )
    stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


class _Output(io.FileIO):
    """Standard output, whose first failure ends the program; the rest is not tried again."""

    failed = False

    def write(self, data: ReadableBuffer, /) -> int:
        if self.failed:
            return memoryview(data).nbytes
        self.failed = True
        try:
            written = super().write(data)
        except BrokenPipeError:
            raise SystemExit(ExitStatus.OK) from None
        except OSError as error:
            raise _unwritable(error) from None
        if written is None:
            raise _unwritable(BlockingIOError(EAGAIN, "Resource temporarily unavailable"))
        self.failed = False
        return written


class _Notes(io.FileIO):
    """Standard error, which takes everything."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


class _Nowhere(io.RawIOBase):
    """In the place of a closed standard error."""

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        return memoryview(data).nbytes


class _Closed(_Nowhere):
    """In the place of a closed standard output."""

    failed = False

    def write(self, data: ReadableBuffer, /) -> int:
        if not self.failed:
            self.failed = True
            raise UsageError(
                Message("standard output is closed", "标准输出已关闭"),
                mend=Message("Write to a file: -o FILE.", "请写入文件：-o 文件。"),
            )
        return memoryview(data).nbytes


def _unwritable(error: OSError) -> UsageError:
    return UsageError(
        Message("standard output cannot be written{}", "无法写入标准输出{}", cause(error)),
        mend=Message("Make room, or write elsewhere.", "请腾出空间，或写到别处。"),
    )


def standard_input(names: Collection[str]) -> bytes:
    """Return what comes through standard input, where a name asks for it; nothing elsewhere."""
    if "-" not in names or sys.stdin is None:
        return b""
    from cpstats.store.files import ended

    return ended(sys.stdin.buffer)
