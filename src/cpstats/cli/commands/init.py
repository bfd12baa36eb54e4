"""A new data package with one example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.taken import argument
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 170  # on the help page
HELP = Text("Start a data package with one figure as an example.", "新建数据包，内含一个示例数据。")
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = (
    "cpstats init figures",
    "cpstats init figures --json",
    "cpstats init figures --lang zh",
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    return [argument("folder", str, metavar="DIR")]


def answer(call: Call, *, folder: str) -> Report:
    """Write the package."""
    from pathlib import Path

    from cpstats.keeping.starting import start_package

    return start_package(Path(folder), force=call.options.force)
