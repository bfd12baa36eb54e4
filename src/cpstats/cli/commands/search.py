"""Find indicators and places by any part of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.taken import argument
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 20  # on the help page
HELP = Text(
    "Find indicators and places: Chinese, English, slugs, aliases, ids.",
    "查找指标与地区：中文、英文、拼音、别名、代码。",
)
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = ("cpstats search 收入", "cpstats search population", "cpstats search haidian")


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    return [argument("text", str, metavar="TEXT")]


def answer(call: Call, *, text: str) -> Report:
    """Search the catalogue."""
    from cpstats.answers.listing import search

    return search(text, call.package)
