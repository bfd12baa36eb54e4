"""What the means of a summary are weighted by: the levels of an indicator."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from cpstats.arranging.called import name_of
from cpstats.arranging.summary import Weights
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.kinds import is_rate
from cpstats.model.period import Period, PeriodError

if TYPE_CHECKING:
    from cpstats.answers.ask import Asked
    from cpstats.model.figure import Figure
    from cpstats.store.package import Package


def weights_of(name: str, asked: Asked, package: Package) -> Weights | None:
    """Return the weights that were named, if any were.

    Raises
    ------
    UsageError
        When the indicator is not known, or is a rate.
    """
    if not name:
        return None
    from cpstats.answers.ask import ask

    catalogue = package.catalogue
    ident = catalogue.find_indicator(name)
    thing = catalogue.indicators[ident]
    if is_rate(thing.unit):
        raise UsageError(
            Message("“{}” is a rate, it weighs nothing", "“{}”是比率，不能作权数", thing.name),
            mend=Message("Name an amount, people for example.", "请指定数额，例如人口。"),
        )
    question = ask(asked, package, [ident])

    @cache
    def levels(area: str) -> dict[Period, Figure]:
        from dataclasses import replace

        from cpstats.selecting.figures import Figures

        of = Figures.of(package, replace(question, places=(area,), benchmark=""), (ident,))
        return dict(of.levels(ident, area))

    def level(area: str, period: str) -> Figure | None:
        try:
            return levels(area).get(Period.parse(period))
        except PeriodError:
            return None

    return Weights(ident, thing.name, level, partial(name_of, catalogue, "place"))
