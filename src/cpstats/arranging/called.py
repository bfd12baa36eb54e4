"""What a person calls the things that rows are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period, PeriodError
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.report import Block

FEW = 6  # places that are named; more are counted


def name_of(catalogue: Catalogue, axis: str, ident: str) -> Text:
    """Return the name of a place, a period or an indicator."""
    if axis == "period":
        try:
            period = Period.parse(ident)
        except PeriodError:
            return same(ident)
        return Text(period.label("en"), period.label("zh"))
    if axis == "place" and ident in catalogue.places:
        return catalogue.places[ident].name
    if axis == "indicator" and ident in catalogue.indicators:
        return catalogue.indicators[ident].name
    return same(ident)


def head_of(catalogue: Catalogue, block: Block) -> Text:
    """Return what tells a table from others: its indicator, and its period if it has one."""
    found = name_of(catalogue, "indicator", block.keys[0].indicator)
    periods = {key.period for key in block.keys}
    if len(periods) == 1 and (period := periods.pop()):
        found += Text(", ", "，") + name_of(catalogue, "period", period)
    return found
