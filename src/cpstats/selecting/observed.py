"""One observation of the frame as a figure."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from cpstats.model.columns import OBSERVATION
from cpstats.model.figure import Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PUBLISHED = (*OBSERVATION, "value", "low", "high", "printed_unit", "assumed", "given")


def published(row: Mapping[Any, Any], *, whole: bool = True) -> Figure:
    """Return one observation as a figure."""
    return of_cells([row[name] for name in PUBLISHED], whole=whole)


def of_cells(cells: Sequence[Any], *, whole: bool = True) -> Figure:
    """Return one observation as a figure; its cells stand as `PUBLISHED` names them.

    What is printed to tens has no decimals where `whole` is true, else -1.
    """
    (
        indicator, ref_area, time_period, measure, price_basis, counterpart_area, number, unit, decimals,
        bound, obs_status, vintage, source, value, low, high, printed_unit, assumed, given,
    ) = cells  # fmt: skip
    return Figure(
        indicator=indicator,
        ref_area=ref_area,
        counterpart_area=counterpart_area,
        time_period=time_period,
        measure=measure,
        price_basis=price_basis,
        value=value,
        low=end_of(low),
        high=end_of(high),
        bound=bound,
        unit=unit,
        obs_status=obs_status,
        vintage=vintage,
        source=source,
        decimals=max(int(decimals), 0) if whole else decimals,
        printed=Quote(number, printed_unit),
        assumed=bool(assumed),
        given=int(given),
    )


def end_of(value: float) -> float | None:
    """Return the end of an interval; None where it is open."""
    return None if isnan(value) else float(value)
