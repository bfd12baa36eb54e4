"""The process that reads a workbook or another file: its bytes on standard input, cells as JSON on standard output.

The reader is compiled code, and a damaged file may make it panic, abort or never end. Here that
costs a process that holds nothing else. It is started by `workbook` and loads next to nothing.
"""

from __future__ import annotations

import io
import json
import signal
import sys
from itertools import chain
from typing import TYPE_CHECKING, Any

from cpstats.store.decoding.typed_cells import is_doubtful, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

LOCKED = "password"


def main(read: Callable[[bytes], dict[str, Any]] | None = None) -> None:
    """Read the workbook within the memory (bytes) and time (seconds) that the arguments allow; or `read` another file so."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    memory, seconds = map(int, sys.argv[1:3])
    limit(memory, seconds)
    content = sys.stdin.buffer.read()
    try:
        answer = (read or sheets)(content)
    except BaseException as error:  # noqa: BLE001 - a panic inside the reader is no Exception
        answer = {"error": str(error) if isinstance(error, ValueError) else type(error).__name__}
    sys.stdout.write(json.dumps(answer))


def limit(memory: int, seconds: int) -> None:
    """Let the system end this process when it takes more; Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)  # noqa: PLW2901
        try:
            resource.setrlimit(kind, (most, hard))
        except (ValueError, OSError):  # macOS knows no limit of addresses
            continue


def sheets(content: bytes) -> dict[str, Any]:
    """Return title, cells as text, a number in text that may be two, and merged ranges of every sheet, in the order of the file.

    Raises
    ------
    ValueError
        When the reader refuses it, with its words, or `LOCKED`.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = [(title, book.get_sheet_by_name(title)) for title in book.sheet_names]
        return {
            "sheets": [
                {
                    "title": title,
                    "cells": [[text_of(value) for value in row] for row in rows],
                    "doubtful": next(filter(is_doubtful, chain.from_iterable(rows)), ""),
                    "merged": getattr(sheet, "merged_cell_ranges", None) or [],
                }
                for title, sheet in found
                for rows in [sheet.to_python(skip_empty_area=False)]
            ]
        }
    except PasswordError:
        raise ValueError(LOCKED) from None
    except CalamineError as error:
        raise ValueError(str(error)) from None
