"""Where nothing answers: what is called so in the tables of the country that was asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.report import Report
    from cpstats.store.package import Package


def with_namesakes(
    report: Report, package: Package, indicators: Sequence[str], places: Sequence[str]
) -> Report:
    """Return an answer without figures with what its indicators are in the tables of the places.

    `gdp` is the built-in one; the GDP of Texas may be `state_gdp` of a package of one's own.
    """
    catalogue = package.catalogue
    areas = [a for p in places for a in [catalogue.known_place(p)] if a] or package.own_places[:1]
    asked = [i for word in indicators for i in [catalogue.known_indicator(word)] if i]
    found = [other for one in asked for area in areas for other in catalogue.called_so(one, area)]
    said = [_said(other, catalogue.name_of(other)) for other in dict.fromkeys(found)]
    return replace(report, notes=(*report.notes, *said)) if said else report


def _said(other: str, name: Text) -> Text:
    here = Text(f"For these places it is {other} (", f"这些地区的对应指标是{other}（")
    return here + name + Text(")", "）")
