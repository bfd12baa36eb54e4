"""The engines, one a file: what lies in the folder is offered by `--engine`.

An engine reads files into a frame of its own kind, which the calculations take, and writes the
result. One that works apart can be stopped from another thread.
"""

from __future__ import annotations

import errno
import importlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

from cpstats.errors import DataError, NoAnswerError, UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from cpstats.errors import CpstatsError
    from cpstats.panels.panel_files import Source
    from cpstats.store.duck import Opening


class Limits(NamedTuple):
    """What an engine may take: bytes of memory, threads, a cluster; a folder to itself, and a database that is open."""

    room: Path
    memory: int | None = None
    threads: int | None = None
    spark: str = ""
    base: Opening | None = None


class Target(NamedTuple):
    """What is written: a file or a folder (`parts` are the columns it is parted by), in an order.

    Without a path nothing stays; `head` are the rows that are shown.
    """

    path: Path | None
    format: str
    parts: tuple[str, ...]
    order: tuple[str, ...]
    head: int


class Outcome(NamedTuple):
    """What came out: the first rows, how many there are, and how many by the reason of each."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    total: int
    reasons: Mapping[str, int]  # empty: there is a value


class Engine(Protocol):
    """One engine while it is at work."""

    apart: bool  # whether it works in a thread of its own, so that it can be stopped

    def __init__(self, limits: Limits) -> None: ...

    def __enter__(self) -> Self:
        """Start."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """End, and leave nothing behind."""

    def read(self, source: Source) -> Any:
        """Return a frame of the files; NaN is missing."""

    def work(self, frame: Any, target: Target) -> Outcome:
        """Calculate, and write what came out."""

    def stop(self) -> None:
        """End the work that another thread does."""

    def told(self, error: Exception, source: Source) -> CpstatsError | None:
        """Return what is said of an error of the engine; None is an error of the program."""


def engines() -> tuple[str, ...]:
    """Return the names of the engines."""
    return tuple(sorted(file.stem for file in Path(__path__[0]).glob("[a-z]*.py")))


def engine_of(name: str) -> type[Engine]:
    """Return an engine by its name.

    Raises
    ------
    UsageError
        When what it needs is not installed.
    """
    module = importlib.import_module(f"{__name__}.{name}")
    if find_spec(module.NEEDS) is None:
        raise UsageError(
            Message(
                "the engine {} needs the extra “{}”", "引擎 {} 需要附加组件“{}”", name, module.EXTRA
            ),
            mend=Message(
                "Install it: pip install 'cpstats[{}]'",
                "请安装：pip install 'cpstats[{}]'",
                module.EXTRA,
            ),
        )
    made: type[Engine] = module.Engine
    return made


FULL = ("No space left", "File too large", "quota exceeded", "max_temp_directory_size")
WITHOUT_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


def is_full(error: Exception) -> bool:
    """Return whether a disk had no room, or a file was not to become so large, in the words of any engine."""
    number = error.errno if isinstance(error, OSError) else None
    return number in WITHOUT_ROOM or any(words in str(error) for words in FULL)


def no_room(where: str) -> DataError:
    """Return what is said where a disk is full."""
    return DataError(
        Message("the disk is full, or a file may not be as large", "磁盘已满，或文件大小受限"),
        where=where,
        mend=Message(
            "Make room, or write to another disk with -o; nothing was left behind.",
            "请腾出空间，或用 -o 写到其他磁盘；没有留下任何文件。",
        ),
    )


def no_memory(where: str) -> NoAnswerError:
    """Return what is said where the memory does not suffice."""
    return NoAnswerError(
        Message("the memory does not suffice", "内存不足"),
        where=where,
        mend=Message(
            "Give it more (--memory 8GB), fewer threads (--threads 2), or fewer columns and rows.",
            "请增加内存（--memory 8GB）、减少线程（--threads 2），或减少列和行。",
        ),
    )
