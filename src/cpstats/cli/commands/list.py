"""What is there: indicators, places or sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.complete import complete_words
from cpstats.cli.taken import argument
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 10  # on the help page
HELP = Text("What is there: indicators, places, sources.", "列出指标、地区、来源。")
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = ("cpstats list", "cpstats list places", "cpstats list sources --format csv")
KINDS = ("indicators", "places", "sources")


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    words = {"metavar": f"[{'|'.join(KINDS)}]", "autocompletion": complete_words(KINDS)}
    return [argument("what", str, "indicators", **words)]


def answer(call: Call, *, what: str) -> Report:
    """List one part of the catalogue."""
    from cpstats.answers import listing
    from cpstats.answers.ask import one_of

    one_of(what, KINDS, "list")
    report: Report = getattr(listing, what)(call.package)
    return report
