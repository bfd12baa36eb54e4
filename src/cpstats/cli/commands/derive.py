"""Derived figures that have no command of their own."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated

import typer

from cpstats.cli.complete import complete_words
from cpstats.cli.options import BASES, choice, whole
from cpstats.cli.options import among as among_option
from cpstats.cli.options import basis as basis_option
from cpstats.cli.options import indicators as named
from cpstats.message import Message
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "Derived figures by name: elasticity, deflator, per head, convergence (alone: the list).",
    "派生指标：弹性系数、缩减指数、人均、趋同等（不带名称则列出）。",
)
EXAMPLES = (
    "cpstats derive",
    "cpstats derive deflator gdp -p beijing --period 2018..2024",
    "cpstats derive elasticity gdp_tertiary --of gdp -p beijing --period 2021..2024",
)
ON = ("year", "period", "annualised", "quarter", "month")


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    name = typer.Argument(metavar="[NAME]", show_default=False)
    among = Text("The places under this one.", "该地区所辖各地区。")
    base = Text("The base period.", "基期。")
    end = Text("The last period.", "末期。")
    on = Text("What growth is measured on, or the parts of a year.", "增速的对比期，或年内分期。")
    return [
        inspect.Parameter(
            "name",
            inspect.Parameter.KEYWORD_ONLY,
            default="",
            annotation=Annotated[str, name],
        ),
        named(lang),
        whole(lang),
        among_option(lang, among),
        choice("base", str, "", "--from", help_text=base.to(lang), metavar="PERIOD"),
        choice("end", str, "", "--to", help_text=end.to(lang), metavar="PERIOD"),
        choice(
            "on",
            str,
            "year",
            "--on",
            help_text=on.to(lang),
            metavar="NAME",
            autocompletion=complete_words(ON),
        ),
        basis_option(lang),
    ]


def answer(
    call: Call,
    *,
    name: str,
    indicators: list[str] | None,
    of: str,
    among: str,
    base: str,
    end: str,
    on: str,
    basis: str,
) -> Report:
    """Put the question to the data, or list what can be derived."""
    from cpstats.answers.ask import ask, children_of, one_of, period
    from cpstats.answers.derivation import Settings, derive, listing, load
    from cpstats.errors import UsageError

    if not name:
        return listing()
    load(name)
    one_of(basis, ("", *BASES), "--basis")
    if bool(base) != bool(end):
        raise UsageError(
            Message("--from and --to go together", "--from 与 --to 须同时给出"),
            mend=Message("Or name the years: --period a..b.", "或指定年份：--period a..b。"),
        )
    catalogue = call.package.catalogue
    question = ask(
        call.options, call.package, indicators or (), basis=basis, benchmark=bool(call.options.vs)
    )
    settings = Settings(
        of=catalogue.find_indicator(of) if of else "",
        among=children_of(among, call.package),
        ends=(period(base), period(end)) if base else None,
        on=on,
    )
    return derive(name, question, call.package, settings)
