"""One observation of the frame as a figure."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from cpstats.model.columns import OBSERVATION
from cpstats.model.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

PUBLISHED = (*OBSERVATION, "value", "low", "high", "printed", "assumed", "given")


def published(row: Mapping[Any, Any]) -> Figure:
    """Return one observation as a figure."""
    return Figure(
        indicator=row["indicator"],
        ref_area=row["ref_area"],
        counterpart_area=row["counterpart_area"],
        time_period=row["time_period"],
        measure=row["measure"],
        price_basis=row["price_basis"],
        value=row["value"],
        low=end_of(row["low"]),
        high=end_of(row["high"]),
        bound=row["bound"],
        unit=row["unit"],
        obs_status=row["obs_status"],
        vintage=row["vintage"],
        source=row["source"],
        decimals=max(int(row["decimals"]), 0),
        printed=row["printed"],
        assumed=bool(row["assumed"]),
        given=int(row["given"]),
    )


def end_of(value: float) -> float | None:
    """Return the end of an interval; None where it is open."""
    return None if isnan(value) else float(value)
