"""Two packages or releases beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.taken import argument
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 200  # on the help page
HELP = Text(
    "Compare two packages or releases: new, gone and revised figures, with what they change.",
    "比较两个数据包或版本：新增、消失、修订的数据及其影响。",
)
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = (
    "cpstats diff census4 census5",
    "cpstats diff nbs_v1 nbs_v3",
    "cpstats diff builtin mydata --json",
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    return [argument("old", str, metavar="OLD"), argument("new", str, metavar="NEW")]


def answer(call: Call, *, old: str, new: str) -> Report:
    """Compare the two."""
    from cpstats.keeping.diff import diff, sides

    return diff(*sides(old, new, call.package))
