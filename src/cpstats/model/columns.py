"""Names of columns and the closed lists of words that stand in them, spelled once."""

from __future__ import annotations

from cpstats.model.unit import PERCENT, POINTS, PREVIOUS, TIMES

# What a file of observations may hold, in this order; the first four are required of a plain CSV.
REQUIRED = ("indicator", "ref_area", "time_period", "obs_value")
OBSERVATION = (
    "indicator",
    "ref_area",
    "time_period",
    "measure",
    "price_basis",
    "counterpart_area",
    "obs_value",
    "unit",
    "decimals",
    "bound",
    "obs_status",
    "vintage",
    "source",
)
# S1 of docs/data.md: what one quantity is, whoever published it.
CELL = (
    "indicator",
    "ref_area",
    "time_period",
    "measure",
    "price_basis",
    "counterpart_area",
)
KEY = (*CELL, "source", "vintage")

# The columns of every machine output, in this order: a contract, additions only.
MACHINE = (
    "indicator",
    "ref_area",
    "counterpart_area",
    "time_period",
    "base_period",
    "n",
    "measure",
    "method",
    "price_basis",
    "value",
    "low",
    "high",
    "bound",
    "unit",
    "obs_status",
    "vintage",
    "source",
    "reason",
)

MEASURES = (
    "level",
    "growth",
    "average_growth",
    "growth_gap",
    "average_growth_gap",
    "share",
    "index",
    "multiple",
    "milestone",
    "total",
    "maximum",
)
LEVELS = ("level", "milestone", "total", "maximum")  # in the indicator's own unit
GROWTHS = ("growth", "average_growth", "growth_gap", "average_growth_gap", "index")
UNIT_OF_MEASURE = {
    "growth": PERCENT,
    "average_growth": PERCENT,
    "share": PERCENT,
    "growth_gap": POINTS,
    "average_growth_gap": POINTS,
    "index": PREVIOUS,
    "multiple": TIMES,
}
BOUNDS = ("", "lower", "upper", "approx")
STATUSES = ("", "provisional", "revised", "final", "forecast")
BASES = ("", "current", "constant", "scope")
