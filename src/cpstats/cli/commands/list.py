"""What is there: indicators, places or sources."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated

import typer

from cpstats.cli.complete import complete_words
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.model.report import Report

ORDER = 10  # on the help page
HELP = Text("What is there: indicators, places, sources.", "列出指标、地区、来源。")
EXAMPLES = ("cpstats list", "cpstats list places", "cpstats list sources --format csv")
KINDS = ("indicators", "places", "sources")


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    argument = typer.Argument(
        metavar="[indicators|places|sources]",
        autocompletion=complete_words(KINDS),
        show_default=False,
    )
    return [
        inspect.Parameter(
            "what",
            inspect.Parameter.KEYWORD_ONLY,
            default="indicators",
            annotation=Annotated[str, argument],
        )
    ]


def answer(call: Call, *, what: str) -> Report:
    """List one part of the catalogue."""
    from cpstats.answers import listing
    from cpstats.answers.ask import one_of

    one_of(what, KINDS, "list")
    report: Report = getattr(listing, what)(call.package.catalogue)
    return report
