"""Whether the data are sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.streams import standard_input
from cpstats.cli.taken import argument
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 190  # on the help page
HELP = Text(
    "Look for faults in a package or a table: schema and statistics; exit 1 if there is one.",
    "检验数据包或表格：格式与统计关系；发现问题时退出码为1。",
)
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = (
    "cpstats validate",
    "cpstats validate mydata",
    "cpstats validate mydata --format sarif -o findings.sarif",
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    return [argument("names", list, None, metavar="[DIR|FILE]...")]


def answer(call: Call, *, names: list[str] | None) -> Report:
    """Look at what is named, else at `--data`, else at the built-in package."""
    from datetime import UTC, datetime

    from cpstats.checks.validation import validate

    looked = [*(names or call.options.data or [])]
    stdin = standard_input(names or [])
    return validate(
        looked,
        today=datetime.now(UTC).date(),
        builtin=call.options.builtin is not False,
        stdin=stdin,
    )
