"""A file that compiled code reads, in a process of its own: what breaks there breaks nothing here."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cpstats.errors import UsageError
from cpstats.message import Message

PATHS = "import sys; sys.path[:0] = sys.argv[3:4]; sys.path.append(sys.argv[4]);"
EXTRAS = {  # of each reader: the extra that brings it, and what it reads
    "python_calamine": ("excel", Message("a workbook", "工作簿")),
    "pyreadstat": ("statfiles", Message("Stata, SPSS and SAS files", " Stata、SPSS、SAS 文件")),
}


def answer_of(
    start: str, reader: str, content: bytes, limits: tuple[int, int]
) -> dict[str, Any] | None:
    """Return what a process says of a file in JSON; None where it broke off.

    It is started by a line of Python, with a library as its `reader`, and may take so many bytes of
    memory and seconds of the processor.

    Raises
    ------
    UsageError
        When the library is not installed.
    """
    program = [sys.executable, "-I", "-S", "-c", PATHS + start]
    arguments = (*limits, Path(__file__).parents[3], _place(reader))
    try:
        run = subprocess.run(  # noqa: S603 - this very program
            [*program, *map(str, arguments)],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits[1] if sys.platform == "win32" else None,
            check=True,
        )
        found: dict[str, Any] = json.loads(run.stdout)
    except (subprocess.SubprocessError, ValueError):
        return None
    return found


def _place(reader: str) -> Path:
    """Return the folder in which the reader lies."""
    spec = find_spec(reader)
    if spec is None or spec.origin is None:
        extra, what = EXTRAS[reader]
        raise UsageError(
            Message("reading {} needs the extra “{}”", "读取{}需要附加组件“{}”", what, extra),
            mend=Message(
                f"Install it: pip install 'cpstats[{extra}]'",
                f"请安装：pip install 'cpstats[{extra}]'",
            ),
        )
    return Path(spec.origin).parents[1]
