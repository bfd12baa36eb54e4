"""Published figures recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 210  # on the help page
HELP = Text(
    "Recompute the published figures that are shipped with the program; exit 1 if one deviates.",
    "复算随程序附带的公布数据；有偏差时退出码为1。",
)
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = (
    "cpstats selftest",
    "cpstats selftest --json",
    "cpstats selftest --lang zh",
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters: none."""
    return []


def answer(call: Call) -> Report:
    """Recompute every vector."""
    from cpstats.answers.selftest import selftest

    return selftest()
